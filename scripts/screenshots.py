"""Draw the README's pictures from the running editor: ``python scripts/screenshots.py [docs/pictures]``.

Needs no display. The editor gets settings of its own; the user's stay as they are.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer  # noqa: E402

from engine.base.errors import EngineError  # noqa: E402
from engine.base.jobs import Job, Progress  # noqa: E402
from engine.base.look import Look  # noqa: E402
from engine.base.text import Text  # noqa: E402
from engine.render.request import Quality  # noqa: E402
from engine.systems import LOOK_CONTROLS  # noqa: E402
from gui.application import Editor, make_application, make_engine  # noqa: E402
from gui.model.session import Session  # noqa: E402
from gui.window.main_window import MainWindow  # noqa: E402

SAMPLES = ROOT / "resources" / "samples"
WINDOW = QSize(1440, 900)
QUIET = 2500
"""Milliseconds without news from the engine after which everything is taken to be drawn."""

LIMIT = 120_000


def settle(session: Session) -> None:
    """Run the editor until nothing more comes from its engine."""
    loop, quiet, limit = QEventLoop(), QTimer(), QTimer()
    errors: list[EngineError] = []
    for timer, length in ((quiet, QUIET), (limit, LIMIT)):
        timer.setSingleShot(True)
        timer.setInterval(length)
        timer.timeout.connect(loop.quit)
        timer.start()

    def news(*_: object) -> None:
        quiet.start()

    def failed(error: EngineError) -> None:
        errors.append(error)
        loop.quit()

    thread = session.thread_
    signals = (thread.frame_ready, thread.job_started, thread.job_progress, thread.job_ended)
    for signal in signals:
        signal.connect(news)
    session.failed.connect(failed)
    loop.exec()
    for signal in signals:
        signal.disconnect(news)
    session.failed.disconnect(failed)
    if errors:
        raise errors[0]
    if not limit.isActive():
        raise EngineError(Text("the editor is still busy after two minutes"))


def turn_knobs(session: Session, window: MainWindow) -> bool:
    """A smile, lighter skin and a locked knob, on a face that is found first; False without a face generator here."""
    inversions = session.inversions
    if not inversions.possible:
        print("no picture of the attributes: no face generator is on this machine", file=sys.stderr)
        return False
    if inversions.face(0).inversion is None:
        inversions.find(0)
        settle(session)
    look = Look.of(LOOK_CONTROLS, {"attribute.smile": 1.8, "attribute.skin-light": 0.6, "lock.yaw": 1.0})
    session.document.set_look(look, "Attributes")
    for _ in range(10):  # a final picture by the generator may take longer than QUIET
        settle(session)
        frame = window.canvas.frame(0)
        if frame is not None and frame.quality is Quality.FINAL and frame.request.look == look:
            return True
    raise EngineError(Text("the attributes are not drawn after ten waits"))


def editor_pictures(out: Path) -> None:
    """The window with a portrait: expression, attributes and rig panels dark, expression panel light."""
    from engine.expression.presets import find_preset
    from gui.panels.rig import RigPanel

    application = make_application([])
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        session = Session(LOOK_CONTROLS, make_engine, Path(folder) / "recovery")
        editor = Editor(application, session)
        try:
            QSettings().setValue("theme", "dark")
            editor.show_window()
            session.start()
            session.open(SAMPLES / "neutral.jpg")
            settle(session)
            document = session.document
            document.set_look(find_preset("happy").look, "Happy")
            document.set_controls({"AU1": 3.0}, "Inner brow raiser")
            document.set_controls({"head.yaw": 6.0}, "Turn")
            for name, theme, tab in (("editor", "dark", "expression"), ("attributes-panel", "dark", "attributes"),
                                     ("rig", "dark", "rig"), ("editor-light", "light", "expression")):
                if QSettings().value("theme") != theme:
                    QSettings().setValue("theme", theme)
                    editor.show_window()  # a new window, some events later
                    settle(session)
                window = editor.window
                assert window is not None
                window.resize(WINDOW)
                window.tabs.setCurrentWidget(window.panel(tab))
                settle(session)
                if tab == "attributes" and not turn_knobs(session, window):
                    continue
                if tab == "rig":
                    rig = window.panel("rig")
                    assert isinstance(rig, RigPanel)
                    box = rig.schema_row.shape_box
                    box.setCurrentIndex(box.findData("male"))
                    box.activated.emit(box.currentIndex())
                    rig.actions_row.fit()
                    settle(session)
                if window.notice.isVisible():
                    raise EngineError(Text("the window shows trouble in {0}", name))
                window.grab().save(str(out / f"{name}.jpg"), quality=92)
                if tab == "attributes":
                    document.undo()
            document.undo_stack.setClean()
        finally:
            editor.close()


def expression_sheet(out: Path) -> None:
    """The portraits that come with the program, each in every shipped preset."""
    from contextlib import closing

    from engine.base.jobs import run
    from engine.base.opencv import cv2
    from engine.engine import Engine
    from engine.expression.presets import SHIPPED_ORDER, find_preset
    from engine.photo.contact_sheet import contact_sheet
    from engine.photo.writing import write_picture

    names = [name for name in SHIPPED_ORDER if name != "neutral"]
    looks = [Look(), *(find_preset(name).look for name in names)]
    rows = []

    def drawn(engine: Engine, path: Path) -> Job[None]:
        yield Progress(0, 1)
        photo = yield from engine.photos.open(path)
        pictures = []
        for look in looks:
            finished = yield from engine.pictures.finish(photo.id, {0: look})
            pictures.append(cv2.resize(finished.native, (224, 224), interpolation=cv2.INTER_AREA))
        rows.append((path.stem, pictures))

    with closing(Engine()) as engine:
        for path in (SAMPLES / "neutral.jpg", SAMPLES / "smile.jpg"):
            run(drawn(engine, path))
    write_picture(out / "expressions.jpg", contact_sheet(["the photo", *names], rows))


def main() -> int:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    out.mkdir(parents=True, exist_ok=True)
    try:
        expression_sheet(out)
        editor_pictures(out)
    except EngineError as error:
        print(error, file=sys.stderr)
        return 3
    for path in sorted(out.glob("*.jpg")):
        print(f"{path}: {path.stat().st_size / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
