"""Where the window stood and how its panels were laid out, kept from one run to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSizeF, Qt

from gui.canvas.canvas import Canvas

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

PANEL_WIDTH = 388
HISTORY_WIDTH = 220
ROOM_FOR_HISTORY = 1280
"""Windows narrower than this start without the history, so that the canvas has its room."""


def keep_place(window: "MainWindow") -> None:
    """Keep size, place, panels and the chosen tab in the settings."""
    settings = QSettings()
    geometry, state = window.photo_alone.kept_place()
    settings.setValue("window/geometry", geometry)
    settings.setValue("window/state", state)
    settings.setValue("window/tab", window.tabs.currentIndex())


def restore_place(window: "MainWindow") -> None:
    """Put everything back as it was; at the first start, or when the settings are broken, as suits the screen."""
    settings = QSettings()
    geometry, state = settings.value("window/geometry"), settings.value("window/state")
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        free = window.screen().availableSize()
        window.resize(min(1440, round(free.width() * 0.9)), min(900, round(free.height() * 0.9)))
    if not (isinstance(state, QByteArray) and window.restoreState(state)):
        window.resizeDocks([window.panel_dock, window.history_dock], [PANEL_WIDTH, HISTORY_WIDTH],
                           Qt.Orientation.Horizontal)
        window.history_dock.setVisible(window.width() >= ROOM_FOR_HISTORY)
    window.tool_bar.show()
    window.panel_dock.show()
    window.actions_["history"].setChecked(not window.history_dock.isHidden())
    tab = str(settings.value("window/tab", 0))
    window.tabs.setCurrentIndex(int(tab) if tab.isdecimal() else 0)


def carry_view(old: Canvas, new: Canvas) -> None:
    """Show the photo on the new canvas as on the old one: as near, at the same place, with the same wipe line."""
    new.set_view(old.view.resized(QSizeF(new.size()), new.devicePixelRatioF()))
    new.set_wipe(old.wipe)
