"""On which line of a TOML text something stands, for telling what is wrong with it; the reader itself does not say."""

import re
from collections.abc import Iterator, Sequence

from engine.base.toml_text import PIECE

Key = str | int
"""A name in a table, or a number in a list."""
_HEADER = re.compile(r"^[ \t]*(\[\[?)([^\[\]#\n]+)(\]\]?)[ \t]*(?:#.*)?$")


class TomlLines:
    """Where everything in a text stands."""

    def __init__(self, text: str) -> None:
        self._lines: dict[tuple[Key, ...], int] = {}
        for place, line in _places(text):
            self._lines.setdefault(place, line)

    def of(self, keys: Sequence[Key]) -> int:
        """The line, from 1, of what `keys` lead to ("value", 3, "range"), or of the nearest thing around it; 0 for the
        whole text."""
        around = (tuple(keys[:count]) for count in range(len(keys), 0, -1))
        return next((self._lines[place] for place in around if place in self._lines), 0)


def _places(text: str) -> Iterator[tuple[tuple[Key, ...], int]]:
    """Every table and every key of its own line, with its line. Keys in the tables of one line are passed over."""
    table: tuple[Key, ...] = ()
    counts: dict[tuple[Key, ...], int] = {}
    for line, content in _statements(text):
        header = _HEADER.match(content)
        if header and len(header[1]) == len(header[3]):
            table = ()
            names = _names(header[2])
            for number, name in enumerate(names):
                table = (*table, name)
                if number == len(names) - 1 and header[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                    yield table, line
                if table in counts:
                    table = (*table, counts[table])
            yield table, line
        elif "=" in content:
            yield (*table, *_names(content.split("=")[0])), line


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement as far as its first line goes, with that line. What is within brackets or strings of several
    lines is no statement; strings of several lines are left out."""
    line, start, depth, begun = 1, 1, 0, ""
    for found in PIECE.finditer(text):
        piece = found[0]
        if piece == "\n" and depth <= 0:
            if begun.strip():
                yield start, begun
            begun, depth = "", 0
        elif piece[0] != "#" and line == start or not begun.strip():
            start = start if begun.strip() else line
            begun += piece if "\n" not in piece and piece[0] != "#" else ""
        if "=" in begun:
            depth += (piece in "[{") - (piece in "]}")
        line += piece.count("\n")
    if begun.strip():
        yield start, begun


def _names(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]
