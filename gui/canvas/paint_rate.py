"""How many new frames a second were painted: counted where they reach the eye, not where they are drawn."""

import time
from collections import deque
from collections.abc import Callable

SPAN = 1.0
"""Seconds that are looked back on."""
_LEAST = 0.25
"""Seconds after which a rate first says something."""


class PaintRate:
    """clock: seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._times: deque[float] = deque()

    def begin(self) -> None:
        """A hand takes hold: what was painted before does not count."""
        self._times.clear()
        self._began = self._clock()

    def painted(self) -> None:
        """A new frame was painted."""
        now = self._clock()
        self._times.append(now)
        while self._times[0] < now - SPAN:
            self._times.popleft()

    def per_second(self) -> float | None:
        """Frames a second in the last second, or since the hand took hold; None while that says nothing yet."""
        now = self._clock()
        span = min(SPAN, now - self._began)
        count = sum(when >= now - SPAN for when in self._times)
        return count / span if span >= _LEAST and count else None
