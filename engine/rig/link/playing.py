"""Movement played over a live link at its own pace, and a live link recorded as a take."""

import time
from collections.abc import Callable

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.rig.link.frame import ANGLES, LinkFrame
from engine.rig.link.receiver import LinkReceiver
from engine.rig.link.sender import LinkSender
from engine.rig.movement import MOST_FRAMES, Movement
from engine.rig.values import RigValues

_STEP = 0.05
"""Seconds a step waits at most."""
_STILL_RATE = 10.0
"""Frames a second of what does not move: whoever comes later sees it, too."""


def play(sender: LinkSender, movement: Movement | None, values: RigValues, seconds: float, name: str,
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
    return sender.sent


def _frame(movement: Movement | None, number: int, values: RigValues, name: str, now: float) -> LinkFrame:
    if movement is None:
        return LinkFrame(values=values, name=name, time=now)
    angles = np.zeros(len(ANGLES), np.float32)
    angles[:3] = movement.head[number % movement.frames]
    return LinkFrame(movement.weights[number % movement.frames], angles, values, name, now)


def record(receiver: LinkReceiver, seconds: float, source: str,
           clock: Callable[[], float] = time.monotonic) -> Job[tuple[Take | None, RigValues | None]]:
    """What comes in so many seconds from the first frame on: a take, or the last values where the link carries those.

    Waits as long for a first frame. EngineError when none came.
    """
    times: list[float] = []
    rows: list[np.ndarray] = []
    values: RigValues | None = None
    begun = clock()
    while clock() - begun <= seconds and len(times) < MOST_FRAMES:
        frame = receiver.poll(_STEP)
        now = clock()
        if frame is not None and (not times or now > times[-1]):
            if not times:
                begun = now
            times.append(now)
            rows.append(np.concatenate([frame.weights, frame.angles]))
            values = frame.values or values
        yield Progress(int((now - begun) * 10), int(seconds * 10), Text("listening"))
    if not times:
        raise EngineError(Text("nothing came in {0} s; {1} malformed packets were ignored", f"{seconds:g}",
                               receiver.malformed))
    if values is not None:
        return None, values
    table, moments = np.stack(rows), np.array(times) - times[0]
    rate = (len(times) - 1) / moments[-1] if len(times) > 1 else 30.0
    tracks = (Track(ARKIT_52, moments, table[:, :52]), Track(ANGLES[:3], moments, table[:, 52:55]),
              Track(ANGLES[3:], moments, table[:, 55:]))
    return Take(tracks, min(max(round(float(rate), 3), 1.0), 240.0), source), None
