"""How much of the person in a photo a game head shows, beyond what its rig can say."""

from dataclasses import dataclass, fields

from engine.base.errors import UsageError
from engine.base.text import Text


@dataclass(frozen=True)
class HeadLikeness:
    """texture: how much of the photo shows over the plain skin, 0..1. shape: how much of what the fitted head has and
    the rig cannot say, 0..1. expression: how much of the expression that the photo shows, 0..1."""

    texture: float = 0.0
    shape: float = 0.0
    expression: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            if not 0.0 <= getattr(self, field.name) <= 1.0:
                raise UsageError(Text("strength {0} is outside 0 to 1", f"{getattr(self, field.name):g}"))


PLAIN = HeadLikeness()
"""The rig's head in plain skin."""
