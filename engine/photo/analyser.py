"""Finding and measuring the faces of a picture."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from engine.base.jobs import Job, Progress, run
from engine.base.text import Text
from engine.models.store import ModelStore
from engine.photo import proposals
from engine.photo.face import Box, Face
from engine.photo.identity import IdentityNetwork
from engine.photo.landmarker import Landmarker, Sighting
from engine.photo.levels import Levels
from engine.photo.upright import UprightView, view_of

_LOOK_SIDE = 1280
"""Longest side at which the whole picture is looked at; the detector sees less than that anyway."""
_SAME_FACE = 0.35
"""Boxes overlapping by more than this are the same face."""
_LARGE = 0.2
"""A face as large as this share of the picture's longer side makes it a portrait; smaller ones make it a group."""
_POOR = 0.3
"""Proposed faces on which two looks agree less than this are dropped."""
_LOOKS = ((0.55, (0.0, 0.0)), (0.5, (0.02, 0.015)), (0.4, (0.0, 0.0)), (0.7, (0.0, 0.0)))
"""Share of the view a face fills, and shift of the view: the first two that see the face are averaged."""


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
        return run(self.find(pixels))

    def find(self, pixels: np.ndarray) -> Job[tuple[Face, ...]]:
        """`faces` as a job: about 0.1 s for a portrait, 0.5 s for a group, in short steps."""
        picture = Levels(pixels)
        size = picture.size
        known: list[Face] = []
        yield from self._admit(known, picture, self._whole(picture))
        if max((face.box.height for face in known), default=0.0) < _LARGE * max(size):
            for parts in (2, 3):
                yield from self._admit(known, picture, self._through(picture, proposals.tiles(size, parts)))
            # Last, and only where there may be small faces: making this detector holds Python still for half a second.
            boxes = self._frontal.boxes(picture)
            missed = [box for box in boxes if not any(_covers(face.box, box) for face in known)]
            yield from self._admit(known, picture, self._through(picture, map(proposals.around, missed)))
        if not known:
            yield from self._admit(known, picture, self._through(picture, proposals.padded(size)))
        if not known:
            yield from self._admit(known, picture, self._through(picture, proposals.tiles(size, 6)))
        known.sort(key=lambda face: -face.box.area)
        return tuple(replace(face, index=index) for index, face in enumerate(known))

    def refine(self, pixels: np.ndarray, face: Face) -> Face:
        """The face measured again in pixels, around where `face` was; `face` itself when nothing is seen there.

        Looks at upright crops in which the face has a good size, and averages them: three to four times less noise
        than a look at the whole picture (0.2 % of the distance between the eyes instead of 0.6 %).
        """
        found = self._closely(Levels(pixels), face.landmarks)
        return face if found is None else replace(found, index=face.index)

    def identity(self, pixels: np.ndarray, face: Face) -> np.ndarray:
        """(128,) float32: whose face it is; two pictures of one person lie within 0.6 (see engine.photo.identity)."""
        return self._network().vector(pixels, face)

    def _whole(self, picture: Levels) -> list[Sighting]:
        small, (wide, high) = picture.within(_LOOK_SIDE)
        stretch = np.array([wide, high, wide], np.float32)
        return [replace(seen, landmarks=seen.landmarks * stretch) for seen in self._detect(small)]

    def warm(self) -> None:
        """Load what `faces` needs for a portrait, so that the first picture does not wait for it."""
        blank = np.zeros((128, 128, 3), np.uint8)
        self._detect(blank)

    def warm_identity(self) -> None:
        """Load what `identity` needs, if its model is on this machine: dlib holds Python still while it reads it."""
        if self._store.present("dlib-identity"):
            self._network().load()

    def _network(self) -> IdentityNetwork:
        if self._identity is None:
            self._identity = IdentityNetwork(
                self._store.path("dlib-identity", "shape_predictor_5_face_landmarks.dat"),
                self._store.path("dlib-identity", "dlib_face_recognition_resnet_model_v1.dat"))
        return self._identity

    def close(self) -> None:
        """Let go of the networks; the next use loads them again."""
        if self._landmarker is not None:
            self._landmarker.close()
        self._landmarker = self._identity = None
        self._frontal = proposals.FrontalDetector()

    def _through(self, picture: Levels, views: Iterable[UprightView]) -> Iterator[Sighting | None]:
        """What is seen in each of the views, in picture coordinates; None after each view."""
        for view in views:
            for seen in self._detect(picture.cut(view)):
                yield view.back(seen)
            yield None

    def _admit(self, known: list[Face], picture: Levels, sightings: Iterable[Sighting | None]) -> Job[None]:
        """Add the faces that a close look confirms and that are not known yet."""
        for seen in sightings:
            if seen is not None and _is_new(Box.around(seen.landmarks), known):
                face = self._closely(picture, seen.landmarks)
                if face is not None and _is_new(face.box, known):
                    known.append(face)
            yield Progress(len(known), 0, Text("Looking for faces"))

    def _closely(self, picture: Levels, landmarks: np.ndarray) -> Face | None:
        """The face at these landmarks from several close looks, or None when they do not agree that there is one."""
        seen: list[Sighting] = []
        for share, shift in _LOOKS:
            if len(seen) == 2:
                break
            view = view_of(landmarks, share, shift)
            here = [view.back(one) for one in self._detect(picture.cut(view))]
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

    def _detect(self, pixels: np.ndarray) -> list[Sighting]:
        if self._landmarker is None:
            self._landmarker = Landmarker(self._store.path("face-landmarker", "face_landmarker.task"))
        return self._landmarker.detect(pixels)


def _mean(arrays: Iterable[np.ndarray]) -> np.ndarray:
    return np.stack(list(arrays)).mean(axis=0, dtype=np.float64).astype(np.float32)


def _agreement(seen: list[Sighting], interocular: float) -> float:
    """1 when two looks give the same landmarks, 0.5 when they differ by 5 % of the distance between the eyes."""
    apart = np.linalg.norm(seen[0].landmarks[:, :2] - seen[1].landmarks[:, :2], axis=1).mean() / max(interocular, 1e-6)
    return float(1 / (1 + apart / 0.05))


def _is_new(box: Box, known: list[Face]) -> bool:
    return all(box.overlap(face.box) < _SAME_FACE for face in known)


def _covers(face: Box, frontal: Box) -> bool:
    """Whether a frontal detector's box is about a face that was found: the centre of each lies in the other."""
    return face.contains(*frontal.centre) and frontal.contains(*face.centre)
