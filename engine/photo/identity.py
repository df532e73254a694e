"""Whose face it is, as 128 numbers.

Models: dlib's five-point shape predictor and face recognition network (Davis King, dlib-models, CC0): a ResNet of 29
layers trained so that two pictures of one person lie within 0.6 of each other.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import EngineError
from engine.photo.face import Face
from engine.photo.levels import Levels
from engine.photo.upright import view_of

SAME_PERSON = 0.6
"""Faces closer than this are taken for the same person (dlib's own threshold)."""

_SIZE = 400
_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
         150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)
_BROWS = (70, 63, 105, 66, 107, 336, 296, 334, 293, 300)


class IdentityNetwork:
    """Loads both models when first asked (about 0.3 s).

    The network runs in torch once something else has loaded that, in dlib before: torch takes a seventh of the time and
    lets other threads run meanwhile, but a second to load. Their numbers are the same to 1e-5.
    """

    def __init__(self, predictor: Path, network: Path) -> None:
        self._paths = predictor, network
        self._predictor: Any = None
        self._describe: tuple[bool, Callable[[np.ndarray], np.ndarray]] | None = None

    def vector(self, pixels: np.ndarray, face: Face) -> np.ndarray:
        """(128,) float32 of a face in pixels (H, W, 3) uint8 RGB. Euclidean distance tells how alike two faces are."""
        import dlib

        predictor, describe = self.load()
        cut, shape = five_points(pixels, face, predictor)
        return describe(dlib.get_face_chip(cut, shape, size=150, padding=0.25))

    def load(self) -> tuple[Any, Callable[[np.ndarray], np.ndarray]]:
        """dlib's five-point predictor (dlib has no types), and what says of a chip (150, 150, 3) uint8 whose face it
        is. Loaded once. EngineError when the files are damaged."""
        by_torch = _torch_is_loaded()
        if self._predictor is None:
            self._predictor = _of_dlib("shape_predictor", self._paths[0])
        if self._describe is None or self._describe[0] != by_torch:
            self._describe = by_torch, (_in_torch if by_torch else _in_dlib)(self._paths[1])
        return self._predictor, self._describe[1]


def _torch_is_loaded() -> bool:
    """Not while another thread is still at it: that would have to be waited for."""
    torch = sys.modules.get("torch")
    return torch is not None and not getattr(torch.__spec__, "_initializing", False)


def _in_torch(path: Path) -> Callable[[np.ndarray], np.ndarray]:
    import torch

    from engine.photo.identity_network import load_identity_network

    network = load_identity_network(path)

    def describe(chip: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            return network(torch.from_numpy(chip).permute(2, 0, 1)[None].float())[0].numpy()

    return describe


def _in_dlib(path: Path) -> Callable[[np.ndarray], np.ndarray]:
    network = _of_dlib("face_recognition_model_v1", path)
    return lambda chip: np.array(network.compute_face_descriptor(chip), np.float32)


def _of_dlib(kind: str, path: Path) -> Any:
    import dlib

    try:
        return getattr(dlib, kind)(str(path))
    except RuntimeError as error:
        raise EngineError(f"the identity model in {path.parent} could not be loaded",
                          hint="run `facewright models verify dlib-identity`", detail=str(error)) from error


def five_points(pixels: np.ndarray, face: Face, predictor: Any) -> tuple[np.ndarray, Any]:
    """The face cut out upright of pixels (H, W, 3) uint8 RGB, and where dlib's five-point model sees its eyes and nose
    on that: what dlib's networks want to align by."""
    import dlib

    view = view_of(face.landmarks, share=0.6, size=_SIZE)
    cut = Levels(pixels).cut(view)
    whole = view.matrix()
    points = face.landmarks[:, :2] @ whole[:, :2].T + whole[:, 2]
    return cut, predictor(cut, dlib.rectangle(*(round(float(v)) for v in _detector_box(points))))


def _detector_box(points: np.ndarray) -> tuple[float, float, float, float]:
    """The square that dlib's frontal detector, on whose boxes the five-point model was trained, would put here."""
    left, right = points[list(_OVAL), 0].min(), points[list(_OVAL), 0].max()
    top, bottom = points[list(_BROWS), 1].min(), points[list(_OVAL), 1].max()
    half = 0.5 * max(right - left, bottom - top)
    x, y = (left + right) / 2, (top + bottom) / 2
    return x - half, y - half, x + half, y + half
