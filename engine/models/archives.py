"""Single members out of wheels and tar archives, streamed: nothing else is unpacked, nothing is trusted for size."""

import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import IO

from engine.base.errors import Cancelled, EngineError
from engine.base.files import open_plain
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.models.catalogue import ModelFile
from engine.models.placing import CHUNK, place

_MOST_ENTRIES = 100_000


def extract(archive: Path, wanted: Mapping[str, ModelFile], folder: Path, origin: str) -> Job[None]:
    """Put members of an archive into a folder. EngineError when one is missing, damaged or not what is pinned.

    wanted: the files by their place in the archive (zip for ``.whl`` and ``.zip``, else a compressed tar).
    """
    take = _from_zip if archive.suffix in (".whl", ".zip") else _from_tar
    try:
        missing = yield from take(archive, dict(wanted), folder, origin)
    except (EngineError, Cancelled):
        raise
    except Exception as error:  # on hostile bytes the readers let out a dozen kinds, and others with each Python
        raise EngineError(Text("the archive of {0} is damaged", origin),
                          detail=f"{type(error).__name__}: {error}") from error
    if missing:
        raise EngineError(Text("{0} does not hold {1}", origin, ", ".join(sorted(missing))))


def _from_zip(archive: Path, wanted: dict[str, ModelFile], folder: Path, origin: str) -> Job[list[str]]:
    with open_plain(archive) as whole, zipfile.ZipFile(whole) as package:
        names = set(package.namelist())
        for member, file in wanted.items():
            if member in names:
                with package.open(member) as stream:
                    yield from place(_bounded(stream, file), file, folder / file.name, origin)
    return [member for member in wanted if member not in names]


def _from_tar(archive: Path, wanted: dict[str, ModelFile], folder: Path, origin: str) -> Job[list[str]]:
    # One pass, from front to back, however large.
    with open_plain(archive) as whole, tarfile.open(fileobj=whole, mode="r|*") as package:
        for count, entry in enumerate(package):
            if not wanted or count > _MOST_ENTRIES:
                break
            file = wanted.get(entry.name) if entry.isreg() else None
            yield Progress(0, 0, Text("Unpacking {0}", origin))
            if file is not None:
                stream = package.extractfile(entry)
                assert stream is not None  # it is a regular file
                with closing(stream):
                    yield from place(_bounded(stream, file), file, folder / file.name, origin)
                del wanted[entry.name]
    return list(wanted)


def _bounded(stream: IO[bytes], file: ModelFile) -> Iterator[bytes]:
    """The stream's bytes, and at most one chunk more than the file may have."""
    done = 0
    while done <= file.bytes and (chunk := stream.read(CHUNK)):
        done += len(chunk)
        yield chunk
