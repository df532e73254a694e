"""Names and messages shown as what they are: plain text wherever Qt would guess markup, and one line where one is
meant. No Qt widget that guesses is used but by the doors in gui/controls: label.py, message.py, tip.py."""

import unicodedata
from html import escape

LONGEST = 72
"""Letters of a name in a sentence, a menu or a title; a longer one loses its middle, for the ending tells the kind."""


def one_line(text: str) -> str:
    """A name in one line that stays where it is written: what would break the line, erase or turn round what stands
    beside it (control characters, bidirectional marks) shows as a sign of its own. Right-to-left names are set apart,
    so that the sentence around them keeps its order."""
    shown = "".join("\N{REPLACEMENT CHARACTER}" if _disturbs(letter) else letter for letter in text)
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in shown):
        return f"\N{FIRST STRONG ISOLATE}{shown}\N{POP DIRECTIONAL ISOLATE}"
    return shown


def _disturbs(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category in ("Cc", "Zl", "Zp", "Cs") or (category == "Cf" and unicodedata.bidirectional(letter) in _TURNS)


_TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def short(name: str, most: int = LONGEST) -> str:
    """A name for a sentence or a menu: one line, at most so many letters."""
    if len(name) > most:
        name = f"{name[: most // 2]}…{name[len(name) - (most - most // 2 - 1):]}"
    return one_line(name)


def literal(text: str) -> str:
    """What shows as `text` where Qt guesses whether it is given markup: tool tips, message boxes. It guesses by a ``<``
    or the entity of one; a text with neither is as it is."""
    if "<" not in text and "&lt;" not in text:
        return text
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>'


def unmarked(text: str) -> str:
    """What shows as `text` on a button, a tab or in a menu, where Qt takes an ampersand for the mark of a key."""
    return text.replace("&", "&&")


def titled(name: str) -> str:
    """A name within a window's title, where Qt puts its sign for unsaved work in the place of ``[*]``."""
    return short(name).replace("[*]", "[*][*]")
