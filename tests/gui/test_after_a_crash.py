"""After a crash: work is kept, offered at the next start whatever that opens, and never given up for nothing."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.base.opencv import cv2
from engine.project.project_file import read_project, write_project
from engine.project.recovery import abandoned
from gui.dialogs.recovery import RecoveryDialog
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY
from tests.gui.running import run_python


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    return path


def test_unsaved_work_survives_a_crash(qtbot: QtBot, tmp_path: Path, photo: Path) -> None:
    desk = Desk(qtbot, tmp_path, autosave=0.05)
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    folder = tmp_path / "recovery"
    qtbot.waitUntil(lambda: len(list(folder.glob("*.facewright"))) == 1)
    assert desk.session.abandoned() == ()  # it is ours, and we live
    copies = [path.read_bytes() for path in folder.glob("*.facewright")]
    desk.close()
    assert list(folder.iterdir()) == []  # it ended well, nothing stays
    (folder / "left.facewright").write_bytes(copies[0])  # what a crash would have left: a snapshot and no lock

    desk = Desk(qtbot, tmp_path)
    snapshots = desk.session.abandoned()
    assert len(snapshots) == 1
    with qtbot.waitSignal(desk.session.photo_opened):
        desk.session.recover(snapshots[0])
    document = desk.session.document
    assert dict(document.look(0)) == {"AU26": 5.0} and document.dirty and document.path is None
    assert document.name == photo.name
    qtbot.waitUntil(lambda: desk.session.abandoned() == ())
    desk.close()


def test_recovery_is_offered_once_and_later_keeps_it(desk: Desk, photo: Path, tmp_path: Path) -> None:
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    project = desk.session.document.project()
    (tmp_path / "recovery").mkdir(exist_ok=True)
    for name in ("one", "two"):
        write_project(tmp_path / "recovery" / f"{name}.facewright", project)
    desk.editor.offer_recovery()
    dialog = desk.window.findChild(RecoveryDialog)
    assert dialog is not None and dialog.list.count() == 2
    desk.qtbot.waitUntil(lambda: dialog.list.item(0).text().startswith("gray.png · kept on "))
    dialog.discard_button.click()
    assert dialog.list.count() == 1 and len(desk.session.abandoned()) == 1
    dialog.later_button.click()
    assert len(desk.session.abandoned()) == 1


def test_kept_work_that_is_damaged_is_told_and_stays(desk: Desk, photo: Path, tmp_path: Path) -> None:
    (tmp_path / "recovery").mkdir(exist_ok=True)
    damaged = tmp_path / "recovery" / "left.facewright"
    damaged.write_bytes(b"half a pro")
    desk.editor.offer_recovery()
    dialog = desk.window.findChild(RecoveryDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: dialog.list.item(0).text().endswith("cannot be read"))
    dialog.open_button.click()
    desk.qtbot.waitUntil(lambda: len(desk.errors) == 1)
    assert damaged.read_bytes() == b"half a pro"


@pytest.mark.parametrize("answer", ["later", "open"])
def test_kept_work_is_offered_also_when_a_file_is_named(tmp_path: Path, answer: str) -> None:
    """The editor as it is started with a file: the offer comes, the file opens, neither is lost."""
    code = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
import numpy as np
from engine.base.opencv import cv2
from engine.project.face_state import FaceState
from engine.project.project import EmbeddedPhoto, Project
from engine.project.project_file import write_project
from engine.project.recovery import recovery_folder
from gui import application
from gui.dialogs.recovery import RecoveryDialog
from tests.gui.fakes import FakeEngine
folder = Path({str(tmp_path)!r})
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
cv2.imwrite(str(folder / "named.png"), np.zeros((300, 400, 3), np.uint8))
cv2.imwrite(str(folder / "kept.png"), np.zeros((300, 400, 3), np.uint8))
recovery_folder().mkdir(parents=True)
work = Project(EmbeddedPhoto("kept.png", (folder / "kept.png").read_bytes()),
               (FaceState.of({{"look": {{"AU26": 5.0}}}}),))
write_project(recovery_folder() / "left.facewright", work)
application.make_engine = FakeEngine
Session = application.Session
def session(*arguments):
    made = Session(*arguments)
    def look():
        app = application.QApplication.instance()
        offers = [one for one in app.allWidgets() if isinstance(one, RecoveryDialog) and one.isVisible()]
        if made.document.name == "named.png" and offers:
            (offers[0].later_button if {answer!r} == "later" else offers[0].open_button).click()
            print("offered", flush=True)
        elif {answer!r} == "later" and made.document.name == "named.png" and made.abandoned():
            app.exit(0)
        elif {answer!r} == "open" and dict(made.document.look(0)) == {{"AU26": 5.0}} and not made.abandoned():
            print(len(list(recovery_folder().glob("*.facewright"))), flush=True)
            app.exit(0)
    made.timer = QTimer(made)
    made.timer.timeout.connect(look)
    made.timer.start(20)
    return made
application.Session = session
sys.exit(application.run([str(folder / "named.png")]))
"""
    ended = run_python(code)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split()[0] == "offered"
    if answer == "open":
        assert ended.stdout.split()[1] == "1"  # kept again in a snapshot of this editor's own


def test_what_nobody_caught_is_saved_and_told_once(desk: Desk, photo: Path, tmp_path: Path,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    desk.open(photo)
    desk.session.document.set_controls({"AU26": 5.0}, "Jaw")
    try:
        raise KeyError("nobody thought of this")
    except KeyError as error:
        for _ in range(2):
            desk.editor.guard._exception(type(error), error, error.__traceback__)
    assert len(list((tmp_path / "recovery").glob("*.facewright"))) == 1
    assert len(desk.errors) == 1 and "nobody thought" in desk.errors[0].detail
    assert desk.window.notice.isVisible() and "KeyError" in capsys.readouterr().err


def test_an_interrupt_keeps_the_work_for_the_next_start(tmp_path: Path) -> None:
    """Ctrl+C or a logout while the loop runs: exit 130, and the snapshot is there without a living owner."""
    code = f"""
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from gui.application import Editor, make_application
from gui.model.session import Session
from engine.systems import LOOK_CONTROLS
from tests.gui.fakes import FakeEngine, make_original, make_photo
application = make_application([])
application.setOrganizationName("Facewright tests")
session = Session(LOOK_CONTROLS, FakeEngine, Path({str(tmp_path)!r}))
editor = Editor(application, session)
editor.guard.install()
editor.show_window()
session.start()
session.document.open_photo(make_photo(), make_original())
session.document.set_controls({{"AU26": 5.0}}, "Jaw")
QTimer.singleShot(200, lambda: os.kill(os.getpid(), signal.SIGINT))
QTimer.singleShot(20000, lambda: application.exit(1))
status = application.exec()
editor.close()
sys.exit(status)
"""
    done = run_python(code)
    assert done.returncode == 130, done.stderr
    left = abandoned(tmp_path)
    assert len(left) == 1 and dict(read_project(left[0].path).faces[0].look) == {"AU26": 5.0}
