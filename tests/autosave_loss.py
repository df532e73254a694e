"""Kill the editor at random moments while it works, and tell how many seconds of work are lost.

    python -m tests.autosave_loss FOLDER [--runs 4] [--copies 4] [--only drag] [--seed 0]

The real window on the real engine, without a screen, in five situations: a slider held and moved all the time, steady
edits every 100 ms, and edits during a batch, an inversion, and the opening of large photos. Each run ends in a real
kill -9; before it, at random moments, copies of the recovery folder are taken, which hold what a kill at that moment
would have left. What is lost: from the edit that the newest readable snapshot holds (or the first edit, without one) to
the kill. Prints a line per moment, and the worst of each situation; exit status 1 when one lost more than 10 seconds.

The generator in which faces are looked for is a small one of tests/: real searches, again and again, by the real
search, of a network that every machine has.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer

from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.facade import EngineFacade
from engine.project.face_state import LOOK
from engine.project.project_file import read_project
from engine.project.recovery import abandoned
from gui.model.ask import Ask
from gui.model.lanes import Rank
from gui.model.session import Session

SITUATIONS = {"drag": 30, "edits": 100, "batch": 200, "inversion": 200, "opening": 200}
"""By name: milliseconds between two edits."""
ALLOWED = 10.0
SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
STEP = 1e-4
"""Between the values of two edits, so that a value tells its edit."""


class Artist(QObject):
    """Edits a photo in a running editor in one of SITUATIONS, and notes every edit in a file."""

    def __init__(self, session: Session, situation: str, folder: Path) -> None:
        super().__init__(session)
        self._session, self._situation, self._folder = session, situation, folder
        self._log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._edit)
        session.photo_opened.connect(self._opened)
        session.failed.connect(lambda error: self._say(failed=str(error)))

    def _say(self, **values: object) -> None:
        os.write(self._log, (json.dumps({"t": time.time(), **values}) + "\n").encode())

    def _opened(self) -> None:
        self._say(opened=True)
        if self._situation == "drag":
            self._session.document.begin_gesture("drag")
        self._timer.start(SITUATIONS[self._situation])
        self._busy()

    def _edit(self) -> None:
        self._count += 1
        value, document = round(self._count * STEP, 6), self._session.document
        if self._situation == "drag":
            document.drag(LOOK, {"AU12L": value})
        else:
            document.set_controls({"AU12L": value}, "Smile")
        self._say(value=value)

    def _busy(self) -> None:
        """What goes on beside the edits, again and again."""
        photo = self._session.document.photo
        assert photo is not None
        if self._situation == "batch":
            self._again(lambda engine: _batch(engine, self._folder))
        elif self._situation == "inversion":
            self._again(lambda engine: engine.attributes.invert(photo.id, 0, "full"))
        elif self._situation == "opening":
            self._session.may_replace = self._stay
            self._open()

    def _again(self, make: Callable[[EngineFacade], Job[object]]) -> None:
        Ask(self, self._situation, make, Rank.NORMAL).progress(lambda step: self._say(worked=step.message)) \
            .ended(lambda: QTimer.singleShot(0, self, lambda: self._again(make))).start(self._session.thread_)

    def _stay(self, _: Callable[[], object]) -> bool:
        """What was opened is not wanted after all, for the photo was edited meanwhile; another try."""
        self._say(worked="opening")
        QTimer.singleShot(0, self, self._open)
        return False

    def _open(self) -> None:
        self._session.open(self._folder / "large.png")


def _batch(engine: EngineFacade, folder: Path) -> Job[object]:
    from engine.expression.presets import all_presets
    from engine.render.batch import batch

    return batch(engine, sorted(SAMPLES.glob("*.jpg")), all_presets()[0], folder / "out",  # type: ignore[arg-type]
                 keep=lambda _: True)


def _engine(folder: Path) -> EngineFacade:
    from engine.engine import Engine
    from engine.generator.latent_faces import LatentFaces
    from tests.engine.generator.inversion.conftest import SmallNetworks

    class Forgetful(LatentFaces):
        """Looks anew whenever it is asked: a search ends soon in so small a generator."""

        def known(self, photo: object, face: int) -> None:
            return None

    return Engine(latents=lambda shared: Forgetful(shared.zoo, lambda: shared.analyser,
                                                   SmallNetworks(), folder / "latents"))  # type: ignore[arg-type]


def editor(situation: str, folder: Path) -> int:
    """The editor with its artist, until it is killed."""
    from engine.systems import LOOK_CONTROLS
    from gui.application import Editor, make_application

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    application = make_application([])
    session = Session(LOOK_CONTROLS, lambda: _engine(folder))
    window = Editor(application, session)
    window.guard.install()
    window.show_window()
    session.start()
    artist = Artist(session, situation, folder)
    artist.setObjectName("artist")
    QTimer.singleShot(0, lambda: session.open(SAMPLES / "neutral.jpg"))
    return application.exec()


def lost(recovery: Path, edits: list[tuple[float, float]], moment: float) -> float:
    """Seconds of work that a kill at this moment cost. edits: when, and the value that was set."""
    first = edits[0][0]
    for snapshot in abandoned(recovery):
        try:
            kept = read_project(snapshot.path).faces[0].look.get("AU12L", 0.0)
        except EngineError:
            continue
        return moment - max((when for when, value in edits if value <= kept + STEP / 2), default=first)
    return moment - first


def run(situation: str, folder: Path, copies: int, chance: random.Random) -> list[tuple[str, float, float]]:
    """One editor's life: (kill or copy, seconds since the first edit, seconds lost) of every moment."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "settings").mkdir(parents=True)
    if situation == "opening":
        from engine.base.opencv import cv2

        picture = cv2.imread(str(SAMPLES / "neutral.jpg"))
        cv2.imwrite(str(folder / "large.png"), cv2.resize(picture, (6000, 6000)))
    models = os.environ.get("FACEWRIGHT_MODELS") or Path(os.environ["FACEWRIGHT_DATA"]) / "models"
    environment = {**os.environ, "FACEWRIGHT_DATA": str(folder / "data"), "FACEWRIGHT_MODELS": str(models)}
    with (folder / "output").open("w") as output:
        child = subprocess.Popen([sys.executable, "-m", "tests.autosave_loss", str(folder), "--editor", situation],
                                 env=environment, stdout=output, stderr=output)
    recovery, log = folder / "data" / "recovery", folder / "log"
    while not (log.exists() and '"value"' in log.read_text()):
        if child.poll() is not None:
            raise SystemExit(f"the editor ended by itself: see {folder / 'output'}")
        time.sleep(0.05)
    start = time.time()
    moments = sorted(chance.uniform(1.0, 30.0) for _ in range(copies + 1))
    taken: list[tuple[str, float, Path]] = []
    for number, after in enumerate(moments):
        time.sleep(max(0.0, start + after - time.time()))
        if number < copies:
            moment, copy = time.time(), folder / f"copy{number}"
            _copy(recovery, copy)
            taken.append(("copy", moment, copy))
        else:
            taken.append(("kill", time.time(), recovery))
            child.send_signal(signal.SIGKILL)
            child.wait()
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    edits = [(line["t"], line["value"]) for line in lines if "value" in line]
    return [(what, moment - edits[0][0], lost(place, [one for one in edits if one[0] <= moment], moment))
            for what, moment, place in taken]


def _copy(recovery: Path, copy: Path) -> None:
    """The folder as it is; a file written aside may be renamed while it is read."""
    copy.mkdir()
    for path in recovery.glob("*.facewright") if recovery.exists() else ():
        shutil.copy(path, copy)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--runs", type=int, default=4, help="editors killed in each situation")
    arguments.add_argument("--copies", type=int, default=4, help="moments looked at before each kill")
    arguments.add_argument("--only", choices=SITUATIONS)
    arguments.add_argument("--seed", type=int, default=0, help="of the moments: another one gives other moments")
    arguments.add_argument("--editor", choices=SITUATIONS, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.editor:
        return editor(given.editor, given.folder)
    worst, over, chance = 0.0, 0, random.Random(given.seed)
    for situation in [given.only] if given.only else SITUATIONS:
        moments = [moment for number in range(given.runs)
                   for moment in run(situation, given.folder.resolve() / f"{situation}-{number}", given.copies, chance)]
        for what, after, seconds in moments:
            print(f"{situation}: {what} {after:.1f} s after the first edit: {seconds:.1f} s lost", flush=True)
        here = max(seconds for _, _, seconds in moments)
        over += sum(seconds > ALLOWED for _, _, seconds in moments)
        worst = max(worst, here)
        print(f"{situation}: {len(moments)} moments, {given.runs} of them kills: {here:.1f} s lost at worst",
              flush=True)
    print(f"at worst {worst:.1f} s lost; {over} times more than {ALLOWED:.0f} s")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
