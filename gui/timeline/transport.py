"""The buttons of the timeline: play, record, keys and the way between them, takes."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QToolButton, QWidget

from engine.motion.curve import Interpolation
from engine.motion.keying import keys_at
from gui.controls.state_line import StateLine
from gui.controls.tip import set_tip
from gui.controls.tool_row import ToolRow
from gui.model.timeline import TimelineModel
from gui.style.icons import icon
from gui.style.scale import px
from gui.style.theme import tokens
from gui.words.plain import unmarked

_WORDS = 90
"""Pixels for words beside the buttons, before buttons go into the menu."""


class Transport(QWidget):
    """`load_requested`: a take is to be chosen. `fit_requested`: all of the time is to be seen. `closed`: the strip is
    not wanted any more."""

    load_requested = Signal()
    bake_requested = Signal()
    fit_requested = Signal()
    closed = Signal()

    def __init__(self, model: TimelineModel, film: QAction | None = None, parent: QWidget | None = None) -> None:
        """film: the window's command that writes the film."""
        super().__init__(parent)
        self._model = model
        self.tools, self.state = ToolRow(), StateLine()
        self.actions_: dict[str, QAction] = {}
        self._make_actions()
        for name, rank in (("to start", 3), ("key before", 4), ("play", 0), ("key after", 4), ("record", 0),
                           ("loop", 5), ("snap", 6)):
            self.tools.add_action(self.actions_[name], rank)
        self.tools.add_line()
        for way in Interpolation:
            self.tools.add_action(self.actions_[way.value], 7)
        self.tools.add_line()
        self.tools.add_action(self.actions_["load"], 1).setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.tools.add_action(self.actions_["bake"], 8)
        if film is not None:
            self.tools.add_action(film, 2)
        self.tools.add_action(self.actions_["whole"], 9)
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setIconSize(QSize(16, 16))
        close.setAccessibleName(self.tr("Close the timeline"))
        set_tip(close, self.tr("Close the timeline; what lies on it stays"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 4, 2)
        row.setSpacing(6)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.tools)
        row.addWidget(self.state, 1)
        row.addWidget(close)
        self._close = close
        for signal in (model.playing_changed, model.recording_changed, model.chosen_changed, model.changed):
            signal.connect(self._tell)
        self._tell()

    def _make_actions(self) -> None:
        model = self._model
        self._add("to start", "to-start", self.tr("To the beginning of the film"), "Home",
                  lambda: model.go(model.timeline.start))
        self._add("key before", "key-before", self.tr("To the key before"), "Ctrl+←", lambda: model.to_key(-1))
        self._add("play", "play", self.tr("Play"), self.tr("Space"), model.toggle)
        self._add("key after", "key-after", self.tr("To the next key"), "Ctrl+→", lambda: model.to_key(1))
        record = self._add("record", "record", self.tr("Record: what a slider is moved to becomes a key"), "R")
        record.setCheckable(True)
        record.toggled.connect(model.record)
        loop = self._add("loop", "loop", self.tr("Play it again and again"))
        loop.setCheckable(True)
        loop.setChecked(model.loops)
        loop.toggled.connect(lambda on: setattr(model, "loops", on))
        snap = self._add("snap", "snap", self.tr("Keep to whole frames"))
        snap.setCheckable(True)
        snap.setChecked(model.snaps)
        snap.toggled.connect(lambda on: setattr(model, "snaps", on))
        for way, words in ((Interpolation.STEP, self.tr("Stay until the next key")),
                           (Interpolation.LINEAR, self.tr("Go straight to the next key")),
                           (Interpolation.SMOOTH, self.tr("Go smoothly to the next key"))):
            action = self._add(way.value, f"way-{way.value}", words)
            action.setCheckable(True)
            action.triggered.connect(lambda _, way=way: model.set_way(way))
        self._add("load", "take", self.tr("Load a take…"), slot=self.load_requested.emit)
        self._add("bake", "changed", self.tr("Turn the take into keys"), slot=self.bake_requested.emit)
        self._add("whole", "fit", self.tr("See the whole film"), slot=self.fit_requested.emit)

    def _add(self, name: str, picture: str, words: str, keys: str = "", slot: object = None) -> QAction:
        action = QAction(icon(picture), unmarked(words), self)
        set_tip(action, f"{words} ({keys})" if keys else words)
        if callable(slot):
            action.triggered.connect(lambda _: slot())
        self.actions_[name] = action
        return action

    def _tell(self, *_: object) -> None:
        model, act = self._model, self.actions_
        play = act["play"]
        play.setIcon(icon("pause" if model.playing else "play"))
        play.setText(self.tr("Pause") if model.playing else self.tr("Play"))
        space = self.tr("Space")
        set_tip(play, f"{play.text()} ({space})")
        play.setEnabled(model.playable)
        act["record"].setIcon(icon("record", tokens().bad if model.recording else None))
        act["record"].setChecked(model.recording)
        for name in ("record", "load"):
            act[name].setEnabled(model.possible)
        act["bake"].setEnabled(model.chosen_take is not None)
        ways = {key.interpolation for _, key in keys_at(model.timeline, model.chosen)}
        for way in Interpolation:
            act[way.value].setEnabled(bool(ways))
            act[way.value].setChecked(ways == {way})
        if model.recording:
            self.state.say(self.tr("Recording: sliders set keys"), tokens().bad)
        elif model.chosen:
            self.state.say(self.tr("{0} chosen").format(len(model.chosen)))
        else:
            self.state.say("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tools.fit(self.width() - self._close.sizeHint().width() - 28 - px(_WORDS))
