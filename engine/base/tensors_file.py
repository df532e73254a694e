"""The description at the head of a ``.safetensors`` file, looked through before the package that reads it opens it."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.base.errors import EngineError
from engine.base.files import open_plain, unreadable
from engine.base.json_text import parse_json
from engine.base.limits import LARGEST_TENSORS_HEADER, MOST_DIMENSIONS, MOST_TENSORS
from engine.base.text import Text

_SIZES = {"BOOL": 1, "U8": 1, "I8": 1, "F8_E5M2": 1, "F8_E4M3": 1, "I16": 2, "U16": 2, "F16": 2, "BF16": 2, "I32": 4,
          "U32": 4, "F32": 4, "F64": 8, "I64": 8, "U64": 8}
_LONGEST_LENGTH = 1 << 40


def check_tensors(path: Path) -> dict[str, str]:
    """The texts that stand beside the tensors of a file (its metadata). EngineError when it is no ordinary file, its
    description is larger or deeper than any, or says anything else than where in the file each tensor lies."""
    with open_plain(path) as file:
        try:
            size = file.seek(0, 2)
            file.seek(0)
            length = int.from_bytes(file.read(8), "little")
            text = file.read(length) if length <= LARGEST_TENSORS_HEADER else b""
        except OSError as error:
            raise unreadable(path, error) from None
    return _checked(text, length, size, str(path))


def check_tensors_in(data: bytes, name: str) -> dict[str, str]:
    """As `check_tensors`, for a file's bytes."""
    length = int.from_bytes(data[:8], "little")
    return _checked(data[8:8 + min(length, LARGEST_TENSORS_HEADER + 1)], length, len(data), name)


def _checked(text: bytes, length: int, size: int, name: str) -> dict[str, str]:
    try:
        if not 0 < length == len(text) <= LARGEST_TENSORS_HEADER:
            raise ValueError(f"a description of {length} bytes")
        header = parse_json(text, (4 + MOST_DIMENSIONS) * MOST_TENSORS)
        if not isinstance(header, dict) or len(header) > MOST_TENSORS:
            raise ValueError("no description")
        beside = header.pop("__metadata__", {})
        if not isinstance(beside, dict) or not all(isinstance(one, str) for one in beside.values()):
            raise ValueError("__metadata__")
        held = sum(_size(name, tensor) for name, tensor in header.items())
        if held != size - 8 - length:
            raise ValueError(f"{held} bytes of tensors")
        return beside
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError(Text("{0}: damaged, or of another kind", name), detail=repr(error)) from None


def _size(name: str, tensor: Mapping[str, Any]) -> int:
    """Bytes of a tensor, which must be as many as its shape takes."""
    shape, (start, end) = tensor["shape"], tensor["data_offsets"]
    if not all(type(one) is int and 0 <= one <= _LONGEST_LENGTH for one in (*shape, start, end)):
        raise ValueError(name)
    if len(shape) > MOST_DIMENSIONS or end - start != math.prod(shape) * _SIZES[tensor["dtype"]]:
        raise ValueError(name)
    return int(end - start)
