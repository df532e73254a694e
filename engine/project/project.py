"""What a project is: the photo itself and everything set on its faces. `project_file` reads and writes it."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from engine.project.face_state import FaceState
from engine.project.stamp import Stamp

SUFFIX = ".facewright"

Scalar = str | float | bool


@dataclass(frozen=True)
class EmbeddedPhoto:
    """A picture file inside a project: its name without folder, and its bytes as they are."""

    name: str
    data: bytes = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal. Once: every snapshot of the work names it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Part:
    """Something beside the photo that is too large for the description: a timeline.

    name: its entry in the file ("timelines/…"), neither the description's nor the photo's.
    """

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Origin:
    """The project file that work kept for recovery came from. stamp: it as it was last read or written."""

    path: Path
    stamp: Stamp


@dataclass(frozen=True)
class Project:
    """What a project file holds.

    faces:    states by face index, largest face first; may be shorter than the photo has faces.
    selected: index of the chosen face.
    view:     how the window showed it (zoom, position…): the window's own names, sorted.
    unplaced: states of faces that were not found in the photo when it was last opened: kept, shown nowhere.
    parts:    what else the file holds, sorted by name; those of a newer Facewright are kept as they are.
    origin:   of work kept for recovery alone; None for what is saved, and for work that was never saved.
    """

    photo: EmbeddedPhoto
    faces: tuple[FaceState, ...] = ()
    selected: int = 0
    view: tuple[tuple[str, Scalar], ...] = ()
    unplaced: tuple[FaceState, ...] = ()
    parts: tuple[Part, ...] = ()
    origin: Origin | None = None
