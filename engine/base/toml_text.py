"""TOML read as a declared shape: msgspec checks every field, and what is wrong is said with its place."""

import re
import tomllib
from typing import Any, TypeVar

import msgspec

from engine.base.errors import EngineError
from engine.base.limits import DEEPEST, LARGEST_TOML, LONGEST_WORD, MOST_KEY_PARTS
from engine.base.text import Text

Shape = TypeVar("Shape")

PIECE = re.compile(
    r'''"""(?:[^"\\]|\\.|""?(?!"))*+"{3,5}|'{3}(?:[^']|''?(?!'))*+'{3,5}'''  # of several lines, with quotes at the end
    r'''|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|\#[^\n]*+|[^\s"'\#.=,\[\]{}]++|[.=,\[\]{}\n]''', re.DOTALL)


def read_toml(data: bytes | str, name: str, shape: type[Shape]) -> Shape:
    """A text as that shape (a msgspec.Struct). Raises EngineError, and nothing else, whatever the text is.

    name: what to call the text in messages.
    """
    try:
        document = parse_toml(data)
    except ValueError as error:
        raise EngineError(Text("{0} is not sound TOML: {1}", name, error)) from None
    try:
        return msgspec.convert(document, shape)
    except (msgspec.ValidationError, RecursionError, OverflowError) as error:
        raise EngineError(Text("{0}: {1}", name, error)) from None


def parse_toml(data: bytes | str) -> dict[str, Any]:
    """What a text says. Raises ValueError, and nothing else, whatever it is: no UTF-8, no TOML, or beyond the limits.

    Python's reader takes the square of the parts of a dotted key, in time and memory: 64 kB of them took 25 s and 4 GB.
    So the text is looked through once before.
    """
    if len(data) > LARGEST_TOML:
        raise ValueError(f"more than {LARGEST_TOML} bytes")
    text = data if isinstance(data, str) else data.decode("utf-8")
    _check_limits(text)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError(str(error)) from None


def _check_limits(text: str) -> None:
    """ValueError for keys of more parts, words longer and lists deeper than any of ours."""
    parts = level = 0
    for found in PIECE.finditer(text):
        piece = found[0]
        if piece == ".":
            parts += 1
            if parts >= MOST_KEY_PARTS:
                raise ValueError(f"a key of more than {MOST_KEY_PARTS} parts")
        elif piece in "=,[]{}\n":
            parts = 0
            level += (piece in "[{") - (piece in "]}")
            if level > DEEPEST:
                raise ValueError(f"more than {DEEPEST} levels")
        elif len(piece) > LONGEST_WORD and piece[0] not in "\"'#":
            raise ValueError(f"a word of more than {LONGEST_WORD} characters")
