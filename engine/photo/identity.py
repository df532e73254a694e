"""Whose face it is, as 128 numbers.

Models: dlib's five-point shape predictor and face recognition network (Davis King, dlib-models, CC0): a ResNet of 29
layers trained so that two pictures of one person lie within 0.6 of each other.
"""

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
    """Loads both models when first asked (about 0.3 s)."""

    def __init__(self, predictor: Path, network: Path) -> None:
        self._paths = predictor, network
        self._loaded: tuple[Any, Any] | None = None

    def vector(self, pixels: np.ndarray, face: Face) -> np.ndarray:
        """(128,) float32 of a face in pixels (H, W, 3) uint8 RGB. Euclidean distance tells how alike two faces are."""
        dlib, predictor, network = self.load()
        cut, shape = five_points(pixels, face, predictor)
        chip = dlib.get_face_chip(cut, shape, size=150, padding=0.25)
        return np.array(network.compute_face_descriptor(chip), np.float32)

    def load(self) -> tuple[Any, Any, Any]:
        """dlib and both models, loaded once; Any because dlib has no types. EngineError when they are damaged."""
        import dlib

        if self._loaded is None:
            predictor, network = self._paths
            try:
                self._loaded = dlib.shape_predictor(str(predictor)), dlib.face_recognition_model_v1(str(network))
            except RuntimeError as error:
                raise EngineError(f"the identity model in {network.parent} could not be loaded",
                                  hint="run `facewright models verify dlib-identity`", detail=str(error)) from error
        return dlib, *self._loaded


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
