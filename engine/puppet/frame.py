"""What belongs to one picture of a person: pose, place, light, the photo and what its openings show."""

from dataclasses import dataclass

import numpy as np

from engine.puppet.cover.cover import Cover
from engine.puppet.cover.worn_spectacles import WornSpectacles
from engine.puppet.eyes import EyeLayer
from engine.puppet.face_picture import FacePicture
from engine.puppet.facts import FaceFacts
from engine.puppet.motion import Motion
from engine.puppet.mouth.mouth import MouthLayer
from engine.puppet.relight import Relight
from engine.puppet.render.drawing import PhotoSkin
from engine.puppet.rims import Aperture
from engine.puppet.tone import PhotoTone


@dataclass(frozen=True, eq=False)
class PuppetFrame:
    """One picture, ready to be deformed. `engine.puppet.person` makes the person's own, `Person.frame` further ones.

    eyes and mouth paint in evened colours; tone brings what they show into the photo's; cover: what covers the face in
    the person's own picture, in further ones it is not looked for; spectacles: what of it is laid over what moves.
    """

    motion: Motion
    eyes: tuple[EyeLayer, ...]
    mouth: MouthLayer
    relight: Relight
    skin: PhotoSkin
    facts: FaceFacts
    tone: PhotoTone
    cover: Cover | None = None
    spectacles: WornSpectacles | None = None

    @property
    def side(self) -> int:
        """Of the picture, pixels."""
        return int(self.skin.photo.shape[0])


def facts_of(picture: FacePicture, openings: dict[str, Aperture], blendshapes: np.ndarray, roughness: float,
             gain_hints: dict[str, float]) -> FaceFacts:
    height = picture.axes.height
    lip, right, left = (float(openings[name].gap.max()) / height for name in ("mouth", "eyeRight", "eyeLeft"))
    return FaceFacts(np.asarray(blendshapes, np.float32), lip, (right, left), roughness, gain_hints)
