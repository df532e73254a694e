"""Whether a model's file is still the one that the catalogue pins, without hashing it at every start."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.jobs import run
from engine.base.paths import data_folder
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.models.catalogue import ModelFile
from engine.models.placing import hash_file

_MOST_STAMP_BYTES = 4096
_found_sound: dict[Path, bytes] = {}
"""By stamp: what was found by this process, should stamps not be writable."""


def is_sound(path: Path, file: ModelFile) -> bool:
    """Whether the file at `path` has the pinned hash.

    It is hashed once, and again whenever it is another file, or its size, time of change or time at which anything of
    it changed differs from what the stamp remembers: that last one no program can set. Stamps lie outside the folder of
    models, which others may write to. One that cannot be written only costs the hashing.
    """
    stamp = stamp_of(path)
    try:
        before = _mark(path, file)
        if _found_sound.get(stamp) == before:
            return True
        with suppress(EngineError):
            if stamp.is_file() and read_limited(stamp, _MOST_STAMP_BYTES) == before:
                return True
        if run(hash_file(path, Text())) != file.sha256 or _mark(path, file) != before:
            return False
    except (OSError, EngineError):
        return False
    _found_sound[stamp] = before
    with suppress(EngineError, OSError):
        write_whole(stamp, before)
    return True


def stamp_of(path: Path) -> Path:
    """Where it is remembered that a file was sound."""
    name = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]
    return data_folder() / "sound" / f"{path.name}-{name}.txt"


def _mark(path: Path, file: ModelFile) -> bytes:
    found = path.stat()
    facts = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return f"{file.sha256} {' '.join(map(str, facts))}\n".encode()
