"""Makes the layers of a puppet whose head is to turn: once, when it first does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job
from engine.base.text import Text
from engine.photo.large_crop import shrunk_to
from engine.puppet.head.cutout import WORKING, HeadCutout, cut_out, skin_depth
from engine.puppet.head.parts import FacePlace
from engine.puppet.head.relief import SIDE
from engine.puppet.head.surface import TurningSurface, any_within, refined
from engine.puppet.patches import as_unit, sample, step
from engine.puppet.render.drawing import LayerSkin

if TYPE_CHECKING:
    from engine.puppet.cover.worn_spectacles import WornSpectacles
    from engine.puppet.person import Person

_INNER = 0.02, 0.14  # face heights inside the face's outline over which it becomes as deep as the puppet
_OPENINGS = 0.03, 0.10  # around eyes and lips, where it always is

_SHEET = Text("Hair and background turn as one sheet: the head could not be told from what is behind it")
_SHEET_UNPARSED = Text("Without face parsing hair and background turn as one sheet here")
_GUESSED = Text("Without face parsing the head is cut out by its colours: loose hair may stay behind in a turn")


@dataclass(frozen=True, eq=False)
class HeadLayers:
    """surface, skin: None when the head could not be cut out, and turns in one sheet with what is behind; note: what
    the artist should know of a turned head, None for nothing; spectacles: as they sit on this surface."""

    surface: TurningSurface | None
    skin: LayerSkin | None
    note: Text | None
    spectacles: "WornSpectacles | None" = None


def prepare_layers(person: "Person", bounds: tuple[float, float, float, float],
                   parsed: Mapping[str, np.ndarray] | None) -> Job[HeadLayers]:
    """A job that cuts the person's head out of their own picture, half a second.

    bounds: x0, y0, x1, y1 of the photo in the crop, crop sides. parsed: what a parser says of the crop, by the name of
    a class (k, k) bool; None without.
    """
    own = person.own
    small = as_unit(shrunk_to(own.skin.photo, min(WORKING, own.side)))
    place = FacePlace(person.landmarks, own.motion.mesh.axes, bounds)
    cutout = yield from cut_out(small, place, skin_depth(person.fit, person.head, own.side), parsed)
    if cutout is None:
        return HeadLayers(None, None, _SHEET_UNPARSED if parsed is None else _SHEET)
    own_colour = _bytes(cutout.matte)
    surface = _surface(person, cutout, own_colour[..., 3])
    lids_at = np.asarray(surface.carry @ own.skin.lids.at, np.float32)
    layer = LayerSkin(own_colour, _bytes(cutout.plate), bounds, lids_at)
    worn = own.spectacles
    if worn is not None:
        worn = worn.on(surface.rest, own.motion.rest[own.motion.mesh.face > _INNER[0]])
    return HeadLayers(surface, layer, None if cutout.parts.parsed else _GUESSED, worn)


def _surface(person: "Person", cutout: HeadCutout, alpha: np.ndarray) -> TurningSurface:
    """alpha (n, n) uint8 as it is drawn."""
    from scipy.spatial import cKDTree

    parts, place, share, motion = cutout.parts, cutout.place, cutout.share, person.own.motion
    mesh = motion.mesh
    carry, triangles = refined(mesh.points, mesh.triangles, mesh.axes.height)
    points = carry @ mesh.points
    depth = sample(cutout.depth[..., None], points[None] * SIDE)[0, :, 0]
    own = carry @ (motion.rest[:, 2] + motion.turn.level)
    # Eyes and lips lie where the puppet has them, the outline where the head is.
    openings = np.concatenate([mesh.points[np.concatenate(rims)] for rims in mesh.rims.values()])
    near = cKDTree(openings).query(points)[0] / mesh.axes.height
    face = np.maximum(step(*_INNER, carry @ mesh.face), 1 - step(*_OPENINGS, near))
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


def _bytes(image: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8))
