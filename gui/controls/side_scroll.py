"""One row of things that scrolls sideways and never takes more height than it has."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QFrame, QScrollArea, QWidget

from gui.controls.glyphs import paint_glyph
from gui.controls.ink import ink
from gui.controls.tip import set_tip
from gui.controls.wheel import turn

_EDGE = 22
"""Width of the button at an end, px."""
_NOTCH = 72
"""What one notch of a wheel moves it by, px."""


class _Edge(QAbstractButton):
    """Lies over an end of the row while there is more beyond it."""

    def __init__(self, glyph: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys reach all that is in the row
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoRepeat(True)
        self.setAccessibleName(text)
        set_tip(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        paper = QColor(colours.paper)  # one of our own to change: the ink is everybody's
        paper.setAlphaF(0.94 if self.underMouse() else 0.86)
        painter.fillRect(self.rect(), paper)
        box = QRectF((self.width() - 16) / 2, (self.height() - 16) / 2, 16, 16)
        paint_glyph(painter, self._glyph, box, colours.text if self.underMouse() else colours.faint)


class SideEdges(QObject):
    """Makes an area one row that scrolls sideways: by the wheel, and by buttons at its ends. `moved()`: other things
    are in sight."""

    moved = Signal()

    def __init__(self, area: QAbstractScrollArea, height: int) -> None:
        """height: of the row, px."""
        super().__init__(area)
        self._area = area
        self._part = 0.0  # of a pixel that a fine wheel has turned
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(height)
        self.back = _Edge("chevron_left", self.tr("Scroll left"), area)
        self.forth = _Edge("chevron_right", self.tr("Scroll right"), area)
        self.back.clicked.connect(lambda: self._page(-1))
        self.forth.clicked.connect(lambda: self._page(1))
        self._bar = area.horizontalScrollBar()
        self._bar.valueChanged.connect(self._show)
        self._bar.valueChanged.connect(self.moved)
        self._bar.rangeChanged.connect(self._show)
        area.viewport().installEventFilter(self)
        self._show()

    def _page(self, way: int) -> None:
        bar = self._bar
        bar.setValue(bar.value() + way * max(self._area.viewport().width() - 3 * _EDGE, _NOTCH))

    def _show(self, *_: int) -> None:
        self.back.setVisible(self._bar.value() > self._bar.minimum())
        self.forth.setVisible(self._bar.value() < self._bar.maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self._turn(event)
            return True
        if event.type() == QEvent.Type.Resize:
            area = self._area
            self.back.setGeometry(0, 0, _EDGE, area.height())
            self.forth.setGeometry(area.width() - _EDGE, 0, _EDGE, area.height())
            self.moved.emit()
        return super().eventFilter(watched, event)

    def _turn(self, event: QWheelEvent) -> None:
        self._part -= turn(event, across=True) * _NOTCH
        whole = round(self._part)
        self._part -= whole
        self._bar.setValue(self._bar.value() + whole)
        event.accept()


class SideScroll(QScrollArea):
    """A row of widgets with `SideEdges`; it also scrolls to whatever gets the focus."""

    def __init__(self, row: QWidget, height: int, parent: QWidget | None = None) -> None:
        """height: of the row, px."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(row)
        row.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.edges = SideEdges(self, height)
