"""An artist's own schemas in a project: it carries those that its faces have values of, so that it opens anywhere.

    schemas/NAME.toml     the schema's text
"""

from collections.abc import Iterable, Iterator

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.project.face_state import RIG, FaceState
from engine.project.project import Part
from engine.rig.schema import BUILT_IN, RigSchema, bring_schema, learn_schema, load_schema, schema_names
from engine.rig.schema_file import SUFFIX, own_schema

_FOLDER = "schemas/"
MOST_TEXT = 1 << 20
"""Bytes of all schemas of a project together that are read: some two seconds of them."""


def schema_parts(faces: Iterable[FaceState]) -> tuple[Part, ...]:
    """The own schemas of the rigs that faces have values of."""
    rigs = {name.removeprefix(f"{RIG}/") for face in faces for name in face.namespaces if name.startswith(f"{RIG}/")}
    own = sorted(rigs & set(schema_names()) - set(BUILT_IN))
    return tuple(Part(f"{_FOLDER}{name}{SUFFIX}", load_schema(name).source) for name in own)


def learn_parts(parts: Iterable[Part]) -> None:
    """Know the schemas that a project carries, MOST_TEXT of them. One that is loaded here, before or after, goes before
    it, and one that is none is left alone: what faces have of it is kept and told of as unknown."""
    for name, part in _within(_named(parts)):
        if name not in schema_names():
            try:
                bring_schema(_schema_in(name, part))
            except EngineError:
                continue


def learn_part(name: str, part: Part) -> None:
    """Know the schema of this name from a project's part, in place of one that was loaded. EngineError."""
    learn_schema(_schema_in(name, part))


def _schema_in(name: str, part: Part) -> RigSchema:
    schema = own_schema(part.data, name)
    if schema.name != name:
        raise EngineError(Text("{0}: holds the rig {1}", part.name, schema.name))
    return schema


def other_versions(parts: Iterable[Part]) -> dict[str, Part]:
    """By name, the schemas of a project in place of which another, loaded here, is in force."""
    return {name: part for name, part in _named(parts) if name in schema_names() and name not in BUILT_IN
            and load_schema(name).source != part.data}


def notes_on(parts: Iterable[Part]) -> tuple[Text, ...]:
    """What is to be said of the schemas of a project once they are learnt."""
    named = _named(parts)
    left = [name for name, _ in named[len(list(_within(named))):] if name not in schema_names()]
    notes = [Text("The rig {0} is not the one that this project was made with: one of that name was loaded here. What "
                  "it does not know is kept.", load_schema(name).label) for name in other_versions(parts)]
    if left:
        names = ", ".join(left[:5]) + (", …" if len(left) > 5 else "")
        notes.append(Text("{0} rigs of this project are kept and not shown, for all together they are too large: {1}",
                          len(left), names))
    return tuple(notes)


def _named(parts: Iterable[Part]) -> list[tuple[str, Part]]:
    found = [(part.name.removeprefix(_FOLDER).removesuffix(SUFFIX), part) for part in parts]
    return [(name, part) for name, part in found if part.name == f"{_FOLDER}{name}{SUFFIX}"]


def _within(named: Iterable[tuple[str, Part]]) -> Iterator[tuple[str, Part]]:
    """The first of them, as many as are read."""
    size = 0
    for name, part in named:
        size += len(part.data)
        if size > MOST_TEXT:
            return
        yield name, part
