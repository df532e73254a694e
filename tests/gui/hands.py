"""What a hand does with wheel and pointer, as events."""

from itertools import count

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.controls.wheel import PAUSE

NONE = Qt.KeyboardModifier.NoModifier
_CLOCK = count(10 * PAUSE, 10)
"""When events happen, ms: one soon after the other."""


def wheel(widget: QWidget, angle: int = 0, phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase, pixels: int = 0,
          at: QPoint | None = None, held: Qt.KeyboardModifier = NONE, after: int = 0) -> bool:
    """Turn the wheel with the pointer at a place of a widget; whether anybody took it. after: ms of rest before."""
    place = at or widget.rect().center()
    for _ in range(after // 10):
        next(_CLOCK)
    now, under = next(_CLOCK), widget
    while True:  # Qt hands only a real wheel's events up to whatever lies around the widget
        event = QWheelEvent(QPointF(place), QPointF(under.mapToGlobal(place)), QPoint(0, pixels), QPoint(0, angle),
                            Qt.MouseButton.NoButton, held, phase, False)
        event.setTimestamp(now)
        QApplication.sendEvent(under, event)
        around = under.parentWidget()
        if event.isAccepted() or around is None or under.isWindow():
            return event.isAccepted()
        place, under = under.mapToParent(place), around


def point_at(widget: QWidget, at: QPoint | None = None) -> None:
    """Move the pointer onto a widget, no button pressed."""
    place = at or widget.rect().center()
    QApplication.sendEvent(widget, QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(widget.mapToGlobal(place)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, NONE))


def point_away(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
