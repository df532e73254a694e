"""A picture that is open, with the faces found in it."""

from dataclasses import dataclass

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.crop import Crop, crop_for
from engine.photo.drawn import DRAWN, drawn
from engine.photo.face import Face
from engine.photo.picture import Picture


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

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the artist should know of the photo: of how it was read, and of its faces."""
        flat = any(drawn(self.picture.pixels, face) for face in self.faces)
        return (*self.picture.notes, DRAWN) if flat else self.picture.notes

    def face(self, index: int) -> Face:
        """A face by its number. EngineError when there is none of that number."""
        if not self.faces:
            raise EngineError(Text("no face was found in the picture"),
                              Text("use a sharper or larger picture of the face, or turn it the right way up"))
        if not 0 <= index < len(self.faces):
            raise EngineError(Text("there is no face {0}", index),
                              Text("the picture has faces 0 to {0}", len(self.faces) - 1))
        return self.faces[index]

    def crop(self, face: int) -> Crop:
        """The square that patches of a face cover."""
        return self.crops[face] if self.crops is not None else crop_for(self.faces[face].landmarks)
