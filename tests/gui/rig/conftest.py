"""The rig panel, shown, with an engine that answers at once."""

from collections.abc import Iterator

import pytest

from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.panels.rig import RigPanel
from tests.gui.rig.rig_engine import Engine, rig_panel
from tests.gui.running import running


@pytest.fixture
def thread(qtbot) -> Iterator[EngineThread]:  # noqa: ANN001
    Engine.drawn, Engine.fails, Engine.notes, Engine.tells = [], False, (), True
    Engine.gate2.set()
    Engine.fitting.set()
    with running(qtbot, Engine) as made:
        yield made
        Engine.gate2.set()


@pytest.fixture
def panel(qtbot, document: ProjectDocument, thread: EngineThread) -> RigPanel:  # noqa: ANN001
    made = rig_panel(document, thread)
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    made.rig.set_schema("face-nn")
    qtbot.waitUntil(lambda: made.stage.view.has_picture)
    qtbot.waitUntil(lambda: made.stage.resting)
    return made
