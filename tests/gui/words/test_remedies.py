"""A window speaks of windows: no command, flag or variable is in any sentence it can show; what helps is a button."""

import os
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError, ModelMissing
from engine.base.remedy import (
    Cure,
    Remedy,
    check_model,
    draw_otherwise,
    find_face,
    get_model,
    get_model_again,
    go_online,
    import_model,
    typed,
)
from engine.base.text import Text, verbatim
from engine.models.store import ModelStore
from engine.process.messages import Ending, ending_line, read_answer
from gui.controls.message import FailureBox
from gui.dialogs.models import ModelsDialog
from gui.dialogs.settings import SettingsDialog
from gui.model.settings import GRAPHICS, NETWORK
from gui.panels.registry import PANELS
from gui.words.device import device_name
from gui.words.engine_texts import sentence, shown, shown_error
from tests.gui.desk import Desk
from tests.gui.words.test_translations import script as script  # noqa: PLC0414 - a fixture

LEFT = Qt.MouseButton.LeftButton
CONSOLE = re.compile(r"`|\bfacewright [a-z]+ |FACEWRIGHT_[A-Z]|(?<![\w-])--[a-z]|\bpip install\b")
"""What only somebody at a command line can do something with."""
MADE = (get_model("toy"), get_model_again("toy"), check_model("toy"), import_model("`facewright models import`"),
        go_online("toy"), find_face(), draw_otherwise())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    for surrounding in (NETWORK, GRAPHICS):
        monkeypatch.setenv(surrounding.variable, "")  # and as it was again afterwards
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def test_no_sentence_of_the_window_is_for_a_command_line(script: ModuleType) -> None:
    found = [text for _, text in script.data_texts() if CONSOLE.search(text)]
    for source in ((Path(script.FOLDER) / f"facewright_{locale}.ts") for locale in script.LOCALES):
        found += [text for _, *texts, _ in script.messages(source) for text in texts if CONSOLE.search(text)]
    assert found == []


@pytest.mark.parametrize("remedy", MADE, ids=lambda remedy: str(remedy.cure) + remedy[:12])
def test_the_command_line_types_what_the_window_does(desk: Desk, remedy: Remedy) -> None:
    error = EngineError(Text("it is not here"), remedy)
    assert CONSOLE.search(str(error)) and str(error) == f"it is not here ({remedy})"
    words = shown_error(error)
    assert not CONSOLE.search(words) and words.count("\n") == 1
    desk.window.show_error(error)
    notice = desk.window.notice
    assert notice.remedy.isVisible() and notice.remedy.text() and notice.hint.text() == sentence(remedy)


def test_what_only_a_command_line_can_do_is_not_shown_in_the_window(desk: Desk) -> None:
    error = EngineError(Text("it is not here"), typed("try --elsewhere"))
    desk.window.show_error(error)
    notice = desk.window.notice
    assert str(error) == "it is not here (try --elsewhere)" and shown_error(error) == "It is not here"
    assert not notice.hint.isVisible() and not notice.remedy.isVisible()
    desk.window.show_error(EngineError(Text("x"), Text("try a smaller picture")))
    assert notice.hint.text() == "Try a smaller picture" and not notice.remedy.isVisible()


@pytest.mark.parametrize("remedy", [*MADE, Remedy("type {0}", Text("have {0} installed", verbatim("a {b}")))])
def test_a_remedy_goes_through_to_other_processes(remedy: Remedy) -> None:
    error = read_answer(ending_line(Ending(error=ModelMissing(Text("gone"), remedy)))).error
    assert isinstance(error, ModelMissing)
    for hint in (error.hint, pickle.loads(pickle.dumps(remedy))):
        assert isinstance(hint, Remedy) and hint == remedy and shown(hint) == shown(remedy)
        assert (hint.cure, hint.what) == (remedy.cure, remedy.what)


def test_a_missing_model_is_one_click_away(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing) as missing:
        ModelStore(tmp_path).path("dlib-identity", "dlib_face_recognition_resnet_model_v1.dat")
    desk.window.show_error(missing.value)
    assert desk.window.notice.remedy.text() == "Get the model…"
    QTest.mouseClick(desk.window.notice.remedy, LEFT)
    dialog = desk.window.findChild(ModelsDialog)
    assert dialog is not None and dialog.isVisible()
    row = dialog.rows["dlib-identity"]
    desk.qtbot.waitUntil(row.get.hasFocus)
    desk.qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    dialog.reject()


@pytest.mark.parametrize("name", PANELS)
def test_a_box_that_answers_a_panel_has_the_button_too(desk: Desk, name: str) -> None:
    desk.window.panel(name).refused.emit(ModelMissing(Text("the model {0} is not on this machine", "Toy"),
                                                      get_model("face-parsing")))
    box = QApplication.activeModalWidget()
    assert isinstance(box, FailureBox) and box.windowTitle() == PANELS[name].label()
    assert box.text() == "The model Toy is not on this machine"
    assert box.informativeText() == "It can be had under Models"
    assert box.remedy is not None and box.remedy.text() == "Get the model…"
    QTest.mouseClick(box.remedy, LEFT)
    dialog = desk.window.findChild(ModelsDialog)
    assert dialog is not None and dialog.isVisible()
    dialog.reject()
    desk.window.panel(name).refused.emit(EngineError(Text("the face is turned too far")))
    box = QApplication.activeModalWidget()
    assert isinstance(box, FailureBox) and box.remedy is None
    box.reject()


def test_downloads_are_allowed_by_a_switch(desk: Desk, tmp_path: Path) -> None:
    NETWORK.set("1")
    store = ModelStore(tmp_path)
    with pytest.raises(EngineError, match="unset FACEWRIGHT_OFFLINE") as refused:
        list(store.get("dlib-identity"))
    desk.window.show_error(refused.value)
    QTest.mouseClick(desk.window.notice.remedy, LEFT)
    dialog = desk.window.findChild(SettingsDialog)
    assert dialog is not None and not dialog.online.isChecked()
    dialog.online.click()
    assert store.offline  # nothing changes until OK
    dialog.accept()
    assert not store.offline and NETWORK.value() == "0" and QSettings().value(NETWORK.key) == "0"


def test_who_asks_for_a_model_may_allow_downloads_at_once(desk: Desk, tmp_path: Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    NETWORK.set("1")
    store, asked, got = ModelStore(tmp_path), list[str](), list[str]()
    monkeypatch.setattr(ModelsDialog, "_sure", lambda self, title, question: asked.append(question) or len(asked) > 1)
    monkeypatch.setattr(ModelsDialog, "_start", lambda self, title, *others: got.append(title))
    dialog = ModelsDialog(desk.session.thread_, desk.window, store)
    model = dialog.rows["face-landmarker"].model
    dialog.get(model)
    assert len(asked) == 1 and "switched off" in asked[0] and not got and store.offline
    dialog.get(model)
    assert got and not store.offline
    dialog.reject()


def test_a_choice_kept_is_in_force_at_the_next_start_unless_overruled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(GRAPHICS.variable, "")
    QSettings().setValue(GRAPHICS.key, "software")
    GRAPHICS.enforce()
    assert os.environ[GRAPHICS.variable] == "software" == GRAPHICS.value()
    monkeypatch.setenv(GRAPHICS.variable, "none")
    GRAPHICS.enforce()
    assert GRAPHICS.value() == "none"
    monkeypatch.setenv(GRAPHICS.variable, "")
    QSettings().setValue(GRAPHICS.key, "crayons")
    GRAPHICS.enforce()
    assert GRAPHICS.value() == "auto"
    with pytest.raises(ValueError, match="crayons"):
        GRAPHICS.set("crayons")


@pytest.mark.parametrize(("distance", "words"), [(0.23, "Looks like the photo"), (0.42, "Looks a little different"),
                                                 (0.71, "Looks like somebody else")])
def test_figures_of_likeness_stand_in_tool_tips_and_words_in_sight(desk: Desk, distance: float, words: str) -> None:
    bar = desk.window.viewer.bar
    bar.show_identity(distance)
    assert words in bar.identity.text() and f"{distance:.2f}" not in bar.identity.text()
    assert f"{distance:.2f}" in bar.identity.toolTip()


@pytest.mark.parametrize(("device", "words"), [
    ("llvmpipe (LLVM 15.0.6, 256 bits) (software)", "software, no graphics card"),
    ("CPU", "software, no graphics card"), ("NVIDIA GeForce RTX 4090/PCIe/SSE2", "GeForce RTX 4090"),
    ("AMD Radeon (navi33, LLVM 18)", "AMD Radeon"),
])
def test_a_device_is_called_by_words(device: str, words: str) -> None:
    assert device_name(device) == words


def test_every_cure_has_a_way(desk: Desk) -> None:
    for cure in Cure:
        offered = desk.window.notice._remedies.offer(EngineError(Text("x"), Remedy("y", Text("z"), cure)))
        assert (offered is None) == (cure is Cure.NOTHING)


def test_presets_say_what_they_set_in_words(desk: Desk) -> None:
    tips = [tile.toolTip() for tile in desk.expression.strip.tiles.values()]
    assert tips and not any(re.search(r"\bAU\d", tip) for tip in tips)
    assert any("Jaw drop +" in tip for tip in tips)


def test_what_overrules_for_one_run_is_not_kept_by_ok(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NETWORK.variable, "1")
    monkeypatch.setenv(GRAPHICS.variable, "software")
    dialog = SettingsDialog(desk.window)
    assert not dialog.online.isChecked()
    dialog.accept()
    assert QSettings().value(NETWORK.key) is None and QSettings().value(GRAPHICS.key) is None


def test_the_switch_is_off_whatever_switched_downloads_off(desk: Desk, tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NETWORK.variable, "yes")
    store = ModelStore(tmp_path)
    assert store.offline and NETWORK.value() == "1"
    NETWORK.set("0")
    assert not store.offline
