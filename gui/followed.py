"""Which sliders MagicFace cannot follow, in words."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from engine.controls import ControlTable
from engine.expression.magicface.au_vector import AU_ORDER, beyond
from gui.language import control_label

_NAMED = 3


def not_followed(table: ControlTable, looks: Iterable[Mapping[str, float]]) -> str:
    """One line naming the first few sliders of the looks that MagicFace cannot follow; "" when it follows all."""
    others = sorted({name for look in looks for name in beyond(look)})
    if not others:
        return ""
    labels = [*dict.fromkeys(control_label(table[name], with_side=False) for name in others)]
    comma = QCoreApplication.translate("MagicFace", ", ")
    names = comma.join(labels[:_NAMED]) + (" …" if len(labels) > _NAMED else "")
    if all(table[name].pair in AU_ORDER for name in others):
        return QCoreApplication.translate("MagicFace", "MagicFace moves both sides alike: {0}").format(names)
    return QCoreApplication.translate("MagicFace", "MagicFace cannot follow {0}").format(names)
