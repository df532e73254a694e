"""Finding and measuring the faces of a picture."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from engine.models.store import ModelStore
from engine.photo import proposals
from engine.photo.face import Box, Face
from engine.photo.identity import IdentityNetwork
from engine.photo.landmarker import Landmarker, Sighting
from engine.photo.upright import UprightView, view_of

_LOOK_SIDE = 1280
"""Longest side at which the whole picture is looked at; the detector sees less than that anyway."""
_SAME_FACE = 0.35
"""Boxes overlapping by more than this are the same face."""
_LARGE = 0.2
"""A face as large as this share of the picture's longer side makes it a portrait; smaller ones make it a group."""
_POOR = 0.3
"""Proposed faces on which two looks agree less than this are dropped."""
_LOOKS = ((0.55, (0.0, 0.0)), (0.5, (0.02, 0.015)))
"""Share of the view a face fills, and shift of the view, for each of the looks that are averaged."""


class FaceAnalyser:
    """Faces, landmarks, pose, blendshapes and identity. Models load when first needed and stay loaded.

    Not for use by two threads at once.
    """

    def __init__(self, store: ModelStore) -> None:
        self._store = store
        self._landmarker: Landmarker | None = None
        self._identity: IdentityNetwork | None = None
        self._frontal = proposals.FrontalDetector()

    def faces(self, pixels: np.ndarray) -> tuple[Face, ...]:
        """All faces in pixels (H, W, 3) uint8 sRGB, largest first; empty when there is none.

        Each has been looked at closely (see `refine`), so that small and tilted faces are as precise as large ones.
        EngineError when the landmark model is not on this machine.
        """
        refined: list[Face] = []
        for seen in self._sightings(pixels):
            face = self._closely(pixels, seen.landmarks)
            if face is not None and all(face.box.overlap(known.box) < _SAME_FACE for known in refined):
                refined.append(face)
        refined.sort(key=lambda face: -face.box.area)
        return tuple(replace(face, index=index) for index, face in enumerate(refined))

    def refine(self, pixels: np.ndarray, face: Face) -> Face:
        """The face measured again in pixels, around where `face` was; `face` itself when nothing is seen there.

        Looks at upright crops in which the face has a good size, and averages them: three to four times less noise
        than a look at the whole picture (0.2 % of the distance between the eyes instead of 0.6 %).
        """
        found = self._closely(pixels, face.landmarks)
        return face if found is None else replace(found, index=face.index)

    def identity(self, pixels: np.ndarray, face: Face) -> np.ndarray:
        """(128,) float32: whose face it is; two pictures of one person lie within 0.6 (see engine.photo.identity)."""
        if self._identity is None:
            self._identity = IdentityNetwork(
                self._store.path("dlib-identity", "shape_predictor_5_face_landmarks.dat"),
                self._store.path("dlib-identity", "dlib_face_recognition_resnet_model_v1.dat"))
        return self._identity.vector(pixels, face)

    def _sightings(self, pixels: np.ndarray) -> list[Sighting]:
        """Each face once, roughly."""
        size = pixels.shape[1], pixels.shape[0]
        found = self._whole(pixels)
        extra = [box for box in self._frontal.boxes(pixels)
                 if not any(_covers(Box.around(seen.landmarks), box) for seen in found)]
        self._add(found, pixels, map(proposals.around, extra))
        largest = max((Box.around(seen.landmarks).height for seen in found), default=0.0)
        if extra or largest < _LARGE * max(size):
            for parts in (2, 3):
                self._add(found, pixels, proposals.tiles(size, parts))
        if not found:
            self._add(found, pixels, proposals.padded(size))
        if not found:
            self._add(found, pixels, proposals.tiles(size, 6))
        return found

    def _whole(self, pixels: np.ndarray) -> list[Sighting]:
        from engine.opencv import cv2

        height, width = pixels.shape[:2]
        scale = min(1.0, _LOOK_SIDE / max(width, height))
        if scale == 1.0:
            return self._look(pixels)
        small = (max(1, round(width * scale)), max(1, round(height * scale)))
        stretch = np.array([width / small[0], height / small[1], width / small[0]], np.float32)
        return [replace(seen, landmarks=seen.landmarks * stretch)
                for seen in self._look(cv2.resize(pixels, small, interpolation=cv2.INTER_AREA))]

    def _add(self, found: list[Sighting], pixels: np.ndarray, views: Iterable[UprightView]) -> None:
        """Look at views and add the faces that were not found before."""
        for view in views:
            for seen in self._look(view.cut(pixels)):
                back = view.back(seen)
                box = Box.around(back.landmarks)
                if all(box.overlap(Box.around(known.landmarks)) < _SAME_FACE for known in found):
                    found.append(back)

    def _closely(self, pixels: np.ndarray, landmarks: np.ndarray) -> Face | None:
        """The face at these landmarks from several close looks, or None when they do not agree that there is one."""
        seen: list[Sighting] = []
        for share, shift in _LOOKS:
            view = view_of(landmarks, share, shift)
            here = [view.back(one) for one in self._look(view.cut(pixels))]
            box = Box.around(landmarks)
            here = [one for one in here if box.overlap(Box.around(one.landmarks)) > _SAME_FACE]
            if here:
                nearest = min(here, key=lambda one: float(np.abs(one.landmarks - landmarks).mean()))
                seen.append(nearest)
                landmarks = nearest.landmarks
        if not seen:
            return None
        face = Face(0, Box.around(landmarks), _mean(one.landmarks for one in seen),
                    _mean(one.blendshapes for one in seen), _mean(one.matrix for one in seen), 0.0)
        score = _agreement(seen, face.interocular) if len(seen) > 1 else _POOR
        return replace(face, box=Box.around(face.landmarks), score=score) if score >= _POOR else None

    def _look(self, pixels: np.ndarray) -> list[Sighting]:
        if self._landmarker is None:
            self._landmarker = Landmarker(self._store.path("face-landmarker", "face_landmarker.task"))
        return self._landmarker.look(pixels)


def _mean(arrays: Iterable[np.ndarray]) -> np.ndarray:
    return np.mean(list(arrays), axis=0, dtype=np.float64).astype(np.float32)


def _agreement(seen: list[Sighting], interocular: float) -> float:
    """1 when two looks give the same landmarks, 0.5 when they differ by 5 % of the distance between the eyes."""
    apart = np.linalg.norm(seen[0].landmarks[:, :2] - seen[1].landmarks[:, :2], axis=1).mean() / max(interocular, 1e-6)
    return float(1 / (1 + apart / 0.05))


def _covers(face: Box, frontal: Box) -> bool:
    """Whether a frontal detector's box is about a face that was found: the centre of each lies in the other."""
    return face.contains(*frontal.centre) and frontal.contains(*face.centre)
