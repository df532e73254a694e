"""The head of a rig: it is drawn anew whenever what it shows has changed, and stands in the panel or beside the photo.
"""

from collections import deque
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from engine.base.errors import EngineError
from engine.base.look import Look
from engine.facade import EngineFacade
from engine.rig.likeness import HeadLikeness
from engine.rig.values import RigValues
from gui.controls.tip import set_tip
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank
from gui.model.shown_rig import ShownRig
from gui.panels.head_viewport import HeadViewport
from gui.panels.rig_likeness import LikenessRow
from gui.style.icons import icon
from gui.words.engine_texts import sentence


class _Head(NamedTuple):
    """A picture of the head, as `rigs.draw` takes it."""

    values: RigValues
    look: Look | None
    photo_id: str | None
    face: int
    yaw: float
    pitch: float
    zoom: float
    side: int
    likeness: HeadLikeness


class RigHead(QWidget):
    """`view` is the head itself. problem: an EngineError, it could not be drawn."""

    problem = Signal(object)

    def __init__(self, rig: ShownRig, engine_thread: EngineThread, likeness: LikenessRow,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig, self._thread, self._likeness = rig, engine_thread, likeness
        self._settings = QSettings()
        self._drawing: Ask[np.ndarray] | None = None
        self._newest: deque[_Head] = deque(maxlen=1)  # asked for and not yet taken to be drawn
        self._again = False
        self.view = HeadViewport()
        self.follow = QToolButton()
        self.follow.setCheckable(True)
        self.follow.setIcon(icon("expression"))
        self.follow.setIconSize(QSize(18, 18))
        self.follow.setAccessibleName(self.tr("Follow expression"))
        set_tip(self.follow, self.tr("Show the expression that is set on the photo on the head as well"))
        self.follow.setChecked(self._settings.value("rig/follow", "true") in (True, "true"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        self.follow.toggled.connect(self._follow_toggled)
        self.view.wanted.connect(self.redraw)
        likeness.changed.connect(self.redraw)
        rig.document.look_changed.connect(self._look_changed)
        engine_thread.engine_ready.connect(self._engine_ready)

    @property
    def resting(self) -> bool:
        """Whether the head that is wanted is the one that is shown."""
        return self._drawing is None and not self._again

    def _look_changed(self, face: int) -> None:
        if face == self._rig.document.selected and self.follow.isChecked():
            self.redraw()

    def _follow_toggled(self, on: bool) -> None:
        self._settings.setValue("rig/follow", on)
        self.redraw()

    def _engine_ready(self, _: EngineFacade) -> None:
        self.redraw()

    def redraw(self) -> None:
        """Ask for the head as it is now; one request is under way at a time, and the newest wins."""
        if not self._thread.ready or not self.isVisible():
            self._again = True
            return
        self._again = False
        wanted = self._wanted()
        if self._drawing is not None:
            self._newest.append(wanted)  # in place of what waits, or, when that is being drawn, right after it
            return
        # The engine's thread takes the newest when it comes to it; a deque may be used from both.
        newest = self._newest = deque([wanted], maxlen=1)
        # The first one makes the head's mesh as well, which is worth a word; later ones are there in milliseconds.
        first = not self.view.has_picture
        self.view.set_hint(self.tr("Building the head…"))
        self._drawing = Ask(self, self.tr("Building the head") if first else self.tr("Drawing the head"),
                            lambda engine: engine.rigs.draw(*newest.pop()), Rank.NORMAL if first else Rank.PROMPT) \
            .then(self._drawn).failed(self._not_drawn).start(self._thread)

    def _wanted(self) -> _Head:
        document, orbit = self._rig.document, self.view.orbit
        photo, face = document.photo, document.selected
        look = document.look() if self.follow.isChecked() and photo is not None else None
        photo_id = photo.id if photo is not None and face >= 0 else None
        likeness = self._likeness.of(None if photo_id is None else (photo_id, face))
        return _Head(self._rig.values(), look, photo_id, face, orbit.yaw, orbit.pitch, orbit.zoom, self.view.side,
                     likeness)

    def _drawn(self, pixels: np.ndarray) -> None:
        self._drawing = None
        self.view.set_picture(pixels)
        if self._again or self._newest:
            self.redraw()

    def _not_drawn(self, error: EngineError) -> None:
        self._drawing = None
        self.view.set_hint(sentence(error.message))
        self.problem.emit(error)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._again or not self.view.has_picture:
            self.redraw()
