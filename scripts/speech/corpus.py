"""What a voice said, as bands and labels, in one file for each voice."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.arrays_file import read_arrays, write_arrays
from engine.speech.hearing.mel import HOP, RATE, MelStream
from engine.speech.hearing.resampling import Resampler
from speech.labels import Labels, labels
from speech.spoken import Spoken
from speech.voices import Voice

_SILENCE = np.zeros(RATE // 10, np.float32)


@dataclass(frozen=True)
class Corpus:
    """bands: (T, BANDS) float16. visemes, shut, voiced: (T,). starts: (n,) rows at which sentences begin."""

    bands: np.ndarray
    visemes: np.ndarray
    shut: np.ndarray
    voiced: np.ndarray
    starts: np.ndarray

    def write(self, path: Path, facts: dict[str, str]) -> None:
        write_arrays(path, {name: getattr(self, name) for name in self.__dataclass_fields__}, facts)

    @classmethod
    def read(cls, path: Path) -> "Corpus":
        return cls(**read_arrays(path)[0])


def heard(sound: np.ndarray, rate: int) -> np.ndarray:
    """(N,) float32 at `rate` -> (T, BANDS) rows."""
    resampler = Resampler(rate, RATE)
    end = np.zeros(2 * resampler.ahead, np.float32)
    return MelStream().rows(np.concatenate([resampler.samples(sound), resampler.samples(end), _SILENCE]))


def sentence(said: Spoken, voice: Voice, stretch: float) -> tuple[np.ndarray, Labels]:
    """Bands and labels of a sentence played `stretch` times as quickly: another tempo, pitch and length of throat."""
    rate = round(said.rate * stretch)
    quicker = Spoken(said.sound, rate, tuple((end * said.rate / rate, name) for end, name in said.phones))
    truth = labels(quicker, voice)
    bands = heard(said.sound, rate)
    count = min(len(bands), len(truth.visemes), int(len(said.sound) * RATE / rate) // HOP)
    return bands[:count], Labels(truth.visemes[:count], truth.shut[:count], truth.voiced[:count])


def together(said: Sequence[tuple[np.ndarray, Labels]]) -> Corpus:
    lengths = [len(bands) for bands, _ in said]
    return Corpus(np.concatenate([bands for bands, _ in said]).astype(np.float16),
                  np.concatenate([truth.visemes for _, truth in said]),
                  np.concatenate([truth.shut for _, truth in said]),
                  np.concatenate([truth.voiced for _, truth in said]),
                  np.cumsum([0, *lengths[:-1]]).astype(np.int64))
