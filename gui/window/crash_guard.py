"""When something fails that nobody foresaw: save first, then say it once, and keep running if we can."""

import faulthandler
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, QSocketNotifier, QtMsgType, Signal, qInstallMessageHandler

from engine.base.errors import EngineError
from engine.base.paths import data_folder
from engine.base.text import Text

LOG = "crash.log"


class CrashGuard(QObject):
    """Catches what nobody caught: in slots, on threads, inside Qt.

    save: called at once, on the thread where it happened; must not raise.
    `failed` is told on the window's thread, and not again for the same failure. `interrupted`: the system or the
    terminal asks the program to end; the work is kept already.
    """

    failed = Signal(object)
    interrupted = Signal()

    def __init__(self, save: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._reported: set[str] = set()
        self._log: IO[str] | None = None
        self._notifier: QSocketNotifier | None = None

    def install(self) -> None:
        """Take over the interpreter's and Qt's last resorts."""
        with suppress(OSError):
            data_folder().mkdir(parents=True, exist_ok=True)
            log = data_folder() / LOG
            if log.exists() and log.stat().st_size:  # the last end was a crash: keep what it said
                log.replace(log.with_suffix(".last.log"))
            self._log = open(log, "w", encoding="utf-8")  # open while we live
            faulthandler.enable(self._log)
        sys.excepthook = self._exception
        threading.excepthook = lambda caught: self._exception(caught.exc_type, caught.exc_value, caught.exc_traceback)
        qInstallMessageHandler(self._qt_message)
        self._listen()

    def _listen(self) -> None:
        """Ctrl+C in the terminal, or a session that ends. Python only looks at signals between its own instructions,
        and Qt's loop runs none: so the signal writes into a socket that the loop does watch."""
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._interrupted)

    def _interrupted(self) -> None:
        with suppress(OSError):
            self._near.recv(64)
        self._save()
        self.interrupted.emit()

    def remove(self) -> None:
        """Give them back."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
            signal.set_wakeup_fd(self._before)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            self._near.close()
            self._far.close()
        if self._log is not None:
            self._log.close()
            self._log = None

    def _exception(self, kind: type[BaseException], error: BaseException | None,
                   trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        self._save()
        detail = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(detail)
        if detail not in self._reported:
            self._reported.add(detail)
            self.failed.emit(EngineError(Text("Something went wrong that should not have."),
                                         Text("Your work has been kept. Save it under a new name and start again."),
                                         detail))

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        sys.stderr.write(f"Qt: {text}\n")
        if kind == QtMsgType.QtFatalMsg:
            self._save()
