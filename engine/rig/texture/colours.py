"""The colours of plain game skin as a photo shows them: medians of what the parsing network sees as skin and hair."""

from dataclasses import replace

import numpy as np

from engine.head.portrait.skin import Colour, Skin
from engine.rig.texture.codes import coded
from engine.rig.texture.seen import SeenFace

_LEAST = 400
_KEPT = 0.9
"""Of the skin's colourfulness: the plain head's own flush comes on top."""


def plain_skin(seen: SeenFace, unparsed: Skin) -> Skin:
    """unparsed: what the landmarks' patches say; skin and hair are taken from `seen` where a network parsed it and saw
    enough of them."""
    if not seen.parsed:
        return unparsed
    found, skin, hair = unparsed, seen.root[seen.pure > 0.9], seen.root[seen.hair_inside > 0.9]
    if len(skin) >= _LEAST:
        colour = np.array(_colour(skin))
        red, green, blue = (colour.mean() + _KEPT * (colour - colour.mean())).tolist()
        found = replace(found, skin=(red, green, blue))
    if len(hair) >= _LEAST:
        found = replace(found, hair=_colour(hair))
    return found


def _colour(root: np.ndarray) -> Colour:
    red, green, blue = (int(one) / 255 for one in coded(np.median(root, axis=0)))
    return red, green, blue
