"""Further photos of a face's person: in the document, in its project, in the engine."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run, single
from engine.base.note import Note
from engine.base.opencv import cv2
from engine.base.remedy import get_model
from engine.base.text import Text
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from engine.project.face_state import FaceState
from engine.project.person_photos import MOST
from engine.project.project import EmbeddedPhoto, Project
from engine.rig.fit import RigFit
from engine.rig.schema import load_schema
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_textures import FaceTextures
from gui.model.lanes import Rank
from gui.model.person_photos import PersonPhotos, opened
from gui.model.rig_fits import RigFits
from gui.model.rig_values import chosen_shape
from tests.gui.fakes import FakeEngine, make_photo
from tests.gui.running import running


class Engine(FakeEngine):
    """In a white picture it finds no face."""

    made: "Engine"
    holds = threading.Event()
    """Set: a picture that is open is not done with."""

    def __init__(self) -> None:
        super().__init__()
        Engine.made, self.looked_at = self, 0

    def open_picture(self, picture: Picture) -> Job[OpenPhoto]:
        self.looked_at += 1
        found = yield from super().open_picture(picture)
        while Engine.holds.is_set():
            yield Progress(0, 1)
        if picture.pixels.min() == 255:
            found = self.opened[found.id] = OpenPhoto(picture, ())
        return found

    def fit_rig(self, photo: str, face: int, schema: str, shape: str) -> Job[RigFit]:
        yield Progress(0, 1)
        values = load_schema(schema).defaults()
        return RigFit(values, 0.5, 1.0)


@pytest.fixture
def thread(qtbot) -> Iterator[EngineThread]:  # noqa: ANN001
    with running(qtbot, Engine) as made:
        yield made


@pytest.fixture
def document(document: ProjectDocument) -> ProjectDocument:
    document.open_photo(make_photo(), EmbeddedPhoto("gray.png", b"x"))
    return document


@pytest.fixture
def photos(document: ProjectDocument, thread: EngineThread) -> PersonPhotos:
    return PersonPhotos(document, thread, parent=document)


def picture(folder: Path, name: str, grey: int) -> Path:
    cv2.imwrite(str(folder / name), np.full((30, 40, 3), grey, np.uint8))
    return folder / name


def add(photos: PersonPhotos, qtbot, *paths: Path) -> list[str]:  # noqa: ANN001
    """What was refused."""
    told: list[EngineError] = []
    photos.refused.connect(told.append)
    photos.add(paths)
    qtbot.waitUntil(lambda: not photos.busy)
    photos.refused.disconnect(told.append)
    return [str(error.message) for error in told]


def test_photos_are_added_as_one_step_and_what_shows_nobody_is_told(
        document: ProjectDocument, photos: PersonPhotos, tmp_path: Path, qtbot) -> None:  # noqa: ANN001
    one, two = picture(tmp_path, "one.png", 10), picture(tmp_path, "two.png", 20)
    nobody, text = picture(tmp_path, "nobody.png", 255), tmp_path / "text.png"
    text.write_text("no picture")
    told = add(photos, qtbot, one, nobody, text, two, tmp_path / "gone.png")
    assert [photo.name for photo in photos.named()] == ["one.png", "two.png"] and document.undo_stack.count() == 1
    assert len(told) == 3 and any("nobody.png: no face" in line for line in told)
    assert add(photos, qtbot, one) == ["one.png: this photo is there already"] and document.undo_stack.count() == 1
    photos.remove(photos.named()[0].digest)
    assert [photo.name for photo in photos.named()] == ["two.png"]
    document.undo()
    document.undo()
    assert photos.named() == ()
    document.redo()
    assert [photo.data for photo in photos.more()] == [one.read_bytes(), two.read_bytes()]


def test_there_are_so_many_at_most_and_no_more_than_a_project_can_hold(
        document: ProjectDocument, photos: PersonPhotos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        qtbot) -> None:  # noqa: ANN001
    files = [picture(tmp_path, f"{number}.png", number) for number in range(MOST + 1)]
    assert add(photos, qtbot, *files) == [f"{MOST}.png: a head is made of {MOST + 1} photos at most"]
    assert photos.room == 0
    document.undo()
    monkeypatch.setattr("gui.model.person_photos.LARGEST", files[0].stat().st_size)
    assert add(photos, qtbot, *files[:2]) == ["1.png: with it the photos are too large for a project"]


def test_no_more_is_read_and_opened_than_there_is_room_for_and_the_rest_is_one_line(
        document: ProjectDocument, photos: PersonPhotos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        qtbot) -> None:  # noqa: ANN001
    files = [picture(tmp_path, f"{number:02d}.png", number) for number in range(MOST + 5)]
    read: list[str] = []
    monkeypatch.setattr("gui.model.person_photos.read_bytes",
                        lambda path: read.append(path.name) or path.read_bytes())
    told = add(photos, qtbot, *files)
    assert told == [f"11.png, 12.png, 13.png, …: a head is made of {MOST + 1} photos at most"]
    assert read == [file.name for file in files[:MOST]] and Engine.made.looked_at == MOST
    photos.remove(photos.named()[0].digest)
    for file in files[-2:]:
        file.write_bytes(bytes(1000))
    monkeypatch.setattr("gui.model.person_photos.LARGEST", 1)
    assert add(photos, qtbot, *files[-2:]) == ["14.png, 15.png: with it the photos are too large for a project"]
    assert len(read) == MOST and Engine.made.looked_at == MOST


def test_bytes_count_that_another_face_or_a_step_keeps_and_those_of_one_photo_once(
        document: ProjectDocument, photos: PersonPhotos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        qtbot) -> None:  # noqa: ANN001
    one, two = picture(tmp_path, "one.png", 10), picture(tmp_path, "two.png", 20)
    two.write_bytes(two.read_bytes() + b"\0")  # no two sizes are the same
    monkeypatch.setattr("gui.model.person_photos.LARGEST", two.stat().st_size)
    too_large = ["two.png: with it the photos are too large for a project"]
    assert add(photos, qtbot, one) == []
    photos.remove(photos.named()[0].digest)
    assert add(photos, qtbot, two) == too_large, "a step back needs the other"
    document.select(1)
    assert add(photos, qtbot, two) == too_large
    assert add(photos, qtbot, one) == [] and len(photos.named(1)) == 1
    document.undo_stack.clear()
    photos.remove(photos.named()[0].digest)
    document.undo_stack.clear()
    assert add(photos, qtbot, two) == []


@pytest.mark.parametrize("ends", ["cancelled", "another face", "another photo", "cancelled too late", "no room left"])
def test_what_was_opened_and_is_not_added_is_closed(
        document: ProjectDocument, photos: PersonPhotos, thread: EngineThread, tmp_path: Path, ends: str,
        monkeypatch: pytest.MonkeyPatch, qtbot) -> None:  # noqa: ANN001
    one, other = picture(tmp_path, "one.png", 10), picture(tmp_path, "other.png", 20)
    digest = EmbeddedPhoto("one.png", one.read_bytes()).digest
    add(photos, qtbot, other)
    kept = photos.named()[0].digest
    engine = Engine.made
    Engine.holds.set()
    try:
        photos.add([one])
        qtbot.waitUntil(lambda: digest in engine.opened)
        if ends == "cancelled":
            photos.cancel()
        elif ends == "another face":
            document.select(1)
        elif ends == "another photo":
            document.open_photo(make_photo(digest="b" * 64), EmbeddedPhoto("b.png", b"y"))
        elif ends == "no room left":
            monkeypatch.setattr("gui.model.person_photos.LARGEST", 1)
        else:
            monkeypatch.setattr(photos._adding, "cancel", lambda: None)
            photos.cancel()
    finally:
        Engine.holds.clear()
    qtbot.waitUntil(lambda: not photos.busy and digest not in engine.opened)
    assert digest not in [photo.digest for photo in photos.named(0)]
    assert (kept in engine.opened) == (ends != "another photo")


def test_the_photo_that_is_open_is_not_there_twice(document: ProjectDocument, thread: EngineThread) -> None:
    face = FaceState.of({"photos": {"01": f"{'a' * 64} gray.png"}})
    original = EmbeddedPhoto("gray.png", b"x")
    document.open_photo(make_photo(), original, Project(original, (face,)))
    photos = PersonPhotos(document, thread, parent=document)
    assert photos.named() == () and photos.more() == () and photos.room == MOST


def test_they_lie_in_the_project_as_long_as_a_face_or_a_step_names_them(
        document: ProjectDocument, photos: PersonPhotos, thread: EngineThread, tmp_path: Path,
        qtbot) -> None:  # noqa: ANN001
    add(photos, qtbot, picture(tmp_path, "one.png", 10))
    digest = photos.named()[0].digest
    photos.remove(digest)
    project = document.project()
    assert project is not None and f"photos/{digest}" in [part.name for part in project.parts], "it can be had back"
    document.undo()
    kept = document.project()
    assert kept is not None
    document.open_photo(make_photo(digest="b" * 64), EmbeddedPhoto("b.png", b"y"))
    assert photos.named() == ()
    qtbot.waitUntil(lambda: digest not in Engine.made.opened)
    document.open_photo(make_photo(), EmbeddedPhoto("gray.png", b"x"), kept)
    assert [photo.name for photo in photos.more()] == ["one.png"]
    photos.remove(digest)
    document.undo_stack.clear()
    bare = document.project()
    assert bare is not None and bare.parts == ()


def test_one_that_the_project_lacks_is_told_once(document: ProjectDocument, photos: PersonPhotos) -> None:
    told: list[EngineError] = []
    photos.failed.connect(told.append)
    face = FaceState.of({"photos": {"01": f"{'c' * 64} lost.png"}})
    original = EmbeddedPhoto("gray.png", b"x")
    document.open_photo(make_photo(), original, Project(original, (face,)))
    assert photos.more() == () and photos.more() == ()
    assert [str(error) for error in told] == ["the project lacks the photo lost.png"]


def test_whoever_closed_them_they_are_open_for_whoever_needs_them(tmp_path: Path) -> None:
    engine, path = Engine(), picture(tmp_path, "one.png", 10)
    photo = EmbeddedPhoto("one.png", path.read_bytes())
    for _ in range(2):
        assert run(opened(engine, (photo,))) == (photo.digest,) and photo.digest in engine.opened
        engine.forget(photo.digest)
    with pytest.raises(EngineError, match="no face"):
        run(opened(engine, (EmbeddedPhoto("w.png", picture(tmp_path, "w.png", 255).read_bytes()),)))


def test_the_texture_and_the_fit_are_made_of_all_and_a_stranger_is_told(
        document: ProjectDocument, photos: PersonPhotos, thread: EngineThread, tmp_path: Path,
        qtbot) -> None:  # noqa: ANN001
    textures = FaceTextures(document, thread, photos, document)
    assert document.photo is not None
    face = document.photo.id, 0
    textures.changed.connect(lambda: textures.want(face))  # as a head does that is drawn
    textures.want(face)
    qtbot.waitUntil(lambda: textures.has(face, ()))
    add(photos, qtbot, picture(tmp_path, "one.png", 10))
    digest = photos.named()[0].digest
    qtbot.waitUntil(lambda: textures.has(face, photos.more()))
    assert Engine.made.baked == [(face[0],), (face[0], digest)] and textures.notes(face) == ()
    Engine.made.strangers.add(photos.named()[0].digest)
    photos.remove(digest)
    assert textures.more(face) == ()
    add(photos, qtbot, tmp_path / "one.png", picture(tmp_path, "two.png", 20))
    qtbot.waitUntil(lambda: len(textures.more(face)) == 2)
    assert [str(note) for note in textures.notes(face)] == ["photo 2 may show somebody else than photo 1"]
    fits = RigFits(document, thread, document)
    assert chosen_shape(document, load_schema("face-nn")) == ""
    fits.fit(load_schema("face-nn"), ())
    qtbot.waitUntil(lambda: not fits.busy)
    assert Engine.made.more_photos[-1] == tuple(photo.digest for photo in photos.named())
    assert fits.fit_shown(load_schema("face-nn")) is not None


def test_a_texture_that_a_model_would_better_is_baked_anew_once_models_came(
        document: ProjectDocument, photos: PersonPhotos, thread: EngineThread, monkeypatch: pytest.MonkeyPatch,
        qtbot) -> None:  # noqa: ANN001
    textures = FaceTextures(document, thread, photos, document)
    assert document.photo is not None
    face = document.photo.id, 0
    Engine.made.hair_note = Note(Text("stock hair"), Text("stock"), get_model("face-parsing"))
    textures.want(face)
    qtbot.waitUntil(lambda: textures.has(face, ()))
    textures.want_hair(face)
    assert not textures.has_hair(face)
    qtbot.waitUntil(lambda: textures.hair_notes(face) == (Engine.made.hair_note,))
    Engine.made.hair_note, present = None, set[str]()
    monkeypatch.setattr(Engine.made.store, "present", lambda model: model in present)
    textures.check()
    done: list[str] = []
    Ask(document, "next", lambda engine: single(lambda: "done"), Rank.QUIET).then(done.append).start(thread)
    qtbot.waitUntil(lambda: done == ["done"])
    assert Engine.made.unbaked == [] and textures.has_hair(face), "no model came"
    present.add("face-parsing")
    with qtbot.waitSignal(textures.changed):
        textures.check()
    assert Engine.made.unbaked == [face[0]] and textures.has(face, ()), "its own notes had no remedy"
    textures.want_hair(face)
    with qtbot.waitSignal(textures.changed):
        pass
    assert textures.hair_notes(face) == () and textures.has_hair(face)


def test_what_is_baked_of_a_photo_that_is_closed_is_given_up(
        document: ProjectDocument, photos: PersonPhotos, thread: EngineThread, qtbot) -> None:  # noqa: ANN001
    textures = FaceTextures(document, thread, photos, document)
    assert document.photo is not None
    textures.want((document.photo.id, 0))
    baking = textures._baking
    assert baking is not None
    document.close()
    assert textures._baking is None
    qtbot.waitUntil(lambda: not baking.active)
    assert not textures.has(("a" * 64, 0), ())
