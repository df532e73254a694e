"""A video as driver: its largest face, looked at in every frame."""

import math
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.text import Text
from engine.media.sound import SoundCut
from engine.media.video_reader import VideoFacts, read_facts
from engine.media.video_writer import timescale_of
from engine.motion.channel_names import EYE_ANGLES, HEAD_ANGLES
from engine.motion.take import HIGHEST_RATE, Take, gaps_where
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.process.workers import Workers
from engine.reenact.drivers.driver import LIP_GAP, Drive, FilmClock, check_length
from engine.reenact.sightings import Followed, Known, follow
from engine.reenact.span import Span
from engine.reenact.tracking import Stretch, Tracked, TrackingSetting

_STRETCH = 4.0
"""Seconds that a worker looks at in one go, at least; decoding begins at the keyframe before."""
_MOST_STRETCHES = 256
_MISSED = 0.5
"""Seconds by which a file may be wrong about how long it is."""
_ACROSS, _DOWN = 0.44, 0.61
"""Radians that an eye turns by a weight of 1, as recordings of phones have it."""


@dataclass(frozen=True)
class VideoDriver:
    """path: the video; span: what of it is used, in seconds from its first frame; model: the face landmarker's file;
    identity: those of the network that tells faces apart, see `TrackingSetting`."""

    path: Path
    model: Path
    span: Span = Span()
    identity: tuple[Path, Path] | None = None

    def drive(self, workers: Workers) -> Job[Drive]:
        """EngineError for what is no video, or shows no face; UsageError for a span that holds no frame."""
        yield Progress(0, 1, Text("reading"))
        facts = read_facts(self.path)
        check_length(min(self.span.end, facts.duration) - self.span.start)
        stretches = _stretches(facts, self.span)
        answers: dict[int, Tracked] = {}
        yield from retold(workers.map(TrackingSetting(self.model, self.path, facts, self.identity), stretches,
                                      answers.__setitem__),
                          lambda told: Progress(told.done, told.total, Text("following the driver's face")))
        tracked = [answers[place] for place in range(len(stretches))]
        return (yield from on_thread(single(lambda: self._drive(facts, tracked))))

    def _drive(self, facts: VideoFacts, tracked: list[Tracked]) -> Drive:
        pts = np.concatenate([one.pts for one in tracked])
        order = np.flatnonzero(np.diff(pts, prepend=pts[:1] - 1) > 0)
        if not len(order):
            raise UsageError(Text("nothing lies from {0} to {1} s", f"{self.span.start:g}", f"{self.span.end:g}"),
                             Text("it goes from {0} to {1} s", 0, f"{facts.duration:.3f}"))
        check_length((int(pts[order[-1]]) - int(pts[order[0]])) * facts.time_base)
        clock = _clock(pts[order], facts)
        rows = np.concatenate([one.rows for one in tracked])[order]
        followed = follow(rows, clock.times, _known(tracked, order))
        if followed is None:
            raise EngineError(Text("{0}: shows no face", self.path), Text("use a clip with a larger or sharper face"))
        first = pts[order[0]] * facts.time_base
        sound = SoundCut(self.path, Fraction(first), Fraction(first) + _exact(clock)) if facts.sound else None
        seconds = {"decode": sum(one.seconds[0] for one in tracked), "track": sum(one.seconds[1] for one in tracked)}
        damaged = sum(one.losses.damaged for one in tracked)
        astray = sum(one.losses.astray for one in tracked) + len(pts) - len(order)
        return Drive(take_of(followed, clock, self.path.name), clock, sound, followed.most, damaged + astray, seconds,
                     self._notes(facts, clock, damaged, astray, followed.most))

    def _notes(self, facts: VideoFacts, clock: FilmClock, damaged: int, astray: int,
               faces: int) -> tuple[Text, ...]:
        """What of the video is not in the film, though it should be, and what was not looked at."""
        notes = []
        if faces > 1 and self.identity is None:
            notes.append(Text("Without face recognition the driver's face is told from others by its place "
                              "alone"))
        if damaged:
            notes.append(Text("Damaged frames of the driver: {0}; the frame before is shown longer", damaged))
        if astray:
            notes.append(Text("Frames of the driver left out, for their times do not go forward: {0}", astray))
        wanted = min(self.span.end, facts.duration) - self.span.start
        if wanted - clock.seconds > max(_MISSED, 0.01 * wanted):
            notes.append(Text("The driver's file is to last {0} s longer than its frames do",
                              f"{wanted - clock.seconds:.1f}"))
        return tuple(notes)


def _known(tracked: list[Tracked], order: np.ndarray) -> Known:
    """By the frames' places in the film."""
    places = {int(place): number for number, place in enumerate(order)}
    firsts = np.cumsum([0, *(len(one.pts) for one in tracked)])
    return {(places[first + frame], face): vector for first, one in zip(firsts.tolist(), tracked, strict=False)
            for (frame, face), vector in one.known.items() if first + frame in places}


def take_of(followed: Followed, clock: FilmClock, source: str) -> Take:
    """A take of weights, head, eyes and the lips' gap. Angles are as recordings have them: radians, yaw above 0 to the
    subject's right, pitch down, roll to the right shoulder."""
    weights = followed.weights.astype(np.float32)
    times = clock.times
    eyes = np.zeros((len(times), len(EYE_ANGLES)))
    for column, (side, sign) in enumerate((("Left", 1.0), ("Right", -1.0))):
        value = {name: weights[:, ARKIT_INDEX[f"eyeLook{name}{side}"]] for name in ("In", "Out", "Down", "Up")}
        eyes[:, 3 * column] = _ACROSS * sign * (value["In"] - value["Out"])
        eyes[:, 3 * column + 1] = _DOWN * (value["Down"] - value["Up"])
    tracks = (Track(ARKIT_52, times, weights), Track(HEAD_ANGLES, times, -np.radians(followed.angles)),
              Track(EYE_ANGLES, times, eyes), Track((LIP_GAP,), times, followed.lip_gap[:, None]))
    rate = min(max(float(clock.rate), 0.001), HIGHEST_RATE)
    return Take(tracks, rate, source[:1000], gaps_where(~followed.seen, times))


def _clock(pts: np.ndarray, facts: VideoFacts) -> FilmClock:
    """The film's, from the driver's own times."""
    steps = np.unique(np.diff(pts))
    rate = 1 / (int(steps[0]) * facts.time_base) if len(steps) == 1 else facts.rate  # what a file says is often rounded
    timescale = timescale_of(facts.time_base)
    share = facts.time_base * timescale
    units = (pts - pts[0]) * share.numerator // share.denominator
    return FilmClock(units, timescale, max(1, round(timescale / rate)), rate)


def _exact(clock: FilmClock) -> Fraction:
    return Fraction(int(clock.units[-1]) + clock.last, clock.timescale)


def _stretches(facts: VideoFacts, span: Span) -> list[Stretch]:
    """The span in pieces, each frame in exactly one. A video whose frames bring no times is decoded in one go."""
    def units(seconds: float) -> int:
        return facts.start + math.ceil(Fraction(seconds) / facts.time_base)

    first = units(span.start) if span.start else None
    last = None if math.isinf(span.end) else units(span.end)
    known = min(span.end, facts.duration) - span.start
    count = min(int(known / _STRETCH), _MOST_STRETCHES) if facts.timed and known > 0 else 1
    inner = [units(span.start + known * number / count) for number in range(1, count)]
    edges = [first, *inner, last]
    return list(zip(edges[:-1], edges[1:], strict=True))
