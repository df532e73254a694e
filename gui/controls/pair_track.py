"""One track for the two sides of a face: one handle for both while they are linked, else one for each."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import Control
from gui.controls.slider import LOWER, UPPER, WHOLE, Slider


class PairTrack(QWidget):
    """Two sliders in one place. Linked, there is the first alone. Free, the left side's handle lies above the groove
    and the right side's below it, each a slider of its own for keys and screen readers; a press takes hold of the
    handle it hits, else it moves the side above or below the groove.
    """

    def __init__(self, controls: Sequence[Control], parent: QWidget | None = None) -> None:
        """controls: of the left and the right side."""
        super().__init__(parent)
        self.sliders = tuple(Slider(control, self) for control in controls)
        self._linked = True
        self._held: Slider | None = None
        self.sliders[1].hide()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.sliders[0].sizeHint()

    def set_linked(self, linked: bool) -> None:
        """Free, both sliders leave the mouse to the track, which gives it to one of them."""
        self._linked = linked
        for slider, part in zip(self.sliders, (UPPER, LOWER), strict=True):
            slider.set_part(WHOLE if linked else part)
            slider.set_pointed(False)
            slider.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not linked)
        self.sliders[1].setVisible(not linked)

    def side_at(self, position: QPointF) -> Slider:
        """Whose handle is there; between the two, and far from both, whoever's half of the track it is."""
        here = [slider for slider in self.sliders if slider.is_at(position.x())]
        if len(here) == 1:
            return here[0]
        return self.sliders[0] if position.y() < self.height() / 2 else self.sliders[1]

    # -- events, while the sides are free ----------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._held = self.side_at(event.position())
        self._held.setFocus(Qt.FocusReason.MouseFocusReason)
        self._held.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held is not None and event.buttons():
            self._held.mouseMoveEvent(event)
        else:
            self._point_at(self.side_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held is not None:
            self._held.mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        # after a jump it is the handle that came under the pointer with the first click
        (self._held or self.side_at(event.position())).mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.side_at(event.position()).wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.side_at(QPointF(event.pos())).contextMenuEvent(event)

    def leaveEvent(self, event) -> None:  # noqa: N802
        self._point_at(None)
        super().leaveEvent(event)

    def _point_at(self, side: Slider | None) -> None:
        for slider in self.sliders:
            slider.set_pointed(not self._linked and slider is side)

    def resizeEvent(self, event) -> None:  # noqa: N802
        for slider in self.sliders:
            slider.setGeometry(self.rect())
        super().resizeEvent(event)
