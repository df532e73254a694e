"""The expression panel on a document, with an engine that draws nothing."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMessageBox

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.expression import presets as preset_files
from engine.expression.several_faces import SeveralFaces
from engine.expression.units import CONTROLS
from engine.photo.open_photo import OpenPhoto
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.expression_copy import ExpressionCopy
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.preset_pictures import PresetPictures
from gui.panels.expression import ExpressionPanel
from gui.panels.face_choice import FaceChoice
from gui.style import theme
from tests.gui.fakes import FakeEngine, make_photo
from tests.gui.hands import wheel
from tests.gui.running import running

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Engine(FakeEngine):
    """Also draws thumbnails and knows one photo to copy from."""

    asked: list[tuple[str, int, int]] = []
    wait = threading.Event()

    def thumbnails(self, photo: str, face: int, looks: Sequence[Look], size: int) -> Job[list[np.ndarray]]:
        self.asked.append((photo, face, len(looks)))
        yield Progress(0, len(looks), "preparing")
        pictures = []
        for number in range(len(looks)):
            pictures.append(np.full((size, size, 3), 20 * number, np.uint8))
            yield Progress(number + 1, len(looks), "drawing", pictures[-1])
        return pictures

    def copy_expression(self, photo: str, face: int, path: Path, other: int | None) -> Job[dict[str, float]]:
        yield Progress(0, 1)
        if path.name == "family.png":
            if other is None:
                raise SeveralFaces(path, family())
            return {"AU26": float(other + 1)}
        if path.name == "nobody.png":
            raise EngineError("no face was found", "take another picture")
        return {"AU12L": 6.0, "AU12R": 5.0}


FACES = (60, 140, 220)
"""How bright each person of the family is."""


def family() -> OpenPhoto:
    photo = make_photo(700, 300, faces=len(FACES))
    pixels = photo.picture.pixels.copy()
    for face, level in zip(photo.faces, FACES, strict=True):
        pixels[:, int(face.box.x0) : int(face.box.x1)] = level
    return OpenPhoto(replace(photo.picture, pixels=pixels), photo.faces)


@pytest.fixture
def thread(qtbot) -> Iterator[EngineThread]:  # noqa: ANN001
    Engine.asked = []
    with running(qtbot, Engine) as made:
        yield made
    made.deleteLater()  # and with it whatever was made to outlast a panel


def made_panel(document: ProjectDocument, thread: EngineThread) -> ExpressionPanel:
    return ExpressionPanel(document, FinalRendererChoice(thread, thread), PresetPictures(document, thread, thread),
                           ExpressionCopy(document, thread, thread))


@pytest.fixture
def panel(qtbot, document: ProjectDocument, thread: EngineThread) -> ExpressionPanel:  # noqa: ANN001
    made = made_panel(document, thread)
    qtbot.addWidget(made)
    made.resize(340, 800)
    made.show()
    return made


def click(panel: ExpressionPanel, preset: str) -> None:
    QTest.mouseClick(panel.strip.tiles[preset], LEFT, NONE, QPoint(30, 30))


def test_sliders_drive_the_document_and_follow_it(panel: ExpressionPanel, document: ProjectDocument) -> None:
    panel.panel.row("AU26").slider().apply(4.0)
    assert document.control("AU26") == 4.0 and document.undo_stack.count() == 1
    document.undo()
    assert panel.panel.row("AU26").slider().amount == 0
    document.set_controls({"AU12": 3.0}, "smile")
    assert panel.panel.row("AU12").slider().amount == 3.0


def test_a_preset_is_one_step_and_lights_its_tile(panel: ExpressionPanel, document: ProjectDocument) -> None:
    document.set_controls({"AU26": 5.0, "head.yaw": 6.0, "wrinkles": 20.0}, "before")
    click(panel, "happy")
    look = document.look()
    assert (look["AU12L"], look["AU12R"], look["AU6L"]) == (8.0, 8.0, 6.0)
    assert "AU26" not in look and look["head.yaw"] == 6.0 and look["wrinkles"] == 20.0
    assert panel.strip.tiles["happy"].isChecked() and document.undo_stack.count() == 2
    document.undo()
    assert document.look()["AU26"] == 5.0 and not panel.strip.tiles["happy"].isChecked()


def test_the_amount_scales_what_was_just_taken(panel: ExpressionPanel, document: ProjectDocument) -> None:
    document.set_controls({"AU12": 2.0, "AU26": 4.0}, "before")
    click(panel, "happy")
    panel.strip.amount.apply(50.0)
    look = document.look()
    assert (look["AU12L"], look["AU6L"], look["AU26"]) == (5.0, 3.0, 2.0)
    assert document.undo_stack.count() == 3 and panel.strip.tiles["happy"].isChecked()
    panel.strip.amount.apply(0.0)
    assert dict(document.look()) == {"AU12L": 2.0, "AU12R": 2.0, "AU26": 4.0}
    panel.strip.amount.apply(100.0)
    assert document.look()["AU12L"] == 8.0


def test_the_amount_counts_for_the_next_click(panel: ExpressionPanel, document: ProjectDocument) -> None:
    panel.strip.amount.apply(25.0)
    assert not document.look() and document.undo_stack.count() == 0
    click(panel, "happy")
    assert document.look()["AU12L"] == 2.0


def test_another_preset_starts_from_where_the_first_did(panel: ExpressionPanel, document: ProjectDocument) -> None:
    panel.strip.amount.apply(50.0)
    click(panel, "happy")
    click(panel, "surprised")
    assert document.look()["AU26"] == 4.0 and "AU12L" not in document.look()


def test_a_preset_is_added_on_top_and_limited(panel: ExpressionPanel, document: ProjectDocument) -> None:
    document.set_controls({"AU12": 5.0, "AU26": 2.0}, "before")
    QTest.mouseClick(panel.strip.tiles["happy"], LEFT, SHIFT, QPoint(30, 30))
    assert document.look()["AU12L"] == 10.0 and document.look()["AU26"] == 2.0 and document.look()["AU6R"] == 6.0


def test_pictures_are_drawn_from_this_face_and_again_for_another(
        panel: ExpressionPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    tiles = panel.strip.tiles
    qtbot.waitUntil(lambda: all(tile.has_picture for tile in tiles.values()), timeout=4000)
    assert Engine.asked == [("a" * 64, 0, len(tiles))]
    document.select(1)
    qtbot.waitUntil(lambda: len(Engine.asked) == 2, timeout=4000)
    assert Engine.asked[1][1] == 1


def test_what_a_panel_asked_for_comes_though_it_is_gone(
        qtbot, document: ProjectDocument, thread: EngineThread, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN001
    drawn = Engine.thumbnails

    def slowly(self: Engine, *arguments: object) -> Job[list[np.ndarray]]:
        for progress in drawn(self, *arguments):
            Engine.wait.wait(0.02)
            yield progress
        return []

    monkeypatch.setattr(Engine, "thumbnails", slowly)
    panel = made_panel(document, thread)
    panel.show()
    qtbot.waitUntil(lambda: any(tile.has_picture for tile in panel.strip.tiles.values()), timeout=4000)
    asked = panel.copy_from(Path("smile.png"))
    with qtbot.waitSignal(panel.destroyed):
        panel.close()
        panel.deleteLater()
    qtbot.waitUntil(lambda: not asked.active)
    assert dict(document.look()) == {"AU12L": 6.0, "AU12R": 5.0} and document.undo_stack.count() == 1
    again = ExpressionPanel(document, panel._choice, panel._pictures, panel._copy)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: all(tile.has_picture for tile in again.strip.tiles.values()), timeout=4000)
    assert len(Engine.asked) == 1  # another panel shows what is there, and what still comes


def test_without_a_photo_nothing_can_be_set(qtbot, thread: EngineThread) -> None:  # noqa: ANN001
    document = ProjectDocument(CONTROLS)
    panel = made_panel(document, thread)
    qtbot.addWidget(panel)
    assert not panel.panel.isEnabled() and not panel.strip.tiles["happy"].isEnabled()
    document.open_photo(make_photo())
    assert panel.panel.isEnabled() and panel.strip.tiles["happy"].isEnabled()
    document.close()
    assert not panel.panel.isEnabled()


def test_own_presets_are_saved_replaced_and_deleted(panel: ExpressionPanel, document: ProjectDocument,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.Yes])
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: next(answers))
    document.set_controls({"AU9": 4.0}, "x")
    panel.save_preset_as("My sneer")
    assert preset_files.find_preset("my sneer").look == document.look() and panel.strip.tiles["my-sneer"].isChecked()
    document.set_controls({"AU9": 7.0}, "x")
    panel.save_preset_as("My sneer")  # No: keeps the old one
    assert preset_files.find_preset("my sneer").look["AU9L"] == 4.0
    panel.save_preset_as("My sneer")
    assert preset_files.find_preset("my sneer").look["AU9L"] == 7.0
    panel.delete_preset(preset_files.find_preset("my sneer"))
    assert "my-sneer" not in panel.strip.tiles


def test_own_presets_are_renamed_and_replaced_from_their_menu(panel: ExpressionPanel, document: ProjectDocument,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def yes(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "exec", yes)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, text="", **__: (f"{text} & more", True))
    document.set_controls({"AU9": 4.0}, "x")
    panel.save_preset_as("My sneer")
    document.set_controls({"AU9": 2.0}, "x")
    choose(panel, "my-sneer", "Rename…")
    assert "my-sneer" not in panel.strip.tiles and asked == []
    renamed = preset_files.find_preset("My sneer & more")
    assert renamed.look["AU9L"] == 4.0 and panel.strip.tiles[renamed.id].accessibleName() == "My sneer & more"
    choose(panel, renamed.id, "Replace with what is set…")
    assert preset_files.find_preset(renamed.id).look == document.look() and len(asked) == 1 and "Replace" in asked[0]
    panel.strip.tiles[renamed.id].setFocus()
    QTest.keyClick(panel.strip.tiles[renamed.id], Qt.Key.Key_F2)
    assert "My sneer & more & more" in [tile.preset.label for tile in panel.strip.tiles.values()]
    last = next(tile for tile in panel.strip.tiles.values() if tile.preset.own)
    QTest.keyClick(last, Qt.Key.Key_Delete)
    assert not any(tile.preset.own for tile in panel.strip.tiles.values()) and len(asked) == 2


def choose(panel: ExpressionPanel, preset: str, words: str) -> None:
    """Click on a line of a preset's menu."""
    menu = panel.strip.tiles[preset].menu()
    action = next(action for action in menu.actions() if action.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def test_what_comes_with_the_program_stays_and_that_is_said(panel: ExpressionPanel) -> None:
    said: list[str] = []
    panel.refused.connect(lambda error: said.append(str(error)))
    happy = panel.strip.tiles["happy"]
    menu = happy.menu()
    lines = {action.text(): action.isEnabled() for action in menu.actions()}
    menu.deleteLater()
    assert not any(lines[name] for name in ("Rename…", "Replace with what is set…", "Delete…"))
    assert any("comes with Facewright" in line for line in lines)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(happy, key)
    assert len(said) == 2 and all("comes with Facewright" in text for text in said)
    assert "happy" in panel.strip.tiles


def test_a_broken_preset_file_is_told_and_the_others_shown(qtbot, document: ProjectDocument,  # noqa: ANN001
                                                           thread: EngineThread) -> None:
    folder = preset_files.own_folder()
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("= =")
    panel = made_panel(document, thread)
    qtbot.addWidget(panel)
    told: list[EngineError] = []
    panel.problem.connect(told.append)
    panel.reload_presets()
    assert len(told) == 1 and "broken" in told[0].message and "happy" in panel.strip.tiles


def test_an_expression_is_copied_as_one_step(panel: ExpressionPanel, document: ProjectDocument, qtbot) -> None:  # noqa: ANN001
    document.set_controls({"AU26": 5.0, "wrinkles": 10.0}, "before")
    asked = panel.copy_from(Path("smile.png"))
    with qtbot.waitSignal(asked.ticket.done):
        pass
    assert dict(document.look()) == {"AU12L": 6.0, "AU12R": 5.0, "wrinkles": 10.0}
    assert document.undo_stack.count() == 2 and "smile.png" in document.undo_stack.undoText()


def test_a_copy_that_fails_or_comes_too_late_changes_nothing(panel: ExpressionPanel, document: ProjectDocument,
                                                             qtbot, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN001
    told: list[EngineError] = []
    panel.refused.connect(told.append)
    asked = panel.copy_from(Path("nobody.png"))
    with qtbot.waitSignal(asked.ticket.failed):
        pass
    assert [error.message for error in told] == ["no face was found"] and not document.look()
    asked = panel.copy_from(Path("smile.png"))
    document.select(1)
    with qtbot.waitSignal(asked.ticket.done):
        pass
    assert not document.look(0) and not document.look(1)


def test_without_a_face_nothing_can_be_set(panel: ExpressionPanel, document: ProjectDocument) -> None:
    document.set_controls({"AU26": 3.0}, "Jaw drop")
    assert panel.panel.isEnabled() and panel.panel.values()
    document.open_photo(make_photo(faces=0, digest="b" * 64))
    assert not panel.panel.isEnabled() and panel.panel.values() == {}
    assert panel.panel.row("AU26").slider().amount == 0
    assert not any(tile.isEnabled() for tile in panel.strip.tiles.values())
    panel.reload_presets()
    assert not any(tile.isEnabled() for tile in panel.strip.tiles.values())


@pytest.mark.parametrize("width", [352, 388, 480])
def test_the_presets_are_one_row_that_scrolls_sideways(panel: ExpressionPanel, qtbot, width: int) -> None:  # noqa: ANN001
    theme.apply_theme(QApplication.instance(), "dark")  # as wide as the program's own buttons are
    panel.resize(width, 800)
    strip, bar = panel.strip, panel.strip.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: strip.width() == width and bar.maximum() > 0)
    tiles = list(strip.tiles.values())
    assert len({tile.y() for tile in tiles}) == 1 and strip.height() < 120
    assert all(not one.geometry().intersects(two.geometry()) for one, two in zip(tiles, tiles[1:], strict=False))
    assert not strip.area.edges.back.isVisible() and strip.area.edges.forth.isVisible()
    groups = panel.panel.scroll_area.verticalScrollBar().value()
    assert wheel(tiles[0], -120) and bar.value() > 0 and panel.panel.scroll_area.verticalScrollBar().value() == groups
    seen = [bar.value()]
    for _ in range(9):
        wheel(tiles[0], -8)  # a fine wheel comes as far
        seen.append(bar.value())
    assert seen == sorted(seen) and seen[-1] > seen[0] and strip.area.edges.back.isVisible()
    while strip.area.edges.forth.isVisible():
        QTest.mouseClick(strip.area.edges.forth, LEFT)
    assert bar.value() == bar.maximum() and strip.in_sight()[-1] == list(strip.tiles)[-1]
    QTest.mouseClick(strip.area.edges.back, LEFT)
    assert bar.value() < bar.maximum()


def test_the_tab_key_brings_a_tile_into_sight(panel: ExpressionPanel) -> None:
    last = list(panel.strip.tiles)[-1]
    assert last not in panel.strip.in_sight()
    panel.strip.tiles[last].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(1)
    assert last in panel.strip.in_sight()


def test_the_strip_folds_to_its_head_and_stays_so(panel: ExpressionPanel, document: ProjectDocument,
                                                  thread: EngineThread, qtbot) -> None:  # noqa: ANN001
    strip, top = panel.strip, panel.panel.scroll_area.y()
    QTest.mouseClick(strip.header, LEFT, NONE, QPoint(40, 10))
    qtbot.waitUntil(lambda: panel.panel.scroll_area.y() < top - 60)
    assert strip.amount.isVisible() and strip.save_button.isVisible() and not strip.tiles["happy"].isVisible()
    again = made_panel(document, thread)
    qtbot.addWidget(again)
    assert not again.strip.is_open and not again.strip.over
    QTest.mouseClick(strip.unsmile_button, LEFT)
    once_more = made_panel(document, thread)
    qtbot.addWidget(once_more)
    assert strip.over and once_more.strip.over


def test_the_tab_key_comes_to_the_presets_before_the_groups(panel: ExpressionPanel) -> None:
    chain, here = [], panel.panel.reset_button
    for _ in range(40):
        here = here.nextInFocusChain()
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible():
            chain.append(here)
    strip = panel.strip
    assert chain[:len(strip.tiles) + 6] == [strip.header, strip.amount, strip.unsmile_button, strip.save_button,
                                            strip.copy_button,
                                            *strip.tiles.values(), panel.panel.groups["Brows"].header]


def test_a_tile_clicked_by_mouse_keeps_no_ring(panel: ExpressionPanel, document: ProjectDocument) -> None:
    tile = panel.strip.tiles["neutral"]
    QTest.mouseMove(panel, QPoint(5, 700))
    before = tile.grab().toImage()
    click(panel, "neutral")
    document.undo()
    assert tile.hasFocus() and not tile.isChecked()
    panel.strip.amount.setFocus()
    tile.setFocus(Qt.FocusReason.MouseFocusReason)
    assert tile.grab().toImage() == before
    panel.strip.amount.setFocus()
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    assert tile.grab().toImage() != before


def test_another_person_has_no_pictures_of_the_first(panel: ExpressionPanel, document: ProjectDocument,
                                                     qtbot) -> None:  # noqa: ANN001
    tiles = panel.strip.tiles
    qtbot.waitUntil(lambda: all(tile.has_picture for tile in tiles.values()), timeout=4000)
    document.open_photo(make_photo(digest="b" * 64))
    assert not any(tile.has_picture for tile in tiles.values())
    qtbot.waitUntil(lambda: all(tile.has_picture for tile in tiles.values()), timeout=4000)
    document.select(1)
    assert not any(tile.has_picture for tile in tiles.values())


def test_the_tiles_in_sight_are_drawn_first(panel: ExpressionPanel, document: ProjectDocument, qtbot,  # noqa: ANN001
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[str] = []
    bar = panel.strip.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    seen = panel.strip.in_sight()
    assert "neutral" not in seen
    qtbot.waitUntil(lambda: all(tile.has_picture for tile in panel.strip.tiles.values()), timeout=4000)
    panel._pictures.came.connect(came.append)
    document.select(1)
    qtbot.waitUntil(lambda: len(came) == len(panel.strip.tiles), timeout=4000)
    assert came[:len(seen)] == seen


def test_ring_and_amount_follow_the_look(panel: ExpressionPanel, document: ProjectDocument) -> None:
    click(panel, "happy")
    panel.strip.amount.apply(49.0)
    document.undo()
    assert panel.strip.share == 1.0 and panel.strip.tiles["happy"].isChecked()
    document.redo()
    assert panel.strip.share == pytest.approx(0.49) and panel.strip.tiles["happy"].isChecked()
    document.undo()
    document.undo()
    assert panel.strip.share == 1.0 and not any(tile.isChecked() for tile in panel.strip.tiles.values())


def test_a_new_photo_begins_without_a_ring_and_with_all_of_the_amount(panel: ExpressionPanel,
                                                                      document: ProjectDocument) -> None:
    click(panel, "neutral")
    panel.strip.amount.apply(49.0)
    document.open_photo(make_photo(digest="b" * 64))
    assert panel.strip.share == 1.0 and panel.strip.amount_field.text() == "100%"
    assert not any(tile.isChecked() for tile in panel.strip.tiles.values())


def test_why_nothing_can_be_set_stands_above_the_sliders(panel: ExpressionPanel, document: ProjectDocument) -> None:
    reason = panel.panel.reason
    assert reason.isHidden()
    document.open_photo(make_photo(faces=0, digest="b" * 64))
    assert reason.isVisible() and reason.text() == "No face was found in this photo."
    document.close()
    assert reason.isVisible() and "Open a photo" in reason.text()


def chooser(qtbot, panel: ExpressionPanel) -> FaceChoice:  # noqa: ANN001
    qtbot.waitUntil(lambda: any(one.isVisible() for one in panel.findChildren(FaceChoice)))
    return next(one for one in panel.findChildren(FaceChoice) if one.isVisible())


def test_of_several_faces_in_the_other_photo_one_is_chosen_by_its_picture(qtbot, panel: ExpressionPanel) -> None:  # noqa: ANN001
    panel.copy_from(Path("family.png"))
    choice = chooser(qtbot, panel)
    assert "family.png" in " ".join(one.text() for one in choice.findChildren(QLabel))
    shown = choice.list
    for row, level in enumerate(FACES):
        icon = shown.item(row).icon().pixmap(64, 64).toImage()
        assert abs(icon.pixelColor(icon.width() // 2, icon.height() // 2).red() - level) <= 1
    QTest.mouseClick(shown.viewport(), LEFT, NONE, shown.visualItemRect(shown.item(2)).center())
    qtbot.waitUntil(lambda: panel.document.control("AU26") == 3.0)
    assert not panel.findChildren(FaceChoice) and panel.document.undo_stack.count() == 1


def test_the_face_is_chosen_by_keys_and_esc_takes_none(qtbot, panel: ExpressionPanel) -> None:  # noqa: ANN001
    panel.copy_from(Path("family.png"))
    choice = chooser(qtbot, panel)
    QTest.keyClick(choice.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.findChildren(FaceChoice))
    assert panel.document.undo_stack.count() == 0
    panel.copy_from(Path("family.png"))
    choice = chooser(qtbot, panel)
    QTest.keyClick(choice.list, Qt.Key.Key_Right)
    QTest.keyClick(choice.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.document.control("AU26") == 2.0)


def test_a_preset_that_asks_nothing_but_to_take_the_smile_out_is_lit_by_that_alone(
        panel: ExpressionPanel, document: ProjectDocument) -> None:
    document.set_controls({"unsmile": 100.0}, "calm")
    panel.save_preset_as("Calm")
    assert panel.strip.tiles["calm"].isChecked()
    document.set_controls({"unsmile": 0.0, "head.yaw": 5.0}, "turned")
    assert not any(tile.isChecked() for tile in panel.strip.tiles.values()), "laid over the smile it asks nothing"
    document.set_controls({"unsmile": 100.0}, "calm")
    assert panel.strip.tiles["calm"].isChecked(), "a pose stays as it is"
    document.set_controls({"AU26": 3.0}, "open")
    assert not panel.strip.tiles["calm"].isChecked()
