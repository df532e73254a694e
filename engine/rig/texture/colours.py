"""The colours of plain game skin as a photo shows them: medians of what the parsing network sees as skin and hair, and
of teeth between the lips."""

from dataclasses import replace

import numpy as np

from engine.head.portrait.skin import Colour, Skin
from engine.rig.texture.codes import coded
from engine.rig.texture.seen import SeenFace
from engine.rig.texture.teeth import teeth_colour

_LEAST = 400
_DARKEST_TEETH, _TEETH_COLOURED, _LAMPS = 0.7, 0.6, 0.93
"""Root of light; share of their colourfulness; of their light, for the viewer's lamps are brighter than white."""
_KEPT = 0.9
"""Of the skin's colourfulness: the plain head's own flush comes on top."""


def plain_skin(seen: SeenFace, unparsed: Skin) -> Skin:
    """unparsed: what the landmarks' patches say; skin and hair are taken from `seen` where a network parsed it and saw
    enough of them."""
    found, teeth = unparsed, teeth_colour(seen.root, seen.landmarks)
    if teeth is not None:
        found = replace(found, teeth=_bounded(teeth))
    if not seen.parsed:
        return found
    skin, hair = seen.root[seen.pure > 0.9], seen.root[seen.hair_inside > 0.9]
    if len(skin) >= _LEAST:
        colour = np.array(_colour(skin))
        red, green, blue = (colour.mean() + _KEPT * (colour - colour.mean())).tolist()
        found = replace(found, skin=(red, green, blue))
    if len(hair) >= _LEAST:
        found = replace(found, hair=_colour(hair))
    return found


def _bounded(teeth: np.ndarray) -> Colour:
    """Teeth are seen in the red shade of lips, which the viewer casts anew."""
    light = float(teeth.mean())
    return _colour((light + _TEETH_COLOURED * (teeth - light))[None] * max(_DARKEST_TEETH / max(light, 1e-3), _LAMPS))


def _colour(root: np.ndarray) -> Colour:
    red, green, blue = (int(one) / 255 for one in coded(np.median(root, axis=0)))
    return red, green, blue
