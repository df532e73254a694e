"""Training a rig's network from the window, by mouse: begun, stopped, gone on with; its curve is seen."""

import json
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.training import TrainingRun
from gui.dialogs import training
from gui.dialogs.training import TrainingDialog
from gui.model.engine_thread import EngineThread
from tests.gui.conftest import forget_deleted
from tests.gui.fakes import FakeEngine
from tests.gui.features.pointer import click

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "Mouse event at")


@pytest.fixture
def thread(qtbot: QtBot) -> Iterator[EngineThread]:
    QSettings().clear()
    made = EngineThread(FakeEngine)
    made.start()
    yield made
    made.stop()


class Trainer:
    """Trains nothing: it goes on for ever in the steps it is let, and keeps a curve."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Path, Path, int | None]] = []
        self.done, self.most, self.stopped = 0, 3, 0

    def __call__(self, network: str, database: Path, folder: Path, steps: int | None) -> Job[dict[str, Any]]:
        self.asked.append((network, database, folder, steps))
        if database.name == "broken":
            raise EngineError(Text("there is no database"))
        TrainingRun.begin(folder, {"network": network})
        try:
            while True:
                if self.done < self.most:
                    self.done += 1
                    curve = [[number, 1 / number, -1.0 if number < 2 else 2 / number]
                             for number in range(1, self.done + 1)]
                    (folder / "curve.json").write_text(json.dumps(curve), encoding="utf-8")
                    yield Progress(self.done, 5, Text("step {0} of {1}", self.done, 5),
                                   np.full((8, 16, 3), 90, np.uint8))
                if self.done >= 5:
                    return {"file": str(folder / "imitator_5_cpu.pth"), "steps": 5, "difference": 0.2}
                yield Progress(self.done, 5)
        except GeneratorExit:
            self.stopped += 1
            raise


def shown(qtbot: QtBot, thread: EngineThread, trainer: Trainer) -> TrainingDialog:
    dialog = TrainingDialog(thread, None, trainer)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_training_is_begun_stopped_and_gone_on_with(qtbot: QtBot, thread: EngineThread, tmp_path: Path) -> None:
    trainer = Trainer()
    dialog = shown(qtbot, thread, trainer)
    assert not dialog.start_button.isEnabled()
    dialog.database.setText(str(tmp_path / "database"))
    dialog.folder.setText(str(tmp_path / "run"))
    dialog.network.setCurrentIndex(dialog.network.findData("regressor"))
    dialog.steps.setValue(5)
    click(dialog.start_button)
    qtbot.waitUntil(lambda: len(dialog.curve.shown) == 3)
    assert trainer.asked == [("regressor", tmp_path / "database", tmp_path / "run", 5)]
    assert [*dialog.curve.held_out.getData()[0]] == [2, 3] and not dialog.picture.pixmap().isNull()
    assert not dialog.start_button.isEnabled() and not dialog.folder.isEnabled()
    click(dialog.job.cancel)
    qtbot.waitUntil(lambda: trainer.stopped == 1 and dialog.start_button.isEnabled())
    assert "kept" in dialog.report.text() and dialog.start_button.text() == "Go on"
    assert not dialog.network.isEnabled() and not dialog.steps.isEnabled()
    dialog.close()

    again = shown(qtbot, thread, trainer)  # where it was left, with what it was begun with
    assert again.network.currentData() == "regressor" and len(again.curve.shown) == 3
    trainer.most = 5
    click(again.start_button)
    qtbot.waitUntil(lambda: "imitator_5_cpu.pth" in again.report.text())
    assert len(again.curve.shown) == 5
    again.folder.setText(str(tmp_path / "another"))
    assert again.curve.shown == [] and again.start_button.text() == "Start", "another's curve is not this one's"


def test_a_dialog_that_is_gone_is_not_closed_again_by_a_test_that_failed(qtbot: QtBot, thread: EngineThread) -> None:
    gone, there = shown(qtbot, thread, Trainer()), shown(qtbot, thread, Trainer())
    gone.close()
    qtbot.waitUntil(lambda: not isValid(gone))
    item = SimpleNamespace(qt_widgets=[(weakref.ref(one), None) for one in (gone, there)])
    forget_deleted(item)
    assert [widget() for widget, _ in item.qt_widgets] == [there]


def test_what_cannot_be_read_is_told_in_the_dialog(qtbot: QtBot, thread: EngineThread, tmp_path: Path) -> None:
    dialog = shown(qtbot, thread, Trainer())
    dialog.database.setText(str(tmp_path / "broken"))
    dialog.folder.setText(str(tmp_path / "run"))
    click(dialog.start_button)
    qtbot.waitUntil(lambda: "no database" in dialog.report.text())
    assert dialog.start_button.isEnabled() and dialog.start_button.text() == "Start"


def test_a_folder_is_read_when_it_changes_and_not_for_other_keys(qtbot: QtBot, thread: EngineThread, tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    monkeypatch.setattr(training, "begun_in", lambda folder: (read.append(folder), "regressor")[1])
    dialog = shown(qtbot, thread, Trainer())
    dialog.folder.setText(str(tmp_path))
    assert read == [tmp_path] and dialog.start_button.text() == "Go on"
    qtbot.keyClicks(dialog.database, "abc")
    dialog.steps.setValue(7)
    assert read == [tmp_path] and dialog.start_button.isEnabled()
