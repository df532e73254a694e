"""One step of the undo stack, and which of them become one."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.base.text import Text
from engine.project.face_state import FaceState
from engine.project.history import PastStep, encode_step, history_part
from engine.project.project import Part
from gui.words.engine_texts import shown
from gui.words.plain import one_line
from gui.words.step_text import is_control, step_text

if TYPE_CHECKING:
    from gui.model.document import ProjectDocument

MERGE_SECONDS = 1.0
"""Key presses and wheel clicks on one control closer together than this are one undo step."""


class Step(QUndoCommand):
    """One face before and after; remembers nothing else, so it can be replayed any number of times.

    text:  its name: a `Text`, which can be told in another language later, or a control's label; None for the label of
           the control that differs.
    words: what the history says of it.
    """

    def __init__(self, document: "ProjectDocument", face: int, before: FaceState, after: FaceState, text: str | None,
                 merge: str = "") -> None:
        super().__init__()
        self._document, self._face, self._before, self._after = document, face, before, after
        self._merge, self._when = merge, document.clock()
        self._name = text
        self._by_control = text is None or is_control(text, before, after, document.namespaces)
        self._encoded: bytes | None = None
        self.tell()

    def tell(self) -> None:
        """Say what it is in the language in use."""
        name = None if self._by_control or self._name is None else one_line(shown(self._name))
        self.words = step_text(name, self._before, self._after, self._document.namespaces, self._face,
                               self._document.face_count)
        # Qt takes the first line for the list of steps, the second for "Undo …".
        self.setText(f"{self.words}\n{name or self._name or self.words.name}")

    @property
    def face(self) -> int:
        return self._face

    @property
    def states(self) -> tuple[FaceState, FaceState]:
        """The face before and after."""
        return self._before, self._after

    @property
    def encoded(self) -> bytes:
        """The step as a project's history keeps it."""
        if self._encoded is None:
            name = None if self._by_control else self._name
            self._encoded = encode_step(PastStep(self._face, name, self._before, self._after))
        return self._encoded

    def redo(self) -> None:
        self._apply(self._after)

    def undo(self) -> None:
        self._apply(self._before)

    def _apply(self, state: FaceState) -> None:
        """A state of another time, by the rigs that are known now."""
        document = self._document
        document.apply(self._face, document.namespaces.sorted_out(state) if document.rigs_changed else state)
        document.select(self._face)

    def id(self) -> int:
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Step) or (other._face, other._merge) != (self._face, self._merge):
            return False
        if other._when - self._when > MERGE_SECONDS:
            return False
        self._after, self._when, self._encoded = other._after, other._when, None
        self.tell()
        self.setObsolete(self._after == self._before)
        return True


class Placing(Step):
    """A face gets what was set on one that is not found any more; undone, that is unplaced again."""

    def __init__(self, document: "ProjectDocument", face: int, before: FaceState, after: FaceState,
                 unplaced: tuple[FaceState, ...], number: int) -> None:
        self._unplaced, self._left = unplaced, (*unplaced[:number], *unplaced[number + 1 :])
        super().__init__(document, face, before, after, Text("Place a face that was not found"))

    def redo(self) -> None:
        super().redo()
        self._document.set_unplaced(self._left)

    def undo(self) -> None:
        super().undo()
        self._document.set_unplaced(self._unplaced)


def kept_history(stack: QUndoStack, held: Step | None) -> Part | None:
    """The steps as a project keeps them: those since a face was placed, for what it was placed from is not kept.

    held: a step more, of what a hand holds, in place of those that were undone.
    """
    first, last = 0, stack.count()
    steps = [stack.command(number) for number in range(last)]
    for number, step in enumerate(steps):
        if isinstance(step, Placing) and number < stack.index():
            first = number + 1
        elif isinstance(step, Placing):
            last = min(last, number)
    encoded, index = [step.encoded for step in steps[first:last] if isinstance(step, Step)], stack.index() - first
    if held is not None:
        encoded, index = [*encoded[:index], held.encoded], index + 1
    return history_part(encoded, index)
