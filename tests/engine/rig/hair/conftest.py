from dataclasses import replace

import numpy as np
import pytest

from engine.base.jobs import run
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.head.fit import HeadFit, fit_head
from engine.head.pack import load_head
from engine.rig.texture.seen import SeenFace, look_at


@pytest.fixture(scope="module")
def sample(engine: Engine) -> tuple[HeadFit, SeenFace]:
    """A face, and what the photo shows of it by landmarks."""
    photo = run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))
    face = photo.faces[0]
    return fit_head(load_head(), face.landmarks, face.blendshapes), look_at(photo, 0, None)


def told(sample: tuple[HeadFit, SeenFace], hair: np.ndarray) -> SeenFace:
    """The same face, its hair told as a network would: (n, n) bool."""
    _, seen = sample
    mask = hair.astype(np.float32)
    return replace(seen, hair=mask, hair_inside=mask, skin=seen.skin * (1 - mask), parsed=True)


def drawn_hair(sample: tuple[HeadFit, SeenFace], thick: float, low: float) -> np.ndarray:
    """(n, n) bool: everything within `thick` dm of the skull above the brows, and beside the face down to `low` dm."""
    fit, seen = sample
    side = len(seen.root)
    y, x = np.mgrid[:side, :side].astype(np.float64)

    def at(*place: float) -> np.ndarray:
        return (fit.project(np.array([place]))[0, :2] - seen.origin) * seen.scale

    middle, crown, ear = at(0, 0.45, 0), at(0, 1.42, 0), at(0.78, 0.45, 0)
    height, width = middle[1] - crown[1], abs(ear[0] - middle[0])
    dm = height / 0.97
    skull = ((x - middle[0]) / (width + thick * dm)) ** 2 + ((y - middle[1]) / (height + thick * dm)) ** 2 < 1
    above = skull & (y < at(0, 0.85, 1)[1])
    across = np.abs(x - middle[0])
    beside = (across > width * 0.9) & (across < width + thick * dm) & (y >= at(0, 0.85, 1)[1]) & (y < at(0, low, 0)[1])
    return above | beside & (low < 0.4)
