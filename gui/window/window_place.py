"""Where the window stood and how its panels were laid out, kept from one run to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow

from gui.canvas.canvas import Canvas

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

USUAL = QSize(1440, 900)
"""Of the window at the first start, where the screen has room for it."""
TITLE = 36
"""What a window's frame takes of the height, px, until one has been seen."""
PANEL_WIDTH = 388
WIDEST_PANEL = 0.5
"""Of the window, at its start: what was kept may be of a larger one."""
ROOM_FOR_HISTORY = 640
"""Windows less high than this start with the history folded, so that the photo has its room."""
_HISTORY = "window/history"


def keep_place(window: "MainWindow") -> None:
    """Keep size, place, panels and the chosen tab in the settings."""
    settings = QSettings()
    geometry, state = window.photo_alone.kept_place()
    settings.setValue("window/geometry", geometry)
    settings.setValue("window/state", state)
    if not window.isMaximized() and not window.isFullScreen():
        settings.setValue("window/title", window.frameGeometry().height() - window.height())
    settings.setValue("window/width", window.width())
    settings.setValue("window/panel", window.panel_dock.width())
    settings.setValue("window/tab", window.tabs.currentIndex())


def restore_place(window: "MainWindow") -> None:
    """Put everything back as it was; at the first start, or when the settings are broken, as suits the screen."""
    settings = QSettings()
    geometry, state = settings.value("window/geometry"), settings.value("window/state")
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        free = free_place(window.geometry())
        place = QRect(free.topLeft(), USUAL.boundedTo(free.size()))
        place.moveCenter(free.center())
        window.setGeometry(place)
    if not window.isMaximized() and not window.isFullScreen():
        # What was remembered may be of another screen, or of this one at another scale.
        window.setGeometry(on_screen(window.geometry(), free_place(window.geometry()),
                                     _number("window/title", TITLE)))
    had_history = _had_history(window, state) if isinstance(state, QByteArray) else None
    if not (isinstance(state, QByteArray) and window.restoreState(state)):
        window.resizeDocks([window.panel_dock], [PANEL_WIDTH], Qt.Orientation.Horizontal)
    widest = max(PANEL_WIDTH, round(window.width() * WIDEST_PANEL))
    if window.width() < _number("window/width", 0) and widest < _number("window/panel", 0):
        window.resizeDocks([window.panel_dock], [widest], Qt.Orientation.Horizontal)
    window.tool_bar.show()
    window.panel_dock.show()
    if settings.contains(_HISTORY):
        had_history = bool(settings.value(_HISTORY, False, bool))
    is_open = window.height() >= ROOM_FOR_HISTORY if had_history is None else had_history
    window.actions_["history"].setChecked(is_open)
    window.history.set_open(is_open)
    window.tabs.setCurrentIndex(_number("window/tab", 0))


def keep_history(is_open: bool) -> None:
    """Somebody folded or unfolded the history."""
    QSettings().setValue(_HISTORY, is_open)


def _had_history(window: QMainWindow, state: QByteArray) -> bool | None:
    """Whether the history was shown when it was a dock, as windows up to 2026 kept it; None of a state without one."""
    if not state.contains(QByteArray("history".encode("utf-16-be"))):
        return None
    dock = QDockWidget(window)
    dock.setObjectName("history")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    shown = window.restoreState(state) and not dock.isHidden()
    window.removeDockWidget(dock)
    dock.setParent(None)  # or it would be found, and shown, once more
    dock.deleteLater()
    return shown


def _number(key: str, default: int) -> int:
    """What was kept under a key; `default` where that is no number."""
    kept = str(QSettings().value(key, default))
    return int(kept) if kept.isdecimal() else default


def free_place(near: QRect) -> QRect:
    """What the desktop leaves to windows of the screen on which most of `near` lies."""
    screen = QGuiApplication.screenAt(near.center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def on_screen(place: QRect, free: QRect, title: int) -> QRect:
    """A window's place without its frame, moved and made smaller until it lies on the screen with its title.

    free: what the desktop leaves to windows. title: height of the frame, px. No place where it fits is changed.
    """
    room = free.adjusted(0, title, 0, 0)
    size = place.size().boundedTo(room.size())
    left = min(max(place.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(place.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def carry_view(old: Canvas, new: Canvas) -> None:
    """Show the photo on the new canvas as on the old one: as near, at the same place, compared in the same way."""
    new.set_beside(old.beside)
    new.set_view(old.view.resized(new.pane, new.devicePixelRatioF()))
    if not old.beside:
        new.set_wipe(old.wipe)
