"""Wheels and touch pads, counted: what they turn is told in steps, however finely the hardware tells of it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

NOTCH = 120
"""Of `QWheelEvent.angleDelta`: one notch of an ordinary wheel, and so one step."""

PIXELS_A_NOTCH = 60
"""The same of `pixelDelta`, for what tells no angle."""


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
    """A box of choices that goes one entry a step of the wheel; Qt's own goes one with every event, however small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = WheelSteps()

    def wheelEvent(self, event: QWheelEvent) -> None:
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
