"""From a generator's square back into the photo: only what an edit changed, and of that as much of the photo as can be.

An inversion is never exact, so neither the drawn face nor the difference of two drawn faces can be laid on the photo.
What is taken is chosen by a soft mask of what the edit changed (`engine.generator.change`). In it the drawn face is
led to the photo by what the inversion missed there, which is carried along with what the edit moves (the alignment of
distortions of Wang et al., High-fidelity GAN inversion, CVPR 2022, with dense optical flow for their network): skin,
freckles and stray hair turn with the head. Where the edit draws something new, nothing is carried, and only the
colours follow the photo's: by how far off the inversion is nearby for colours alike, and along the mask's rim.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.generator.alignment import Alignment, cut_aligned
from engine.generator.change import SIDE, Change, change_between, largest, reduced, surely
from engine.generator.outline import outlined
from engine.generator.outskirts import PAD, Outskirts, same_outside, spread_out
from engine.generator.plate import filled
from engine.generator.tones import Tones
from engine.photo.crop import Crop

Into = Callable[[np.ndarray], np.ndarray]

_GRAIN = 1.3  # pixels of SIDE: what is finer is not taken from the generator where the photo has it
_RIM, _RIM_REACH = 0.9, 7.0  # of the mask up to which it counts as its rim; over so many pixels of SIDE it fades
_RIM_TRUST = 0.04  # how much rim there must be near, as a share of the surroundings, to be trusted half
_ODD = 0.2  # a difference at the rim beyond which something else is seen there, not another shade of the same
_NEARBY = 6.0  # pixels of SIDE: what is finer of what comes into view is the generator's
_LOOSE = 6.0  # pixels of SIDE around a person in which the photo does not say what is behind: loose hair
_AT_ONCE = 1 << 19  # pixels
_EDGE = 0.04  # of the patch: within so much of its edge the photo comes back


def composite(native: np.ndarray, crop: Crop, alignment: Alignment, before: np.ndarray, after: np.ndarray,
              scale: float = 1.0, into: Into = lambda same: same, keep: np.ndarray | None = None) -> np.ndarray:
    """The patch over a crop of the photo, (s, s, 4) in the type of `native`, straight alpha; see `Composer`."""
    return Composer(native, crop, alignment, before, scale, into).patch(after, keep)


class Composer:
    """Lays edits of one drawn face into the photo it was found for; what does not depend on the edit is made once.

    native:    (s, s, 3) uint8 or uint16: the samples of the photo's crop, at `scale` pixels per photo pixel.
    alignment: where the drawn square lies in the photo.
    before:    (S, S, 3) float32 0..1 sRGB: the face as drawn from its own latents.
    into:      brings sRGB colours into those of `native` (engine.photo.into_profile.IntoProfile).
    behind:    (k, k) float32 0..1 over the drawn square and `PAD` of its side around it, where 1 the photo shows what
               is behind the person; None when nobody looked.
    behind_before: (k, k) float32 0..1 over the drawn square, where 1 `before` shows that; None when nobody looked.
    """

    def __init__(self, native: np.ndarray, crop: Crop, alignment: Alignment, before: np.ndarray, scale: float = 1.0,
                 into: Into = lambda same: same, behind: np.ndarray | None = None,
                 behind_before: np.ndarray | None = None) -> None:
        from engine.base.opencv import cv2

        self._native, self._size, self._into = native, before.shape[0], into
        self._behind: np.ndarray | None = None  # over the square alone, as large as what is worked on
        here = Alignment(scale * (alignment.x - crop.x0), scale * (alignment.y - crop.y0), scale * alignment.right,
                         scale * alignment.down)
        self._to_drawn = here.to_drawn(before.shape[0])
        self._seen = reduced(before)  # in sRGB: what changed is decided as it is seen
        self._small = into(self._seen)
        self._smoothed = self._smooth(self._small)
        side, pad = len(self._small), round(PAD * len(self._small))
        grown = (side + 2 * pad) / side
        around = Alignment(here.x, here.y, here.right * grown, here.down * grown)
        wide = cut_aligned(native, around, side + 2 * pad).astype(np.float32) / np.iinfo(native.dtype).max
        self._photo = wide[pad:-pad, pad:-pad]
        self._same = same_outside(self._photo, wide)
        self._behind_before: np.ndarray | None = None
        if behind_before is not None:
            self._behind_before = cv2.resize(behind_before, self._photo.shape[:2], interpolation=cv2.INTER_AREA)
        if behind is not None:
            around_too = cv2.resize(behind, wide.shape[:2], interpolation=cv2.INTER_AREA)
            self._behind = around_too[pad:-pad, pad:-pad]
            self._same *= 1 - around_too
        # What comes into view is what is seen around it, and hair that was there leaves nothing behind.
        self._plate = None if self._behind is None else filled(self._photo, surely(self._behind, _LOOSE))
        # What is new on a person follows the person's colours, not those of the wall behind.
        person = None if self._behind is None else 1 - self._behind
        self._tones = Tones(self._small, self._photo - self._small, person)

    @property
    def bytes_held(self) -> int:
        return self._native.nbytes + 6 * self._small.nbytes

    def change(self, after: np.ndarray, keep: np.ndarray | None = None, detail: np.ndarray | None = None) -> Change:
        """What an edit changed, in the drawn square. after, keep, detail: as for `patch`."""
        change = change_between(self._seen, reduced(after), keep, self._photo, self._behind)
        if detail is None:
            return change
        from engine.base.opencv import cv2

        share = cv2.resize(detail, change.carried.shape[::-1], interpolation=cv2.INTER_AREA)
        return replace(change, carried=change.carried * share)

    def patch(self, after: np.ndarray, keep: np.ndarray | None = None, behind: np.ndarray | None = None,
              detail: np.ndarray | None = None) -> np.ndarray:
        """An edit over the photo's crop, (s, s, 4) in the type of `native`, straight alpha, 0 where nothing changed.

        after: (S, S, 3) float32 0..1 sRGB, drawn from the changed latents; (S, S) as `before`.
        keep:  (k, k) float32 0..1 over the drawn square: where 1 the photo stays in any case.
        behind: (k, k) float32 0..1 over the drawn square, where 1 the edit shows what is behind the person: where the
               photo does so too it stays, and the rest gets its colours.
        detail: (k, k) float32 0..1 over the drawn square: how much of the photo's own detail that came along is kept;
               all of it when None.
        """
        from engine.base.opencv import cv2

        if behind is not None:
            behind = cv2.resize(behind, self._small.shape[:2], interpolation=cv2.INTER_AREA)
            if self._behind is not None:
                stays = surely(self._behind * behind)
                keep = stays if keep is None else np.maximum(stays, cv2.resize(keep, stays.shape))
        change = self.change(after, keep, detail)
        if behind is not None and self._behind is not None and self._behind_before is not None:
            change = outlined(change, self._behind, self._behind_before, behind)
        side, most = self._native.shape[0], float(np.iinfo(self._native.dtype).max)
        patch = np.zeros((side, side, 4), self._native.dtype)
        if not change.mask.any():
            return patch
        drawn = self._into(after)
        fields = self._fields(change, reduced(drawn), behind)
        window = self._window(fields.mask)
        if window is None:
            return patch
        rows, columns = window
        surface = np.dstack([fields.fresh, fields.drawn])
        course = np.dstack([fields.mask, fields.flow])
        step = max(1, _AT_ONCE // (columns.stop - columns.start))
        for top in range(rows.start, rows.stop, step):  # bands: a large photo's whole crop would take a gigabyte
            band = slice(top, min(top + step, rows.stop))
            there = _Places(self._to_drawn, band, columns, self._size)
            fresh, rest = there.of(surface, padded=True), there.of(course, padded=True)
            share, colours = fresh[..., 3:], there.of(drawn)
            colours *= share
            colours += fresh[..., :3]
            moved = there.of_photo(self._native, rest[..., 1:])
            moved *= (1 - share) * np.float32(1 / most)
            colours += moved
            patch[band, columns, :3] = np.rint(np.clip(colours, 0, 1) * np.float32(most))
            alpha = rest[..., 0] * _edges(side, band)[:, None] * _edges(side, columns)
            patch[band, columns, 3] = np.rint(np.clip(alpha, 0, 1) * np.float32(most))
        return patch

    @staticmethod
    def _smooth(picture: np.ndarray) -> np.ndarray:
        """Without what is finer than the generator can be trusted with: where all is carried along, that is the
        photo's alone, and not the sum of two grains."""
        from engine.base.opencv import cv2

        return cv2.GaussianBlur(picture, (0, 0), _GRAIN * len(picture) / SIDE)

    def _fields(self, change: Change, drawn: np.ndarray, behind: np.ndarray | None) -> Outskirts:
        """What is needed of a change to draw it, also around the square; drawn: (SIDE, SIDE, 3) in the photo's own."""
        from engine.base.opencv import cv2

        side, mask = len(drawn), change.mask
        unit = side / SIDE
        x = np.arange(side, dtype=np.float32)
        places = (change.flow[..., 0] * side + x, change.flow[..., 1] * side + x[:, None])
        was, smooth, photo = (cv2.remap(one, *places, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
                              for one in (self._small, self._smoothed, self._photo))
        carried = change.carried[..., None]
        shade = carried
        if self._behind is not None:  # what is behind the person keeps its colours
            shade = carried * (1 - cv2.remap(self._behind, *places, cv2.INTER_LINEAR,
                                             borderMode=cv2.BORDER_REPLICATE)[..., None])
        fresh = self._shift(drawn, behind) * (1 - carried) + shade * (self._smooth(drawn) - smooth)
        off = self._photo - (drawn * (1 - carried) + fresh + carried * photo)
        rim = ((mask > 0) & (mask < _RIM) & (largest(np.abs(off)) < _ODD)).astype(np.float32)
        near = cv2.GaussianBlur(np.dstack([off * rim[..., None], rim]), (0, 0), _RIM_REACH * unit)
        fresh += near[..., :3] / (near[..., 3:] + _RIM_TRUST)
        return spread_out(change, fresh, shade * (drawn - was), self._same, unit)

    def _shift(self, drawn: np.ndarray, behind: np.ndarray | None) -> np.ndarray:
        """(s, s, 3) what leads new colours to the photo's: the background's to what is seen around it."""
        shift = self._tones.shift(drawn)
        if behind is None or self._plate is None:
            return shift
        from engine.base.opencv import cv2

        off = np.dstack([(self._plate - drawn) * behind[..., None], behind])
        near = cv2.GaussianBlur(off, (0, 0), _NEARBY * len(drawn) / SIDE)
        return shift + behind[..., None] * (near[..., :3] / (near[..., 3:] + 1e-3) - shift)

    def _window(self, mask: np.ndarray) -> tuple[slice, slice] | None:
        """Rows and columns of the patch that the mask, spread out, reaches; None when it reaches none."""
        ys, xs = np.nonzero(mask > 0)
        small = len(self._small)
        pad = (len(mask) - small) // 2
        reach = np.array([[x, y] for x in (xs.min() - 1, xs.max() + 2) for y in (ys.min() - 1, ys.max() + 2)]) - pad
        linear = np.linalg.inv(self._to_drawn[:, :2])
        reach = (reach * (self._size / small) - self._to_drawn[:, 2]) @ linear.T
        side = self._native.shape[0]
        (x0, y0), (x1, y1) = (np.clip(part, 0, side).astype(int)
                              for part in (np.floor(reach.min(0)), np.ceil(reach.max(0))))
        return (slice(y0, y1), slice(x0, x1)) if x1 > x0 and y1 > y0 else None


def _edges(side: int, window: slice) -> np.ndarray:
    """0 at the patch's edges, 1 within."""
    place = np.arange(window.start, window.stop)
    return np.clip(np.minimum(place, side - 1 - place) / (_EDGE * side), 0, 1).astype(np.float32)


class _Places:
    """For each pixel of a window of the patch its place in the drawn square of `size` pixels, corners counting."""

    def __init__(self, to_drawn: np.ndarray, rows: slice, columns: slice, size: int) -> None:
        self._size, self._to_drawn = size, to_drawn
        self._shape = (columns.stop - columns.start, rows.stop - rows.start)
        self._matrix = to_drawn.copy()
        self._matrix[:, 2] += to_drawn[:, :2] @ (columns.start + 0.5, rows.start + 0.5)
        self._x = np.arange(columns.start, columns.stop, dtype=np.float32)
        self._y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None]

    def of(self, picture: np.ndarray, padded: bool = False) -> np.ndarray:
        """A picture of the drawn square (k, k[, C]) float32, whatever its size, as it lies in the window.

        padded: the picture reaches over the square by `PAD` of its side in every direction.
        """
        from engine.base.opencv import cv2

        inner = picture.shape[0] / (1 + 2 * PAD) if padded else picture.shape[0]
        matrix = self._matrix * (inner / self._size)
        matrix[:, 2] += (picture.shape[0] - inner) / 2 - 0.5
        return cv2.warpAffine(picture, matrix, self._shape, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                              borderMode=cv2.BORDER_REPLICATE)

    def of_photo(self, native: np.ndarray, flow: np.ndarray) -> np.ndarray:
        """The photo's samples, float32, from where they come. flow: (h, w, 2) in sides of the drawn square."""
        from engine.base.opencv import cv2

        back = np.linalg.inv(self._to_drawn[:, :2])
        (a, b), (c, d) = (back * self._size).astype(np.float32)
        x, y = flow[..., 0], flow[..., 1]
        moved = cv2.remap(native, self._x + a * x + b * y, self._y + c * x + d * y, cv2.INTER_CUBIC,
                          borderMode=cv2.BORDER_REPLICATE)
        return moved.astype(np.float32)
