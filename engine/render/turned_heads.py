"""Where a head that a generator has turned lies in its photo: as far as it turned, about the person's own neck."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, on_thread
from engine.base.opencv import cv2
from engine.generator.alignment import Alignment
from engine.generator.turned import TurnedHead
from engine.networks.face_parser import LABELS
from engine.networks.residency import Residency
from engine.photo.analyser import FaceAnalyser
from engine.photo.crop import Crop, cut
from engine.photo.face import Face
from engine.photo.large_crop import shrunk_to
from engine.photo.open_photo import OpenPhoto
from engine.puppet.facemap import face_axes
from engine.puppet.head.cutout import WORKING, HeadCutout, cut_out, skin_depth
from engine.puppet.head.matte import person_matte
from engine.puppet.head.parts import FacePlace, parsed_parts
from engine.puppet.head.places import PLACES, turned_places
from engine.puppet.patches import as_unit, sample, step
from engine.puppet.turn import Turn

if TYPE_CHECKING:
    from engine.head.model import Head
    from engine.render.covers import Covers

_KEPT = "turned heads"
_SIDE = 512
"""Pixels of the drawn square at which the drawn head is cut out."""
_LOOK = 256
_ROUNDS, _NUDGE = 6, 0.02  # of the search for the turn; radians
_FARTHEST, _LARGER = (45.0, 35.0), 1.25  # degrees of yaw and pitch, times: nobody's head is drawn further or larger
_SETTLED = 0.02  # radians of the search's last step
_WHOLE_SQUARE = (0.0, 0.0, 1.0, 1.0)
# Sides of the drawn square from its border inward.
_HEAD_FADES = 0.0, 0.04
_RULES_FADE = 0.015, 0.09
# Face heights below the drawn chin.
_UNDER_CHIN = -0.02, 0.06
_NECK_FADES, _COLLAR = 0.04, (0.12, 0.45)
_NECK_IN, _NECK_SOFT = 0.035, 0.015  # face heights: the drawn neck ends so far within its outline, over the photo's own
_FACE_IN, _FACE_SOFT = 0.05, 0.022  # face heights
_LITTLE, _MUCH = 0.7, 2.5  # degrees: from where the drawn head takes the photo's place, and is all there is


@dataclass(frozen=True, eq=False)
class PhotoHead:
    """A photo's head, ready to be turned. rest (478, 3): its landmarks as `Turn` takes them."""

    face: Face
    crop: Crop
    cutout: HeadCutout
    turn: Turn
    rest: np.ndarray


class TurnedHeads:
    """analyser: for faces that a generator draws; head: the parametric head; covers: looks at photos' faces."""

    def __init__(self, analyser: Callable[[], FaceAnalyser], head: "Callable[[], Head]",
                 covers: "Callable[[], Covers]", residency: Residency) -> None:
        self._analyser, self._head, self._covers, self._residency = analyser, head, covers, residency

    def sitter(self, photo: OpenPhoto, face: int) -> Job[PhotoHead | None]:
        """A photo's head cut out, once; None without a parser or where it cannot be told from what is behind it."""
        key = (_KEPT, photo.id, face)
        kept = self._residency.get(key)
        if kept is None:
            parsed = yield from self._covers().parsed(photo, face)
            found = None if parsed is None else (yield from on_thread(self._cut_out(photo, face, parsed)))
            kept = (found,)
            self._residency.put(key, kept, 0 if found is None else found.cutout.bytes_held)
        return kept[0]

    def laid(self, sitter: PhotoHead, alignment: Alignment, before: np.ndarray, after: np.ndarray,
             labels: np.ndarray) -> TurnedHead | None:
        """How a drawn head lies in the photo, a third of a second; None when no face is seen on it.

        before, after (s, s, 3) float32 0..1: the face as it is and turned; labels (k, k) uint8: what a parser says of
        what is drawn after.
        """
        was, now = (self._seen(one, sitter, alignment) for one in (before, after))
        return None if was is None or now is None else laid(sitter, alignment, was, now, after, labels)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEPT and key[1] == photo_id)

    def _seen(self, picture: np.ndarray, sitter: PhotoHead, alignment: Alignment) -> np.ndarray | None:
        """(478, 2) landmarks of a drawn face in sides of its square; None when none is seen where the photo's is."""
        small = picture if len(picture) <= _LOOK else cv2.resize(picture, (_LOOK, _LOOK), interpolation=cv2.INTER_AREA)
        landmarks = sitter.face.landmarks.astype(np.float64)
        to_drawn = alignment.to_drawn(len(small))
        near = replace(sitter.face, landmarks=np.column_stack([_moved(landmarks[:, :2], to_drawn),
                                                               landmarks[:, 2]]).astype(np.float32))
        face = self._analyser().refine(np.rint(255 * np.clip(small, 0, 1)).astype(np.uint8), near)
        return None if face is near else face.landmarks[:, :2].astype(np.float64) / len(small)

    def _cut_out(self, photo: OpenPhoto, face: int, parsed: Mapping[str, np.ndarray]) -> Job[PhotoHead | None]:
        from engine.head.fit import fit_head
        from engine.puppet.basis import seen

        crop, found = photo.crop(face), photo.faces[face]
        landmarks = crop.to_crop(found.landmarks).astype(np.float64)
        fit = fit_head(self._head(), landmarks, found.blendshapes)
        flat = landmarks[:, :2] / crop.side
        axes = face_axes(flat)
        x0, y0, x1, y1 = (edge / crop.side for edge in crop.within(*photo.picture.size))
        small = as_unit(shrunk_to(cut(photo.picture.pixels, crop), min(WORKING, crop.side)))
        cutout = yield from cut_out(small, FacePlace(flat, axes, (x0, y0, x1, y1)),
                                    skin_depth(fit, self._head(), crop.side), parsed)
        if cutout is None:
            return None
        rest = seen(fit, self._head().landmarks(fit.vertices), crop.side)
        turn = Turn.of(fit.camera, crop.side, axes.height, np.ones(0))
        return PhotoHead(found, crop, cutout, turn, rest)


def laid(sitter: PhotoHead, alignment: Alignment, before: np.ndarray, after: np.ndarray, picture: np.ndarray,
         labels: np.ndarray) -> TurnedHead | None:
    """How a drawn head lies in the photo; None where its landmarks are those of no turn.

    before, after (478, 2): landmarks of the face as it is drawn and turned, in sides of the drawn square; picture
    (s, s, 3) float32 0..1, labels (k, k) uint8: the latter, and what a parser says of it.
    """
    to_crop = _to_crop(alignment, sitter.crop)
    found = found_turn(sitter.turn, sitter.rest, _moved(before, to_crop), _moved(after, to_crop))
    if found is None:
        return None
    yaw, pitch, move = found
    places = turned_places(sitter.cutout, sitter.turn, sitter.turn.placement(yaw, pitch, 0.0))
    amount = float(step(_LITTLE, _MUCH, float(np.hypot(yaw, pitch))))
    head, rules, face = _drawn_parts(after, picture, labels)
    where = _whole(move) @ _whole(to_crop) @ np.diag([1 / _SIDE, 1 / _SIDE, 1.0])
    rules = cv2.warpAffine(rules, PLACES * where[:2], (PLACES, PLACES), flags=cv2.INTER_AREA)
    neck = sample(cv2.resize(sitter.cutout.parts.neck.astype(np.float32), (PLACES, PLACES),
                             interpolation=cv2.INTER_AREA), places.source * PLACES)
    under = places.shown * np.maximum((1 - rules) * (1 - neck), 1 - amount)
    return TurnedHead(move, places.source, places.goes, sitter.cutout.matte, sitter.cutout.plate,
                      under.astype(np.float32), head, face, amount)


def found_turn(turn: Turn, rest: np.ndarray, was: np.ndarray,
               now: np.ndarray) -> tuple[float, float, np.ndarray] | None:
    """By how many degrees of yaw and pitch a drawn face has turned, and the move (2, 3) that puts it where a turn about
    the neck leads: those by which the fitted head's landmarks come nearest to what is drawn, wherever that is and
    however large (Gauss-Newton). None for landmarks that no head has which was turned so far and is about as large.

    rest (478, 3) as `Turn` takes them; was, now (478, 2): the drawn landmarks before and after, crop sides.
    """
    def led(angles: np.ndarray) -> np.ndarray:
        yaw, pitch = np.degrees(angles)
        placement = turn.placement(float(yaw), float(pitch), 0.0)
        return was + (turn.apply(rest, placement, 1.0) - rest)[:, :2]

    def left(angles: np.ndarray) -> np.ndarray:
        there = led(angles)
        return (_moved(now, _similarity(now, there)) - there).ravel()

    angles, nudged = np.zeros(2), np.full(2, np.inf)
    for _ in range(_ROUNDS):
        off = left(angles)
        slope = np.stack([(left(angles + nudge) - left(angles - nudge)) / (2 * _NUDGE)
                          for nudge in _NUDGE * np.eye(2)], 1)
        nudged = np.linalg.lstsq(slope, off, rcond=None)[0]
        angles = angles - nudged
    yaw, pitch = np.degrees(angles)
    if not (np.abs(nudged).max() < _SETTLED and abs(yaw) <= _FARTHEST[0] and abs(pitch) <= _FARTHEST[1]):
        return None
    move = _similarity(now, led(angles))
    larger = float(np.hypot(*move[:, 0]))
    return (float(yaw), float(pitch), move) if 1 / _LARGER <= larger <= _LARGER else None


def _drawn_parts(landmarks: np.ndarray, picture: np.ndarray,
                 labels: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(_SIDE, _SIDE) float32 0..1 each, of the drawn square: how much of the drawn head is laid, where nothing of the
    photo's head may be seen beside it, and where the face is."""
    picture = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    place = FacePlace(landmarks, face_axes(landmarks), _WHOLE_SQUARE)
    parts = parsed_parts({name: labels == number for number, name in enumerate(LABELS)}, place, _SIDE)
    below, unit = place.below_chin(_SIDE), place.axes.height * _SIDE
    depth = (np.arange(_SIDE, dtype=np.float32) + 0.5) / _SIDE
    depth = np.minimum(depth, 1 - depth)

    def within(fade: tuple[float, float]) -> np.ndarray:
        line = step(*fade, depth)
        return np.asarray(line[:, None] * line)

    oval = place.oval(_SIDE).astype(np.float32)
    if parts is None:
        head = oval
    else:
        parts = replace(parts, hard=parts.hard | _holes(parts.person))
        collar = float(np.clip(np.quantile(below[parts.neck], 0.9), *_COLLAR)) if parts.neck.any() else _COLLAR[1]
        neck = cv2.GaussianBlur(parts.neck.astype(np.float32), (0, 0), _NECK_SOFT * unit)
        goes = 1 - step(_NECK_FADES, collar, below)
        goes *= _shrunk(parts.person.astype(np.float32), _NECK_IN * unit, _NECK_SOFT * unit)
        head = person_matte(picture, parts, place)[..., 3] * (1 - neck * (1 - goes))
    return ((head * within(_HEAD_FADES)).astype(np.float32),
            (within(_RULES_FADE) * (1 - step(*_UNDER_CHIN, below))).astype(np.float32),
            _shrunk(oval, _FACE_IN * unit, _FACE_SOFT * unit))


def _holes(mask: np.ndarray) -> np.ndarray:
    """(n, n) bool: what a mask encloses: a parser takes a cheek for cloth at times."""
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return (cv2.drawContours(np.zeros(mask.shape, np.uint8), outlines, -1, 1, cv2.FILLED) > 0) & ~mask


def _shrunk(mask: np.ndarray, by: float, soft: float) -> np.ndarray:
    """A mask (n, n) float32 smaller by so many pixels all around, and soft."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(by)) + 1,) * 2)
    return cv2.GaussianBlur(cv2.erode(mask, disc), (0, 0), soft)


def _to_crop(alignment: Alignment, crop: Crop) -> np.ndarray:
    """(2, 3) from the drawn square, in its sides, to the crop, in its own."""
    matrix = alignment.to_photo(1)
    matrix[:, 2] -= crop.x0, crop.y0
    return matrix / crop.side


def _similarity(points: np.ndarray, there: np.ndarray) -> np.ndarray:
    """(2, 3) that turns, scales and shifts points (n, 2) nearest to others."""
    a, b = (one[:, 0] + 1j * one[:, 1] for one in (points, there))
    scale = np.vdot(a - a.mean(), b - b.mean()) / np.vdot(a - a.mean(), a - a.mean())
    shift = b.mean() - scale * a.mean()
    return np.array([[scale.real, -scale.imag, shift.real], [scale.imag, scale.real, shift.imag]])


def _moved(points: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    return np.asarray(points @ matrix[:, :2].T + matrix[:, 2])


def _whole(matrix: np.ndarray) -> np.ndarray:
    return np.vstack([matrix, [0, 0, 1]])
