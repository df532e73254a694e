"""How the faces of a photo look at the playhead: their looks with what their timelines make of them there."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.look import Look
from engine.motion.keying import keyed
from engine.motion.timeline import Timeline
from engine.project.face_state import TIMELINE, FaceState
from engine.project.project import Part
from engine.project.timeline_file import timeline_of, timeline_parts

EMPTY = Timeline()
_MOST_KNOWN = 64


@dataclass(frozen=True)
class _Pose:
    state: FaceState
    timeline: Timeline
    time: float
    look: Look


class Posing:
    """time: of the playhead, seconds; None while no timeline is looked at, and every face shows what is set on it.
    recording: whether what is set on a face becomes a key there.

    A draft stands in for the timeline of a face for as long as a hand changes it. A timeline that cannot be read counts
    for nothing, and stays in the project until another takes its place.
    """

    def __init__(self, table: ControlTable) -> None:
        self._table = table
        self.time: float | None = None
        self.recording = False
        self._drafts: dict[int, Timeline] = {}
        self._known: dict[str, Timeline | EngineError] = {}
        self._poses: dict[int, _Pose] = {}

    def forget(self) -> None:
        """Another photo: of the one before nothing is needed any more."""
        self._drafts.clear()
        self._known.clear()
        self._poses.clear()

    # ---- timelines

    def timeline(self, face: int, state: FaceState, parts: Iterable[Part]) -> Timeline:
        """What lies on a face's timeline now, a draft before what is kept."""
        if face in self._drafts:
            return self._drafts[face]
        kept = self._kept(state, parts)
        return EMPTY if isinstance(kept, EngineError) else kept

    def trouble(self, state: FaceState, parts: Iterable[Part]) -> EngineError | None:
        """Why the timeline that a face names cannot be shown; None where it can, or there is none."""
        found = self._kept(state, parts)
        return found if isinstance(found, EngineError) else None

    def _kept(self, state: FaceState, parts: Iterable[Part]) -> Timeline | EngineError:
        named = state.get(TIMELINE).get("id")
        if named is None:
            return EMPTY
        name = str(named)
        if name not in self._known:
            try:
                self._know(name, timeline_of(state, parts) or EMPTY)
            except EngineError as error:
                self._know(name, error)
        return self._known[name]

    def _know(self, name: str, timeline: Timeline | EngineError) -> None:
        while len(self._known) >= _MOST_KNOWN:
            self._known.pop(next(iter(self._known)))
        self._known[name] = timeline

    def draft(self, face: int, timeline: Timeline) -> None:
        """A hand changes it."""
        self._drafts[face] = timeline

    def settle(self, face: int, state: FaceState, there: Iterable[str]) -> tuple[FaceState, tuple[Part, ...]]:
        """The hand lets go: the state that names what it made, and the parts that are new with that.

        there: names of the parts that the project has.
        """
        found = self.named(face, state, there)
        self._drafts.pop(face, None)
        return found

    def named(self, face: int, state: FaceState, there: Iterable[str]) -> tuple[FaceState, tuple[Part, ...]]:
        """What `settle` would give, while the hand still holds on."""
        timeline = self._drafts.get(face)
        if timeline is None:
            return state, ()
        if timeline == EMPTY:
            return state.with_values(TIMELINE, {}), ()
        name, parts = timeline_parts(timeline, frozenset(there))
        self._know(name, timeline)
        return state.with_values(TIMELINE, {"id": name}), parts

    # ---- looks

    def look(self, face: int, state: FaceState, parts: Iterable[Part]) -> Look:
        """What a face shows."""
        if self.time is None:
            return state.look
        timeline = self.timeline(face, state, parts)
        if timeline is EMPTY:
            return state.look
        pose = self._poses.get(face)
        if pose is None or pose.state is not state or pose.timeline is not timeline or pose.time != self.time:
            look = timeline.look_at(self.time, state.look, self._table)
            pose = self._poses[face] = _Pose(state, timeline, self.time, look)
        return pose.look

    def taken_up(self, face: int, state: FaceState, parts: Iterable[Part],
                 wanted: Look, whole: bool) -> tuple[Look, Timeline | None]:
        """What is set on a face so that it shows a look at the playhead: its own look, and its timeline where that is
        another then.

        What keys move, and everything while recording, gets a key; the rest is set as it is without a timeline, what a
        take moves by as much as it is to differ, and goes on moving. whole: the look takes the place of all that was
        set; what only a take moves, and the look says nothing of, is as the take has it.
        """
        base = state.look
        if self.time is None:
            return wanted, None
        timeline, shown = self.timeline(face, state, parts), self.look(face, state, parts)
        taken, still = timeline.moves - {curve.control for curve in timeline.curves}, dict(base)
        keys: dict[str, float] = {}
        for control in dict.fromkeys([*shown, *wanted]):
            entry = self._table[control]
            value, now = wanted.get(control, entry.default), shown.get(control, entry.default)
            if whole and control not in wanted and control in taken:
                still.pop(control, None)
            elif value == now:
                continue
            elif self.recording or timeline.curve(control) is not None:
                keys[control] = value
            elif control in taken:
                more = base.get(control, entry.default) + value - now
                still[control] = min(max(more, entry.minimum), entry.maximum)
            else:
                still[control] = value
        if not keys:
            return Look.of(self._table, still), None
        return Look.of(self._table, still), keyed(timeline, self.time, keys, self._table, base)
