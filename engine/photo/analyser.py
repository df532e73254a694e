"""Finding and measuring the faces of a picture."""

from collections.abc import Iterable
from dataclasses import replace
from threading import Lock

import numpy as np

from engine.base.jobs import Job, Progress, run
from engine.base.text import Text
from engine.models.store import ModelStore
from engine.photo import proposals
from engine.photo.close_look import SAME_FACE, closely, right_way_up
from engine.photo.face import Box, Face
from engine.photo.identity import IdentityNetwork
from engine.photo.landmarker import Landmarker, Sighting
from engine.photo.levels import Levels
from engine.photo.upright import BEYOND, UprightView

_LOOK_SIDE = 1280
"""Longest side at which the whole picture is looked at; the detector sees less than that anyway."""
_LARGE = 0.2
"""A face as large as this share of the picture's longer side makes it a portrait; smaller ones make it a group."""
_NEAR = 0.12
"""Where no face is as large as this share, small ones are looked for in fine tiles, too."""


class FaceAnalyser:
    """Faces, landmarks, pose, blendshapes and identity. Models load when first needed and stay loaded.

    Networks look at one picture at a time, whoever asks: the last step of a job that was stopped may still be under way
    on its thread when the next one begins.
    """

    def __init__(self, store: ModelStore) -> None:
        self._store = store
        self._landmarker: Landmarker | None = None
        self._identity: IdentityNetwork | None = None
        self._frontal = proposals.FrontalDetector()
        self._turn = Lock()

    def faces(self, pixels: np.ndarray) -> tuple[Face, ...]:
        """All faces in pixels (H, W, 3) uint8 sRGB, largest first; empty when there is none.

        Each has been looked at closely (see `refine`), so that small and tilted faces are as precise as large ones.
        EngineError when the landmark model is not on this machine.
        """
        return run(self.find(pixels))

    def find(self, pixels: np.ndarray) -> Job[tuple[Face, ...]]:
        """`faces` as a job: about 0.1 s for a portrait, 0.5 s for a group, in short steps.

        Where all faces are small, or none is seen, fine tiles are looked at, too: about 260 of them in 24 megapixels,
        1 to 2 s, and never more than 1600.
        """
        picture = Levels(pixels)
        size = picture.size
        known: list[Face] = []
        yield from self._admit(known, picture, self._whole(picture))
        if not known:
            yield from self._look(known, picture, proposals.turned(size))
        turn = _quarter(known)
        largest = max((face.box.height for face in known), default=0.0) / max(size)
        if largest < _LARGE:
            for parts in (2, 3):
                yield from self._look(known, picture, proposals.tiles(size, parts, turn))
            if not turn:
                # Only where there may be small faces: making this detector holds Python still for half a second.
                with self._turn:
                    boxes = self._frontal.boxes(picture)
                missed = [box for box in boxes if not any(_covers(face.box, box) for face in known)]
                yield from self._look(known, picture, map(proposals.around, missed))
        if not known:
            yield from self._look(known, picture, proposals.padded(size))
        fine = list(proposals.fine_tiles(size, turn)) if largest < _NEAR else []
        yield from self._look(known, picture, fine, len(fine))
        if not known and not fine:
            yield from self._look(known, picture, proposals.tiles(size, 6))
        known.sort(key=lambda face: -face.box.area)
        return tuple(replace(face, index=index) for index, face in enumerate(known))

    def refine(self, pixels: np.ndarray, face: Face) -> Face:
        """The face measured again in pixels, around where `face` was; `face` itself when nothing is seen there.

        Looks at upright crops in which the face has a good size, and averages them: three to four times less noise
        than a look at the whole picture (0.2 % of the distance between the eyes instead of 0.6 %).
        """
        found = closely(self._detect, Levels(pixels), face.landmarks)
        return face if found is None else replace(found, index=face.index)

    def identity(self, pixels: np.ndarray, face: Face) -> np.ndarray:
        """(128,) float32: whose face it is; two pictures of one person lie within 0.6 (see engine.photo.identity)."""
        with self._turn:
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
            with self._turn:
                self._network().load()

    def _network(self) -> IdentityNetwork:
        if self._identity is None:
            self._identity = IdentityNetwork(
                self._store.path("dlib-identity", "shape_predictor_5_face_landmarks.dat"),
                self._store.path("dlib-identity", "dlib_face_recognition_resnet_model_v1.dat"))
        return self._identity

    def close(self) -> None:
        """Let go of the networks; the next use loads them again."""
        with self._turn:
            if self._landmarker is not None:
                self._landmarker.close()
            self._landmarker = self._identity = None
            self._frontal = proposals.FrontalDetector()

    def _look(self, known: list[Face], picture: Levels, views: Iterable[UprightView], count: int = 0) -> Job[None]:
        """Add the faces that are seen in any of the views beside those known by then; a step a view.

        count: how many views there are, where they are so many that it is told.
        """
        for done, view in enumerate(views):
            sightings = [view.back(seen) for seen in self._detect(_covered(picture.cut(view), view, known))]
            yield from self._admit(known, picture, sightings)
            yield Progress(done + 1 if count else 0, count, Text("Looking for faces"))

    def _admit(self, known: list[Face], picture: Levels, sightings: Iterable[Sighting]) -> Job[None]:
        """Add the faces that a close look confirms and that are not known yet; a step a face."""
        for seen in sightings:
            if _is_new(Box.around(seen.landmarks), known):
                face = right_way_up(self._detect, picture, seen.landmarks)
                if face is not None and _is_new(face.box, known):
                    known.append(face)
                yield Progress(0, 0, Text("Looking for faces"))

    def _detect(self, pixels: np.ndarray) -> list[Sighting]:
        with self._turn:
            if self._landmarker is None:
                self._landmarker = Landmarker(self._store.path("face-landmarker", "face_landmarker.task"))
            return self._landmarker.detect(pixels)


def _covered(pixels: np.ndarray, view: UprightView, known: Iterable[Face]) -> np.ndarray:
    """What a view shows, the faces known hidden, so that each is measured once and not in every view that shows it."""
    from engine.base.opencv import cv2

    matrix = view.matrix()
    for face in known:
        outline = face.landmarks[:, :2] @ matrix[:, :2].T + matrix[:, 2]
        if (outline.max(axis=0) > 0).all() and (outline.min(axis=0) < view.size).all():
            cv2.fillConvexPoly(pixels, cv2.convexHull(outline.astype(np.float32)).astype(np.int32), BEYOND)
    return pixels


def _quarter(known: list[Face]) -> float:
    """Which way up a picture is by its largest face: degrees, a multiple of 90."""
    return 90.0 * round(max(known, key=lambda face: face.box.area).roll / 90) if known else 0.0


def _is_new(box: Box, known: list[Face]) -> bool:
    return all(box.overlap(face.box) < SAME_FACE for face in known)


def _covers(face: Box, frontal: Box) -> bool:
    """Whether a frontal detector's box is about a face that was found: the centre of each lies in the other."""
    return face.contains(*frontal.centre) and frontal.contains(*face.centre)
