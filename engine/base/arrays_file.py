"""Arrays and a few facts in one ``.npz``: no pickles, the same bytes for the same content, written whole or not."""

import io
import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.archive import pack, unpack
from engine.base.errors import EngineError, UsageError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole

_MOST_ENTRIES = 32
_LARGEST = 1 << 31
_LARGEST_FACTS = 1 << 24


def write_arrays(path: Path, arrays: Mapping[str, np.ndarray], facts: Mapping[str, Any]) -> None:
    """Write arrays and facts (JSON) to `path`. UsageError for another suffix than .npz, EngineError when it fails."""
    if path.suffix.lower() != ".npz":
        raise UsageError(Text("{0}: this is written as .npz", path.name))
    entries = {f"{name}.npy": _npy(values) for name, values in arrays.items()}
    data = pack({**entries, "facts.json": json.dumps(dict(facts), indent=1, allow_nan=False).encode()})

    def compare(written: Path) -> None:
        again, _ = read_arrays(written)
        if any(not np.array_equal(again[name], values, equal_nan=values.dtype.kind == "f")
               for name, values in arrays.items()):
            raise EngineError(Text("{0}: what was written is not what was meant", path))

    write_whole(path, data, compare)


def read_arrays(path: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    """Arrays by name, and the facts. Raises only EngineError, whatever is in the file; nothing in it is run."""
    data = read_limited(path, _LARGEST)
    if data[:2] != b"PK":
        raise EngineError(Text("{0}: is no .npz file", path))

    def parse() -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        entries = unpack(data, str(path), _MOST_ENTRIES, _LARGEST)
        text = entries.get("facts.json", b"")
        facts = json.loads(text) if 0 < len(text) < _LARGEST_FACTS else None
        if not isinstance(facts, dict):
            raise EngineError(Text("{0}: is a .npz, but none of Facewright's", path))
        arrays = {name[:-4]: array_of_npy(entry) for name, entry in entries.items() if name.endswith(".npy")}
        return arrays, facts

    return said_of(path, parse)


def said_of(path: Path, read: Callable[[], Any]) -> Any:
    """`read()`; whatever goes wrong in it becomes one EngineError that names the file."""
    try:
        return read()
    except EngineError as error:
        if str(path) in error.message:
            raise
        raise EngineError(Text("{0}: {1}", path, error.message), error.hint) from None
    except Exception as error:  # noqa: BLE001 - on hostile bytes the readers let out a dozen kinds
        raise EngineError(Text("{0}: damaged, or of another kind", path), detail=repr(error)) from None


def array_of_npy(data: bytes) -> np.ndarray:
    """The numbers in ``.npy`` bytes; its header is believed only as far as there are bytes. EngineError otherwise."""
    stream = io.BytesIO(data)
    try:
        version = np.lib.format.read_magic(stream)
        read = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}[version]
        shape, by_columns, dtype = read(stream)
    except Exception as error:  # noqa: BLE001 - see above
        raise EngineError(Text("is no .npy file, or damaged"), detail=repr(error)) from None
    if dtype.hasobject:
        raise EngineError(Text("holds Python objects, not numbers"), Text("nothing of it was run"))
    if dtype.kind not in "fiub" or math.prod(shape) * dtype.itemsize != len(data) - stream.tell():
        raise EngineError(Text("an array has another length than it says, or holds no numbers"))
    values = np.frombuffer(data, dtype, math.prod(shape), stream.tell())
    return values.reshape(shape, order="F" if by_columns else "C")


def _npy(values: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(values), allow_pickle=False)
    return buffer.getvalue()
