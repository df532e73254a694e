"""A generator and an analyser of a few lines, whose attributes are known, and the reference files."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.attributes.labels.labelling import Labellers
from engine.attributes.labels.labelling import here as labelled_here
from engine.attributes.labels.measures import FaceMeasurer
from engine.photo.face import Face
from tests.engine.toys import ColourGenerator, face_of, landmarks

WIDTH, ROWS = 8, 6


class ToyGenerator(ColourGenerator):
    """Red is w+[row 0 .. 2, first number], green the second number in any row, blue stays."""

    def __init__(self, digest: str = "toy") -> None:
        super().__init__(WIDTH, ROWS, 64, digest)

    def colours(self, wplus: Any) -> Any:
        import torch

        red, green = wplus[:, :3, 0].mean(1) / 4, wplus[:, :, 1].mean(1) / 4
        return torch.stack([red, green, torch.zeros_like(red)], 1)


class ToyAnalyser:
    """Sees a smile in red and a pucker in green; no face at all on what is very red."""

    def faces(self, pixels: np.ndarray) -> tuple[Face, ...]:
        red, green = (float(pixels[..., channel].mean()) / 255 for channel in (0, 1))
        if red > 0.95:
            return ()
        return (face_of(64, landmarks(64, 7), {"mouthSmileLeft": red, "mouthSmileRight": red, "mouthPucker": green}),)


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
