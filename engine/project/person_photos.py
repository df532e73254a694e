"""Further photos of a face's person in a project: named by the face, their bytes in parts of the project's file.

    photos/DIGEST     a picture file as it is; DIGEST is the SHA-256 of its bytes

A part never changes, so a step can be undone by naming the photos before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.text import Text
from engine.project.face_state import PHOTOS, FaceState, Value
from engine.project.namespaces import Namespace
from engine.project.project import EmbeddedPhoto, Part

MOST = 11
"""Beside the photo that is open: each holds about 100 MB until they are merged."""
LARGEST = 128 * 2**20
"""Bytes of all of them in one project, whichever face or step names them; half of what its parts may have together."""
_FOLDER = "photos/"
_SLOTS = tuple(f"{number:02d}" for number in range(1, MOST + 1))
_NAMED = re.compile(r"([0-9a-f]{64}) (.{1,255})", re.DOTALL)
NAMESPACE = Namespace(ControlTable([]), texts=frozenset(_SLOTS))
"""What a face keeps of them: by number the digest and, after a space, the file's name."""


@dataclass(frozen=True)
class PersonPhoto:
    """digest: SHA-256 of the file's bytes, hexadecimal. name: the file's, without folder."""

    digest: str
    name: str


def photos_of(face: FaceState) -> tuple[PersonPhoto, ...]:
    """Those that a face names, each once, in their order; what names none is passed over."""
    kept = face.get(PHOTOS)
    named = (_NAMED.fullmatch(str(kept.get(slot, ""))) for slot in _SLOTS)
    found: dict[str, PersonPhoto] = {}
    for match in named:
        if match is not None:
            found.setdefault(match[1], PersonPhoto(match[1], match[2]))
    return tuple(found.values())


def kept_photos(photos: Sequence[PersonPhoto]) -> dict[str, Value]:
    """What a face is to keep of MOST photos at most."""
    return {slot: f"{photo.digest} {photo.name}" for slot, photo in zip(_SLOTS, photos, strict=False)}


def photo_part(photo: EmbeddedPhoto) -> Part:
    return Part(_FOLDER + photo.digest, photo.data)


def embedded(photo: PersonPhoto, parts: Iterable[Part]) -> EmbeddedPhoto:
    """A photo's file. EngineError where the project lacks it, or has another."""
    data = next((part.data for part in parts if part.name == _FOLDER + photo.digest), None)
    if data is None:
        raise EngineError(Text("the project lacks the photo {0}", photo.name))
    found = EmbeddedPhoto(photo.name, data)
    if found.digest != photo.digest:
        raise EngineError(Text("{0}: the photo is not the one it was saved with", photo.name))
    return found


def sizes(parts: Iterable[Part]) -> dict[str, int]:
    """Bytes of the further photos, by digest."""
    return {part.name.removeprefix(_FOLDER): len(part.data) for part in parts if part.name.startswith(_FOLDER)}


def without_strays(parts: Iterable[Part], faces: Iterable[FaceState]) -> tuple[Part, ...]:
    """Parts without the photos that no face names."""
    named = {_FOLDER + photo.digest for face in faces for photo in photos_of(face)}
    return tuple(part for part in parts if not part.name.startswith(_FOLDER) or part.name in named)
