"""How a rig's paint values look on our head, what a photo says of them, and the colours an exported head gets."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.rig.model import Colours
from engine.rig.schema import RigSchema, load_schema
from engine.rig.values import RigValues

if TYPE_CHECKING:
    from engine.head.portrait.skin import Colour, Skin

_DARKEST, _RANGE = 0.2, 0.6
"""The game paints brows in the grey 0.2 + 0.6 v."""


_PARTS = ("red", "green", "blue")


def skin_for(values: RigValues, skin: "Skin") -> "Skin":
    """`skin` with the colours and the brows that the values ask for, where their schema has paint values.

    Of a style's one-hot values the largest counts (the first, when equal).
    """
    from engine.head.portrait.brows import STYLES

    schema = load_schema(values.schema)
    for place in schema.painting("brow.grey"):
        skin = replace(skin, brow_grey=_DARKEST + _RANGE * min(max(values.values[place], 0.0), 1.0))
    if places := schema.painting("brow.style"):
        said = [values.values[place] for place in places]
        number = said.index(max(said)) if len(said) > 1 else round(said[0] - schema.slots[places[0]].minimum)
        skin = replace(skin, brow_style=1 + min(max(number, 0), len(STYLES) - 1))
    def coloured(colour: str, had: "Colour") -> "Colour":
        parts = list(had)
        for part, place in _coloured(schema, colour):
            parts[part] = min(max(values.values[place], 0.0), 1.0)
        return parts[0], parts[1], parts[2]

    hair = skin.hair or type(skin)().hair
    return replace(skin, skin=coloured("skin", skin.skin), lip=coloured("lips", skin.lip),
                   iris=coloured("iris", skin.iris),
                   hair=coloured("hair", hair) if hair and _coloured(schema, "hair") else skin.hair)


def seen_paint(schema: RigSchema, pixels: np.ndarray, landmarks: np.ndarray) -> dict[str, float]:
    """What a picture says of a schema's paint values, by id: colours, the brows' grey, as `brow_grey` takes them, and
    their style (`brow_style`); nothing of a style where brows are not seen.

    Styles are our head's: nothing public says what the game's three textures look like.
    """
    from engine.head.portrait.skin import Skin

    found = {schema.slots[place].id: brow_grey(pixels, landmarks) for place in schema.painting("brow.grey")}
    found |= _seen_style(schema, pixels, landmarks)
    if any(slot.paints.endswith(_PARTS) for slot in schema.slots):
        skin = Skin.from_photo(pixels, landmarks)
        seen = {"skin": skin.skin, "lips": skin.lip, "iris": skin.iris, "hair": skin.hair}
        found |= {schema.slots[place].id: colour[part] for name, colour in seen.items() if colour is not None
                  for part, place in _coloured(schema, name)}
    return found


def _seen_style(schema: RigSchema, pixels: np.ndarray, landmarks: np.ndarray) -> dict[str, float]:
    """The values of the brow's style, never one between two; nothing where it is not seen or no value is of it."""
    from engine.rig.brow_style import seen_brow_style

    slots = [schema.slots[place] for place in schema.painting("brow.style")]
    style = seen_brow_style(pixels, landmarks) if slots else None
    if style is None:
        return {}
    if len(slots) > 1:
        return {slot.id: float(number == min(style, len(slots)) - 1) for number, slot in enumerate(slots)}
    return {slots[0].id: min(slots[0].minimum + style - 1, slots[0].maximum)}


def _coloured(schema: RigSchema, colour: str) -> list[tuple[int, int]]:
    """(which of red, green and blue, the place of the value that is it) of what a schema says of a colour."""
    return [(part, place) for part, name in enumerate(_PARTS)
            for place, slot in enumerate(schema.slots) if slot.paints == f"{colour}.{name}"]


def brow_grey(pixels: np.ndarray, landmarks: np.ndarray) -> float:
    """0..1: the paint value nearest to the brightness of the brows in a picture; 0.5 when they cannot be seen.

    pixels (h, w, 3) uint8 sRGB, landmarks (478, 2 or more) in its pixels.
    """
    from engine.head.portrait.skin import Skin

    skin = Skin.from_photo(pixels, landmarks)
    if skin.hair is None or skin.hair == Skin().hair:
        return 0.5
    return float(np.clip((np.dot(skin.brow, (0.299, 0.587, 0.114)) - _DARKEST) / _RANGE, 0, 1))


def colours_of(skin: "Skin") -> Colours:
    """The colours of an exported head's materials."""
    return Colours(skin=skin.skin, lips=skin.lip, iris=skin.iris, teeth=skin.teeth)
