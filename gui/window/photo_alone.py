"""Room for the photo: the panels put away with Tab, everything but the photo with F11; and back to how it was."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QToolBar, QToolButton, QWidget

from gui.controls.tip import set_tip
from gui.style.icons import icon
from gui.style.scale import px
from gui.window.hint import Hint
from gui.window.viewer import Viewer

_TOLD = "hints/panels"
"""Setting: whether it was said once how the panels come back."""


class PhotoAlone(QObject):
    """What stands around the photo, there or put away.

    Tab is the panels' key only with the focus on the photo, where a click puts it, or nowhere: whoever came to the
    photo by Tab goes on by Tab, and nobody is kept from the sliders.
    """

    def __init__(self, window: QMainWindow, viewer: Viewer, panels: QDockWidget, history: QWidget, show: QAction,
                 show_history: QAction, alone: QAction) -> None:
        """show, show_history, alone: whether the panels are there, the history with them, and nothing but the photo.
        There is no history without a photo, and then `show` is not enabled."""
        super().__init__(window)
        self._window, self._viewer = window, viewer
        self._panels, self._history = panels, history
        self._show, self._show_history, self._alone = show, show_history, alone
        self._away: list[QWidget] = []  # bars that were there
        self._state, self._geometry = Qt.WindowState.WindowNoState, QByteArray()  # of the window before
        self._had_panels = True
        self._hint = Hint(viewer)
        self._handle = _Handle(viewer, show)
        show.setChecked(True)
        show.setShortcut(QKeySequence(Qt.Key.Key_Tab))
        show.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        viewer.canvas.addActions([show])
        show.toggled.connect(self._panels_toggled)
        show.enabledChanged.connect(lambda possible: None if possible or self.alone else show.setChecked(True))
        for signal in (show.toggled, show.enabledChanged, show_history.toggled):
            signal.connect(self._place_history)
        self._place_history()
        alone.toggled.connect(self._alone_toggled)
        window.installEventFilter(self)

    # ---- how it is

    @property
    def panels_shown(self) -> bool:
        return self._show.isChecked()

    @property
    def alone(self) -> bool:
        """Whether the photo has the whole screen."""
        return self._alone.isChecked()

    def be_like(self, other: "PhotoAlone") -> None:
        """As in the window before this one."""
        self._alone.setChecked(other.alone)
        self._had_panels = other._had_panels
        self._show.setChecked(other.panels_shown)

    def kept_place(self) -> tuple[QByteArray, QByteArray]:
        """The window's geometry and state with everything in its place."""
        away = [*([self._panels] if self._panels.isHidden() else []), *self._away]
        for widget in away:
            widget.show()
        try:
            return self._geometry if self.alone else self._window.saveGeometry(), self._window.saveState()
        finally:
            for widget in away:
                widget.hide()

    # ---- putting away

    def _panels_toggled(self, shown: bool) -> None:
        if not shown:
            self._viewer.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # what had it goes; Tab is to bring it back
        self._panels.setVisible(shown)
        self._handle.setVisible(not shown and not self.alone)
        if not shown and not self.alone and not QSettings().value(_TOLD, False, bool):
            QSettings().setValue(_TOLD, True)
            self._hint.say(self.tr("The panels are put away. Tab brings them back."))

    def _place_history(self, _: bool = False) -> None:
        self._history.setVisible(self._show.isEnabled() and self.panels_shown and self._show_history.isChecked())

    def _alone_toggled(self, on: bool) -> None:
        window = self._window
        if on:
            self._state, self._geometry = window.windowState(), window.saveGeometry()
            self._had_panels = self.panels_shown
            bars = [window.menuBar(), *window.findChildren(QToolBar), *self._viewer.bars()]
            self._away = [bar for bar in bars if not bar.isHidden()]
            for bar in self._away:
                bar.hide()
            self._show.setChecked(False)
            self._handle.hide()
            window.showFullScreen()
            self._hint.say(self.tr("Esc or F11 brings everything back."))
        else:
            window.setWindowState(self._state)
            for bar in self._away:
                bar.show()
            self._away = []
            self._hint.hide()
            self._show.setChecked(self._had_panels)
            self._handle.setVisible(not self.panels_shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._window:
            if event.key() == Qt.Key.Key_Escape and self.alone:  # nobody below had a use for it
                self._alone.setChecked(False)
                return True
            nobody = QApplication.focusWidget() in (None, self._window)
            if event.key() == Qt.Key.Key_Tab and not event.modifiers() and nobody and self._show.isEnabled():
                self._show.toggle()
                return True
        return super().eventFilter(watched, event)


class _Handle(QToolButton):
    """At the photo's right edge for as long as the panels are away: a click brings them back."""

    def __init__(self, viewer: Viewer, show: QAction) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.setIcon(icon("chevron-left"))
        self.setIconSize(QSize(16, 16))
        self.setObjectName("handle")  # its dress is in the style sheet
        words = self.tr("Show the panels (Tab)")
        set_tip(self, words)
        self.setAccessibleName(words)
        self.clicked.connect(lambda: show.setChecked(True))
        self.hide()
        viewer.installEventFilter(self)

    def _place(self) -> None:
        viewer = self._viewer
        self.setGeometry(viewer.width() - px(22), (viewer.height() - px(72)) // 2, px(22), px(72))
        self.raise_()

    def showEvent(self, event) -> None:  # noqa: ANN001
        self._place()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
