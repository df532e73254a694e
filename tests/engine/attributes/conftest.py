"""A generator and an analyser of a few lines, whose attributes are known, and the reference files."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.attributes.labels.labelling import Labellers
from engine.attributes.labels.labelling import here as labelled_here
from engine.attributes.labels.measures import FaceMeasurer
from engine.generator.generator import Generator
from engine.generator.space import LatentSpace
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.photo.face import Box, Face

WIDTH, ROWS = 8, 6


class ToyGenerator(Generator):
    """w is z. Red is w+[row 0 .. 2, first number], green the second number in any row, blue stays."""

    family = "toy"

    def __init__(self, digest: str = "toy") -> None:
        super().__init__("toy", digest, 64, LatentSpace(WIDTH, WIDTH, ROWS, ROWS, np.zeros((ROWS, WIDTH), np.float32)),
                         {})
        self.drawn = 0

    def mapping(self, z: Any) -> Any:
        return z

    def _draw(self, wplus: Any, size: int, noise: Any) -> Any:
        import torch

        self.drawn += len(wplus)
        red, green = wplus[:, :3, 0].mean(1) / 4, wplus[:, :, 1].mean(1) / 4
        colours = torch.stack([red, green, torch.zeros_like(red)], 1)
        return colours[:, :, None, None].expand(-1, -1, size, size)


class ToyAnalyser:
    """Sees a smile in red and a pucker in green; no face at all on what is very red."""

    def faces(self, pixels: np.ndarray) -> tuple[Face, ...]:
        red, green = (float(pixels[..., channel].mean()) / 255 for channel in (0, 1))
        if red > 0.95:
            return ()
        weights = np.zeros(52, np.float32)
        weights[[ARKIT_INDEX["mouthSmileLeft"], ARKIT_INDEX["mouthSmileRight"]]] = red
        weights[ARKIT_INDEX["mouthPucker"]] = green
        assert len(weights) == len(ARKIT_52)
        return (Face(0, Box(0, 0, 64, 64), landmarks(), weights, np.eye(4, dtype=np.float32), 1.0),)


def landmarks() -> np.ndarray:
    """Points that are nowhere the same, inside 64 pixels."""
    return (np.random.RandomState(0).rand(478, 3) * 50 + 7).astype(np.float32)


@pytest.fixture
def toy() -> ToyGenerator:
    return ToyGenerator()


@pytest.fixture
def toy_analyser() -> ToyAnalyser:
    return ToyAnalyser()


@pytest.fixture
def measurer(toy_analyser: ToyAnalyser) -> FaceMeasurer:
    return FaceMeasurer(toy_analyser)  # type: ignore[arg-type]


@pytest.fixture
def here(toy: ToyGenerator, measurer: FaceMeasurer) -> Labellers:
    return labelled_here(toy, measurer)


@pytest.fixture(scope="session")
def reference() -> Path:
    return Path(__file__).resolve().parents[2] / "data" / "rfm_labels"


@pytest.fixture(scope="session")
def evil() -> Path:
    return Path(__file__).resolve().parents[2] / "data" / "rfm" / "evil"
