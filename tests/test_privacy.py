"""Nothing is written outside our folders and nothing is sent: the program in an empty home, as on no build machine."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.models.store import ModelStore

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = str(ROOT / "resources" / "samples" / "neutral.jpg")
OURS = (".config/Facewright", ".cache/facewright", ".local/share/facewright")
BUILD_MACHINES = ("CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TRAVIS", "BUILD_BUILDID")
"""Variables by which libraries know a build machine, and behave there."""

COMMANDS = {
    "edit": ["edit", SAMPLE, "--preset", "happy", "-o", "edited.png"],
    "batch": ["batch", SAMPLE, "--preset", "happy", "-o", "batch"],
    "measure": ["measure", SAMPLE, "--json"],
    "presets": ["presets", "--controls"],
    "rig fit": ["rig", "fit", SAMPLE, "-o", "fitted.bytes"],
    "rig random": ["rig", "random", "-o", "random.bytes"],
    "rig render": ["rig", "render", "face.bytes", "-o", "head.png"],
    "rig export": ["rig", "export", "face.bytes", "-o", "head.glb"],
    "rig convert": ["rig", "convert", "face.bytes", "face.json"],
    "models": ["models", "list"],
    "doctor": ["doctor"],
    "version": ["--version"],
}
EDITOR = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QFileDialog
from engine.project.face_state import LOOK
from engine.systems import LOOK_CONTROLS
from gui.application import Editor, make_application, make_engine
from gui.model.session import Session

def wait(until):
    loop, timer, patience = QEventLoop(), QTimer(), QTimer(singleShot=True)
    timer.timeout.connect(lambda: until() and loop.quit())
    patience.timeout.connect(loop.quit)
    timer.start(20)
    patience.start(120_000)
    loop.exec()
    assert until()

application = make_application([])
session = Session(LOOK_CONTROLS, make_engine)
editor = Editor(application, session)
editor.guard.install()
editor.show_window()
session.start()
wait(lambda: session.thread_.ready)
session.open(Path(sys.argv[1]))
wait(lambda: session.document.photo is not None)
document = session.document
document.begin_gesture("AU12")
document.drag(LOOK, {"AU12": 3.0})
document.end_gesture()
def drawn():
    frame = editor.window.canvas.frame(document.selected)
    return frame is not None and frame.request.look == document.look()
wait(drawn)
dialog = QFileDialog(editor.window)
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.open()
dialog.selectFile(sys.argv[1])
dialog.reject()
dialog.setParent(None)
del dialog
saved = []
session.saved.connect(saved.append)
session.save(Path("project.facewright").absolute())
wait(lambda: saved)
editor.close()
print("closed")
"""


@dataclass(frozen=True)
class Left:
    """What one run did. appeared: files in its home and in its folder for temporary ones. elsewhere: files that it made
    in no folder of ours. reached: addresses beyond this machine that were spoken to. Both None where nobody could
    watch."""

    appeared: list[str]
    temporary: list[str]
    elsewhere: list[str] | None
    reached: list[str] | None


def run(folder: Path, models: Path, arguments: list[str]) -> Left:
    home, temporary, work, trace = (folder / name for name in ("home", "temporary", "work", "trace"))
    for one in (home, temporary, work):
        one.mkdir()
    shutil.copy(ROOT / "tests" / "data" / "facenn" / "3-7.bytes", work / "face.bytes")
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("XDG_", "ORT_", "HF_", "MPL", "MESA_", "FACEWRIGHT_", "QT_"))
                   and name not in BUILD_MACHINES}
    environment |= {"HOME": str(home), "TMPDIR": str(temporary), "FACEWRIGHT_MODELS": str(models),
                    "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    watched = shutil.which("strace") is not None and subprocess.run(
        ["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
    watching = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(trace), "-e",
                "trace=open,openat,creat,mkdir,mkdirat,connect,sendto,sendmsg,sendmmsg"] if watched else []
    done = subprocess.run([*watching, sys.executable, *arguments], cwd=work, env=environment, capture_output=True,
                          text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    appeared = sorted(str(path.relative_to(home)) for path in home.rglob("*") if not path.is_dir())
    kept = sorted(path.name for path in temporary.iterdir())
    if not watched:
        return Left(appeared, kept, None, None)
    lines = whole_lines(trace.read_text(encoding="utf-8", errors="replace"))
    made = {match[1] for line in lines if " = -1 " not in line and ("O_CREAT" in line or "mkdir" in line)
            and (match := re.search(r'"(/[^"]*)"', line))}
    allowed = (*(f"{home}/{one}" for one in OURS), f"{temporary}/", f"{work}/", "/dev/")
    parents = {str(parent) for one in OURS for parent in (home / one).parents}
    return Left(appeared, kept, sorted(path for path in made if not path.startswith(allowed) and path not in parents),
                [line for line in lines if "AF_INET" in line])


def whole_lines(trace: str) -> list[str]:
    """A trace's lines, those put together again that another process's came between."""
    begun: dict[str, str] = {}
    lines = []
    for line in trace.splitlines():
        process = line.split(maxsplit=1)[0]
        if line.endswith("<unfinished ...>"):
            begun[process] = line.removesuffix("<unfinished ...>")
        else:
            lines.append(begun.pop(process, "") + line)
    return lines + list(begun.values())


def test_a_trace_is_put_together() -> None:
    assert whole_lines('1 mkdir("/a" <unfinished ...>\n2 x() = 0\n1 <... mkdir resumed>) = -1 EEXIST') == [
        "2 x() = 0", '1 mkdir("/a" 1 <... mkdir resumed>) = -1 EEXIST']


@pytest.fixture(scope="module")
def runs() -> dict[str, Left]:
    return {}


@pytest.fixture(params=["editor", *COMMANDS])
def left(request: pytest.FixtureRequest, runs: dict[str, Left], tmp_path: Path, model_store: ModelStore) -> Left:
    name = request.param
    if name not in runs:
        arguments = ["-c", EDITOR, SAMPLE] if name == "editor" else [str(ROOT / "main.py"), *COMMANDS[name]]
        runs[name] = run(tmp_path, model_store.folder, arguments)
    return runs[name]


def test_what_appears_in_an_empty_home_is_ours(left: Left) -> None:
    assert [path for path in left.appeared if not path.startswith(tuple(f"{one}/" for one in OURS))] == []
    assert left.temporary == []
    if left.elsewhere is not None:  # some libraries ask the system where home is, whatever HOME says
        assert left.elsewhere == []


def test_nobody_is_spoken_to(left: Left) -> None:
    """Seen from outside the process, so that it holds for C libraries too: not even a name is looked up."""
    if left.reached is None:
        pytest.skip("strace is not here or may not be used: nobody sees what C libraries connect to")
    assert left.reached == []
