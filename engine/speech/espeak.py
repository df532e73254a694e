"""A text said by espeak-ng, where that is installed: its sound, and when each phoneme is said."""

import unicodedata
from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.process.call import CallFailed, call_apart
from engine.speech.closures import with_closures
from engine.speech.espeak_apart import LONGEST_SPEECH
from engine.speech.phonemes import Phoneme, TimedPhonemes
from engine.speech.visemes import SIL, visemes_of_ipa

MOST_CHARACTERS = 24_000
"""About half an hour of speech; a sign of Chinese, Japanese or Korean takes as long as four letters."""
_SYLLABLES, _LETTERS = ("ja", "ko", "cmn"), 4
WORDS_A_MINUTE = 80, 150, 450
"""Slowest, usual and quickest."""
SOURCE = "espeak-ng"
_SECONDS, _CHARACTERS_A_SECOND = 15.0, 400.0
"""How long it may take: so much, and a second for so many characters; it takes a thousandth of that."""
_LONGEST_VOICE = 60
_SCRIPTS = (("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko"), ("CJK", "cmn"), ("CYRILLIC", "ru"),
            ("GREEK", "el"), ("ARABIC", "ar"), ("HEBREW", "he"), ("DEVANAGARI", "hi"), ("BENGALI", "bn"),
            ("TAMIL", "ta"), ("GEORGIAN", "ka"), ("ARMENIAN", "hy"))
_OTHER_SCRIPTS = "en-us"
_WOMAN = "+f3"


@dataclass(frozen=True, eq=False)
class SpokenText:
    """samples (N,) int16 mono at `rate` a second; phonemes: what is said in them, stops as they are shut."""

    samples: np.ndarray
    rate: int
    phonemes: TimedPhonemes

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.samples) / self.rate

    def with_rest(self, before: float, after: float) -> "SpokenText":
        """The same with so many seconds of silence around it."""
        first = round(before * self.rate)
        samples = np.concatenate([np.zeros(first, np.int16), self.samples,
                                  np.zeros(round(after * self.rate), np.int16)])
        return SpokenText(samples, self.rate, self.phonemes.shifted(first / self.rate))


def say(text: str, voice: str = "", words_a_minute: int = WORDS_A_MINUTE[1]) -> SpokenText:
    """voice: espeak-ng's name of it, as en-us, de or fr+f3; "" for one of the text's script, English for Latin.

    UsageError for a text of nothing, or too long, and for what is no voice; EngineError without espeak-ng.
    """
    said = plain_text(text)
    slowest, _, quickest = WORDS_A_MINUTE
    if not slowest <= words_a_minute <= quickest:
        raise UsageError(Text("speech goes at {0} to {1} words a minute, not {2}", slowest, quickest, words_a_minute))
    if len(voice) > _LONGEST_VOICE or not all(sign.isascii() and (sign.isalnum() or sign in "-_+") for sign in voice):
        raise UsageError(Text("{0} is no voice of espeak-ng", repr(voice[:_LONGEST_VOICE])))
    try:
        facts, bits = call_apart("engine.speech.espeak_apart:speak", said.encode(),
                                 {"voice": voice or voice_of(said), "words_a_minute": words_a_minute},
                                 _SECONDS + len(said) / _CHARACTERS_A_SECOND)
    except CallFailed as error:
        raise EngineError(Text("espeak-ng gave up on the text")) from error
    samples, rate = bits.view(np.int16), int(facts["rate"])
    if len(samples) / rate > LONGEST_SPEECH:
        raise UsageError(Text("the text takes longer than {0} minutes to say", f"{LONGEST_SPEECH / 60:g}"),
                         Text("give it in parts"))
    spoken = _phonemes(facts["phonemes"], rate, len(samples) / rate)
    if not any(SIL not in one.visemes for one in spoken if one.visemes):
        raise UsageError(Text("there is nothing in the text that can be said"))
    return SpokenText(samples, rate, with_closures(TimedPhonemes(spoken, SOURCE), samples, rate))


def plain_text(text: str) -> str:
    """The text without what cannot be said. UsageError where nothing is left, or too much."""
    said = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co") else sign for sign in text).strip()
    if not said:
        raise UsageError(Text("there is nothing in the text that can be said"))
    most = MOST_CHARACTERS // (_LETTERS if voice_of(said) in _SYLLABLES else 1)
    if len(said) > most:
        raise UsageError(Text("the text has {0} characters; at most {1}, half an hour of speech, are said at once",
                              len(said), most), Text("give it in parts"))
    return said


def pair_of_voices(text: str, voice: str = "") -> tuple[str, ...]:
    """A man's and a woman's for the same text; only the one that is asked for where its speaker is."""
    found = voice or voice_of(text)
    return (found,) if "+" in found else (found, found + _WOMAN)


def voice_of(text: str) -> str:
    """A voice for the script that most of the text's letters are of."""
    counts: dict[str, int] = {}
    for sign in text:
        if sign.isalpha():
            name = unicodedata.name(sign, "")
            voice = next((voice for script, voice in _SCRIPTS if name.startswith(script)), _OTHER_SCRIPTS)
            counts[voice] = counts.get(voice, 0) + 1
    if "ja" in counts and "cmn" in counts:  # Japanese is written with Chinese characters, too
        counts["ja"] += counts.pop("cmn")
    return max(counts, key=lambda voice: counts[voice], default=_OTHER_SCRIPTS)


def _phonemes(told: list[list[str | int]], rate: int, end: float) -> tuple[Phoneme, ...]:
    """Each phoneme lasts until the next one begins."""
    starts = [int(sample) / rate for _, sample in told]
    spoken = []
    for (sign, _), start, after in zip(told, starts, [*starts[1:], end], strict=True):
        if after > start and not str(sign).startswith("("):  # "(en)": goes on in another language
            spoken.append(Phoneme(str(sign), visemes_of_ipa(str(sign)) or ((SIL,) if not str(sign).strip() else ()),
                                  start, min(after, end)))
    return tuple(spoken)
