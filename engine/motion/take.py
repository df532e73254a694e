"""Take: one recording of a face: its weights, its head and its gaze, as tracks on one clock."""

import hashlib
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.motion.track import MOST_NAMES, MOST_TIMES, Track

MOST_TRACKS, MOST_GAPS = 64, 1 << 16
HIGHEST_RATE = 1000.0
LONGEST_SOURCE = 4096


@dataclass(frozen=True)
class Take:
    """Several tracks of one recording. Compared by value.

    tracks: at least one; no channel stands in two of them. They may be sampled at different times.
    rate:   frames a second of the recording, nominal where it varies; the tracks have the true times.
    source: where it comes from, for people: a file's name, "camera 0".
    gaps:   (start, end) seconds, apart and in order, in which the face was lost: what the tracks hold there was not
            seen.
    Raises EngineError when they are not so.
    """

    tracks: tuple[Track, ...]
    rate: float
    source: str = ""
    gaps: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "tracks", tuple(self.tracks))
        object.__setattr__(self, "gaps", tuple((float(start), float(end)) for start, end in self.gaps))
        if not 0 < len(self.tracks) <= MOST_TRACKS or len(self.names) > MOST_NAMES:
            raise EngineError(Text("a take has {0} tracks and {1} channels", len(self.tracks), len(self.names)))
        if len(set(self.names)) != len(self.names):
            twice = next(name for name in self.names if self.names.count(name) > 1)
            raise EngineError(Text("the channel {0} stands twice in a take", twice))
        if not 0 < self.rate <= HIGHEST_RATE:
            raise EngineError(Text("a take cannot have {0} frames a second", self.rate))
        if len(self.source) > LONGEST_SOURCE:
            raise EngineError(Text("a take says too much about where it comes from"))
        edges = [edge for gap in self.gaps for edge in gap]
        if len(self.gaps) > MOST_GAPS:
            raise EngineError(Text("the face is lost more than {0} times, which is no recording", MOST_GAPS))
        if not all(math.isfinite(edge) for edge in edges) or edges != sorted(edges):
            raise EngineError(Text("the gaps of a take are not apart and in order"))
        if self.duration * self.rate >= MOST_TIMES:
            raise EngineError(Text("a take is longer than any recording"))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All channels, track by track."""
        return tuple(name for track in self.tracks for name in track.names)

    @property
    def start(self) -> float:
        """Seconds of the first sample of any track."""
        return min(track.start for track in self.tracks)

    @property
    def end(self) -> float:
        """Seconds where the last frame ends, a frame after the last sample of any track."""
        return self._last + 1 / self.rate

    @property
    def duration(self) -> float:
        """Seconds the recording takes: 300 frames at 30 a second are ten."""
        return self.end - self.start

    @property
    def frame_count(self) -> int:
        """Frames from the first sample to the last, at the take's rate."""
        return math.floor((self._last - self.start) * self.rate * (1 + 1e-9)) + 1

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything in it, in hexadecimal: the same for equal takes on every machine."""
        facts = repr((float(self.rate), self.source, self.gaps, [track.digest for track in self.tracks]))
        return hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()

    def track(self, name: str) -> Track:
        """The track that has this channel. UsageError when none has."""
        for track in self.tracks:
            if name in track.names:
                return track
        raise UsageError(Text("the take has no channel {0}", name))

    def at(self, time: float) -> dict[str, float]:
        """Every channel's value at a time of the take; before the start and after the end, what it has there."""
        return {name: float(value) for track in self.tracks
                for name, value in zip(track.names, track.at(time), strict=True)}

    def frame_time(self, number: int) -> float:
        """Seconds of a frame, counted from 0. UsageError when there is no such frame."""
        if not 0 <= number < self.frame_count:
            raise UsageError(Text("the take has {0} frames, and none of number {1}", self.frame_count, number))
        return self.start + number / self.rate

    def frame(self, number: int) -> dict[str, float]:
        """Every channel's value at a frame, counted from 0. UsageError when there is no such frame."""
        return self.at(self.frame_time(number))

    def lost(self, time: float) -> bool:
        """Whether the face was lost at that time; the ends of a gap belong to it."""
        return any(start <= time <= end for start, end in self.gaps)

    @property
    def _last(self) -> float:
        return max(track.end for track in self.tracks)

    def with_tracks(self, tracks: Iterable[Track]) -> "Take":
        """The same recording with other tracks: smoothed, retargeted."""
        return replace(self, tracks=tuple(tracks))


def gaps_where(lost: np.ndarray, times: np.ndarray) -> tuple[tuple[float, float], ...]:
    """Gaps from (T,) bool, whether the face was lost at each of the (T,) times: from a run's first to its last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], np.asarray(lost, bool), [False]]).astype(np.int8)))
    return tuple((float(times[first]), float(times[last - 1])) for first, last in edges.reshape(-1, 2))
