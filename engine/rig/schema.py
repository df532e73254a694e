"""Rig schemas: which values a game character has, where each lies in the file, and what it does to our head.

A schema is data, resources/schemas/NAME.toml. The rig panel, the command line and every file format are built from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

import numpy as np

from engine.base.controls import ControlTable
from engine.base.errors import BadValue, EngineError, UsageError
from engine.base.files import read_limited
from engine.base.limits import LARGEST_TOML
from engine.base.paths import RESOURCES
from engine.base.text import Text, alternatives
from engine.rig.layout import ChoicePart, FileLayout, ValuesPart
from engine.rig.values import RigValues

LIVE, INERT, SHADOWED, PAINT = "live", "inert", "shadowed", "paint"
"""States of a value: it shapes the head; no rig reads it; another value overrides it; it is looks, not shape."""

BUILT_IN = ("face-nn", "facewright-head", "arkit-52", "vrm")
"""The schemas that come with the program, in the order in which they are offered."""
NUMBER, WHOLE, CHOICE, ONE_HOT, COLOUR = "number", "whole", "choice", "one-hot", "colour"
"""Kinds of a value: any number in its range; whole numbers; whole numbers that have names; 0 or 1, of several exactly
one being 1; a colour's part, 0 to 1."""
Kind = Literal["number", "whole", "choice", "one-hot", "colour"]
Paint = Literal["", "brow.grey", "brow.style", "skin.red", "skin.green", "skin.blue", "lips.red", "lips.green",
                "lips.blue", "iris.red", "iris.green", "iris.blue", "hair.red", "hair.green", "hair.blue"]
"""What of our head's looks a value is; "" for none."""


@dataclass(frozen=True)
class Bone:
    """A soft local move of the skin, for what the head has no slider for.

    at:     landmarks (numbers of the 478-point face mesh) around whose mean the skin moves, on the subject's left or
            in the middle; with `mirror` the right side moves as in a mirror.
    radius: decimetres over which the move fades (Gaussian).
    move:   decimetres at the value's maximum: x outward (to the subject's left), y up, z forward.
    scale:  growth about the centre at the maximum, per axis; 0.2 is a fifth larger.
    """

    at: tuple[int, ...]
    radius: float
    move: tuple[float, float, float] = (0.0, 0.0, 0.0)
    scale: tuple[float, float, float] = (0.0, 0.0, 0.0)
    mirror: bool = False


@dataclass(frozen=True)
class Slot:
    """One value of a schema.

    id, label, gloss, group, help: as in `Control`; gloss is the name in the game tool's own language.
    index:   its place in the file.
    state:   LIVE, INERT, SHADOWED or PAINT.
    channel: what the game's rig does with it, in words.
    drives:  head sliders or ARKit expressions and how far each goes at this value's maximum (the other way round at
             its minimum).
    bones:   soft local moves for what no slider does.
    fitted:  whether a fit to a photo may move it.
    pair:    name that sets both sides at once, or "".
    mirror:  id of the same value on the other side, or "".
    antisymmetric: a mirror turns it round (a shift sideways).
    kind:    NUMBER, WHOLE, CHOICE, ONE_HOT or COLOUR.
    options: names of a CHOICE's numbers, from the range's least on.
    choice:  name of what a ONE_HOT value is one of; those that share it share a 1.
    paints:  what of the head's looks it is.
    """

    id: str
    label: str
    group: str
    index: int
    minimum: float
    maximum: float
    default: float
    step: float
    gloss: str = ""
    state: str = LIVE
    channel: str = ""
    drives: tuple[tuple[str, float], ...] = ()
    bones: tuple[Bone, ...] = ()
    fitted: bool = True
    pair: str = ""
    mirror: str = ""
    antisymmetric: bool = False
    ends: tuple[str, str] = ("", "")
    help: str = ""
    kind: Kind = "number"
    options: tuple[str, ...] = ()
    choice: str = ""
    paints: Paint = ""

    def at(self, share: float) -> float:
        """The value at a share, 0 to 1, of its range, each whole number having as much of it as the others."""
        if self.kind in (WHOLE, CHOICE):
            return self.minimum + min(int(share * (self.maximum - self.minimum + 1)), self.maximum - self.minimum)
        return self.minimum + share * (self.maximum - self.minimum)

    def room(self, above: bool) -> float:
        """How far the value can go from its default, up or down."""
        return self.maximum - self.default if above else self.default - self.minimum


@dataclass(frozen=True, eq=False)
class RigSchema:
    """An ordered set of values; `controls` is the same set as a table of controls.

    shapes: role shapes the schema knows ("male", "female"), empty where it has none.
    one_hot: sets of places in `slots`; of the values of each exactly one is 1.
    layout: how its `.bytes` lie in the file.
    source: the text it was read from.
    """

    name: str
    label: str
    version: int
    slots: tuple[Slot, ...]
    shapes: tuple[str, ...]
    one_hot: tuple[tuple[int, ...], ...]
    layout: FileLayout
    source: bytes
    controls: ControlTable

    def defaults(self, shape: str = "") -> RigValues:
        """All values at default; shape falls to the schema's last ("female") when it has shapes and none is given."""
        shape = shape or (self.shapes[-1] if self.shapes else "")
        if shape and shape not in self.shapes:
            raise UsageError(Text("{0} has no role shape {1}", self.name, repr(shape)),
                             hint=alternatives(self.shapes))
        return RigValues.of(self.name, [slot.default for slot in self.slots], shape)

    def index(self, control_id: str) -> int:
        """Where a value stands in `RigValues.values`. UsageError for an unknown id."""
        if control_id not in self._places:
            raise BadValue(Text("{0} has no value {1}", self.name, repr(control_id)))
        return self._places[control_id]

    @cached_property
    def part_places(self) -> Mapping[ValuesPart | ChoicePart, tuple[int, ...]]:
        """Where in `slots` the values of each part of the file are, in the file's order."""
        return self.layout.places(self.slots)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {slot.id: place for place, slot in enumerate(self.slots)}

    def set(self, values: RigValues, settings: Mapping[str, float]) -> RigValues:
        """Values with some replaced by name (an id, or a pair's name for both sides). UsageError, EngineError.

        Setting one of several one-hot values to 1 sets the others to 0; from a half on it counts as 1, else as 0, and
        where that leaves none, the one that is 1 by default is.
        """
        self.check_count(values)
        array = values.array()
        for control_id, value in self.controls.assign(settings).items():
            place = self.index(control_id)
            several = self.one_of(place)
            array[place] = value if not several else float(value >= 0.5)
            for other in several:
                if other != place and value >= 0.5:
                    array[other] = 0
            if several and not any(array[other] for other in several):
                array[list(several)] = [self.slots[other].default for other in several]
        return RigValues.of(self.name, array, values.shape)

    def one_of(self, place: int) -> tuple[int, ...]:
        """Places of all values that share a 1 with this one, it among them; none when it is no one-hot value."""
        return next((places for places in self.one_hot if place in places), ())

    def painting(self, paint: Paint) -> tuple[int, ...]:
        """Places of the values that say this of the head's looks."""
        return tuple(place for place, slot in enumerate(self.slots) if slot.paints == paint)

    def shares(self, values: RigValues) -> np.ndarray:
        """(n,) float32, 0..1: where in its range each value is; outside it counts as the end."""
        self.check_count(values)
        least = np.array([slot.minimum for slot in self.slots])
        greatest = np.array([slot.maximum for slot in self.slots])
        return ((values.array().clip(least, greatest) - least) / (greatest - least)).astype(np.float32)

    def of_shares(self, shares: np.ndarray, shape: str = "") -> RigValues:
        """The values of shares (n,) of their ranges."""
        numbers = [slot.minimum + share * (slot.maximum - slot.minimum)
                   for slot, share in zip(self.slots, shares.tolist(), strict=True)]
        return RigValues.of(self.name, numbers, self.defaults(shape).shape)

    def settled(self, values: np.ndarray) -> np.ndarray:
        """(n,) float64: values (n,) such as a character can have, from whatever a fit came to: within their ranges,
        whole where only whole numbers are, and of one-hot values the largest (the first, when equal) 1, the others 0.
        """
        settled = np.clip(np.asarray(values, np.float64), [slot.minimum for slot in self.slots],
                          [slot.maximum for slot in self.slots])
        whole = [place for place, slot in enumerate(self.slots) if slot.kind in (WHOLE, CHOICE)]
        settled[whole] = np.round(settled[whole])
        for places in map(list, self.one_hot):
            settled[places] = np.arange(len(places)) == np.asarray(values)[places].argmax()
        return settled

    def as_settings(self, values: RigValues) -> dict[str, float]:
        """Values by control id, limited to each control's range: what sliders show. Each is the shortest number that
        is that very float32, so that what a hand set, and nothing has changed since, is what it was: .74, and not
        .7400000095."""
        self.check_count(values)
        shown = {slot.id: min(max(float(str(np.float32(value))), slot.minimum), slot.maximum)
                 for slot, value in zip(self.slots, values.values, strict=True)}
        return {key: float(round(value)) if self.controls[key].whole else value for key, value in shown.items()}

    def check_count(self, values: RigValues) -> None:
        """EngineError unless the values belong to this schema and are as many as it has."""
        if values.schema != self.name:
            raise EngineError(Text("values of the rig {0} given where {1} is needed", values.schema, self.name))
        if len(values.values) != len(self.slots):
            raise EngineError(Text("{0} has {1} values, not {2}", self.name, len(self.slots), len(values.values)))

    def amounts(self, values: RigValues) -> np.ndarray:
        """(n,) float64, -1..1: how far each live value is from its default toward the end of its range; else 0.

        Values outside the range count as its end, as the game tool has it.
        """
        self.check_count(values)
        amounts = np.zeros(len(self.slots))
        for place, (slot, value) in enumerate(zip(self.slots, values.values, strict=True)):
            if slot.state == LIVE and value != slot.default:
                away = min(max(value, slot.minimum), slot.maximum) - slot.default
                amounts[place] = away / slot.room(away > 0) if away else 0.0
        return amounts


def schema_names() -> tuple[str, ...]:
    """Names of the schemas there are: those of the program, then the artist's own that were learnt, then those that
    projects brought."""
    return (*BUILT_IN, *dict.fromkeys((*_own, *_brought)))


def load_schema(name: str) -> RigSchema:
    """The schema of this name. UsageError when there is none."""
    own = _own.get(name) or _brought.get(name)
    if own is not None:
        return own
    if name not in BUILT_IN:
        raise UsageError(Text("unknown rig schema {0}", repr(name)), hint=Text("known: {0}", ", ".join(schema_names())))
    return _built_in(name)


def learn_schema(schema: RigSchema) -> None:
    """From now on a schema goes by its name, in this process, in place of one of that name that was learnt before.
    UsageError for the name of one of the program's."""
    if schema.name in BUILT_IN:
        raise UsageError(Text("{0} is the name of one of the program's own schemas", schema.name),
                         hint=Text("name it otherwise"))
    _own[schema.name] = schema


def is_learnt(name: str) -> bool:
    """Whether a schema of this name was learnt, and not only brought by a project."""
    return name in _own


def bring_schema(schema: RigSchema) -> None:
    """A project's schema goes by its name as long as none of that name is learnt, whichever comes first; of two that
    projects bring the first does."""
    if schema.name not in BUILT_IN:
        _brought.setdefault(schema.name, schema)


_own: dict[str, RigSchema] = {}
_brought: dict[str, RigSchema] = {}


@cache
def _built_in(name: str) -> RigSchema:
    from engine.rig.schema_text import parse_schema  # it makes what this module declares

    return parse_schema(read_limited(RESOURCES / "schemas" / f"{name}.toml", LARGEST_TOML), name)
