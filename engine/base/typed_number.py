"""Numbers as people type them: with the digits, signs and decimal marks of any keyboard and input method."""

import math
import unicodedata

_MARKS = str.maketrans({
    "−": "-", "‒": "-", "–": "-", "—": "-", "﹣": "-",  # the minus sign and the dashes that stand for it
    ",": ".", "。": ".", "٫": ".",  # decimal marks; input methods for Chinese and Japanese give the ideographic one
})


def plain_digits(text: str) -> str:
    """The same characters as a keyboard without an input method gives them: ``５．５`` and ``5,5`` are ``5.5``.

    Full-width and small forms become their ASCII ones, digits of every script 0 to 9; ``²`` and ``½`` stay as they are.
    """
    return "".join(map(_plain, text)).translate(_MARKS).strip()


def _plain(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if unicodedata.decomposition(letter).startswith(("<wide>", "<narrow>", "<small>")):
        return unicodedata.normalize("NFKC", letter)
    return letter


def typed_number(text: str, finite: bool = True) -> float:
    """A number. Raises ValueError for anything else, also for ``1_000``, which Python would take.

    finite: also for ``inf`` and ``nan``; where a control is set, it says itself what it thinks of them.
    """
    plain = plain_digits(text)
    number = float(plain)
    if "_" in plain or finite and not math.isfinite(number):
        raise ValueError(text)
    return number
