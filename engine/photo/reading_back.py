"""Pictures that were written, read again some rows at a time: to see that a large one arrived, it is not held twice."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import open_plain
from engine.base.text import Text
from engine.photo.picture_kinds import PictureKind, kind_named
from engine.photo.strips import StoredRows
from engine.photo.writing import format_of


@dataclass(frozen=True)
class ReadBack:
    """size: width and height. same: whether every sample is the one that was written; None where the kind of file holds
    them only nearly."""

    size: tuple[int, int]
    same: bool | None


def read_back(path: Path, native: np.ndarray, converted: bool = False) -> ReadBack:
    """Read all of a picture that `write_picture` wrote, of any kind but JPEG, and compare it with what that was given.

    native:    (H, W, C) as given.
    converted: whether its colours are in another space in the file.
    EngineError when it cannot be read.
    """
    kind = kind_named(format_of(path))
    try:
        with open_plain(path) as file, _stored(file, kind, native.dtype == np.uint16) as stored:
            height, width, channels = stored.shape
            exact = kind.lossless and not converted and channels == native.shape[2] and stored.dtype == native.dtype
            same, top = stored.shape[:2] == native.shape[:2], 0
            for part in stored.rows:
                if exact and same:
                    same = np.array_equal(part, native[top : top + len(part)])
                top += len(part)
            if top != height:
                raise ValueError(f"{top} of {height} rows")
    except (EngineError, MemoryError):
        raise
    except Exception as error:  # the decoders raise whatever they like on damaged files
        raise EngineError(Text("{0} is damaged and cannot be read", path.name),
                          detail=f"{type(error).__name__}: {error}") from error
    return ReadBack((width, height), same if exact else None)


def _stored(file: BinaryIO, kind: PictureKind, deep: bool) -> AbstractContextManager[StoredRows]:
    from engine.photo.sixteen_bit import stored_sixteen_bits
    from engine.photo.tiff_writing import stored_tiff

    if kind.name == "TIFF":
        return nullcontext(stored_tiff(file))
    if kind.name == "PNG" and deep:
        return nullcontext(stored_sixteen_bits(file))
    return _by_pillow(file, kind.name)


@contextmanager
def _by_pillow(file: IO[bytes], kind: str) -> Iterator[StoredRows]:
    from engine.photo.pillow_pictures import opened, stored_with_pillow

    with opened(file, kind) as image:
        yield stored_with_pillow(image)
