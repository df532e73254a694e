"""Tasks for tests; run as a script it is a child process that may do these and no others."""

import os
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from engine.base.errors import ModelMissing  # noqa: E402
from engine.base.jobs import Job, Progress  # noqa: E402
from engine.base.text import Text  # noqa: E402
from engine.process.training import Checkpoint, TrainingRun  # noqa: E402

COMMAND = [sys.executable, str(Path(__file__).resolve())]


def draw(side: int) -> Job[dict[str, Any]]:
    yield Progress(1, 2, Text("drawing {0}", Text("the {0} key", "smile")), np.full((side, side, 3), 200, np.uint8))
    yield Progress(2, 2, Text("drawn"))
    return {"drawn": [side, None, "ü"]}


def chatter() -> Job[str]:
    print("a library prints this")
    os.write(1, b"and another one goes below Python\n")
    yield Progress(0, 1)
    return "said nothing"


def refuse() -> Job[None]:
    yield Progress(0, 1)
    raise ModelMissing(Text("the model {0} is not here", "moon"), Text("get it"))


def stumble() -> Job[None]:
    yield Progress(0, 1)
    raise ZeroDivisionError("the moon")


def die() -> Job[None]:
    yield Progress(0, 1)
    print("last words", file=sys.stderr, flush=True)
    os._exit(7)


def go_on(folder: str) -> Job[None]:
    """Until somebody stops it; leaves a file of how it ended."""
    try:
        while True:
            yield Progress(os.getpid(), 0)
            time.sleep(0.01)
    finally:
        (Path(folder) / "closed").write_text("closed", encoding="utf-8")


def stand_still(folder: str) -> Job[None]:
    """A step that never ends, and a program of its own that never ends."""
    import subprocess

    helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (Path(folder) / "helper").write_text(str(helper.pid), encoding="utf-8")
    yield Progress(os.getpid(), 0)
    time.sleep(600)


def not_json() -> Job[object]:
    yield Progress(0, 1)
    return object()


def parent(folder: str) -> Job[None]:
    """A child of a child, for tests of what becomes of it when its parent is killed."""
    from engine.process.child import run_child

    yield from run_child("toys:stand_still", {"folder": folder}, COMMAND)


def leave_behind(folder: str) -> Job[None]:
    """Starts a program that never ends and stops at once when it is not wanted any more."""
    import subprocess

    helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (Path(folder) / "helper").write_text(str(helper.pid), encoding="utf-8")
    while True:
        yield Progress(os.getpid(), 0)
        time.sleep(0.01)


def parent_of_one_that_stops(folder: str) -> Job[None]:
    """A child of a child that stops where it likes."""
    from engine.process.child import run_child

    yield from run_child("toys:leave_behind", {"folder": folder}, COMMAND)


def program(folder: str) -> Job[None]:
    """Runs a program that notes itself and never ends."""
    from engine.process.program import run_program

    noting = ("import os, pathlib, time; pathlib.Path('note').write_text(str(os.getpid())); "
              "os.rename('note', 'noted'); time.sleep(600)")
    yield Progress(os.getpid(), 0)
    yield from run_program([sys.executable, "-c", noting], lambda line: Progress(os.getpid(), 0), {}, Path(folder))


class Adder:
    """Learns the sum of the numbers of its steps; notes each step in a file."""

    def __init__(self, notes: Path, pause: float = 0.0) -> None:
        self.total, self.notes, self.pause = np.zeros(1), notes, pause

    def begin(self) -> Job[None]:
        yield from ()

    def resume(self, checkpoint: Checkpoint) -> None:
        self.total = np.array(checkpoint.arrays["total"])
        assert checkpoint.facts == {"word": "ü"}

    def step(self, number: int) -> Progress:
        self.total += number
        with self.notes.open("a", encoding="utf-8") as file:
            file.write(f"{number}\n")
        time.sleep(self.pause)
        return Progress(0, 0, Text("by {0}", os.getpid()))

    def state(self) -> tuple[dict[str, np.ndarray], dict[str, str]]:
        return {"total": self.total}, {"word": "ü"}


def train(folder: str, steps: int, every: int, pause: float) -> Job[int]:
    run = TrainingRun.begin(Path(folder), {"toy": True})
    return (yield from run.train(Adder(Path(folder) / "notes", pause), steps, every))


NAMES = ("draw", "chatter", "refuse", "stumble", "die", "go_on", "stand_still", "parent", "leave_behind",
         "parent_of_one_that_stops", "program", "not_json", "train")

if __name__ == "__main__":
    from engine.process import child_main

    child_main.PATIENCE = 0.2
    sys.exit(child_main.serve_task({f"toys:{name}" for name in NAMES}))
