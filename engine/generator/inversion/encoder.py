"""A first guess at a face's latents, in a tenth of a second: a linear map of what is seen on the picture.

Trained by `scripts/train_encoder.py` on faces the generator drew itself: ridge regression from the answers of LPIPS's
AlexNet, averaged over parts of the picture, a very small picture, landmarks and blendshapes to w. It sees of a photo
what the generator can draw, and nothing of what it cannot.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.arrays_file import read_arrays
from engine.base.errors import EngineError
from engine.base.opencv import cv2
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.generator.load import digest_of_default
from engine.networks.lpips import Perceptual
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec

if TYPE_CHECKING:
    from engine.models.store import ModelStore

FILE = RESOURCES / "generator" / "encoder-mobilestylegan.npz"
FORMAT = "facewright encoder 1"

SIDE = 256
"""Of the aligned picture that is looked at, pixels."""
_PARTS = (4, 4, 4, 4, 6)
"""Into how many parts each way a layer's answers are averaged."""
_SMALL = 16
_FARTHEST = 4.0
"""Deviations beyond which a feature of a photo is not believed."""


@dataclass(frozen=True, eq=False)
class Encoder:
    """centre, spread: (features,) float32. basis: (features, rank) float32. out: (rank, width), bias: (width,)."""

    centre: np.ndarray
    spread: np.ndarray
    basis: np.ndarray
    out: np.ndarray
    bias: np.ndarray

    @property
    def cost(self) -> Bytes:
        return Bytes(sum(array.nbytes for array in vars(self).values()))

    def w(self, features: np.ndarray) -> np.ndarray:
        """(n, features) -> (n, width) float32."""
        seen = np.clip((features - self.centre) / self.spread, -_FARTHEST, _FARTHEST)
        return ((seen @ self.basis) @ self.out + self.bias).astype(np.float32)


def features(perceptual: Perceptual, picture: np.ndarray, landmarks: np.ndarray, blendshapes: np.ndarray) -> np.ndarray:
    """What is seen on an aligned picture, (features,) float32.

    picture: (256, 256, 3) float32 of -1 to 1. landmarks: (478, 2) in sides of the square. blendshapes: (52,).
    """
    import torch
    from torch.nn.functional import adaptive_avg_pool2d

    with torch.inference_mode():
        pixels = torch.from_numpy(np.ascontiguousarray(picture)).permute(2, 0, 1)[None]
        answers = perceptual.layers(pixels.to(perceptual.device))
        seen = [adaptive_avg_pool2d(answer, parts).flatten().cpu().numpy()
                for answer, parts in zip(answers, _PARTS, strict=True)]
    small = cv2.resize(picture, (_SMALL, _SMALL), interpolation=cv2.INTER_AREA)
    parts = [*seen, small, landmarks[:, :2], blendshapes]
    return np.concatenate([np.asarray(part, np.float32).ravel() for part in parts])


def encoder_of(arrays: Mapping[str, np.ndarray]) -> Encoder:
    """From the arrays of its file, in which the basis is kept in 8 bits and a unit for each of its columns."""
    centre, spread, out, bias = (arrays[name].astype(np.float32) for name in ("centre", "spread", "out", "bias"))
    return Encoder(centre, spread, arrays["basis"].astype(np.float32) * arrays["unit"].astype(np.float32), out, bias)


def load_encoder(digest: str, path: Path = FILE) -> Encoder | None:
    """The encoder, None when it was trained for another generator than the one with this digest. EngineError when
    the file is damaged."""
    arrays, facts = read_arrays(path)
    if facts.get("digest") != digest:
        return None
    try:
        if facts["format"] != FORMAT:
            raise ValueError("of another version")
        found = encoder_of(arrays)
        count, rank = found.basis.shape
        if not (found.centre.shape == found.spread.shape == (count,) and found.out.shape == (rank, len(found.bias))
                and all(np.isfinite(one).all() for one in vars(found).values()) and (found.spread > 0).all()):
            raise ValueError("its parts do not fit")
    except (KeyError, ValueError) as error:
        raise EngineError(Text("{0}: damaged, or of another version", path), Text("install Facewright again"),
                          repr(error)) from None
    return found


def _load(store: "ModelStore", device: str) -> Encoder | None:
    return load_encoder(digest_of_default(store))


ENCODER = NetworkSpec("encoder", (), _load, lambda encoder: Bytes() if encoder is None else encoder.cost,
                       name=Text("First guess of a face"), brief=True)
"""The one for the program's own generator; None when that is another than it was trained for."""
