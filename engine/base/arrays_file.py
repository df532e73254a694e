"""Arrays and a few facts in one ``.npz``: no pickles, the same bytes for the same content, written whole or not."""

import io
import json
import math
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.archive import pack, unpack
from engine.base.errors import EngineError, UsageError
from engine.base.files import read_head, read_limited
from engine.base.json_text import parse_json
from engine.base.limits import LARGEST_UNPACKED, LONGEST_ARRAY_HEADER, MOST_DIMENSIONS
from engine.base.text import Text
from engine.base.writing import write_whole

_MOST_ENTRIES = 32
_LARGEST_FACTS = 1 << 22
NPY = b"\x93NUMPY"
"""What a ``.npy`` begins with."""
_HEADER = re.compile(
    rb"\{(?:\s*(?:'descr'\s*:\s*'(?P<kind>[^']{1,16})'|'fortran_order'\s*:\s*(?P<columns>True|False)"
    rb"|'shape'\s*:\s*\((?P<shape>[\dL,\s]{0,200})\))\s*,?){3}\s*\}\s*")
"""What stands before the numbers: a dict in Python's writing. Read as the three things it says, never evaluated."""
_KIND = re.compile(r"[<>|=]?([fiubcSUOMmV])(\d{0,4})")


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
    if read_head(path, 2) != b"PK":
        raise EngineError(Text("{0}: is no .npz file", path))
    data = read_limited(path, LARGEST_UNPACKED)

    def parse() -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        entries = unpack(data, str(path), _MOST_ENTRIES, LARGEST_UNPACKED)
        text = entries.get("facts.json", b"")
        facts = parse_json(text) if 0 < len(text) < _LARGEST_FACTS else None
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


def array_of_npy(data: bytes, kinds: str = "fiub") -> np.ndarray:
    """The numbers in ``.npy`` bytes; its header is believed only as far as there are bytes. EngineError otherwise.

    kinds: which of numpy's there may be.
    """
    try:
        size = {1: 2, 2: 4, 3: 4}[data[6]] if data[:6] == NPY else 0
        length = int.from_bytes(data[8:8 + size], "little")
        start = 8 + size + length
        said = _HEADER.fullmatch(data[8 + size:start]) if size and length <= LONGEST_ARRAY_HEADER else None
        kind = _KIND.fullmatch(said["kind"].decode("ascii")) if said is not None else None
        if said is None or kind is None or said["columns"] is None or said["shape"] is None:
            raise ValueError("the header")
        shape = tuple(int(length) for length in said["shape"].replace(b"L", b"").split(b",") if length.strip())
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        raise EngineError(Text("is no .npy file, or damaged"), detail=repr(error)) from None
    if kind[1] == "O":
        raise EngineError(Text("holds Python objects, not numbers"), Text("nothing of it was run"))
    if kind[1] not in kinds or len(shape) > MOST_DIMENSIONS or not _fits(kind[0], shape, len(data) - start):
        raise EngineError(Text("an array has another length than it says, or holds no numbers"))
    values = np.frombuffer(data, kind[0], math.prod(shape), start)
    return values.reshape(shape, order="F" if said["columns"] == b"True" else "C")


def _fits(kind: str, shape: tuple[int, ...], size: int) -> bool:
    """Whether an array of that shape takes just so many bytes, and numpy can hold it."""
    try:
        dtype = np.dtype(kind)
        wide = math.prod(max(length, 1) for length in shape) * dtype.itemsize  # numpy multiplies so where one is 0
    except TypeError:
        return False
    return wide < 1 << 62 and math.prod(shape) * dtype.itemsize == size


def _npy(values: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(values), allow_pickle=False)
    return buffer.getvalue()
