"""What a knob's end does not show on a face, in words: what a generator cannot draw is said where one turns for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.base.text import Text

_WHOLE = 0.75
"""Of what an end is to show, from which on nothing is said."""
_HARDLY = 0.4
"""Below that there is hardly anything to be seen."""


@dataclass(frozen=True)
class Told:
    """Declared for ends of knobs in resources/attributes/knobs.toml.

    end: "less" or "more". by: what is measured, of `engine.attributes.reach.shown` or a column of
    `engine.attributes.labels.measures`. enough: how much that is to be. where: the regions that it is looked for in,
    all at once. words: a sentence for a face that shows less; {0} is what it shows, in `unit` ("%" of enough, or the
    measure's own).
    """

    end: str
    by: str
    enough: float
    words: str
    where: Sequence[str] = ()
    unit: str = "%"


@dataclass(frozen=True)
class Shortfall:
    """An end of a knob that shows less than it should on a face.

    name: of the direction. share: of what it is to show, 0 to less than 1. sentence: the same in words.
    """

    name: str
    end: str
    share: float
    sentence: Text

    @property
    def level(self) -> int:
        """1: hardly anything is seen; 2: a part."""
        return 1 if self.share < _HARDLY else 2


def shortfall(name: str, told: Told, share: float | None) -> Shortfall | None:
    """None where enough is seen, or nobody can say."""
    if share is None or share >= _WHOLE:
        return None
    amount = 10 * round(10 * share) if told.unit == "%" else round(share * told.enough)
    return Shortfall(name, told.end, share, Text.made_of(told.words, (str(amount),)))
