"""The timeline of the chosen face as somebody works on it: playhead, playing, recording, and which keys are chosen."""

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.motion.curve import Curve, Interpolation, Keyframe
from engine.motion.keying import KeyPlace, keyed, keys_at, leading_to, moved_keys, with_keys, without_keys
from engine.motion.timeline import PlacedTake, Timeline
from gui.model.document import ProjectDocument

USUAL_RATE = 30.0
"""Frames a second of a film that no take gives a rate."""
FASTEST_RATE = 60.0
TICK = 16
"""Milliseconds between two looks at the clock while it plays."""


class TimelineModel(QObject):
    """What lies on the timeline is the document's; where one stands in it is here.

    shown_changed: whether it is looked at. changed: something else lies on it. playhead_changed: it stands elsewhere.
    playing_changed, recording_changed, chosen_changed (of keys or takes): as their names say.
    """

    shown_changed = Signal(bool)
    changed = Signal()
    playhead_changed = Signal()
    playing_changed = Signal(bool)
    recording_changed = Signal(bool)
    chosen_changed = Signal()

    def __init__(self, document: ProjectDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._time = 0.0
        self.loops, self.snaps = True, True
        self.chosen: frozenset[KeyPlace] = frozenset()
        self.chosen_take: int | None = None
        self._copied: tuple[tuple[str, Keyframe], ...] = ()
        self._held: tuple[Timeline, frozenset[KeyPlace]] | None = None  # as it was when a hand took hold
        self._from, self._since = 0.0, 0.0
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        document.timeline_changed.connect(self._timeline_changed)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._photo_changed)
        document.gesture_changed.connect(lambda holding: self.pause() if holding else None)

    # ---- what lies on it

    @property
    def timeline(self) -> Timeline:
        return self._document.timeline()

    @property
    def trouble(self) -> EngineError | None:
        """Why what lies on it cannot be shown; None where it can, or nothing does."""
        return self._document.posing.trouble(self._document.state(), self._document.parts)

    @property
    def possible(self) -> bool:
        """Whether there is a face to move."""
        return self._document.selected >= 0

    @property
    def rate(self) -> float:
        """Frames a second, by which the playhead steps and snaps."""
        takes = self.timeline.takes
        return min(takes[0].take.rate, FASTEST_RATE) if takes else USUAL_RATE

    def _timeline_changed(self, face: int) -> None:
        if face == self._document.selected:
            there = {KeyPlace(curve.control, key.time) for curve in self.timeline.curves for key in curve.keys}
            self._choose(self.chosen & there)
            if self.chosen_take is not None and self.chosen_take >= len(self.timeline.takes):
                self.choose_take(None)
            self.changed.emit()

    def _face_changed(self, _: int) -> None:
        self._let_all_go()
        self._choose(frozenset())
        self.choose_take(None)
        self.changed.emit()

    def _photo_changed(self) -> None:
        self._let_all_go()
        self.record(False)
        self._time = 0.0
        self._document.set_playhead(0.0 if self.shown else None)
        self.playhead_changed.emit()

    # ---- looked at

    @property
    def shown(self) -> bool:
        """Whether faces are shown as they are at the playhead."""
        return self._document.posing.time is not None

    def show(self, on: bool) -> None:
        """Looked at or not; not looked at, faces show what is set on them."""
        if on != self.shown:
            self._let_all_go()
            self.record(False)
            self._document.end_gesture()
            self._document.set_playhead(self._time if on else None)
            self.shown_changed.emit(on)

    def _let_all_go(self) -> None:
        """Whoever holds something here does no more, whether it will say so or not."""
        self.pause()
        self._held = None
        self._document.set_running(False)

    # ---- the playhead

    @property
    def time(self) -> float:
        """Seconds of the timeline."""
        return self._time

    def go(self, time: float, snap: bool = False) -> None:
        """Put the playhead at a time. snap: to the nearest frame where it snaps at all."""
        self.pause()
        self._stand(self.snapped(time) if snap else time)

    def hold(self, on: bool) -> None:
        """A hand takes hold of the playhead, or lets go."""
        self.pause()
        self._document.set_running(on)

    def scrub(self, time: float) -> None:
        """The hand that holds the playhead is there now."""
        self._stand(self.snapped(time))

    def step(self, frames: int) -> None:
        """So many frames on, or back."""
        self.go(round(self._time * self.rate + frames) / self.rate)

    def to_key(self, way: int) -> None:
        """To the next key or edge of a take (way 1) or the one before (-1)."""
        places = sorted({key.time for curve in self.timeline.curves for key in curve.keys}
                        | {edge for placed in self.timeline.takes for edge in (placed.offset, placed.ends)})
        beyond = [time for time in places if (time - self._time) * way > 1e-6]
        if beyond:
            self.go(beyond[0] if way > 0 else beyond[-1])

    def snapped(self, time: float) -> float:
        """The frame nearest to a time, where it snaps; else the time itself."""
        return round(time * self.rate) / self.rate if self.snaps else time

    def _stand(self, time: float) -> None:
        time = min(max(time, 0.0), 86_400.0)
        if time != self._time:
            self._time = time
            if self.shown:
                self._document.set_playhead(time)
            self.playhead_changed.emit()

    # ---- playing

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def playable(self) -> bool:
        """Whether there is anything to play."""
        return self.possible and self.timeline.duration > 0

    def play(self) -> None:
        """In real time from the playhead on, from the beginning when it stands at the end or outside. A frame that
        comes too late is left out; time is not."""
        if self.playing or not self.playable or not self.shown:
            return
        timeline = self.timeline
        inside = timeline.start <= self._time < timeline.end - 0.5 / self.rate
        self._document.end_gesture()
        self._from, self._since = self._time if inside else timeline.start, self._document.clock()
        self._document.set_running(True)
        self._timer.start()
        self._stand(self._from)
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop where it is."""
        if self.playing:
            self._timer.stop()
            self._document.set_running(False)
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        self.pause() if self.playing else self.play()

    def tick(self) -> None:
        """Look at the clock while it plays."""
        if not self.playing:
            return
        timeline = self.timeline
        time = self._from + self._document.clock() - self._since
        if timeline.duration <= 0:
            self.pause()
        elif time < timeline.end:
            self._stand(time)
        elif self.loops:
            time = timeline.start + math.fmod(time - timeline.start, timeline.duration)
            self._from, self._since = time, self._document.clock()
            self._stand(time)
        else:
            self._stand(timeline.end)
            self.pause()

    # ---- recording

    @property
    def recording(self) -> bool:
        """Whether what is set on the face becomes a key at the playhead."""
        return self._document.posing.recording

    def record(self, on: bool) -> None:
        on = on and self.shown
        if on != self.recording:
            self._document.end_gesture()
            self._document.posing.recording = on
            self.recording_changed.emit(on)

    # ---- which keys are chosen

    def choose(self, places: frozenset[KeyPlace], also: bool = False) -> None:
        """also: beside those that are chosen; what was chosen already is chosen no more."""
        self.choose_take(None)
        self._choose(self.chosen ^ places if also else places)

    def choose_take(self, number: int | None) -> None:
        if number != self.chosen_take:
            self.chosen_take = number
            if number is not None:
                self.chosen = frozenset()
            self.chosen_changed.emit()

    def _choose(self, places: frozenset[KeyPlace]) -> None:
        if places != self.chosen:
            self.chosen = places
            self.chosen_changed.emit()

    # ---- keys

    def add_keys(self, controls: list[str], time: float, value: float | None = None) -> None:
        """A key for each of these at a time, with what the face shows then unless told what."""
        if not self.possible:
            return
        table, base = self._document.table, self._document.state().look
        shown = self.timeline.look_at(time, base, table)
        values = {control: shown.get(control, table[control].default) if value is None else value
                  for control in controls}
        self._document.set_timeline(keyed(self.timeline, time, values, table, base), Text("Set a key"))
        self.choose(frozenset(KeyPlace(control, time) for control in controls))

    def delete_chosen(self) -> None:
        """The chosen keys, or the chosen take."""
        if self.chosen:
            self._document.set_timeline(without_keys(self.timeline, self.chosen), Text("Delete keys"))
        elif self.chosen_take is not None:
            self._document.set_timeline(self.timeline.with_take(self.chosen_take, None), Text("Take away a take"))

    def delete_curves(self, controls: list[str]) -> None:
        timeline = self.timeline
        for control in controls:
            timeline = timeline.without_curve(control)
        self._document.set_timeline(timeline, Text("Delete keys"))

    def set_way(self, way: Interpolation) -> None:
        """How the curve goes on from each of the chosen keys."""
        self._document.set_timeline(leading_to(self.timeline, self.chosen, way), Text("Way between keys"))

    def copy(self) -> bool:
        """Keep the chosen keys to paste; whether there were any."""
        keys = tuple(keys_at(self.timeline, self.chosen))
        if keys:
            self._copied = keys
        return bool(keys)

    @property
    def can_paste(self) -> bool:
        return bool(self._copied) and self.possible

    def paste(self) -> None:
        """The copied keys, the first of them at the playhead."""
        table = self._document.table
        known = [(control, key) for control, key in self._copied if control in table]
        if not known or not self.possible:
            return
        by = self._time - min(key.time for _, key in known)
        keys = [(control, Keyframe(key.time + by, key.value, key.interpolation)) for control, key in known]
        timeline, places = with_keys(self.timeline, keys)
        self._document.set_timeline(timeline, Text("Paste keys"))
        self.choose(places)

    # ---- held by a hand

    def take_hold(self, text: str) -> None:
        """A hand takes hold of what is chosen. text: the step's name."""
        self.pause()
        self._document.begin_gesture(text)
        self._held = (self.timeline, self.chosen)

    def drag_keys(self, by: float, up: float) -> None:
        """Since it took hold, the hand has moved by so many seconds, and by so much of the controls' ranges."""
        if self._held is not None and self._document.in_gesture:
            timeline, places = moved_keys(*self._held, by, up, self._document.table)
            self._document.draft_timeline(timeline)
            self._choose(places)

    def drag_take(self, number: int, placed: PlacedTake) -> None:
        """The take that a hand holds lies so now."""
        if self._held is not None and self._document.in_gesture and number < len(self._held[0].takes):
            self._document.draft_timeline(self._held[0].with_take(number, placed))

    def drag_trim(self, trim: tuple[float, float | None]) -> None:
        """The film goes from and to there now."""
        if self._held is not None and self._document.in_gesture:
            self._document.draft_timeline(Timeline(self._held[0].takes, self._held[0].curves, trim))

    @property
    def held_places(self) -> frozenset[KeyPlace]:
        """Where the keys that a hand holds were when it took hold of them."""
        return self._held[1] if self._held is not None else frozenset()

    @property
    def held(self) -> Timeline | None:
        """The timeline as it was when a hand took hold of it; None while none does."""
        return self._held[0] if self._held is not None else None

    def let_go(self) -> None:
        self._held = None
        self._document.end_gesture()

    def nudge(self, by: float, up: float) -> None:
        """Move the chosen keys by a step of the keyboard; steps that follow each other soon are one in the history."""
        timeline, places = moved_keys(self.timeline, self.chosen, by, up, self._document.table)
        self._document.set_timeline(timeline, Text("Move keys"), merge="timeline nudge")
        self._choose(places)

    # ---- takes

    def put(self, placed: PlacedTake) -> None:
        """Lay a take down."""
        timeline = self.timeline
        self._document.set_timeline(
            Timeline((*timeline.takes, placed), timeline.curves, timeline.trim), Text("Load a take"))
        self.choose_take(len(timeline.takes))

    def set_take(self, number: int, placed: PlacedTake, text: str, merge: str = "") -> None:
        self._document.set_timeline(self.timeline.with_take(number, placed), text, merge)

    def bake(self, number: int, curves: tuple[Curve, ...]) -> None:
        """Curves in place of a take."""
        timeline = self.timeline.with_take(number, None)
        for curve in curves:
            if timeline.curve(curve.control) is None:  # else keys set by hand were seen in place of the take's motion
                timeline = timeline.with_curve(curve)
        self._document.set_timeline(timeline, Text("Take to keys"))
