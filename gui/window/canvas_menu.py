"""What a right click, the menu key or Shift+F10 offers on the photo."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from gui.canvas.canvas import Canvas
from gui.controls.context_menu import ContextMenu
from gui.window.actions import Actions


class CanvasMenu(ContextMenu):
    """The commands that concern the picture as it is seen, out of the window's."""

    def __init__(self, canvas: Canvas, actions: Actions, faces: QMenu, copy_picture: Callable[[], object]) -> None:
        super().__init__(canvas)
        self.add_check(self.tr("Show the original"), canvas.set_comparing, canvas.comparing)
        self.add(self.tr("Copy picture"), copy_picture)
        self.add_commands(actions["wipe"], actions["beside"], actions["export"])
        self.add_commands(actions["fit"], actions["actual"])
        self.add_commands(faces.menuAction(), actions["reset look"])
        self.add_commands(actions["panels"], actions["full screen"])
