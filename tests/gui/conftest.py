"""Every test of the window runs without a screen, with settings of its own, and leaves nothing running behind."""

import os
import sys
import traceback
import weakref
from collections.abc import Iterator
from typing import Any

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QSettings, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from engine.expression.units import CONTROLS
from gui.model.document import ProjectDocument
from tests.gui.fakes import make_photo


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["facewright-tests"]


@pytest.fixture
def document() -> ProjectDocument:
    made = ProjectDocument(CONTROLS)
    made.open_photo(make_photo())
    return made


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch,
                 qapp: QApplication) -> Iterator[None]:
    """Settings, thumbnails and recovery files in a folder of this test's own; dark theme, English."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("FACEWRIGHT_DATA", str(folder / "data"))
    qapp.setOrganizationName("Facewright tests")
    qapp.setApplicationName("Facewright tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):  # in the other Qt's own dialogs remember
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))
    QSettings().clear()
    yield
    QSettings().sync()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Before pytest-qt closes the widgets that a test told it of."""
    forget_deleted(item)
    return (yield)


def forget_deleted(item: Any) -> None:
    """Of a dialog that is gone (it deletes itself when closed) a test that failed keeps the Python half, which its
    traceback holds. To close that raises, and all that was to end after it (windows, the engine's thread) would outlive
    the application, where the interpreter crashes."""
    item.qt_widgets = [(widget, before) for widget, before in getattr(item, "qt_widgets", [])
                       if widget() is None or isValid(widget())]


class _Watch:
    """Remembers where threads, timers and animations were started and widgets made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.started: list[tuple[weakref.ref, str]] = []
        for kind in (QThread, QTimer, QAbstractAnimation):
            self._wrap(monkeypatch, kind)

    def _wrap(self, monkeypatch: pytest.MonkeyPatch, kind: type) -> None:
        original = kind.start
        watch = self

        def start(self: object, *args: object, **keywords: object) -> object:
            where = "".join(traceback.format_stack(limit=6)[:-1])
            watch.started.append((weakref.ref(self), where))
            return original(self, *args, **keywords)

        monkeypatch.setattr(kind, "start", start)

    def running(self) -> list[str]:
        """What still runs, with the place where it was started."""
        found = []
        for reference, where in self.started:
            thing = reference()
            if thing is None:
                continue
            try:
                alive = thing.isRunning() if isinstance(thing, QThread) else \
                    thing.isActive() if isinstance(thing, QTimer) else \
                    thing.state() == QAbstractAnimation.State.Running
            except RuntimeError:  # its C++ half is gone
                continue
            if alive:
                found.append(f"{type(thing).__name__} still runs, started at\n{where}")
        return found


@pytest.fixture(autouse=True)
def nothing_left_behind(own_settings: None, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Fail a test after which a thread, pool, timer or animation runs on, or a top-level widget is still there."""
    watch = _Watch(monkeypatch)
    before = {id(widget): widget for widget in QApplication.topLevelWidgets()}
    yield
    _settle()
    left = watch.running()
    if not QThreadPool.globalInstance().waitForDone(1000):
        left.append("the global thread pool is still busy")
    for widget in QApplication.topLevelWidgets():
        if id(widget) not in before and not _belongs_to_qt(widget):
            left.append(f"top-level {type(widget).__module__}.{type(widget).__qualname__} "
                        f"{widget.objectName()!r} {widget.windowTitle()!r} is still there")
            widget.deleteLater()
    _settle()
    assert not left, "left behind:\n" + "\n".join(left)


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def _belongs_to_qt(widget: QWidget) -> bool:
    # Tool tips and the like are made and kept by Qt itself.
    return widget.metaObject().className() in ("QTipLabel", "QDesktopScreenWidget", "QComboBoxPrivateContainer")
