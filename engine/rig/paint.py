"""Brow grey and brow style: between a photo, the face-nn paint values and the painted head."""

from dataclasses import replace

import numpy as np

from engine.head.portrait.skin import Skin
from engine.rig.schema import load_schema
from engine.rig.values import RigValues

_DARKEST, _RANGE = 0.2, 0.6
"""The game paints brows with the grey 0.2 + 0.6 v."""


def brow_grey(pixels: np.ndarray, landmarks: np.ndarray) -> float:
    """0..1: the paint value nearest to the brightness of the brows in a picture; 0.5 when they cannot be seen.

    pixels (h, w, 3) uint8 sRGB, landmarks (478, 2 or more) in its pixels. The brow's style is not estimated: nothing
    public says what the game's three textures look like.
    """
    skin = Skin.from_photo(pixels, landmarks)
    if skin.hair is None or skin.hair == Skin().hair:
        return 0.5
    return float(np.clip((np.dot(skin.brow, (0.299, 0.587, 0.114)) - _DARKEST) / _RANGE, 0, 1))


def painted(values: RigValues, skin: Skin) -> Skin:
    """The skin with the brows that the values ask for, where their schema has paint values."""
    schema = load_schema(values.schema)
    schema.check_count(values)
    if "brow.grey" not in schema.controls:
        return skin
    grey = min(max(values.values[schema.index("brow.grey")], 0.0), 1.0)
    styles = [values.values[schema.index(control_id)] for control_id in schema.one_hot]
    return replace(skin, brow_grey=_DARKEST + _RANGE * grey, brow_style=1 + int(np.argmax(styles)))
