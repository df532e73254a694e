"""What renderers are called and can follow, in the language in use."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from engine.base.controls import ControlTable
from engine.base.look import Look
from engine.expression.units import CONTROLS
from engine.systems import beyond, never_followed, spec_of
from gui.words.engine_texts import sentence
from gui.words.language import control_label, translated

_NAMED = 3


def renderer_name(renderer: str) -> str:
    """A renderer's label."""
    return translated("renderers", spec_of(renderer).label)


def remarks(renderer: str) -> dict[str, str]:
    """What to say beside controls of the expression that a renderer cannot follow, or not well, by id."""
    spec, never, found = spec_of(renderer), never_followed(renderer), {}
    for control in CONTROLS:
        remark = spec.remark(control.id)
        if remark:
            found[control.id] = sentence(remark)
        elif control.id in never:
            words = QCoreApplication.translate("Renderers", "{0} cannot draw this")
            found[control.id] = words.format(renderer_name(renderer))
    return found


def not_followed(renderer: str, table: ControlTable, looks: Iterable[Look]) -> str:
    """One line naming the first few controls of the looks that a renderer cannot follow; "" when it follows all."""
    others = sorted({name for look in looks for name in beyond(renderer, look)})
    if not others:
        return ""
    labels = [*dict.fromkeys(control_label(table[name], with_side=False) for name in others)]
    comma = QCoreApplication.translate("Renderers", ", ")
    names = comma.join(labels[:_NAMED]) + (" …" if len(labels) > _NAMED else "")
    if all(table[name].pair and name not in never_followed(renderer) for name in others):
        return QCoreApplication.translate("Renderers", "{0} moves both sides alike: {1}").format(
            renderer_name(renderer), names)
    return QCoreApplication.translate("Renderers", "{0} cannot follow {1}").format(renderer_name(renderer), names)
