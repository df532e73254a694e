"""Starting the editor: the application, its theme and language, one session, and the window on it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from engine.base.allocator import limit_arenas
from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.base.surroundings import speak_plainly
from engine.base.text import Text
from engine.base.version import VERSION
from engine.facade import EngineFacade
from gui.model.incoming import in_folders
from gui.model.session import Session
from gui.model.settings import GRAPHICS, MEMORY_MEGABYTES, NETWORK, keep_settings_together, unreadable_settings
from gui.model.unread_sources import leave_sources_unread
from gui.style.theme import accessibility, applying_theme, chosen_theme, resolved_theme
from gui.window.crash_guard import CrashGuard
from gui.window.main_window import MainWindow
from gui.window.rebuilding import Rebuilding
from gui.words.language import chosen_language, install_language

if TYPE_CHECKING:
    from engine.project.recovery import Snapshot
    from gui.dialogs.recovery import RecoveryDialog

INTERRUPTED = 130
"""Exit status after Ctrl+C, as of every command."""


def make_engine() -> EngineFacade:
    """The engine, imported and built on the thread that calls this, with the memory the settings allow it."""
    from engine.base.memory_budget import suitable_budget
    from engine.engine import Engine

    return Engine(budget=MEMORY_MEGABYTES.value() << 20 or suitable_budget())


class Editor(QObject):
    """The application's one session and the window on it, which is built anew when theme or language change."""

    def __init__(self, application: QApplication, session: Session) -> None:
        super().__init__(application)
        self._application, self.session = application, session
        self.window: MainWindow | None = None
        self.guard = CrashGuard(session.keep_now, self)
        self.guard.failed.connect(session.failed)
        self.guard.interrupted.connect(self._interrupted)
        self._keep = self._recovering = False
        session.photo_opened.connect(lambda: QTimer.singleShot(0, self, self._tell_unclaimed))  # after it is shown
        self._rebuilding = Rebuilding(session, self._dressing, self._take, self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)
        accessibility().contrastPreferenceChanged.connect(self._contrast_changed)

    def show_window(self) -> None:
        """Build the window for the theme and language of the settings and show it; where one is there, it gives way to
        the new one some events later."""
        if self.window is not None:
            self._rebuild()
            return
        for _ in self._dressing():
            pass
        window = MainWindow(self.session)
        self._take(window)
        window.show()

    def _rebuild(self) -> None:
        if self.window is not None:  # else the program has ended meanwhile
            self._rebuilding.start(self.window)

    def _dressing(self) -> Iterator[None]:
        """Put theme and language in force, in steps."""
        language = install_language(chosen_language())
        self.session.document.tell_steps()
        yield
        yield from applying_theme(self._application, resolved_theme(chosen_theme()), language)

    def _take(self, window: MainWindow) -> None:
        self.window = window
        window.theme_chosen.connect(self._choose_theme)
        window.language_chosen.connect(self._choose_language)
        window.recovery_requested.connect(self.offer_recovery)

    def open_named(self, paths: Sequence[Path]) -> None:
        """What the command line names."""
        try:
            found = in_folders(paths)
        except EngineError as error:
            self.session.failed.emit(error)
            return
        if self.window is not None and len(found) > 1:
            self.window.files.open_all(found)
        else:
            self.session.open(found[0])

    def offer_recovery(self) -> None:
        """After a crash: offer what was kept; again, as long as there is any."""
        from gui.dialogs.recovery import RecoveryDialog

        snapshots = self.session.unclaimed()
        if snapshots and self.window is not None:
            dialog = RecoveryDialog(snapshots, self.window, self.session.thread_)
            dialog.finished.connect(lambda _: self._recover(dialog))
            dialog.open()

    def close(self) -> None:
        """The end: every window goes before the session it looks at, also one that is being built or was left."""
        self.guard.remove()
        self._rebuilding.stop()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop comes for them any more
        self.session.close(keep=self._keep)

    def _interrupted(self) -> None:
        # Nobody is there to answer a question: what is unsaved is offered at the next start.
        self._keep = self.session.unsaved
        self._application.exit(INTERRUPTED)

    def _recover(self, dialog: "RecoveryDialog") -> None:
        snapshot = dialog.chosen
        if snapshot is not None and self.window is not None:
            # A file named at the start is open behind it, or still being opened: this work takes its place.
            if self.window.files.may_replace(lambda: self._open_recovered(snapshot)):
                self._open_recovered(snapshot)
        dialog.deleteLater()

    def _open_recovered(self, snapshot: "Snapshot") -> None:
        self._recovering = True
        self.session.recover(snapshot)

    def _tell_unclaimed(self) -> None:
        """One piece of work is open again: the others can be had as well, one after the other."""
        recovered, self._recovering = self._recovering, False
        if recovered and self.window is not None and self.session.unclaimed():
            self.window.notice.tell(Text("There is more unsaved work that was kept."),
                                    QCoreApplication.translate("MainWindow", "Show…"), self.offer_recovery)

    def _choose_theme(self, theme: str) -> None:
        QSettings().setValue("theme", theme)
        QTimer.singleShot(0, self, self._rebuild)  # not from inside the menu that goes away with the window

    def _choose_language(self, code: str) -> None:
        QSettings().setValue("language", code)
        QTimer.singleShot(0, self, self._rebuild)

    def _contrast_changed(self, _: object) -> None:
        QTimer.singleShot(0, self, self._rebuild)

    def _system_scheme_changed(self) -> None:
        if chosen_theme() == "system":
            QTimer.singleShot(0, self, self._rebuild)


def make_application(arguments: list[str], kind: type[QApplication] = QApplication) -> QApplication:
    """The QApplication with its names and icon; the names decide where settings are kept. kind: one that watches its
    events, for a measurement."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    limit_arenas()  # before there are threads
    leave_sources_unread()
    application = kind(["facewright", *arguments])
    speak_plainly()  # Qt has just made the process's locale the user's
    application.setOrganizationName("Facewright")
    application.setApplicationName("Facewright")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("facewright")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "facewright.svg")))
    keep_settings_together()
    for surrounding in (NETWORK, GRAPHICS):
        surrounding.enforce()
    return application


def run(arguments: list[str]) -> int:
    """Open the editor on the photos, projects and folders named, or on none, until its window is closed. The exit
    status."""
    from engine.systems import LOOK_CONTROLS

    application = make_application(arguments)
    session = Session(LOOK_CONTROLS, make_engine)
    editor = Editor(application, session)
    editor.guard.install()
    editor.show_window()
    QTimer.singleShot(0, session.start)
    paths = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if paths:
        QTimer.singleShot(0, lambda: editor.open_named(paths))
    QTimer.singleShot(0, editor.offer_recovery)
    trouble = unreadable_settings()
    if trouble is not None:
        print(f"facewright: {trouble}", file=sys.stderr)
        QTimer.singleShot(0, lambda: session.noted.emit(trouble))
    status = application.exec()
    editor.close()
    return status


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
