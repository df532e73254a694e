"""A generator and a face of a few lines, for tests that need to know what w does."""

from typing import Any

import numpy as np

from engine.generator.generator import Generator
from engine.generator.space import LatentSpace
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.face import Box, Face


class ColourGenerator(Generator):
    """w is z, and a picture is one colour. What colour w+ has, a subclass says.

    drawn: how many pictures it drew so far.
    """

    family = "toy"

    def __init__(self, width: int, rows: int, side: int, digest: str = "toy") -> None:
        mean = np.zeros((rows, width), np.float32)
        super().__init__("toy", digest, side, LatentSpace(width, width, rows, rows, mean), {})
        self.drawn = 0

    def colours(self, wplus: Any) -> Any:
        """(n, 3) -1..1 for w+ (n, rows, width)."""
        raise NotImplementedError

    def mapping(self, z: Any) -> Any:
        return z

    def _draw(self, wplus: Any, size: int, noise: Any) -> Any:
        self.drawn += len(wplus)
        return self.colours(wplus)[:, :, None, None].expand(-1, -1, size, size)


def landmarks(side: float, edge: float) -> np.ndarray:
    """(478, 3) float32 points that are nowhere the same, `edge` pixels inside a square of `side`."""
    return (np.random.RandomState(0).rand(478, 3) * (side - 2 * edge) + edge).astype(np.float32)


def face_of(side: int, points: np.ndarray, blendshapes: dict[str, float], rest: float = 0.0) -> Face:
    """A face that fills a square picture, with these blendshapes, the others being at `rest`."""
    weights = np.full(52, rest, np.float32)
    for name, value in blendshapes.items():
        weights[ARKIT_INDEX[name]] = value
    return Face(0, Box(0, 0, side, side), points, weights, np.eye(4, dtype=np.float32), 1.0)
