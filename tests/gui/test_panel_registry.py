"""A panel is declared once: its tab stands in the window, and what it says arrives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.text import Text
from gui.dialogs.export import ExportDialog
from gui.dialogs.models import ModelsDialog
from gui.model.session import Session
from gui.panels.panel import Panel
from gui.panels.registry import PANELS, PanelSpec
from tests.gui.desk import Desk


class ToyPanel(Panel):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setitem(PANELS, "toy", PanelSpec("toy", lambda: "Toy", ToyPanel))
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def test_a_panel_that_is_declared_has_a_tab(desk: Desk) -> None:
    tabs = desk.window.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["Expression", "Attributes", "Rig", "Toy"]
    toy = desk.window.panel("toy")
    assert isinstance(toy, ToyPanel) and toy.session is desk.session and tabs.widget(3) is toy


def test_what_it_says_arrives(desk: Desk) -> None:
    toy, window = desk.window.panel("toy"), desk.window
    toy.problem.emit(EngineError(Text("the toy is broken"), Text("take another")))
    assert window.notice.isVisible() and window.notice.text.text() == "The toy is broken"
    toy.export_requested.emit("rig")
    export = window.findChild(ExportDialog)
    assert export.isVisible() and export.tabs.tabText(export.tabs.currentIndex()) == "Rig"
    export.reject()
    toy.models_requested.emit("mobilestylegan")
    models = window.findChild(ModelsDialog)
    assert models.isVisible() and models.focusWidget() is models.rows["mobilestylegan"].get
    desk.qtbot.waitUntil(lambda: not desk.session.thread_.busy)
    models.reject()
