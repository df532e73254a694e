"""How a rig's paint values look on our head, what a photo says of them, and the colours an exported head gets."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.rig.model import Colours
from engine.rig.schema import load_schema
from engine.rig.values import RigValues

if TYPE_CHECKING:
    from engine.head.portrait.skin import Skin

_DARKEST, _RANGE = 0.2, 0.6
"""The game paints brows in the grey 0.2 + 0.6 v."""


def skin_for(values: RigValues, skin: "Skin") -> "Skin":
    """`skin` with the brows that the values ask for, where their schema has paint values.

    The style is that whose value is largest (the first, when equal).
    """
    schema = load_schema(values.schema)
    if "brow.grey" not in schema.controls:
        return skin
    grey = min(max(values.values[schema.index("brow.grey")], 0.0), 1.0)
    styles = [values.values[schema.index(name)] for name in schema.one_hot]
    return replace(skin, brow_grey=_DARKEST + _RANGE * grey, brow_style=1 + styles.index(max(styles)))


def brow_grey(pixels: np.ndarray, landmarks: np.ndarray) -> float:
    """0..1: the paint value nearest to the brightness of the brows in a picture; 0.5 when they cannot be seen.

    pixels (h, w, 3) uint8 sRGB, landmarks (478, 2 or more) in its pixels. The brow's style is not estimated: nothing
    public says what the game's three textures look like.
    """
    from engine.head.portrait.skin import Skin

    skin = Skin.from_photo(pixels, landmarks)
    if skin.hair is None or skin.hair == Skin().hair:
        return 0.5
    return float(np.clip((np.dot(skin.brow, (0.299, 0.587, 0.114)) - _DARKEST) / _RANGE, 0, 1))


def colours_of(skin: "Skin") -> Colours:
    """The colours of an exported head's materials."""
    return Colours(skin=skin.skin, lips=skin.lip, iris=skin.iris)
