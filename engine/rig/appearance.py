"""How a rig's paint values look on our head, and the colours an exported head gets."""

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.rig.model import Colours
from engine.rig.schema import load_schema
from engine.rig.values import RigValues

if TYPE_CHECKING:
    from engine.head.portrait.skin import Skin


def skin_for(values: RigValues, skin: "Skin") -> "Skin":
    """`skin` with the brows that the values ask for, where their schema has paint values.

    The game paints brows in the grey 0.2 + 0.6 v, in the style whose value is largest (the first, when equal).
    """
    schema = load_schema(values.schema)
    if "brow.grey" not in schema.controls:
        return skin
    grey = min(max(values.values[schema.index("brow.grey")], 0.0), 1.0)
    styles = [values.values[schema.index(name)] for name in schema.one_hot]
    return replace(skin, brow_grey=0.2 + 0.6 * grey, brow_style=1 + styles.index(max(styles)))


def colours_of(skin: "Skin") -> Colours:
    """The colours of an exported head's materials."""
    return Colours(skin=skin.skin, lips=skin.lip, iris=skin.iris)
