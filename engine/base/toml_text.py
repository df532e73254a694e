"""TOML read as a declared shape: msgspec checks every field, and what is wrong is said with its place."""

import tomllib
from typing import TypeVar

import msgspec

from engine.base.errors import EngineError
from engine.base.text import Text

Shape = TypeVar("Shape")


def read_toml(data: bytes | str, name: str, shape: type[Shape]) -> Shape:
    """A text as that shape (a msgspec.Struct). Raises EngineError, and nothing else, whatever the text is.

    name: what to call the text in messages.
    """
    try:
        document = tomllib.loads(data if isinstance(data, str) else data.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # ValueError: no UTF-8, no TOML, a number of too many digits
        raise EngineError(Text("{0} is not sound TOML: {1}", name, error)) from None
    try:
        return msgspec.convert(document, shape)
    except (msgspec.ValidationError, RecursionError, OverflowError) as error:
        raise EngineError(Text("{0}: {1}", name, error)) from None
