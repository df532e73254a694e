"""Whether a model's file is still the one that the catalogue pins, without hashing it at every start."""

from contextlib import suppress
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.jobs import run
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.models.catalogue import ModelFile
from engine.models.placing import hash_file

_MOST_STAMP_BYTES = 4096


def is_sound(path: Path, file: ModelFile, stamp: Path) -> bool:
    """Whether the file at `path` has the pinned hash.

    It is hashed once and again whenever its size or time of change differs from what the stamp remembers. A stamp
    that cannot be written only costs the hashing.
    """
    try:
        found = path.stat()
    except OSError:
        return False
    mark = f"{file.sha256} {found.st_size} {found.st_mtime_ns}\n".encode()
    with suppress(EngineError):
        if stamp.is_file() and read_limited(stamp, _MOST_STAMP_BYTES) == mark:
            return True
    if run(hash_file(path, Text())) != file.sha256:
        return False
    with suppress(EngineError, OSError):
        write_whole(stamp, mark)
    return True
