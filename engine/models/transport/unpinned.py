"""Models whose content the catalogue cannot pin: fetched as the hub has them, or used where the user keeps them.

`<store>/<id>/origin.json` says what was fetched: repository, commit, and size and sha256 of every file, checked against
the hub's own hashes when they came. `<store>/<id>.folder` names a folder of the user's that is used in place.
"""

import hashlib
import json
import re
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.jobs import Job, Progress
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.models.catalogue import Model, ModelFile, Source
from engine.models.placing import hash_file, place, read_chunks
from engine.models.transport.hub import HubFile, fetch_from_hub, list_hub

_RECORD = "origin.json"
_MOST_RECORD = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


def recorded(folder: Path, file: ModelFile) -> ModelFile | None:
    """The file as it was when it was fetched into a model's folder, size and sha256 known; None when it was not."""
    try:
        entry = parse_json(read_limited(folder / _RECORD, _MOST_RECORD))["files"][file.name]
        size, sha256 = entry["bytes"], entry["sha256"]
    except (OSError, EngineError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(size, int) or not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        return None
    return replace(file, bytes=size, sha256=sha256)


def fetch_as_the_hub_has_it(model: Model, source: Source, folder: Path, downloads: Path) -> Job[None]:
    """Fetch a model's files at the commit that the source's revision is now; every file as the hub hashes it.

    Files that are there already, from that same commit or unchanged since, are kept. EngineError.
    """
    commit, known = yield from list_hub(source, downloads)
    before = {file.name: recorded(folder, file) for file in model.files}
    done: dict[str, ModelFile] = {}
    for file in model.files:
        member = source.member(file.name)
        if member not in known:
            raise EngineError(Text("{0} does not hold {1}", source, member))
        here = before[file.name]
        if here is not None and (yield from _is(folder / file.name, here)) and _same(here, known[member]):
            done[file.name] = here
            continue
        path = yield from fetch_from_hub(source, member, known[member].bytes, downloads, commit)
        try:
            sound = yield from _checked(path, file, known[member], str(source))
            yield from place(read_chunks(path), sound, folder / file.name, str(source))
        finally:
            path.unlink(missing_ok=True)
        done[file.name] = sound
        _write_record(folder, source, commit, done)
    _write_record(folder, source, commit, done)
    shutil.rmtree(downloads, ignore_errors=True)


def _is(path: Path, file: ModelFile) -> Job[bool]:
    """Whether a file on the disk is the one recorded."""
    with suppress(OSError):
        if path.is_file() and path.stat().st_size == file.bytes:
            return (yield from hash_file(path, Text("Checking {0}", file.name))) == file.sha256
    return False


def _same(here: ModelFile, there: HubFile) -> bool:
    return here.bytes == there.bytes and there.sha256 in ("", here.sha256)


def _checked(path: Path, file: ModelFile, known: HubFile, origin: str) -> Job[ModelFile]:
    """The file with its sha256, once it has proved to be what the hub says. EngineError, and it is deleted, if not."""
    digest = yield from hash_file(path, Text("Checking {0}", file.name))
    size = path.stat().st_size
    # Large files carry a sha256; small ones git's hash of the content with a head.
    right = digest == known.sha256 if known.sha256 else (
        hashlib.sha1(b"blob %d\0" % size + path.read_bytes(), usedforsecurity=False).hexdigest() == known.blob)
    if size != known.bytes or not right:
        raise EngineError(Text("{0} from {1} is not the file it should be; it was deleted", file.name, origin),
                          detail=f"sha256 {digest}, {size} bytes; expected {known}")
    return replace(file, bytes=size, sha256=digest)


def _write_record(folder: Path, source: Source, commit: str, files: dict[str, ModelFile]) -> None:
    record = {"repository": source.name, "commit": commit,
              "files": {name: {"bytes": file.bytes, "sha256": file.sha256} for name, file in files.items()}}
    write_whole(folder / _RECORD, json.dumps(record, indent=1).encode())


# ---- a folder of the user's

def user_folder(reference: Path) -> Path | None:
    """The folder that a reference in the store names, or None."""
    try:
        text = read_limited(reference, 1 << 16).decode("utf-8").strip()
    except (OSError, EngineError, ValueError):
        return None
    return Path(text) if text and "\0" not in text else None


def refer_to(model: Model, path: Path, reference: Path) -> Job[tuple[str, ...]]:
    """Use a model from a folder of the user's, in place. Returns the files' names; EngineError naming what it lacks.

    The files may lie in the folder itself or one folder further in.
    """
    yield Progress(0, 0, Text("Looking at {0}", path.name))
    if not path.is_dir():
        raise EngineError(Text("{0} is not a folder", path),
                          Text("{0} is used from the folder that holds all its files", model.id))
    try:
        folders = [path, *sorted(entry for entry in path.iterdir() if entry.is_dir())]
        lacking = {folder: [file.name for file in model.files if not (folder / file.name).is_file()]
                   for folder in folders}
    except OSError as error:
        raise EngineError(Text("cannot read {0}: {1}", path, error.strerror or error)) from error
    best = min(folders, key=lambda folder: len(lacking[folder]))
    if lacking[best]:
        first, *others = lacking[best]
        message = (Text("{0} does not hold {1}: it has no {2} and lacks {3} more", path, model.id, first, len(others))
                   if others else Text("{0} does not hold {1}: it has no {2}", path, model.id, first))
        raise EngineError(message, Text("it needs {0}", ", ".join(file.name for file in model.files)))
    write_whole(reference, str(best.resolve()).encode("utf-8") + b"\n")
    return tuple(file.name for file in model.files)
