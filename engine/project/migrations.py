"""From every earlier version of the project's description to the newest, for ever."""

from collections.abc import Callable
from typing import Annotated, Any

import msgspec

from engine.project.face_state import LOOK, rig_namespace

Number = Annotated[float, msgspec.Meta(ge=-1.7976931348623157e308, le=1.7976931348623157e308)]
"""Any float that is finite."""


class FaceOf1(msgspec.Struct):
    """A face in version 1: look and rigs were fields of their own."""

    look: dict[str, Number] = {}
    rigs: dict[str, dict[str, Number]] = {}
    box: tuple[Number, Number, Number, Number] | None = None


def _from_1(description: dict[str, Any]) -> dict[str, Any]:
    """Version 2 has one mechanism for all values of a face: `values` by namespace."""
    faces = msgspec.convert(description.get("faces", []), list[FaceOf1])
    same: dict[str, Any] = {key: description[key] for key in ("format", "photo", "view") if key in description}
    return {**same, "version": 2, "selected": description.get("selected", 0), "faces": [
        {"values": {LOOK: face.look, **{rig_namespace(schema): values for schema, values in face.rigs.items()}},
         "box": face.box} for face in faces]}


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1}
"""From a version to the next, on the parsed description, which may be anything that JSON can say; they raise
msgspec.ValidationError for what no file of that version holds. Entries are only ever added: every file stays readable.
"""


def migrated(description: dict[str, Any], version: int, newest: int) -> dict[str, Any]:
    """The description of a file of `version` as version `newest` would say it. Raises msgspec.ValidationError."""
    for step in range(version, newest):
        description = MIGRATIONS[step](description)
    return description
