"""The toy generator's faces, a photo of one of them, and what is known of its latents."""

import numpy as np
import pytest

from engine.expression.latent import units
from engine.expression.latent.basis import GROUPS, Basis
from engine.expression.latent.measures import NAMES, PLACE, measured
from engine.photo.face import Box, Face
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from tests.engine.expression.latent.toy import (
    JAW,
    PERSON,
    ROWS,
    SIDE,
    SMILE,
    WIDTH,
    ToyAnalyser,
    ToyGenerator,
    ToyLatents,
)
from tests.engine.toys import landmarks


@pytest.fixture
def generator() -> ToyGenerator:
    return ToyGenerator()


@pytest.fixture
def toy_analyser() -> ToyAnalyser:
    return ToyAnalyser()


@pytest.fixture
def latents(generator: ToyGenerator) -> ToyLatents:
    return ToyLatents(generator, np.zeros((ROWS, WIDTH), np.float32))


@pytest.fixture
def basis(toy_analyser: ToyAnalyser) -> Basis:
    """One direction each for smile, jaw, and a smile that makes another person; the rest does nothing. What is known
    of them is only nearly right."""
    gray = np.full((SIDE, SIDE, 3), 128, np.uint8)
    centre = measured(toy_analyser.faces(gray)[0])
    k = len(NAMES)
    directions = np.zeros((k, WIDTH), np.float32)
    directions[PLACE["mouthSmile"], SMILE] = directions[PLACE["jawOpen"], JAW] = 1
    directions[PLACE["cheekSquint"], [SMILE, PERSON]] = 1
    jacobian, identity = np.zeros((k, k * len(GROUPS))), np.zeros((k * len(GROUPS),) * 2)
    for place in range(k):
        for group, (first, last) in enumerate(GROUPS):
            amount = (last - first) / ROWS
            jacobian[PLACE["mouthSmile"], place * 4 + group] = 1.8 * amount * directions[place, SMILE]
            jacobian[PLACE["jawOpen"], place * 4 + group] = 1.0 * amount * directions[place, JAW]
    person = np.zeros(k * len(GROUPS))
    person[4 * PLACE["cheekSquint"]:4 * PLACE["cheekSquint"] + 4] = [(b - a) / ROWS for a, b in GROUPS]
    identity += np.outer(person, person)
    return Basis("toy", directions, centre, np.ones(k), centre - 4, centre + 4, jacobian[None], np.zeros((1, k)),
                 identity)


@pytest.fixture
def photo() -> OpenPhoto:
    pixels = np.random.RandomState(1).randint(0, 256, (300, 300, 3)).astype(np.uint8)
    points = landmarks(SIDE, 68) + 20
    face = Face(0, Box(80, 70, 220, 210), points, np.zeros(52, np.float32), np.eye(4, dtype=np.float32), 1.0)
    return OpenPhoto(Picture(pixels, pixels, None, "0" * 64, None, "PNG"), (face,))


@pytest.fixture
def all_supported(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if everything had been measured to work."""
    for name in units.UNITS:
        monkeypatch.setitem(units.SUPPORT, name, "good")

