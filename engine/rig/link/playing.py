"""Movement played over a live link at its own pace, and a live link recorded as a take."""

import time
from collections.abc import Callable
from typing import Protocol

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.rig.link.frame import ANGLES, LinkFrame
from engine.rig.link.receiver import LinkReceiver
from engine.rig.movement import MOST_FRAMES, Movement
from engine.rig.values import RigValues

_STEP = 0.05
"""Seconds a step waits at most."""
_STILL_RATE = 10.0
"""Frames a second of what does not move: whoever comes later sees it, too."""
_NEAREST = 0.001
"""Seconds between two frames of a recording: none is quicker, and its file tells a sixtieth of that apart."""


class FrameSender(Protocol):
    """Whoever sends frames. sent: how many went out and were not refused."""

    @property
    def sent(self) -> int: ...

    def send(self, frame: LinkFrame) -> bool:
        """Whether it went out; never waits."""
        ...

    def settle(self) -> None:
        """Hear what becomes of the last frames, where somebody answers; a second at most."""
        ...


def play(sender: FrameSender, movement: Movement | None, values: RigValues, seconds: float, name: str,
         clock: Callable[[], float] = time.monotonic, wait: Callable[[float], None] = time.sleep) -> Job[int]:
    """Send a movement, or the values of a rig at rest, for so many seconds; the frames that were sent.

    A movement that is shorter begins anew. A frame whose time has passed is left out, never sent late.
    """
    still = movement is None or movement.frames == 1
    rate = _STILL_RATE if movement is None or still else movement.rate
    begun, number = clock(), 0
    while (now := clock() - begun) <= seconds:
        due = int(now * rate)
        if due < number:
            wait(min((number / rate) - now, _STEP))
        else:
            sender.send(_frame(movement, due, values, name, now))
            number = due + 1
        yield Progress(int(min(now, seconds) * 10), int(seconds * 10), Text("sending"))
    sender.settle()
    return sender.sent


def _frame(movement: Movement | None, number: int, values: RigValues, name: str, now: float) -> LinkFrame:
    if movement is None:
        return LinkFrame(values=values, name=name, time=now)
    angles = np.zeros(len(ANGLES), np.float32)
    angles[:3] = movement.head[number % movement.frames]
    return LinkFrame(movement.weights[number % movement.frames], angles, values, name, now)


class Recording:
    """What comes over a live link. It may be ended at any moment: what came until then is kept."""

    def __init__(self, receiver: LinkReceiver, source: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._receiver, self._source, self._clock = receiver, source, clock
        self._rows: list[tuple[float, np.ndarray]] = []
        self._values: RigValues | None = None
        self._seconds = 0.0

    @property
    def frames(self) -> int:
        """How many are kept."""
        return len(self._rows)

    def record(self, seconds: float) -> Job[None]:
        """Take what comes in so many seconds from the first frame on; wait as long for that.

        Of frames that are nearer to one another than a recording tells apart, the later is kept.
        """
        begun, self._seconds = self._clock(), seconds
        while self._clock() - begun <= seconds and len(self._rows) < MOST_FRAMES:
            frame = self._receiver.poll(_STEP)
            now = self._clock()
            if frame is not None:
                begun = begun if self._rows else now
                row = np.concatenate([frame.weights, frame.angles])
                self._values = frame.values or self._values
                if self._rows and now - self._rows[-1][0] < _NEAREST:
                    self._rows[-1] = self._rows[-1][0], row
                else:
                    self._rows.append((now, row))
            yield Progress(int((now - begun) * 10), int(seconds * 10), Text("listening"))

    def taken(self) -> tuple[Take | None, RigValues | None]:
        """A take, or the last values where the link carries those. EngineError when nothing came."""
        if not self._rows:
            raise EngineError(Text("nothing came in {0} s; {1} malformed packets were ignored",
                                   f"{self._seconds:g}", self._receiver.malformed))
        if self._values is not None:
            return None, self._values
        moments = np.array([moment for moment, _ in self._rows])
        moments, table = moments - moments[0], np.stack([row for _, row in self._rows])
        rate = (len(moments) - 1) / moments[-1] if len(moments) > 1 else 30.0
        tracks = (Track(ARKIT_52, moments, table[:, :52]), Track(ANGLES[:3], moments, table[:, 52:55]),
                  Track(ANGLES[3:], moments, table[:, 55:]))
        return Take(tracks, min(max(round(float(rate), 3), 1.0), 240.0), self._source), None
