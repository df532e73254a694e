"""The editor under a restless hand: how long the window's thread is ever busy at one stretch, and whether memory grows.

    python scripts/soak.py                           15 minutes, without a screen unless there is one
    python scripts/soak.py --minutes 2 --seed 7      a short one, another hand
    python scripts/soak.py --only theme,language     one kind of act, or some: to find which of them costs what
    python scripts/soak.py --json soak.json          the figures as a file

The hand moves sliders, clicks, types, turns wheels, opens, saves, undoes, changes panels, faces, theme, language and
size of the window, at random and with real events. Time is the CPU time of the window's thread from the beginning of
one event's delivery to its end (`time.thread_time`): what others take of a shared machine is not counted, events
delivered by a loop within (an open dialog's) count for themselves.

Memory goes up and down with what happens to be open and looked for, so it is compared where it means the same: once a
minute the photo is closed and the hand rests for `REST` seconds, until the engine has nothing to do and has given back
what was free (2 s after its last job). Those are the low points. Nothing else is done for them: what only a collection
of everything would find, after minutes of rest, still counts. Exit status 1 when a stretch was longer than `LONGEST` or
the low points of the second half grew by more than `GROWTH` a minute.
"""

import argparse
import collections
import json
import os
import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (  # noqa: E402
    QEvent,
    QMessageLogContext,
    QObject,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QWheelEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QApplication,
    QDialog,
    QMessageBox,
    QWidget,
)

from engine.systems import LOOK_CONTROLS  # noqa: E402
from gui.application import Editor, make_application, make_engine  # noqa: E402
from gui.dialogs.engine_status import process_memory  # noqa: E402
from gui.model.session import Session  # noqa: E402
from gui.window.main_window import MainWindow  # noqa: E402

LONGEST = 0.2
"""Seconds of CPU that the window's thread may be busy at one stretch."""
GROWTH = 4.0
"""MB a minute that low points may grow in the second half; a leak of one photo or window each time shows as more."""
ROUND = 1.0
"""Minutes of work between two rests."""
REST = 6.0
"""Seconds that the hand rests at least."""
_NEVER = ("get", "remove", "agree", "import", "delete", "system report")
"""Buttons that fetch, remove, or ask the desktop for a file."""
_KEYS = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_PageUp,
         Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_5, Qt.Key.Key_Minus]


class Stretches:
    """The CPU time of each event's delivery on the window's thread, and where the long ones were."""

    def __init__(self) -> None:
        self.long: list[tuple[float, str, str, str]] = []
        self.act = "start"
        self._open: list[list[float]] = []  # by event loop: its level, when it began, what was spent further in
        self._began = 0.0
        self._where = ""
        self._main = threading.main_thread().ident or 0
        self._done = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def deliver(self, receiver: QObject, event: QEvent, call: Callable[[], bool]) -> bool:
        level = QThread.currentThread().loopLevel()
        if self._open and self._open[-1][0] >= level:  # a part of what is being delivered
            return call()
        name, kind = type(receiver).__name__, event.type()
        start = time.thread_time()
        self._open.append([level, start, 0.0])
        self._began, self._where = time.perf_counter(), ""
        try:
            return call()
        finally:
            _, _, inside = self._open.pop()
            whole = time.thread_time() - start
            if self._open:
                self._open[-1][2] += whole
            self._began = 0.0
            if whole - inside > LONGEST / 4:
                self.long.append((whole - inside, self.act, f"{name} {kind.name}", self._where))

    def stop(self) -> None:
        self._done.set()

    def _watch(self) -> None:
        """While a stretch lasts, see once where in our own code it is."""
        while not self._done.wait(0.02):
            if not self._began or self._where or time.perf_counter() - self._began < LONGEST / 2:
                continue
            frame, found = sys._current_frames().get(self._main), []
            while frame is not None:
                path = Path(frame.f_code.co_filename)
                if path.is_relative_to(ROOT) and path != Path(__file__):
                    found.append(f"{path.relative_to(ROOT)}:{frame.f_lineno}")
                frame = frame.f_back
            self._where = " < ".join(found[:4])


stretches = Stretches()


class WatchedApplication(QApplication):
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if threading.get_ident() != stretches._main:
            return super().notify(receiver, event)
        return stretches.deliver(receiver, event, lambda: super(WatchedApplication, self).notify(receiver, event))


class Hand:
    """Does something at random, again and again."""

    def __init__(self, editor: Editor, files: list[Path], folder: Path, seed: int, only: Sequence[str] = ()) -> None:
        self.editor, self.files, self.folder = editor, files, folder
        self.random = random.Random(seed)
        self.did: collections.Counter[str] = collections.Counter()
        self.acts: dict[Callable[[], None], float] = {
            self.slide: 30, self.click: 14, self.wheel: 6, self.key: 9, self.undo: 8, self.tab: 5, self.open: 2.5,
            self.close: 0.5, self.face: 3, self.save: 1, self.theme: 0.8, self.language: 0.8, self.resize: 2,
            self.dialog: 2, self.action: 7, self.canvas: 6}
        unknown = set(only) - {act.__name__ for act in self.acts}
        if unknown:
            raise SystemExit(f"no such act: {', '.join(sorted(unknown))}; there are "
                             f"{', '.join(act.__name__ for act in self.acts)}")
        self.acts = {act: weight for act, weight in self.acts.items() if not only or act.__name__ in only}

    @property
    def window(self) -> MainWindow:
        assert self.editor.window is not None
        return self.editor.window

    def act(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._do("popup", popup.close)
        elif modal is not None and self.random.random() < 0.4:
            self._do(f"leave {type(modal).__name__}", lambda: self._leave(modal))
        else:
            act = self.random.choices(list(self.acts), list(self.acts.values()))[0]
            self._do(act.__name__, act)

    def _do(self, name: str, act: Callable[[], object]) -> None:
        self.did[name] += 1
        stretches.act = name
        act()

    def put_down(self) -> bool:
        """Leave the dialog or menu in front; whether there was one."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif isinstance(modal, QDialog):
            modal.reject()
        return popup is not None or modal is not None

    def _leave(self, modal: QWidget) -> None:
        if isinstance(modal, QMessageBox):
            QTest.mouseClick(self.random.choice(modal.buttons()), Qt.MouseButton.LeftButton)
        elif isinstance(modal, QDialog):
            modal.reject()

    def _seen(self, kind: type[QWidget], *names: str) -> list[QWidget]:
        top = QApplication.activeModalWidget() or self.window
        return [one for one in top.findChildren(kind) if one.isVisible() and one.isEnabled()
                and (not names or type(one).__name__ in names)]

    def slide(self) -> None:
        found = self._seen(QWidget, "Slider", "Knob", "HeadViewport")
        if not found:
            return
        one = self.random.choice(found)
        stretches.act = f"slide {type(one).__name__}"
        width, height = max(2, one.width()), max(2, one.height())
        QTest.mousePress(one, Qt.MouseButton.LeftButton, pos=QPoint(self.random.randrange(width), height // 2))
        for _ in range(self.random.randint(1, 12)):
            QTest.mouseMove(one, QPoint(self.random.randrange(width), self.random.randrange(height)))
        if self.random.random() < 0.1:
            QTest.keyClick(one, Qt.Key.Key_Escape)
        QTest.mouseRelease(one, Qt.MouseButton.LeftButton, pos=QPoint(self.random.randrange(width), height // 2))

    def click(self) -> None:
        found = [one for one in self._seen(QAbstractButton) if isinstance(one, QAbstractButton)]
        named = [(one, (one.text() or one.accessibleName() or one.toolTip()).lower()) for one in found]
        allowed = [(one, text) for one, text in named if not any(word in text for word in _NEVER)
                   and "…" not in text and one.objectName() not in ("open", "export")]
        if allowed:
            one, text = self.random.choice(allowed)
            stretches.act = f"click {text[:30]}"
            QTest.mouseClick(one, Qt.MouseButton.LeftButton)

    def wheel(self) -> None:
        found = self._seen(QWidget)
        if found:
            one = self.random.choice(found)
            stretches.act = f"wheel {type(one).__name__}"
            centre = one.rect().center()
            QApplication.sendEvent(one, QWheelEvent(
                QPointF(centre), QPointF(one.mapToGlobal(centre)), QPoint(),
                QPoint(0, self.random.choice((-120, 120, 8, -8, 360))), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))

    def key(self) -> None:
        one, key = QApplication.focusWidget() or self.window, self.random.choice(_KEYS)
        stretches.act = f"key {key.name} on {type(one).__name__}"
        QTest.keyClick(one, key)

    def undo(self) -> None:
        document = self.editor.session.document
        self.random.choice((document.undo, document.undo, document.redo))()

    def tab(self) -> None:
        tabs = self.window.tabs
        if not tabs.count():  # the window is just giving way to another
            return
        place = self.random.randrange(tabs.count())
        stretches.act = f"tab {place}"
        QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(place).center())

    def open(self) -> None:
        if QApplication.activeModalWidget() is None:
            path = self.random.choice([*self.files, self.folder / "x.facewright"])
            stretches.act = f"open {path.name}"
            self.window.files.open(path)

    def close(self) -> None:
        if QApplication.activeModalWidget() is None:
            self.window.files.close_photo()

    def face(self) -> None:
        document = self.editor.session.document
        if document.face_count:
            document.select(self.random.randrange(document.face_count))

    def save(self) -> None:
        self.editor.session.save(self.folder / "x.facewright")

    def theme(self) -> None:
        self.window.theme_chosen.emit(self.random.choice(("light", "dark", "system")))

    def language(self) -> None:
        self.window.language_chosen.emit(self.random.choice(("en", "zh_CN", "zh_TW", "")))

    def resize(self) -> None:
        self.window.resize(self.random.randint(880, 1800), self.random.randint(500, 1200))

    def dialog(self) -> None:
        if QApplication.activeModalWidget() is None:
            self._trigger(self.random.choice(("export", "batch", "settings", "models", "engine", "about")))

    def action(self) -> None:
        self._trigger(self.random.choice(("copy look", "paste look", "reset look", "fit", "actual", "zoom in",
                                          "zoom out", "next face", "last face", "wipe", "history", "full screen")))

    def _trigger(self, name: str) -> None:
        stretches.act = f"action {name}"
        action = self.window.actions_[name]
        if action.isEnabled():
            action.trigger()

    def canvas(self) -> None:
        canvas = self.window.canvas
        if not canvas.isVisible():
            return
        def spot() -> QPoint:
            return QPoint(self.random.randrange(canvas.width()), self.random.randrange(canvas.height()))
        left = Qt.MouseButton.LeftButton
        if self.random.random() < 0.4:
            self.random.choice((QTest.mouseClick, QTest.mouseDClick))(canvas, left, pos=spot())
            return
        QTest.mousePress(canvas, left, pos=spot())
        for _ in range(5):
            QTest.mouseMove(canvas, spot())
        QTest.mouseRelease(canvas, left, pos=spot())


def photos(folder: Path) -> list[Path]:
    """Portraits, two faces, no face, a broken file, and a large picture."""
    import numpy as np

    from engine.base.opencv import cv2
    from engine.photo.picture import read_picture

    samples = sorted((ROOT / "resources" / "samples").glob("*.jpg"))
    made = [Path(shutil.copy(path, folder / path.name)) for path in samples]
    one = cv2.resize(read_picture(samples[0]).pixels, (512, 512))
    two = cv2.resize(read_picture(samples[-1]).pixels, (512, 512))
    for name, pixels in (("two.png", np.hstack([one, two])), ("no-face.png", np.full((300, 300, 3), 90, np.uint8)),
                         ("large.jpg", cv2.resize(one, (4000, 3000)))):
        cv2.imwrite(str(folder / name), cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
        made.append(folder / name)
    (folder / "broken.jpg").write_bytes(samples[0].read_bytes()[:3000])
    return [*made, folder / "broken.jpg"]


def slope(samples: list[tuple[float, float]]) -> float:
    """Of (minutes, MB): MB a minute, by least squares."""
    import numpy as np

    times, sizes = np.array(samples).T
    return float(np.polyfit(times, sizes, 1)[0]) if len(samples) > 2 else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description="The editor under a restless hand.")
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[], metavar="ACT,…")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        return soak(Path(name), options.minutes, options.seed, options.only, options.json)


def _quiet(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """What the offscreen platform and events sent to nobody say over and over is no finding."""
    if "plugin does not support" not in text and "not accepted by receiving widget" not in text:
        sys.stderr.write(f"{text}\n")


def soak(folder: Path, minutes: float, seed: int, only: Sequence[str], report: Path | None) -> int:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    application = make_application([], WatchedApplication)
    application.setQuitOnLastWindowClosed(False)
    qInstallMessageHandler(_quiet)
    session = Session(LOOK_CONTROLS, make_engine, folder / "recovery")
    editor = Editor(application, session)
    editor.show_window()
    session.start()
    files = photos(folder)
    hand, began = Hand(editor, files, folder, seed, only), time.monotonic()
    memory: list[tuple[float, float]] = []
    low: list[tuple[float, float]] = []
    rests_at = ROUND

    def passed() -> float:
        return (time.monotonic() - began) / 60

    def act() -> None:
        if passed() >= rests_at:
            lay_down()
            return
        QTimer.singleShot(hand.random.choice((20, 60, 120, 300)), application, act)
        hand.act()

    def lay_down() -> None:
        """Close what is open, and rest."""
        if hand.put_down():
            QTimer.singleShot(50, application, lay_down)
            return
        stretches.act = "rest"
        session.close_photo()
        rest(time.monotonic())

    def rest(since: float) -> None:
        nonlocal rests_at
        if session.thread_.busy or any(one.name.startswith("job") for one in threading.enumerate()):
            since = time.monotonic()  # a step that was under way when it was stopped, of a search a second or two
        if time.monotonic() - since < REST:
            QTimer.singleShot(250, application, lambda: rest(since))
            return
        low.append((passed(), process_memory() / 1e6))
        print(f"at rest after {low[-1][0]:5.1f} min: {low[-1][1]:5.0f} MB", flush=True)
        if passed() >= minutes:
            QTimer.singleShot(500, application, lambda: application.exit(0))  # `quit` would ask about unsaved work
            return
        rests_at = passed() + ROUND
        session.open(files[0])
        QTimer.singleShot(1000, application, act)

    sampler = QTimer()
    sampler.timeout.connect(lambda: memory.append((passed(), process_memory() / 1e6)))
    sampler.start(2000)
    QTimer.singleShot(0, application, lambda: session.open(files[0]))
    QTimer.singleShot(3000, application, act)
    application.exec()
    sampler.stop()
    stretches.stop()
    editor.close()
    return told(hand, memory, low, report)


def told(hand: Hand, memory: list[tuple[float, float]], low: list[tuple[float, float]], report: Path | None) -> int:
    """Print the figures. The exit status."""
    worst: dict[str, tuple[float, str, str]] = {}
    for seconds, act, event, where in stretches.long:
        if seconds > worst.get(act, (0.0, "", ""))[0]:
            worst[act] = (seconds, event, where)
    longest = max((seconds for seconds, *_ in stretches.long), default=0.0)
    growth = slope(low[len(low) // 2:])
    most = max(size for _, size in memory)
    print(f"{sum(hand.did.values())} acts; longest stretch {longest * 1000:.0f} ms of CPU; memory "
          f"{memory[0][1]:.0f} MB at first, {most:.0f} at most, {low[-1][1]:.0f} at rest at last, "
          f"{growth:+.1f} MB a minute of its low points in the second half")
    for act, (seconds, event, where) in sorted(worst.items(), key=lambda item: -item[1][0])[:15]:
        count = sum(one == act and spent > LONGEST for spent, one, *_ in stretches.long)
        print(f"{seconds * 1000:6.0f} ms  {act:34} {count:3} over; {event}  {where}")
    if report is not None:
        report.write_text(json.dumps({"acts": hand.did, "longest_ms": longest * 1000, "growth_mb_a_minute": growth,
                                      "memory_mb": memory, "low_mb": low, "stretches": stretches.long}, indent=1),
                          "utf-8")
    return int(longest > LONGEST or growth > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
