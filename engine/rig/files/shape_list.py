"""`.arkit.json`: the names of a model's morph targets in their order, a plain JSON list.

For tools that lose the names that glTF keeps: the n-th target is the n-th name.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.motion.channel_names import SHAPES, channel_name
from engine.rig.files.written import Written

_LARGEST = 1 << 16


def write_shape_list(path: Path, names: Sequence[str]) -> Written:
    """Write, read back, compare. EngineError."""
    def check(written: Path) -> None:
        if read_shape_list(written) != tuple(names):
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, (json.dumps(list(names), indent=0) + "\n").encode("utf-8"), check)
    return Written(len({channel_name(name) for name in names} & SHAPES))


def read_shape_list(path: Path) -> tuple[str, ...]:
    """The names in such a file. Raises EngineError."""
    try:
        names = parse_json(read_limited(path, _LARGEST))
    except ValueError as error:
        raise EngineError(Text("{0}: no list of names: {1}", path, error)) from None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise EngineError(Text("{0}: no list of names", path))
    return tuple(names)
