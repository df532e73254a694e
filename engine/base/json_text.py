"""JSON from outside, read within limits that are checked before anything is made of it."""

import json
from typing import Any

import numpy as np

from engine.base.limits import DEEPEST, MOST_VALUES

_QUOTE = ord('"')
_STEPS = np.zeros(256, np.int8)
_STEPS[[ord("["), ord("{")]], _STEPS[[ord("]"), ord("}")]] = 1, -1
_MARKS = _STEPS != 0
_MARKS[_QUOTE] = True


def parse_json(text: bytes, most_values: int = MOST_VALUES) -> Any:
    """What a text says. Raises ValueError, and nothing else, whatever it is: no UTF-8, no JSON, nan and infinities
    (which JSON does not have), more values than so many, deeper than `DEEPEST`, whole numbers of thousands of digits.
    """
    values = text.count(b",") + text.count(b"[") + text.count(b"{") + 1  # at least as many as there are
    if values > most_values:
        raise ValueError(f"more than {most_values} values")
    if depth(text) > DEEPEST:
        raise ValueError(f"more than {DEEPEST} levels")
    try:
        return json.loads(text.decode("utf-8"), parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError(str(error)) from None


def depth(text: bytes) -> int:
    """How many levels of lists and tables are within one another, as far as the text is JSON."""
    if text.count(b"[") + text.count(b"{") <= DEEPEST:
        return 0
    if b"\\" in text:  # quotes within strings
        text = text.replace(rb"\\", b"__").replace(rb"\"", b"__")
    letters = np.frombuffer(text, np.uint8)
    marks = letters[_MARKS[letters]]
    outside = np.cumsum(marks == _QUOTE, dtype=np.uint32) % 2 == 0
    return int(np.cumsum(_STEPS[marks] * outside, dtype=np.int32).max(initial=0))


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not a number")
