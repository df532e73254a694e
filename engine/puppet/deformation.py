"""What a puppet is asked to show: blendshape weights relative to the photo, a head turn, and how skin reacts."""

import math
from dataclasses import dataclass, field
from functools import cache
from typing import Self

from engine.base.errors import UsageError
from engine.base.text import Text

YAW_LIMIT, PITCH_LIMIT, ROLL_LIMIT = 20.0, 15.0, 20.0
"""Degrees beyond which a single photo has nothing honest to show; a puppet clips to them."""

EXTRAS = (
    "browInnerUpLeft",   # ARKit has the inner brow only whole
    "browInnerUpRight",
    "cheekPuffLeft",
    "cheekPuffRight",
    "lipClose",          # parted lips meet, fitted to this person's lips: 1 shuts the photo's own gap, teeth or not
    "lipPart",           # lips open straight up and down, without the jaw; 1 = 4 % of the face height
    "noseWrinkle",       # the root of the nose bunches and the wings rise (noseSneer alone reads as a frown)
    "noseWrinkleLeft",
    "noseWrinkleRight",
    "foldFade",          # the photo's baked smile folds soften; 1 = gone. Goes with taking a smile out
    "lipBite",           # the lower lip rolls up under the upper teeth, which show: f and v. 1 = it is there
)
"""Weights beyond ARKit's 52: shapes made for the person at preparation, and sides of what ARKit has only whole."""


@cache
def weight_names() -> tuple[str, ...]:
    """The 52 ARKit names in `ARKIT_52` order, then `EXTRAS`."""
    from engine.photo.arkit import ARKIT_52

    return (*ARKIT_52, *EXTRAS)


@cache
def weight_index(name: str) -> int:
    """Where a name lies in `Deformation.weights`. Raises UsageError for an unknown name."""
    try:
        return weight_names().index(name)
    except ValueError:
        raise UsageError(Text("unknown blendshape weight {0}", repr(name))) from None


_COUNT = 52 + len(EXTRAS)


@dataclass(frozen=True)
class Deformation:
    """A change from the photo as it is; everything zero is the photo itself.

    weights:   added to the photo's own expression, in `weight_names()` order. Negative takes away. Sensible -1..1.5;
               the puppet limits what would tear.
    yaw, pitch, roll: added head turn in degrees: +yaw turns to the subject's left, +pitch looks up, +roll tilts toward
               the subject's left shoulder. Clipped to the limits above.
    wrinkles:  0..1, how much skin folds where it is squeezed.
    relight:   0..1, how much shading follows the changed surface.
    """

    weights: tuple[float, ...] = field(default=(0.0,) * _COUNT)
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    wrinkles: float = 1.0
    relight: float = 1.0

    def __post_init__(self) -> None:
        if len(self.weights) != _COUNT:
            raise UsageError(Text("a deformation has {0} weights, not {1}", _COUNT, len(self.weights)))
        if not all(map(math.isfinite, (*self.weights, self.yaw, self.pitch, self.roll, self.wrinkles, self.relight))):
            raise UsageError(Text("a deformation holds a value that is not a finite number"))

    @classmethod
    def of(cls, weights: dict[str, float] | None = None, **others: float) -> Self:
        """From names: ``Deformation.of({"jawOpen": .5}, yaw=5)``. Raises UsageError for an unknown name."""
        values = [0.0] * _COUNT
        for name, value in (weights or {}).items():
            values[weight_index(name)] = float(value)
        return cls(tuple(values), **others)

    @property
    def is_zero(self) -> bool:
        """Whether this shows the photo as it is. Wrinkles and relight alone change nothing."""
        return not any(self.weights) and not self.turns

    @property
    def turns(self) -> bool:
        """Whether the head turns."""
        return bool(self.yaw or self.pitch or self.roll)

    @property
    def turn(self) -> tuple[float, float, float]:
        """Yaw, pitch and roll within their limits, degrees."""
        asked = ((self.yaw, YAW_LIMIT), (self.pitch, PITCH_LIMIT), (self.roll, ROLL_LIMIT))
        yaw, pitch, roll = (min(max(value, -limit), limit) for value, limit in asked)
        return yaw, pitch, roll

    def weight(self, name: str) -> float:
        return self.weights[weight_index(name)]
