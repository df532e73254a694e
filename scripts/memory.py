"""How much memory the editor takes, phase by phase: started, a photo open, expressions, attributes, a rig, all of it by
turns, the photo closed.

    python scripts/memory.py                              one of the bundled portraits, ten seconds of each
    python scripts/memory.py PHOTO --seconds 60 --json memory.json

The editor works offscreen (unless there is a screen) and with settings of its own; models are the user's. In each phase
a hand moves that kind of controls at random; then it rests, and the process's resident memory and what the engine says
it holds are told. The rest ends when no job is left, steps of stopped ones included, nothing is drawn, and what is free
went back to the system, which the engine does two seconds after its last job; networks stay that long with a photo open
(after three minutes they would go). Attributes are passed over, and that is said, where the generator is not installed.
"""

import argparse
import json
import os
import random
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

from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402

from engine.base.jobs import single  # noqa: E402
from engine.base.look import Look  # noqa: E402
from engine.facade import EngineStatus  # noqa: E402
from engine.systems import LOOK_CONTROLS, split  # noqa: E402
from gui.application import Editor, make_application, make_engine  # noqa: E402
from gui.dialogs.engine_status import process_memory  # noqa: E402
from gui.model.ask import Ask  # noqa: E402
from gui.model.session import Session  # noqa: E402
from gui.panels.rig import RigPanel  # noqa: E402

AT_REST = 1.0
"""Seconds for which the editor must have been at rest before its memory is read."""
LONGEST = 300.0
"""Seconds that a phase may wait for the engine."""


class Measurement:
    """An editor at work, and what it took after each phase."""

    def __init__(self, editor: Editor, seconds: float) -> None:
        self.editor, self.session, self.seconds = editor, editor.session, seconds
        self.phases: list[dict[str, object]] = []
        self.most = 0
        self._random = random.Random(1)

    def wait(self, seconds: float = 0.0, until: Callable[[], bool] = lambda: True) -> None:
        """Let the editor run for so long, and on until something is so."""
        loop, ends, last = QEventLoop(), time.monotonic() + seconds, time.monotonic() + seconds + LONGEST

        def look() -> None:
            self.most = max(self.most, process_memory())
            if (time.monotonic() >= ends and until()) or time.monotonic() > last:
                loop.quit()

        timer = QTimer(interval=50)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        timer.stop()

    def idle(self) -> bool:
        return not self.session.thread_.busy

    def rest(self) -> None:
        """Until nothing has worked for `AT_REST`, and memory was given back."""
        since = time.monotonic()

        def rested() -> bool:
            nonlocal since
            if not self.session.thread_.settled or any(one.name.startswith("job") for one in threading.enumerate()):
                since = time.monotonic()
            return time.monotonic() - since >= AT_REST

        self.wait(until=rested)

    def drag(self, controls: Sequence[str]) -> None:
        """Move controls, one gesture after the other, each of some steps."""
        ends = time.monotonic() + self.seconds
        while time.monotonic() < ends:
            control = LOOK_CONTROLS[self._random.choice(controls)]
            for _ in range(8):
                value = self._random.uniform(control.minimum, control.maximum)
                self.session.document.set_controls({control.id: value}, "drag")
                self.wait(0.1)
            self.wait(0.8)
        self.wait(until=self.idle)

    def rig(self) -> None:
        """Fit a rig to the face, then throw its dice, its head beside the photo."""
        window = self.editor.window
        assert window is not None
        window.show_panel("rig")
        panel = window.panel("rig")
        assert isinstance(panel, RigPanel)
        panel.actions_row.fit()
        self.wait(until=self.idle)
        ends = time.monotonic() + self.seconds
        while time.monotonic() < ends:
            panel.actions_row.randomise()
            self.wait(0.8)
        window.show_panel("expression")

    def tell(self, name: str) -> None:
        self.rest()
        said: list[EngineStatus] = []
        Ask(self.session, "status", lambda engine: single(engine.status)).then(said.append).start(self.session.thread_)
        self.wait(until=lambda: bool(said))
        now = process_memory()
        held = [f"{one.name} {one.host / 1e6:.0f}" for one in said[0].holdings] if said else []
        print(f"{name:24} {now / 1e6:6.0f} MB, at most {max(self.most, now) / 1e6:6.0f} until then; held: "
              f"{', '.join(held) or 'nothing'}", flush=True)
        self.phases.append({"phase": name, "memory_mb": now / 1e6, "most_mb": self.most / 1e6, "held_mb": held})


def measure(folder: Path, photo: Path, seconds: float) -> list[dict[str, object]]:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    application = make_application([])
    application.setQuitOnLastWindowClosed(False)
    session = Session(LOOK_CONTROLS, make_engine, folder / "recovery")
    editor = Editor(application, session)
    at = Measurement(editor, seconds)
    editor.show_window()
    session.start()
    at.wait(until=lambda: bool(session.device))
    at.tell("started")
    session.open(photo)
    at.wait(until=lambda: session.document.photo is not None)
    at.tell("photo open")
    attributes = [one.id for one in LOOK_CONTROLS if split(Look(((one.id, one.maximum),)))[1]]
    expressions = [one.id for one in LOOK_CONTROLS if one.id not in attributes]
    at.drag(expressions)
    at.tell("expressions")
    if session.inversions.lacking is None:
        session.inversions.find(0)
        at.wait(until=lambda: session.inversions.face(0).inversion is not None)
        at.tell("face found")
        at.drag(attributes)
        at.tell("attributes")
    else:
        print(f"no attributes here: {session.inversions.lacking.message}")
        attributes = []
    at.rig()
    at.tell("rig")
    at.drag(expressions + attributes)
    at.tell("by turns")
    session.close_photo()
    at.tell("photo closed")
    editor.close()
    return at.phases


def main() -> int:
    parser = argparse.ArgumentParser(description="The editor's memory, phase by phase.")
    parser.add_argument("photo", nargs="?", type=Path, default=ROOT / "resources" / "samples" / "neutral.jpg")
    parser.add_argument("--seconds", type=float, default=10.0, help="of work in each phase")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        phases = measure(Path(name), options.photo, options.seconds)
    if options.json is not None:
        options.json.write_text(json.dumps(phases, indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
