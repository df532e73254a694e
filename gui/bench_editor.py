"""``python -m gui.bench_editor [PHOTO]``: the editor in a process of its own, timed, for ``facewright bench``.

Opens the real window (with settings of its own, so that the user's stay as they are), notes when it is first painted,
and with a photo opens it and drags sliders. Prints one JSON object:

    painted_at   seconds since the epoch when the window was first on the screen
    open_ms      from asking for the photo until the canvas has painted a first dragged frame
    drag_ms      list: from each move of a slider until the canvas has painted that very look
    side         pixels of the square patch drawn for those moves
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.text import Text
from engine.project.face_state import LOOK
from engine.render.request import Frame
from gui.application import Editor, make_application, make_engine
from gui.model.session import Session

TIMEOUT = 60_000
DRAGGED = ("AU12", "AU26", "AU1", "head.yaw", "blink")
STEPS = 12


class Painted(QObject):
    """Calls back after each paint of a widget has gone through."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._call)
        return False


class Stopwatch(QObject):
    """Opens a photo and drags its sliders in a running editor, each move waiting for its pixels."""

    def __init__(self, editor: Editor, table: ControlTable) -> None:
        super().__init__(editor)
        self._editor, self._table = editor, table
        self._shown: Frame | None = None
        self.side = 0
        self._loop = QEventLoop(self)
        self._until: Callable[[], bool] = lambda: True
        self._error: EngineError | None = None
        assert editor.window is not None
        self._canvas = editor.window.canvas
        editor.session.failed.connect(self._failed)
        Painted(self._canvas, self._painted)

    def open(self, path: Path) -> float:
        """Milliseconds from asking for the photo to the first dragged frame on the canvas."""
        started = time.perf_counter()
        self._editor.session.open(path)
        self._wait(lambda: self._editor.session.document.photo is not None)
        self._drag("AU12", 1.0)
        return 1000 * (time.perf_counter() - started)

    def drag(self) -> list[float]:
        """Milliseconds of each of many small moves."""
        document = self._editor.session.document
        times: list[float] = []
        for name in DRAGGED:
            top = self._table[self._table.ids(name)[0]].maximum
            document.begin_gesture(name)
            times += [self._drag(name, top * step / STEPS) for step in range(1, STEPS + 1)]
            assert self._shown is not None
            self.side = self._shown.request.size
            document.drag(LOOK, {name: top / 4})
            document.end_gesture()
        return times

    def _drag(self, name: str, value: float) -> float:
        document = self._editor.session.document
        started = time.perf_counter()
        document.drag(LOOK, {name: value})
        self._wait(lambda: self._shown is not None and self._shown.request.look == document.look())
        return 1000 * (time.perf_counter() - started)

    def _painted(self) -> None:
        self._shown = self._canvas.frame(self._editor.session.document.selected)
        if self._until():
            self._loop.quit()

    def _failed(self, error: EngineError) -> None:
        self._error = error
        self._loop.quit()

    def _wait(self, until: Callable[[], bool]) -> None:
        self._until = until
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._loop.quit)
        timer.start(TIMEOUT)
        self._loop.exec()
        timer.stop()
        if self._error is not None:
            raise self._error
        if not until():
            raise EngineError(Text("the editor did not draw within a minute"))


def measure(photo: Path | None) -> dict[str, Any]:
    """Open the editor, measure, close it."""
    from engine.systems import LOOK_CONTROLS

    application = make_application([])
    with tempfile.TemporaryDirectory(prefix="facewright-bench-") as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        session = Session(LOOK_CONTROLS, make_engine, Path(folder) / "recovery")
        editor = Editor(application, session)
        result: dict[str, Any] = {}
        loop = QEventLoop()
        editor.show_window()
        assert editor.window is not None

        def painted() -> None:
            result.setdefault("painted_at", time.time())
            loop.quit()

        Painted(editor.window, painted)
        session.start()
        loop.exec()
        try:
            if photo is not None:
                watch = Stopwatch(editor, LOOK_CONTROLS)
                result["open_ms"] = watch.open(photo)
                result["drag_ms"] = watch.drag()
                result["side"] = watch.side
        finally:
            editor.close()
    return result


if __name__ == "__main__":
    try:
        print(json.dumps(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else None)))
    except EngineError as error:
        sys.exit(str(error))
