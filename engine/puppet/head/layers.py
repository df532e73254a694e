"""Makes the layers of a puppet whose head is to turn: once, when it first does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.photo.large_crop import shrunk_to
from engine.puppet.head.matte import person_matte
from engine.puppet.head.parts import FacePlace, HeadParts, guessed_parts, parsed_parts
from engine.puppet.head.plate import background
from engine.puppet.head.relief import SIDE, depth_map, share_map
from engine.puppet.head.surface import TurningSurface, any_within, refined
from engine.puppet.patches import as_unit, sample, step
from engine.puppet.render.drawing import LayerSkin

if TYPE_CHECKING:
    from engine.puppet.person import Person

_WORKING = 640  # pixels a side at which person and background are told apart
_SHEET = Text("Hair and background turn as one sheet: the head could not be told from what is behind it")
_SHEET_UNPARSED = Text("Without face parsing hair and background turn as one sheet here")
_GUESSED = Text("Without face parsing the head is cut out by its colours: loose hair may stay behind in a turn")


@dataclass(frozen=True, eq=False)
class HeadLayers:
    """surface, skin: None when the head could not be cut out, and turns in one sheet with what is behind; note: what
    the artist should know of a turned head, None for nothing."""

    surface: TurningSurface | None
    skin: LayerSkin | None
    note: Text | None


def prepare_layers(person: "Person", bounds: tuple[float, float, float, float],
                   parsed: Mapping[str, np.ndarray] | None) -> Job[HeadLayers]:
    """A job that cuts the person's head out of their own picture, half a second.

    bounds: x0, y0, x1, y1 of the photo in the crop, crop sides. parsed: what a parser says of the crop, by the name of
    a class (k, k) bool; None without.
    """
    own = person.own
    yield Progress(0, 3, Text("cutting out the head"))
    side = min(_WORKING, own.side)
    small = as_unit(shrunk_to(own.skin.photo, side))
    place = FacePlace(person.landmarks, own.motion.mesh.axes, bounds)
    skin = _skin_depth(person)
    if parsed is None:
        picture = np.rint(small * 255).astype(np.uint8)
        parts = guessed_parts(picture, np.isfinite(skin), place, side)
    else:
        parts = parsed_parts(parsed, place, side)
    if parts is None:
        return HeadLayers(None, None, _SHEET_UNPARSED if parsed is None else _SHEET)
    yield Progress(1, 3, Text("cutting out the head"))
    matte = person_matte(small, parts, place)
    share = share_map(parts, place)
    yield Progress(2, 3, Text("filling in what is behind"))
    plate = background(small, matte[..., 3], parts, cv2.resize(share, (side, side)), place)
    own_colour = _bytes(matte)
    surface = _surface(person, parts, own_colour[..., 3], share, skin, place)
    lids_at = np.asarray(surface.carry @ own.skin.lids.at, np.float32)
    layer = LayerSkin(own_colour, _bytes(plate), bounds, lids_at)
    return HeadLayers(surface, layer, None if parts.parsed else _GUESSED)


def _surface(person: "Person", parts: HeadParts, alpha: np.ndarray, share: np.ndarray, skin: np.ndarray,
             place: FacePlace) -> TurningSurface:
    """alpha (n, n) uint8 as it is drawn."""
    motion = person.own.motion
    mesh = motion.mesh
    carry, triangles = refined(mesh.points, mesh.triangles, mesh.axes.height)
    points = carry @ mesh.points
    depth = sample(depth_map(parts, skin, place)[..., None], points[None] * SIDE)[0, :, 0]
    own = carry @ motion.rest[:, 2]
    face = step(-0.06, 0.0, carry @ mesh.face)
    rest = np.column_stack([points, face * own + (1 - face) * depth])
    goes = sample(share[..., None], points[None] * SIDE)[0, :, 0]
    goes = face + (1 - face) * goes if parts.parsed else np.maximum(goes, face)
    corners = points[triangles]
    seen = any_within(alpha > 0, corners)
    triangles, corners = triangles[seen], corners[seen]
    outline = any_within((alpha < 255) | ~place.inside(len(alpha)), corners)
    return TurningSurface(carry.astype(np.float32), triangles, outline, rest.astype(np.float32),
                       (carry @ mesh.edge).astype(np.float32), goes.astype(np.float32),
                       (carry > 0).astype(np.float32))


def _skin_depth(person: "Person") -> np.ndarray:
    """(SIDE, SIDE) how far behind the pivot the fitted head's skin lies, crop sides; NaN where it is not."""
    from engine.head.raster import interpolate, rasterise
    from engine.puppet.basis import facing, seen

    points = seen(person.fit, person.fit.vertices, person.own.side)
    skin = facing(person.head.triangles_of("skin"), points)
    face, weights = rasterise(points * (SIDE, SIDE, 1), skin, (SIDE, SIDE))
    return np.where(face >= 0, interpolate(points[:, 2], skin, face, weights), np.nan)


def _bytes(image: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8))
