"""Further photos of a person in a project: they come back the same, and damaged ones are told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.project.face_state import PHOTOS, FaceState
from engine.project.person_photos import (
    MOST,
    PersonPhoto,
    embedded,
    kept_photos,
    photo_part,
    photos_of,
    sizes,
    without_strays,
)
from engine.project.project import EmbeddedPhoto, Part, Project
from engine.project.project_file import read_project, write_project
from engine.systems import face_namespaces

FILES = [EmbeddedPhoto(f"holiday {number}.jpg", b"%d" % number * 20) for number in range(3)]
PHOTO_LIST = tuple(PersonPhoto(file.digest, file.name) for file in FILES)
FACE = face_namespaces().replaced(FaceState(), PHOTOS, kept_photos(PHOTO_LIST))


def test_photos_come_back_the_same_from_the_file(tmp_path: Path) -> None:
    path, parts = tmp_path / "a.facewright", tuple(sorted(map(photo_part, FILES), key=lambda part: part.name))
    write_project(path, Project(EmbeddedPhoto("a.png", b"x"), (FACE,), parts=parts))
    project = read_project(path, face_namespaces())
    assert project.faces == (FACE,) and photos_of(project.faces[0]) == PHOTO_LIST
    assert [embedded(photo, project.parts) for photo in PHOTO_LIST] == FILES
    assert sizes(project.parts) == {file.digest: 20 for file in FILES}


def test_a_photo_that_is_missing_or_another_is_told() -> None:
    with pytest.raises(EngineError, match="lacks"):
        embedded(PHOTO_LIST[0], [photo_part(FILES[1])])
    with pytest.raises(EngineError, match="not the one"):
        embedded(PHOTO_LIST[0], [Part(photo_part(FILES[0]).name, b"other")])


def test_what_no_face_names_is_not_kept_and_what_is_no_photo_is() -> None:
    takes = Part("takes/1.npz", b"y")
    left = without_strays([takes, *map(photo_part, FILES)],
                          [FaceState(), FACE.with_values(PHOTOS, kept_photos(PHOTO_LIST[1:]))])
    assert left == (takes, photo_part(FILES[1]), photo_part(FILES[2]))


def test_there_are_so_many_at_most() -> None:
    many = [PersonPhoto(f"{number:064x}", "a") for number in range(20)]
    assert photos_of(FaceState.of({PHOTOS: kept_photos(many)})) == tuple(many[:MOST])


@given(st.dictionaries(st.sampled_from(["01", "02", "11", "12", "x"]),
                       st.text() | st.floats(allow_nan=False) | st.just(f"{'a' * 64} ../../etc/passwd")))
def test_whatever_a_file_says_names_photos_or_nothing(values: dict[str, float | str]) -> None:
    face = face_namespaces().sorted_out(FaceState.of({PHOTOS: values}))
    for photo in photos_of(face):
        assert len(photo.digest) == 64 and set(photo.digest) <= set("0123456789abcdef") and photo.name
    assert face.merged() == FaceState.of({PHOTOS: values})
