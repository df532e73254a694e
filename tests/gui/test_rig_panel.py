"""The rig panel and its head, with an engine that answers at once."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.expression.units import CONTROLS
from engine.project.face_state import rig_namespace
from engine.rig import schema as schemas
from engine.rig.face_values import ROLE
from engine.rig.files.bytes_file import write_bytes
from engine.rig.files.json_file import write_json
from engine.rig.fit import RigFit
from engine.rig.hair.wear import HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.schema import learn_schema, load_schema, schema_names
from engine.rig.schema_file import own_schema, template
from engine.rig.schema_parts import schema_parts
from engine.rig.texture.photo_texture import PhotoTexture
from engine.rig.values import RigValues
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.rig_fits import RigFits
from gui.model.rig_values import rig_values
from gui.model.rig_wear import possible_wear, remembered_wear
from gui.model.shown_rig import ShownRig
from gui.panels.head_viewport import HeadViewport, Orbit
from gui.panels.rig import RigPanel
from gui.panels.rig_likeness import LikenessRow
from tests.engine.rig.conftest import forgotten
from tests.engine.rig.own_schemas import VALUES
from tests.gui.fakes import FakeEngine
from tests.gui.running import running
from tests.gui.test_slider import move

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Engine(FakeEngine):
    """Fits to a fixed rig and paints the head as a flat square; remembers what it was asked."""

    drawn: list[tuple[RigValues, Look | None, float, int]] = []
    fails = False
    gate2 = threading.Event()
    fitting = threading.Event()
    """Set: a fit comes to its end."""
    made: "Engine"

    def __init__(self) -> None:
        super().__init__()
        Engine.made = self

    def fit_rig(self, photo: str, face: int, schema: str, shape: str) -> Job[RigFit]:
        yield Progress(0, 2, "fitting")
        while not Engine.fitting.wait(0.001):
            yield Progress(0, 2, "fitting")
        if Engine.fails:
            raise EngineError("the face is turned too far", "take another photo")
        known = load_schema(schema)
        values = known.set(known.defaults(shape), {known.slots[0].id: known.slots[0].maximum})
        return RigFit(values, 0.84, 2.51, 1.2, 4.0, 0.01)

    def draw_head(self, values: RigValues, look: Look | None, photo: str | None, face: int, yaw: float, pitch: float,
                  zoom: float, size: int) -> Job[np.ndarray]:
        Engine.gate2.wait(5)
        Engine.drawn.append((values, look, yaw, size))
        yield Progress(0, 1)
        return np.full((size, size, 4), 200, np.uint8)


@pytest.fixture
def thread(qtbot) -> Iterator[EngineThread]:  # noqa: ANN001
    Engine.drawn, Engine.fails = [], False
    Engine.gate2.set()
    Engine.fitting.set()
    with running(qtbot, Engine) as made:
        yield made
        Engine.gate2.set()


@pytest.fixture
def panel(qtbot, document: ProjectDocument, thread: EngineThread) -> RigPanel:  # noqa: ANN001
    made = RigPanel(document, thread, RigFits(document, thread, document))
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    made.rig.set_schema("face-nn")
    qtbot.waitUntil(lambda: made.stage.view.has_picture)
    qtbot.waitUntil(lambda: made.stage.resting)
    return made


def idle(panel: RigPanel, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: panel.stage.resting and not panel.stage.view._rest.isActive())


def test_a_slider_drives_the_document_as_one_step_and_the_head(panel: RigPanel, document: ProjectDocument,
                                                               qtbot) -> None:  # noqa: ANN001
    panel.panel.row("forehead.width").slider().apply(0.9)
    assert document.values(rig_namespace("face-nn")) == {"forehead.width": 0.9} and document.undo_stack.count() == 1
    idle(panel, qtbot)
    assert Engine.drawn[-1][0].values[0] == pytest.approx(0.9)
    document.undo()
    assert panel.panel.row("forehead.width").slider().amount == 0.5


def test_a_running_fit_stands_where_its_button_was_and_keeps_the_keys(panel: RigPanel, qtbot) -> None:  # noqa: ANN001
    row = panel.actions_row
    row.fit_button.setFocus()
    Engine.fitting.clear()
    ticket = row.fit().ticket
    assert row.cancel_button.isVisible() and row.progress.isVisible() and not row.fit_button.isVisible()
    assert panel.window().focusWidget() is row.cancel_button  # not the next one, which randomises
    with qtbot.waitSignal(ticket.done):
        Engine.fitting.set()
    assert row.fit_button.isVisible() and not row.cancel_button.isVisible()
    assert panel.window().focusWidget() is row.fit_button


def test_fit_is_one_step_and_tells_its_residual(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    panel.schema_row.shape_box.setCurrentIndex(panel.schema_row.shape_box.findData("male"))
    panel.schema_row.shape_box.activated.emit(0)
    steps = document.undo_stack.count()
    with qtbot.waitSignal(panel.actions_row.fit().ticket.done):
        assert not panel.actions_row.fit_button.isEnabled()
        assert panel.actions_row.fit() is None
    assert panel.actions_row.fit_button.isEnabled() and document.undo_stack.count() == steps + 1
    assert panel.rig.values().values[0] == 1.0 and panel.rig.values().shape == "male"
    assert panel.stage.view.note == "Fit: 0.8 mm off, 2.5 mm at most; 1.2 px in the photo"
    document.undo()
    assert panel.stage.view.note == ""  # these are not the values of the fit
    document.redo()
    assert panel.stage.view.note.startswith("Fit: 0.8 mm")
    document.select(1)
    assert panel.stage.view.note == ""
    document.select(0)
    assert panel.stage.view.note
    panel.panel.row("forehead.width").slider().apply(0.3)
    assert panel.stage.view.note == ""
    idle(panel, qtbot)


def test_a_fit_keeps_what_is_locked(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    panel.panel.row("forehead.width").slider().apply(0.2)
    panel.panel.row("forehead.width").toggle_locked()
    with qtbot.waitSignal(panel.actions_row.fit().ticket.done):
        pass
    assert document.values(rig_namespace("face-nn"))["forehead.width"] == 0.2
    assert panel.stage.view.note == ""  # with other values than the fit's its residual says nothing
    idle(panel, qtbot)


def test_a_value_moved_by_hand_while_a_fit_runs_is_the_hands(panel: RigPanel, document: ProjectDocument,
                                                            qtbot) -> None:  # noqa: ANN001
    Engine.fitting.clear()
    fit = panel.actions_row.fit()
    slider = panel.panel.row("forehead.width").slider()
    start = QPoint(round(slider.x_of(slider.amount)), slider.height() // 2)
    QTest.mousePress(slider, LEFT, NONE, start)
    move(slider, start + QPoint(-12, 0))
    with qtbot.waitSignal(fit.ticket.done):
        Engine.fitting.set()
    namespace, held = rig_namespace("face-nn"), document.values(rig_namespace("face-nn"))
    assert list(held) == ["forehead.width"] and document.in_gesture  # nothing is taken from under the hand
    move(slider, start + QPoint(-24, 0))
    moved = document.values(namespace)["forehead.width"]
    QTest.mouseRelease(slider, LEFT, NONE, start + QPoint(-24, 0))
    assert moved < 0.5 and document.values(namespace)["forehead.width"] == moved
    assert len(document.values(namespace)) > 10 and document.undo_stack.count() == 2  # the rest is the fit's
    document.undo()
    assert document.values(namespace) == {"forehead.width": moved}
    idle(panel, qtbot)


def test_a_fit_that_fails_is_told(panel: RigPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    told: list[EngineError] = []
    panel.refused.connect(told.append)
    Engine.fails = True
    with qtbot.waitSignal(panel.actions_row.fit().ticket.failed):
        pass
    assert told[0].message == "the face is turned too far" and panel.actions_row.fit_button.isEnabled()
    assert document.values(rig_namespace("face-nn")) == {}


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
    panel.panel.row("brow.style2").slider().apply(1.0)
    panel.panel.row("brow.style3").slider().apply(1.0)
    values = panel.rig.values().values
    assert values[96:] == (0.0, 0.0, 1.0)
    assert panel.panel.row("brow.style2").slider().amount == 0.0
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
    panel = RigPanel(document, thread, RigFits(document, thread, document))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.stage.view.has_picture)
    assert not panel.actions_row.fit_button.isEnabled() and Engine.drawn[-1][1] is None
    assert rig_values(document, panel.rig.schema).same_as(panel.rig.schema.defaults())
    idle(panel, qtbot)


# -- the head itself -------------------------------------------------------------------------------------------------
@pytest.fixture
def view(qtbot) -> HeadViewport:  # noqa: ANN001
    made = HeadViewport()
    qtbot.addWidget(made)
    made.resize(320, 256)
    made.show()
    qtbot.waitUntil(lambda: not made._rest.isActive())
    return made


def test_a_drag_turns_and_asks_for_a_small_picture_then_a_full_one(view: HeadViewport, qtbot) -> None:  # noqa: ANN001
    asked: list[tuple[Orbit, int]] = []
    view.wanted.connect(lambda: asked.append((view.orbit, view.side)))
    QTest.mousePress(view, LEFT, NONE, QPoint(100, 100))
    move(view, QPoint(140, 90))
    assert view.orbit.yaw == pytest.approx(18.0) and view.orbit.pitch == pytest.approx(4.5)
    assert asked[-1][1] == 128
    QTest.mouseRelease(view, LEFT, NONE, QPoint(140, 90))
    qtbot.waitUntil(lambda: asked[-1][1] == 256)
    move(view, QPoint(200, 90))
    assert view.orbit.yaw == pytest.approx(18.0)


def test_wheel_keys_and_double_click(view: HeadViewport, qtbot) -> None:  # noqa: ANN001
    place = QPointF(100, 100)
    QApplication.sendEvent(view, QWheelEvent(place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
                                             Qt.ScrollPhase.NoScrollPhase, False))
    assert view.orbit.zoom == pytest.approx(1.12)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Plus)
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.orbit.zoom == 4.0 and view.orbit.pitch == -70.0 and -180 <= view.orbit.yaw < 180
    QTest.mouseDClick(view, LEFT, NONE, QPoint(50, 50))
    assert view.orbit == Orbit()


def test_it_shows_its_picture_and_its_note(view: HeadViewport) -> None:
    empty = view.grab().toImage()
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[...] = (255, 0, 0, 255)
    view.set_picture(pixels)
    view.set_note("Fit: 1.0 mm")
    image = view.grab().toImage()
    assert image.pixelColor(160, 128).red() > 200 and image.pixelColor(160, 128).green() < 40
    assert image.pixelColor(2, 128) == empty.pixelColor(2, 128)
    assert view.accessibleDescription() == "Fit: 1.0 mm"


def test_the_head_wears_the_photo_once_it_is_baked_and_plain_skin_when_asked(
        panel: RigPanel, qtbot) -> None:  # noqa: ANN001
    row = panel.likeness
    qtbot.waitUntil(lambda: Engine.made.likenesses[-1] == HeadLikeness(1.0, 1.0))
    row.plain.click()
    idle(panel, qtbot)
    assert Engine.made.likenesses[-1] == PLAIN and not row.strength.isEnabled()
    row.photo.click()
    row.strength.apply(40.0)
    idle(panel, qtbot)
    assert Engine.made.likenesses[-1] == HeadLikeness(0.4, 0.4)
    assert QSettings().value("rig/photo") in (True, "true") and float(QSettings().value("rig/likeness")) == 40.0


def test_the_head_wears_the_photos_hair_with_its_skin_and_what_is_chosen_otherwise(
        panel: RigPanel, qtbot) -> None:  # noqa: ANN001
    qtbot.waitUntil(lambda: Engine.made.wears[-1] == HeadWear(hair="photo"))
    panel.likeness.plain.click()
    idle(panel, qtbot)
    assert Engine.made.wears[-1] == HeadWear()  # painted hair, as the rig has it
    for kind in ("hair", "glasses"):
        panel.hair.choices[kind].actions()[-1].trigger()
    idle(panel, qtbot)
    assert Engine.made.wears[-1] == HeadWear(hair="wavy", glasses="round")
    assert possible_wear(None, PLAIN) == HeadWear(hair="wavy", glasses="round")
    QSettings().setValue("rig/wear/hair", "of somebody else")
    assert remembered_wear()["hair"] == "photo"


def test_a_head_whose_photo_cannot_be_laid_on_it_stays_plain_and_says_why(
        panel: RigPanel, monkeypatch: pytest.MonkeyPatch, qtbot) -> None:  # noqa: ANN001
    def refused(self: Engine, photo: str, face: int, side: int) -> Job[PhotoTexture]:
        yield Progress(0, 1)
        raise EngineError("no room", "close other pictures")

    monkeypatch.setattr(Engine, "bake_texture", refused)
    row = LikenessRow(panel._thread)
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.problem) as told:
        assert row.of(("photo", 0)) == PLAIN
    assert told.args[0].message == "no room"
    assert row.of(("photo", 0)) == PLAIN and row._baking is None  # it is not tried again and again


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
        assert ShownRig(document).schema.name == "my-game"  # after the next start
        path.unlink()
        schemas._own.clear()
        assert ShownRig(document).schema.name == "face-nn"  # it is gone: nothing is lost, and nothing in the way


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
