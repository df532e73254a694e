"""The hair of a photo as a hood: its outline, its texture, and what the photo does not show of either."""

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.head.portrait.piece import Piece
from engine.rig.hair.hood import hood_of, normals_of
from engine.rig.hair.matte import matte_of
from engine.rig.hair.outline import outline_of
from engine.rig.hair.picture import hair_picture
from engine.rig.hair.shape import LONG, SHORT, HairShape, ears_hidden
from engine.rig.texture.seen import SeenFace

SIDE = 1024
LOWEST = -1.8
_LEAST_HAIR = 0.2
"""Of the scalp: with less hair than that a head counts as bald."""


def photo_hair(head: Head, fit: HeadFit, seen: SeenFace, side: int = SIDE) -> Piece | None:
    """The hair of the person whose photo the head is fitted to; None for nobody's hair.

    seen: what the photo shows, by the face parsing network or by colour (`unparsed.with_hair`). The hood is shaped and
    painted on the fitted head and hangs on the head at rest, so it follows whatever the head becomes.
    """
    matte = matte_of(seen)
    if matte is None:
        return None
    hood = hood_of(head, LOWEST)
    outline = outline_of(hood, fit, seen)
    if max(-one for one in outline.lowest) < -LONG:
        hood = hood_of(head, SHORT)
        outline = outline_of(hood, fit, seen)
    radius, cover = HairShape(hood, outline, fit, seen, matte, ears_hidden(head, fit, seen, matte)).solved()
    if float((cover * hood.scalp).sum() / hood.scalp.sum()) < _LEAST_HAIR:
        return None
    picture = hair_picture(hood, fit, seen, matte, hood.places(radius), cover, side)
    corners, uv, triangles = hood.mesh(radius, picture[..., 3].astype(np.float32) / 255)
    if not len(triangles):
        return None
    weights = hood.hold(uv)
    offset = corners - np.asarray(weights @ head.vertices, np.float32)
    return Piece("hair", weights, offset.astype(np.float32), normals_of(corners, triangles), uv, triangles, picture)
