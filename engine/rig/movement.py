"""Movement as the files of animations hold it: the 52 weights and the head's turn, frame by frame at an even rate."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.motion.channel_names import HEAD_ANGLES
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52

if TYPE_CHECKING:
    from engine.rig.values import RigValues

MOST_FRAMES = 1 << 18
"""More than an hour at 60 a second."""


@dataclass(frozen=True, eq=False)
class Movement:
    """weights (T, 52) float32 0..1 in the order of `ARKIT_52`; head (T, 3) float32 radians, yaw above 0 to the
    subject's right, pitch above 0 down, roll above 0 to the subject's right; rate: frames a second; told: the shapes
    that are known, the others rest at 0; take: what it was made of."""

    take: Take
    weights: np.ndarray
    head: np.ndarray
    rate: float
    told: tuple[str, ...]

    @property
    def frames(self) -> int:
        return len(self.weights)

    @cached_property
    def times(self) -> np.ndarray:
        """(T,) float64 seconds, the first being 0."""
        return np.arange(self.frames) / self.rate

    @cached_property
    def turns(self) -> np.ndarray:
        """(T, 4) float32: see `head_turns`."""
        return head_turns(self.head)


def head_turns(angles: np.ndarray) -> np.ndarray:
    """(T, 4) float32 quaternions x y z w, +y up, +z forward, right-handed, for a head's (T, 3) radians: yaw, then
    pitch, then roll, about the head's own axes."""
    yaw, pitch, roll = (angles.astype(np.float64) * (-0.5, 0.5, 0.5)).T
    about = [_quaternion(axis, half) for axis, half in ((1, yaw), (0, pitch), (2, roll))]
    return _product(_product(about[0], about[1]), about[2]).astype(np.float32)


def movement_of(take: Take) -> Movement:
    """A take at its own rate, from its first sample on. EngineError when it has no shapes or is longer than an hour."""
    told = tuple(name for name in ARKIT_52 if name in take.names)
    if not told:
        raise EngineError(Text("the recording has none of the 52 shapes"))
    refuse_longer(take.frame_count, MOST_FRAMES)
    times = take.start + np.arange(take.frame_count) / take.rate
    sampled = {name: values for track in take.tracks
               for name, values in zip(track.names, track.sampled(times).T, strict=True)}
    still = np.zeros(len(times), np.float32)
    weights, head = (np.stack([sampled.get(name, still) for name in names], axis=1)
                     for names in (ARKIT_52, HEAD_ANGLES))
    return Movement(take, np.clip(weights, 0, 1), head, take.rate, told)


def refuse_longer(frames: int, most: int) -> None:
    """EngineError for a recording of more frames than a file can hold, and be read back from: before it is begun."""
    if frames > most:
        raise EngineError(Text("the recording has {0} frames, and no more than {1} are written", frames, most))


def pose(weights: Mapping[str, float]) -> Take:
    """A take of one frame that shows these shapes, 0..1, and no others. UsageError for one that there is not."""
    for name, value in weights.items():
        if name not in ARKIT_52:
            raise UsageError(Text("{0} is none of the 52 shapes", name))
        if not 0 <= value <= 1:
            raise UsageError(Text("{0}: a shape goes from 0 to 1", name))
    values = np.array([[weights.get(name, 0.0) for name in ARKIT_52]])
    return Take((Track(ARKIT_52, np.zeros(1), values),), 30.0)


def shown_by(values: "RigValues") -> Take | None:
    """The pose that an expression's values are, None for values that say whose face it is."""
    from engine.rig.shaping import shown_weights

    weights = shown_weights(values)
    return None if weights is None else pose(dict(zip(ARKIT_52, weights.tolist(), strict=True)))


def read_movement(path: Path) -> Take:
    """A take from a Live Link Face CSV, Audio2Face's .json, or our own .npz. Raises EngineError."""
    from engine.motion.csv_file import read_csv
    from engine.motion.take_file import SUFFIX, read_take
    from engine.rig.files.audio2face import read_audio2face

    readers = {SUFFIX: read_take, ".json": read_audio2face}
    return readers.get(path.suffix.lower(), read_csv)(path)


def _quaternion(axis: int, half: np.ndarray) -> np.ndarray:
    quaternion = np.zeros((len(half), 4))
    quaternion[:, axis], quaternion[:, 3] = np.sin(half), np.cos(half)
    return quaternion


def _product(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    a, b = first[:, :3], second[:, :3]
    real = first[:, 3] * second[:, 3] - (a * b).sum(axis=1)
    vector = first[:, 3:] * b + second[:, 3:] * a + np.cross(a, b)
    return np.concatenate([vector, real[:, None]], axis=1)
