"""Schemas of an artist's own in the rig panel."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from engine.base.errors import EngineError
from engine.project.face_state import FaceState, rig_namespace
from engine.project.project import EmbeddedPhoto, Part, Project
from engine.rig import schema as schemas
from engine.rig.files.bytes_file import write_bytes
from engine.rig.schema import learn_schema, schema_names
from engine.rig.schema_file import own_schema, template
from engine.rig.schema_parts import learn_parts, schema_parts
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.rig_fits import RigFits
from gui.model.shown_rig import ShownRig
from gui.panels.rig import RigPanel
from tests.engine.rig.conftest import forgotten
from tests.engine.rig.own_schemas import VALUES
from tests.gui.rig.rig_engine import Engine, idle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_schema_of_ones_own_is_loaded_and_known_again(panel: RigPanel, document: ProjectDocument, tmp_path: Path,
                                                        qtbot) -> None:  # noqa: ANN001
    path, box = tmp_path / "game.toml", panel.schema_row.schema_box
    path.write_bytes(template())
    with forgotten():
        panel.schema_row.load(path)
        assert panel.rig.schema.name == "my-game" and box.currentData() == "my-game"
        panel.panel.row("jaw.width").slider().apply(0.75)
        assert document.values(rig_namespace("my-game")) == {"jaw.width": 0.75}
        assert [part.name for part in schema_parts(document.states())] == ["schemas/my-game.toml"]
        idle(panel, qtbot)
        assert Engine.drawn[-1][0].schema == "my-game"
        refused: list[EngineError] = []
        panel.refused.connect(refused.append)
        bad = tmp_path / "bad.toml"
        bad.write_text("label = 3")
        panel.schema_row.load(bad)
        assert len(refused) == 1 and panel.rig.schema.name == "my-game"
        bare = own_schema((VALUES + '[file]\n[[file.part]]\nkind = "values"\n').encode(), "bare")
        learn_schema(bare)
        panel.rig.set_schema("bare")
        values = bare.set(bare.defaults(), {"jaw": 50.0})
        write_bytes(tmp_path / "a.bytes", values)
        panel.actions_row.import_file(tmp_path / "a.bytes")  # it does not say whose it is
        assert len(refused) == 1 and panel.rig.values().same_as(values)
        panel.rig.set_schema("my-game")
    assert "my-game" not in schema_names()
    with forgotten():
        started = ShownRig(document, panel._thread)  # after the next start
        assert started.schema.name == "face-nn" and "my-game" not in schema_names(), "nobody waits for the disk"
        qtbot.waitUntil(lambda: started.schema.name == "my-game")
        path.unlink()
        schemas._own.clear()
        gone = ShownRig(document, panel._thread)
        with qtbot.waitSignal(gone.known_changed):
            pass
        assert gone.schema.name == "face-nn"  # it is gone: nothing is lost, and nothing in the way


def test_a_fit_whose_schema_has_changed_meanwhile_is_told_and_dropped(
        panel: RigPanel, document: ProjectDocument, tmp_path: Path, qtbot) -> None:  # noqa: ANN001
    path, fits = tmp_path / "my-game.toml", document.findChild(RigFits)
    failed: list[EngineError] = []
    path.write_bytes(template())
    with forgotten():
        panel.schema_row.load(path)
        idle(panel, qtbot)
        Engine.fitting.clear()
        fits.failed.connect(failed.append)
        fits.fit(panel.rig.schema, ())
        path.write_bytes(template().replace(b'id = "jaw.width"', b'id = "chin"'))
        panel.schema_row.load(path)
        Engine.fitting.set()
        qtbot.waitUntil(lambda: not fits.busy)
        assert len(failed) == 1 and document.values(rig_namespace("my-game")) == {}
        fits.fit(panel.rig.schema, ())
        qtbot.waitUntil(lambda: document.values(rig_namespace("my-game")) != {})
        idle(panel, qtbot)


def test_the_wheel_comes_by_loading_a_schema_and_does_nothing(panel: RigPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr("gui.panels.rig_schema.QFileDialog.getOpenFileName",
                        lambda *_: asked.append(True) or ("", ""))  # type: ignore[func-returns-value]
    box = panel.schema_row.schema_box
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    assert not asked and box.currentData() == panel.rig.schema.name
    box.was_open = True
    box.activated.emit(box.count() - 1)
    assert asked and box.currentData() == panel.rig.schema.name


def test_a_projects_own_version_of_a_rig_can_be_had_in_place_of_the_loaded_one(
        panel: RigPanel, document: ProjectDocument, tmp_path: Path, qtbot) -> None:  # noqa: ANN001
    path, box, namespace = tmp_path / "my-game.toml", panel.schema_row.schema_box, rig_namespace("my-game")
    path.write_bytes(template().replace(b'id = "jaw.width"', b'id = "chin"'))
    part = Part("schemas/my-game.toml", template())
    with forgotten():
        panel.schema_row.load(path)
        learn_parts([part])
        made = FaceState.of({namespace: {"jaw.width": 0.75, "nose.length": 0.25}})
        project = Project(EmbeddedPhoto("a.png", b"x"), (document.namespaces.sorted_out(made),), parts=(part,))
        document.open_photo(document.photo, EmbeddedPhoto("a.png", b"x"), project)
        assert document.unknown == ("jaw.width",) and panel.rig.settings() == {"nose.length": 0.25}
        place = box.findText("My game, as in this project")
        box.setCurrentIndex(place)
        box.activated.emit(place)
        assert b"chin" in panel.rig.schema.source, "the wheel and the arrow keys only come by"
        box.was_open = True
        box.setCurrentIndex(place)
        box.activated.emit(place)
        assert panel.rig.schema.source == template() and box.currentData() == "my-game"
        assert document.unknown == () and panel.rig.settings() == {"jaw.width": 0.75, "nose.length": 0.25}
        assert box.findText("My game, as in this project") < 0
        panel.schema_row.load(path)
        assert b"chin" in panel.rig.schema.source and box.findText("My game, as in this project") >= 0
        assert document.unknown == ("jaw.width",), "what it does not know is kept"
        panel.panel.row("chin").slider().apply(0.6)
        panel.rig.use_of_project("my-game")
        assert panel.rig.settings() == {"jaw.width": 0.75, "nose.length": 0.25} and document.unknown == ("chin",)
        document.undo()  # to a state of a time when the jaw was unknown
        assert panel.rig.settings() == {"jaw.width": 0.75, "nose.length": 0.25} and document.unknown == ()
        idle(panel, qtbot)


def test_what_was_loaded_here_goes_before_what_a_project_brings_also_where_that_comes_first(
        document: ProjectDocument, thread: EngineThread, tmp_path: Path, qtbot) -> None:  # noqa: ANN001
    path, namespace = tmp_path / "my-game.toml", rig_namespace("my-game")
    path.write_bytes(template().replace(b'id = "jaw.width"', b'id = "chin"'))
    part = Part("schemas/my-game.toml", template())
    original, face = EmbeddedPhoto("a.png", b"x"), FaceState.of({namespace: {"jaw.width": 0.75, "nose.length": 0.25}})
    QSettings().setValue("rig/own-schemas", [str(path)])
    QSettings().setValue("rig/schema", "my-game")
    told: list[str] = []
    with forgotten():
        learn_parts([part])
        project = Project(original, (document.namespaces.sorted_out(face),), parts=(part,))
        document.open_photo(document.photo, original, project)
        shown = ShownRig(document, thread, document)
        shown.noted.connect(told.append)
        assert shown.schema.source == template() and shown.settings() == {"jaw.width": 0.75, "nose.length": 0.25}
        with qtbot.waitSignal(shown.schema_changed):
            pass
        assert b"chin" in shown.schema.source and shown.settings() == {"nose.length": 0.25}
        assert len(told) == 1 and "not the one that this project was made with" in told[0]
        assert document.unknown == ("jaw.width",) and shown.of_project() == ("my-game",)
        document.open_photo(document.photo, original, project)  # which was read before
        assert shown.settings() == {"nose.length": 0.25} and document.unknown == ("jaw.width",)
