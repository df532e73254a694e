"""The portrait of a film: the photo as it is filmed, and what a worker needs to make the puppet of its face."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, run
from engine.photo.crop import Crop, cut
from engine.photo.face import Box, Face
from engine.photo.large_crop import LargeCrop, SquarePixels
from engine.photo.open_photo import OpenPhoto
from engine.puppet.render.parts import LARGEST_WHOLE
from engine.reenact.workplace import digest_of
from engine.render.covers import Covers

if TYPE_CHECKING:
    import moderngl

    from engine.puppet.cover.cover import Cover
    from engine.puppet.puppet import Puppet


@dataclass(frozen=True, eq=False)
class Portrait:
    """pixels (H, W, 3) uint8 sRGB, both even: the photo, an odd side longer by a repeated edge; size: width and height
    of what of it is the photo. face: measured in it; crop: the square that moves. cover: what covers the face; parsed:
    what a parser sees of the crop; None for neither."""

    pixels: np.ndarray
    size: tuple[int, int]
    face: Face
    crop: Crop
    cover: "Cover | None"
    parsed: Mapping[str, np.ndarray] | None

    @property
    def digest(self) -> str:
        """Of all that decides about the puppet."""
        face, cover = self.face, self.cover
        covered = b"" if cover is None else cover.shown_at(512).tobytes()
        hidden = () if cover is None else (cover.worn, sorted(cover.hidden))
        parsed = {} if self.parsed is None else self.parsed
        return digest_of(repr((self.pixels.shape, self.size, self.crop, hidden, sorted(parsed))), self.pixels.tobytes(),
                         face.landmarks.tobytes(), face.blendshapes.tobytes(), face.matrix.tobytes(), covered,
                         *(parsed[name].tobytes() for name in sorted(parsed)))

    def puppet(self, context: "moderngl.Context | None", turns: bool) -> "Puppet":
        """The puppet of its face, at the photo's own resolution; turns: whether its head will."""
        from engine.head.pack import load_head
        from engine.puppet.head.layers import prepare_layers
        from engine.puppet.prepare import prepare_puppet

        landmarks = self.crop.to_crop(self.face.landmarks)
        puppet = run(prepare_puppet(self._square(), landmarks, self.face.blendshapes, load_head(), context,
                                    cover=self.cover))
        if turns:
            x0, y0, x1, y1 = (edge / self.crop.side for edge in self.crop.within(*self.size))
            puppet.lay(run(prepare_layers(puppet.person, (x0, y0, x1, y1), self.parsed)))
        return puppet

    def _square(self) -> SquarePixels:
        if self.crop.side > LARGEST_WHOLE:
            return LargeCrop(self.pixels, self.crop)
        return cut(self.pixels, self.crop)


def portrait_of(photo: OpenPhoto, face: int, covers: Covers, size: int | None = None) -> Job[Portrait]:
    """size: of the longer side, never more than the photo's own; None for that. EngineError for a face that there is
    not."""
    found = photo.face(face)
    pixels = photo.picture.pixels
    crop = photo.crop(face)
    cover = yield from covers.of(photo, face)
    parsed = yield from covers.parsed(photo, face)
    height, width = pixels.shape[:2]
    if size is not None and size < max(width, height):
        pixels, found = _smaller(pixels, found, size / max(width, height))
        share = pixels.shape[1] / width
        crop = Crop(round(crop.x0 * share), round(crop.y0 * share), max(32, 2 * round(crop.side * share / 2)))
        height, width = pixels.shape[:2]
    even = np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
    return Portrait(np.ascontiguousarray(even), (width, height), found, crop, cover, parsed)


def _smaller(pixels: np.ndarray, face: Face, share: float) -> tuple[np.ndarray, Face]:
    from engine.base.opencv import cv2

    height, width = (max(16, round(side * share)) for side in pixels.shape[:2])
    small = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    scale = np.array([width / pixels.shape[1], height / pixels.shape[0], width / pixels.shape[1]], np.float32)
    landmarks = face.landmarks * scale
    return small, replace(face, landmarks=landmarks, box=Box.around(landmarks))
