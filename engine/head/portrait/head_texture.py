"""A picture of somebody that the head wears instead of its plain skin."""

from dataclasses import dataclass

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text


@dataclass(frozen=True, eq=False)
class HeadTexture:
    """base: (S, S, 4) uint8, sRGB of the head's own uv, first row at v = 1, without light; alpha: how much is hair.
    eyes: (E, 2 E, 4) uint8, the subject's right eyeball and then the left, each polar about its middle."""

    base: np.ndarray
    eyes: np.ndarray

    def __post_init__(self) -> None:
        for name, sides in (("base", 1), ("eyes", 2)):
            picture = getattr(self, name)
            if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 4 \
                    or picture.shape[1] != sides * picture.shape[0]:
                raise UsageError(Text("a head cannot wear a picture of the shape {0}", picture.shape))


@dataclass(frozen=True)
class Worn:
    """A texture, and how much of it shows over the plain skin, 0..1."""

    texture: HeadTexture
    strength: float = 1.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.strength <= 1.0:
            raise UsageError(Text("strength {0} is outside 0 to 1", f"{self.strength:g}"))
