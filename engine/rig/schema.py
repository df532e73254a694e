"""Rig schemas: which values a game character has, where each lies in the file, and what it does to our head.

A schema is data, resources/schemas/NAME.toml. The rig panel, the command line and every file format are built from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

import msgspec
import numpy as np

from engine.base.controls import Control, ControlTable
from engine.base.errors import BadValue, EngineError, UsageError
from engine.base.files import read_limited
from engine.base.paths import RESOURCES
from engine.base.text import Text, alternatives
from engine.base.toml_text import read_toml
from engine.rig.values import RigValues

LIVE, INERT, SHADOWED, PAINT = "live", "inert", "shadowed", "paint"
"""States of a value: it shapes the head; no rig reads it; another value overrides it; it is colour, not shape."""


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


@dataclass(frozen=True, eq=False)
class RigSchema:
    """An ordered set of values; `controls` is the same set as a table of controls.

    shapes: role shapes the schema knows ("male", "female"), empty where it has none.
    one_hot: ids of which exactly one is 1.
    """

    name: str
    label: str
    version: int
    slots: tuple[Slot, ...]
    shapes: tuple[str, ...]
    one_hot: tuple[str, ...]
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
        for place, slot in enumerate(self.slots):
            if slot.id == control_id:
                return place
        raise BadValue(Text("{0} has no value {1}", self.name, repr(control_id)))

    def set(self, values: RigValues, settings: Mapping[str, float]) -> RigValues:
        """Values with some replaced by name (an id, or a pair's name for both sides). UsageError, EngineError.

        Setting one of the one-hot values to 1 sets the others to 0.
        """
        self.check_count(values)
        array = values.array()
        for control_id, value in self.controls.assign(settings).items():
            if control_id in self.one_hot and value > 0:
                for other in self.one_hot:
                    array[self.index(other)] = 0
            array[self.index(control_id)] = value
        return RigValues.of(self.name, array, values.shape)

    def as_settings(self, values: RigValues) -> dict[str, float]:
        """Values by control id, limited to each control's range: what sliders show. Each is the shortest number that
        is that very float32, so that what a hand set, and nothing has changed since, is what it was: .74, and not
        .7400000095."""
        self.check_count(values)
        return {slot.id: min(max(float(str(np.float32(value))), slot.minimum), slot.maximum)
                for slot, value in zip(self.slots, values.values, strict=True)}

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
            if slot.state == LIVE:
                value = min(max(value, slot.minimum), slot.maximum)
                amounts[place] = (value - slot.default) / (slot.maximum - slot.default)
        return amounts


@cache
def schema_names() -> tuple[str, ...]:
    """Names of the schemas there are."""
    return tuple(sorted(path.stem for path in (RESOURCES / "schemas").glob("*.toml")))


@cache
def load_schema(name: str) -> RigSchema:
    """The schema of this name. UsageError when there is none."""
    if name not in schema_names():
        raise UsageError(Text("unknown rig schema {0}", repr(name)), hint=Text("known: {0}", ", ".join(schema_names())))
    return parse_schema(read_limited(RESOURCES / "schemas" / f"{name}.toml", _LARGEST), name)


def parse_schema(data: bytes, name: str) -> RigSchema:
    """A schema from TOML. Raises EngineError, saying where, and nothing else, whatever the text is."""
    if len(data) > _LARGEST:
        raise EngineError(Text("the rig schema {0} is larger than {1} bytes", name, _LARGEST))
    document = read_toml(data, name, _Document)
    slots = tuple(_slot(place, row, row.range or document.range) for place, row in enumerate(document.value))
    _check_slots(name, slots)
    ids = {slot.id for slot in slots}
    if not ids.issuperset(document.one_hot):
        raise EngineError(Text("{0}: of the values of which one is 1, some are not there", name))
    return RigSchema(
        name=name, label=document.label, version=document.version, slots=slots, shapes=document.shapes,
        one_hot=document.one_hot,
        controls=ControlTable((_control(slot) for slot in slots), f"facewright rig controls --schema {name}"),
    )


_LARGEST = 1 << 22
_MOST_LANDMARK = 477
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Words = Annotated[str, msgspec.Meta(max_length=2000)]
_Number = Annotated[float, msgspec.Meta(ge=-1e6, le=1e6)]
_Above0 = Annotated[float, msgspec.Meta(gt=0, le=1e6)]
_Range = tuple[_Number, _Number, _Number]


class _BoneRow(msgspec.Struct, forbid_unknown_fields=True):
    at: Annotated[tuple[Annotated[int, msgspec.Meta(ge=0, le=_MOST_LANDMARK)], ...], msgspec.Meta(min_length=1)]
    radius: _Above0
    move: tuple[_Number, _Number, _Number] = (0.0, 0.0, 0.0)
    scale: tuple[_Number, _Number, _Number] = (0.0, 0.0, 0.0)
    mirror: bool = False


class _ValueRow(msgspec.Struct, forbid_unknown_fields=True):
    id: _Name
    label: _Name
    group: _Name
    index: int | None = None
    range: _Range | None = None
    step: _Above0 = 0.01
    gloss: _Words = ""
    state: Literal["live", "inert", "shadowed", "paint"] = "live"
    channel: _Words = ""
    drives: dict[_Name, _Number] = {}
    bones: list[_BoneRow] = []
    fitted: bool | None = None
    pair: str = ""
    mirror: str = ""
    antisymmetric: bool = False
    ends: tuple[_Words, _Words] = ("", "")
    help: _Words = ""


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    label: _Name
    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    value: Annotated[list[_ValueRow], msgspec.Meta(min_length=1, max_length=10_000)]
    range: _Range = (0.0, 1.0, 0.5)
    shapes: tuple[_Name, ...] = ()
    one_hot: tuple[_Name, ...] = ()


def _check_slots(name: str, slots: tuple[Slot, ...]) -> None:
    """What no single field can tell. EngineError."""
    ids: set[str] = set()
    for place, slot in enumerate(slots):
        if slot.index != place:
            raise EngineError(Text("{0}: the value {1} is not in the file's order", name, slot.id))
        if slot.id in ids:
            raise EngineError(Text("{0}: the value {1} is declared twice", name, slot.id))
        ids.add(slot.id)
        lasts = slot.default < slot.maximum or (slot.state != LIVE and slot.default == slot.maximum)
        if not (slot.minimum <= slot.default and slot.minimum < slot.maximum and lasts):
            raise EngineError(Text("{0}: the range of {1} has no room above its default", name, slot.id))
    pairs = {slot.pair for slot in slots}
    for slot in slots:
        if slot.mirror and slot.mirror not in ids:
            raise EngineError(Text("{0}: the mirror of {1} is not there", name, slot.id))
        if slot.id in pairs:
            raise EngineError(Text("{0}: {1} is the name of a value and of a pair", name, slot.id))


def _slot(place: int, row: _ValueRow, limits: _Range) -> Slot:
    minimum, maximum, default = map(float, limits)
    return Slot(
        id=row.id, label=row.label, group=row.group, index=place if row.index is None else row.index,
        minimum=minimum, maximum=maximum, default=default, step=float(row.step), gloss=row.gloss, state=row.state,
        channel=row.channel, drives=_drives(row.drives),
        bones=tuple(Bone(bone.at, bone.radius, bone.move, bone.scale, bone.mirror) for bone in row.bones),
        fitted=row.state == LIVE if row.fitted is None else row.fitted,
        pair=row.pair, mirror=row.mirror, antisymmetric=row.antisymmetric, ends=row.ends, help=row.help,
    )


def _drives(entry: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Slider or blendshape names and gains; a name that begins with "*" stands for its left and its right."""
    return tuple((side + name[1:] if side else name, float(gain)) for name, gain in entry.items()
                 for side in (("l", "r") if name.startswith("*") else ("",)))


def _control(slot: Slot) -> Control:
    words = {INERT: "Kept in the file; no rig reads it.", SHADOWED: "Kept in the file; another value overrides it."}
    sentence = slot.help or words.get(slot.state, "")
    if slot.channel:
        name = f" ({slot.gloss})" if slot.gloss else ""
        sentence = f"{sentence} In the game{name}: {slot.channel}.".strip()
    return Control(
        id=slot.id, label=slot.label, group=slot.group, minimum=slot.minimum,
        maximum=slot.maximum, default=slot.default, step=slot.step, mirror=slot.mirror, pair=slot.pair, ends=slot.ends,
        stage="rig", help=sentence,
    )
