"""A square picture of one face, as everything that is made of it reads it."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.large_crop import SquarePixels, shrunk_to
from engine.puppet.eyes import EyeLayer
from engine.puppet.facemap import MOUTH, OUTER_LIPS, FaceAxes, face_axes
from engine.puppet.mouth.reading import QUICK_TEXELS, TEXELS, MouthReading, read_mouth
from engine.puppet.patches import as_unit, luminance
from engine.puppet.rims import Aperture, apertures, seam_margin
from engine.puppet.tone import PhotoTone, plain_tone, read_tone, with_surface

SMALL = 512
"""Side of the maps that need no more."""
FINER = 1024
_ROUGHLY_SMALL = 768  # not worth making smaller where milliseconds count
_DETAIL = 1536  # side beyond which the layers behind lids and lips gain nothing
_CHEEKS = (50, 280, 101, 330, 205, 425, 151)


@dataclass(frozen=True, eq=False)
class FacePicture:
    """pixels (side, side, 3) uint8 or uint16, or float32 0..1 when evened; landmarks (478, 2) and axes in crop sides;
    quickly: every millisecond counts; tone: the photo's tonal range."""

    pixels: SquarePixels
    landmarks: np.ndarray
    axes: FaceAxes
    quickly: bool = False
    tone: PhotoTone = field(default_factory=plain_tone)

    @classmethod
    def of(cls, pixels: SquarePixels, landmarks: np.ndarray, quickly: bool = False) -> "FacePicture":
        """landmarks (478, 2|3) in pixels of the picture. EngineError when they are no face."""
        side = pixels.shape[0]
        if pixels.ndim != 3 or pixels.shape[1] != side or pixels.shape[2] != 3 or side < 16:
            raise EngineError(Text("the face's crop must be a square colour picture"))
        points = np.asarray(landmarks, np.float64)[:, :2] / side
        if points.shape != (478, 2) or not np.isfinite(points).all():
            raise EngineError(Text("the landmarks of this face are unusable"))
        axes = face_axes(points)
        if not 0.05 < axes.height < 2 or axes.iod < 0.01:
            raise EngineError(Text("the landmarks of this face are unusable"),
                              Text("open a photo in which the face is clearer"))
        return cls(pixels, points, axes, quickly)

    def with_own_tone(self) -> "FacePicture":
        """The same, its tonal range read."""
        tone = read_tone(self.small, self.landmarks, self.colours()[0])
        return replace(self, tone=with_surface(tone, self.detail, self.landmarks, self.axes))

    @property
    def even(self) -> "FacePicture":
        """What painted layers are made from (see `engine.puppet.tone`): the very same for an ordinary photo, which is
        not kept in itself: of a large one hundreds of megabytes would stay until the garbage collector comes by."""
        return self._evened if self.tone.ranged else self

    @cached_property
    def _evened(self) -> "FacePicture":
        return replace(self, pixels=self.tone.even(self.detail))

    @property
    def side(self) -> int:
        return int(self.pixels.shape[0])

    @cached_property
    def detail(self) -> np.ndarray:
        """(n, n, 3) the pixels, at most as many as layers behind lids and lips gain from."""
        return _at_most(self.pixels, _DETAIL)

    @cached_property
    def small(self) -> np.ndarray:
        """(n, n, 3) the pixels, n at most `SMALL`; quickly, a little more."""
        return self.detail if self.quickly and self.side <= _ROUGHLY_SMALL else _at_most(self.detail, SMALL)

    @cached_property
    def finer(self) -> np.ndarray:
        """(n, n, 3) the pixels, n at most `FINER`: for lines that are narrower than a pixel of `small`."""
        return _at_most(self.detail, FINER)

    def openings(self) -> dict[str, Aperture]:
        """The openings' edges in crop sides. Quickly, no more of the picture is looked at than the mouth: the same but
        for rounding."""
        side, low, high = self.small.shape[0], np.zeros(2, int), np.full(2, self.small.shape[0])
        points = self.landmarks * side
        if self.quickly:
            lips = points[[*MOUTH.upper, *MOUTH.lower]]
            margin = seam_margin(self.axes.height * side)
            low = np.clip(np.floor(lips.min(0) - margin).astype(int), 0, side - 2)
            high = np.clip(np.ceil(lips.max(0) + margin).astype(int), low + 2, side)
        gray = luminance(as_unit(self.small[low[1]:high[1], low[0]:high[0]]))
        found = apertures(points - low, gray, face_axes(points))
        return {name: replace(one, upper=(one.upper + low) / side, lower=(one.lower + low) / side, gap=one.gap / side)
                for name, one in found.items()}

    def mouth(self, opening: Aperture | None = None) -> MouthReading:
        """What is between the lips. opening: the mouth's, when it is known already."""
        return read_mouth(opening or self.openings()["mouth"], self.axes, self.even.detail,
                          QUICK_TEXELS if self.quickly else TEXELS)

    def colours(self) -> tuple[np.ndarray, np.ndarray]:
        """(3,) 0..1 of the cheeks and of the lips, medians."""
        side = self.small.shape[0]

        def around(landmarks: tuple[int, ...]) -> np.ndarray:
            at = np.clip((self.landmarks[list(landmarks)] * side).astype(int), 1, side - 2)
            rows, columns = (at[:, axis, None] + [-1, 0, 1] for axis in (1, 0))
            patches = as_unit(self.small[rows[:, :, None], columns[:, None]])
            return np.median(patches.mean((1, 2)), axis=0).astype(np.float32)

        return around(_CHEEKS), around(OUTER_LIPS[12:19])

    def luminance_at(self, points: np.ndarray) -> np.ndarray:
        """(N,) 0..1 of the pixels that points (N, 2), crop sides, lie in."""
        side = self.small.shape[0]
        at = np.clip((points * side).astype(int), 0, side - 1)
        return luminance(as_unit(self.small[at[:, 1], at[:, 0]]))


def white_of(eyes: tuple[EyeLayer, ...]) -> np.ndarray:
    """(3,) the brighter part of both eyes' whites."""
    pixels = np.concatenate([eye.white[eye.inside > 0.5] for eye in eyes])
    if len(pixels) < 8:
        return np.full(3, 0.7, np.float32)
    return np.percentile(pixels, 70, axis=0).astype(np.float32)


def _at_most(pixels: SquarePixels, side: int) -> np.ndarray:
    return shrunk_to(pixels, min(side, pixels.shape[0]))
