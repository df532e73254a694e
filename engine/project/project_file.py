"""Project files: the photo itself and everything set on its faces, in one file that can be read for ever.

A project is a zip named ``*.facewright``:

    project.json       format, version, the faces' values by namespace, the chosen face, the view
    photo/original     the very bytes of the picture file
    …                  parts that are too large for the description (timelines/…)

It is written whole or not at all, the same project always gives the same bytes, and files of every earlier version
are migrated when read. Values and parts this version does not know (a newer Facewright set them) are kept and written
back.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, unquote_to_bytes

import msgspec

from engine.base.archive import pack, unpack
from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.project.face_state import FaceState, Sides
from engine.project.migrations import Number, migrated
from engine.project.namespaces import Namespaces
from engine.project.project import EmbeddedPhoto, Origin, Part, Project
from engine.project.stamp import Stamp, told_of

FORMAT, VERSION = "facewright-project", 2
MANIFEST, PHOTO = "project.json", "photo/original"
LARGEST_PHOTO = 512 * 2**20
LARGEST_MANIFEST = 4 * 2**20
LARGEST_PARTS = 256 * 2**20
LARGEST_FILE = LARGEST_PHOTO + LARGEST_MANIFEST + LARGEST_PARTS + 2**20
_LAST_VERSION = 1_000_000
"""No Facewright will ever write a later one."""
MOST_FACES = 1000
MOST_ENTRIES = 4096
MOST_NAMESPACES, MOST_VALUES = 1000, 10_000
"""Of one face, and in one namespace; more would make every touch of a slider slow."""

LONGEST_PATH = 1 << 16
"""Letters of an origin's path as it is written."""
_GROWTH = 8
"""Times that a description can grow when it is written as this version writes it: with indents, and in ASCII."""
MOST_ALTOGETHER = 1 << 19
"""Values of all faces together."""

_Values = Annotated[dict[str, Number | str], msgspec.Meta(max_length=MOST_VALUES)]


class _Photo(msgspec.Struct):
    name: str
    sha256: str


class _Face(msgspec.Struct, omit_defaults=True):
    values: Annotated[dict[str, _Values], msgspec.Meta(max_length=MOST_NAMESPACES)] = {}
    box: tuple[Number, Number, Number, Number] | None = None


class _Origin(msgspec.Struct):
    """path: quoted as in an address, for a name on a disk need not be text. told, sha256: by what the file is known."""

    path: Annotated[str, msgspec.Meta(max_length=LONGEST_PATH)]
    told: tuple[int, int, int]
    sha256: str


class _Description(msgspec.Struct, omit_defaults=True):
    """project.json; what it holds besides is ignored, for no Facewright of this version writes anything besides."""

    format: str
    version: int
    photo: _Photo
    selected: Annotated[int, msgspec.Meta(ge=0, lt=MOST_FACES)]
    faces: Annotated[list[_Face], msgspec.Meta(max_length=MOST_FACES)]
    view: dict[str, Number | str | bool] = {}
    unplaced: Annotated[list[_Face], msgspec.Meta(max_length=MOST_FACES)] = []
    origin: _Origin | None = None


def write_project(path: Path, project: Project) -> None:
    """Write a project whole or not at all: what lies there before is replaced only by a file that was read back from
    the disk. Raises EngineError."""
    _write(path, project)


def write_stamped(path: Path, project: Project) -> Stamp:
    """The same; gives by what the file is known again."""
    data = _write(path, project)
    try:
        return Stamp.of(told_of(path), data)
    except OSError as error:
        raise EngineError(Text("{0}: cannot be read: {1}", path, error.strerror or error)) from None


def _write(path: Path, project: Project) -> bytes:
    data = encode_project(project)
    if len(data) > LARGEST_FILE:
        raise EngineError(Text("{0}: the project is larger than any that can be read again; nothing was saved", path))

    def check(written: Path) -> None:
        if decode_project(read_limited(written, LARGEST_FILE), path.name) != _merged(project):
            raise EngineError(Text("{0}: the project does not read back as written; nothing was saved", path))

    write_whole(path, data, check)
    return data


def read_project(path: Path, namespaces: Namespaces | None = None) -> Project:
    """Read a project file. Raises EngineError, and nothing else, whatever the file holds.

    namespaces: what this version can set on a face; the rest goes to `FaceState.unknown`.
    """
    return decode_project(read_limited(path, LARGEST_FILE), str(path), namespaces)


def read_stamped(path: Path, namespaces: Namespaces | None = None) -> tuple[Project, Stamp]:
    """The same, and by what the file is known again."""
    try:
        told = told_of(path)  # before it is read: what comes between is then noticed
    except (OSError, ValueError) as error:
        raise EngineError(Text("{0}: cannot be read: {1}", path, getattr(error, "strerror", None) or error)) from None
    data = read_limited(path, LARGEST_FILE)
    return decode_project(data, str(path), namespaces), Stamp.of(told, data)


def encode_project(project: Project) -> bytes:
    """A project as the bytes of its file. Raises EngineError when a value cannot be kept (not finite)."""
    text = _description(project)
    parts = {part.name: part.data for part in project.parts}
    entries = {MANIFEST: text, PHOTO: project.photo.data, **parts}
    return pack(entries, stored=frozenset({PHOTO, *parts}))


def decode_project(data: bytes, name: str, namespaces: Namespaces | None = None) -> Project:
    """The project in a file's bytes; see `read_project`."""
    # Only the description is packed, so everything together cannot be much more than the file itself.
    entries = unpack(data, name, MOST_ENTRIES, most_bytes=len(data) + LARGEST_MANIFEST)
    if MANIFEST not in entries or len(entries[MANIFEST]) > LARGEST_MANIFEST:
        raise _no_project(name)
    description = _parsed(entries[MANIFEST], name)
    version = _version(description, name)
    try:
        project = _project(msgspec.convert(migrated(description, version, VERSION), _Description), entries, name)
    except (msgspec.ValidationError, UnicodeError) as error:  # Unicode: half of a pair of surrogates
        raise _damaged(name, Text("its description holds what no project does"), str(error)) from None
    if _GROWTH * len(entries[MANIFEST]) > LARGEST_MANIFEST:
        _description(project)  # or it could be opened and worked on, and never saved
    if namespaces is None:
        return project
    namespaces.learn(project.parts)
    return replace(project, faces=tuple(namespaces.sorted_out(face) for face in project.faces),
                   unplaced=tuple(namespaces.sorted_out(face) for face in project.unplaced))


def _parsed(text: bytes, name: str) -> dict[str, Any]:
    try:
        description = parse_json(text, MOST_ALTOGETHER)
    except ValueError as error:
        raise EngineError(Text("{0}: a damaged project: its description cannot be read", name),
                          detail=str(error)) from None
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise _no_project(name)
    return description


def _version(description: Mapping[str, Any], name: str) -> int:
    version = description.get("version")
    if type(version) is not int or not 1 <= version <= _LAST_VERSION:
        raise _damaged(name, Text("it has no version"))
    if version > VERSION:
        raise EngineError(
            Text("{0}: made by a newer Facewright (project version {1}; this one reads {2})", name, version, VERSION),
            hint=Text("update Facewright to open it"))
    return version


def _project(description: _Description, entries: Mapping[str, bytes], name: str) -> Project:
    if PHOTO not in entries:
        raise _damaged(name, Text("the photo is missing"))
    photo = EmbeddedPhoto(description.photo.name, entries[PHOTO])
    if photo.digest != description.photo.sha256:
        raise _damaged(name, Text("the photo is not the one it was saved with"))
    parts = sorted(set(entries) - {MANIFEST, PHOTO})
    return Project(photo, tuple(_state(face) for face in description.faces), description.selected,
                   tuple(sorted(description.view.items())), tuple(_state(face) for face in description.unplaced),
                   tuple(Part(part, entries[part]) for part in parts), _origin(description.origin))


def _origin(described: _Origin | None) -> Origin | None:
    path = unquote_to_bytes(described.path) if described is not None else b""
    if described is None or b"\0" in path:
        return None
    return Origin(Path(os.fsdecode(path)), Stamp(described.told, described.sha256))


def _description(project: Project) -> bytes:
    """project.json. EngineError when it would be larger than any that is read again."""
    description = _Description(
        FORMAT, VERSION, _Photo(project.photo.name, project.photo.digest), project.selected,
        [_described(face) for face in project.faces], dict(project.view),
        [_described(face) for face in project.unplaced], _described_origin(project.origin))
    try:
        text = json.dumps(msgspec.to_builtins(description), indent=1, allow_nan=False).encode("ascii")
    except (TypeError, ValueError) as error:
        raise EngineError(Text("the project holds a value that no file can keep"), detail=str(error)) from None
    if len(text) > LARGEST_MANIFEST:
        raise EngineError(Text("what is set on the faces is more than a project can keep: {0} bytes, not {1}",
                               len(text), LARGEST_MANIFEST))
    return text


def _described_origin(origin: Origin | None) -> _Origin | None:
    if origin is None:
        return None
    return _Origin(quote(os.fsencode(origin.path)), origin.stamp.told, origin.stamp.digest)


def _described(face: FaceState) -> _Face:
    return _Face({namespace: dict(values) for namespace, values in face.merged().values}, face.box)


def _state(face: _Face) -> FaceState:
    box: Sides | None = face.box
    return FaceState.of(face.values, box)


def _merged(project: Project) -> Project:
    """The same project as a reader that knows no namespace sees it."""
    return replace(project, faces=tuple(face.merged() for face in project.faces),
                   unplaced=tuple(face.merged() for face in project.unplaced))


def _no_project(name: str) -> EngineError:
    return EngineError(Text("{0}: not a Facewright project", name))


def _damaged(name: str, what: Text, detail: str = "") -> EngineError:
    return EngineError(Text("{0}: a damaged project: {1}", name, what), detail=detail)
