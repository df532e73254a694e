"""Which pictures Facewright wrote, so that it writes over no other unless that is asked for.

Of each picture that is written the data folder keeps a line: a digest of where it lies and what is in it, and so
neither. A picture that lies where a result is to go and has no such line is somebody's: a photo, or a result that was
worked on since. Where no line can be kept nothing is lost; the picture is taken for somebody's the next time.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from engine.base.errors import EngineError, UsageError
from engine.base.files import is_unusual, open_plain, read_head, read_limited
from engine.base.paths import data_folder
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.photo.recognised import kind_in


class SomebodysPicture(UsageError):  # noqa: N818 - named for what is wrong
    """A picture that Facewright did not write lies where one is to be written."""


_LINE = 65
"""Bytes: SHA-256 in hexadecimal, and the line's end."""
_MOST = 1 << 14
"""Lines; when there are more, the older half is forgotten."""
_HEAD = 4096


def remember_picture(path: Path, data: bytes) -> None:
    """These bytes were just written there as a picture."""
    record = _record()
    with suppress(OSError, EngineError):
        if is_unusual(record):  # opening a pipe would wait for a reader
            return
        record.parent.mkdir(parents=True, exist_ok=True)
        line = _line(path, hashlib.sha256(data).hexdigest())
        with record.open("ab") as file:  # whole lines: two programs that write at once keep both
            file.write(line)
            size = file.tell()
        if size > _MOST * _LINE:
            before = read_limited(record, size) if size < 2 * _MOST * _LINE else line  # else somebody else filled it
            write_whole(record, before[-(_MOST // 2) * _LINE:])


def refuse_somebodys(paths: Iterable[Path], way_out: Text) -> None:
    """SomebodysPicture when one of these files is a picture, whatever its name, that Facewright did not write as it is.
    way_out: what to do instead."""
    for path in paths:
        if _is_picture(path) and not _is_ours(path):
            said = Text("{0} is a picture that Facewright did not write, or that was changed since", path)
            raise SomebodysPicture(said, way_out)


def _is_picture(path: Path) -> bool:
    try:
        return path.is_file() and kind_in(read_head(path, _HEAD)) is not None
    except (OSError, ValueError, EngineError):  # what cannot be looked at is told when it is to be written
        return False


def _is_ours(path: Path) -> bool:
    try:
        with open_plain(path) as file:
            line = _line(path, hashlib.file_digest(file, "sha256").hexdigest())
        return line in read_limited(_record(), 2 * _MOST * _LINE)
    except (OSError, EngineError):
        return False


def _line(path: Path, content: str) -> bytes:
    place = os.fsencode(os.path.realpath(path))
    return hashlib.sha256(place + b"\0" + content.encode("ascii")).hexdigest().encode("ascii") + b"\n"


def _record() -> Path:
    return data_folder() / "pictures-written"
