"""The hair of a photo as a hood: its outline, its texture, and what the photo does not show of either."""

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.head.portrait.piece import Piece
from engine.rig.hair.hood import CENTRE, FIELD, Hood, hood_of, normals_of
from engine.rig.hair.outline import HairOutline, outline_of
from engine.rig.hair.strands import strands
from engine.rig.texture.codes import coded
from engine.rig.texture.completion import filled
from engine.rig.texture.delight import luminance
from engine.rig.texture.projection import sampled
from engine.rig.texture.seen import SeenFace

SIDE = 1024
LOWEST = -1.8
_SHORT = -0.62
_LIFT, _CROPPED = 0.016, 0.022  # dm off the skin at least, and as far as cropped hair stands off where it is drawn
_FACING, _FULL = 0.24, 0.62
_LEAST_PIXELS = 400
_LEAST_HAIR = 0.2
"""Of the scalp: with less hair than that a head counts as bald."""
_HAIRY, _OUTLINED = 0.25, 1.6
"""Of the scalp that is seen, hair that makes it likely everywhere; how many times its share of the outline counts."""
_BORDER, _WELL_INSIDE = 0.006, 0.016  # of the face's square
_LEAST_CONTRAST, _MOST_CONTRAST = 0.08, 0.20  # of strands, log of the root of light
_EDGE_AT, _EDGE_WIDTH, _EDGE_STRAND = 0.36, 0.34, 0.09
_LONG = -0.25  # dm of height: hair that hangs lower is long


def photo_hair(head: Head, fit: HeadFit, seen: SeenFace, side: int = SIDE) -> Piece | None:
    """The hair of the person whose photo the head is fitted to; None for nobody's hair.

    seen: what the photo shows, by the face parsing network. The hood is shaped and painted on the fitted head and hangs
    on the head at rest, so it follows whatever the head becomes.
    """
    inside = seen.hair_inside > 0.5
    if not seen.parsed or int(inside.sum()) < _LEAST_PIXELS:
        return None
    hood = hood_of(head, LOWEST)
    outline = outline_of(hood, fit, seen)
    if max(-one for one in outline.lowest) < -_LONG:
        hood = hood_of(head, _SHORT)
        outline = outline_of(hood, fit, seen)
    shape = _Shape(hood, outline, fit, seen)
    radius, cover = shape.solved()
    if float((cover * hood.scalp).sum() / hood.scalp.sum()) < _LEAST_HAIR:
        return None
    places = hood.places(radius)
    picture = _picture(hood, outline, fit, seen, places, cover, side)
    corners, uv, triangles = hood.mesh(radius, picture[..., 3].astype(np.float32) / 255)
    if not len(triangles):
        return None
    weights = hood.hold(uv)
    offset = corners - np.asarray(weights @ head.vertices, np.float32)
    return Piece("hair", weights, offset.astype(np.float32), normals_of(corners, triangles), uv, triangles, picture)


class _Shape:
    def __init__(self, hood: Hood, outline: HairOutline, fit: HeadFit, seen: SeenFace) -> None:
        self.hood, self.outline, self.fit, self.seen = hood, outline, fit, seen

    def solved(self) -> tuple[np.ndarray, np.ndarray]:
        """Radius and cover (FIELD, FIELD) of the hood."""
        hood, outline = self.hood, self.outline
        full = self._pushed()
        cover = cover_of(hood, outline, self.fit, self.seen, hood.places(full))
        taper = np.clip((_blurred(cover * hood.inside, 7) - 0.35) / 0.6, 0, 1)
        taper = taper * taper * (3 - 2 * taper)
        hanging = np.clip((CENTRE[1] - 0.15 - hood.height()) / 0.3, 0, 1) * (hood.path > np.pi / 2)
        taper = np.maximum(taper, np.maximum(hanging, 0) * outline.sideways)
        least = np.maximum(np.maximum(hood.radius, hood.bare), self._over_ears(cover)) + _LIFT + _CROPPED * hood.scalp
        radius = np.maximum(_blurred(hood.bare + (full - hood.bare) * taper, 1.5), least)
        return radius, cover_of(hood, outline, self.fit, self.seen, hood.places(radius))

    def _over_ears(self, cover: np.ndarray) -> np.ndarray:
        """(FIELD, FIELD) radius that covers those ears over which hair hangs, 0 elsewhere."""
        from engine.base.opencv import cv2

        hood = self.hood
        wide = cv2.dilate(np.where(hood.ears > 0.05, hood.radius + 0.03, 0).astype(np.float32),
                          cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (13, 13)))
        over = np.zeros_like(wide)
        for side in (hood.azimuth > 0, hood.azimuth <= 0):
            ear = hood.ears * side
            hidden = float((ear * cover).sum() / max(float(ear.sum()), 1e-6))
            over += side * np.clip((hidden - 0.6) / 0.25, 0, 1)
        return np.where(wide > 0, hood.bare + (wide - hood.bare) * over, 0)

    def _pushed(self) -> np.ndarray:
        hood, outline = self.hood, self.outline
        off = along(outline.off, outline.place)
        if hood.low >= _SHORT:  # hair that does not hang lies close about the ears
            off = np.minimum(off, 0.95 - 0.85 * np.clip((0.75 - hood.places(hood.bare)[..., 1]) / 0.4, 0, 1))
        top = outline.off[_top(outline)]
        usual = float(np.median(top[top > 0.02])) if (top > 0.02).any() else 0.06
        behind = 0.5 * usual
        share = outline.sideways ** 1.5
        radius = hood.bare + share * off + (1 - share) * behind
        # Hair falls from the back of the head: it does not follow the neck.
        level = hood.path > np.pi / 2
        if hood.low < _SHORT:
            hung = along(outline.base + outline.off, outline.place)
            there = along(outline.there, outline.place)
            radius = np.where(level, radius + share * there * (np.maximum(hung, hood.bare) - radius), radius)
            azimuth = np.abs(hood.azimuth)
            back = np.clip((azimuth - np.radians(95)) / np.radians(40), 0, 1)
            fall = _at_level(hood, radius) - 0.05 * np.clip(CENTRE[1] - hood.height(), 0, 2)
            radius = np.where(level, radius + back * np.maximum(fall - radius, 0), radius)
        return _blurred(radius, 2.0)


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


def _seen_at(hood: Hood, fit: HeadFit, seen: SeenFace, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where places (s, s, 3) of a hood lie in the face's square (s, s, 2), and how well they are seen (s, s): as they
    or the smooth head under them face the camera."""
    from engine.base.opencv import cv2

    flat = fit.project(places.reshape(-1, 3))[:, :2]
    at = ((flat - seen.origin) * seen.scale).reshape(*places.shape[:2], 2).astype(np.float32)
    facing = np.maximum(_facing(fit, places), _facing(fit, hood.places(_blurred(hood.bare, 5.0))))
    shown = np.clip((facing - _FACING) / (_FULL - _FACING), 0, 1)
    inside = _blurred(cv2.erode(sampled(seen.inside, at, outside=True), np.ones((9, 9), np.uint8)), 1.5)
    return at, (shown * inside).astype(np.float32)


def _facing(fit: HeadFit, places: np.ndarray) -> np.ndarray:
    """(s, s) cosine between the normal of a surface of places (s, s, 3) and the way to the camera."""
    down, right = np.gradient(places, axis=0), np.gradient(places, axis=1)
    turned = fit.camera.turned(np.cross(down, right).reshape(-1, 3)).reshape(places.shape)
    toward = np.array([0, 0, fit.distance]) - fit.camera.turned(places.reshape(-1, 3)).reshape(places.shape)
    lengths = np.linalg.norm(turned, axis=-1) * np.linalg.norm(toward, axis=-1)
    return (turned * toward).sum(-1) / np.maximum(lengths, 1e-9)


def cover_of(hood: Hood, outline: HairOutline, fit: HeadFit, seen: SeenFace, places: np.ndarray) -> np.ndarray:
    """(FIELD, FIELD) 0..1: where there is hair: as seen, as the other side shows it, or as it hangs behind."""
    at, shown = _seen_at(hood, fit, seen, places)
    own = _blurred(sampled(seen.hair, at), 1.0)
    # What lies before the background (the head is fitted a little too high) or under a hat may be hair or not.
    told = np.maximum(own, _blurred(sampled(seen.skin, at), 1.0))
    known = np.clip(_blurred(shown, 2.0) * 1.5, 0, 1) * np.clip(told * 1.5, 0, 1)
    mirror = known[:, ::-1]
    seen_scalp = shown * hood.scalp * told
    share = float((seen_scalp * own).sum() / max(float(seen_scalp.sum()), 1.0)) / _HAIRY
    usual = _usual(hood, outline) * float(np.clip(max(share, _OUTLINED * outline.around), 0, 1))
    sides = mirror * own[:, ::-1] + (1 - mirror) * usual
    return np.clip(known * own + (1 - known) * sides, 0, 1) * hood.inside * _beside_face(hood)


def _beside_face(hood: Hood) -> np.ndarray:
    """(FIELD, FIELD) 0 before cheeks, chin and throat, where hair that is seen hangs farther back."""
    free = np.radians(58) * np.clip((-hood.height()) / 0.7, 0, 1) * (hood.path > np.pi / 2)
    return np.where(free > 0, np.clip((np.abs(hood.azimuth) - free) / np.radians(8), 0, 1), 1.0).astype(np.float32)


def _usual(hood: Hood, outline: HairOutline) -> np.ndarray:
    """Where hair is that nobody sees: on the scalp, and where the outline says that it hangs beside or behind."""
    scalp = hood.scalp * (1 - hood.ears)
    there = along(outline.there, outline.place)
    azimuth = np.abs(hood.azimuth)
    side = np.clip((azimuth - np.radians(55)) / np.radians(15), 0, 1)
    lowest = min(max(outline.lowest), min(outline.lowest) + 0.5)
    height = hood.height()
    ragged = 0.06 * np.sin(hood.azimuth * 23) + 0.04 * np.sin(hood.azimuth * 57 + 1)
    hanging = np.clip((height - lowest - ragged) / 0.08 + 0.5, 0, 1) * (lowest < _LONG)
    behind = np.clip((azimuth - np.radians(100)) / np.radians(25), 0, 1) * hanging
    beside = side * there * (outline.sideways > 0.5) * (hood.path > 1.0)
    return np.maximum(np.maximum(scalp, behind), beside).astype(np.float32)


def _picture(hood: Hood, outline: HairOutline, fit: HeadFit, seen: SeenFace, places: np.ndarray, cover: np.ndarray,
             side: int) -> np.ndarray:
    """(side, side, 4) uint8: the photo's own hair where it is seen, its mirror image, strands in its colours."""
    at, shown = _seen_at(hood, fit, seen, places)
    colour = np.median(seen.root[seen.hair_inside > 0.5], axis=0).astype(np.float32)
    like = _likeness(seen, colour)
    like_hair, well_inside = (_off_border(seen.hair_inside, share) * like for share in (_BORDER, _WELL_INSIDE))
    facing = np.clip(shown * 1.6 - 0.6, 0, 1)
    inner = _blurred(sampled(like_hair, at), 0.8) * facing
    source_share = _blurred(sampled(np.maximum(well_inside, 0.02 * like_hair), at), 0.8) * facing
    root = sampled(seen.root, at)
    both = np.maximum(source_share, source_share[:, ::-1])
    source = np.where((source_share >= source_share[:, ::-1])[..., None], root, root[:, ::-1])
    smooth = filled(source, both, colour, 40.0)
    strand = strands(hood, side)
    light = np.exp(_contrast(seen) * strand)[..., None]
    fine_at = _enlarged(at, side)
    sure = (np.clip(_enlarged(inner, side) * 1.3, 0, 1) * sampled(like_hair, fine_at))[..., None]
    own = sampled(seen.root, fine_at)
    root = own * sure + _enlarged(smooth, side) * light * (1 - sure)
    in_sight = sampled(seen.hair, fine_at) * _enlarged(_beside_face(hood), side)
    known = np.clip(_enlarged(_blurred(shown, 2.0), side) * 1.5, 0, 1) * np.clip(
        np.maximum(in_sight, sampled(seen.skin, fine_at)) * 1.5, 0, 1)
    seen_cover = in_sight * known + _enlarged(cover, side) * (1 - known)
    alpha = np.clip((seen_cover - _EDGE_AT + _EDGE_STRAND * strand) / _EDGE_WIDTH, 0, 1) * _enlarged(
        hood.inside.astype(np.float32), side)
    return np.dstack([coded(root), np.rint(alpha * 255).astype(np.uint8)])


def _off_border(mask: np.ndarray, share: float) -> np.ndarray:
    """A mask of the face's square that keeps off what is beside it, hats too, whose shade is on the hair."""
    from engine.base.opencv import cv2

    reach = max(1, round(share * len(mask)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return cv2.GaussianBlur(cv2.erode(mask, kernel), (0, 0), 0.7 * reach)


def _likeness(seen: SeenFace, colour: np.ndarray) -> np.ndarray:
    """How much each pixel of the square is like the hair in hue: what shows between strands is not."""
    hue = seen.root / np.maximum(seen.root.sum(-1, keepdims=True), 0.05)
    usual = np.median(hue[seen.hair_inside > 0.5], axis=0)
    away = np.abs(hue - usual).sum(-1)
    spread = max(float(np.median(away[seen.hair_inside > 0.5])), 0.012)
    light = seen.root.sum(-1)
    bright = np.clip((light - 2.4) / 0.3, 0, 1) * (float(colour.sum()) < 2.0)
    return (np.exp(-((np.maximum(away - 2 * spread, 0) / (2 * spread)) ** 2)) * (1 - bright)).astype(np.float32)


def _contrast(seen: SeenFace) -> float:
    """How much strands differ in the photo: deviation of the log of the root of light, fine and broad."""
    from engine.base.opencv import cv2

    light = np.log(np.maximum(luminance(seen.root), 0.05))
    here = seen.hair_inside > 0.8
    if int(here.sum()) < _LEAST_PIXELS:
        return _LEAST_CONTRAST
    broad = cv2.GaussianBlur(light, (0, 0), 0.02 * len(light))
    return float(np.clip(0.8 * (light - broad)[here].std(), _LEAST_CONTRAST, _MOST_CONTRAST))


def _enlarged(field: np.ndarray, side: int) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.resize(field.astype(np.float32), (side, side), interpolation=cv2.INTER_LINEAR)


def _blurred(field: np.ndarray, width: float) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.GaussianBlur(field.astype(np.float32), (0, 0), width)
