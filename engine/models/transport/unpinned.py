"""Models whose content the catalogue cannot pin: fetched as the hub has them, or used where the user keeps them.

What came first is what they are from then on. `<store>/.pinned/<id>.json` says what it was: repository, commit, and
size and sha256 of every file, checked against the hub's own hashes when they came. It stays when the model is removed:
later the same commit is fetched, and anything else is refused. `<store>/<id>.folder` names a folder of the user's that
is used in place.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
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

_MOST_RECORD = 1 << 20
_COMMIT, _SHA256 = re.compile(r"[0-9a-f]{40}"), re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Pin:
    """What came the first time. files: size and sha256 by name; after a stopped download not all are there."""

    commit: str
    files: Mapping[str, tuple[int, str]]

    def of(self, file: ModelFile) -> ModelFile | None:
        """The file with its size and sha256; None when it has not come yet."""
        size, sha256 = self.files.get(file.name, (0, ""))
        return replace(file, bytes=size, sha256=sha256) if sha256 else None


def read_pin(*records: Path) -> Pin | None:
    """What the first of these records that can be read says; None when none can."""
    for record in records:
        try:
            said = parse_json(read_limited(record, _MOST_RECORD))
            files = {str(name): (entry["bytes"], entry["sha256"]) for name, entry in said["files"].items()}
            commit = said["commit"]
        except (OSError, EngineError, ValueError, KeyError, TypeError, AttributeError):
            continue
        if _COMMIT.fullmatch(str(commit)) and all(type(size) is int and _SHA256.fullmatch(str(sha256))
                                                  for size, sha256 in files.values()):
            return Pin(str(commit), files)
    return None


def fetch_as_the_hub_has_it(model: Model, source: Source, folder: Path, downloads: Path, record: Path,
                            pin: Pin | None) -> Job[None]:
    """Fetch a model's files, every one as the hub hashes it: at the commit that was fetched first, or, when none was,
    at the one that the source's revision is now, which the record then pins.

    Files that are there already and unchanged are kept. EngineError, also when a file is no longer what it was.
    """
    commit, known = yield from list_hub(source, downloads, pin.commit if pin else "")
    if pin is not None and commit != pin.commit:
        raise _changed(source, record)
    pins = dict(pin.files) if pin else {}
    for file in model.files:
        member, before = source.member(file.name), pin.of(file) if pin else None
        if member not in known:
            raise EngineError(Text("{0} does not hold {1}", source, member))
        if before is not None and not _same(before, known[member]):
            raise _changed(source, record)
        if before is not None and (yield from _is(folder / file.name, before)):
            continue
        path = yield from fetch_from_hub(source, member, known[member].bytes, downloads, commit)
        try:
            sound = yield from _checked(path, file, known[member], str(source))
            if before is not None and sound.sha256 != before.sha256:
                raise _changed(source, record)
            yield from place(read_chunks(path), sound, folder / file.name, str(source))
        finally:
            path.unlink(missing_ok=True)
        pins[file.name] = (sound.bytes, sound.sha256)
        _write_pin(record, source, Pin(commit, pins))
    _write_pin(record, source, Pin(commit, pins))
    shutil.rmtree(downloads, ignore_errors=True)


def _changed(source: Source, record: Path) -> EngineError:
    return EngineError(Text("{0} no longer has the files that came from it first; others are not taken", source),
                       Text("to trust what is there now, remove {0} and get it again", record))


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
    if known.sha256:  # of large files
        right = digest == known.sha256
    else:  # small ones carry git's hash of the content with a head
        blob = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
        for chunk in read_chunks(path):
            blob.update(chunk)
        right = blob.hexdigest() == known.blob
    if size != known.bytes or not right:
        raise EngineError(Text("{0} from {1} is not the file it should be; it was deleted", file.name, origin),
                          detail=f"sha256 {digest}, {size} bytes; expected {known}")
    return replace(file, bytes=size, sha256=digest)


def _write_pin(record: Path, source: Source, pin: Pin) -> None:
    said = {"repository": source.name, "commit": pin.commit,
            "files": {name: {"bytes": size, "sha256": sha256} for name, (size, sha256) in pin.files.items()}}
    write_whole(record, json.dumps(said, indent=1).encode())


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
