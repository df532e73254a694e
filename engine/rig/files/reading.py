"""Rig values from a file, of whichever format it is."""

from pathlib import Path

from engine.rig.values import RigValues


def read_values(path: Path) -> RigValues:
    """Values from a .bytes or .json file. Raises EngineError."""
    from engine.rig.files.bytes_file import read_bytes
    from engine.rig.files.json_file import read_json

    return read_json(path) if path.suffix.lower() == ".json" else read_bytes(path).values
