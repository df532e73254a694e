"""The open project as observable state with an undo stack: what is edited, never how it is drawn. No widgets here."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.base.controls import ControlTable
from engine.base.look import Look
from engine.motion.timeline import Timeline
from engine.photo.face import Face
from engine.photo.open_photo import OpenPhoto
from engine.project.face_state import LOOK, TIMELINE, FaceState, Value
from engine.project.history import History, without_history
from engine.project.person_photos import without_strays
from engine.project.project import EmbeddedPhoto, Part, Project, Scalar
from engine.project.timeline_file import with_parts, without_stray_timelines
from engine.rig.schema_parts import schema_parts
from engine.systems import face_namespaces
from gui.model.face_places import known_places, sides
from gui.model.posing import Posing
from gui.model.steps import Placing, Step, kept_history


@dataclass(frozen=True)
class _Gesture:
    """A hand on a control. text: the step's name. merge: see `ProjectDocument.change`."""

    face: int
    text: str
    before: FaceState
    merge: str = ""


class ProjectDocument(QObject):
    """A photo, its faces, what is set on each, which one is chosen, and every step that led here.

    What is set on a face lies in namespaces (`engine.project.face_state`): its look, the values of each rig. A slider
    calls `begin_gesture`, then `drag` for every tick, then `end_gesture`: the state follows at once and the undo stack
    gets one step for the whole gesture. Everything else is one call: `change` for some values of a namespace,
    `set_values` for all of them; `set_controls` and `set_look` are the same for the look. All of them concern the
    chosen face unless told another.

    photo_changed:  everything was replaced. rigs_changed: whether other rigs became known since the program started.
    values_changed: face and namespace in which something is different now; look_changed: a face shows another look.
    timeline_changed: another timeline lies on a face, or a hand is at it. playhead_changed: it stands elsewhere.
    gesture_changed: whether a hand holds a control. moving_changed: whether the look is on the move, by a hand or by
    the playhead; what is worth a wait waits for its end.
    """

    photo_changed = Signal()
    selection_changed = Signal(int)
    values_changed = Signal(int, str)
    look_changed = Signal(int)
    timeline_changed = Signal(int)
    playhead_changed = Signal()
    gesture_changed = Signal(bool)
    moving_changed = Signal(bool)
    unplaced_changed = Signal()
    dirty_changed = Signal(bool)
    path_changed = Signal()

    def __init__(self, table: ControlTable, parent: QObject | None = None,
                 clock: Callable[[], float] = time.monotonic) -> None:
        """clock: seconds, for what follows closely on something else."""
        super().__init__(parent)
        self.clock = clock
        self.table = table
        self.namespaces = face_namespaces(table)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(500)
        self.undo_stack.cleanChanged.connect(self._tell_dirty)
        self._photo: OpenPhoto | None = None
        self._original: EmbeddedPhoto | None = None
        self._states: list[FaceState] = []
        self._unplaced: tuple[FaceState, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self._selected = -1
        self.posing = Posing(table)
        self._gesture: _Gesture | None = None
        self._running = self._was_moving = False
        self._taken = ""  # the name of what a hand took hold of last
        self._path: Path | None = None
        self._unsaved = False
        self._moved_on_opening = self._restoring = self.rigs_changed = False
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

    @property
    def photo_name(self) -> str:
        """The name of the picture's own file, "" when it is not known."""
        return self._original.name if self._original is not None else ""

    def open_photo(self, photo: OpenPhoto, original: EmbeddedPhoto | None = None, project: Project | None = None,
                   path: Path | None = None, unsaved: bool = False) -> None:
        """Replace everything: a new photo, with what a project file or a recovery had set on its faces.

        original: the picture file's own bytes; needed to save a project.
        unsaved:  it differs from what is on disk (recovered work), so that closing asks.
        """
        self._gesture = None
        self._tell_moving()
        self.posing.forget()
        self.undo_stack.clear()
        self._photo = photo
        self._original = original
        self._place(project, photo.faces)
        self._selected = min(project.selected if project is not None else 0, len(photo.faces) - 1)
        self._path = path
        self._unsaved = unsaved
        self.revision += 1
        self.photo_changed.emit()
        self.selection_changed.emit(self._selected)
        for index in range(len(self._states)):
            self._tell_values(index, (LOOK, *self._states[index].namespaces))
        self.path_changed.emit()
        self._tell_dirty()

    def _place(self, project: Project | None, faces: Sequence[Face]) -> None:
        """Give every face what a project had set on it; what belongs to none of them is kept for another time."""
        known = tuple(map(self.namespaces.sorted_out, (*project.faces, *project.unplaced))) if project else ()
        numbered = len(project.faces) if project is not None else 0
        places = known_places(known, numbered, faces)
        self._moved_on_opening = places[:numbered] != list(range(min(numbered, len(faces))))
        states = [known[place] if place is not None else FaceState() for place in places]
        self._states = [replace(state, box=sides(face.box)) for state, face in zip(states, faces, strict=True)]
        self._unplaced = tuple(state for place, state in enumerate(known) if place not in places and not state.empty)
        self._parts = without_history(project.parts) if project is not None else ()

    def restore(self, history: History) -> bool:
        """Have the steps that led here to go back and forth through. Right after `open_photo`; False, and nothing is
        done, when they do not belong to the faces that were found."""
        if any(step.face >= len(self._states) for step in history.steps) or self._moved_on_opening:
            return False
        self._restoring = True  # the states are there already: the steps are put into place, not done
        for step in history.steps:
            box = self._states[step.face].box
            before, after = replace(step.before, box=box), replace(step.after, box=box)
            self.undo_stack.push(Step(self, step.face, before, after, step.name))
        self.undo_stack.setIndex(history.index)
        if not self._unsaved:
            self.undo_stack.setClean()
        self._restoring = False
        self._tell_dirty()
        return True

    def _kept(self) -> tuple[tuple[FaceState, ...], tuple[Part, ...]]:
        """The faces' states and the parts that come of them and of the steps, as if the hand let go now."""
        states, parts, held, gesture = list(self._states), self.kept_parts(), None, self._gesture
        if gesture is not None:
            after, new = self.posing.named(gesture.face, states[gesture.face], {part.name for part in self._parts})
            states[gesture.face], parts = after, with_parts(parts, new)
            held = Step(self, gesture.face, gesture.before, after, gesture.text) if after != gesture.before else None
        return tuple(states), with_parts(parts, [*filter(None, [kept_history(self.undo_stack, held)])])

    def close(self) -> None:
        """Back to an empty document."""
        self._gesture = None
        self._tell_moving()
        self.posing.forget()
        self.undo_stack.clear()
        self._photo, self._original, self._states, self._selected = None, None, [], -1
        self._unplaced, self._parts = (), ()
        self._path, self._unsaved = None, False
        self.revision += 1
        self.photo_changed.emit()
        self.selection_changed.emit(-1)
        self.path_changed.emit()
        self._tell_dirty()

    def select(self, face: int) -> None:
        """Choose a face; what is not a face is ignored. Choosing is no undo step."""
        if face != self._selected and 0 <= face < len(self._states) and not self._restoring:
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

    def values(self, namespace: str, face: int | None = None) -> dict[str, Value]:
        """What is set in a namespace, by name; a control that is missing is at its default."""
        return self.state(face).get(namespace)

    def look(self, face: int | None = None) -> Look:
        """What a face shows: what is set on it, and where the playhead stands what its timeline makes of that."""
        index = self._selected if face is None else face
        return self.posing.look(index, self.state(index), self._parts)

    def control(self, control_id: str) -> float:
        """Value of a control of the look on the chosen face, its default when it is not set."""
        return self.look().get(control_id, self.table[control_id].default)

    @property
    def unplaced(self) -> tuple[FaceState, ...]:
        """What was set on faces that are not found in the photo any more. Kept and saved; `place` gives it to one."""
        return self._unplaced

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names of what the project keeps and this version cannot use, for one line to the user."""
        states = (*self._states, *self._unplaced)
        return tuple(sorted({name for state in states for name in self.namespaces.unknown_names(state)}))

    # ---- timelines

    def timeline(self, face: int | None = None) -> Timeline:
        """What lies on a face's timeline; an empty one where there is none."""
        index = self._selected if face is None else face
        return self.posing.timeline(index, self.state(index), self._parts)

    def set_playhead(self, time: float | None) -> None:
        """Show all faces as they are at a time, seconds; None to show what is set on them. No step of the history."""
        before = [self.look(face) for face in range(len(self._states))]
        self.posing.time = time
        self.playhead_changed.emit()
        for face, look in enumerate(before):
            if self.look(face) != look:
                self.look_changed.emit(face)

    def set_running(self, on: bool) -> None:
        """Whether the playhead is on the move."""
        self._running = on
        self._tell_moving()

    def set_timeline(self, timeline: Timeline, text: str, merge: str = "") -> None:
        """Another timeline for the chosen face, in one undo step; see `change`."""
        self.end_gesture()
        self.posing.draft(self._selected, timeline)
        self._push(self._settled(self.state()), text, merge)

    def draft_timeline(self, timeline: Timeline) -> None:
        """Follow the hand that holds something on the timeline; within a gesture."""
        if self._gesture is not None:
            self.revision += 1
            self.posing.draft(self._gesture.face, timeline)
            self._tell_timeline(self._gesture.face)

    def _tell_timeline(self, face: int) -> None:
        self.timeline_changed.emit(face)
        if self.posing.time is not None:
            self.look_changed.emit(face)

    # ---- one gesture, one step

    @property
    def in_gesture(self) -> bool:
        return self._gesture is not None

    @property
    def moving(self) -> bool:
        """Whether the look is on the move, by a hand or by the playhead."""
        return self._gesture is not None or self._running

    def _tell_moving(self) -> None:
        if self.moving != self._was_moving:
            self._was_moving = self.moving
            self.moving_changed.emit(self._was_moving)

    def begin_gesture(self, text: str) -> None:
        """A hand takes hold of a control. text: the undo step's name. An unfinished gesture ends first."""
        self.end_gesture()
        self._taken = text
        if self._selected >= 0:
            self._gesture = _Gesture(self._selected, text, self.state())
            self.gesture_changed.emit(True)
            self._tell_moving()

    def join_gesture(self, merge: str) -> None:
        """The gesture under way is one of several that may become one step, as in `change`."""
        if self._gesture is not None:
            self._gesture = replace(self._gesture, merge=merge)

    def drag(self, namespace: str, settings: Mapping[str, Value]) -> None:
        """Follow the hand. Outside a gesture this is a step of its own. Raises UsageError."""
        if self._gesture is None:
            self.change(namespace, settings, ", ".join(settings))
        else:
            face = self._gesture.face
            before, timeline = self.state(face), self.timeline(face)
            self.apply(face, self._with(face, namespace, settings))
            if self.timeline(face) is not timeline:
                self.revision += 1
                self.timeline_changed.emit(face)
                if self.state(face) is before:
                    self.look_changed.emit(face)

    def follow(self, namespace: str, settings: Mapping[str, Value]) -> None:
        """`drag` of the hand that took hold last. Where its gesture has been ended under it (saved, undone, another
        face), what it does from there on is one more of that name, until it lets go. Raises UsageError."""
        if self._gesture is None:
            self.begin_gesture(self._taken)
        self.drag(namespace, settings)

    def end_gesture(self) -> None:
        """The hand lets go: one undo step, or none when everything is as it was."""
        if self._gesture is None:
            return
        gesture, self._gesture = self._gesture, None
        after, parts = self.posing.settle(gesture.face, self.state(gesture.face), {part.name for part in self._parts})
        self.add_parts(parts)
        if after != gesture.before:
            self.undo_stack.push(Step(self, gesture.face, gesture.before, after, gesture.text, gesture.merge))
        self.gesture_changed.emit(False)
        self._tell_moving()

    # ---- one call, one step

    def change(self, namespace: str, settings: Mapping[str, Value], text: str, merge: str = "") -> None:
        """Set some values of the chosen face in one undo step. Raises UsageError.

        merge: steps with the same non-empty key that follow each other closely become one (arrow keys, wheel).
        """
        self.end_gesture()
        self._push(self._settled(self._with(self._selected, namespace, settings)), text, merge)

    def set_values(self, namespace: str, values: Mapping[str, Value], text: str, merge: str = "") -> None:
        """Replace everything the chosen face has in a namespace in one undo step; see `change`."""
        self.end_gesture()
        self._push(self._settled(self._with(self._selected, namespace, values, whole=True)), text, merge)

    def set_controls(self, settings: Mapping[str, float], text: str, merge: str = "") -> None:
        """`change` for the look."""
        self.change(LOOK, settings, text, merge)

    def set_look(self, look: Look, text: str) -> None:
        """Replace the whole look (a preset, a pasted look, a reset)."""
        self.set_values(LOOK, dict(look.items_), text)

    def place(self, number: int) -> None:
        """Give the chosen face what was set on one of `unplaced`, in place of what it has, in one undo step."""
        self.end_gesture()
        if self._selected >= 0 and 0 <= number < len(self._unplaced):
            state = replace(self._unplaced[number], box=self.state().box)
            self.undo_stack.push(Placing(self, self._selected, self.state(), state, self._unplaced, number))

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

    def tell_steps(self) -> None:
        """Say every step in the language in use, which may be another than when it was made."""
        for index in range(self.undo_stack.count()):
            step = self.undo_stack.command(index)
            if isinstance(step, Step):
                step.tell()

    def redo(self) -> None:
        self.end_gesture()
        self.undo_stack.redo()

    def _with(self, face: int, namespace: str, values: Mapping[str, Value], whole: bool = False) -> FaceState:
        """A face's state with these values, all there are of a namespace or some; where a timeline moves the look and
        a key comes of it, a draft of that timeline is there then. Raises UsageError."""
        made, state = self.namespaces.replaced if whole else self.namespaces.changed, self.state(face)
        if namespace != LOOK or self.posing.time is None:
            return made(state, namespace, values)
        wanted = made(state.with_values(LOOK, dict(self.look(face))), LOOK, values).look
        look, timeline = self.posing.taken_up(face, state, self._parts, wanted, whole)
        if timeline is not None:
            self.posing.draft(face, timeline)
        return self.namespaces.replaced(state, LOOK, dict(look))

    def _settled(self, state: FaceState) -> FaceState:
        """The chosen face's state with the timeline that has just been drafted."""
        state, parts = self.posing.settle(self._selected, state, {part.name for part in self._parts})
        self.add_parts(parts)
        return state

    def _push(self, state: FaceState, text: str, merge: str = "") -> None:
        self.end_gesture()
        if self._selected >= 0 and state != self.state():
            self.undo_stack.push(Step(self, self._selected, self.state(), state, text, merge))

    def apply(self, face: int, state: FaceState) -> None:
        """Put a state in place and tell; the undo steps and gestures come through here."""
        if self._restoring or not 0 <= face < len(self._states) or state == self._states[face]:
            return
        before, self._states[face] = self._states[face], state
        self.revision += 1
        old, new = dict(before.values), dict(state.values)
        self._tell_values(face, [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)])

    def sort_out(self) -> None:
        """Other rigs are known now: what was kept of them unknown can be used, and what is unknown now is kept."""
        self.rigs_changed = True
        for face, state in enumerate(self._states):
            self.apply(face, self.namespaces.sorted_out(state))

    @property
    def parts(self) -> tuple[Part, ...]:
        """What the project has beside the photo and what is set on its faces."""
        return self._parts

    def add_parts(self, parts: Sequence[Part]) -> None:
        """What a face is about to name. What no face and no step names is not saved."""
        self._parts = with_parts(self._parts, parts)

    def kept_parts(self, undone: bool = True) -> tuple[Part, ...]:
        """Those that are saved: without the photos that no face and no step names. undone: count the steps that were
        undone, too; another step puts an end to them."""
        stack = self.undo_stack
        steps = (stack.command(number) for number in range(stack.count() if undone else stack.index()))
        past = [state for step in steps if isinstance(step, Step) for state in step.states]
        named = (*self._states, *self._unplaced, *past)
        return without_stray_timelines(without_strays(self._parts, named), named)

    def set_unplaced(self, states: tuple[FaceState, ...]) -> None:
        """The steps that place a face come through here."""
        self._unplaced = states
        self.revision += 1
        self.unplaced_changed.emit()

    def _tell_values(self, face: int, namespaces: Sequence[str]) -> None:
        for name in namespaces:
            self.values_changed.emit(face, name)
            if name == LOOK:
                self.look_changed.emit(face)
            elif name == TIMELINE:
                self._tell_timeline(face)

    # ---- saved or not

    def project(self, view: Mapping[str, Scalar] | None = None) -> Project | None:
        """All of it as what a project file holds; None while there is no photo."""
        if self._original is None:
            return None
        states, parts = self._kept()
        return Project(self._original, states, max(self._selected, 0), tuple(sorted((view or {}).items())),
                       self._unplaced, with_parts(parts, schema_parts((*states, *self._unplaced))))

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
        if self.dirty != self._was_dirty and not self._restoring:
            self._was_dirty = self.dirty
            self.dirty_changed.emit(self._was_dirty)
