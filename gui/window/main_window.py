"""The editor's window: the viewer in the middle with the history above it, panels at the right."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QWidget,
)

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.render.request import Frame
from gui.controls.context_menu import open_by_keys
from gui.controls.message import FailureBox
from gui.controls.state_line import BETWEEN
from gui.controls.tabs import Tabs
from gui.controls.tip import set_tip
from gui.model.opening import sample_portraits
from gui.model.session import Session
from gui.panels.history import HistoryStrip
from gui.panels.panel import Panel
from gui.panels.registry import PANELS
from gui.style.scale import px
from gui.window.actions import Actions
from gui.window.beside_photo import BesidePhoto
from gui.window.canvas_menu import CanvasMenu
from gui.window.choice_menu import language_menu, theme_menu
from gui.window.command_states import CommandStates
from gui.window.dialog_opener import Dialogs
from gui.window.drops import Drops
from gui.window.face_chooser import FaceChooser
from gui.window.face_commands import FaceCommands
from gui.window.files import Files
from gui.window.held_key import HeldKey
from gui.window.photo_alone import PhotoAlone
from gui.window.picture_copy import PictureCopy
from gui.window.recent_menu import RecentMenu
from gui.window.remedies import Remedies
from gui.window.timeline_place import TimelinePlace
from gui.window.tray_commands import TrayCommands
from gui.window.viewer import Viewer
from gui.window.window_place import keep_history, keep_place, restore_place
from gui.words.engine_texts import sentence
from gui.words.plain import titled, unmarked

_WIDEST = 560
"""Pixels that the panels are wide at least, at most: with large words the canvas needs room, too."""
_COMPARE_KEY = "\\"


class MainWindow(QMainWindow):
    """One window on one session. It keeps no state of its own that matters: it can be built anew at any time."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    recovery_requested = Signal()

    def __init__(self, session: Session, whole: bool = True) -> None:
        """whole: with its panels; else they are added one by one, each where there is time for it, and then `settle`
        is called."""
        super().__init__()
        self.session, self.document = session, session.document
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 430)  # a screen of 1366 x 768 at 150 %, less its task bar and the title
        self.actions_ = Actions(self)
        self.files = Files(session, self)
        self.dialogs = Dialogs(session, self)
        self.face_commands, self.picture_copy = FaceCommands(session, self), PictureCopy(session, self)
        self._build_centre()
        self._build_panels()
        self._build_bars()
        self._bind()
        self._photo_changed()
        self._tell_title()
        if whole:
            self.viewer.bar.renderer.make_panel()
            for name, spec in PANELS.items():
                self.add_panel(name, spec.build(session))
            self.settle()

    # ---- building

    def _build_centre(self) -> None:
        self.remedies = Remedies(self.dialogs, self.show_panel, self)
        self.viewer = Viewer(self.session, self.actions_, self.remedies)
        self.canvas, self.welcome, self.notice = self.viewer.canvas, self.viewer.welcome, self.viewer.notice
        self.compare_key = HeldKey(_COMPARE_KEY, self.canvas.set_comparing)
        self.setCentralWidget(self.viewer)
        self.tray = TrayCommands(self.session, self.files, self.dialogs, self.actions_, self)
        self.viewer.put_below(self.tray.bar)
        self.timeline = TimelinePlace(self.session, self.viewer, self.actions_, self)
        self.history = HistoryStrip(self.document, self.session.history_pictures)
        self.viewer.put_above(self.history)

    def _build_panels(self) -> None:
        self.tabs = Tabs()
        self.tabs.setMinimumWidth(min(px(352), _WIDEST))
        self.tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs.setProperty("role", "panel")
        self.panels: dict[str, Panel] = {}
        # In their places before anything is in them: what is moved to another parent is dressed once more.
        self.panel_dock = self._dock("panels", self.tr("Panels"), self.tabs, Qt.DockWidgetArea.RightDockWidgetArea)
        self.beside = BesidePhoto(self.viewer.middle, self.panel_dock, self.tabs, self.document)

    def _dock(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget())
        dock.setAllowedAreas(area)
        dock.setWidget(content)
        self.addDockWidget(area, dock)
        return dock

    def _build_bars(self) -> None:
        self.face_chooser = FaceChooser(self.document)
        self.recent_menu = RecentMenu(self)
        self.face_menu = self.face_chooser.menu_
        self.face_menu.setTitle(self.tr("Choose face"))
        self.actions_.fill_menu_bar(self.recent_menu, self.face_menu, theme_menu(self.theme_chosen, self),
                                    language_menu(self.language_chosen, self))
        bar = self.actions_.make_tool_bar(self.face_chooser, self.history.header)
        self.tool_bar = bar
        self.addToolBar(bar)

    def _bind(self) -> None:
        document, session, act = self.document, self.session, self.actions_
        faces = self.face_commands
        self.command_states = CommandStates(session, act, self.canvas, faces, self.history.header, self)
        session.photo_opened.connect(self._photo_changed)
        session.photo_opened.connect(self.canvas.hint_faces)
        # after what is open was shown, and what was told before put away
        self.drops = Drops(session, self.files, self.notice, self)
        session.failed.connect(self.show_error)
        session.final.drawn.connect(self._final_drawn)
        self.viewer.bar.renderer.models_requested.connect(self.dialogs.models)
        self.viewer.bar.renderer.engine_requested.connect(self.dialogs.engine)
        document.dirty_changed.connect(self._tell_title)
        document.path_changed.connect(self._tell_title)
        document.undo_stack.undoTextChanged.connect(self._tell_steps)
        document.undo_stack.redoTextChanged.connect(self._tell_steps)
        self.welcome.open_requested.connect(self.files.ask_open)
        self.welcome.path_chosen.connect(self.files.open)
        self.actions_.file_menu.aboutToShow.connect(self._file_menu_opens)
        self.recent_menu.path_chosen.connect(self.files.open)
        self.recent_menu.cleared.connect(lambda: self.welcome.set_files((), sample_portraits()))
        for name, slot in {
            "open": self.files.ask_open, "paste": self.drops.paste, "save": self.files.save,
            "save as": self.files.save_as, "export": self.dialogs.export,
            "film": self.dialogs.film, "batch": self.dialogs.batch,
            "train": self.dialogs.train,
            "close": self.files.close_photo, "quit": self.close,
            "undo": document.undo, "redo": document.redo, "copy look": faces.copy_look,
            "paste look": faces.paste_look, "reset look": faces.reset_look, "settings": self.dialogs.settings,
            "next face": faces.next_face, "last face": faces.last_face,
            "help": self.dialogs.help, "shortcuts": self.dialogs.shortcuts,
            "models": self.dialogs.models, "engine": self.dialogs.engine,
            "recover": self.recovery_requested.emit, "about": self.dialogs.about, "report": self.dialogs.report,
        }.items():
            act[name].triggered.connect(slot)
        act["history"].toggled.connect(self.history.set_open)
        act["history"].triggered.connect(keep_history)
        self.history.folded.connect(lambda _: act["history"].trigger())
        self.photo_alone = PhotoAlone(self, self.viewer, self.panel_dock, self.history, act["panels"],
                                      act["history"], act["full screen"])
        self.canvas.menu_requested.connect(self._canvas_menu)
        open_by_keys(self)

    def add_panel(self, name: str, panel: Panel) -> None:
        """One of PANELS, in their order."""
        self.panels[name] = panel
        self.tabs.addTab(panel, unmarked(PANELS[name].label()))
        self.beside.follow(panel)
        panel.problem.connect(self.show_error)
        panel.noted.connect(self.session.noted)
        panel.refused.connect(lambda error: self._tell_refused(PANELS[name].label(), error))
        panel.reversible.connect(self._tell_reversible)
        panel.models_requested.connect(self.dialogs.models_at)
        panel.export_requested.connect(self.dialogs.export_at)
        panel.blend_requested.connect(self.dialogs.blend)
        panel.photos_requested.connect(self.dialogs.person_photos)

    def settle(self) -> None:
        """All panels are there: everything stands where it stood last."""
        restore_place(self)

    def show_panel(self, name: str) -> None:
        """Bring one of PANELS to the front, also from behind a photo that stands alone."""
        self.actions_["full screen"].setChecked(False)
        self.actions_["panels"].setChecked(True)
        self.tabs.setCurrentWidget(self.panels[name])

    def panel(self, name: str) -> Panel:
        """One of PANELS, as it stands in this window."""
        return self.panels[name]

    # ---- following the session

    def _photo_changed(self) -> None:
        self.viewer.show_photo()
        self.face_chooser.set_photo(self.session.image if self.document.photo is not None else None)
        self.command_states.tell()

    def _final_drawn(self, frame: Frame) -> None:
        if frame.notes:
            self.session.message.emit(BETWEEN.join(map(sentence, frame.notes)))

    def _tell_title(self) -> None:
        name = self.document.name
        if self.session.read_only:
            name = self.tr("{0} (read-only)").format(name)
        self.setWindowTitle(f"{titled(name)}[*] · Facewright" if name else "Facewright[*]")
        self.setWindowModified(self.document.dirty)

    def _tell_steps(self) -> None:
        stack = self.document.undo_stack
        for name, word, step in (("undo", self.tr("Undo"), stack.undoText()),
                                 ("redo", self.tr("Redo"), stack.redoText())):
            keys = self.actions_[name].shortcut().toString()
            set_tip(self.actions_[name], f"{word} {step} ({keys})" if step else f"{word} ({keys})")

    def show_error(self, error: EngineError) -> None:
        """One clear line above the canvas; what is open stays open."""
        self.viewer.show_error(error)

    def _tell_refused(self, title: str, error: EngineError) -> None:
        FailureBox(title, error, self.remedies.offer(error), self).open()

    def _tell_reversible(self, done: Text, undo: Callable[[], object]) -> None:
        def take_back() -> None:
            self.notice.dismiss()
            undo()

        self.notice.tell(done, self.tr("Undo"), take_back)

    # ---- commands

    def _file_menu_opens(self) -> None:
        self.recent_menu.fill()
        self.actions_["recover"].setEnabled(bool(self.session.unclaimed()))

    def _canvas_menu(self, at: QPoint) -> None:
        CanvasMenu(self.canvas, self.actions_, self.face_menu, self.picture_copy.copy).open_at(at)

    # ---- keys, drops, closing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.compare_key.pressed(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.compare_key.released(event):
            super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.drops.enters(event):
            self.viewer.set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.viewer.set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.viewer.set_dropping(False)
        self.drops.dropped(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.files.may_close(self.close):
            keep_place(self)
            event.accept()
        else:
            event.ignore()
