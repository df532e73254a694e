"""An artist's own schemas in a project: it carries those that its faces have values of, so that it opens anywhere.

    schemas/NAME.toml     the schema's text
"""

from collections.abc import Iterable

from engine.base.errors import EngineError
from engine.project.face_state import RIG, FaceState
from engine.project.project import Part
from engine.rig.schema import BUILT_IN, learn_schema, load_schema, schema_names
from engine.rig.schema_file import SUFFIX, own_schema

_FOLDER = "schemas/"


def schema_parts(faces: Iterable[FaceState]) -> tuple[Part, ...]:
    """The own schemas of the rigs that faces have values of."""
    rigs = {name.removeprefix(f"{RIG}/") for face in faces for name in face.namespaces if name.startswith(f"{RIG}/")}
    own = sorted(rigs & set(schema_names()) - set(BUILT_IN))
    return tuple(Part(f"{_FOLDER}{name}{SUFFIX}", load_schema(name).source) for name in own)


def learn_parts(parts: Iterable[Part]) -> None:
    """Know the schemas that a project carries. One that was loaded here already stays as it is, and one that is none is
    left alone: what faces have of it is kept and told of as unknown."""
    for part in parts:
        name = part.name.removeprefix(_FOLDER).removesuffix(SUFFIX)
        if part.name == f"{_FOLDER}{name}{SUFFIX}" and name not in schema_names():
            try:
                schema = own_schema(part.data, name)
                if schema.name == name:
                    learn_schema(schema)
            except EngineError:
                continue
