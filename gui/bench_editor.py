"""``python -m gui.bench_editor [PHOTO]``: the editor in a process of its own, timed, for ``facewright bench``.

Opens the real window (with settings of its own, so that the user's stay as they are), notes when it is first painted,
and with a photo opens it and drags sliders. Prints one JSON object:

    painted_at   seconds since the epoch when the window was first on the screen
    open_ms      from asking for the photo until the canvas has painted a first dragged frame
    drag_ms      list: from each move of a slider until the canvas has painted that very look
    side         pixels of the square patch drawn for those moves
    gap_ms       list: between the paints of one new frame and the next, while the mouse drags a slider without a rest
    search_gap_ms  the same while the face is looked for in the generator; missing where there is no generator
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.text import Text
from engine.project.face_state import LOOK
from engine.render.request import Frame, Quality
from gui.application import Editor, make_application, make_engine
from gui.controls.slider import Slider
from gui.model.session import Session

TIMEOUT = 60_000
DRAGGED = ("AU12", "AU26", "AU1", "head.yaw", "blink")
STEPS = 12
HELD = "AU1"
HELD_SECONDS = 3.0
OVER_SECONDS = 0.3
"""In which a hand goes from one slider to the next."""
MOUSE_MS = 8
"""How often a mouse tells where it is: 125 times a second."""
STROKE = 90
"""Moves of the mouse from one end of the slider to the other: two thirds of a second."""


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
        self._frames: list[float] = []  # when each new frame was on the canvas, seconds
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
        """Milliseconds of each of many small moves. Between two sliders the hand lets go, and goes over to the next
        once what it left is there in full quality."""
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
            self._wait(self._rested)
            self._pass(OVER_SECONDS)
        return times

    def hold(self) -> list[float]:
        """Milliseconds between new frames on the canvas while the mouse goes to and fro on a slider, never resting."""
        assert self._editor.window is not None
        slider = next(one for one in self._editor.window.findChildren(Slider)
                      if one.control.id in self._table.ids(HELD))
        above: QWidget | None = slider
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(slider)
        moves = QTimer(self, interval=MOUSE_MS, timerType=Qt.TimerType.PreciseTimer)
        ends = slider.x_of(slider.control.default), slider.x_of(slider.control.maximum)
        middle = slider.height() / 2
        done = 0

        def send(kind: QEvent.Type, x: float, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
            at = QPointF(x, middle)
            QApplication.sendEvent(slider, QMouseEvent(kind, at, slider.mapToGlobal(at), button, held,
                                                       Qt.KeyboardModifier.NoModifier))

        def move() -> None:
            nonlocal done
            done += 1
            share = abs((done / STROKE + 1) % 2 - 1)
            send(QEvent.Type.MouseMove, ends[0] + share * (ends[1] - ends[0]), Qt.MouseButton.NoButton,
                 Qt.MouseButton.LeftButton)

        send(QEvent.Type.MouseButtonPress, ends[0], Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton)
        moves.timeout.connect(move)
        moves.start()
        self._frames.clear()
        self._pass(HELD_SECONDS)
        moves.stop()
        send(QEvent.Type.MouseButtonRelease, ends[0], Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
        return [1000 * (later - sooner) for sooner, later in pairwise(self._frames)]

    def hold_while_searching(self) -> list[float] | None:
        """`hold` while the face is looked for in the generator; None where there is none, or it was found too soon."""
        inversions = self._editor.session.inversions
        face = self._editor.session.document.selected
        inversions.known.connect(self._look)
        inversions.changed.connect(self._look)
        self._wait(lambda: inversions.looked)
        if not inversions.possible:
            return None
        inversions.find(face, "full")
        self._wait(lambda: inversions.face(face).done > 0 or not inversions.face(face).searching)
        gaps = self.hold()
        searching = inversions.face(face).searching
        inversions.cancel(face)
        return gaps if searching else None

    def _rested(self) -> bool:
        """The look as it is now, on the canvas in full quality."""
        shown = self._shown
        return shown is not None and shown.quality is Quality.FINAL \
            and shown.request.look == self._editor.session.document.look()

    def _drag(self, name: str, value: float) -> float:
        document = self._editor.session.document
        started = time.perf_counter()
        document.drag(LOOK, {name: value})
        self._wait(lambda: self._shown is not None and self._shown.request.look == document.look())
        return 1000 * (time.perf_counter() - started)

    def _painted(self) -> None:
        shown = self._canvas.frame(self._editor.session.document.selected)
        if shown is not self._shown:
            self._frames.append(time.perf_counter())
        self._shown = shown
        self._look()

    def _look(self, *_: object) -> None:
        if self._until():
            self._loop.quit()

    def _pass(self, seconds: float) -> None:
        """Let the window live for so long."""
        loop = QEventLoop(self)
        QTimer.singleShot(round(1000 * seconds), loop, loop.quit)
        loop.exec()

    def _failed(self, error: EngineError) -> None:
        self._error = error
        self._loop.quit()

    def _wait(self, until: Callable[[], bool]) -> None:
        if until():
            return
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
                result["gap_ms"] = watch.hold()
                while_searching = watch.hold_while_searching()
                if while_searching is not None:
                    result["search_gap_ms"] = while_searching
        finally:
            editor.close()
    return result


if __name__ == "__main__":
    try:
        print(json.dumps(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else None)))
    except EngineError as error:
        sys.exit(str(error))
