"""An editor with its window, and hands to drag its sliders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.render.request import Quality
from engine.systems import LOOK_CONTROLS
from gui.application import Editor
from gui.controls.slider import Slider
from gui.model.session import Session
from gui.panels.attributes import AttributesPanel
from gui.panels.expression import ExpressionPanel
from gui.panels.rig import RigPanel
from gui.window.main_window import MainWindow
from tests.gui.fakes import FakeEngine
from tests.gui.test_canvas import pixels_of


class Desk:
    """An editor at work: its session, its engine, and the window of the moment."""

    def __init__(self, qtbot: QtBot, folder: Path, autosave: float | None = None,
                 make: Callable[[], Any] = FakeEngine, size: tuple[int, int] = (1100, 700)) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.engine: Any = None
        self._factory = make
        self.session = Session(LOOK_CONTROLS, self._make, folder / "recovery", autosave)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.editor = Editor(application, self.session)
        self.editor.show_window()
        self.window.resize(*size)
        self.errors: list[EngineError] = []
        self.session.failed.connect(self.errors.append)
        with qtbot.waitSignal(self.session.device_known, timeout=60_000):
            self.session.start()

    def _make(self) -> Any:
        self.engine = self._factory()
        return self.engine

    @property
    def window(self) -> MainWindow:
        assert self.editor.window is not None
        return self.editor.window

    @property
    def expression(self) -> ExpressionPanel:
        panel = self.window.panel("expression")
        assert isinstance(panel, ExpressionPanel)
        return panel

    @property
    def attributes(self) -> AttributesPanel:
        panel = self.window.panel("attributes")
        assert isinstance(panel, AttributesPanel)
        return panel

    @property
    def rig(self) -> RigPanel:
        panel = self.window.panel("rig")
        assert isinstance(panel, RigPanel)
        return panel

    @property
    def whole(self) -> np.ndarray:
        """(h, w, 3) uint8: the photo's own pixels as they are on the canvas at 100 %."""
        canvas = self.window.canvas
        canvas.actual_size()
        canvas.set_editing(True)
        grabbed = pixels_of(canvas.grab().toImage())
        target = canvas.view.target
        x, y = round(target.x()), round(target.y())
        return grabbed[y : y + round(target.height()), x : x + round(target.width())]

    @property
    def shown(self) -> np.ndarray:
        """The upper part of `whole` of a small photo: the label with the milliseconds lies below."""
        return self.whole[:250]

    def open(self, path: Path) -> None:
        with self.qtbot.waitSignal(self.session.photo_opened, timeout=60_000):
            self.window.files.open(path)
        self.window.canvas.actual_size()

    def rest(self) -> None:
        """Until everything asked for is drawn in final quality."""
        def drawn() -> bool:
            frame = self.window.canvas.frame(self.session.document.selected)
            face, preview = self.session.document.selected, self.session.preview
            return frame is not None and frame.quality is Quality.FINAL \
                and frame.request.look == self.session.document.look() \
                and (frame.patch is None or frame.request.size >= preview.side(face, preview.final_limit))
        self.qtbot.waitUntil(drawn, timeout=60_000)

    def close(self) -> None:
        self.editor.close()
        self.editor.deleteLater()
        self.session.deleteLater()


def slider_of(desk: Desk, name: str) -> Slider:
    return desk.expression.panel.row(name).slider()


def drag_slider(desk: Desk, name: str, by: int = 30) -> None:
    """Take hold of a slider's handle and move it with the mouse, some pixels at a time."""
    slider = slider_of(desk, name)
    start = QPoint(round(slider.x_of(slider.amount)), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 11):
        QTest.mouseMove(slider, start + QPoint(by * step // 10, 0))
        desk.qtbot.wait(2)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(by, 0))


def _held(paths: tuple[Path, ...]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def hold_over(desk: Desk, *paths: Path) -> bool:
    """Drag files over the window without letting go; whether it would take them."""
    data = _held(paths)  # the event does not keep it alive
    enter = QDragEnterEvent(QPoint(500, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window, enter)
    return enter.isAccepted()


def drop(desk: Desk, *paths: Path) -> None:
    """Drag files over the window, let go, and wait until one is open."""
    data = _held(paths)
    enter = QDragEnterEvent(QPoint(500, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    with desk.qtbot.waitSignal(desk.session.photo_opened, timeout=60_000):
        QApplication.sendEvent(desk.window, QDropEvent(QPointF(500, 300), Qt.DropAction.CopyAction, data,
                                                       Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    desk.window.canvas.actual_size()
