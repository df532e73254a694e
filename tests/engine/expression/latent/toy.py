"""A generator of a few lines whose faces smile by one number of w and open the jaw by another, and its analyser."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.base.errors import NotInverted
from engine.generator.alignment import Alignment
from engine.generator.generator import Generator
from engine.generator.inversion.result import Fidelity, Inversion
from engine.generator.space import LatentSpace
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.face import Box, Face
from engine.photo.open_photo import OpenPhoto

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
