"""Small zip archives from anywhere, read without trusting them, and written the same way every time.

Nothing is ever extracted to disk. What an archive claims is checked before anything is unpacked, and what it unpacks
to is counted while it comes, so neither a lying header nor a bomb gets far.
"""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.limits import LONGEST_PART_NAME
from engine.base.text import Text

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_END, _PART = b"PK\x05\x06", b"PK\x01\x02"
"""Marks of the directory's end and of each part in it."""
_END_SIZE, _LONGEST_REMARK = 22, 0xFFFF
_PART_SIZE = 46


def pack(entries: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """A zip with these entries in this order; the same entries always give the same bytes.

    stored: entries that are compressed already and are kept as they are.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16  # not the machine it was written on
            archive.writestr(info, data)
    return buffer.getvalue()


def unpack(data: bytes, name: str, most_entries: int, most_bytes: int) -> dict[str, bytes]:
    """The entries of a zip, by name. Raises only EngineError.

    name: what to call the file in messages. most_bytes: what all entries together may unpack to.
    """
    try:
        check_directory(data, name, most_entries)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_names(entries, name)
            if sum(entry.file_size for entry in entries) > most_bytes:
                raise EngineError(Text("{0}: would unpack to far more than such a file holds", name))
            return {entry.filename: _unpack_entry(archive, entry, name) for entry in entries}
    except EngineError:
        raise
    except Exception as error:  # on hostile bytes zipfile lets out a dozen kinds, and more with each Python
        raise EngineError(Text("{0}: damaged, or not what its name says", name), detail=repr(error)) from None


def unpacked_size(data: bytes, name: str, most_entries: int) -> int:
    """Bytes that the entries of a zip say they unpack to, all together. Raises only EngineError."""
    try:
        check_directory(data, name, most_entries)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except EngineError:
        raise
    except Exception as error:  # noqa: BLE001 - see above
        raise EngineError(Text("{0}: damaged, or not what its name says", name), detail=repr(error)) from None


def check_directory(data: bytes, name: str, most_entries: int) -> None:
    """EngineError when a zip has more parts than so many, or a directory larger than theirs could be: Python's reader
    makes all of it into objects before it can be asked how many there are."""
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_REMARK))
    if end < 0 or len(data) - end < _END_SIZE:
        raise EngineError(Text("{0}: damaged, or not what its name says", name))
    counted, size, start = struct.unpack_from("<HII", data, end + 10)
    if max(size, start) == 0xFFFFFFFF or counted == 0xFFFF:  # the layout for archives of more than 4 GB
        raise EngineError(Text("{0}: is packed in a way Facewright does not use", name))
    count = data.count(_PART, max(0, end - size), end)  # that is where they are looked for, whatever `start` says
    if max(count, counted) > most_entries or size > most_entries * (_PART_SIZE + LONGEST_PART_NAME):
        raise EngineError(Text("{0}: has {1} parts; no such file has more than {2}", name, max(count, counted),
                               most_entries))


def _check_names(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Names that could be mistaken for one another or for a place outside are not ours."""
    seen: set[str] = set()
    for entry in entries:
        path = Path(entry.filename)
        parts = entry.filename.split("/")
        if ("\\" in entry.filename or ":" in entry.filename or path.is_absolute() or entry.is_dir()
                or any(part in ("", ".", "..") for part in parts)):
            raise EngineError(Text("{0}: holds a part with the name {1}, which is not allowed", name,
                                   repr(entry.filename[:80])))
        if (entry.external_attr >> 28) == 0xA:
            raise EngineError(Text("{0}: holds a link, which is not allowed", name))
        folded = entry.filename.casefold()
        if folded in seen:
            raise EngineError(Text("{0}: holds {1} twice", name, repr(entry.filename[:80])))
        seen.add(folded)


def _unpack_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
        raise EngineError(Text("{0}: is packed in a way Facewright does not use", name))
    with archive.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise EngineError(Text("{0}: damaged: a part of it has another length than it says", name))
    return data
