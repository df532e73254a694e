"""What the head of the rig panel wears."""


import pytest
from PySide6.QtCore import QSettings

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.note import Note
from engine.base.remedy import get_model
from engine.base.text import Text
from engine.rig.hair.wear import HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.texture.photo_texture import PhotoTexture
from gui.model.face_textures import FaceTextures
from gui.model.person_photos import PersonPhotos
from gui.model.rig_wear import possible_wear, remembered_wear
from gui.panels.rig import RigPanel
from gui.panels.rig_likeness import LikenessRow
from tests.gui.rig.rig_engine import Engine, idle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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
    document = panel.document
    textures = FaceTextures(document, panel._thread, PersonPhotos(document, panel._thread, parent=document), document)
    row, face = LikenessRow(textures), (document.photo.id, 0)
    qtbot.addWidget(row)
    with qtbot.waitSignal(textures.problem) as told:
        textures.want(face)
    assert told.args[0].message == "no room"
    textures.want(face)
    assert row.of(face) == PLAIN and textures._baking is None  # it is not tried again and again


def test_what_is_to_be_known_of_the_head_stands_beside_it_as_long_as_it_holds(
        panel: RigPanel, qtbot) -> None:  # noqa: ANN001
    notes, textures, document = panel.notes, panel._textures, panel.document
    qtbot.waitUntil(lambda: Engine.made.wears[-1] == HeadWear(hair="photo"))
    assert not notes.isVisible()
    Engine.made.hair_note = Note(Text("no network tells the hair"), Text("stock hair"), get_model("face-parsing"))
    textures._hair.clear()
    panel.stage.redraw()
    qtbot.waitUntil(notes.isVisible)
    assert notes.line.text == "Stock hair" and "No network tells the hair" in notes.line.toolTip()
    with qtbot.waitSignal(panel.models_requested) as asked:
        notes.remedy.click()
    assert asked.args == ["face-parsing"]
    brief = Text("stock hair")
    notes.show_notes([Note(Text("no network tells the hair"), brief, get_model("another"))])
    with qtbot.waitSignal(panel.models_requested) as asked:
        notes.remedy.click()
    assert asked.args == ["another"]  # though the sentence is the same
    panel.likeness.plain.click()
    assert not notes.isVisible()
    panel.likeness.photo.click()
    assert notes.isVisible()
    panel.hair.choices["hair"].actions()[-1].trigger()
    assert not notes.isVisible()
    Engine.notes = (Note(Text("role shape male: so the face looks"), Text("male, as the face looks")),)
    panel.actions_row.fit()
    qtbot.waitUntil(notes.isVisible)
    assert notes.line.text == "Male, as the face looks" and not notes.remedy.isVisible()
    document.undo()
    assert not notes.isVisible(), "it was of the fit's values"
    idle(panel, qtbot)
