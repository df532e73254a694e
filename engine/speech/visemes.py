"""The fifteen visemes, and which phonemes show which: declared in resources/speech/visemes.toml."""

import unicodedata
from functools import cache

import msgspec

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.limits import LARGEST_TOML
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.base.toml_text import read_toml

VISEMES = ("sil", "PP", "FF", "TH", "DD", "kk", "CH", "SS", "nn", "RR", "aa", "E", "I", "O", "U")
"""In the order of every row of scores. sil is rest; PP is lips shut, FF teeth on the lower lip."""
VISEME_INDEX = {name: place for place, name in enumerate(VISEMES)}
SIL, PP, FF = (VISEME_INDEX[name] for name in ("sil", "PP", "FF"))
VOWELS = tuple(VISEME_INDEX[name] for name in ("aa", "E", "I", "O", "U"))


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    ipa: list[str]
    arpabet: list[str]


class _Signs(msgspec.Struct, forbid_unknown_fields=True):
    ipa: list[str]
    arpabet: list[str]


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    viseme: list[_Row]
    carried: _Signs
    unvoiced: _Signs
    glides: dict[str, list[str]]


@cache
def _table() -> _Table:
    path = RESOURCES / "speech" / "visemes.toml"
    table = read_toml(read_limited(path, LARGEST_TOML), path.name, _Table)
    if tuple(row.name for row in table.viseme) != VISEMES:
        raise EngineError(Text("{0} names other visemes than there are", path.name))
    return table


@cache
def _phonemes() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """By IPA and by ARPAbet: the visemes of each phoneme."""
    table = _table()
    rows: list[tuple[tuple[int, ...], _Row]] = [((place,), row) for place, row in enumerate(table.viseme)]
    ipa = {phoneme: places for places, row in rows for phoneme in row.ipa}
    arpabet = {phoneme: places for places, row in rows for phoneme in row.arpabet}
    arpabet |= {phoneme: tuple(VISEME_INDEX[name] for name in names) for phoneme, names in table.glides.items()}
    return ipa, arpabet


def visemes_of_ipa(phoneme: str) -> tuple[int, ...]:
    """Places in VISEMES that a phoneme shows one after the other; empty for one that nobody knows.

    phoneme: IPA with whatever marks; "aɪ", "ˈiː", "t͡s" and "pʰ" are read by their longest known pieces.
    """
    known = _phonemes()[0]
    plain = plain_ipa(phoneme)
    found: list[int] = []
    while plain:
        piece = next(plain[:length] for length in (3, 2, 1) if plain[:length] in known)
        found += [place for place in known[piece] if found[-1:] != [place]]
        plain = plain[len(piece):]
    return tuple(found)


def plain_ipa(phoneme: str) -> str:
    """What of a phoneme stands in the table: without marks, and without signs that nobody knows."""
    known = _phonemes()[0]
    if phoneme in known:
        return phoneme
    return "".join(sign for sign in unicodedata.normalize("NFD", phoneme) if sign in known)


def plain_arpabet(phoneme: str) -> str:
    """Upper case, without stress."""
    return phoneme.strip().upper().rstrip("012")


def is_carried(phoneme: str) -> bool:
    """Whether it is said with the mouth that comes next: h, and the stop of the throat. In either alphabet."""
    carried = _table().carried
    return plain_ipa(phoneme) in carried.ipa or plain_arpabet(phoneme) in carried.arpabet


def is_voiced(phoneme: str) -> bool:
    """Whether the voice sounds in it; in either alphabet."""
    unvoiced = _table().unvoiced
    return plain_ipa(phoneme) not in unvoiced.ipa and plain_arpabet(phoneme) not in unvoiced.arpabet


def visemes_of_arpabet(phoneme: str) -> tuple[int, ...]:
    """The same for ARPAbet, with or without stress, in upper or lower case."""
    return _phonemes()[1].get(plain_arpabet(phoneme), ())
