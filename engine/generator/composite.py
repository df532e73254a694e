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
from engine.generator.turned import TurnedHead, UnderHead
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
        self.before = before
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
        return self._native.nbytes + self.before.nbytes + 6 * self._small.nbytes

    def change(self, after: np.ndarray, keep: np.ndarray | None = None, detail: np.ndarray | None = None) -> Change:
        """What an edit changed, in the drawn square. after, keep, detail: as for `patch`."""
        change = change_between(self._seen, reduced(after), keep, self._photo, self._behind)
        if detail is None:
            return change
        from engine.base.opencv import cv2

        share = cv2.resize(detail, change.carried.shape[::-1], interpolation=cv2.INTER_AREA)
        return replace(change, carried=change.carried * share)

    def patch(self, after: np.ndarray, keep: np.ndarray | None = None, behind: np.ndarray | None = None,
              detail: np.ndarray | None = None, turned: TurnedHead | None = None) -> np.ndarray:
        """An edit over the photo's crop, (s, s, 4) in the type of `native`, straight alpha, 0 where nothing changed.

        after: (S, S, 3) float32 0..1 sRGB, drawn from the changed latents; (S, S) as `before`.
        keep:  (k, k) float32 0..1 over the drawn square: where 1 the photo stays in any case.
        behind: (k, k) float32 0..1 over the drawn square, where 1 the edit shows what is behind the person: where the
               photo does so too it stays, and the rest gets its colours.
        detail: (k, k) float32 0..1 over the drawn square: how much of the photo's own detail that came along is kept;
               all of it when None.
        turned: how the head lies in the photo if the edit has turned it: then what is behind the person is filled in
               where the head was, `behind` is not looked at, and the photo stays where neither head is.
        """
        from engine.base.opencv import cv2

        if turned is not None:
            return self._turned(after, turned, keep, detail)
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

    def _turned(self, after: np.ndarray, turned: TurnedHead, keep: np.ndarray | None,
                detail: np.ndarray | None) -> np.ndarray:
        """The patch of a head that was turned: the layers of `TurnedHead`, one over the other."""
        from engine.base.opencv import cv2

        change, drawn = self.change(after, keep, detail), self._into(after)
        small = change.mask.shape[::-1]
        head, face = (cv2.resize(one, small, interpolation=cv2.INTER_AREA) for one in (turned.head, turned.face))
        change = replace(change, mask=np.maximum(change.mask, turned.amount) * head,
                         carried=change.carried * face * (1 - self._came_from_behind(change)))
        person = turned.on_square(self._to_drawn / (self._size / small[0]), len(self._native), small[0])
        fresh, _ = self._fresh(change, reduced(drawn), Tones(self._small, self._photo - self._small, person).shift(
            reduced(drawn)))
        underlay = UnderHead(self._native, turned, *(np.dstack([self._into(np.ascontiguousarray(one[..., :3])),
                                                               one[..., 3]]) for one in (turned.plate, turned.own)))
        side, most = self._native.shape[0], np.float32(np.iinfo(self._native.dtype).max)
        patch = np.zeros((side, side, 4), self._native.dtype)
        step = max(1, _AT_ONCE // side)
        columns = slice(0, side)
        for top in range(0, side, step):
            band = slice(top, min(top + step, side))
            colours, touched = underlay.drawn(band, columns)
            there = _Places(self._to_drawn, band, columns, self._size, turned.back(side))
            rest = there.of(np.dstack([change.mask, change.flow, change.carried]), outside=0)
            carried = rest[..., 3:]
            own = there.of_photo(self._native, rest[..., 1:3]) / most
            new = there.of(fresh) + there.of(drawn) * (1 - carried) + own * carried
            mask = rest[..., 0]
            colours += mask[..., None] * (new - colours)
            alpha = np.maximum(touched, mask) * _edges(side, band)[:, None] * _edges(side, columns)
            patch[band, columns, 3] = np.rint(np.clip(alpha, 0, 1) * most)
            patch[band, columns, :3] = np.rint(np.clip(colours, 0, 1) * most) * (patch[band, columns, 3:] > 0)
        return patch

    def _came_from_behind(self, change: Change) -> np.ndarray | float:
        """(SIDE, SIDE) how far the photo shows what is behind the person where a place of the edit came from."""
        return 0.0 if self._behind is None else self._at_source(change, self._behind)[0]

    @staticmethod
    def _at_source(change: Change, *pictures: np.ndarray) -> list[np.ndarray]:
        """Pictures (SIDE, SIDE[, C]) where each place of the edit came from."""
        from engine.base.opencv import cv2

        side = len(change.mask)
        x = np.arange(side, dtype=np.float32)
        places = (change.flow[..., 0] * side + x, change.flow[..., 1] * side + x[:, None])
        return [cv2.remap(one, *places, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) for one in pictures]

    def _fresh(self, change: Change, drawn: np.ndarray, shift: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(SIDE, SIDE, 3) what is to be added to what is drawn and carried, and how the edit changed the colours of
        what came along; drawn, shift: (SIDE, SIDE, 3) in the photo's own, and what leads it to the photo's colours."""
        was, smooth = self._at_source(change, self._small, self._smoothed)
        carried = change.carried[..., None]
        shade = carried
        if self._behind is not None:  # what is behind the person keeps its colours
            shade = carried * (1 - self._at_source(change, self._behind)[0][..., None])
        fresh = shift * (1 - carried) + shade * (self._smooth(drawn) - smooth)
        return fresh, shade * (drawn - was)

    def _fields(self, change: Change, drawn: np.ndarray, behind: np.ndarray | None) -> Outskirts:
        """What is needed of a change to draw it, also around the square; drawn: (SIDE, SIDE, 3) in the photo's own."""
        from engine.base.opencv import cv2

        side, mask = len(drawn), change.mask
        unit = side / SIDE
        photo = self._at_source(change, self._photo)[0]
        fresh, shade = self._fresh(change, drawn, self._shift(drawn, behind))
        carried = change.carried[..., None]
        off = self._photo - (drawn * (1 - carried) + fresh + carried * photo)
        rim = ((mask > 0) & (mask < _RIM) & (largest(np.abs(off)) < _ODD)).astype(np.float32)
        near = cv2.GaussianBlur(np.dstack([off * rim[..., None], rim]), (0, 0), _RIM_REACH * unit)
        fresh += near[..., :3] / (near[..., 3:] + _RIM_TRUST)
        return spread_out(change, fresh, shade, self._same, unit)

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
    """For each pixel of a window of the patch its place in the drawn square of `size` pixels, corners counting.

    back (2, 3): from a pixel of the patch to that at whose place the drawn square shows what is to be seen there; the
    same pixel when None.
    """

    def __init__(self, to_drawn: np.ndarray, rows: slice, columns: slice, size: int,
                 back: np.ndarray | None = None) -> None:
        self._size, self._to_drawn = size, to_drawn
        self._shape = (columns.stop - columns.start, rows.stop - rows.start)
        back = np.eye(2, 3) if back is None else back
        start = back[:, :2] @ (columns.start + 0.5, rows.start + 0.5) + back[:, 2]
        self._matrix = np.column_stack([to_drawn[:, :2] @ back[:, :2], to_drawn[:, :2] @ start + to_drawn[:, 2]])
        right, down = np.arange(self._shape[0]), np.arange(self._shape[1])[:, None]
        self._x, self._y = ((start[axis] - 0.5 + back[axis, 0] * right + back[axis, 1] * down).astype(np.float32)
                            for axis in range(2))

    def of(self, picture: np.ndarray, padded: bool = False, outside: float | None = None) -> np.ndarray:
        """A picture of the drawn square (k, k[, C]) float32, whatever its size, as it lies in the window.

        padded: the picture reaches over the square by `PAD` of its side in every direction. outside: what it is beyond;
        as at its edge when None.
        """
        from engine.base.opencv import cv2

        inner = picture.shape[0] / (1 + 2 * PAD) if padded else picture.shape[0]
        matrix = self._matrix * (inner / self._size)
        matrix[:, 2] += (picture.shape[0] - inner) / 2 - 0.5
        edge = cv2.BORDER_REPLICATE if outside is None else cv2.BORDER_CONSTANT
        return cv2.warpAffine(picture, matrix, self._shape, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                              borderMode=edge, borderValue=(outside or 0.0,) * 4)

    def of_photo(self, native: np.ndarray, flow: np.ndarray) -> np.ndarray:
        """The photo's samples, float32, from where they come. flow: (h, w, 2) in sides of the drawn square."""
        from engine.base.opencv import cv2

        back = np.linalg.inv(self._to_drawn[:, :2])
        (a, b), (c, d) = (back * self._size).astype(np.float32)
        x, y = flow[..., 0], flow[..., 1]
        moved = cv2.remap(native, self._x + a * x + b * y, self._y + c * x + d * y, cv2.INTER_CUBIC,
                          borderMode=cv2.BORDER_REPLICATE)
        return moved.astype(np.float32)
