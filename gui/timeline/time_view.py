"""Which part of the time is seen, and how wide: seconds to pixels and back. Plain numbers, no painting."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

NARROWEST, WIDEST = 0.5, 4000.0
"""Pixels a second: two hours and a half on a large screen, a frame of 60 a second 66 pixels wide."""
MARGIN = 12
"""Pixels before the first second and after the last when all is seen."""
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
"""Seconds between two marks of the ruler."""


@dataclass(frozen=True)
class TimeView:
    """start: seconds at the left edge; a little below 0 at most. scale: pixels a second."""

    start: float = -0.1
    scale: float = 100.0

    def x_of(self, time: float) -> float:
        return (time - self.start) * self.scale

    def time_at(self, x: float) -> float:
        return self.start + x / self.scale

    def zoomed(self, factor: float, x: float) -> "TimeView":
        """Nearer (above 1) or farther, with what lies at `x` staying there."""
        scale = min(max(self.scale * factor, NARROWEST), WIDEST)
        return replace(self, scale=scale, start=max(self.time_at(x) - x / scale, -MARGIN / scale))

    def moved(self, pixels: float) -> "TimeView":
        """With other times in sight: later ones for positive pixels."""
        return replace(self, start=max(self.start + pixels / self.scale, -MARGIN / self.scale))

    def with_in_sight(self, time: float, width: float) -> "TimeView":
        """Moved by a page where a time would not be seen in so many pixels, else as it is."""
        x = self.x_of(time)
        if 0 <= x <= width:
            return self
        return self.moved(x - MARGIN)

    @classmethod
    def whole(cls, seconds: float, width: float) -> "TimeView":
        """All from 0 to so many seconds."""
        scale = min(max((width - 2 * MARGIN) / max(seconds, 0.1), NARROWEST), WIDEST)
        return cls(-MARGIN / scale, scale)

    def marks(self, width: float, least: float) -> Iterator[tuple[float, bool]]:
        """Times that the ruler marks in so many pixels, and whether they are written out: those are at least `least`
        pixels apart."""
        step = next((step for step in _STEPS if step * self.scale >= least), _STEPS[-1])
        parts = 5 if step * self.scale >= 5 * 6 else 1
        first = max(0, math.floor(self.start / step)) * parts
        last = math.ceil(self.time_at(width) / step) * parts
        for number in range(first, last + 1):
            yield number * step / parts, number % parts == 0


def clock(seconds: float, hundredths: bool = True) -> str:
    """1:05.25 of 65.25 seconds; the same in every language."""
    parts = 100 if hundredths else 1
    whole = round(seconds * parts)
    minutes, rest = divmod(whole, 60 * parts)
    return f"{minutes}:{rest // parts:02d}" + (f".{rest % parts:02d}" if hundredths else "")
