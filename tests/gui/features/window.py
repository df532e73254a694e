"""What a user sees of the editor's window, and where things are in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.controls.control_panel import ControlPanel
from gui.controls.control_row import ControlRow
from tests.gui.desk import Desk
from tests.gui.features.painter import Painter
from tests.gui.features.pointer import drag, turn_wheel
from tests.gui.test_canvas import pixels_of

Colour = tuple[int, int, int]


class Window(Desk):
    """A desk that is looked at and worked on as its window only."""

    def __init__(self, qtbot: QtBot, folder: Path, autosave: float | None = None,
                 make: Callable[[], Any] = Painter, size: tuple[int, int] = (1230, 900)) -> None:
        super().__init__(qtbot, folder, autosave, make, size)

    def in_front(self) -> None:
        """The window has the keys, and the photo in it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def seen(self, widget: QWidget, at: QPoint | None = None) -> Colour:
        """The colour on the screen at a place of a widget."""
        whole = widget.window()
        place = widget.mapTo(whole, at or widget.rect().center())
        red, green, blue = pixels_of(whole.grab().toImage())[place.y(), place.x()]
        return int(red), int(green), int(blue)

    def place_of(self, x: float, y: float) -> QPoint:
        """Where a pixel of the photo lies on the canvas."""
        canvas, photo = self.window.canvas, self.session.document.photo
        assert photo is not None
        height, width = photo.picture.pixels.shape[:2]
        target = canvas.view.target
        return QPoint(round(target.x() + target.width() * x / width),
                      round(target.y() + target.height() * y / height))

    def face(self, number: int = 0, x: float = 50.0) -> Colour:
        """The colour of a face as it is on the canvas. x: how far right in it, of 100."""
        return self.seen(self.window.canvas, self.place_of(40 + 160 * number + x, 130))

    def row(self, name: str, panel: ControlPanel | None = None) -> ControlRow:
        """A row, brought into sight by the wheel."""
        panel = panel or self.expression.panel
        row, view = panel.row(name), panel.scroll_area.viewport()
        assert isinstance(row, ControlRow)
        for _ in range(80):
            top = row.mapTo(view, QPoint()).y()
            if row.isVisible() and top >= 0 and top + row.height() <= view.height():
                return row
            turn_wheel(view, 1 if top < 0 else -1, QPoint(60, view.height() // 2))
            self.qtbot.wait(1)
        raise AssertionError(f"{name} does not come into sight")

    def drag(self, name: str, by: float, side: int = 0, panel: ControlPanel | None = None,
             held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Take hold of a slider's handle and move it so many pixels."""
        slider = self.row(name, panel).slider(side)
        middle = slider.height() // 2
        if slider.part != "whole":  # of a loosened pair
            middle += -4 if slider.part == "upper" else 4
        start = QPoint(round(slider.x_of(slider.amount)), middle)
        drag(slider, start, QPoint(round(by), 0), held)

    def level(self, name: str) -> float:
        """What is set on the chosen face."""
        return self.session.document.control(name)

    def steps(self) -> int:
        return self.session.document.undo_stack.index()


