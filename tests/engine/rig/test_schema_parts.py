"""A project carries the own schemas that its faces have values of, and is opened where nobody has loaded them."""

from engine.project.face_state import FaceState, rig_namespace
from engine.project.project import EmbeddedPhoto, Part, Project
from engine.project.project_file import decode_project, encode_project
from engine.rig import schema as schemas
from engine.rig.schema import RigSchema, load_schema, schema_names
from engine.rig.schema_parts import learn_parts, schema_parts
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
