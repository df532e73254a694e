"""A generator of a few lines whose faces smile by one number of w and open the jaw by another, and its analyser."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.base.errors import NotInverted
from engine.generator.alignment import Alignment
from engine.generator.inversion.result import Fidelity, Inversion
from engine.photo.face import Face
from engine.photo.open_photo import OpenPhoto
from tests.engine.toys import ColourGenerator, face_of, landmarks

WIDTH, ROWS, SIDE = 6, 14, 256
SMILE, JAW, PERSON = 0, 1, 2
"""Numbers of w: red is the smile, green the jaw, blue who it is."""


class ToyGenerator(ColourGenerator):
    """Colours bend: no face smiles more than fully."""

    def __init__(self, digest: str = "toy") -> None:
        super().__init__(WIDTH, ROWS, SIDE, digest)

    def colours(self, wplus: Any) -> Any:
        import torch

        return torch.tanh(wplus[:, :, :3].mean(1) / 4) * 0.9


class ToyAnalyser:
    """Sees the toy's colours as logits; nobody on what is very blue."""

    def __init__(self) -> None:
        self.looks = 0

    def faces(self, pixels: np.ndarray) -> tuple[Face, ...]:
        self.looks += 1
        red, green, blue = (2 * float(pixels[..., channel].mean()) / 255 - 1 for channel in range(3))
        if blue > 0.6:
            return ()
        logits = {"mouthSmileLeft": red, "mouthSmileRight": red, "jawOpen": green}
        shapes = {name: 1 / (1 + np.exp(-6 * value)) for name, value in logits.items()}
        return (face_of(SIDE, landmarks(SIDE, 56), shapes, rest=0.5),)

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
