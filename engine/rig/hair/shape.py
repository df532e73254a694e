"""The shape of a photo's hair on the hood: how far it stands off, and where there is some."""

from dataclasses import dataclass

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.rig.hair.hood import CENTRE, FIELD, Hood
from engine.rig.hair.matte import HairMatte
from engine.rig.hair.outline import HairOutline
from engine.rig.texture.projection import sampled
from engine.rig.texture.seen import SeenFace

SHORT = -0.62
"""dm: how low the hood of hair goes that does not hang."""
LONG = -0.25
"""dm of height: hair that hangs lower is long."""
_LIFT, _CROPPED = 0.016, 0.022  # dm off the skin at least, and as far as cropped hair stands off where it is drawn
_FACING, _FULL = 0.24, 0.62
_STRIP = 4  # texels of the field, half as wide as what hangs before the ears at least
_AWAY = -0.2  # how far an ear may be turned from the camera (sine) to be seen
_HAIRY, _OUTLINED = 0.25, 1.6
"""Of the scalp that is seen, hair that makes it likely everywhere; how many times its share of the outline counts."""


class HairShape:
    """ears_hidden: 0..1 for the subject's left and right ear, whether hair hangs over it; None where nobody sees."""

    def __init__(self, hood: Hood, outline: HairOutline, fit: HeadFit, seen: SeenFace, matte: HairMatte,
                 ears_hidden: tuple[float | None, float | None] = (None, None)) -> None:
        self.hood, self.outline, self.fit, self.seen, self.matte = hood, outline, fit, seen, matte
        self._ears = ears_hidden

    def solved(self) -> tuple[np.ndarray, np.ndarray]:
        """Radius and cover (FIELD, FIELD) of the hood."""
        hood = self.hood
        full = self._pushed()
        cover = self._cover(full)
        taper = np.clip((blurred(cover * hood.inside, 7) - 0.35) / 0.6, 0, 1)
        taper = taper * taper * (3 - 2 * taper)
        hanging = np.clip((CENTRE[1] - 0.15 - hood.height()) / 0.3, 0, 1) * (hood.path > np.pi / 2)
        taper = np.maximum(taper, hanging * _behind_cheeks(hood))
        least = np.maximum(np.maximum(hood.radius, hood.bare), self._over_ears(cover)) + _LIFT + _CROPPED * hood.scalp
        radius = np.maximum(blurred(hood.bare + (full - hood.bare) * taper, 1.5), least)
        return radius, self._cover(radius)

    def _cover(self, radius: np.ndarray) -> np.ndarray:
        """(FIELD, FIELD) 0..1: where there is hair: as seen, as the other side shows it, or as it hangs behind."""
        from engine.base.opencv import cv2

        hood, outline = self.hood, self.outline
        seen = sight(hood, self.fit, self.seen, hood.places(radius))
        own, known = (blurred(one, 1.0) for one in seen.known(self.matte))
        seen_scalp = known * hood.scalp
        share = float((seen_scalp * own).sum() / max(float(seen_scalp.sum()), 1.0)) / _HAIRY
        usual = _usual(hood, outline) * float(np.clip(max(share, _OUTLINED * outline.around), 0, 1))
        # What hair that hangs hides is not told by the other side.
        mirror = known[:, ::-1] * (1 - _hidden(hood, outline))
        sides = mirror * own[:, ::-1] + (1 - mirror) * usual
        cover = np.clip(known * own + (1 - known) * sides, 0, 1) * hood.inside * beside_face(hood) * _ended(hood)
        # Before the ears a thin strip is the rim of hair that hangs farther back.
        strips = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _STRIP + 1, 2 * _STRIP + 1))
        broad = cv2.morphologyEx(cover.astype(np.float32), cv2.MORPH_OPEN, strips)
        cover = cover + (np.minimum(cover, broad) - cover) * _before_ears(hood)
        # What lies under a bare ear would show through it.
        return cover * (1 - _soft(hood.ears, 0.02, 0.3) * (1 - self._ears_hidden(cover)))

    def _over_ears(self, cover: np.ndarray) -> np.ndarray:
        """(FIELD, FIELD) radius that covers those ears over which hair hangs, elsewhere the bare head's."""
        from engine.base.opencv import cv2

        hood = self.hood
        wide = cv2.dilate(np.where(hood.ears > 0.05, hood.radius + 0.03, 0).astype(np.float32),
                          cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (17, 17)))
        return blurred(hood.bare + np.maximum(wide - hood.bare, 0) * self._ears_hidden(cover), 4.5)

    def _ears_hidden(self, cover: np.ndarray) -> np.ndarray:
        """(FIELD, FIELD) on each side 0..1, whether hair hangs over its ear."""
        hood = self.hood
        hidden = np.zeros_like(cover)
        for side, seen in zip((hood.azimuth > 0, hood.azimuth <= 0), self._ears, strict=True):
            ear = hood.ears * side
            share = float((ear * cover).sum() / max(float(ear.sum()), 1e-6)) if seen is None else seen
            hidden += side * np.clip((share - 0.5) / 0.25, 0, 1)
        return hidden

    def _pushed(self) -> np.ndarray:
        hood, outline = self.hood, self.outline
        off = along(outline.off, outline.place)
        if hood.low >= SHORT:  # hair that does not hang lies close about the ears
            off = np.minimum(off, 0.95 - 0.85 * np.clip((0.75 - hood.places(hood.bare)[..., 1]) / 0.4, 0, 1))
        top = outline.off[_top(outline)]
        usual = float(np.median(top[top > 0.02])) if (top > 0.02).any() else 0.06
        behind = 0.5 * usual
        # Beside cheeks and throat hair lies on them; what stands off there would be a flap in a turned view.
        beside = 1 - (1 - _behind_cheeks(hood)) * _soft(hood.places(hood.bare)[..., 1], 0.75, 0.35)
        share = outline.sideways ** 1.5 * beside
        radius = hood.bare + share * off + (1 - share) * behind * beside
        # Hair falls from the back of the head: it does not follow the neck.
        level = hood.path > np.pi / 2
        if hood.low < SHORT:
            hung = along(outline.base + outline.off, outline.place)
            there = along(outline.there, outline.place)
            radius = np.where(level, radius + share * there * (np.maximum(hung, hood.bare) - radius), radius)
            azimuth = np.abs(hood.azimuth)
            back = np.clip((azimuth - np.radians(95)) / np.radians(40), 0, 1)
            fall = _at_level(hood, radius) - 0.05 * np.clip(CENTRE[1] - hood.height(), 0, 2)
            radius = np.where(level, radius + back * np.maximum(fall - radius, 0), radius)
        return blurred(radius, 2.0)


def _at_level(hood: Hood, radius: np.ndarray) -> np.ndarray:
    """The radius a little below the dome's end, at the azimuth of each place."""
    from engine.base.opencv import cv2

    out = 0.485 * (np.pi / 2 + 0.25) / hood.reach
    x = ((0.5 + out * np.sin(hood.azimuth)) * FIELD - 0.5).astype(np.float32)
    y = ((0.5 + out * np.cos(hood.azimuth)) * FIELD - 0.5).astype(np.float32)
    return cv2.remap(radius.astype(np.float32), x, y, cv2.INTER_LINEAR)


def _top(outline: HairOutline) -> slice:
    count = len(outline.off)
    return slice(count // 2 - 20, count // 2 + 20)


def along(values: np.ndarray, place: np.ndarray) -> np.ndarray:
    return np.interp(place.ravel(), np.arange(len(values)), values).reshape(place.shape).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Sight:
    """How the photo shows places (s, s, 3) of a hood. at: (s, s, 2) in the face's square; shown: (s, s) 0..1, how well,
    as they or the smooth head under them face the camera; beyond: (s, s) 0..1 whether hair that is seen there lies
    beyond the face's outline rather than on it."""

    at: np.ndarray
    shown: np.ndarray
    beyond: np.ndarray

    def known(self, matte: HairMatte) -> tuple[np.ndarray, np.ndarray]:
        """(s, s) each: how much is hair, and whether the photo says so: what lies before the background (the head is
        fitted a little too high) or under a hat may be hair or not."""
        told = sampled(matte.told, self.at)
        own = np.clip(sampled(matte.alpha, self.at) / np.maximum(told, 0.25), 0, 1)
        return own, np.clip(self.shown * 4, 0, 1) * np.clip(told * 1.5, 0, 1) * (1 - own * self.beyond)

    def enlarged(self, side: int) -> "Sight":
        return Sight(*(enlarged(one, side) for one in (self.at, self.shown, self.beyond)))


def sight(hood: Hood, fit: HeadFit, seen: SeenFace, places: np.ndarray) -> Sight:
    """What the photo shows of places (s, s, 3) of a hood."""
    from engine.base.opencv import cv2

    flat = fit.project(places.reshape(-1, 3))[:, :2]
    at = ((flat - seen.origin) * seen.scale).reshape(*places.shape[:2], 2).astype(np.float32)
    under = _facing(fit, hood.places(blurred(hood.bare, 5.0)))
    shown = np.clip((np.maximum(_facing(fit, places), under) - _FACING) / (_FULL - _FACING), 0, 1)
    inside = blurred(cv2.erode(sampled(seen.inside, at, outside=True), np.ones((9, 9), np.uint8)), 1.5)
    beyond = _before_ears(hood) * _soft(under, 0.55, 0.42)
    return Sight(at, (shown * inside).astype(np.float32), beyond.astype(np.float32))


def ears_hidden(head: Head, fit: HeadFit, seen: SeenFace, matte: HairMatte) -> tuple[float | None, float | None]:
    """See `HairShape`."""
    found: list[float | None] = []
    for side in (1, -1):
        ear = np.flatnonzero((head.masks["ears"] > 0.5) & (side * head.vertices[:, 0] > 0))
        outward = fit.camera.turned(np.array([[float(side), 0, 0]]))[0, 2]
        at = ((fit.project(fit.vertices[ear])[:, :2] - seen.origin) * seen.scale).astype(np.float32)
        if outward < _AWAY or sampled(seen.inside, at[:, None], outside=True).mean() < 0.9:
            found.append(None)
        else:
            found.append(float(sampled(matte.alpha, at[:, None]).mean()))
    return found[0], found[1]


def _facing(fit: HeadFit, places: np.ndarray) -> np.ndarray:
    """(s, s) cosine between the normal of a surface of places (s, s, 3) and the way to the camera."""
    down, right = np.gradient(places, axis=0), np.gradient(places, axis=1)
    turned = fit.camera.turned(np.cross(down, right).reshape(-1, 3)).reshape(places.shape)
    toward = np.array([0, 0, fit.distance]) - fit.camera.turned(places.reshape(-1, 3)).reshape(places.shape)
    lengths = np.linalg.norm(turned, axis=-1) * np.linalg.norm(toward, axis=-1)
    return (turned * toward).sum(-1) / np.maximum(lengths, 1e-9)


def _soft(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 at low, 1 at high, smooth between them."""
    share = np.clip((values - low) / (high - low), 0, 1)
    return share * share * (3 - 2 * share)


def _before_ears(hood: Hood) -> np.ndarray:
    """(FIELD, FIELD) 1 beside the eyes and before the cheeks, 0 on the forehead and from the ears on."""
    return _soft(np.abs(hood.azimuth), np.radians(56), np.radians(44)) * _soft(
        hood.places(hood.bare)[..., 1], 0.9, 0.75)


def _behind_cheeks(hood: Hood) -> np.ndarray:
    """(FIELD, FIELD) 0 before the face, 1 from the ears on."""
    return _soft(np.abs(hood.azimuth), np.radians(50), np.radians(95))


def beside_face(hood: Hood) -> np.ndarray:
    """(FIELD, FIELD) 0 before chin and throat, where hair that is seen hangs farther back."""
    free = np.radians(50) * np.clip((-0.3 - hood.height()) / 0.35, 0, 1) * (hood.path > np.pi / 2)
    return np.where(free > 0, np.clip((np.abs(hood.azimuth) - free) / np.radians(8), 0, 1), 1.0).astype(np.float32)


def _hidden(hood: Hood, outline: HairOutline) -> np.ndarray:
    """(FIELD, FIELD) 0..1: beside the face, where the outline says that hair is beyond it."""
    side = np.clip((np.abs(hood.azimuth) - np.radians(48)) / np.radians(12), 0, 1)
    return side * along(outline.there, outline.place) * (outline.sideways > 0.5) * (hood.path > 1.0)


def _ended(hood: Hood) -> np.ndarray:
    """(FIELD, FIELD) 0..1: the lower end of the hood in strands of several lengths."""
    return np.clip((hood.height() - hood.low - 0.10 - _ragged(hood)) / 0.12 + 0.5, 0, 1) * np.ones_like(hood.bare)


def _ragged(hood: Hood) -> np.ndarray:
    return 0.06 * np.sin(hood.azimuth * 23) + 0.04 * np.sin(hood.azimuth * 57 + 1)


def _usual(hood: Hood, outline: HairOutline) -> np.ndarray:
    """Where hair is that nobody sees: on the scalp, and where the outline says that it hangs beside or behind."""
    scalp = hood.scalp * (1 - hood.ears)
    azimuth = np.abs(hood.azimuth)
    lowest = min(max(outline.lowest), min(outline.lowest) + 0.5)
    height = hood.height()
    hanging = np.clip((height - lowest - _ragged(hood)) / 0.08 + 0.5, 0, 1) * (lowest < LONG)
    behind = np.clip((azimuth - np.radians(100)) / np.radians(25), 0, 1) * hanging
    return np.maximum(np.maximum(scalp, behind), _hidden(hood, outline)).astype(np.float32)


def blurred(field: np.ndarray, width: float) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.GaussianBlur(field.astype(np.float32), (0, 0), width)


def enlarged(field: np.ndarray, side: int) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.resize(field.astype(np.float32), (side, side), interpolation=cv2.INTER_LINEAR)
