"""A project carries the own schemas that its faces have values of, and is opened where nobody has loaded them."""

import pytest

from engine.base.errors import EngineError
from engine.project.face_state import FaceState, rig_namespace
from engine.project.project import EmbeddedPhoto, Part, Project
from engine.project.project_file import decode_project, encode_project
from engine.rig import schema as schemas
from engine.rig.schema import RigSchema, learn_schema, load_schema, schema_names
from engine.rig.schema_file import own_schema, template
from engine.rig.schema_parts import learn_part, learn_parts, notes_on, other_versions, schema_parts
from engine.systems import face_namespaces
from tests.engine.rig.conftest import forgotten


def test_a_project_brings_its_schemas(learnt: RigSchema) -> None:
    name = rig_namespace(learnt.name)
    face = face_namespaces().replaced(FaceState(), name, {"jaw.width": 0.75, "brow.style": 2.0})
    parts = schema_parts([face, FaceState.of({"rig/face-nn": {"forehead.width": 0.5}})])
    assert [part.name for part in parts] == [f"schemas/{learnt.name}.toml"]
    data = encode_project(Project(EmbeddedPhoto("a.png", b"x"), (face,), parts=parts))
    with forgotten():
        schemas._own.clear()
        bare = decode_project(encode_project(Project(EmbeddedPhoto("a.png", b"x"), (face,))), "bare", face_namespaces())
        assert bare.faces[0].unknown and not bare.faces[0].values  # kept, and told of by the rig's name
        assert face_namespaces().unknown_names(bare.faces[0]) == (name,)
        found = decode_project(data, "project", face_namespaces())
        assert found.faces == (face,) and load_schema(learnt.name).source == learnt.source


def test_a_schema_that_is_none_is_passed_over(learnt: RigSchema) -> None:
    known = schema_names()
    learn_parts([Part("schemas/odd.toml", b"\xff"), Part("schemas/face-nn.toml", learnt.source),
                 Part("schemas/../x.toml", learnt.source), Part("takes/odd.npz", b""),
                 Part("schemas/other.toml", learnt.source)])
    assert schema_names() == known


def part(name: str, size: int = 0) -> Part:
    return Part(f"schemas/{name}.toml", template().replace(b'name = "my-game"', f'name = "{name}"'.encode())
                + b"#" * size)


def test_schemas_beyond_the_limit_are_kept_and_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [part(f"game-{number}", 100_000) for number in range(12)]
    with forgotten():
        read: list[str] = []
        monkeypatch.setattr("engine.rig.schema_parts.own_schema", lambda data, name: (
            read.append(name), own_schema(data, name))[1])
        learn_parts(parts)
        assert read == [f"game-{number}" for number in range(10)], "two seconds of them, and no more"
        (note,) = notes_on(parts)
        assert note.endswith("game-10, game-11") and "kept and not shown" in note
        assert notes_on(parts[:10]) == ()


def test_what_is_learnt_goes_before_what_projects_bring() -> None:
    with forgotten():
        learn_parts([part("hero")])
        learn_parts([Part("schemas/hero.toml", part("hero").data.replace(b"Jaw", b"Neck"))])
        assert load_schema("hero").source == part("hero").data, "of two that projects bring the first"
        learn_schema(own_schema(part("hero").data.replace(b"Jaw", b"Chin"), "hero"))
        learn_parts([part("hero")])
        assert b"Chin" in load_schema("hero").source and schema_names().count("hero") == 1


def test_a_project_made_with_another_version_of_a_rig_says_so() -> None:
    with forgotten():
        learn_schema(own_schema(part("hero").data.replace(b"Jaw", b"Chin"), "hero"))
        learn_parts([part("hero"), part("other")])
        assert b"Chin" in load_schema("hero").source, "what was loaded by hand stays"
        (note,) = notes_on([part("hero"), part("other")])
        assert "not the one that this project was made with" in note
        (one,) = other_versions([part("hero"), part("other")]).items()
        learn_part(*one)
        assert load_schema("hero").source == part("hero").data and notes_on([part("hero")]) == ()
        with pytest.raises(EngineError, match="holds the rig other"):
            learn_part("hero", part("other"))
