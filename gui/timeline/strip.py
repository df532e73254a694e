"""The timeline under the photo: transport, ruler, lanes, and what is set on the chosen take."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.base.controls import ControlTable
from engine.motion.curve import Interpolation
from gui.controls.context_menu import ContextMenu
from gui.controls.label import rule
from gui.controls.wheel import ScrollArea
from gui.model.timeline import TimelineModel
from gui.style.scale import px
from gui.timeline.lane_rows import CurveRow, TakeRow
from gui.timeline.lanes import Lanes
from gui.timeline.ruler import Ruler, move_by_key
from gui.timeline.take_settings import TakeSettings
from gui.timeline.time_scale import TimeScale
from gui.timeline.transport import Transport

_NAMES, _HEIGHT = 150, 128
"""Pixels at the usual font size: for the names of the lanes, and that lanes are high."""
_LEAST = 4.0
"""Seconds that are in sight when less lies on the timeline."""


class TimelineStrip(QWidget):
    """Follows the model; `load_requested`, `bake_requested`: see `Transport`. `closed`: it is not wanted any more."""

    load_requested = Signal()
    bake_requested = Signal()
    closed = Signal()

    def __init__(self, model: TimelineModel, table: ControlTable, film: QAction | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        self.scale = TimeScale(self)
        self.transport = Transport(model, film)
        self.ruler = Ruler(model, self.scale, px(_NAMES))
        self.lanes = Lanes(model, self.scale, table, px(_NAMES))
        self.area = ScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.lanes)
        self.area.setFixedHeight(px(_HEIGHT))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.ruler)
        left.addWidget(self.area)
        self.settings = TakeSettings(model)
        self.settings.setFixedHeight(px(_HEIGHT) + self.ruler.height())
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.addLayout(left, 1)
        self.middle.addWidget(self.settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addWidget(self.transport)
        column.addLayout(self.middle)
        self.transport.load_requested.connect(self.load_requested)
        self.transport.bake_requested.connect(self.bake_requested)
        self.transport.fit_requested.connect(self.fit)
        self.transport.closed.connect(self.closed)
        self.lanes.menu_requested.connect(self._open_menu)
        model.changed.connect(self._changed)
        model.playhead_changed.connect(self._playhead_moved)
        self.fit()

    def fit(self) -> None:
        """See all that lies on it."""
        self.scale.fit(max(self._model.timeline.end, _LEAST))

    def _changed(self) -> None:
        if self.scale.fitted and self._model.held is None:
            self.fit()

    def _playhead_moved(self) -> None:
        if self._model.playing:
            self.scale.keep_in_sight(self._model.time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not move_by_key(self._model, event):
            super().keyPressEvent(event)

    def _open_menu(self, at: QPoint) -> None:
        model, row = self._model, self.lanes.row
        menu = ContextMenu(self)
        if isinstance(row, CurveRow):
            menu.add(self.tr("Key at the playhead"),
                     lambda: model.add_keys([control.id for control in row.controls], model.time))
            menu.add_check(self.tr("Show the curve"), lambda _: self.lanes.toggle(row), row.is_open)
            menu.addSeparator()
        for way, words in ((Interpolation.STEP, self.tr("Stay until the next key")),
                           (Interpolation.LINEAR, self.tr("Go straight to the next key")),
                           (Interpolation.SMOOTH, self.tr("Go smoothly to the next key"))):
            menu.add(words, partial(model.set_way, way), bool(model.chosen))
        menu.addSeparator()
        menu.add(self.tr("Copy keys"), model.copy, bool(model.chosen))
        menu.add(self.tr("Paste keys at the playhead"), model.paste, model.can_paste)
        menu.add(self.tr("Delete keys"), model.delete_chosen, bool(model.chosen))
        if isinstance(row, CurveRow):
            menu.add(self.tr("Delete the whole curve"),
                     lambda: model.delete_curves([control.id for control in row.controls]))
        if isinstance(row, TakeRow):
            menu.addSeparator()
            menu.add(self.tr("Turn the take into keys"), self.bake_requested.emit)
            menu.add(self.tr("Take it away"), model.delete_chosen, model.chosen_take is not None)
        menu.open_at(at)
