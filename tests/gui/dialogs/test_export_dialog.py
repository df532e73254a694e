"""The export dialog on a low screen, and when what it exports goes."""

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from engine.base.jobs import Job, Progress, single
from engine.base.text import Text
from engine.rig.values import RigValues
from gui.dialogs.export import ExportDialog
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from tests.gui.fakes import FakeEngine
from tests.gui.running import running

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Engine(FakeEngine):
    """Writes a rig's first file, and the others once it is let; until then it can be given up."""

    writes, begun, given_up = threading.Event(), 0, 0

    def export_rig(self, values: RigValues, paths: Mapping[str, Path], photo: str | None, face: int) -> Job[list[Text]]:
        Engine.begun += 1
        first, *others = paths.values()
        first.write_bytes(b"")
        try:
            yield Progress(0, 1, Text("writing"))
            while not Engine.writes.wait(0.001):
                yield Progress(0, 1, Text("writing"))
        except GeneratorExit:
            Engine.given_up += 1
            raise
        for path in others:
            path.write_bytes(b"")
        return []


@pytest.fixture
def thread(qtbot) -> Iterator[EngineThread]:  # noqa: ANN001
    Engine.begun, Engine.given_up = 0, 0
    Engine.writes.set()
    with running(qtbot, Engine) as made:
        yield made


@pytest.mark.parametrize("closes", ["the dialog", "the photo", "its window"])
def test_an_export_whose_dialog_photo_or_window_is_closed_is_given_up(
        qtbot, document: ProjectDocument, thread: EngineThread, tmp_path: Path, closes: str) -> None:  # noqa: ANN001
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ExportDialog(document, thread, window)
    dialog.show_page("rig")
    dialog.folder.setText(str(tmp_path))
    dialog.open()
    chosen = len(dialog.rig_paths())
    Engine.writes.clear()
    dialog.export()
    qtbot.waitUntil(lambda: Engine.begun == 1)
    if closes == "the dialog":
        dialog.reject()
    elif closes == "the photo":
        with qtbot.waitSignal(thread.failed) as failed:
            document.close()
        assert str(failed.args[0]).endswith("its photo was closed; files that were finished are kept")
    else:
        window.deleteLater()
    qtbot.waitUntil(lambda: Engine.given_up == 1)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert len([*tmp_path.iterdir()]) == 1 < chosen
    told: list[str] = []
    Ask(document, "next", lambda engine: single(lambda: "done")).then(told.append).start(thread)
    qtbot.waitUntil(lambda: told == ["done"])


def test_a_cancelled_export_keeps_the_files_that_were_finished_and_says_so(
        qtbot, document: ProjectDocument, thread: EngineThread, tmp_path: Path) -> None:  # noqa: ANN001
    dialog = ExportDialog(document, thread)
    qtbot.addWidget(dialog)
    dialog.show_page("rig")
    dialog.folder.setText(str(tmp_path))
    Engine.writes.clear()
    dialog.export()
    qtbot.waitUntil(lambda: Engine.begun == 1)
    dialog.job.cancel.click()
    qtbot.waitUntil(lambda: not dialog.job.busy)
    assert dialog.report.text() == "Cancelled; files that were finished are kept." and [*tmp_path.iterdir()]


def test_the_rig_page_fits_on_a_low_screen_and_scrolls_on_a_lower_one(
        qtbot, document: ProjectDocument, thread: EngineThread) -> None:  # noqa: ANN001
    export = ExportDialog(document, thread)
    qtbot.addWidget(export)
    export.show()
    export.show_page("rig")
    assert export.sizeHint().height() <= 512 - 40 and export.sizeHint().width() <= 910
    export.say("\n".join(f"✓ file {number}" for number in range(8)), "good")
    export.resize(export.width(), 420)
    page = export.tabs.currentWidget()
    assert export.height() == 420 and page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0
