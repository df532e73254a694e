"""One knob of a panel: the ring, its number, its name, star, lock, and a mark for how well it does what it says."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.base.controls import Control
from gui.controls.control_row import ControlRow, RowFeatures
from gui.controls.gesture import ValueControl
from gui.controls.glyphs import paint_glyph
from gui.controls.ink import ink
from gui.controls.knob import Knob
from gui.controls.value_field import ValueField
from gui.style.scale import px

_KNOB, _FIELD = 54, QSize(50, 17)
_NAME = 16
"""Height of the name below the number."""
_MARKS = 3


def cell() -> QSize:
    """The size of a tile."""
    return QSize(px(78), _name_top() + px(_NAME) + 12)


def _name_top() -> int:
    return 47 + px(_FIELD.height())


class KnobCell(ControlRow):
    """A control row turned into a tile: a knob in place of the slider; one control, no pair."""

    def __init__(self, controls: Sequence[Control], features: RowFeatures, parent: QWidget | None = None) -> None:
        super().__init__(controls, features, parent)
        self.score = features.score(controls[0])

    def _make_line(self, control: Control) -> tuple[ValueControl, ValueField]:
        return Knob(control, self), ValueField(control, self, centred=True)

    # -- placing -----------------------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        return cell()

    def minimumSizeHint(self) -> QSize:
        return cell()

    def _place(self) -> None:
        knob, field = self._lines[0]
        knob.setGeometry((self.width() - _KNOB) // 2, 1, _KNOB, _KNOB)
        field.setGeometry((self.width() - px(_FIELD.width())) // 2, 48, px(_FIELD.width()), px(_FIELD.height()))
        field.raise_()  # it stands in the ring's opening

    def _label_box(self) -> QRect:
        return QRect(1, _name_top(), self.width() - 2, px(_NAME))

    def _star_box(self) -> QRectF:
        return QRectF(3, 4, 12, 12)

    def _lock_box(self) -> QRectF:
        return QRectF(self.width() - 15, 4, 12, 12)

    # -- label and marks ---------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() and self.isEnabled()
        if hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self.favourite or hot:
            paint_glyph(painter, "star_full" if self.favourite else "star", self._star_box(),
                        colours.warn if self.favourite else colours.faint)
        if self._features.lockable and (self.locked or hot):
            paint_glyph(painter, "lock" if self.locked else "lock_open", self._lock_box(),
                        colours.text if self.locked else colours.faint)
        box, font = self._label_box(), QFont(self.font())
        usual = self.fontInfo().pixelSize() - 1
        font.setPixelSize(usual)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(self._shown_label)
        if wide > box.width():
            font.setPixelSize(max(usual - 2, usual * box.width() // wide))
            painter.setFont(font)
        painter.setPen(colours.text)
        text = painter.fontMetrics().elidedText(self._shown_label, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if self.score is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            for mark in range(_MARKS):
                painter.setBrush((colours.warn if self.score.level == 1 else colours.faint)
                                 if mark < self.score.level else colours.track)
                painter.drawEllipse(QPointF(self.width() / 2 + 6 * (mark - 1), _name_top() + px(_NAME) + 5), 1.75, 1.75)

    def _lock_words(self) -> str:
        return self.tr("Lock: neither random nor another knob moves it")

    def _over_control(self, position: QPoint) -> bool:
        return position.y() < self._label_box().top()

    def _facts(self) -> tuple[str, ...]:
        return self.score.lines if self.score is not None else ()
