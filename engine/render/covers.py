"""What covers the faces of photos: looked at once for each, whoever draws it."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.photo.crop import Crop, cut
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import colour, paste
from engine.render.request import Patch

if TYPE_CHECKING:
    from engine.networks.face_parser import FaceParser
    from engine.puppet.cover.cover import Cover
    from engine.puppet.cover.parsed import Parsed

_ACROSS = (33, 263)  # landmarks: outer corners of the eyes
_LOOKED_AT = 512  # pixels a side of a face's crop: less is taken as it is


REDRAWN = Text("What covers the face stays as the photo shows it; what is drawn anew around it may not meet it")
"""Told besides of a renderer that draws the face anew."""


_Seen = tuple["Cover | None", np.ndarray | None]


class Covers:
    """parser: says which part of a person a pixel shows; None where it is not installed."""

    def __init__(self, parser: "Callable[[], FaceParser | None]") -> None:
        self._parser = parser
        self._found: WeakKeyDictionary[OpenPhoto, dict[int, _Seen]] = WeakKeyDictionary()

    def of(self, photo: OpenPhoto, face: int) -> "Job[Cover | None]":
        """What covers a face, None for an uncovered one. The first time some 35 ms, with a parser half a second and
        what loading it takes, on a thread of its own. A parser that cannot be loaded is done without: doctor tells of
        it, and the live renderer needs none."""
        return (yield from self._seen(photo, face))[0]

    def parsed(self, photo: OpenPhoto, face: int) -> "Job[Parsed | None]":
        """What a parser sees of a face's crop, by the name of a class (k, k) bool; None without one. Looked at
        together with what covers the face."""
        from engine.networks.face_parser import LABELS

        labels = (yield from self._seen(photo, face))[1]
        return None if labels is None else {name: labels == number for number, name in enumerate(LABELS)}

    def _seen(self, photo: OpenPhoto, face: int) -> Job[_Seen]:
        known = self._found.setdefault(photo, {})
        if face not in known:
            known[face] = yield from on_thread(self._look(photo, face))
        return known[face]

    def kept(self, photo: OpenPhoto, face: int, patch: Patch) -> Job[Patch]:
        """A patch drawn anew, without what it has over what covers the face."""
        from engine.puppet.cover.held import uncovered

        cover = yield from self.of(photo, face)
        if cover is None:
            return patch
        return Patch(uncovered(patch.pixels, cover.free(len(patch.pixels))), (*patch.notes, *cover.notes, REDRAWN))

    def keeping(self, photo: OpenPhoto, faces: Collection[int], native: np.ndarray,
                finish: Callable[[], Job[tuple[Text, ...]]], several: bool) -> Job[tuple[Text, ...]]:
        """The same for what `finish` draws of some faces into `native` (H, W, C), in the photo's own samples: what
        covers them is laid back. Gives what `finish` tells, and what is to be told of covers; several: it names the
        face."""
        under = []
        for face in faces:
            cover = yield from self.of(photo, face)
            if cover is not None:
                under.append((face, cover, cut(native, photo.crop(face))))
        notes = list((yield from finish()))
        for face, cover, before in under:
            crop = photo.crop(face)
            if np.array_equal(cut(native, crop), before):
                continue
            alpha = np.zeros(before.shape[:2], native.dtype)
            rows, columns, free = cover.free(crop.side)
            alpha[rows, columns] = np.rint((1 - free) * np.iinfo(native.dtype).max)
            paste(native, np.dstack([colour(before), alpha]), crop.x0, crop.y0)
            told = (*cover.notes, REDRAWN)
            notes += [Text("face {0}: {1}", face, note) for note in told] if several else told
        return tuple(notes)

    def _look(self, photo: OpenPhoto, face: int) -> Job[_Seen]:
        """What covers the face, and the parser's labels (k, k) uint8 of its crop."""
        from engine.networks.face_parser import LABELS
        from engine.puppet.cover.find import find_cover

        yield Progress(0, 1, Text("looking at what covers the face"))
        square, landmarks = looked_at(photo.picture.pixels, photo.crop(face), photo.faces[face].landmarks)
        try:
            parser = self._parser()
        except EngineError:
            parser = None
        parsed = None if parser is None else parsed_upright(parser, square, landmarks)
        cover = find_cover(square, landmarks, parsed, _missing(photo, photo.crop(face), len(square)))
        if parsed is None:
            return cover, None
        return cover, np.argmax([parsed[name] for name in LABELS], axis=0).astype(np.uint8)


def _missing(photo: OpenPhoto, crop: Crop, side: int) -> np.ndarray | None:
    """(side, side) bool which of a crop never came, where a photo's end is missing; beyond the edge as at the edge."""
    there = photo.picture.missing
    if there is None:
        return None
    width, height = photo.picture.size
    middles = (np.arange(side) + 0.5) * (crop.side / side)
    across, down = np.clip(crop.x0 + middles, 0, width - 0.5), np.clip(crop.y0 + middles, 0, height - 0.5)
    return np.outer((down >= there.y0) & (down < there.y1), (across >= there.x0) & (across < there.x1))


def looked_at(pixels: np.ndarray, crop: Crop, landmarks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A face's crop and its landmarks in it, not much larger than it is looked at: a large one's own pixels would take
    hundreds of megabytes."""
    share = crop.side // _LOOKED_AT
    if share < 2:
        return cut(pixels, crop), crop.to_crop(landmarks)
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = crop.within(width, height)
    x0, y0, wide, high = crop.x0 + x0, crop.y0 + y0, (x1 - x0) // share, (y1 - y0) // share
    if min(wide, high) < 1:  # next to nothing of it lies in the photo
        return cut(pixels, crop), crop.to_crop(landmarks)
    seen = cv2.resize(pixels[y0:y0 + high * share, x0:x0 + wide * share], (wide, high), interpolation=cv2.INTER_AREA)
    square = Crop((crop.x0 - x0) // share, (crop.y0 - y0) // share, crop.side // share)
    return cut(seen, square), square.to_crop(Crop(x0, y0, crop.side).to_crop(landmarks) / np.float32(share))


def parsed_upright(parser: "FaceParser", square: np.ndarray, landmarks: np.ndarray) -> "Parsed":
    """What a parser sees of a face's crop (s, s, 3) uint8, which is turned upright for it; landmarks (478, 2|3) there.
    """
    from engine.networks.face_parser import LABELS, SIDE

    way = cv2.INTER_AREA if len(square) > SIDE else cv2.INTER_CUBIC
    small = square if len(square) == SIDE else cv2.resize(square, (SIDE, SIDE), interpolation=way)
    right, left = (landmarks[number, :2].astype(np.float64) for number in _ACROSS)
    angle = float(np.degrees(np.arctan2(*(left - right)[::-1])))
    turn = cv2.getRotationMatrix2D((SIDE / 2 - 0.5, SIDE / 2 - 0.5), angle, 1.0)
    labels = parser.labels(cv2.warpAffine(small, turn, (SIDE, SIDE), borderMode=cv2.BORDER_REPLICATE))
    labels = cv2.warpAffine(labels, turn, (SIDE, SIDE), flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP,
                            borderMode=cv2.BORDER_REPLICATE)
    return {name: labels == number for number, name in enumerate(LABELS)}
