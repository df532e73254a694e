"""What a photo gives the head's surface: pictures in the head's own uv, for the viewer and for files."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.base.note import Note
from engine.head.portrait.head_texture import HeadTexture

Colour = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class PhotoTexture:
    """A photo baked into the head's uv. First row at the top (v = 1 of the head's uv, v = 0 of glTF's).

    base_color: (S, S, 3) uint8 sRGB, the skin's, sockets' and mouth cavity's atlas with the photo's light taken out;
                filled everywhere, between the islands too.
    normal:     (S, S, 3) uint8, tangent space as glTF has it (x along u, y along v upwards, z out): pores and folds.
    roughness:  (S, S) uint8, 0 mirror to 255 matt.
    hair:       (S, S) uint8, how much of a texel is hair.
    eyes:       by side ("left", "right", the subject's) an eyeball (E, E, 3) uint8 sRGB, polar about its pole, which is
                the middle; 180 degrees from it at half a side.
    skin, lip, iris, hair_colour: the median colours found, sRGB 0..1; hair_colour None where no hair was seen.
    covered:    share of the face's surface that the photo itself shows well, 0..1; the rest is mirrored or filled.
    parsed:     whether the face parsing network said what is skin and what is hair.
    seconds:    what each step took, wall clock, by name.
    notes:      what an artist should know.
    """

    base_color: np.ndarray
    normal: np.ndarray
    roughness: np.ndarray
    hair: np.ndarray
    eyes: dict[str, np.ndarray]
    skin: Colour
    lip: Colour
    iris: Colour
    hair_colour: Colour | None
    covered: float
    parsed: bool
    seconds: dict[str, float]
    notes: tuple[Note, ...] = ()

    @property
    def side(self) -> int:
        """Texels a side."""
        return len(self.base_color)

    @cached_property
    def worn(self) -> HeadTexture:
        """As the viewer's head wears it; always the same object, so that it stays on the graphics card."""
        eyes = np.hstack([self.eyes["right"], self.eyes["left"]])
        return HeadTexture(np.dstack([self.base_color, self.hair]), np.dstack([eyes, np.full_like(eyes[..., 0], 255)]))

    @property
    def cost(self) -> int:
        """Bytes held, what the viewer's head wears with it."""
        maps = (self.base_color, self.normal, self.roughness, self.hair, self.base_color, self.hair,
                *self.eyes.values(), *self.eyes.values())
        return sum(one.nbytes for one in maps)
