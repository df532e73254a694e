"""Putting a model's file in its place: hashed while it is written aside, renamed last."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import open_plain
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.base.writing import replacing
from engine.models.catalogue import ModelFile

CHUNK = 1 << 18
"""Bytes between two yields: about a millisecond of hashing."""
_EXECUTABLE = 0o755


def place(chunks: Iterator[bytes], file: ModelFile, target: Path, origin: str) -> Job[None]:
    """Write chunks to `target`, if they are the very bytes the catalogue pins.

    They are written aside, at most as many as the catalogue says, and hashed on the way. Anything else than the pinned
    content is deleted and said (EngineError, naming `origin`). Closing the job leaves nothing behind.
    """
    digest, done = hashlib.sha256(), 0
    try:
        with replacing(target) as part:
            for chunk in chunks:
                done += len(chunk)
                if done > file.bytes:
                    break
                digest.update(chunk)
                part.file.write(chunk)
                yield Progress(done, file.bytes, Text("Writing {0}", file.name))
            if done != file.bytes or digest.hexdigest() != file.sha256:
                raise EngineError(
                    Text("{0} from {1} is not the file it should be; it was deleted", file.name, origin),
                    detail=f"sha256 {digest.hexdigest()}, {done} bytes; expected {file.sha256}, {file.bytes}")
            part.flush()
            part.take_place(_EXECUTABLE if file.executable else None)
    except OSError as error:
        raise EngineError(Text("cannot write {0}: {1}", target, error.strerror or error)) from error


def read_chunks(path: Path) -> Iterator[bytes]:
    """A file's bytes, bit by bit. EngineError when it cannot be read."""
    try:
        with open_plain(path) as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise EngineError(Text("cannot read {0}: {1}", path, error.strerror or error)) from error


def hash_file(path: Path, message: Text) -> Job[str]:
    """sha256 of a file, hex."""
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size if path.is_file() else 0
    for chunk in read_chunks(path):
        digest.update(chunk)
        done += len(chunk)
        yield Progress(done, total, message)
    return digest.hexdigest()
