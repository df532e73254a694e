"""Bakes a photo into the head's uv.

The photo is laid on the fitted head, its expression and residual in (`projection`), its light taken out (`delight`),
what it does not show is mirrored and filled (`completion`, `hair`), eyeballs are made of the irises (`eyes`). What is
smooth is worked out at the layout's side; the photo itself is drawn at the texture's own.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.rig.texture import layout as layouts
from engine.rig.texture.codes import coded, roots
from engine.rig.texture.completion import filled, grain, side_ratio
from engine.rig.texture.delight import light_gain, luminance
from engine.rig.texture.eyes import eye_textures
from engine.rig.texture.hair import BakedHair, baked_hair
from engine.rig.texture.layout import AtlasLayout
from engine.rig.texture.lids_folds import at_rest, lid_fill, unfolded
from engine.rig.texture.photo_texture import Colour, PhotoTexture
from engine.rig.texture.projection import Projection, project, sampled
from engine.rig.texture.seen import SeenFace
from engine.rig.texture.surface_maps import normal_map, roughness_map

if TYPE_CHECKING:
    from engine.head.portrait.skin import Skin

SIDES = (1024, 2048, 4096)
"""Texels a side that a texture may have."""

_STEPS = 6
_SOCKET, _CAVITY = np.array([0.60, 0.36, 0.34], np.float32), np.array([0.40, 0.17, 0.16], np.float32)
_HAIR_DARK, _HAIR_SHARE = 0.45, 0.25  # of the skin's light; of the scalp's front
_LEAST_GRAIN, _MOST_GRAIN = 0.006, 0.045

UNPARSED = Text("without the face parsing network, skin and hair were told apart by the face's outline and colour")
GLASSES = Text("the glasses are painted on: nothing shows what is behind them")


def bake(layout: AtlasLayout, head: Head, fit: HeadFit, seen: SeenFace, side: int = 2048) -> Job[PhotoTexture]:
    """A face's texture of `side` texels, in steps of some tenths of a second (run it `on_thread`).

    layout: of the head; fit: the head fitted to the photo; seen: what the photo shows of it. Raises UsageError for a
    side that is none of SIDES.
    """
    if side not in SIDES:
        raise UsageError(Text("a texture cannot have {0} texels a side", side),
                         Text("one of {0}", ", ".join(map(str, SIDES))))
    cost: dict[str, float] = {}
    yield Progress(0, _STEPS, Text("laying the photo on the head"))
    with _timed(cost, "projection"):
        projection = project(layout, head, fit, seen)
        own = sampled(seen.root, projection.at)
    yield Progress(1, _STEPS, Text("taking the light out"))
    with _timed(cost, "light"):
        pure = _pure(layout, projection, seen)
        gain = light_gain(own, projection.normal, pure)
        even = own * gain[..., None]
        skin_known = pure > 0.5
        tone = (np.median(even[skin_known], axis=0) if skin_known.sum() > 200
                else np.array([0.72, 0.55, 0.47])).astype(np.float32)
    yield Progress(2, _STEPS, Text("filling in what the photo does not show"))
    with _timed(cost, "hair"):
        hair = baked_hair(layout, projection, seen, own, _hair_seen_otherwise(layout, projection, own, seen, tone))
    with _timed(cost, "completion"):
        sure = (projection.shown * sampled(seen.skin, projection.at, outside=True)
                * (1 - sampled(seen.mouth, projection.at)) * unfolded(layout, projection))
        gain *= at_rest(layout, fit, even, sure)
        even = own * gain[..., None]
        mirror = sure[:, ::-1] * layout.mirrored * (1 - sure)
        ratio = side_ratio(even, sure, layout)
        known = sure + mirror
        together = (even * sure[..., None] + even[:, ::-1] * ratio * mirror[..., None]) / np.maximum(known, 1e-3)[
            ..., None]
        # Above brows that a hat shades there is nothing but them to fill from.
        plain = known * (1 - np.clip(2 * layout.mask["brows"], 0, 1)) if seen.shaded else known
        smooth = lid_fill(layout, even, sure, filled(together, plain, tone))
    yield Progress(3, _STEPS, Text("drawing the texture"))
    with _timed(cost, "drawing"):
        pores = _grain_of(even, pure)
        smooth *= (1 + pores * grain(layouts.SIDE, 7) * np.clip(1 - known, 0, 1))[..., None]
        smooth[layout.part == 1], smooth[layout.part == 2] = _socket(tone), _CAVITY
        root = _drawn(layout, projection, seen, _Layers(gain, sure, mirror, ratio, smooth, hair), side)
    yield Progress(4, _STEPS, Text("drawing the texture"))
    with _timed(cost, "maps"):
        base = coded(root)
        normal = normal_map(root)
        roughness = roughness_map(layout.mask, layout.part, hair.share, layout.rest)
    yield Progress(5, _STEPS, Text("making the eyes"))
    with _timed(cost, "eyes"):
        iris = _iris(seen)
        eyes = eye_textures(head, seen, iris)
    face = layout.mask["face"] * (layout.part == 0) * layout.island
    notes = (*(() if seen.parsed else (UNPARSED,)), *((GLASSES,) if seen.glasses else ()))
    return PhotoTexture(
        base, normal, _bytes(_enlarged(roughness, side)), _bytes(_enlarged(hair.share, side)), eyes,
        skin=_colour(tone), lip=_colour(_lip(layout, even, sure, tone)), iris=_colour(iris),
        hair_colour=None if hair.colour is None else _colour(hair.colour),
        covered=float((sure * face).sum() / max(float(face.sum()), 1.0)), parsed=seen.parsed, seconds=cost, notes=notes)


class _Layers:
    """What the texture is drawn of, over the layout: see `_drawn`."""

    def __init__(self, gain: np.ndarray, sure: np.ndarray, mirror: np.ndarray, ratio: np.ndarray, smooth: np.ndarray,
                 hair: BakedHair) -> None:
        self.gain, self.sure, self.mirror, self.ratio, self.smooth, self.hair = gain, sure, mirror, ratio, smooth, hair


def _drawn(layout: AtlasLayout, projection: Projection, seen: SeenFace, layers: _Layers, side: int) -> np.ndarray:
    """(side, side, 3) float32 root of light: the smooth layers enlarged, and over them, where the photo or its mirror
    image shows the surface, its own pixels."""
    hair = layers.hair
    strands = _enlarged(hair.strands, side)[..., None]
    root = _enlarged(layers.smooth, side)
    root += (_enlarged(hair.root, side) * strands - root) * _enlarged(hair.share, side)[..., None]
    shown = (layers.sure + hair.sure) > 0.004
    shown |= shown[:, ::-1]
    rows, columns = np.flatnonzero(shown.any(1)), np.flatnonzero(shown.any(0))
    if not len(rows):
        return root
    y0, y1 = int(rows[0]), int(rows[-1]) + 1
    x0 = int(min(columns[0], layouts.SIDE - 1 - columns[-1]))
    x1 = layouts.SIDE - x0
    scale = side // layouts.SIDE
    size = ((x1 - x0) * scale, (y1 - y0) * scale)

    def fine(picture: np.ndarray) -> np.ndarray:
        return _resized(picture[y0:y1, x0:x1], size)

    photo = sampled(seen.root, fine(projection.at))
    even = photo * fine(layers.gain)[..., None]
    sure, mirror = fine(layers.sure)[..., None], fine(layers.mirror)[..., None]
    skin = even * sure + even[:, ::-1] * fine(layers.ratio) * mirror + fine(layers.smooth) * (1 - sure - mirror)
    hair_sure = fine(hair.sure)[..., None]
    area = slice(y0 * scale, y1 * scale), slice(x0 * scale, x1 * scale)
    strand = photo * hair_sure + fine(hair.root) * strands[area] * (1 - hair_sure)
    root[area] = skin + (strand - skin) * fine(hair.share)[..., None]
    return root


def _pure(layout: AtlasLayout, projection: Projection, seen: SeenFace) -> np.ndarray:
    """(S, S) 0..1: nothing but the face's skin, well seen."""
    mask = layout.mask
    other = np.clip(mask["lips"] + mask["brows"] + mask["lids"] + mask["neck"] + mask["ears"], 0, 1)
    face = mask["face"] * (1 - other) * (1 - np.clip(mask["scalp"], 0, 1)) * (layout.part == 0) * layout.island
    return projection.shown * sampled(seen.pure, projection.at, outside=True) * face


def _hair_seen_otherwise(layout: AtlasLayout, projection: Projection, own: np.ndarray, seen: SeenFace,
                         tone: np.ndarray) -> np.ndarray | None:
    """The hair's colour where no network says what is hair: what is darker than skin on the front of the scalp, or, for
    a high forehead, the brows'."""
    if seen.parsed:
        return None
    here = (layout.mask["scalp"] > 0.95) & (projection.shown > 0.3) & (layout.rest[..., 2] > 0.2)
    found = own[here]
    dark = found[luminance(found) < _HAIR_DARK * luminance(tone)]
    if len(dark) > max(300, _HAIR_SHARE * len(found)):
        return np.median(dark, axis=0)
    hair = _patches(seen).hair
    return None if hair is None else roots()[np.rint(np.array(hair) * 255).astype(int)]


def _grain_of(even: np.ndarray, pure: np.ndarray) -> float:
    """How grainy the photo's own skin is: deviation of the root of light, a share of it."""
    from engine.base.opencv import cv2

    light = np.sqrt(luminance(even))
    fine = light / np.maximum(cv2.GaussianBlur(light, (0, 0), 4.0), 0.02) - 1
    here = pure > 0.7
    if int(here.sum()) < 200:
        return _LEAST_GRAIN
    return float(np.clip(1.2 * np.median(np.abs(fine[here])), _LEAST_GRAIN, _MOST_GRAIN))


def _socket(tone: np.ndarray) -> np.ndarray:
    """The lids' inner rims: flesh, as light as the skin."""
    return _SOCKET * (0.4 + 0.6 * float(tone.mean()) / 0.62)


def _iris(seen: SeenFace) -> np.ndarray:
    """(3,) root of light, the median between pupil and limbus of both eyes."""
    return roots()[np.rint(np.array(_patches(seen).iris) * 255).astype(int)]


def _patches(seen: SeenFace) -> "Skin":
    """The colours that the landmarks' patches show."""
    from engine.head.portrait.skin import Skin

    landmarks = np.concatenate([seen.landmarks, np.zeros((len(seen.landmarks), 1))], axis=1)
    return Skin.from_photo(coded(seen.root), landmarks)


def _lip(layout: AtlasLayout, even: np.ndarray, sure: np.ndarray, tone: np.ndarray) -> np.ndarray:
    here = (layout.mask["lips"] > 0.9) & (sure > 0.5)
    return np.median(even[here], axis=0) if int(here.sum()) > 50 else tone * np.array([0.9, 0.7, 0.75], np.float32)


def _colour(root: np.ndarray) -> Colour:
    red, green, blue = (int(one) / 255 for one in coded(np.asarray(root, np.float32)))
    return red, green, blue


def _enlarged(picture: np.ndarray, side: int) -> np.ndarray:
    return _resized(picture, (side, side))


def _resized(picture: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    from engine.base.opencv import cv2

    if picture.shape[1::-1] == size:
        return picture
    return cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR)


def _bytes(share: np.ndarray) -> np.ndarray:
    return np.rint(np.clip(share, 0, 1) * 255).astype(np.uint8)


@contextmanager
def _timed(cost: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    cost[name] = cost.get(name, 0.0) + time.perf_counter() - start
