"""How well the network hears: frames that are right, and closures that are found."""

from dataclasses import dataclass

import numpy as np

from engine.speech.hearing.network import DELAY, PAIR, NetworkStream
from engine.speech.visemes import VISEMES
from speech.corpus import Corpus

GROUPS = {"rest": ("sil",), "shut": ("PP",), "bite": ("FF",), "narrow": ("TH", "DD", "kk", "SS", "nn"),
          "open": ("aa", "E", "I"), "round": ("O", "U", "CH", "RR")}
"""Six shapes of a mouth, and the visemes that look like them."""
GRACE = 3
"""Rows by which a closure may be missed and is still found."""
THRESHOLD = 0.5
_GROUP = np.array([next(place for place, names in enumerate(GROUPS.values()) if name in names) for name in VISEMES])


def answers_of(stream: NetworkStream, bands: np.ndarray) -> np.ndarray:
    """(T, BANDS) -> (T, OUTPUTS): of each row what the network says of it."""
    after = PAIR * DELAY + len(bands) % PAIR
    rows = np.concatenate([bands.astype(np.float32), np.full((after, bands.shape[1]), bands.min(), np.float32)])
    told = [stream.answers(rows[start:start + 2000]) for start in range(0, len(rows), 2000)]
    return np.concatenate(told)[PAIR * DELAY:][:len(bands)]


def closures(answers: np.ndarray, threshold: float = THRESHOLD) -> np.ndarray:
    """(T,) bool: whether the lips are told to be shut."""
    return answers[:, -2] > np.log(threshold / (1 - threshold))


def runs(shut: np.ndarray) -> list[tuple[int, int]]:
    """First and last + 1 of each stretch that is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], shut.astype(np.int8), [0]])))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def found(wanted: np.ndarray, told: np.ndarray) -> tuple[int, int]:
    """How many stretches of `wanted` overlap one of `told`, give or take GRACE rows; the total is len(runs(wanted))."""
    stretches = runs(wanted)
    return sum(bool(told[max(0, start - GRACE):end + GRACE].any()) for start, end in stretches), len(stretches)


@dataclass(frozen=True)
class Scores:
    """Shares of 1: rows whose viseme and group are right, closures found, closures told that are some, voice right."""

    visemes: float
    groups: float
    recall: float
    precision: float
    voiced: float
    closures: int

    @classmethod
    def of(cls, corpus: Corpus, answers: np.ndarray, threshold: float = THRESHOLD) -> "Scores":
        best = answers[:, :-2].argmax(1)
        told = closures(answers, threshold)
        hit, wanted = found(corpus.shut, told)
        true, all_told = found(told, corpus.shut)
        return cls(float((best == corpus.visemes).mean()), float((_GROUP[best] == _GROUP[corpus.visemes]).mean()),
                   hit / max(1, wanted), true / max(1, all_told),
                   float(((answers[:, -1] > 0) == corpus.voiced).mean()), wanted)

    @property
    def line(self) -> str:
        return (f"{self.visemes:.2f} / {self.groups:.2f}, closures {self.recall:.2f} / {self.precision:.2f} "
                f"of {self.closures}, voice {self.voiced:.2f}")
