"""One row of things that scrolls sideways and never takes more height than it has."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget

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
        paper = colours.paper
        paper.setAlphaF(0.94 if self.underMouse() else 0.86)
        painter.fillRect(self.rect(), paper)
        box = QRectF((self.width() - 16) / 2, (self.height() - 16) / 2, 16, 16)
        paint_glyph(painter, self._glyph, box, colours.text if self.underMouse() else colours.faint)


class SideScroll(QScrollArea):
    """Scrolls by the wheel, by buttons at its ends, and to whatever gets the focus. `moved()`: other things are in
    sight."""

    moved = Signal()

    def __init__(self, row: QWidget, height: int, parent: QWidget | None = None) -> None:
        """height: of the row, px."""
        super().__init__(parent)
        self._part = 0.0  # of a pixel that a fine wheel has turned
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(height)
        self.setWidget(row)
        row.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.back = _Edge("chevron_left", self.tr("Scroll left"), self)
        self.forth = _Edge("chevron_right", self.tr("Scroll right"), self)
        self.back.clicked.connect(lambda: self._page(-1))
        self.forth.clicked.connect(lambda: self._page(1))
        bar = self.horizontalScrollBar()
        bar.valueChanged.connect(self._show_edges)
        bar.valueChanged.connect(self.moved)
        bar.rangeChanged.connect(self._show_edges)
        self._show_edges()

    def _page(self, way: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + way * max(self.viewport().width() - 3 * _EDGE, _NOTCH))

    def _show_edges(self, *_: int) -> None:
        bar = self.horizontalScrollBar()
        self.back.setVisible(bar.value() > bar.minimum())
        self.forth.setVisible(bar.value() < bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.back.setGeometry(0, 0, _EDGE, self.height())
        self.forth.setGeometry(self.width() - _EDGE, 0, _EDGE, self.height())
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        bar = self.horizontalScrollBar()
        self._part -= turn(event, across=True) * _NOTCH
        whole = round(self._part)
        self._part -= whole
        bar.setValue(bar.value() + whole)
        event.accept()
