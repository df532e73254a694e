"""An engine's thread that runs, for the tests of what is on the window's side of it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.model.engine_thread import EngineThread
from tests.gui.fakes import FakeEngine
from tests.gui.running import running


@pytest.fixture
def thread(qtbot: QtBot) -> Iterator[EngineThread]:
    with running(qtbot, FakeEngine) as made:
        yield made
    made.deleteLater()
