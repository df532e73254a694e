"""What a mouth shows while a sentence is said, row by row: the truth that is learned and tested."""

from dataclasses import dataclass

import numpy as np

from engine.speech.visemes import PP, SIL, is_voiced, visemes_of_arpabet, visemes_of_ipa
from speech.spoken import Spoken
from speech.voices import Voice, ipa_of

STEP = 0.01
_STOPS = set("ptk")
_GRAIN = 0.005
_QUIET = 0.13
"""Of the peak around: below that a mouth that says a stop is still shut."""
_FARTHEST, _USUAL = 0.08, 0.04
"""Seconds by which espeak-ng's p, t and k begin before the burst that it tells: at most, and where none is found."""


@dataclass(frozen=True)
class Labels:
    """visemes: (T,) int8 in the order of VISEMES. shut, voiced: (T,) bool."""

    visemes: np.ndarray
    shut: np.ndarray
    voiced: np.ndarray


@dataclass(frozen=True)
class _Phone:
    start: float
    end: float
    visemes: tuple[int, ...]
    voiced: bool
    name: str


def labels(said: Spoken, voice: Voice) -> Labels:
    """ValueError where a sound is not known."""
    phones = _phones(said, voice.alphabet)
    level = _level(said)
    if voice.program == "espeak":
        phones = _begun_earlier(phones, level)
    count = int(len(said.sound) / said.rate / STEP)
    visemes = np.full(count, SIL, np.int8)
    shut, voiced = np.zeros(count, bool), np.zeros(count, bool)
    for phone in phones:
        cuts = np.linspace(phone.start, phone.end, len(phone.visemes) + 1)
        for viseme, start, end in zip(phone.visemes, cuts, cuts[1:], strict=False):
            visemes[_rows(start, end)] = viseme
        voiced[_rows(phone.start, phone.end)] = phone.voiced
        if phone.visemes[0] == PP:
            shut[_rows(phone.start, _opening(phone, level, voice))] = True
    return Labels(visemes, shut, voiced)


def _rows(start: float, end: float) -> slice:
    """The rows whose middle lies between."""
    return slice(max(0, round(start / STEP)), max(0, round(end / STEP)))


def _phones(said: Spoken, alphabet: str) -> list[_Phone]:
    found: list[_Phone] = []
    start = 0.0
    for end, name in said.phones:
        plain = name if alphabet in ("arpabet", "ipa") else ipa_of(alphabet, name)
        plain = plain.strip("ˈˌ'")
        if alphabet == "arpabet":
            visemes = visemes_of_arpabet(plain)
        else:
            visemes = () if plain[:1] == "(" else visemes_of_ipa(plain)
        if not visemes and plain:
            if alphabet != "ipa":
                raise ValueError(f"{alphabet} has no {name!r}")
        if end > start and visemes:
            found.append(_Phone(start, end, visemes, visemes != (SIL,) and is_voiced(plain), plain.lower()))
        elif end > start and found:  # a mark of stress, length or language belongs to what is before it
            found[-1] = _Phone(found[-1].start, end, found[-1].visemes, found[-1].voiced, found[-1].name)
        start = max(start, end)
    return found


def _level(said: Spoken) -> np.ndarray:
    """Loudness every five milliseconds, without the voice's own hum, which goes on behind shut lips."""
    width = int(_GRAIN * said.rate)
    sharp = np.diff(said.sound, prepend=0)
    sharp = sharp[:len(sharp) // width * width].reshape(-1, width)
    return np.sqrt((sharp ** 2).mean(1))


def _between(level: np.ndarray, start: float, end: float) -> np.ndarray:
    return level[max(0, int(start / _GRAIN)):max(0, int(np.ceil(end / _GRAIN)))]


def _begun_earlier(phones: list[_Phone], level: np.ndarray) -> list[_Phone]:
    """espeak-ng tells of p, t and k when they burst; the shut mouth before it goes from the sound in front to them."""
    moved = list(phones)
    for place in range(1, len(moved)):
        phone, before = moved[place], moved[place - 1]
        if phone.name[:1] not in _STOPS:
            continue
        around = _between(level, phone.start - 0.15, phone.start + 0.1)
        quiet = _between(level, phone.start - _FARTHEST, phone.start) < _QUIET * (around.max() if len(around) else 0)
        length = 0
        for still in quiet[::-1]:
            if not still and length > 1:
                break
            length += 1 if still or length == 0 else 0
        back = length * _GRAIN if quiet[-3:].any() and before.visemes != (SIL,) else _USUAL
        start = max(phone.start - min(back, _FARTHEST), before.start + 0.02)
        if start < phone.start:
            moved[place - 1] = _Phone(before.start, start, before.visemes, before.voiced, before.name)
            moved[place] = _Phone(start, phone.end, phone.visemes, phone.voiced, phone.name)
    return moved


def _opening(phone: _Phone, level: np.ndarray, voice: Voice) -> float:
    """When the lips part: m at its end, p and b at their burst."""
    if phone.name[:1] in "mɱ" or phone.name in ("em",):
        return phone.end
    if voice.program == "espeak" and phone.name[:1] == "b":
        return min(phone.end, phone.start + 0.045)
    inside = _between(level, phone.start, phone.end)
    if len(inside) < 4:
        return phone.end
    stillest = int(inside[:max(2, int(len(inside) * 0.8))].argmin())
    loud = _between(level, phone.start, phone.end + 0.04).max() * 0.3
    after = np.flatnonzero(inside[stillest:] > loud)
    burst = (stillest + after[0]) * _GRAIN if len(after) else (phone.end - phone.start) * 0.75
    return float(np.clip(phone.start + burst, phone.start + 0.025, phone.end))
