"""The curve of a training: what is lost of what it learns from, and of what is held out."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.rig.training.shown import Curve
from gui.style.scale import px
from gui.style.theme import tokens

if TYPE_CHECKING:
    from pyqtgraph import PlotDataItem


class TrainingCurve(QWidget):
    """Steps to the right, differences up, both from 0. shown: the curve that is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Curve = []
        import pyqtgraph  # a third of a second, when the first curve is shown

        colours = tokens()
        # Of its parts, and not its PlotWidget, which makes eight menus that nobody opens.
        self.plot = pyqtgraph.GraphicsView(background=colours.panel)
        self.plot.setAccessibleName(self.tr("Curve of the training"))
        self._box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        whole = pyqtgraph.GraphicsLayout()
        whole.addItem(self._box, 0, 1)
        for side, row, column in (("left", 0, 0), ("bottom", 1, 1)):
            axis = pyqtgraph.AxisItem(side, pen=colours.line_strong, textPen=colours.text_dim)
            axis.linkToView(self._box)
            whole.addItem(axis, row, column)
            if side == "bottom":
                axis.setLabel(self.tr("steps"))
        self.plot.setCentralItem(whole)
        self.learnt: PlotDataItem = pyqtgraph.PlotDataItem(pen=pyqtgraph.mkPen(colours.text_dim, width=2))
        self.held_out: PlotDataItem = pyqtgraph.PlotDataItem(
            pen=pyqtgraph.mkPen(colours.accent, width=2), symbol="o", symbolSize=5, symbolBrush=colours.accent,
            symbolPen=None)
        legend = pyqtgraph.LegendItem(offset=(-10, 10), labelTextColor=colours.text)
        legend.setParentItem(self._box)
        for line, name in ((self.learnt, self.tr("learnt from")), (self.held_out, self.tr("held out"))):
            self._box.addItem(line)
            legend.addItem(line, name)
        self.setMinimumSize(px(420), px(180))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def show_curve(self, curve: Curve) -> None:
        self.shown = curve
        self.learnt.setData([entry[0] for entry in curve], [entry[1] for entry in curve])
        apart = [entry for entry in curve if entry[2] >= 0]
        self.held_out.setData([entry[0] for entry in apart], [entry[2] for entry in apart])
        most = max((max(entry[1:]) for entry in curve), default=1.0)
        self._box.setXRange(0, max((entry[0] for entry in curve), default=1.0))
        self._box.setYRange(0, 1.05 * most)
