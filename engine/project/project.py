"""Project files: the photo itself and everything set on its faces, in one file that can be read for ever.

A project is a zip named ``*.facewright``:

    project.json       format, version, the faces' looks and rig values, the chosen face, the view
    photo/original     the very bytes of the picture file

It is written whole or not at all, the same project always gives the same bytes, and files of every earlier version
are migrated when read. Values of controls this version does not know (a newer Facewright set them) are kept aside
with the face and written back.
"""

import hashlib
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from engine.base.archive import pack, unpack
from engine.base.controls import ControlTable
from engine.base.errors import EngineError, UsageError
from engine.base.files import read_limited, write_whole
from engine.base.look import Look
from engine.base.text import Text, verbatim

FORMAT, VERSION = "facewright-project", 1
SUFFIX = ".facewright"
MANIFEST, PHOTO = "project.json", "photo/original"
LARGEST_PHOTO = 512 * 2**20
LARGEST_MANIFEST = 4 * 2**20
MOST_FACES = 1000

Scalar = str | float | bool
Values = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class EmbeddedPhoto:
    """A picture file inside a project: its name without folder, and its bytes as they are."""

    name: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class FaceState:
    """Everything set on one face.

    look:  the expression controls that are not at default.
    rigs:  values by schema name, each a sorted tuple of (control id, value); only values that were ever set.
    box:   where the face was found (x0, y0, x1, y1 in photo pixels), so that it is found again should the order of
           faces ever change; None when not known.
    aside: expression values this version cannot use: unknown controls, or out of its range. Kept, not applied.
    """

    look: Look = field(default_factory=Look)
    rigs: tuple[tuple[str, Values], ...] = ()
    box: tuple[float, float, float, float] | None = None
    aside: Values = ()

    def rig(self, schema: str) -> dict[str, float]:
        """Values set for a schema, by control id; empty when none are."""
        return dict(dict(self.rigs).get(schema, ()))

    def with_rig(self, schema: str, values: Mapping[str, float]) -> "FaceState":
        """The same face with a schema's values replaced as a whole."""
        rigs = {**dict(self.rigs), schema: tuple(sorted((key, float(value)) for key, value in values.items()))}
        return replace(self, rigs=tuple(sorted((key, items) for key, items in rigs.items() if items)))


@dataclass(frozen=True)
class Project:
    """What a project file holds.

    faces:    states by face index, largest face first; may be shorter than the photo has faces.
    selected: index of the chosen face.
    view:     how the window showed it (zoom, position…): the window's own names, sorted.
    """

    photo: EmbeddedPhoto
    faces: tuple[FaceState, ...] = ()
    selected: int = 0
    view: tuple[tuple[str, Scalar], ...] = ()

    @property
    def set_aside(self) -> tuple[str, ...]:
        """Names of controls whose values could not be used here, for one line to the user."""
        return tuple(sorted({name for face in self.faces for name, _ in face.aside}))


def write_project(path: Path, project: Project) -> None:
    """Write a project whole or not at all, after reading back what will be written. Raises EngineError."""
    data = encode_project(project)
    if decode_project(data, path.name) != _together(project):
        raise EngineError(Text("{0}: the project does not read back as written; nothing was saved", path))
    write_whole(path, data)


def read_project(path: Path, table: ControlTable | None = None) -> Project:
    """Read a project file. Raises EngineError, and nothing else, whatever the file holds.

    table: the expression controls of this version; values it does not know or allow go to `FaceState.aside`.
    """
    limit = LARGEST_PHOTO + LARGEST_MANIFEST + 2**20
    return decode_project(read_limited(path, limit), str(path), table)


def encode_project(project: Project) -> bytes:
    """A project as the bytes of its file. Raises EngineError when a value cannot be kept (not finite)."""
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "photo": {"name": project.photo.name, "sha256": project.photo.digest},
        "selected": project.selected,
        "faces": [_encode_face(face) for face in project.faces],
        "view": dict(project.view),
    }
    try:
        text = json.dumps(manifest, indent=1, allow_nan=False).encode("ascii")
    except (TypeError, ValueError) as error:
        raise EngineError(Text("the project holds a value that no file can keep"), detail=str(error)) from None
    return pack({MANIFEST: text, PHOTO: project.photo.data}, stored=frozenset({PHOTO}))


def decode_project(data: bytes, name: str, table: ControlTable | None = None) -> Project:
    """The project in a file's bytes; see `read_project`."""
    # The photo is not packed, so everything together cannot be much more than the file itself.
    entries = unpack(data, name, most_entries=64, most_bytes=len(data) + LARGEST_MANIFEST)
    if MANIFEST not in entries or len(entries[MANIFEST]) > LARGEST_MANIFEST:
        raise EngineError(Text("{0}: not a Facewright project", name))
    manifest = _migrated(_parse(entries[MANIFEST], name), name)
    try:
        project = _decode(manifest, entries)
    except _Damaged as error:
        raise EngineError(Text("{0}: a damaged project: {1}", name, error)) from None
    return project if table is None else _sorted_out(project, table)


class _Damaged(Exception):  # noqa: N818 - becomes an EngineError with the file's name
    pass


def _parse(text: bytes, name: str) -> dict[str, Any]:
    def no_constant(_: str) -> float:
        raise ValueError("not a number")

    try:
        manifest = json.loads(text.decode("utf-8"), parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        raise EngineError(Text("{0}: a damaged project: its description cannot be read", name),
                          detail=str(error)) from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise EngineError(Text("{0}: not a Facewright project", name))
    return manifest


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a version to the next, on the parsed description. Entries are only ever added: every file stays readable."""


def _migrated(manifest: dict[str, Any], name: str) -> dict[str, Any]:
    version = manifest.get("version")
    if type(version) is not int or version < 1:
        raise EngineError(Text("{0}: a damaged project: it has no version", name))
    if version > VERSION:
        raise EngineError(Text("{0}: made by a newer Facewright (project version {1}; this one reads {2})", name,
                               version, VERSION), hint=Text("update Facewright to open it"))
    for step in range(version, VERSION):
        manifest = MIGRATIONS[step](manifest)
    return manifest


def _encode_face(face: FaceState) -> dict[str, Any]:
    encoded: dict[str, Any] = {"look": dict(sorted([*face.look.items(), *face.aside]))}
    if face.rigs:
        encoded["rigs"] = {schema: dict(values) for schema, values in face.rigs}
    if face.box is not None:
        encoded["box"] = list(face.box)
    return encoded


def _decode(manifest: dict[str, Any], entries: Mapping[str, bytes]) -> Project:
    described = _table(manifest.get("photo"), "the photo")
    if PHOTO not in entries:
        raise _Damaged("the photo is missing")
    photo = EmbeddedPhoto(_text(described.get("name"), "the photo's name"), entries[PHOTO])
    if photo.digest != described.get("sha256"):
        raise _Damaged("the photo is not the one it was saved with")
    faces = manifest.get("faces", [])
    if not isinstance(faces, list) or len(faces) > MOST_FACES:
        raise _Damaged("the list of faces")
    selected = manifest.get("selected", 0)
    if type(selected) is not int or not 0 <= selected < MOST_FACES:
        raise _Damaged("the chosen face")
    view = sorted((key, _scalar(value)) for key, value in _table(manifest.get("view", {}), "the view").items())
    return Project(photo, tuple(_decode_face(face) for face in faces), selected, tuple(view))


def _decode_face(encoded: Any) -> FaceState:
    encoded = _table(encoded, "a face")
    rigs = _table(encoded.get("rigs", {}), "rig values")
    box = encoded.get("box")
    if box is not None:
        if not isinstance(box, list) or len(box) != 4:
            raise _Damaged("a face's box")
        box = tuple(_number(side) for side in box)
    return FaceState(Look(_values(encoded.get("look", {}))),
                     tuple(sorted((schema, _values(values)) for schema, values in rigs.items())), box)


def _together(project: Project) -> Project:
    """The same project as a reader that knows no controls sees it: values kept aside are values like the others."""
    return replace(project, faces=tuple(
        replace(face, look=Look(tuple(sorted([*face.look.items(), *face.aside]))), aside=()) for face in project.faces))


def _sorted_out(project: Project, table: ControlTable) -> Project:
    """The same project with what this version cannot use moved aside, face by face."""
    return replace(project, faces=tuple(_sort_out_face(face, table) for face in project.faces))


def _sort_out_face(face: FaceState, table: ControlTable) -> FaceState:
    used: dict[str, float] = {}
    aside: list[tuple[str, float]] = []
    for key, value in (*face.look.items(), *face.aside):
        try:
            if key not in table:
                raise UsageError(verbatim(key))
            used[key] = table[key].check(value)
        except UsageError:
            aside.append((key, value))
    return replace(face, look=Look.of(table, used), aside=tuple(sorted(aside)))


def _values(encoded: Any) -> Values:
    return tuple(sorted((key, _number(value)) for key, value in _table(encoded, "a list of values").items()))


def _table(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _Damaged(what)
    return value


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise _Damaged(what)
    return value


def _number(value: Any) -> float:
    try:
        number = float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else math.nan
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise _Damaged("a value that is no number")
    return number


def _scalar(value: Any) -> Scalar:
    return value if isinstance(value, (str, bool)) else _number(value)
