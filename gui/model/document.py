"""The open project as observable state with an undo stack: what is edited, never how it is drawn. No widgets here."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.base.controls import ControlTable
from engine.base.look import Look
from engine.photo.face import Box, Face
from engine.project.project import EmbeddedPhoto, FaceState, Project, Scalar
from engine.render.request import OpenPhoto
from gui.words.step_text import step_text

MERGE_SECONDS = 0.8
"""Key presses and wheel clicks on one control closer together than this are one undo step."""


class ProjectDocument(QObject):
    """A photo, its faces, what is set on each, which one is chosen, and every step that led here.

    A slider calls `begin_gesture`, then `drag` or `drag_rig` for every tick, then `end_gesture`: the state follows at
    once and the undo stack gets one step for the whole gesture. Everything else is one call: `set_controls`,
    `set_look`, `set_rig`. All of them concern the chosen face unless told another.
    """

    photo_changed = Signal()
    selection_changed = Signal(int)
    look_changed = Signal(int)
    rig_changed = Signal(int)
    gesture_changed = Signal(bool)
    dirty_changed = Signal(bool)
    path_changed = Signal()

    def __init__(self, table: ControlTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(500)
        self.undo_stack.cleanChanged.connect(self._tell_dirty)
        self._photo: OpenPhoto | None = None
        self._original: EmbeddedPhoto | None = None
        self._states: list[FaceState] = []
        self._selected = -1
        self._gesture: tuple[int, str, FaceState] | None = None
        self._path: Path | None = None
        self._unsaved = False
        self._was_dirty = False
        self.revision = 0

    # ---- the photo and its faces

    @property
    def photo(self) -> OpenPhoto | None:
        return self._photo

    @property
    def face_count(self) -> int:
        return len(self._states)

    @property
    def selected(self) -> int:
        """Index of the chosen face, -1 when there is none."""
        return self._selected

    @property
    def path(self) -> Path | None:
        """The project file, None while it has never been saved."""
        return self._path

    @property
    def name(self) -> str:
        """What to call it in a title: the project's name, or the picture's, or nothing."""
        if self._path is not None:
            return self._path.stem
        if self._photo is None:
            return ""
        if self._photo.picture.path is not None:
            return Path(self._photo.picture.path).name
        return self._original.name if self._original is not None else ""  # recovered work knows what its photo was

    def open_photo(self, photo: OpenPhoto, original: EmbeddedPhoto | None = None, project: Project | None = None,
                   path: Path | None = None, unsaved: bool = False) -> None:
        """Replace everything: a new photo, with what a project file or a recovery had set on its faces.

        original: the picture file's own bytes; needed to save a project.
        unsaved:  it differs from what is on disk (recovered work), so that closing asks.
        """
        self._gesture = None
        self.undo_stack.clear()
        self._photo = photo
        self._original = original
        known = project.faces if project is not None else ()
        self._states = [replace(_known_state(known, face), box=_sides(face.box)) for face in photo.faces]
        self._selected = min(project.selected if project is not None else 0, len(photo.faces) - 1)
        self._path = path
        self._unsaved = unsaved
        self.revision += 1
        self.photo_changed.emit()
        self.selection_changed.emit(self._selected)
        for index in range(len(self._states)):
            self.look_changed.emit(index)
            self.rig_changed.emit(index)
        self.path_changed.emit()
        self._tell_dirty()

    def close(self) -> None:
        """Back to an empty document."""
        self._gesture = None
        self.undo_stack.clear()
        self._photo, self._original, self._states, self._selected = None, None, [], -1
        self._path, self._unsaved = None, False
        self.revision += 1
        self.photo_changed.emit()
        self.selection_changed.emit(-1)
        self.path_changed.emit()
        self._tell_dirty()

    def select(self, face: int) -> None:
        """Choose a face; what is not a face is ignored. Choosing is no undo step."""
        if face != self._selected and 0 <= face < len(self._states):
            self.end_gesture()
            self._selected = face
            self.selection_changed.emit(face)

    # ---- reading

    def state(self, face: int | None = None) -> FaceState:
        """What is set on a face; an empty state when there is no such face."""
        index = self._selected if face is None else face
        return self._states[index] if 0 <= index < len(self._states) else FaceState()

    def states(self) -> tuple[FaceState, ...]:
        return tuple(self._states)

    def look(self, face: int | None = None) -> Look:
        return self.state(face).look

    def control(self, control_id: str) -> float:
        """Value of an expression control on the chosen face, its default when it is not set."""
        return self.look().get(control_id, self.table[control_id].default)

    def rig(self, schema: str, face: int | None = None) -> dict[str, float]:
        """Values set for a rig schema; a control that is missing is at its default."""
        return self.state(face).rig(schema)

    # ---- one gesture, one step

    @property
    def in_gesture(self) -> bool:
        return self._gesture is not None

    def begin_gesture(self, text: str) -> None:
        """A hand takes hold of a control. text: the undo step's name. An unfinished gesture ends first."""
        self.end_gesture()
        if self._selected >= 0:
            self._gesture = (self._selected, text, self.state())
            self.gesture_changed.emit(True)

    def drag(self, settings: Mapping[str, float]) -> None:
        """Follow the hand. Outside a gesture this is a step of its own. Raises UsageError."""
        if self._gesture is None:
            self.set_controls(settings, ", ".join(settings))
        else:
            face = self._gesture[0]
            look = self.look(face).changed(self.table, settings)
            self.apply(face, replace(self.state(face), look=look))

    def drag_rig(self, schema: str, settings: Mapping[str, float]) -> None:
        """Follow the hand on a rig control; see `drag`."""
        if self._gesture is None:
            self.set_rig(schema, {**self.rig(schema), **settings}, ", ".join(settings))
        else:
            face = self._gesture[0]
            self.apply(face, self.state(face).with_rig(schema, {**self.rig(schema, face), **settings}))

    def end_gesture(self) -> None:
        """The hand lets go: one undo step, or none when everything is as it was."""
        if self._gesture is None:
            return
        face, text, before = self._gesture
        self._gesture = None
        if self.state(face) != before:
            self.undo_stack.push(Step(self, face, before, self.state(face), text))
        self.gesture_changed.emit(False)

    def cancel_gesture(self) -> None:
        """Escape while dragging: back to where the hand took hold, no undo step."""
        if self._gesture is None:
            return
        face, _, before = self._gesture
        self._gesture = None
        self.apply(face, before)
        self.gesture_changed.emit(False)

    # ---- one call, one step

    def set_controls(self, settings: Mapping[str, float], text: str, merge: str = "") -> None:
        """Set expression controls of the chosen face in one undo step. Raises UsageError.

        merge: steps with the same non-empty key that follow each other closely become one (arrow keys, wheel).
        """
        self._push(replace(self.state(), look=self.look().changed(self.table, settings)), text, merge)

    def set_look(self, look: Look, text: str) -> None:
        """Replace the chosen face's whole look in one undo step (a preset, a pasted look, a reset)."""
        self._push(replace(self.state(), look=look), text)

    def set_rig(self, schema: str, values: Mapping[str, float], text: str, merge: str = "") -> None:
        """Replace all values of a rig schema on the chosen face in one undo step."""
        self._push(self.state().with_rig(schema, values), text, merge)

    def undo(self) -> None:
        """One step back; a drag under way is finished first, so it is that drag that is undone."""
        self.end_gesture()
        self.undo_stack.undo()

    def retract(self, text: str) -> None:
        """Undo the newest step and forget it, if it is of that name: it was the first click of a double-click."""
        stack = self.undo_stack
        if self._gesture is None and stack.canUndo() and stack.undoText() == text:
            command = stack.command(stack.index() - 1)
            command.undo()
            command.setObsolete(True)  # Qt drops an obsolete step without undoing it
            stack.undo()

    def redo(self) -> None:
        self.end_gesture()
        self.undo_stack.redo()

    def _push(self, state: FaceState, text: str, merge: str = "") -> None:
        self.end_gesture()
        if self._selected >= 0 and state != self.state():
            self.undo_stack.push(Step(self, self._selected, self.state(), state, text, merge))

    def apply(self, face: int, state: FaceState) -> None:
        """Put a state in place and tell; the undo steps and gestures come through here."""
        if not 0 <= face < len(self._states) or state == self._states[face]:
            return
        before, self._states[face] = self._states[face], state
        self.revision += 1
        if before.look != state.look:
            self.look_changed.emit(face)
        if before.rigs != state.rigs:
            self.rig_changed.emit(face)

    # ---- saved or not

    def project(self, view: Mapping[str, Scalar] | None = None) -> Project | None:
        """All of it as what a project file holds; None while there is no photo."""
        if self._original is None:
            return None
        return Project(self._original, tuple(self._states), max(self._selected, 0), tuple(sorted((view or {}).items())))

    @property
    def dirty(self) -> bool:
        """Whether closing now would lose something."""
        return self._photo is not None and (self._unsaved or not self.undo_stack.isClean())

    def mark_saved(self, path: Path, unchanged: bool = True) -> None:
        """What is here is what is in that file; not unchanged: something was edited while it was being written."""
        self._path = path
        if unchanged:
            self._unsaved = False
            self.undo_stack.setClean()
        self.path_changed.emit()
        self._tell_dirty()

    def _tell_dirty(self) -> None:
        if self.dirty != self._was_dirty:
            self._was_dirty = self.dirty
            self.dirty_changed.emit(self._was_dirty)


def _known_state(known: Sequence[FaceState], face: Face) -> FaceState:
    """What a project had set on this face: found by where the face lies, by its number when that was not noted."""
    placed = [(Box(*state.box).overlap(face.box), state) for state in known if state.box is not None]
    best = max(placed, key=lambda pair: pair[0], default=(0.0, FaceState()))
    if best[0] > 0.3:
        return best[1]
    if face.index < len(known) and known[face.index].box is None:
        return known[face.index]
    return FaceState()


def _sides(box: Box) -> tuple[float, float, float, float]:
    return (float(box.x0), float(box.y0), float(box.x1), float(box.y1))


class Step(QUndoCommand):
    """One face before and after; remembers nothing else, so it can be replayed any number of times.

    words: what the history says of it.
    """

    def __init__(self, document: ProjectDocument, face: int, before: FaceState, after: FaceState, text: str,
                 merge: str = "") -> None:
        super().__init__()
        self._document, self._face, self._before, self._after = document, face, before, after
        self._merge, self._when = merge, time.monotonic()
        self._name = text
        self._tell()

    def _tell(self) -> None:
        # Qt takes the first line for the list of steps, the second for "Undo …".
        self.words = step_text(self._name, self._before, self._after, self._document.table, self._face,
                               self._document.face_count)
        self.setText(f"{self.words}\n{self._name}")

    def redo(self) -> None:
        self._document.apply(self._face, self._after)
        self._document.select(self._face)

    def undo(self) -> None:
        self._document.apply(self._face, self._before)
        self._document.select(self._face)

    def id(self) -> int:
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Step) or (other._face, other._merge) != (self._face, self._merge):
            return False
        if other._when - self._when > MERGE_SECONDS:
            return False
        self._after, self._when = other._after, other._when
        self._tell()
        self.setObsolete(self._after == self._before)
        return True
