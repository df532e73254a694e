"""Which sliders a slow renderer cannot follow, in words."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from engine.base.controls import ControlTable
from gui.model.renderers import SLOW, never_followed
from gui.words.language import control_label

_NAMED = 3


def not_followed(renderer: str, table: ControlTable, looks: Iterable[Mapping[str, float]]) -> str:
    """One line naming the first few controls of the looks that a renderer cannot follow; "" when it follows all."""
    if renderer not in SLOW:
        return ""
    others = sorted({name for look in looks for name in SLOW[renderer].beyond(look)})
    if not others:
        return ""
    labels = [*dict.fromkeys(control_label(table[name], with_side=False) for name in others)]
    comma = QCoreApplication.translate("Renderers", ", ")
    names = comma.join(labels[:_NAMED]) + (" …" if len(labels) > _NAMED else "")
    if all(table[name].pair and name not in never_followed(renderer) for name in others):
        return QCoreApplication.translate("Renderers", "{0} moves both sides alike: {1}").format(
            SLOW[renderer].name, names)
    return QCoreApplication.translate("Renderers", "{0} cannot follow {1}").format(SLOW[renderer].name, names)
