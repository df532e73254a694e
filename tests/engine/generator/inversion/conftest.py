"""A generator, an LPIPS and a photo of a few lines, with which a face can be looked for in a second."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.generator.generator import Generator
from engine.generator.inversion.latent_prior import LatentPrior, prior_of
from engine.generator.latent_faces import LatentFaces
from engine.generator.space import LatentSpace
from engine.models.store import ModelStore
from engine.networks.lpips import Convolution, Perceptual
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from engine.photo.face import Box, Face
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture

WIDTH, ROWS, SIZE = 6, 4, 64


class SmallGenerator(Generator):
    """A row draws in its own size of pattern: 4, 8, 16 and 32 pixels. w is correlated, off centre and skewed."""

    family = "small"

    def __init__(self) -> None:
        source = np.random.RandomState(5)
        self._mix = torch.from_numpy((source.randn(WIDTH, WIDTH) * 0.7).astype(np.float32))
        mean = self.mapping(torch.from_numpy(source.randn(999, WIDTH).astype(np.float32))).mean(0)
        super().__init__("small", "5" * 64, SIZE,
                         LatentSpace(WIDTH, WIDTH, ROWS, ROWS, np.repeat(mean.numpy()[None], ROWS, 0)),
                         {f"row.{row}": source.randn(WIDTH, 3, 4 << row, 4 << row) for row in range(ROWS)}, (32,))

    def mapping(self, z: Any) -> Any:
        mixed = z @ self._mix
        return torch.where(mixed > 0, mixed, mixed * 0.3)

    def _draw(self, wplus: Any, size: int, noise: Any) -> Any:
        drawn = torch.zeros(len(wplus), 3, size, size)
        for row in range(ROWS):
            pattern = torch.einsum("nw,wcij->ncij", wplus[:, row], self.weights[f"row.{row}"])
            drawn = drawn + torch.nn.functional.interpolate(pattern, (size, size), mode="bilinear")
        return torch.tanh(drawn / 4)


def small_perceptual() -> Perceptual:
    source = torch.Generator().manual_seed(1)

    def layer(outputs: int, inputs: int, side: int, stride: int, pool: bool) -> Convolution:
        weight = torch.randn(outputs, inputs, side, side, generator=source) / (inputs * side * side) ** 0.5
        return Convolution(weight, torch.zeros(outputs), stride, side // 2, pool, torch.rand(outputs, generator=source))

    return Perceptual([layer(8, 3, 5, 2, False), layer(8, 8, 3, 1, True)])


class SmallNetworks:
    """What `InversionNetworks` offers, of these. No identity network, no encoder."""

    identity = encoder = None

    def __init__(self, store: object = None) -> None:
        self.generator = SmallGenerator()
        self.digest = self.generator.digest
        self.prior: LatentPrior = prior_of(self.generator)
        self.perceptual = small_perceptual()

    def lacking(self) -> None:
        return None

    def held(self) -> AbstractContextManager[None]:
        return nullcontext()


@pytest.fixture(scope="session")
def networks() -> SmallNetworks:
    return SmallNetworks()


@pytest.fixture
def faces(networks: SmallNetworks, tmp_path: Path) -> LatentFaces:
    store = ModelStore(tmp_path / "models")
    return LatentFaces(Zoo(store), lambda: FaceAnalyser(store), networks, tmp_path / "latents")  # type: ignore[arg-type]


def landmarks(middle: tuple[float, float], side: float, turn: float = 0.0) -> np.ndarray:
    """(478, 3) float32 of an average face whose aligned square has this middle and this side, turned by `turn`."""
    points = (np.random.RandomState(0).rand(478, 3) - 0.5) * (0.45, 0.6, 0.3)
    around = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    eyes = np.stack([0.055 * np.cos(around), 0.02 * np.sin(around)], 1)
    for indices, x in (((33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246), -0.115),
                       ((263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466), 0.115)):
        points[list(indices), :2] = eyes + (x, -0.025)
    points[[61, 291]] = (-0.09, 0.225, 0), (0.09, 0.225, 0)
    cos, sin = np.cos(turn), np.sin(turn)
    points[:, :2] = points[:, :2] @ np.array([[cos, sin], [-sin, cos]])
    return (points * side + (*middle, 0)).astype(np.float32)


@pytest.fixture
def photo(networks: SmallNetworks) -> OpenPhoto:
    """A photo of 200 x 160 pixels with the face that is drawn for latents of two rows of their own, and another."""
    from engine.generator.alignment import align

    points = landmarks((90, 80), 64)
    pixels = np.full((160, 200, 3), 90, np.uint8)
    place = align(points)
    drawn = picture_of(networks, planted(networks))
    from engine.base.opencv import cv2

    matrix = place.to_photo(SIZE)
    matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5
    there = cv2.warpAffine(drawn, matrix, (200, 160), flags=cv2.INTER_LINEAR)
    inside = cv2.warpAffine(np.full((SIZE, SIZE), 255, np.uint8), matrix, (200, 160)) > 250
    pixels[inside] = there[inside]
    picture = Picture(pixels, pixels, None, "ab" * 32, None, "PNG")
    one, other = face_at(0, points), face_at(1, landmarks((170, 40), 40))
    return OpenPhoto(picture, (one, other))


def face_at(index: int, points: np.ndarray) -> Face:
    return Face(index, Box.around(points), points, np.zeros(52, np.float32), np.eye(4, dtype=np.float32), 1.0)


def planted(networks: SmallNetworks) -> np.ndarray:
    """(rows, width): usual latents, the rows not all alike."""
    z = torch.from_numpy(np.random.RandomState(11).randn(2, WIDTH).astype(np.float32))
    first, second = networks.generator.mapping(z).numpy()
    return np.stack([first, first, second, first])


def picture_of(networks: SmallNetworks, code: np.ndarray) -> np.ndarray:
    from engine.generator.generator import to_pixels

    return to_pixels(networks.generator.synthesis(torch.from_numpy(code)[None]))[0]
