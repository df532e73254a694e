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


def step_text(name: str, before: FaceState, after: FaceState, namespaces: Namespaces, face: int,
              faces: int) -> StepText:
    """A step in full.

    name: as it was called; a value is told when that is the name of the one control, or of the pair, that differs.
    face, faces: which of how many; a photo's only face needs no number.
    """
    value = ""
    changed = _changed(before, after, namespaces)
    controls = [control for control, _ in changed]
    values = {value for _, value in changed}
    if len(values) == 1 and len({control.pair or control.id for control in controls}) == 1:
        alone = len(controls) == 1
        if name in (language.control_label(controls[0]), language.control_label(controls[0], with_side=False)):
            name = language.control_label(controls[0], with_side=alone)
            value = number.written(controls[0], changed[0][1])
    which = QCoreApplication.translate("HistoryPanel", "face {0}").format(face + 1) if faces > 1 else ""
    return StepText(name, value, which)


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
