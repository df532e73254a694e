"""What is said as driver: a text, a sound, both, or phonemes somebody has timed."""

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.base.jobs import Job, Progress, on_thread, single
from engine.base.paths import cache_folder
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.media.joining import SoundCut
from engine.motion.channel_names import HEAD_ANGLES
from engine.motion.take import Take
from engine.motion.track import Track
from engine.process.workers import Workers
from engine.reenact.drivers.driver import LIP_BITE, LIP_GAP, Drive, FilmClock
from engine.reenact.drivers.recording_driver import cut_take
from engine.reenact.span import Span
from engine.speech.finding import SpeechRequest, Spoken, find_speech
from engine.speech.liveliness import Liveliness, lively_motion
from engine.speech.mouth_motion import MouthMotion, mouth_motion
from engine.speech.viseme_track import STEP
from engine.speech.wave_file import wave_bytes

RATE = Fraction(30)
"""Frames a second of the film."""
_TOGETHER = 0.03
"""Heights of the face by which lips that rest apart are drawn together to shut."""
_KEPT = 24 * 3600.0
"""Seconds for which the sound of a text is kept, so that a film that was stopped goes on with it."""


@dataclass(frozen=True)
class SpeechDriver:
    """request: what is said; liveliness: what the face does beside its mouth; span: what of it is used, seconds."""

    request: SpeechRequest
    liveliness: Liveliness = Liveliness()
    span: Span = Span()

    def drive(self, workers: Workers) -> Job[Drive]:
        """EngineError, UsageError for what cannot be said, read or heard, and a span in which nothing lies."""
        yield Progress(0, 1, Text("reading"))
        begun = time.process_time()
        spoken = yield from find_speech(self.request)
        mouth = yield from on_thread(single(lambda: mouth_motion(spoken.track)))
        take = cut_take(take_of_speech(mouth, self.liveliness, spoken.track.source), self.span)
        clock = FilmClock.steady(take.duration, RATE)
        return Drive(take, clock, self._sound(spoken, clock), seconds={"speech": time.process_time() - begun},
                     from_rest=True, notes=spoken.notes)

    def _sound(self, spoken: Spoken, clock: FilmClock) -> SoundCut | None:
        if spoken.samples is not None:
            path = _kept_sound(wave_bytes(spoken.samples, spoken.rate))
            start = Fraction(0)
        elif spoken.sound is not None:
            path, start = spoken.sound, spoken.sound_start
        else:
            return None
        start += Fraction(self.span.start)
        return SoundCut(path, start, start + Fraction(int(clock.units[-1]) + clock.last, clock.timescale))


def take_of_speech(mouth: MouthMotion, liveliness: Liveliness, source: str) -> Take:
    """A take of weights, head, the lips' gap and bite, all beyond rest, a hundred samples a second."""
    beside = lively_motion(mouth, liveliness)
    times = np.concatenate([[0.0], mouth.times])

    def track(names: tuple[str, ...], values: np.ndarray) -> Track:
        return Track(names, times, np.concatenate([values[:1], values]))

    lips = np.stack([mouth.gap - _TOGETHER * mouth.shut ** 3, mouth.bite], 1)
    tracks = (track(mouth.names, mouth.weights), track(beside.names, beside.weights),
              track(HEAD_ANGLES, beside.head), track((LIP_GAP, LIP_BITE), lips))
    return Take(tracks, 1 / STEP, source)


def _kept_sound(data: bytes) -> Path:
    """Written where it lasts until the film is made, under a name of its own; older ones go."""
    folder = cache_folder() / "speech"
    with suppress(OSError):
        for other in folder.glob("*.wav"):
            if time.time() - other.stat().st_mtime > _KEPT:
                other.unlink()
    path = folder / f"{hashlib.sha256(data).hexdigest()[:32]}.wav"
    write_whole(path, data)
    return path
