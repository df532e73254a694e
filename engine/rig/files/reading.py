"""Rig values from a file, of whichever format it is."""

from pathlib import Path

from engine.rig.schema import load_schema
from engine.rig.values import RigValues


def read_values(path: Path, schema_name: str = "", likely: str = "") -> RigValues:
    """Values from a .bytes or .json file. Raises EngineError.

    schema_name: whose they are, where somebody says it. Many games' files do not say it themselves; likely: whose such
    a one is.
    """
    from engine.rig.files.bytes_file import read_bytes
    from engine.rig.files.json_file import read_json

    if path.suffix.lower() != ".json":
        return read_bytes(path, schema_name, likely).values
    values = read_json(path)
    if schema_name:
        load_schema(schema_name).check_count(values)
    return values
