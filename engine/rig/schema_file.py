"""An artist's own schema: a TOML file, read, checked against the head, and known by its name from then on."""

from pathlib import Path

from engine.base.files import read_limited
from engine.base.limits import LARGEST_TOML
from engine.base.paths import RESOURCES
from engine.photo.arkit import ARKIT_52
from engine.rig.schema import RigSchema, learn_schema, load_schema

SUFFIX = ".toml"


def read_schema(path: Path) -> RigSchema:
    """A schema from a file. Raises EngineError (SchemaError for what is wrong with its text)."""
    name = path.stem if path.suffix.lower() == SUFFIX else path.name
    return own_schema(read_limited(path, LARGEST_TOML), name, str(path))


def own_schema(data: bytes, name: str, where: str = "") -> RigSchema:
    """The same from its text; see `parse_schema`. Everything it drives must be there."""
    from engine.rig.schema_text import parse_schema

    return parse_schema(data, name, where, driven_names())


def driven_names() -> frozenset[str]:
    """What a value may drive: the head's sliders, and the 52 ARKit shapes."""
    return frozenset(slot.id for slot in load_schema("facewright-head").slots) | frozenset(ARKIT_52)


def schema_called(text: str) -> RigSchema:
    """The schema of a name, or the one in the file of a path that ends in .toml, which then is known by its name.

    UsageError for an unknown name, EngineError for a file that is no schema.
    """
    if not text.lower().endswith(SUFFIX):
        return load_schema(text)
    schema = read_schema(Path(text))
    learn_schema(schema)
    return schema


def template() -> bytes:
    """A schema to begin with, every line explained."""
    return read_limited(RESOURCES / "schemas" / "template" / "my-game.toml", LARGEST_TOML)
