"""Tabs that all show their names, however narrow the place."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from gui.controls.tip import show_tip
from gui.controls.wheel import WheelSteps


def shares(wanted: list[int], room: int) -> list[int]:
    """What each of several gets of a room: what it wants, or where that is too much in all, the widest give way first.
    """
    if sum(wanted) <= room:
        return list(wanted)
    given = [0] * len(wanted)
    left, order = room, sorted(range(len(wanted)), key=lambda place: wanted[place])
    for count, place in enumerate(order):
        given[place] = min(wanted[place], left // (len(wanted) - count))
        left -= given[place]
    return given


class _Bar(QTabBar):
    """Never scrolls: where its tabs do not fit, their names lose their ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = WheelSteps()
        self.room = 0  # px that there are for all tabs; 0 as long as nobody knows
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        hints = [super(_Bar, self).tabSizeHint(place) for place in range(self.count())]
        widths = [hint.width() for hint in hints]
        if self.room:
            widths = shares(widths, self.room)
        return QSize(widths[index], hints[index].height())

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return QSize(0, super().minimumTabSizeHint(index).height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.tabAt(event.pos())
            if place >= 0 and self.tabRect(place).width() < super().tabSizeHint(place).width():
                show_tip(event.globalPos(), self.tabText(place).replace("&&", "&"), self)
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A tab a notch; Qt's own goes one with every event, however small."""
        event.accept()
        steps = self._steps.add(event, across=True)
        self.setCurrentIndex(min(max(self.currentIndex() - steps, 0), self.count() - 1))


class Tabs(QTabWidget):
    """Pages under names that always show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self._bar.setDrawBase(False)  # the mode put it there

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        corner = self.cornerWidget()
        room = self.width() - (corner.sizeHint().width() if corner is not None and not corner.isHidden() else 0)
        if room != self._bar.room:
            self._bar.room = room
            self._bar.updateGeometry()
            self._bar.setElideMode(self._bar.elideMode())  # lays the tabs out anew
        super().resizeEvent(event)
