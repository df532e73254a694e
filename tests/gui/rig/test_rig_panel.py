"""The rig panel: its values, its files, and the head that follows."""

from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.expression.units import CONTROLS
from engine.project.face_state import rig_namespace
from engine.rig.face_values import ROLE
from engine.rig.files.bytes_file import write_bytes
from engine.rig.files.json_file import write_json
from engine.rig.schema import load_schema
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.rig_values import rig_values
from gui.panels.rig import RigPanel
from tests.gui.rig.rig_engine import Engine, idle, rig_panel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_slider_drives_the_document_as_one_step_and_the_head(panel: RigPanel, document: ProjectDocument,
                                                               qtbot) -> None:  # noqa: ANN001
    panel.panel.row("forehead.width").slider().apply(0.9)
    assert document.values(rig_namespace("face-nn")) == {"forehead.width": 0.9} and document.undo_stack.count() == 1
    idle(panel, qtbot)
    assert Engine.drawn[-1][0].values[0] == pytest.approx(0.9)
    document.undo()
    assert panel.panel.row("forehead.width").slider().amount == 0.5


def test_each_rig_keeps_its_own_values(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    panel.panel.row("forehead.width").slider().apply(0.9)
    panel.rig.set_schema("facewright-head")
    assert panel.schema_row.shape_box.isHidden() and panel.actions_row.mirror_button.isEnabled()
    assert panel.rig.settings() == {}
    panel.panel.row("macro-age").slider().apply(0.5)
    panel.rig.set_schema("face-nn")
    assert panel.rig.settings() == {"forehead.width": 0.9} and not panel.schema_row.shape_box.isHidden()
    assert document.values(rig_namespace("facewright-head")) == {"macro-age": 0.5}
    idle(panel, qtbot)


def test_one_brow_style_at_a_time(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    row, steps = panel.panel.row("Brow style"), document.undo_stack.count()
    box = row.slider().box
    assert [box.itemText(place) for place in range(box.count())] == ["Brow style 1", "Brow style 2", "Brow style 3"]
    for place in (1, 2):
        box.setCurrentIndex(place)
        assert panel.rig.values().values[96:] == tuple(float(number == place) for number in range(3))
    assert document.undo_stack.count() == steps + 2 and row.is_changed
    document.undo()
    assert box.currentIndex() == 1 and panel.rig.values().values[96:] == (0.0, 1.0, 0.0)
    panel.panel.reset_group("Brow paint")
    assert box.currentIndex() == 0 and not row.is_changed
    idle(panel, qtbot)


def test_randomise_respects_locks_and_mirror_swaps_sides(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    panel.panel.row("forehead.width").slider().apply(0.11)
    panel.panel.row("forehead.width").toggle_locked()
    panel.actions_row.randomise()
    assert document.values(rig_namespace("face-nn"))["forehead.width"] == pytest.approx(0.11)
    assert len(panel.rig.settings()) > 60
    panel.rig.set_schema("facewright-head")
    pair = next(control for control in panel.rig.schema.controls if control.mirror and control.pair)
    document.set_values(rig_namespace("facewright-head"), {pair.id: 0.5 * pair.maximum}, "one side")
    panel.actions_row.mirror()
    assert panel.rig.settings()[pair.mirror] == pytest.approx(0.5 * pair.maximum, abs=1e-6)
    assert panel.rig.settings().get(pair.id, 0.0) == 0.0
    idle(panel, qtbot)


@pytest.mark.parametrize("suffix", [".bytes", ".json"])
def test_a_file_is_imported_into_its_own_rig(panel: RigPanel, document: ProjectDocument, qtbot, tmp_path: Path,  # noqa: ANN001
                                             suffix: str) -> None:
    schema = load_schema("face-nn")
    values = schema.set(schema.defaults("male"), {"forehead.depth": 0.25})
    path = tmp_path / f"hero{suffix}"
    (write_bytes if suffix == ".bytes" else write_json)(path, values)
    panel.rig.set_schema("facewright-head")
    panel.actions_row.import_file(path)
    assert panel.rig.schema.name == "face-nn" and panel.rig.values().same_as(values)
    assert document.values(rig_namespace("face-nn"))[ROLE] == 3.0 and panel.schema_row.shape_box.currentData() == "male"
    idle(panel, qtbot)


def test_a_damaged_file_changes_nothing(panel: RigPanel, document: ProjectDocument, tmp_path: Path) -> None:
    told: list[EngineError] = []
    panel.refused.connect(told.append)
    for name in ("short.bytes", "bad.json", "missing.bytes"):
        if name != "missing.bytes":
            (tmp_path / name).write_bytes(b"\x03\x00")
        panel.actions_row.import_file(tmp_path / name)
    assert len(told) == 3 and document.undo_stack.count() == 0


def test_the_head_follows_the_live_look_when_asked(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    document.set_controls({"AU26": 5.0}, "open")
    idle(panel, qtbot)
    assert Engine.drawn[-1][1] == document.look()
    panel.stage.tools.buttons["expression"].click()
    idle(panel, qtbot)
    assert Engine.drawn[-1][1] is None
    count = len(Engine.drawn)
    document.set_controls({"AU26": 6.0}, "wider")
    idle(panel, qtbot)
    assert len(Engine.drawn) == count


def test_the_newest_head_wins(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    idle(panel, qtbot)
    Engine.gate2.clear()
    count = len(Engine.drawn)
    for value in (0.6, 0.7, 0.8, 0.9):
        panel.panel.row("forehead.width").slider().apply(value)
    Engine.gate2.set()
    idle(panel, qtbot)
    assert Engine.drawn[-1][0].values[0] == pytest.approx(0.9) and len(Engine.drawn) <= count + 2


def test_without_a_photo_the_default_head_is_shown(qtbot, thread: EngineThread) -> None:  # noqa: ANN001
    document = ProjectDocument(CONTROLS)
    panel = rig_panel(document, thread)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.stage.view.has_picture)
    assert not panel.actions_row.fit_button.isEnabled() and Engine.drawn[-1][1] is None
    assert rig_values(document, panel.rig.schema).same_as(panel.rig.schema.defaults())
    idle(panel, qtbot)
