"""What the editor asks the engine for, and what comes back: small frozen values that name everything they depend on."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from engine.base.errors import EngineError
from engine.base.look import Look
from engine.base.text import Text
from engine.photo.crop import Crop, crop_for
from engine.photo.face import Box, Face
from engine.photo.picture import Picture


class Quality(Enum):
    """How much care a frame got: a draft while the hand moves, the final once it rests."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, eq=False)
class OpenPhoto:
    """A picture with the faces found in it, largest first.

    crops: the square that each face is drawn in, where that is not the usual one for its landmarks.
    """

    picture: Picture
    faces: tuple[Face, ...]
    crops: tuple[Crop, ...] | None = None

    @property
    def id(self) -> str:
        """The name by which requests mean this photo: the digest of the file's bytes."""
        return self.picture.digest

    def face(self, index: int) -> Face:
        """A face by its number. EngineError when there is none of that number."""
        if not self.faces:
            raise EngineError(Text("no face was found in the picture"),
                              Text("use a sharper or larger picture of the face"))
        if not 0 <= index < len(self.faces):
            raise EngineError(Text("there is no face {0}", index),
                              Text("the picture has faces 0 to {0}", len(self.faces) - 1))
        return self.faces[index]

    def crop(self, face: int) -> Crop:
        """The square that patches of a face cover."""
        return self.crops[face] if self.crops is not None else crop_for(self.faces[face].landmarks)


@dataclass(frozen=True)
class RenderRequest:
    """One face of one photo, wearing a look.

    photo:    `OpenPhoto.id`.
    face:     index into `OpenPhoto.faces`.
    look:     the values set; an empty look asks for the source itself.
    size:     wanted side of the square patch in pixels; more than the photo holds gives what the photo holds.
    quality:  draft or final.
    renderer: who draws the expression ("live").
    """

    photo: str
    face: int
    look: Look
    size: int
    quality: Quality = Quality.DRAFT
    renderer: str = "live"


@dataclass(frozen=True, eq=False)
class Frame:
    """The answer to one request.

    patch: (h, w, 4) uint8 RGBA, straight alpha, laid over the photo at `box`; alpha 0 is the source's own pixel.
           None when the look changes nothing.
    box:   where the patch lies, in photo pixels; may reach over the photo's edge.
    milliseconds: from taking the request to having the pixels, on the engine's thread.
    """

    request: RenderRequest
    patch: np.ndarray | None
    box: Box
    milliseconds: float

    @property
    def quality(self) -> Quality:
        return self.request.quality
