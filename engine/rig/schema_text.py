"""Rig schemas as text: TOML to a `RigSchema`, and everything that is wrong with one."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

import msgspec

from engine.base.controls import Choice, Control, ControlTable
from engine.base.errors import EngineError
from engine.base.text import Text
from engine.base.toml_text import read_toml
from engine.rig.schema import (
    CHOICE,
    COLOUR,
    INERT,
    LIVE,
    ONE_HOT,
    PAINT,
    SHADOWED,
    WHOLE,
    Bone,
    Kind,
    Paint,
    RigSchema,
    Slot,
)

LARGEST = 1 << 22
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
    step: _Above0 | None = None
    gloss: _Words = ""
    state: Literal["live", "inert", "shadowed", "paint"] | None = None
    channel: _Words = ""
    drives: dict[_Name, _Number] = {}
    bones: list[_BoneRow] = []
    fitted: bool | None = None
    pair: str = ""
    mirror: str = ""
    antisymmetric: bool = False
    ends: tuple[_Words, _Words] = ("", "")
    help: _Words = ""
    kind: Kind = "number"
    options: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=1000)] = ()
    choice: Annotated[str, msgspec.Meta(max_length=200)] = ""
    paints: Paint = ""


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    label: _Name
    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    value: Annotated[list[_ValueRow], msgspec.Meta(min_length=1, max_length=10_000)]
    range: _Range = (0.0, 1.0, 0.5)
    shapes: tuple[_Name, ...] = ()


def parse_schema(data: bytes, name: str) -> RigSchema:
    """A schema from TOML. Raises EngineError, saying where, and nothing else, whatever the text is."""
    if len(data) > LARGEST:
        raise EngineError(Text("the rig schema {0} is larger than {1} bytes", name, LARGEST))
    document = read_toml(data, name, _Document)
    slots = tuple(_slot(place, row, row.range or document.range) for place, row in enumerate(document.value))
    for what in _wrong(slots):
        raise EngineError(Text("{0}: {1}", name, what))
    return RigSchema(
        name=name, label=document.label, version=document.version, slots=slots, shapes=document.shapes,
        one_hot=tuple(_one_hot(slots).values()),
        controls=ControlTable((_control(slot) for slot in slots), f"facewright rig controls --schema {name}"),
    )


def _wrong(slots: tuple[Slot, ...]) -> Iterator[Text]:
    """What no single field can tell, a sentence each."""
    ids: set[str] = set()
    for place, slot in enumerate(slots):
        if slot.index != place:
            yield Text("the value {0} is not in the file's order", slot.id)
        if slot.id in ids:
            yield Text("the value {0} is declared twice", slot.id)
        ids.add(slot.id)
        lasts = slot.default < slot.maximum or (_may_begin_at_its_end(slot) and slot.default == slot.maximum)
        if not (slot.minimum <= slot.default and slot.minimum < slot.maximum and lasts):
            yield Text("the range of {0} has no room above its default", slot.id)
        yield from _wrong_kind(slot)
    pairs = {slot.pair for slot in slots}
    for slot in slots:
        if slot.mirror and slot.mirror not in ids:
            yield Text("the mirror of {0} is not there", slot.id)
        if slot.id in pairs:
            yield Text("{0} is the name of a value and of a pair", slot.id)
    for choice, places in _one_hot(slots).items():
        if sum(slots[place].default for place in places) != 1:
            yield Text("of the values of {0} exactly one must be 1 at default", choice)


def _may_begin_at_its_end(slot: Slot) -> bool:
    return slot.state != LIVE or slot.kind in (ONE_HOT, WHOLE, CHOICE)


def _wrong_kind(slot: Slot) -> Iterator[Text]:
    limits = (slot.minimum, slot.maximum, slot.default)
    if slot.kind in (WHOLE, CHOICE, ONE_HOT) and any(number != int(number) for number in limits):
        yield Text("the range of {0} must be of whole numbers", slot.id)
    if slot.kind in (ONE_HOT, COLOUR) and limits[:2] != (0, 1):
        yield Text("the range of {0} must be 0 to 1", slot.id)
    if slot.kind == CHOICE and len(slot.options) != slot.maximum - slot.minimum + 1:
        yield Text("{0} needs an option for each number of its range", slot.id)
    if slot.kind != CHOICE and slot.options:
        yield Text("{0} has options and is no choice", slot.id)
    if (slot.kind == ONE_HOT) != bool(slot.choice):
        yield Text("{0}: one-hot values, and no others, say what they are a choice of", slot.id)


def _one_hot(slots: tuple[Slot, ...]) -> dict[str, tuple[int, ...]]:
    """Places by what they are a choice of."""
    found: dict[str, tuple[int, ...]] = {}
    for place, slot in enumerate(slots):
        if slot.kind == ONE_HOT:
            found[slot.choice] = (*found.get(slot.choice, ()), place)
    return found


def _slot(place: int, row: _ValueRow, limits: _Range) -> Slot:
    minimum, maximum, default = map(float, limits)
    state = row.state or (LIVE if row.drives or row.bones else PAINT)
    step = row.step or (1.0 if row.kind in (WHOLE, CHOICE, ONE_HOT) else 0.01)
    return Slot(
        id=row.id, label=row.label, group=row.group, index=place if row.index is None else row.index,
        minimum=minimum, maximum=maximum, default=default, step=float(step), gloss=row.gloss, state=state,
        channel=row.channel, drives=_drives(row.drives),
        bones=tuple(Bone(bone.at, bone.radius, bone.move, bone.scale, bone.mirror) for bone in row.bones),
        fitted=state == LIVE if row.fitted is None else row.fitted,
        pair=row.pair, mirror=row.mirror, antisymmetric=row.antisymmetric, ends=row.ends, help=row.help,
        kind=row.kind, options=row.options, choice=row.choice, paints=row.paints,
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
        stage="rig", help=sentence, whole=slot.kind in (WHOLE, CHOICE),
        choices=tuple(Choice(slot.minimum + place, option) for place, option in enumerate(slot.options)),
    )
