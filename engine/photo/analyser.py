"""Finding and measuring the faces of a picture."""

import numpy as np

from engine.models.store import ModelStore
from engine.photo.face import Box, Face
from engine.photo.landmarker import Landmarker


class FaceAnalyser:
    """Faces, landmarks, pose, blendshapes and identity. Models load when first needed and stay loaded.

    Not for use by two threads at once.
    """

    def __init__(self, store: ModelStore) -> None:
        self._store = store
        self._landmarker: Landmarker | None = None

    def faces(self, pixels: np.ndarray) -> tuple[Face, ...]:
        """All faces in pixels (H, W, 3) uint8 sRGB, largest first; empty when there is none."""
        if self._landmarker is None:
            self._landmarker = Landmarker(self._store.path("face-landmarker", "face_landmarker.task"))
        found = sorted(self._landmarker.look(pixels), key=lambda seen: -Box.around(seen.landmarks).area)
        return tuple(
            Face(index, Box.around(seen.landmarks), seen.landmarks, seen.blendshapes, seen.matrix, 1.0)
            for index, seen in enumerate(found)
        )
