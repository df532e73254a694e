"""Phonemes with their times, read from the files people have: CSV and TSV, TextGrid, .lab, Rhubarb's JSON and TSV."""

import csv
import math
import re
from collections.abc import Iterator
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.typed_number import typed_number
from engine.speech.closures import parted_before_the_end
from engine.speech.phonemes import MOST_PHONEMES, TimedPhonemes, in_order
from engine.speech.visemes import SIL, VISEME_INDEX, plain_arpabet, plain_ipa, visemes_of_arpabet, visemes_of_ipa

LARGEST = 1 << 23
"""Bytes; a TextGrid of two hours has five million."""
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_MOST_LINES, _LONGEST_LINE = 4 * MOST_PHONEMES, 2000
_KINDS = Text("CSV or TSV with phoneme, start and end, Praat's TextGrid, .lab and Rhubarb's JSON and TSV can be read")
_CUES = {"A": "PP", "B": "SS", "C": "E", "D": "aa", "E": "O", "F": "U", "G": "FF", "H": "DD", "X": "sil"}
_LONGEST_SIGN = 32
_SILENCES = {"", "sil", "sp", "spn", "pau", "h#", "#", "_", "<p:>", "<eps>", "<sil>", "<usb>", "<nib>", "noise"}
_COLUMNS = {"phoneme": ("phoneme", "phone", "label", "segment", "sound", "text", "value"),
            "start": ("start", "begin", "xmin", "from", "onset"), "end": ("end", "stop", "xmax", "to", "offset")}
_TIERS = ("phon", "segment")
_SAMPA = ("mau", "sampa")
"""Parts of the names of a TextGrid's tiers; those of WebMAUS are in SAMPA, which reads otherwise in both alphabets."""
_GRID = re.compile(r'"((?:[^"]|""){0,1000})"|<(exists|absent)>|(?<![\w.\[-])([-+]?\d[\d.]*(?:[eE][-+]?\d+)?)(?![\w\]])')
_LAST = 0.1
"""Seconds of a mouth that nobody ends."""
_HTK = 1e-7
"""Seconds of a unit in which HTK counts."""

Timed = tuple[str, float, float]


def read_phonemes(path: Path) -> TimedPhonemes:
    """What is said when, as a file has it; stops as people count them, lips part before their end.

    Phonemes are IPA or ARPAbet, whichever more of them are. Raises only EngineError.
    """
    text = _decoded(read_limited(path, LARGEST), path)
    source = path.name
    try:
        if text.lstrip().startswith("{"):
            return _cues(_rhubarb(text), source)
        if "TextGrid" in text[:400]:
            rows = _text_grid(text)
        elif path.suffix.lower() == ".lab":
            rows = _lab(text)
        else:
            table = _table(text)
            if all(len(row) == 2 for row in table):
                return _cues(_starts(table), source)
            rows = _columns(table)
    except (ValueError, IndexError, KeyError, TypeError, csv.Error, RecursionError) as error:
        why = error.why if isinstance(error, _NotTimed) else Text("its parts are not in their places")
        raise EngineError(Text("{0}: is no file of phonemes: {1}", path, why), _KINDS) from None
    if len(rows) > MOST_PHONEMES:
        raise EngineError(Text("{0}: more than {1} phonemes", source, MOST_PHONEMES))
    arpabet = _is_arpabet([sign for sign, _, _ in rows])
    read = visemes_of_arpabet if arpabet else visemes_of_ipa
    timed = [(sign, (SIL,) if sign.lower() in _SILENCES else read(sign), start, end) for sign, start, end in rows]
    return parted_before_the_end(in_order(timed, source))


class _NotTimed(ValueError):  # noqa: N818 - named for what is wrong
    """why: what is wrong."""

    def __init__(self, why: Text) -> None:
        super().__init__(why)
        self.why = why


def _decoded(data: bytes, path: Path) -> str:
    """Praat writes UTF-16 where a sign is not ASCII."""
    kind = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(kind)
    except UnicodeDecodeError:
        raise EngineError(Text("{0}: is no text in UTF-8 or UTF-16", path), _KINDS) from None


def _is_arpabet(signs: list[str]) -> bool:
    """Whether they are rather ARPAbet's: only there phonemes are of several letters, and most of them are known."""
    said = [sign for sign in signs if sign.lower() not in _SILENCES]
    known = sum(bool(visemes_of_arpabet(sign)) for sign in said)
    telling = sum(len(plain_arpabet(sign)) > 1 and sign.isascii() for sign in said if visemes_of_arpabet(sign))
    whole = sum(bool(plain_ipa(sign)) and not sign.isupper() for sign in said)
    return known >= 0.8 * len(said) and (telling > 0 or known > whole)


def _number(text: str) -> float:
    try:
        return typed_number(text.strip().replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError:
        raise _NotTimed(Text("{0} is no time", repr(text[:40]))) from None


def _sign(text: str) -> str:
    sign = text.strip()
    if len(sign) > _LONGEST_SIGN:
        raise _NotTimed(Text("{0} is no phoneme", repr(sign[:_LONGEST_SIGN])))
    return sign


def _lines(text: str) -> list[str]:
    """Counted before they are taken apart: each costs far more than its letters."""
    if sum(map(text.count, _BREAKS)) > _MOST_LINES:
        raise _NotTimed(Text("it has more than {0} lines", _MOST_LINES))
    lines = text.splitlines()
    if max(map(len, lines), default=0) > _LONGEST_LINE:
        raise _NotTimed(Text("it has lines of more than {0} characters", _LONGEST_LINE))
    return lines


def _table(text: str) -> list[list[str]]:
    lines = _lines(text)
    head = next((line for line in lines if line.strip()), "")
    mark = "\t" if "\t" in head else ";" if ";" in head else "," if "," in head else None
    split: Iterator[list[str]] = csv.reader(lines, delimiter=mark) if mark else (line.split() for line in lines)
    rows = [[cell.strip() for cell in row] for row in split if any(cell.strip() for cell in row)]
    if not rows:
        raise _NotTimed(Text("it is empty"))
    return rows


def _columns(table: list[list[str]]) -> list[Timed]:
    """By the names in the first row; phoneme, start and end, or start, end and phoneme without one."""
    names = [cell.lower() for cell in table[0]]
    places = [next((names.index(one) for one in known if one in names), -1) for known in _COLUMNS.values()]
    rows = table[1:]
    if min(places) < 0:
        rows = table
        places = [0, 1, 2] if not _is_number(table[0][0]) else [2, 0, 1]
    return [(_sign(row[places[0]]), _number(row[places[1]]), _number(row[places[2]])) for row in rows]


def _is_number(text: str) -> bool:
    try:
        _number(text)
    except ValueError:
        return False
    return True


def _lab(text: str) -> list[Timed]:
    """start end label, in seconds or HTK's units; or Festival's: end, a colour, label."""
    rows = [line.split(None, 2) for line in _lines(text) if line.strip()]
    marked = next((number for number, row in enumerate(rows) if row[0] == "#"), None)
    timed: list[Timed] = []
    if marked is not None:
        last = 0.0
        for row in rows[marked + 1:]:
            timed.append((_sign(row[2].split(";")[0]), last, _number(row[0])))
            last = timed[-1][2]
        return timed
    unit = _HTK if all("." not in row[0] + row[1] for row in rows) and _number(rows[-1][1]) > 1e5 else 1.0
    return [(_sign(row[2].split()[0]) if len(row) > 2 else "", unit * _number(row[0]), unit * _number(row[1]))
            for row in rows]


def _text_grid(text: str) -> list[Timed]:
    """The tier of phones, else the last one of intervals; long and short files."""
    stream = (("word", match[1].replace('""', '"')) if match[1] is not None else
              ("flag", match[2]) if match[2] else ("number", match[3]) for match in _GRID.finditer(text))

    def take(kind: str) -> str:
        found = next(stream, None)
        if found is None or found[0] != kind:
            raise _NotTimed(Text("the TextGrid ends early, or has other parts than it should"))
        return found[1]

    if take("word") != "ooTextFile" or take("word") != "TextGrid":
        raise _NotTimed(Text("it is no TextGrid"))
    take("number"), take("number"), take("flag")
    tiers: list[tuple[str, list[Timed]]] = []
    for _ in range(int(take("number"))):
        kind, name = take("word"), take("word")
        take("number"), take("number")
        rows: list[Timed] = []
        for _ in range(int(take("number"))):
            if len(rows) > MOST_PHONEMES:
                raise _NotTimed(Text("one of its tiers has more than {0} intervals", MOST_PHONEMES))
            start = _number(take("number"))
            if kind == "IntervalTier":
                end = _number(take("number"))
                rows.append((_sign(take("word")[:_LONGEST_SIGN]), start, end))
            else:
                take("word")
        if kind == "IntervalTier":
            tiers.append((name.lower(), rows))
    if not tiers:
        raise _NotTimed(Text("it has no tier of intervals"))
    named = [rows for name, rows in tiers if any(word in name for word in _TIERS)]
    if not named and any(word in name for name, _ in tiers for word in _SAMPA):
        raise _NotTimed(Text("its phonemes are in SAMPA, which is not read"))
    return named[0] if named else tiers[-1][1]


def _rhubarb(text: str) -> list[Timed]:
    document = parse_json(text.encode())
    return [(str(cue["value"]), _seconds(cue["start"]), _seconds(cue["end"])) for cue in document["mouthCues"]]


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise _NotTimed(Text("{0} is no time", repr(value)[:40]))
    return float(value)


def _starts(table: list[list[str]]) -> list[Timed]:
    """Rhubarb's TSV: each mouth lasts until the next one, and the last is the rest at the end."""
    rows = [(_number(start), value) for start, value in table]
    ends = [*(start for start, _ in rows[1:]), rows[-1][0] + _LAST]
    return [(value, start, end) for (start, value), end in zip(rows, ends, strict=True)]


def _cues(rows: list[Timed], source: str) -> TimedPhonemes:
    """Rhubarb's mouths: nine of them, lips shut in one."""
    if not rows:
        raise EngineError(Text("{0}: is no file of phonemes: {1}", source, Text("it is empty")), _KINDS)
    unknown = next((value for value, _, _ in rows if value not in _CUES), None)
    if unknown is not None:
        raise EngineError(Text("{0}: {1} is no mouth of Rhubarb's", source, repr(unknown[:20])))
    return in_order([(value, (VISEME_INDEX[_CUES[value]],), start, end) for value, start, end in rows], source)
