"""What an inversion found, and how good it is."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.generator.alignment import Alignment

Quality = Literal["draft", "full"]


@dataclass(frozen=True)
class Fidelity:
    """How near the drawn face is to the photo. nan where what measures it is not on this machine.

    psnr: dB at 256 pixels, the whole square. lpips: LPIPS (AlexNet), 0 the same. identity: cosine of the identity
    vectors, 1 the same; distance: the same as dlib's distance, 0 the same, above .6 another person.
    """

    psnr: float = math.nan
    lpips: float = math.nan
    identity: float = math.nan
    distance: float = math.nan


@dataclass(frozen=True, eq=False)
class Inversion:
    """A face of a photo as a generator's latents.

    code:      (rows, width) float32, w+.
    alignment: where the drawn square lies in the photo.
    quality:   "draft" or "full"; complete is False when it was stopped before its end.
    prior:     how far from usual latents, 1 as far as a random face, in units of the spread of w.
    generator, digest: whose latents these are.
    """

    code: np.ndarray
    alignment: Alignment
    quality: Quality
    complete: bool
    fidelity: Fidelity
    prior: float
    steps: int
    seconds: float
    generator: str
    digest: str
