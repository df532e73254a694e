"""A text laid on the sound of somebody who says it: espeak-ng says it, too, and its times are warped.

Dynamic time warping of cepstra, row by row of the recording: with each row espeak-ng's speech stays, or goes on by one
to three rows. Where the recording is silent it may stay for nothing; that is a pause in which the mouth rests.
(After Malfrère and Dutoit, "High-quality speech synthesis for phonetic speech segmentation", 1997.)
"""

from collections.abc import Sequence
from functools import partial

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.text import Text
from engine.media.sound_reader import Sound
from engine.speech.espeak import SOURCE, SpokenText
from engine.speech.phonemes import Phoneme, TimedPhonemes
from engine.speech.spectrum import RATE, log_mel
from engine.speech.viseme_track import STEP
from engine.speech.visemes import SIL

LONGEST_ALIGNED = 10 * 60.0
"""Seconds of sound: what is remembered of the ways there takes 300 MB then."""
_BANDS, _CEPSTRA = 40, 13
_WINDOW = 12.0, 0.08, 25.0
"""Seconds, and of the whole, and seconds at most: how far from an even pace either speaker may be."""
_STAYS, _SKIPS = 0.35, (0.0, 0.25, 0.8)
"""Beside the distance: for a row in which espeak-ng's speech stays; goes on by one, two, three."""
_SILENT = 0.1
"""For a row of silence."""
_PAUSE = 0.10
"""Seconds of silence in which the mouth rests."""
_SLIVER = 0.03
"""Seconds of a phoneme beyond a pause that are none of it."""
_QUIET = 0.22
"""Of the way from the quietest to the loud rows: below it, it is silent."""


def aligned(voices: Sequence[SpokenText], sound: Sound) -> Job[TimedPhonemes]:
    """The phonemes of a text at the times at which `sound` has them, rests between; a voice is a step, on a thread of
    its own.

    voices: the text as said by several; the one that is nearest to the sound leads. EngineError where the sound is so
    much shorter than the text that it cannot be that; UsageError where it is longer than what is aligned.
    """
    found: list[tuple[float, TimedPhonemes]] = []
    for number, said in enumerate(voices):
        words = partial(_progress, number, len(voices))
        found.append((yield from retold(on_thread(single(partial(_laid, said, sound))), words)))
    return min(found, key=lambda one: one[0])[1]


def _progress(number: int, count: int, _: Progress) -> Progress:
    return Progress(number, count, Text("laying the text on the sound"))


def _laid(said: SpokenText, sound: Sound) -> tuple[float, TimedPhonemes]:
    """How far apart they are on the whole, and the phonemes."""
    if sound.duration > LONGEST_ALIGNED:
        raise UsageError(Text("a text is laid on sounds of up to {0} minutes", f"{LONGEST_ALIGNED / 60:g}"),
                         Text("cut the sound, and the text with it"))
    spoken = _resampled(said)
    there, here = log_mel(spoken, _BANDS), log_mel(sound.samples, _BANDS)
    silent = _silent(here)
    talks = np.flatnonzero(~silent)
    first, last = int(talks[0]), int(talks[-1]) + 1
    told = np.flatnonzero(~_silent(there))
    begun, ended = int(told[0]), int(told[-1]) + 1
    rows = last - first
    if 3 * rows < ended - begun:
        raise EngineError(Text("the sound is too short for the text: {0} s of speech for {1} s",
                               f"{rows * STEP:.1f}", f"{(ended - begun) * STEP:.1f}"))
    away, path, pauses = _path(_cepstra(here, ~silent)[first:last],
                               _cepstra(there, np.ones(len(there), bool))[begun:ended], silent[first:last])
    return away, _warped(said.phonemes, path + begun, pauses, first)


def _resampled(said: SpokenText) -> np.ndarray:
    """(N,) float32 at RATE."""
    count = int(len(said.samples) * RATE / said.rate)
    positions = np.arange(count) * said.rate / RATE
    return np.interp(positions, np.arange(len(said.samples)), said.samples.astype(np.float32) / 32768)


def _silent(mel: np.ndarray) -> np.ndarray:
    """(T,) bool."""
    loud = mel.mean(1)
    low, high = np.percentile(loud, [4, 92])
    quiet = loud < low + _QUIET * (high - low)
    return np.zeros(len(loud), bool) if quiet.all() or high - low < 1 else quiet


def _cepstra(mel: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """(T, 26) cepstra and their change, each of mean 0 and variance 1 over the rows that count; loudness among them."""
    order, band = np.arange(_CEPSTRA)[:, None], np.arange(_BANDS)
    cosines = np.cos(np.pi * order * (band + 0.5) / _BANDS)
    found = mel @ cosines.T
    padded = np.pad(found, ((2, 2), (0, 0)), mode="edge")
    change = (padded[4:] - padded[:-4]) * 2 + padded[3:-1] - padded[1:-3]
    both = np.concatenate([found, 0.6 * change / np.maximum(change.std(0), 1e-6) * found.std(0)], 1)
    mean, spread = both[counts].mean(0), np.maximum(both[counts].std(0), 1e-6)
    return np.asarray((both - mean) / spread, np.float32)


def _path(here: np.ndarray, there: np.ndarray, silent: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """What it costs a row; (R,) row of `there` for each of `here`, and (R,) bool whether it is a pause."""
    rows, columns = len(here), len(there)
    reach = min(columns, round(min(_WINDOW[0] / STEP + _WINDOW[1] * columns, _WINDOW[2] / STEP)))
    wide = min(columns, 2 * reach + 1)
    lefts = np.clip(np.round(np.linspace(0, columns - 1, rows)).astype(int) - wide // 2, 0, columns - wide)
    lefts[0] = 0
    lefts = np.maximum.accumulate(lefts)
    came = np.empty((rows, wide), np.uint8)
    squares = (there * there).sum(1)
    scale = 1 / here.shape[1]
    cost = np.full(wide, np.inf, np.float32)
    for row in range(rows):
        left = lefts[row]
        window = slice(left, left + wide)
        apart = np.sqrt(np.maximum(squares[window] + here[row] @ here[row] - 2 * (there[window] @ here[row]), 0)
                        * scale)
        if not row:
            cost[0] = apart[0]
            came[0] = 1
            continue
        moved = left - lefts[row - 1]
        before = np.full(wide + 3, np.inf, np.float32)  # [3 + c] is column left + c
        kept = cost[max(0, moved - 3):]
        start = 3 - min(moved, 3)
        before[start:start + len(kept)] = kept[:wide + 3 - start]
        stay = before[3:] + np.minimum(apart + _STAYS, _SILENT if silent[row] else np.inf)
        going = [before[3 - step:wide + 3 - step] + apart + extra for step, extra in enumerate(_SKIPS, 1)]
        options = np.stack([stay, *going])
        best = options.argmin(0)
        cost = np.take_along_axis(options, best[None], 0)[0]
        came[row] = best
        pause = silent[row] & (best == 0) & (apart + _STAYS > _SILENT)
        came[row][pause] = 4
    path, pauses = np.empty(rows, int), np.zeros(rows, bool)
    at = columns - 1 if np.isfinite(cost[columns - 1 - lefts[-1]]) else int(lefts[-1] + np.argmin(cost))
    for row in range(rows - 1, -1, -1):
        path[row] = at
        step = int(came[row][at - lefts[row]])
        pauses[row] = step == 4
        at = max(at - (0 if step == 4 else step), 0) if row else at
    return float(cost.min()) / rows, path, pauses


def _warped(phonemes: TimedPhonemes, path: np.ndarray, pauses: np.ndarray, first: int) -> TimedPhonemes:
    """Every row of the recording gets the phoneme of its row of espeak-ng's; rests where it pauses."""
    starts = np.array([one.start for one in phonemes.spoken])
    places = np.searchsorted(starts, (path + 0.5) * STEP, side="right") - 1
    resting = pauses & _long(pauses)
    told: list[Phoneme] = []
    labels = _unslivered(np.where(resting, -1, places))
    edges = [0, *(np.flatnonzero(np.diff(labels)) + 1).tolist(), len(labels)]
    for begin, end in zip(edges[:-1], edges[1:], strict=True):
        place = int(labels[begin])
        start, until = (first + begin) * STEP, (first + end) * STEP
        if place < 0 or phonemes.spoken[place].visemes == (SIL,):
            told.append(Phoneme("", (SIL,), start, until))
        else:
            one = phonemes.spoken[place]
            told.append(Phoneme(one.sign, one.visemes, start, until))
    return TimedPhonemes(tuple(told), f"{SOURCE}, laid on the sound")


def _unslivered(labels: np.ndarray) -> np.ndarray:
    """(R,) without a row or two of a phoneme on the far side of a pause: it is all on the near one."""
    edges = [0, *(np.flatnonzero(np.diff(labels)) + 1).tolist(), len(labels)]
    runs = [(int(labels[begin]), begin, end) for begin, end in zip(edges[:-1], edges[1:], strict=True)]
    for before, rest, after in zip(runs[:-2], runs[1:-1], runs[2:], strict=True):
        if rest[0] == -1 and before[0] == after[0]:
            _, begin, end = min(before, after, key=lambda run: run[2] - run[1])
            if (end - begin) * STEP < _SLIVER:
                labels[begin:end] = -1
    return labels


def _long(pauses: np.ndarray) -> np.ndarray:
    """(R,) bool: those in runs that are long enough."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], pauses, [False]]).astype(np.int8))).reshape(-1, 2)
    kept = np.zeros(len(pauses), bool)
    for begin, end in edges.tolist():
        kept[begin:end] = (end - begin) * STEP >= _PAUSE
    return kept
