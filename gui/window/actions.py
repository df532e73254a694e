"""Every command of the window once: its words, icon, keys; the menus and the tool bar are made of them."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.controls.tip import set_tip
from gui.style.icons import icon
from gui.window.face_chooser import FaceChooser
from gui.words.plain import unmarked

_ICON = QSize(20, 20)


class Actions(QObject):
    """The window's QActions by name, each with its shortcut in the tooltip. Connect `actions["open"].triggered`."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        key = QKeySequence.StandardKey
        self._add("open", self.tr("Open…"), key.Open, "open")
        self._add("paste", self.tr("Open from the clipboard"), key.Paste)
        self._add("recover", self.tr("Recover unsaved work…"))
        self._add("save", self.tr("Save project"), key.Save, "save")
        self._add("save as", self.tr("Save project as…"), "Ctrl+Shift+S")
        self._add("export", self.tr("Export…"), "Ctrl+E", "export")
        self._add("film", self.tr("Export film…"), "Ctrl+Shift+F", "film")
        self._add("batch", self.tr("Looks on many photos…"), "Ctrl+Shift+E")
        self._add("train", self.tr("Train a rig's network…"))
        self._add("close", self.tr("Close"), "Ctrl+W")
        self._add("quit", self.tr("Quit"), "Ctrl+Q")
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._add("undo", self.tr("Undo"), key.Undo, "undo")
        self._add("redo", self.tr("Redo"), "Ctrl+Shift+Z", "redo")
        # Half of all programs use the one, half the other; a hand should not have to remember which this is.
        self._actions["redo"].setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._add("copy look", self.tr("Copy all settings of the face"), "Ctrl+Shift+C", "copy")
        self._add("paste look", self.tr("Paste settings"), "Ctrl+Shift+V", "paste")
        self._add("reset look", self.tr("Reset the face"), "Ctrl+Shift+R", "reset")
        self._add("settings", self.tr("Settings…"), "Ctrl+,", "settings")
        self._actions["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        self._add("wipe", self.tr("Before/after wipe"), "Ctrl+\\", "wipe", checkable=True)
        self._add("beside", self.tr("Side by side"), "Ctrl+B", "beside", checkable=True)
        self._add("fit", self.tr("Fit to window"), "Ctrl+0", "fit")
        self._add("actual", self.tr("100 %"), "Ctrl+1", "actual")
        self._add("zoom in", self.tr("Zoom in"), key.ZoomIn, "zoom-in")
        self._add("zoom out", self.tr("Zoom out"), key.ZoomOut, "zoom-out")
        self._add("next face", self.tr("Next face"), "Ctrl+]")
        self._add("last face", self.tr("Previous face"), "Ctrl+[")
        self._add("next photo", self.tr("Next photo"), "Ctrl+PgDown")
        self._add("last photo", self.tr("Previous photo"), "Ctrl+PgUp")
        self._add("tray", self.tr("Tray"), "Ctrl+Shift+T", checkable=True)
        self._add("history", self.tr("History"), "Ctrl+Shift+H", "history", checkable=True)
        self._add("timeline", self.tr("Timeline"), "Ctrl+T", "timeline", checkable=True)
        self._add("panels", self.tr("Panels"), "Tab", checkable=True)
        self._add("full screen", self.tr("Photo alone on the whole screen"), "F11", checkable=True)
        self._add("help", self.tr("Help"), key.HelpContents)
        self._add("shortcuts", self.tr("Keyboard shortcuts"), "?")
        self._add("models", self.tr("Models…"), "", "models")
        self._add("engine", self.tr("Engine status…"), "", "doctor")
        self._add("report", self.tr("System report…"))
        self._add("about", self.tr("About Facewright"), "", "about")
        self._actions["about"].setMenuRole(QAction.MenuRole.AboutRole)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def _add(self, name: str, text: str, keys: QKeySequence.StandardKey | str = "", picture: str = "",
             checkable: bool = False) -> None:
        action = QAction(unmarked(text), self._window)
        action.setObjectName(name)
        action.setCheckable(checkable)
        if keys:
            action.setShortcut(QKeySequence(keys))
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            set_tip(action, f"{text.replace('…', '')} ({shown})")
        if picture:
            action.setIcon(icon(picture))
        # Only these four have room for a picture in a menu without making the others look forgotten.
        action.setIconVisibleInMenu(False)
        self._window.addAction(action)
        self._actions[name] = action

    def fill_menu_bar(self, recent: QMenu, faces: QMenu, themes: QMenu, languages: QMenu) -> None:
        """File, Edit, View, Help."""
        bar = self._window.menuBar()
        self.file_menu = bar.addMenu(self.tr("&File"))
        self._menu(self.file_menu, "open", "paste", recent, "recover", None, "save", "save as", "export", "film",
                   "batch", None, "train", None, "close", "quit")
        self._menu(bar.addMenu(self.tr("&Edit")), "undo", "redo", None, "copy look", "paste look", "reset look", None,
                   "settings")
        self._menu(bar.addMenu(self.tr("&View")), "fit", "actual", "zoom in", "zoom out", None, "wipe", "beside", None,
                   faces, "next face", "last face", None, "next photo", "last photo", "tray", None, "panels", "history",
                   "timeline", "full screen", None, themes, languages)
        self._menu(bar.addMenu(self.tr("&Help")), "help", "shortcuts", None, "models", "engine", "report",
                   None, "about")

    def _menu(self, menu: QMenu, *entries: str | QMenu | None) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(self._actions[entry])

    def make_tool_bar(self, faces: FaceChooser, history: QWidget) -> QToolBar:
        """Files and undo, with the header of the history; the chosen face and export at the right. How the photo is
        looked at is below it."""
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setIconSize(_ICON)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("open", "save", None, "undo", "redo"):
            _add_to(bar, None if name is None else self._actions[name])
        bar.addWidget(history)
        set_tip(history, self._actions["history"].toolTip())
        bar.addWidget(_spacer())
        faces.bar_actions = [bar.addWidget(faces), bar.addSeparator()]
        bar.addAction(self._actions["export"])
        export = bar.widgetForAction(self._actions["export"])
        if isinstance(export, QToolButton):
            export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for action in bar.actions():
            widget = bar.widgetForAction(action)
            if isinstance(widget, QToolButton) and action.text():
                widget.setAccessibleName(action.text())
        return bar


def _add_to(bar: QToolBar, action: QAction | None) -> None:
    if action is None:
        bar.addSeparator()
    else:
        bar.addAction(action)


def _spacer() -> QWidget:
    widget = QWidget()
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget
