"""torch's own files, both layouts, as plain records: a zip of a pickle and its data, and the older run of pickles."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

from engine.base.archive import check_directory
from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.formats.pickle_reader import read_pickle
from engine.generator.formats.records import Malformed, Storage, storage_type

MAGIC = 0x1950A86A20F9469CFC6C
"""The number an old torch file begins with."""

_PROTOCOL = 1001
_MOST_ENTRIES = 20_000
_LARGEST_PICKLE = 1 << 26
_ENCRYPTED = 0x1


def is_old_layout(data: bytes) -> bool:
    """Whether these bytes begin with torch's magic number as a pickle."""
    return data[:15] == b"\x80\x02\x8a\n" + MAGIC.to_bytes(10, "little") + b"."


def read_torch(data: bytes, file: str) -> Any:
    """The value in a torch file: dicts, lists, numbers and Tensor records. Raises only EngineError."""
    try:
        return _read_zip(data, file) if data[:2] == b"PK" else _read_old(data, file)
    except EngineError:
        raise
    except Malformed as error:
        raise EngineError(Text("{0}: damaged, or not a file of weights: {1}", file, error.message)) from None
    except Exception as error:  # zipfile lets out a dozen kinds on hostile bytes
        raise EngineError(Text("{0}: damaged, or not a file of weights", file), detail=repr(error)) from None


def _read_zip(data: bytes, file: str) -> Any:
    check_directory(data, file, _MOST_ENTRIES)
    archive = zipfile.ZipFile(io.BytesIO(data))  # stays open as long as tensors may be asked for
    entries = archive.infolist()
    found = [entry for entry in entries if entry.filename.count("/") == 1 and entry.filename.endswith("/data.pkl")]
    if len(found) != 1:
        raise Malformed(Text("it is a zip, but not one of torch's"))
    folder = found[0].filename[:-len("data.pkl")]
    table = {entry.filename: entry for entry in entries}
    if f"{folder}byteorder" in table and _entry(archive, table[f"{folder}byteorder"], 16) != b"little":
        raise Malformed(Text("its numbers are stored the other way round"))
    keep = _Kept(archive, len(data), table, folder)
    return read_pickle(io.BytesIO(_entry(archive, found[0], _LARGEST_PICKLE)), file, keep.storage)


class _Kept:
    """The storages of a zip, each read when a tensor is looked at; the archive lies in memory, `size` bytes."""

    def __init__(self, archive: zipfile.ZipFile, size: int, table: dict[str, zipfile.ZipInfo], folder: str) -> None:
        self.archive, self.size, self.table, self.folder = archive, size, table, folder
        self.storages: dict[str, Storage] = {}

    def storage(self, reference: Any) -> Storage:
        dtype, key, count = _reference(reference)
        entry = self.table.get(f"{self.folder}data/{key}")
        if entry is None:
            raise Malformed(Text("a tensor's data is missing"))
        if key not in self.storages:
            self.storages[key] = Storage(dtype, count, lambda: self._read(entry))
        if (self.storages[key].dtype, self.storages[key].count) != (dtype, count):
            raise Malformed(Text("a tensor's data is described in two ways"))
        return self.storages[key]

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        return _entry(self.archive, entry, self.size)


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """A part of the zip. torch packs nothing, so whatever is packed is not its file, and could be a bomb."""
    if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & _ENCRYPTED or entry.file_size > most:
        raise Malformed(Text("a part of it is packed, or too large"))
    data = archive.read(entry)
    if len(data) != entry.file_size:
        raise Malformed(Text("a part of it has another length than it says"))
    return data


def _read_old(data: bytes, file: str) -> Any:
    stream = io.BytesIO(data)
    storages: dict[str, Storage] = {}

    def storage(reference: Any) -> Storage:
        dtype, key, count = _reference(reference)
        return storages.setdefault(key, Storage(dtype, count))

    if read_pickle(stream, file) != MAGIC or read_pickle(stream, file) != _PROTOCOL:
        raise Malformed(Text("it is no torch file"))
    about = read_pickle(stream, file)
    if not isinstance(about, dict) or about.get("little_endian") is not True:
        raise Malformed(Text("its numbers are stored the other way round"))
    value = read_pickle(stream, file, storage)
    keys = read_pickle(stream, file)
    if not isinstance(keys, list) or not all(isinstance(key, str) and key in storages for key in keys):
        raise Malformed(Text("its list of data is not what it should be"))
    for key in keys:
        one = storages[key]
        (count,) = struct.unpack("<q", stream.read(8))
        size = count * _item_size(one.dtype)
        if count != one.count or size > len(data) - stream.tell():
            raise Malformed(Text("a tensor's data has another length than it says"))
        one.load = _reader(data, stream.tell(), size)
        stream.seek(size, io.SEEK_CUR)
    return value


def _reader(data: bytes, start: int, size: int) -> Callable[[], bytes]:
    return lambda: data[start:start + size]


def _reference(reference: Any) -> tuple[str, str, int]:
    """(number type, key, count) of the tuple by which torch refers to a storage."""
    if not (isinstance(reference, tuple) and len(reference) in (5, 6) and reference[0] == "storage"
            and isinstance(reference[2], str) and type(reference[4]) is int and 0 <= reference[4] < 1 << 40
            and (len(reference) == 5 or reference[5] is None)):
        raise Malformed(Text("a tensor's data is referred to in an unknown way"))
    return storage_type(reference[1]), reference[2], reference[4]


def _item_size(dtype: str) -> int:
    return 2 if dtype == "bfloat16" else int(dtype[-1])
