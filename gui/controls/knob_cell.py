"""One knob of a panel: the ring, its number, its name, star, lock, and a mark for how well it does what it says."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.base.controls import Control
from gui.controls.control_row import ControlRow
from gui.controls.ink import ink
from gui.controls.knob import Knob
from gui.controls.label import draw_elided
from gui.controls.row_boxes import RowBoxes
from gui.controls.row_features import RowFeatures
from gui.controls.value_field import ValueField
from gui.style.scale import px

_KNOB, _FIELD = 54, QSize(56, 18)
_NAME = 18
"""Height of the name below the number."""
_MARKS = 3


def cell() -> QSize:
    """The size of a tile."""
    return QSize(px(80), _name_top() + px(_NAME) + 12)


def _name_top() -> int:
    return 47 + px(_FIELD.height())


class KnobCell(ControlRow):
    """A control row turned into a tile: a knob in place of the slider; one control, no pair."""

    def __init__(self, controls: Sequence[Control], features: RowFeatures, parent: QWidget | None = None) -> None:
        super().__init__(controls, features, parent)
        self.score = features.score(controls[0])
        self._level: int | None = None

    def _make_track(self) -> None:
        knob = self._track = Knob(self.controls[0], self)
        self._sliders = (knob,)

    def _make_field(self, control: Control) -> ValueField:
        return ValueField(control, self, centred=True)

    # -- placing -----------------------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        return cell()

    def minimumSizeHint(self) -> QSize:
        return cell()

    def _lay_out(self) -> RowBoxes:
        wide = self.width()
        number = QRect((wide - px(_FIELD.width())) // 2, 47, px(_FIELD.width()), px(_FIELD.height()))
        return RowBoxes(QRect(0, _name_top(), wide, px(_NAME)), QRect((wide - _KNOB) // 2, 1, _KNOB, _KNOB),
                        (number, QRect()), QRect(), QRectF(3, 4, 12, 12), QRectF(wide - 15, 4, 12, 12))

    def _place(self) -> None:
        super()._place()
        self.field().raise_()  # it stands in the ring's opening

    # -- label and marks ---------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        colours, boxes = ink(self), self.boxes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        self._paint_marks(painter, boxes)
        painter.setPen(colours.text)
        draw_elided(painter, boxes.label, Qt.AlignmentFlag.AlignHCenter, self._shown_label)
        if self.score is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            for mark in range(_MARKS):
                painter.setBrush((colours.warn if self.level == 1 else colours.faint) if mark < self.level
                                 else colours.track)
                place = QPointF(self.width() / 2 + 6 * (mark - 1), boxes.label.bottom() + 6)
                painter.drawEllipse(place, 1.75, 1.75)

    @property
    def level(self) -> int:
        """Dots that are filled: of its score, or fewer where it shows less on the face at hand."""
        score = _MARKS if self.score is None else self.score.level
        return score if self._level is None else min(score, self._level)

    def set_level(self, level: int | None) -> None:
        if level != self._level:
            self._level = level
            self.update()

    def _lock_words(self) -> str:
        return self.tr("Lock: neither random nor another knob moves it")

    def _over_control(self, position: QPoint) -> bool:
        return position.y() < self.boxes.label.top()

    def _facts(self) -> tuple[str, ...]:
        remarks = tuple(self._remark.splitlines())
        return (*remarks, *self.score.lines) if self.score is not None else remarks
