"""Wheels and touch pads: whom a turn is for, and how many steps it is, however finely the hardware tells of it.

The wheel scrolls. It changes a value only where the pointer rests on that value's number (or on a box of choices), or
with Shift, Ctrl or Alt held over its slider.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QScrollArea, QSpinBox, QWidget

NOTCH = 120
"""Of `QWheelEvent.angleDelta`: one notch of an ordinary wheel, and so one step."""

PIXELS_A_NOTCH = 60
"""The same of `pixelDelta`, for what tells no angle."""

PAUSE = 400
"""Milliseconds without a turn after which the next one is a new one, and may be for something else."""

HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""With any of these a turn is for the value under the pointer."""


def turn(event: QWheelEvent, across: bool = False) -> float:
    """How far one event turns, in notches, fractions where the wheel is fine. across: a sideways turn counts where
    there is none up or down."""
    for delta, notch in ((event.angleDelta(), NOTCH), (event.pixelDelta(), PIXELS_A_NOTCH)):
        if way := _way(delta, across):
            return way / notch
    return 0.0


def _way(delta: QPoint, across: bool) -> int:
    return delta.y() or (delta.x() if across else 0)


def is_momentum(event: QWheelEvent) -> bool:
    """Whether the fingers are off the touch pad already: the picture glides on, but no value does."""
    return event.phase() == Qt.ScrollPhase.ScrollMomentum


class ScrollArea(QScrollArea):
    """Scrolls as any does, and knows the turn of the wheel that scrolls it: it keeps all of that turn, whatever comes
    under the pointer meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turned: int | None = None  # when it was turned last, ms on the events' clock

    def has(self, event: QWheelEvent) -> bool:
        """Whether an event belongs to the turn that scrolls this area."""
        return self._turned is not None and 0 <= event.timestamp() - self._turned <= PAUSE

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self._turned = event.timestamp()
        super().wheelEvent(event)


def is_scrolled(widget: QWidget, event: QWheelEvent) -> bool:
    """Whether an event belongs to a turn that scrolls something around `widget`."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, ScrollArea) and around.has(event):
            return True
        around = around.parentWidget()
    return False


class PointerRest:
    """Whether the pointer rests on a widget: it was moved there, and nothing has been scrolled since."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._place: QPoint | None = None  # of the widget on the screen when the pointer was last moved on it
        widget.setMouseTracking(True)

    def moved(self) -> None:
        """The pointer is moved on the widget."""
        self._place = self._widget.mapToGlobal(QPoint())

    def left(self) -> None:
        self._place = None

    def takes(self, event: QWheelEvent) -> bool:
        """Whether the widget's value is meant by an event."""
        rests = self._place == self._widget.mapToGlobal(QPoint()) or bool(event.modifiers() & HELD)
        return rests and not is_scrolled(self._widget, event)


class WheelSteps:
    """Adds up fine turns to whole steps: fifteen events of eight units are one step, as one of 120 is.

    What was begun in one direction is forgotten when the hand turns back, when a new movement begins on a touch pad,
    and when it glides on by itself.
    """

    def __init__(self) -> None:
        self._sum = 0.0

    def add(self, event: QWheelEvent, across: bool = False) -> int:
        """Steps that this event completes: positive away from the user, 0 while one is not full."""
        if event.phase() in (Qt.ScrollPhase.ScrollBegin, Qt.ScrollPhase.ScrollMomentum):
            self._sum = 0.0
        if is_momentum(event):
            return 0
        way = turn(event, across)
        if way * self._sum < 0:
            self._sum = 0.0
        self._sum += way
        steps = int(self._sum + (1e-6 if self._sum > 0 else -1e-6))  # fifteen fifteenths are a whole
        self._sum -= steps
        return steps

    def forget(self) -> None:
        """What was turned so far counts for nothing."""
        self._sum = 0.0


class ChoiceBox(QComboBox):
    """A box of choices that goes one entry a step of the wheel while the pointer rests on it; Qt's own goes one with
    every event, however small, whatever is being scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._rest = WheelSteps(), PointerRest(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._rest.moved()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event) -> None:  # noqa: N802
        self._rest.left()
        self._steps.forget()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._rest.takes(event):
            event.ignore()
            return
        event.accept()
        steps = self._steps.add(event)
        for _ in range(abs(steps)):
            self._go(-1 if steps > 0 else 1)

    def _go(self, by: int) -> None:
        """To the next entry in that direction that can be chosen, as a hand chooses it."""
        row = self.currentIndex() + by
        while 0 <= row < self.count():
            if self.model().flags(self.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(row)
                self.activated.emit(row)
                return
            row += by


class NumberBox(QSpinBox):
    """A whole number, typed or stepped by its arrows. The wheel passes it by: Qt's own steps with every event, however
    small, whatever is being scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
