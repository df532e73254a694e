"""A recorded take as driver: Live Link Face CSV, or our own .npz."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.motion.csv_file import read_csv
from engine.motion.take import Take
from engine.motion.take_file import SUFFIX, read_take
from engine.process.workers import Workers
from engine.reenact.drivers.driver import Drive, FilmClock
from engine.reenact.span import Span

_NTSC = tuple(Fraction(round(rate) * 1000, 1001) for rate in (24, 30, 48, 60, 120))
_FASTEST = 60
"""Frames a second of a film; recordings may be denser."""


@dataclass(frozen=True)
class RecordingDriver:
    """path: the recording; span: what of it is used, in seconds from its first row."""

    path: Path
    span: Span = Span()

    def drive(self, workers: Workers) -> Job[Drive]:
        yield Progress(0, 1, Text("reading"))
        take = read_take(self.path) if self.path.suffix.lower() == SUFFIX else read_csv(self.path)
        part = cut_take(take, self.span)
        return Drive(part, FilmClock.steady(part.duration, film_rate(take.rate)))


def cut_take(take: Take, span: Span) -> Take:
    """What lies in the span, counted from 0. UsageError where nothing does."""
    first = take.start + span.start
    last = min(take.end, take.start + span.end)
    if first >= last:
        raise UsageError(Text("nothing lies from {0} to {1} s", f"{span.start:g}", f"{span.end:g}"),
                         Text("it goes from {0} to {1} s", 0, f"{take.duration:.3f}"))
    tracks = tuple(track.cut(first, max(last - 1 / take.rate, first)).shifted(-first) for track in take.tracks
                   if track.end >= first and track.start <= last)
    gaps = tuple((max(start, first) - first, min(end, last) - first) for start, end in take.gaps
                 if end >= first and start <= last)
    return Take(tracks, take.rate, take.source, gaps)


def film_rate(rate: float) -> Fraction:
    """A film's rate for a recording's: the exact one that was rounded, or the half, third … of a denser one."""
    exact = next((one for one in _NTSC if abs(float(one) - rate) < 0.005), Fraction(rate).limit_denominator(1000))
    return exact / int(np.ceil(float(exact) / _FASTEST * (1 - 1e-9))) if exact > _FASTEST else exact
