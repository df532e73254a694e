"""Rig schemas: which values a game character has, where each lies in the file, and what it does to our head.

A schema is data, resources/schemas/NAME.toml. The rig panel, the command line and every file format are built from it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from engine.base.controls import Control, ControlTable
from engine.base.errors import BadValue, EngineError, UsageError
from engine.base.paths import RESOURCES
from engine.base.text import Text, alternatives
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
        """Values by control id, limited to each control's range: what sliders show."""
        self.check_count(values)
        return {slot.id: min(max(value, slot.minimum), slot.maximum)
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


def schema_names() -> tuple[str, ...]:
    """Names of the schemas there are."""
    return tuple(sorted(path.stem for path in (RESOURCES / "schemas").glob("*.toml")))


@cache
def load_schema(name: str) -> RigSchema:
    """The schema of this name. UsageError when there is none."""
    if name not in schema_names():
        raise UsageError(Text("unknown rig schema {0}", repr(name)), hint=Text("known: {0}", ", ".join(schema_names())))
    with (RESOURCES / "schemas" / f"{name}.toml").open("rb") as file:
        document = tomllib.load(file)
    slots = tuple(_slot(place, entry, document.get("range", [0.0, 1.0, 0.5]))
                  for place, entry in enumerate(document["value"]))
    if [slot.index for slot in slots] != list(range(len(slots))):
        raise ValueError(f"schema {name}: values are not in the file's order")
    return RigSchema(
        name=name, label=document["label"], version=document["version"], slots=slots,
        shapes=tuple(document.get("shapes", ())), one_hot=tuple(document.get("one_hot", ())),
        controls=ControlTable((_control(slot) for slot in slots), f"facewright rig controls --schema {name}"),
    )


def _slot(place: int, entry: Mapping[str, Any], common: list[float]) -> Slot:
    minimum, maximum, default = entry.get("range", common)
    return Slot(
        id=entry["id"], label=entry["label"], group=entry["group"], index=entry.get("index", place),
        minimum=float(minimum), maximum=float(maximum), default=float(default), step=float(entry.get("step", 0.01)),
        gloss=entry.get("gloss", ""), state=entry.get("state", LIVE), channel=entry.get("channel", ""),
        drives=_drives(entry.get("drives", {})), bones=tuple(_bone(bone) for bone in entry.get("bones", ())),
        fitted=entry.get("fitted", entry.get("state", LIVE) == LIVE),
        pair=entry.get("pair", ""), mirror=entry.get("mirror", ""),
        antisymmetric=entry.get("antisymmetric", False), ends=tuple(entry.get("ends", ("", ""))),
        help=entry.get("help", ""),
    )


def _drives(entry: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Slider or blendshape names and gains; a name that begins with "*" stands for its left and its right."""
    return tuple((side + name[1:] if side else name, float(gain)) for name, gain in entry.items()
                 for side in (("l", "r") if name.startswith("*") else ("",)))


def _bone(entry: Mapping[str, Any]) -> Bone:
    return Bone(at=tuple(entry["at"]), radius=float(entry["radius"]), move=tuple(entry.get("move", (0.0, 0.0, 0.0))),
                scale=tuple(entry.get("scale", (0.0, 0.0, 0.0))), mirror=entry.get("mirror", False))


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
