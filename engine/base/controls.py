"""Every slider and knob, declared once.

One `Control` gives the slider in the panel, the command-line flag, validation, the preset file, the tooltip and the
documentation. Tables of controls come from data files under resources/; this module only knows their shape.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.base.errors import BadValue
from engine.base.remedy import typed
from engine.base.text import Term, Text, verbatim


@dataclass(frozen=True)
class Choice:
    """One of the values that a control offers.

    word:  for the command line; "" when the value itself is written there.
    label: English text shown, translated by the window; "{0}" stands for the value.
    """

    value: float
    label: str = "{0}"
    word: str = ""


@dataclass(frozen=True)
class Control:
    """One value an artist can set.

    id:       unique, stable for ever, written into project and preset files ("AU12L", "head.yaw").
    label:    English text shown; translated by the window.
    group:    heading under which the panel shows it.
    minimum, maximum, default, step: in `unit`; step is the size of one arrow-key press.
    unit:     "", "°", "%".
    mirror:   id of the same control on the face's other side, or "".
    pair:     name that sets both sides at once ("AU12"), or "".
    ends:     words at the two ends of the track, may be ("", "").
    stage:    the cached stage a change makes stale ("draw", "pose", "fit").
    help:     one sentence for the tooltip and the docs.
    choices:  values that are offered instead of a track, the usual one first or last; others in range may be set too.
    whole:    whether only whole numbers can be set.
    """

    id: str
    label: str
    group: str
    minimum: float
    maximum: float
    default: float = 0.0
    step: float = 1.0
    unit: str = ""
    mirror: str = ""
    pair: str = ""
    ends: tuple[str, str] = ("", "")
    stage: str = "draw"
    help: str = ""
    choices: tuple[Choice, ...] = ()
    whole: bool = False

    @property
    def plain_label(self) -> str:
        """The label without its ", left" or ", right"."""
        return self.label.removesuffix(", left").removesuffix(", right")

    def check(self, value: float) -> float:
        """The value as a float, or BadValue when it is not a number within [minimum, maximum]."""
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            raise BadValue(Text("{0}: {1} is not a number", self.id, repr(value))) from None
        if not math.isfinite(number):
            raise BadValue(Text("{0}: {1} is not a finite number", self.id, repr(value)))
        if not self.minimum <= number <= self.maximum:
            raise BadValue(Text("{0}: {1} is outside {2} to {3}", self.id, f"{number:g}", f"{self.minimum:g}",
                                f"{self.maximum:g}"))
        if self.whole and number != int(number):
            raise BadValue(Text("{0}: {1} is not a whole number", self.id, f"{number:g}"))
        return number


class ControlTable:
    """An ordered set of controls, found by id; a pair's name stands for both its sides.

    listing: the command that prints all names, for the hint after an unknown one.
    """

    def __init__(self, controls: Iterable[Control], listing: str = "facewright presets --controls") -> None:
        self.listing = listing
        self._controls: dict[str, Control] = {}
        self._pairs: dict[str, tuple[str, ...]] = {}
        for control in controls:
            if control.id in self._controls:
                raise ValueError(f"control {control.id} is declared twice")
            self._controls[control.id] = control
            if control.pair:
                self._pairs[control.pair] = (*self._pairs.get(control.pair, ()), control.id)

    def __iter__(self) -> Iterator[Control]:
        return iter(self._controls.values())

    def __len__(self) -> int:
        return len(self._controls)

    def __contains__(self, name: str) -> bool:
        return name in self._controls

    def __getitem__(self, control_id: str) -> Control:
        return self._controls[control_id]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that can be set: pair names first where there are pairs, then single ids, in declared order."""
        return tuple(dict.fromkeys([*self._pairs, *self._controls]))

    def ids(self, name: str) -> tuple[str, ...]:
        """The control ids a name stands for: itself, or both sides of a pair. BadValue for an unknown name."""
        if name in self._controls:
            return (name,)
        if name in self._pairs:
            return self._pairs[name]
        raise BadValue(Text("unknown control {0}", repr(name)), hint=_nearest(name, self.names, self.listing))

    def term(self, name: str) -> Text:
        """A control's or a pair's name as a word in a sentence; an unknown name stays what it is."""
        first = next(iter(self._pairs.get(name, (name,))))
        return Term(name, self._controls[first].plain_label, "controls") if first in self._controls else verbatim(name)

    def assign(self, settings: Mapping[str, float]) -> dict[str, float]:
        """Checked values by control id, with pair names spread over both sides. Later names win over earlier."""
        values: dict[str, float] = {}
        for name, value in settings.items():
            for control_id in self.ids(name):
                values[control_id] = self._controls[control_id].check(value)
        return values


def _nearest(name: str, known: tuple[str, ...], listing: str) -> Text:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return Text("did you mean {0}?", ", ".join(near)) if near else typed(f"see `{listing}` for all names")
