"""A generator of a few lines whose faces smile by one number of w and open the jaw by another, and its analyser."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from engine.errors import NotInverted
from engine.expression.latent import units
from engine.expression.latent.basis import GROUPS, Basis
from engine.expression.latent.measures import NAMES, PLACE, measured
from engine.generator.alignment import Alignment
from engine.generator.generator import Generator
from engine.generator.inversion.result import Fidelity, Inversion
from engine.generator.space import LatentSpace
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.face import Box, Face
from engine.photo.picture import Picture
from engine.request import OpenPhoto

WIDTH, ROWS, SIDE = 6, 14, 256
SMILE, JAW, PERSON = 0, 1, 2
"""Numbers of w: red is the smile, green the jaw, blue who it is."""


class ToyGenerator(Generator):
    """w is z. Colours bend: no face smiles more than fully."""

    family = "toy"

    def __init__(self, digest: str = "toy") -> None:
        mean = np.zeros((ROWS, WIDTH), np.float32)
        super().__init__("toy", digest, SIDE, LatentSpace(WIDTH, WIDTH, ROWS, ROWS, mean), {})
        self.drawn = 0

    def mapping(self, z: Any) -> Any:
        return z

    def _draw(self, wplus: Any, size: int, noise: Any) -> Any:
        import torch

        self.drawn += len(wplus)
        shown = torch.tanh(wplus[:, :, :3].mean(1) / 4)
        return (shown * 0.9)[:, :, None, None].expand(-1, -1, size, size)


class ToyAnalyser:
    """Sees the toy's colours as logits; nobody on what is very blue."""

    def __init__(self) -> None:
        self.looks = 0

    def faces(self, pixels: np.ndarray) -> tuple[Face, ...]:
        self.looks += 1
        red, green, blue = (2 * float(pixels[..., channel].mean()) / 255 - 1 for channel in range(3))
        if blue > 0.6:
            return ()
        weights = np.full(52, 0.5, np.float32)
        for name, value in (("mouthSmileLeft", red), ("mouthSmileRight", red), ("jawOpen", green)):
            weights[ARKIT_INDEX[name]] = 1 / (1 + np.exp(-6 * value))
        return (Face(0, Box(0, 0, SIDE, SIDE), landmarks(), weights, np.eye(4, dtype=np.float32), 1.0),)

    def refine(self, pixels: np.ndarray, face: Face) -> Face:
        found = self.faces(pixels)
        return found[0] if found else face

    def identity(self, pixels: np.ndarray, face: Face) -> np.ndarray:
        return np.full(128, pixels[..., 2].mean() / 255, np.float32)


@dataclass
class ToyLatents:
    """What LatentFaces does for a photo whose face was looked for, or not (code None)."""

    generator: ToyGenerator
    code_: np.ndarray | None

    def known(self, photo: OpenPhoto, face: int) -> Inversion | None:
        if self.code_ is None:
            return None
        return Inversion(self.code_, Alignment(150.0, 140.0, 90.0, 0.0), "full", True, Fidelity(), 1.0, 1, 1.0, "toy",
                         self.generator.digest, "facewright")

    def code(self, photo: OpenPhoto, face: int) -> np.ndarray:
        if self.code_ is None:
            raise NotInverted("not looked for")
        return self.code_

    def draw(self, code: np.ndarray, size: int) -> np.ndarray:
        import torch

        picture = self.generator.synthesis(torch.from_numpy(np.asarray(code, np.float32))[None], size)[0]
        return ((picture.clamp(-1, 1) + 1) / 2).permute(1, 2, 0).contiguous().numpy()


def landmarks() -> np.ndarray:
    return (np.random.RandomState(0).rand(478, 3) * 120 + 68).astype(np.float32)


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
    face = Face(0, Box(80, 70, 220, 210), landmarks() + 20, np.zeros(52, np.float32), np.eye(4, dtype=np.float32), 1.0)
    return OpenPhoto(Picture(pixels, pixels, None, "0" * 64, None, "PNG"), (face,))


@pytest.fixture
def all_supported(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if everything had been measured to work."""
    for name in units.UNITS:
        monkeypatch.setitem(units.SUPPORT, name, "good")

