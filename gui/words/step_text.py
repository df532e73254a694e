"""What the history says of a step: what was moved, where it stands now, and on which face."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engine.base.controls import Control, ControlTable
from engine.project.face_state import FaceState
from engine.project.namespaces import Namespaces
from gui.words import language, number


@dataclass(frozen=True)
class StepText:
    """The parts of a step; value and face may be empty."""

    name: str
    value: str = ""
    face: str = ""

    def __str__(self) -> str:
        named = f"{self.name} {self.value}" if self.value else self.name
        return f"{named} · {self.face}" if self.face else named


def step_text(name: str | None, before: FaceState, after: FaceState, namespaces: Namespaces, face: int,
              faces: int) -> StepText:
    """A step in full.

    name: as it was called; None for the name of the one control, or of the pair, that differs, with its value.
    face, faces: which of how many; a photo's only face needs no number.
    """
    value = ""
    if name is None:
        changed = _changed(before, after, namespaces)
        name = language.control_label(changed[0][0], with_side=len(changed) == 1) if changed else ""
        if len({value for _, value in changed}) == 1:
            value = number.written(*changed[0])
    which = QCoreApplication.translate("HistoryStrip", "face {0}").format(face + 1) if faces > 1 else ""
    return StepText(name, value, which)


def is_control(name: str, before: FaceState, after: FaceState, namespaces: Namespaces) -> bool:
    """Whether a step is called after the one control, or the pair, that differs."""
    changed = _changed(before, after, namespaces)
    controls = [control for control, _ in changed]
    return (len({value for _, value in changed}) == 1
            and len({control.pair or control.id for control in controls}) == 1
            and name in (language.control_label(controls[0]), language.control_label(controls[0], with_side=False)))


def _changed(before: FaceState, after: FaceState, namespaces: Namespaces) -> list[tuple[Control, float]]:
    """The controls that differ, with their values after the step."""
    found = []
    for name in sorted({*before.namespaces, *after.namespaces}):
        namespace = namespaces.find(name)
        if namespace is not None:
            found += _different(before.numbers(name), after.numbers(name), namespace.controls)
    return found


def _different(before: Mapping[str, float], after: Mapping[str, float],
               table: ControlTable) -> list[tuple[Control, float]]:
    found = []
    for key in dict.fromkeys([*before, *after]):
        if key in table:
            control = table[key]
            now = after.get(key, control.default)
            if now != before.get(key, control.default):
                found.append((control, now))
    return found
