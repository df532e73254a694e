"""What an inversion found, and how good it is."""

import math
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.alignment import Alignment
from engine.generator.inversion.settings import OBJECTIVES

InversionQuality = Literal["draft", "full"]
QUALITIES: tuple[str, ...] = get_args(InversionQuality)

FARTHEST = 100.0
"""A prior above this is no face: ten times as far from the mean as faces are."""


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
    steps, seconds: of the search, all of it.
    generator, digest: whose latents these are.
    objective: by what it was found, "facewright" or "rfm".

    EngineError when the code is no face's: another shape than (rows, width), numbers that are not finite or absurd.
    """

    code: np.ndarray
    alignment: Alignment
    quality: InversionQuality
    complete: bool
    fidelity: Fidelity
    prior: float
    steps: int
    seconds: float
    generator: str
    digest: str
    objective: str = "facewright"

    def __post_init__(self) -> None:
        if self.quality not in QUALITIES or self.objective not in OBJECTIVES:
            raise EngineError(Text("the latents of a face are of an unknown kind"))
        if self.code.ndim != 2 or self.code.dtype != np.float32 or not np.isfinite(self.code).all():
            raise EngineError(Text("the latents of a face are no (rows, width) of finite numbers"))
        if not 0 <= self.prior <= FARTHEST:
            raise EngineError(Text("the latents are no face's: they are too far from all faces"))
        side = self.alignment.side
        if not (math.isfinite(side) and side > 0 and math.isfinite(self.alignment.x + self.alignment.y)):
            raise EngineError(Text("the place of a face in its photo is not what it should be"))
