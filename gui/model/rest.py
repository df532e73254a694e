"""What is due once nothing has been asked for for a while. No Qt, no thread."""

import time
from collections.abc import Callable


class Rest:
    """Something that is due after so many seconds of rest, once. Nothing is due in the beginning."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._due: float | None = None

    def begin(self) -> None:
        """There is something to do at rest, which begins now."""
        self._due = self._clock() + self._seconds

    def put_off(self) -> None:
        """Rest begins now; what was to be done then is still to be done."""
        if self._due is not None:
            self.begin()

    def take(self) -> bool:
        """Whether it is due; it is no longer, then."""
        if self.due_in() != 0.0:
            return False
        self._due = None
        return True

    def due_in(self) -> float | None:
        """Seconds until `take` gives it; None when there is nothing to do."""
        return None if self._due is None else max(0.0, self._due - self._clock())
