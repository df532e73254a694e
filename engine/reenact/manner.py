"""How a driver's motion is taken over: from its rest or as it is, and how much of each part of the face."""

from dataclasses import dataclass, fields

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.motion.face_parts import MOST_GAIN, part_of
from engine.reenact.span import Span


@dataclass(frozen=True)
class Gains:
    """By how much each part of the face moves, 0 (not at all) to 3. UsageError when they are not so."""

    brows: float = 1.0
    eyes: float = 1.0
    gaze: float = 1.0
    mouth: float = 1.0
    head: float = 1.0

    def __post_init__(self) -> None:
        for part in fields(self):
            if not 0 <= getattr(self, part.name) <= MOST_GAIN:
                raise UsageError(Text("{0} goes from 0 to {1}, not {2}", part.name, f"{MOST_GAIN:g}",
                                      f"{getattr(self, part.name):g}"))

    def of(self, shape: str) -> float:
        """The gain of one of the 52 shapes."""
        return float(getattr(self, part_of(shape)))


@dataclass(frozen=True)
class DriveManner:
    """relative: what the driver does beyond its own rest is added to the portrait; else the portrait takes on what the
    driver shows, rest, pose and all. neutral: where the driver rests, seconds of the film; None to find that."""

    relative: bool = True
    gains: Gains = Gains()
    neutral: Span | None = None
