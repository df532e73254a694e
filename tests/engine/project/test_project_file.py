"""Project files: read back bit for bit, readable for ever, and only EngineError on anything else."""

import errno
import json
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.archive import pack
from engine.base.controls import Control, ControlTable
from engine.base.errors import EngineError
from engine.project.face_state import LOOK, PERSON, FaceState, rig_namespace
from engine.project.namespaces import Namespace, Namespaces
from engine.project.project import EmbeddedPhoto, Part, Project
from engine.project.project_file import (
    MANIFEST,
    MOST_ENTRIES,
    PHOTO,
    VERSION,
    decode_project,
    encode_project,
    read_project,
    write_project,
)

FIXTURES = Path(__file__).parents[2] / "data" / "projects"
TABLE = ControlTable([Control("AU1", "Inner brow", "Brow", -10, 10), Control("head.yaw", "Turn", "Head", -30, 30)])
KNOWN = Namespaces({LOOK: Namespace(TABLE)})
FACE_NN = rig_namespace("face-nn")
PROJECT = Project(
    photo=EmbeddedPhoto("portrait.png", b"\x89PNG not really"),
    faces=(FaceState.of({LOOK: {"AU1": 3.25, "head.yaw": -0.1}, FACE_NN: {"brow.height": 0.7}},
                        (10.5, 20.0, 110.5, 140.25)),
           FaceState()),
    selected=1,
    view=(("wipe", False), ("zoom", 1.5)),
    unplaced=(FaceState.of({LOOK: {"AU1": 1.0}, PERSON: {"id": "anna"}}, (300.0, 20.0, 400.0, 140.0)),),
    parts=(Part("timelines/one.json", b"{}"),),
)


def edited(project: Project = PROJECT, **changes: object) -> bytes:
    """The project's file with some top-level entries of its description replaced (None removes one)."""
    with zipfile.ZipFile(BytesIO(encode_project(project))) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    manifest = {**json.loads(entries[MANIFEST]), **changes}
    entries[MANIFEST] = json.dumps({key: value for key, value in manifest.items() if value is not None}).encode()
    return pack(entries)


def of_version_1(**changes: object) -> bytes:
    """The file of version 1 that is kept, with some entries of its description replaced."""
    with zipfile.ZipFile(FIXTURES / "version-1.facewright") as archive:
        manifest = {**json.loads(archive.read(MANIFEST)), **changes}
        return pack({MANIFEST: json.dumps(manifest).encode(), PHOTO: archive.read(PHOTO)})


numbers = st.floats(allow_nan=False, allow_infinity=False)
names = st.text(max_size=20)
values = st.dictionaries(names, st.dictionaries(names, numbers | names, max_size=5), max_size=3)
faces = st.builds(FaceState.of, values, st.none() | st.tuples(numbers, numbers, numbers, numbers))
parts = st.dictionaries(st.from_regex(r"[a-z]{1,8}/[a-z0-9]{1,8}", fullmatch=True).filter(lambda name: name != PHOTO),
                        st.binary(max_size=50), max_size=3).map(
    lambda found: tuple(Part(name, found[name]) for name in sorted(found)))
projects = st.builds(
    Project, photo=st.builds(EmbeddedPhoto, name=names, data=st.binary(max_size=200)),
    faces=st.lists(faces, max_size=3).map(tuple), selected=st.integers(0, 5),
    view=st.dictionaries(names, st.booleans() | numbers | names, max_size=4).map(
        lambda found: tuple(sorted(found.items()))),
    unplaced=st.lists(faces, max_size=2).map(tuple), parts=parts)


@given(projects)
def test_reads_back_bit_for_bit(project: Project) -> None:
    data = encode_project(project)
    again = decode_project(data, "p")
    assert again == project
    assert encode_project(again) == data


def test_write_and_read(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "portrait.facewright"
    write_project(path, PROJECT)
    assert read_project(path) == PROJECT
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_file_name_that_is_no_text_survives(tmp_path: Path) -> None:
    project = Project(EmbeddedPhoto("bad\udc80name.png", b"x"))
    write_project(tmp_path / "p.facewright", project)
    assert read_project(tmp_path / "p.facewright") == project


def test_photo_is_kept_unpacked() -> None:
    data = encode_project(PROJECT)
    assert PROJECT.photo.data in data


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.facewright")), ids=lambda path: path.stem)
def test_every_released_version_can_be_read(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    project = read_project(path)
    assert project.photo.name == expected["photo"]["name"]
    assert project.photo.digest == expected["photo"]["sha256"]
    assert project.selected == expected["selected"]
    assert dict(project.view) == expected["view"]
    assert [{name: face.get(name) for name in face.namespaces} for face in project.faces] == [
        expected_values(face) for face in expected["faces"]]
    assert [{name: face.get(name) for name in face.namespaces} for face in project.unplaced] == [
        expected_values(face) for face in expected.get("unplaced", [])]
    assert [part.name for part in project.parts] == expected.get("parts", [])


def expected_values(face: dict) -> dict:
    """By namespace, as version 1's expectations do not say it."""
    if "values" in face:
        return face["values"]
    found = {LOOK: face["look"], **{rig_namespace(schema): values for schema, values in face["rigs"].items()}}
    return {name: values for name, values in found.items() if values}


def test_this_version_writes_the_description_it_wrote_before() -> None:
    path = FIXTURES / f"version-{VERSION}.facewright"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(BytesIO(encode_project(read_project(path)))) as now:
        assert now.namelist() == before.namelist()
        assert now.read(MANIFEST) == before.read(MANIFEST)  # not the packed bytes: zlib's versions pack differently


def test_there_is_a_file_of_every_version() -> None:
    versions = {decoded["version"] for path in FIXTURES.glob("*.facewright")
                for decoded in [json.loads(zipfile.ZipFile(path).read(MANIFEST))]}
    assert versions == set(range(1, VERSION + 1))


def test_values_of_a_newer_version_are_kept_and_written_back(tmp_path: Path) -> None:
    newer = Project(PROJECT.photo, (FaceState.of({LOOK: {"AU1": 99.0, "AU99": 2.0, "head.yaw": 5.0, "mood": "good"},
                                                  "aura": {"hue": 0.3, "name": "dawn"}}),), parts=PROJECT.parts)
    project = decode_project(encode_project(newer), "p", KNOWN)
    (face,) = project.faces
    assert dict(face.look) == {"head.yaw": 5.0} and face.namespaces == (LOOK,)
    assert dict(face.unknown)[LOOK] == (("AU1", 99.0), ("AU99", 2.0), ("mood", "good"))
    assert KNOWN.unknown_names(face) == ("AU1", "AU99", "aura", "mood")
    path = tmp_path / "again.facewright"
    write_project(path, project)
    assert read_project(path) == newer and path.read_bytes() == encode_project(newer)


def test_values_of_version_1_that_are_unknown_survive_the_migration(tmp_path: Path) -> None:
    data = of_version_1(faces=[{"look": {"AU1": 2.0, "AU99": 2.0}, "rigs": {"lost-game": {"nose": 0.5}}}])
    project = decode_project(data, "p", KNOWN)
    assert dict(project.faces[0].look) == {"AU1": 2.0}
    assert KNOWN.unknown_names(project.faces[0]) == ("AU99", "rig/lost-game")
    path = tmp_path / "again.facewright"
    write_project(path, project)
    assert read_project(path).faces == (
        FaceState.of({LOOK: {"AU1": 2.0, "AU99": 2.0}, "rig/lost-game": {"nose": 0.5}}),)


def test_a_value_set_anew_counts_and_not_the_unknown_one_it_replaces(tmp_path: Path) -> None:
    newer = Project(PROJECT.photo, (FaceState.of({LOOK: {"AU1": 99.0, "AU99": 2.0}}),))
    project = decode_project(encode_project(newer), "p", KNOWN)
    state = KNOWN.changed(project.faces[0], LOOK, {"AU1": 5.0})
    path = tmp_path / "again.facewright"
    write_project(path, Project(PROJECT.photo, (state,)))
    assert read_project(path).faces == (FaceState.of({LOOK: {"AU1": 5.0, "AU99": 2.0}}),)


def test_newer_file_says_so() -> None:
    with pytest.raises(EngineError, match="newer Facewright") as caught:
        decode_project(edited(version=VERSION + 1), "p.facewright")
    with pytest.raises(EngineError, match="it has no version"):  # and the number is not told
        decode_project(edited(version=10 ** 4000), "p.facewright")
    assert caught.value.hint


@pytest.mark.parametrize("changes", [
    {"version": None}, {"version": "1"}, {"version": 0}, {"version": True}, {"photo": None}, {"photo": {"name": 3}},
    {"photo": {"name": "x", "sha256": "0" * 64}}, {"faces": {}}, {"faces": [3]}, {"faces": [{"values": []}]},
    {"faces": [{"values": {"look": []}}]}, {"faces": [{"values": {"look": {"AU1": None}}}]},
    {"faces": [{"values": {"look": {"AU1": True}}}]}, {"faces": [{"values": {"look": {"AU1": 10 ** 400}}}]},
    {"faces": [{"values": {"x": {str(name): 1 for name in range(10_001)}}}]}, {"faces": [{"box": [1, 2, 3]}]},
    {"faces": [{"values": {str(name): {} for name in range(1001)}}]}, {"faces": [{}] * 1001},
    {"unplaced": [{}] * 1001}, {"unplaced": 3}, {"selected": -1}, {"selected": 0.5}, {"view": {"zoom": []}},
    {"format": "other"},
])
def test_damaged_descriptions(changes: dict) -> None:
    with pytest.raises(EngineError, match="p.facewright"):
        decode_project(edited(**changes), "p.facewright")


@pytest.mark.parametrize("changes", [
    {"version": 0}, {"photo": {"name": 3}}, {"faces": {}}, {"faces": [3]}, {"faces": [{"look": []}]},
    {"faces": [{"look": {"AU1": "8"}}]}, {"faces": [{"look": {"AU1": True}}]}, {"faces": [{"rigs": {"x": 3}}]},
    {"faces": [{"look": {"AU1": 10 ** 400}}]}, {"faces": [{"box": [1, 2, 3]}]}, {"faces": [{}] * 1001},
    {"selected": -1}, {"view": {"zoom": []}},
])
def test_damaged_descriptions_of_version_1(changes: dict) -> None:
    with pytest.raises(EngineError, match="p.facewright"):
        decode_project(of_version_1(**changes), "p.facewright")


def test_a_number_too_large_for_any_float_is_damage() -> None:
    with zipfile.ZipFile(BytesIO(encode_project(PROJECT))) as archive:
        text = archive.read(MANIFEST).replace(b"3.25", b"1e999")
    with pytest.raises(EngineError, match="damaged"):
        decode_project(pack({MANIFEST: text, PHOTO: PROJECT.photo.data}), "p")


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b"\xff", b'{"a": NaN}', b'{"a": Infinity}', b"[" * 100_000,
                                  b'{"version": ' + b"9" * 5000 + b"}"])
def test_descriptions_that_are_none(text: bytes) -> None:
    with pytest.raises(EngineError):
        decode_project(pack({MANIFEST: text, PHOTO: b"x"}), "p")


@pytest.mark.parametrize("name", ["../outside", "/absolute", "a/../b", "c:\\windows", "a\\b", "folder/", "./x"])
def test_names_that_lead_outside(name: str) -> None:
    with pytest.raises(EngineError, match="not allowed|damaged"):
        decode_project(pack({MANIFEST: b"{}", name: b"x"}), "p")


def test_the_same_name_twice() -> None:
    with pytest.raises(EngineError, match="twice"):
        decode_project(pack({MANIFEST: b"{}", "Project.JSON": b"{}"}), "p")


def test_too_many_parts() -> None:
    with pytest.raises(EngineError, match="parts"):
        decode_project(pack({f"part-{index}": b"" for index in range(MOST_ENTRIES + 1)}), "p")


def test_a_bomb_is_not_unpacked() -> None:
    bomb = pack({MANIFEST: b"{}", PHOTO: bytes(40 * 2**20)})
    assert len(bomb) < 100_000
    with pytest.raises(EngineError, match="far more"):
        decode_project(bomb, "p")


@given(st.binary(max_size=400))
def test_any_bytes_give_the_engines_own_error(data: bytes) -> None:
    with pytest.raises(EngineError):
        decode_project(data, "p")


@settings(max_examples=300)
@given(st.data())
def test_damaged_files_give_the_engines_own_error_or_a_project(data: st.DataObject) -> None:
    whole = bytearray(encode_project(PROJECT))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        project = decode_project(bytes(whole[:cut]), "p", KNOWN)
    except EngineError:
        return
    assert isinstance(project, Project)


short = st.text(max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | short,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(short, inner, max_size=4), max_leaves=12)


@given(st.dictionaries(st.sampled_from(["photo", "faces", "selected", "view", "version", "unplaced"]), json_values))
def test_any_description_gives_the_engines_own_error_or_a_project(changes: dict) -> None:
    for data in (edited(**changes), of_version_1(**changes)):
        try:
            decode_project(data, "p", KNOWN)
        except EngineError:
            pass


face_like = st.fixed_dictionaries({}, optional={
    "look": st.dictionaries(short, json_values, max_size=3), "rigs": st.dictionaries(short, json_values, max_size=3),
    "values": st.dictionaries(st.sampled_from([LOOK, FACE_NN, "rig/", ""]) | short, json_values, max_size=3),
    "box": json_values})


@given(st.lists(face_like, max_size=3))
def test_any_face_gives_the_engines_own_error_or_one_that_can_be_written_again(found: list[dict]) -> None:
    for data in (edited(faces=found), of_version_1(faces=found)):
        try:
            project = decode_project(data, "p", KNOWN)
        except EngineError:
            continue
        assert decode_project(encode_project(project), "p", KNOWN) == project


def test_values_that_cannot_be_kept_are_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "p.facewright"
    write_project(path, PROJECT)
    before = path.read_bytes()
    with pytest.raises(EngineError):
        write_project(path, Project(PROJECT.photo, (FaceState.of({LOOK: {"AU1": float("nan")}}),)))
    assert path.read_bytes() == before


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.facewright"
    write_project(path, PROJECT)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EngineError, match=os.strerror(errno.ENOSPC)):
        write_project(path, Project(EmbeddedPhoto("other.png", b"larger")))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_what_the_disk_did_not_keep_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.facewright"
    write_project(path, PROJECT)
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda file: os.ftruncate(file, 100))
    with pytest.raises(EngineError):
        write_project(path, Project(EmbeddedPhoto("other.png", b"larger")))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_unwritable_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(EngineError, match="cannot be written"):
        write_project(tmp_path / "file" / "p.facewright", PROJECT)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read"):
        read_project(tmp_path / "none.facewright")
