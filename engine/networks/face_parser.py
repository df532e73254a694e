"""The face parsing network."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import open_plain
from engine.base.text import Text
from engine.networks.bisenet import check, parse_logits
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec

if TYPE_CHECKING:
    import torch

    from engine.models.store import ModelStore

MODEL, FILE = "face-parsing", "79999_iter.pth"
"""Its id and file in the catalogue."""

LABELS = ("background", "skin", "left brow", "right brow", "left eye", "right eye", "glasses", "left ear", "right ear",
          "earring", "nose", "mouth", "upper lip", "lower lip", "neck", "necklace", "cloth", "hair", "hat")
"""Classes of CelebAMask-HQ in the order of the network's outputs; left and right as seen in the picture."""

SIDE = 512

_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


class FaceParser:
    """Says of each pixel what part of a person it shows. The public weights are for non-commercial use.

    file:   79999_iter.pth, a bare state dict; read without executing anything in it.
    device: "cuda", "mps", "cpu".
    """

    def __init__(self, file: Path, device: str = "cpu") -> None:
        import torch

        try:
            with open_plain(file) as opened:
                weights = torch.load(opened, map_location="cpu", weights_only=True)
        except EngineError:
            raise
        except Exception as error:  # noqa: BLE001 - a foreign file can fail in any way
            raise EngineError(Text("{0} is not a face parsing network, or is damaged: {1}", file,
                                   type(error).__name__)) from error
        if not isinstance(weights, dict) or not all(isinstance(tensor, torch.Tensor) for tensor in weights.values()):
            raise EngineError(Text("{0} is not a face parsing network", file))
        check(weights, str(file))
        self._device = torch.device(device)
        self._weights = {name: tensor.to(self._device) for name, tensor in weights.items()}

    @property
    def cost(self) -> Bytes:
        return Bytes.of(self._weights.values())

    def scores(self, pictures: "torch.Tensor") -> "torch.Tensor":
        """Class scores (B, 19, h, w) of pictures (B, 3, h, w), RGB normalised by ImageNet's mean and deviation;
        differentiable by the pictures. Faces of about 512 pixels are what it was taught with."""
        return parse_logits(self._weights, pictures)

    def labels(self, picture: np.ndarray) -> np.ndarray:
        """(512, 512, 3) uint8 RGB of a face to (512, 512) uint8, indices into LABELS."""
        import torch

        if picture.shape != (SIDE, SIDE, 3) or picture.dtype != np.uint8:
            raise ValueError(f"the parser takes ({SIDE}, {SIDE}, 3) uint8, not {picture.shape} {picture.dtype}")
        with torch.inference_mode():
            pixels = torch.from_numpy(np.array(picture)).to(self._device).float() / 255
            mean, deviation = (torch.tensor(three, device=self._device) for three in (_MEAN, _DEVIATION))
            scores = parse_logits(self._weights, ((pixels - mean) / deviation).permute(2, 0, 1)[None])
            return scores[0].argmax(0).to(torch.uint8).cpu().numpy()


def _load(store: "ModelStore", device: str) -> FaceParser:
    return FaceParser(store.path(MODEL, FILE), device)


FACE_PARSER = NetworkSpec("face parser", ((MODEL, FILE),), _load, lambda parser: parser.cost,
                          name=Text("Parts of the face"))
