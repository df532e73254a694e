"""The networks that judge: landmarks, identity and expression by others than the puppet is fitted by."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.face import Face
from measure_likeness import ArcFace
from pictures.emotion_network import EmotionNetwork

LEAST = 900
"""Pixels a side below which a face's crop is enlarged before landmarks are looked for in it."""
_SHIFTED = ((0.0, 0.0), (0.03, 0.0), (-0.03, 0.0), (0.0, 0.03), (0.0, -0.03))

Rectangle = tuple[int, int, int, int]


@dataclass(eq=False)
class Judges:
    """folder: where networks are kept that the catalogue does not have. Each is loaded when first asked.

    dlib's 68 landmarks and ArcFace come from the model store (`facewright models get --accept-licence
    dlib-landmarks-68 insightface-small`): they may be used for measuring, not commercially.
    """

    folder: Path
    store: ModelStore = field(default_factory=ModelStore)

    @cached_property
    def analyser(self) -> FaceAnalyser:
        return FaceAnalyser(self.store)

    @cached_property
    def landmarks(self) -> "Landmarks68":
        return Landmarks68(self.store.path("dlib-landmarks-68", "shape_predictor_68_face_landmarks.dat"))

    @cached_property
    def arcface(self) -> ArcFace:
        return ArcFace(self.store.path("insightface-small", "w600k_mbf.onnx"))

    @cached_property
    def emotions(self) -> EmotionNetwork:
        return EmotionNetwork(self.folder)

    def identity(self, pixels: np.ndarray, face: Face) -> tuple[np.ndarray, np.ndarray]:
        """dlib's (128,) and ArcFace's (512,) vectors."""
        return self.analyser.identity(pixels, face), self.arcface.vector(pixels, face)


class Landmarks68:
    """dlib's 68 landmarks in the box of dlib's own detector, which is what they were trained in: in a box made of
    other landmarks they fall beside the eyes on some faces."""

    def __init__(self, weights: Path) -> None:
        import dlib

        self._detector = dlib.get_frontal_face_detector()
        self._predictor = dlib.shape_predictor(str(weights))

    def boxes(self, pixels: np.ndarray) -> list[Rectangle]:
        """The largest face's box as detected and moved by 3 % of its width to four sides; none when none is seen."""
        import dlib

        half = dlib.resize_image(pixels, 0.5)  # the detector sees faces from 80 pixels
        found = max(self._detector(half, 0), key=lambda box: box.area(), default=None)
        if found is None:
            return []
        left, top, right, bottom = (2 * at for at in (found.left(), found.top(), found.right(), found.bottom()))
        side = right - left
        return [(round(left + x * side), round(top + y * side), round(right + x * side), round(bottom + y * side))
                for x, y in _SHIFTED]

    def look(self, pixels: np.ndarray, boxes: list[Rectangle]) -> np.ndarray:
        """(68, 2) mean of what is seen in the boxes, pixels (h, w, 3) uint8."""
        import dlib

        seen = []
        for box in boxes:
            shape = self._predictor(pixels, dlib.rectangle(*box))
            seen.append([(shape.part(number).x, shape.part(number).y) for number in range(68)])
        return np.mean(np.array(seen, np.float64), axis=0)
