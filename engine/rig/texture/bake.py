"""Bakes a photo into the head's uv.

Each photo is laid on the head fitted to it, its expression and residual in, its light taken out (`surface_view`),
several become one (`merging`), what none shows is mirrored and filled (`completion`, `hair`), eyeballs are made of the
irises (`eyes`). What is smooth is worked out at the layout's side; the photos are drawn at the texture's own.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress
from engine.base.note import Note
from engine.base.remedy import get_model
from engine.base.text import Text
from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.networks.face_parser import MODEL as FACE_PARSING
from engine.rig.texture import layout as layouts
from engine.rig.texture.codes import coded, roots
from engine.rig.texture.completion import filled, grain, side_ratio
from engine.rig.texture.delight import luminance
from engine.rig.texture.eyes import eye_textures, iris_radius
from engine.rig.texture.hair import BakedHair, baked_hair
from engine.rig.texture.layout import AtlasLayout
from engine.rig.texture.lids_folds import lid_fill
from engine.rig.texture.merging import Merged, merged
from engine.rig.texture.photo_texture import Colour, PhotoTexture
from engine.rig.texture.projection import sampled
from engine.rig.texture.seen import SeenFace
from engine.rig.texture.surface_maps import normal_map, roughness_map
from engine.rig.texture.surface_view import SurfaceView, view_of

if TYPE_CHECKING:
    from engine.head.portrait.skin import Skin

SIDES = (1024, 2048, 4096)
"""Texels a side that a texture may have."""

_STEPS = 6
_SOCKET, _CAVITY = np.array([0.60, 0.36, 0.34], np.float32), np.array([0.40, 0.17, 0.16], np.float32)
_HAIR_DARK, _HAIR_SHARE = 0.45, 0.25  # of the skin's light; of the scalp's front
_LEAST_GRAIN, _MOST_GRAIN = 0.006, 0.045

UNPARSED = Note(
    Text("without the face parsing network, skin and hair were told apart by the face's outline and colour"),
    Text("skin told by colour alone"), get_model(FACE_PARSING))
GLASSES = Note(Text("the glasses are painted on: nothing shows what is behind them"),
               Text("the glasses are painted on"))


def check_side(side: int) -> None:
    """UsageError for a side that is none of SIDES."""
    if side not in SIDES:
        raise UsageError(Text("a texture cannot have {0} texels a side", side),
                         Text("one of {0}", ", ".join(map(str, SIDES))))


def bake(layout: AtlasLayout, head: Head, fit: HeadFit, seen: SeenFace, side: int = 2048,
         others: Sequence[tuple[HeadFit, SeenFace]] = ()) -> Job[PhotoTexture]:
    """A face's texture of `side` texels, in steps of some tenths of a second (run it `on_thread`).

    layout: of the head; fit: the head fitted to the photo; seen: what the photo shows of it; others: the same of other
    photos of this person. Hair on the scalp is the first photo's. Raises UsageError for a side that is none of SIDES.
    """
    check_side(side)
    cost: dict[str, float] = {}
    steps = _STEPS + len(others)
    shots = [(fit, seen), *others]
    glasses = all(look.glasses for _, look in shots)
    views = []
    for number, (own_fit, look) in enumerate(shots):
        yield Progress(number, steps, Text("laying the photo on the head"))
        with _timed(cost, "projection"):
            views.append(view_of(layout, head, own_fit, look, unglazed=not glasses))
    first = views[0]
    yield Progress(steps - 5, steps, Text("taking the light out"))
    with _timed(cost, "light"):
        face = merged(layout, views)
        even, sure, tone = face.even, face.sure, face.tone
    yield Progress(steps - 4, steps, Text("filling in what the photo does not show"))
    with _timed(cost, "hair"):
        hair = baked_hair(layout, first.projection, seen, first.own, _hair_seen_otherwise(layout, first))
    with _timed(cost, "completion"):
        mirror = sure[:, ::-1] * layout.mirrored * (1 - sure)
        ratio = side_ratio(even, sure, layout)
        known = sure + mirror
        together = (even * sure[..., None] + even[:, ::-1] * ratio * mirror[..., None]) / np.maximum(known, 1e-3)[
            ..., None]
        # Above brows that a hat shades there is nothing but them to fill from.
        shaded = any(view.seen.shaded for view in views)
        plain = known * (1 - np.clip(2 * layout.mask["brows"], 0, 1)) if shaded else known
        smooth = lid_fill(layout, even, sure, filled(together, plain, tone))
    yield Progress(steps - 3, steps, Text("drawing the texture"))
    with _timed(cost, "drawing"):
        pores = _grain_of(even, face.pure)
        smooth *= (1 + pores * grain(layouts.SIDE, 7) * np.clip(1 - known, 0, 1))[..., None]
        smooth[layout.part == 1], smooth[layout.part == 2] = _socket(tone), _CAVITY
        root = _drawn(first, face, _Layers(mirror, ratio, smooth, hair), side)
    yield Progress(steps - 2, steps, Text("drawing the texture"))
    with _timed(cost, "maps"):
        base = coded(root)
        normal = normal_map(root)
        roughness = roughness_map(layout.mask, layout.part, hair.share, layout.rest)
    yield Progress(steps - 1, steps, Text("making the eyes"))
    with _timed(cost, "eyes"):
        looking = max((view.seen for view in views if glasses or not view.seen.glasses), key=iris_radius)
        iris = _iris(looking)
        eyes = eye_textures(head, looking, iris)
    skin = layout.mask["face"] * (layout.part == 0) * layout.island
    parsed = all(view.seen.parsed for view in views)
    notes = (*(() if parsed else (UNPARSED,)), *((GLASSES,) if glasses else ()))
    return PhotoTexture(
        base, normal, _bytes(_enlarged(roughness, side)), _bytes(_enlarged(hair.share, side)), eyes,
        skin=_colour(tone), lip=_colour(_lip(layout, even, sure, tone)), iris=_colour(iris),
        hair_colour=None if hair.colour is None else _colour(hair.colour),
        covered=float((sure * skin).sum() / max(float(skin.sum()), 1.0)), parsed=parsed, seconds=cost, notes=notes)


class _Layers:
    """What the texture is drawn of besides the photos, over the layout: see `_drawn`."""

    def __init__(self, mirror: np.ndarray, ratio: np.ndarray, smooth: np.ndarray, hair: BakedHair) -> None:
        self.mirror, self.ratio, self.smooth, self.hair = mirror, ratio, smooth, hair


def _drawn(first: SurfaceView, face: Merged, layers: _Layers, side: int) -> np.ndarray:
    """(side, side, 3) float32 root of light: the smooth layers enlarged, and over them, where a photo or its mirror
    image shows the surface, its own pixels."""
    hair = layers.hair
    strands = _enlarged(hair.strands, side)[..., None]
    root = _enlarged(layers.smooth, side)
    root += (_enlarged(hair.root, side) * strands - root) * _enlarged(hair.share, side)[..., None]
    shown = (face.sure + hair.sure) > 0.004
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

    even = np.zeros((size[1], size[0], 3), np.float32)
    for view, gain, share in zip(face.views, face.gains, face.shares, strict=True):
        photo = sampled(view.seen.root, fine(view.projection.at))
        even += photo * (fine(gain * share[..., None]).reshape(*photo.shape[:2], -1))
        if view is first:
            own = photo
    sure, mirror = fine(face.sure)[..., None], fine(layers.mirror)[..., None]
    skin = even * sure + even[:, ::-1] * fine(layers.ratio) * mirror + fine(layers.smooth) * (1 - sure - mirror)
    hair_sure = fine(hair.sure)[..., None]
    area = slice(y0 * scale, y1 * scale), slice(x0 * scale, x1 * scale)
    strand = own * hair_sure + fine(hair.root) * strands[area] * (1 - hair_sure)
    root[area] = skin + (strand - skin) * fine(hair.share)[..., None]
    return root


def _hair_seen_otherwise(layout: AtlasLayout, view: SurfaceView) -> np.ndarray | None:
    """The hair's colour where no network says what is hair: what is darker than skin on the front of the scalp, or, for
    a high forehead, the brows'."""
    if view.seen.parsed:
        return None
    here = (layout.mask["scalp"] > 0.95) & (view.projection.shown > 0.3) & (layout.rest[..., 2] > 0.2)
    found = view.own[here]
    dark = found[luminance(found) < _HAIR_DARK * luminance(view.tone)]
    if len(dark) > max(300, _HAIR_SHARE * len(found)):
        return np.median(dark, axis=0)
    hair = _patches(view.seen).hair
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
