"""A part of a clip, in seconds."""

import math
from dataclasses import dataclass

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.base.typed_number import typed_number


@dataclass(frozen=True)
class Span:
    """start, end: seconds; end is infinite for as far as it goes. UsageError when they are not so."""

    start: float = 0.0
    end: float = math.inf

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or math.isinf(self.start):
            raise UsageError(Text("a part of a clip goes from 0 or later to a later time, not {0} to {1} s",
                                  f"{self.start:g}", f"{self.end:g}"))


def typed_span(text: str) -> Span:
    """From A:B, A: or :B. UsageError for anything else."""
    start, colon, end = text.partition(":")
    try:
        if not colon:
            raise ValueError
        return Span(typed_number(start) if start.strip() else 0.0, typed_number(end) if end.strip() else math.inf)
    except ValueError:
        raise UsageError(Text("{0} is not A:B, two times in seconds", repr(text))) from None
