"""What is said, found by whatever is given: timed phonemes, a text, a sound with its text, a sound alone."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.text import Text
from engine.media.sound_reader import Sound, read_sound
from engine.speech.aligning import aligned
from engine.speech.espeak import WORDS_A_MINUTE, SpokenText, pair_of_voices, say
from engine.speech.from_phonemes import track_of
from engine.speech.listening import check_audible, heard_rate, listen
from engine.speech.phoneme_file import read_phonemes
from engine.speech.viseme_track import LONGEST, VisemeTrack

_BEFORE, _AFTER = 0.20, 0.30
"""Seconds of rest around a text that is said."""
_OVER, _OVER_AT_ALL = (1.0, 0.1), 0.1
"""By how much, in seconds and of the sound, times may go on after it; and in seconds what is told of."""
_NARROW = 11_000
"""Samples a second below which a sound has no s and no f."""


@dataclass(frozen=True)
class SpeechRequest:
    """One at least of text, sound and phonemes, a file of times; a text is not needed beside phonemes.

    voice: espeak-ng's, "" for one of the text's script; words_a_minute: its speed; listener: who hears a sound alone,
    see `engine.speech.listening`, "" for the best. UsageError when they are not so.
    """

    text: str | None = None
    sound: Path | None = None
    phonemes: Path | None = None
    voice: str = ""
    words_a_minute: int = WORDS_A_MINUTE[1]
    listener: str = ""

    def __post_init__(self) -> None:
        if self.text is None and self.sound is None and self.phonemes is None:
            raise UsageError(Text("nothing is given that is said"))
        if self.text is not None and self.phonemes is not None:
            raise UsageError(Text("phonemes with times need no text"))
        if self.text is None and (self.voice or self.words_a_minute != WORDS_A_MINUTE[1]):
            raise UsageError(Text("a voice and its speed are for a text, and none is given"))
        if self.listener and (self.sound is None or self.text is not None or self.phonemes is not None):
            raise UsageError(Text("a listener is chosen for a sound alone, without its text or phonemes"))


@dataclass(frozen=True, eq=False)
class Spoken:
    """track: what the mouth shows. samples (N,) int16 at `rate`: what espeak-ng said; or sound: the file it is in, from
    `sound_start` seconds of its clock on. notes: what is to be known of it."""

    track: VisemeTrack
    notes: tuple[Text, ...] = ()
    samples: np.ndarray | None = None
    rate: int = 0
    sound: Path | None = None
    sound_start: Fraction = Fraction(0)


def find_speech(request: SpeechRequest) -> Job[Spoken]:
    """EngineError, UsageError: what is said of texts, sounds and files of times."""
    if request.phonemes is not None:
        return (yield from _given(request.phonemes, request.sound))
    if request.sound is None:
        said = yield from _said(request)
        return Spoken(track_of(said.phonemes, said.duration), (), said.samples, said.rate)
    sound = yield from _read(request.sound)
    check_audible(sound, request.sound)
    notes = list(_notes(sound, request.sound))
    if request.text is not None:
        voices = []
        for voice in pair_of_voices(request.text, request.voice):
            voices.append((yield from _said(replace(request, voice=voice))))
        track = track_of((yield from aligned(voices, sound)), sound.duration)
    else:
        heard = yield from listen(sound, request.listener)
        track, notes = heard.track, [*notes, *heard.notes]
    return Spoken(track, tuple(notes), sound=request.sound, sound_start=sound.start)


def _given(path: Path, sound_path: Path | None) -> Job[Spoken]:
    yield Progress(0, 1, Text("reading"))
    phonemes = read_phonemes(path)
    unknown = ", ".join(phonemes.unknown[:8])
    notes: tuple[Text, ...] = ()
    if unknown:
        notes = (Text("Of {0} nobody knows what a mouth shows; it goes on as before", unknown),)
    if sound_path is None:
        return Spoken(track_of(phonemes), notes)
    sound = yield from _read(sound_path)
    over = phonemes.end - sound.duration
    if over > max(_OVER[0], _OVER[1] * sound.duration):
        raise EngineError(Text("the times in {0} go to {1} s, and the sound to {2} s: they do not belong together",
                               path.name, f"{phonemes.end:g}", f"{sound.duration:.3f}"),
                          Text("times are to be in seconds"))
    if over > _OVER_AT_ALL:
        notes += (Text("The times in {0} go on for {1} s after the sound", path.name, f"{over:.2f}"),)
    return Spoken(track_of(phonemes, sound.duration), (*notes, *_notes(sound, sound_path)), sound=sound_path,
                  sound_start=sound.start)


def _said(request: SpeechRequest) -> Job[SpokenText]:
    text = request.text or ""
    said = yield from retold(on_thread(single(lambda: say(text, request.voice, request.words_a_minute))),
                             lambda told: Progress(told.done, told.total, Text("saying the text")))
    return said.with_rest(_BEFORE, _AFTER)


def _read(path: Path) -> Job[Sound]:
    return (yield from retold(on_thread(single(lambda: read_sound(path, heard_rate(), LONGEST))),
                              lambda told: Progress(told.done, told.total, Text("reading the sound"))))


def _notes(sound: Sound, path: Path) -> tuple[Text, ...]:
    notes = []
    if sound.file_rate < _NARROW:
        notes.append(Text("{0} has {1} samples a second: s, f and sh can hardly be heard in it", path.name,
                          sound.file_rate))
    if sound.broken_off:
        notes.append(Text("{0} is damaged, and its sound ends early", path.name))
    if sound.damaged:
        notes.append(Text("{0} is damaged: {1} pieces of its sound are silence", path.name, sound.damaged))
    return tuple(notes)
