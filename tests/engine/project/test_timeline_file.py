"""A face's timeline in a project: comes back the same from the file, and damaged parts are told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.motion.curve import Curve, Keyframe
from engine.motion.take import Take
from engine.motion.timeline import PlacedTake, Timeline
from engine.project.face_state import LOOK, TIMELINE, FaceState
from engine.project.project import EmbeddedPhoto, Part, Project
from engine.project.project_file import read_project, write_project
from engine.project.timeline_file import timeline_of, timeline_parts, with_parts, without_stray_timelines
from engine.systems import face_namespaces
from tests.engine.motion.takes import ramp

TAKE = Take((ramp(), ramp("headYaw", rate=10)), 30, "clip.mp4")
FILM = Timeline((PlacedTake(TAKE), PlacedTake(TAKE, 2.0)), (Curve("AU26", (Keyframe(0, 0), Keyframe(1, 5))),),
                (0.5, 3.0))
ID, PARTS = timeline_parts(FILM)
FACE = face_namespaces().replaced(FaceState(), TIMELINE, {"id": ID})


def test_a_timeline_comes_back_the_same_from_the_file(tmp_path: Path) -> None:
    other_id, other_parts = timeline_parts(replace(FILM, curves=()))
    parts = with_parts(PARTS, other_parts)
    assert len(parts) == 3  # two timelines, one take
    path = tmp_path / "film.facewright"
    faces = (FACE, FACE.with_values(TIMELINE, {"id": other_id}), FaceState.of({LOOK: {"AU26": 1.0}}))
    write_project(path, Project(EmbeddedPhoto("a.png", b"x"), faces, parts=parts))
    project = read_project(path, face_namespaces())
    assert project.faces == faces
    assert timeline_of(project.faces[0], project.parts) == FILM
    assert timeline_of(project.faces[1], project.parts) == replace(FILM, curves=())
    assert timeline_of(project.faces[2], project.parts) is None


@pytest.mark.parametrize("missing", range(2))
def test_a_part_that_is_missing_is_named(missing: int) -> None:
    with pytest.raises(EngineError, match=PARTS[missing].name[6:12]):
        timeline_of(FACE, [part for place, part in enumerate(PARTS) if place != missing])


def test_timelines_that_nobody_names_go_with_their_takes() -> None:
    other_id, other = timeline_parts(Timeline((PlacedTake(Take((ramp(),), 30, "other.mp4")),)))
    parts = with_parts([*PARTS, *other], [Part("photos/x", b"x"), Part("newer/thing", b"?")])
    kept = without_stray_timelines(parts, [FACE])
    assert {part.name for part in kept} == {*(part.name for part in PARTS), "photos/x", "newer/thing"}
    unknown = FaceState.of({}, unknown={TIMELINE: {"id": other_id}})
    assert set(without_stray_timelines(parts, [FACE, unknown])) == set(parts), "kept for a version that can read it"


def test_what_is_there_is_not_made_once_more() -> None:
    again_id, again = timeline_parts(FILM, {part.name for part in PARTS if part.name.startswith("takes/")})
    assert again_id == ID and [part.name for part in again] == [f"timelines/{ID}.json"]


def test_another_take_under_the_same_name_is_not_taken_for_it() -> None:
    other = timeline_parts(Timeline((PlacedTake(Take((ramp(),), 30, "other.mp4")),)))[1][0]
    with pytest.raises(EngineError, match="not the take"):
        timeline_of(FACE, [replace(other, name=PARTS[0].name), PARTS[1]])


@given(st.integers(0, 1), st.data())
def test_damaged_parts_give_the_engines_own_error_or_a_timeline(place: int, data: st.DataObject) -> None:
    part = PARTS[place]
    whole = bytearray(part.data)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = Part(part.name, bytes(whole[:data.draw(st.integers(0, len(whole)))]))
    try:
        found = timeline_of(FACE, [damaged if one is part else one for one in PARTS])
    except EngineError:
        return
    assert isinstance(found, Timeline)


@given(st.binary(max_size=60) | st.sampled_from([b"NaN", b"[" * 100_000, b"[]", b'{"version": 1}']))
def test_any_bytes_give_the_engines_own_error(data: bytes) -> None:
    with pytest.raises(EngineError):
        timeline_of(FACE, [PARTS[0], Part(PARTS[1].name, data)])


def test_the_timeline_of_the_kept_file_can_be_read() -> None:
    path = Path(__file__).parents[2] / "data" / "projects" / "version-2-timeline.facewright"
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["timeline"]
    project = read_project(path, face_namespaces())
    found = timeline_of(project.faces[0], project.parts)
    assert found is not None and len(found.takes) == expected["takes"] and list(found.trim) == expected["trim"]
    curves = {curve.control: [[key.time, key.value] for key in curve.keys] for curve in found.curves}
    assert curves == expected["curves"]
