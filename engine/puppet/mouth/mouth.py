"""What lies behind the lips of one puppet.

Lips that the photo shows shut have teeth, tongue and the dark drawn (`engine.puppet.mouth.drawn_mouth`). An open mouth
shows the photo itself in plates (`engine.puppet.mouth.plates`), back to front: the drawn cavity with tongue, lower
teeth that the photo hides, its own dark between the rows and lower teeth, which go with the jaw, upper teeth, which
stay with the skull, and the edge of each lip, which goes with it.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from engine.base.opencv import cv2
from engine.photo.large_crop import SquarePixels
from engine.puppet.facemap import flatness
from engine.puppet.mouth.cavity import cavity, corner_light, in_shade
from engine.puppet.mouth.drawn_mouth import DrawnMouth, draw_mouth, rounded, usual_enamel, usual_flesh
from engine.puppet.mouth.lips_now import LipsNow
from engine.puppet.mouth.plates import HiddenParts, Plates, hidden_parts, plates
from engine.puppet.mouth.reading import MouthReading, TeethReading, lip_light, patch_of
from engine.puppet.mouth.teeth import CANTHI_MM, ROW_REACH, lower_bow, sunk
from engine.puppet.patches import polygon_mask, step
from engine.puppet.render.drawing import Underlay
from engine.puppet.tone import PhotoTone

_KEPT_SIZES = 3
_WHOLE = 2048  # pixels a side of the frames whose plates are kept whole
_TOGETHER = 1 << 18
"""Pixels of larger frames that are painted together: plates of a mouth as wide as a large photo take many times its
own."""
_LIGHT = (0.55, 1.2)  # by which a lip that goes may change the light of teeth
_FUNNEL = 0.5  # of the light that lips standing in an O take
_SEAM = np.array([0.62, 0.42, 0.42], np.float32)  # of the lips' colour, in the slit between two that all but meet
_JAW_OPENS = (0.5, 5.0)  # mm of jaw over which the photo's own dark gives way to a cavity
_LEFT = 0.8  # mm by which a lip, or the jaw, has left its place


@dataclass(frozen=True, eq=False)
class OpenMouth:
    """A mouth that the photo shows open. photo (side, side, 3): the whole crop, of any depth."""

    reading: MouthReading
    teeth: TeethReading
    hidden: HiddenParts
    photo: SquarePixels
    tone: PhotoTone
    flesh: np.ndarray
    lips: np.ndarray
    _kept: dict[int, Plates] = field(default_factory=dict)

    def draw(self, size: int, upper: np.ndarray, lower: np.ndarray, carried: np.ndarray, jaw: np.ndarray,
             funnel: float, margin: int) -> Underlay:
        """As `MouthLayer.draw`."""
        axes, rest = self.reading.axes, self.reading.aperture
        rim = np.concatenate([upper, lower])
        low = np.clip(np.floor(rim.min(0) * size - margin).astype(int), 0, size - 1)
        high = np.maximum(np.clip(np.ceil(rim.max(0) * size + margin).astype(int), 1, size), low + 1)
        width, height = (int(n) for n in high - low)
        lips = LipsNow.of(upper, lower, rest.upper + carried, rest.lower + carried, axes, size, self.teeth,
                          rest.middle[len(rest.middle) // 2] + carried)
        colour = np.empty((height, width, 3), np.float32)
        own = None if self.tone.plain else np.empty((height, width), np.float32)
        light = np.float32(1 - _FUNNEL * rounded(upper, lower, lips.widest / size, jaw, funnel, axes))
        jaw = jaw + self._sunk(lower, carried, jaw) * axes.down
        rows = height if size <= _WHOLE else max(1, _TOGETHER // width)
        reach = 2 + int(np.ceil(max(lips.farthest, *(np.abs(one).max() * size for one in (carried, carried + jaw)))
                                + self._bow(jaw, size, lips.mm) * ROW_REACH ** 2 * lips.mm))
        for top in range(0, height, rows):
            end = min(top + rows, height)
            wanted = int(low[1]) + top - reach, int(low[1]) + end + reach
            known = self._at(size) if rows == height else self._plates(size, wanted)
            there = _Part(low + (0, top), width, end - top, size, carried, jaw, lips, light)
            colour[top:end] = self._seen(known, there)
            if own is not None and known.own is not None:
                nothing = np.zeros((end - top, width, 3), np.float32)
                own[top:end] = self._laid(known.own, there, nothing, lit=False)[..., 0]
        outline = np.concatenate([upper, lower[-2:0:-1]]) * size - low
        changed = cv2.dilate((polygon_mask((height, width), outline) > 0).astype(np.uint8), np.ones((3, 3), np.uint8))
        return Underlay(int(low[0]), int(low[1]), colour, changed > 0, own)

    def _seen(self, known: Plates, there: "_Part") -> np.ndarray:
        """(h, w, 3) a part of the frame."""
        colour = self._laid(known, there, self._cavity(there))
        return np.asarray(colour + (self.lips * _SEAM - colour) * there.at[..., 6:7], np.float32)

    def _laid(self, known: Plates, there: "_Part", colour: np.ndarray, lit: bool = True) -> np.ndarray:
        """`colour` (h, w, 3) with all plates laid on it; lit: by the light that reaches them."""
        skull, mandible = there.carried * there.size, (there.carried + there.jaw) * there.size

        def still(plate: np.ndarray, shift: np.ndarray, corner: np.ndarray = known.corner) -> np.ndarray:
            x, y = there.low - corner - shift
            matrix = np.array([[1, 0, x], [0, 1, y]], np.float64)
            return cv2.warpAffine(plate, matrix, (there.width, there.height),
                                  flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)

        parted = self.teeth.parted
        jaw_mm = self._dropped(there.jaw, there.size, there.mm)
        apart = float(step(0, _LEFT, float(np.linalg.norm(there.jaw)) * there.size / there.mm))
        if known.hides_lower:
            lower_light = in_shade(self._depth(there) * there.round) if lit else None
            colour = _over(colour, self._lower_row(known, there), lower_light)
        own = 1 - float(step(_JAW_OPENS[0] + 0.5 * parted, _JAW_OPENS[1] + 1.5 * parted, jaw_mm))
        if own < 1:
            colour = _over(colour, still(known.lasting, mandible, known.opening) * np.float32(1 - own))
        if own > 0:
            colour = _over(colour, still(known.gap, mandible, known.opening) * np.float32(own))
        if known.shows_lower:
            colour = _over(colour, still(_mixed(known.low, known.loose[0], apart), mandible))
        high = still(_mixed(known.high, known.loose[1], apart), skull)
        colour = _over(colour, high, self._lip_light(there) if lit else None)
        x, y = (axis - np.float32(start + 0.5 + shift)
                for axis, start, shift in zip((there.xs, there.ys), known.opening, skull, strict=True))
        for number, move in ((1, there.at[..., 4:6]), (0, there.at[..., 2:4])):
            where = x - move[..., 0], y - move[..., 1]
            edge = cv2.remap(known.fringes[number], *where, cv2.INTER_LINEAR)
            left = step(0, _LEFT * there.mm, np.sqrt((move * move).sum(-1)))[..., None]
            edge += (cv2.remap(known.parted[number], *where, cv2.INTER_LINEAR) - edge) * left
            colour = _over(colour, edge)
        return colour

    def _plates(self, size: int, rows: tuple[int, int] | None = None) -> Plates:
        return plates(self.teeth, self.hidden, self.reading.axes, self.photo, self.tone, size, rows)

    def _at(self, size: int) -> Plates:
        found = self._kept.pop(size, None)
        if found is None:
            while len(self._kept) >= _KEPT_SIZES:
                del self._kept[next(iter(self._kept))]
            found = self._plates(size)
        self._kept[size] = found  # newest last
        return found

    def _dropped(self, jaw: np.ndarray, size: int, mm: float) -> float:
        """mm by which the jaw is open."""
        axes = self.reading.axes
        return float(jaw @ axes.down) * size / (mm * flatness(axes))

    def _bow(self, jaw: np.ndarray, size: int, mm: float) -> float:
        """`lower_bow` in pixels of the picture, which may be squashed."""
        return lower_bow(self._dropped(jaw, size, mm)) * flatness(self.reading.axes)

    def _sunk(self, lower: np.ndarray, carried: np.ndarray, jaw: np.ndarray) -> float:
        """Crop sides by which lower teeth and the tongue stand lower than skin has the jaw."""
        axes, middle, rest = self.reading.axes, len(lower) // 2, self.reading.aperture
        mm = axes.iod / CANTHI_MM * flatness(axes)
        shown, bared = (float((lip[middle] - rest.middle[middle] - gone) @ axes.down) / mm - self.teeth.lower_edge
                        for lip, gone in ((rest.lower, 0), (lower, carried + jaw)))
        return sunk(bared, shown) * mm

    def _lower_row(self, known: Plates, there: "_Part") -> np.ndarray:
        """(h, w, 4) drawn lower teeth as the jaw holds them: the further it is open, the higher stand their sides."""
        axes, shift = self.reading.axes, known.corner + (there.carried + there.jaw) * there.size
        x, _ = self._on_jaw(there)
        lift = np.float32(self._bow(there.jaw, there.size, there.mm) * there.mm) * x * x
        column, row = (axis + lift * np.float32(down) - np.float32(start + 0.5)
                       for axis, down, start in zip((there.xs, there.ys), axes.down, shift, strict=True))
        return cv2.remap(known.lower, column, row, cv2.INTER_LINEAR)

    def _on_jaw(self, there: "_Part") -> tuple[np.ndarray, np.ndarray]:
        """(h, w) twice: mm to the right of and below the seam's middle, as the jaw carries it."""
        axes, middle, mm = self.reading.axes, self.reading.aperture.middle, there.mm
        centre = (middle[len(middle) // 2] + there.carried + there.jaw) * there.size
        return ((there.across - np.float32(centre @ axes.right)) / np.float32(mm),
                (there.along - np.float32(centre @ axes.down)) / np.float32(mm * flatness(axes)))

    def _cavity(self, there: "_Part") -> np.ndarray:
        """(h, w, 3) walls, dark and tongue."""
        flat = flatness(self.reading.axes)
        x, y = self._on_jaw(there)
        opening = float(np.clip(there.lips.widest / (there.mm * flat), 0, 60))
        colour = cavity(x, y - np.float32(self.teeth.lower_edge), there.top / flat, there.bottom / flat, opening,
                        self.flesh, self.hidden.dark)
        return colour * corner_light(there.ends)[..., None]

    def _lip_light(self, there: "_Part") -> np.ndarray:
        """(h, w) by which the upper teeth are lit otherwise than in the photo: their lip has gone."""
        before = (there.along - there.at[..., 7]) / np.float32(there.mm)
        return np.clip(lip_light(there.top, self.teeth.shade) / lip_light(before, self.teeth.shade), *_LIGHT)

    @staticmethod
    def _depth(there: "_Part") -> np.ndarray:
        """0..1 of their light that drawn lower teeth get: little in a slit and near the lips."""
        top, bottom = there.top, there.bottom
        light = 1 - np.float32(0.24) * np.exp(-np.maximum(bottom, 0) / np.float32(1.6))
        light = light * (np.float32(0.5) + np.float32(0.5) * step(0, 5.0, top + bottom))
        return np.asarray(light * corner_light(there.ends), np.float32)


@dataclass(frozen=True, eq=False)
class _Part:
    """A part of a frame of `size` pixels: its corner `low` (2,), width and height in pixels; carried, jaw (2,) as of
    `MouthLayer.draw`.

    at: as of `LipsNow.at`; top, bottom (h, w): mm from the upper and to the lower lip's true edge; across, along
    (h, w): pixels on the face's axes; mm: pixels; round: of the light, what lips that protrude let through.
    """

    low: np.ndarray
    width: int
    height: int
    size: int
    carried: np.ndarray
    jaw: np.ndarray
    lips: LipsNow
    round: np.float32

    @property
    def mm(self) -> float:
        return self.lips.mm

    @cached_property
    def xs(self) -> np.ndarray:
        return (np.arange(self.width, dtype=np.float32) + np.float32(self.low[0] + 0.5))[None]

    @cached_property
    def ys(self) -> np.ndarray:
        return (np.arange(self.height, dtype=np.float32) + np.float32(self.low[1] + 0.5))[:, None]

    @cached_property
    def across(self) -> np.ndarray:
        right = self.lips.axes.right.astype(np.float32)
        return self.xs * right[0] + self.ys * right[1]

    @cached_property
    def along(self) -> np.ndarray:
        down = self.lips.axes.down.astype(np.float32)
        return self.xs * down[0] + self.ys * down[1]

    @cached_property
    def at(self) -> np.ndarray:
        return self.lips.at(self.across)

    @cached_property
    def ends(self) -> np.ndarray:
        """(h, w) 0..1 along the mouth."""
        start, width = self.lips.ends
        return (self.across - np.float32(start)) / np.float32(width)

    @cached_property
    def top(self) -> np.ndarray:
        return (self.along - self.at[..., 0]) / np.float32(self.mm)

    @cached_property
    def bottom(self) -> np.ndarray:
        return (self.at[..., 1] - self.along) / np.float32(self.mm)


def _over(colour: np.ndarray, plate: np.ndarray, light: np.ndarray | None = None) -> np.ndarray:
    """colour (h, w, 3) with a plate (h, w, 4) laid on it; light (h, w) or (h, w, 3): of the plate's."""
    shown = plate[..., :3] if light is None else plate[..., :3] * (light if light.ndim == 3 else light[..., None])
    return colour * (1 - plate[..., 3:]) + shown


def _mixed(rest: np.ndarray, gone: np.ndarray, share: float) -> np.ndarray:
    """A plate between how it is at rest and how it is when what lies behind it has gone."""
    if share <= 0:
        return rest
    return gone if share >= 1 else rest + (gone - rest) * np.float32(share)


@dataclass(frozen=True, eq=False)
class MouthLayer:
    """enamel, flesh, lips: (3,) RGB of an upper front tooth, of the tongue and of the lips in this photo's light.
    drawn: of lips that the photo shows shut; open: of others. One of the two is None."""

    enamel: np.ndarray
    flesh: np.ndarray
    lips: np.ndarray
    drawn: DrawnMouth | None
    open: OpenMouth | None

    def draw(self, size: int, upper: np.ndarray, lower: np.ndarray, carried: np.ndarray, jaw: np.ndarray,
             lip_motion: float, funnel: float = 0.0, margin: int = 3) -> Underlay:
        """The opening in a frame of `size` pixels.

        upper, lower: (K, 2) the rims now; carried (2,): how the head's turn moved the upper teeth; jaw (2,): how the
        jaw moved the lower ones besides; lip_motion: face heights by which the rims moved against the skull; funnel:
        weight of the shape that has lips protrude; margin: pixels around.
        """
        if self.open is not None:
            return self.open.draw(size, upper, lower, carried, jaw, funnel, margin)
        assert self.drawn is not None
        return self.drawn.draw(size, upper, lower, carried, jaw, lip_motion, funnel, margin)

    def lit_as(self, other: "MouthLayer") -> "MouthLayer":
        """The same with another's tongue and lips."""
        drawn = None if self.drawn is None else replace(self.drawn, flesh=other.flesh, lips=other.lips)
        open_ = None if self.open is None else replace(self.open, flesh=other.flesh, lips=other.lips)
        return replace(self, flesh=other.flesh, lips=other.lips, drawn=drawn, open=open_)


def prepare_mouth(reading: MouthReading, detail: np.ndarray, photo: SquarePixels, tone: PhotoTone, white: np.ndarray,
                  skin: np.ndarray, lips: np.ndarray, enamel: np.ndarray | None = None) -> MouthLayer:
    """reading: of this photo or of another size of it; detail (n, n, 3): the evened crop, of any size (see
    `engine.puppet.tone`); photo (side, side, 3): the crop itself.

    white, skin, lips: (3,) float32 RGB of the eyes' white, the cheeks and the lips, evened: the photo's light; enamel:
    (3,) of teeth where none are seen, None for what that light lets expect.
    """
    expected = usual_enamel(white, skin, lips) if enamel is None else enamel
    flesh = usual_flesh(white, skin, lips)
    teeth = reading.teeth
    if teeth is None:
        drawn = draw_mouth(reading.aperture, reading.axes, expected, flesh, lips, detail)
        return MouthLayer(expected, flesh, lips, drawn, None)
    hidden = hidden_parts(teeth, patch_of(detail, teeth.origin, teeth.texels, teeth.shape, reading.axes), expected,
                          lips)
    return MouthLayer(hidden.enamel, flesh, lips, None,
                      OpenMouth(reading, teeth, hidden, photo, tone, flesh, lips))
