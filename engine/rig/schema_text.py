"""Rig schemas as text: TOML to a `RigSchema`, and everything that is wrong with one."""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from engine.base.controls import Choice, Control, ControlTable
from engine.base.errors import EngineError
from engine.base.text import Text, verbatim
from engine.base.toml_lines import Key, TomlLines
from engine.base.toml_text import parse_toml
from engine.rig.layout import FileLayout
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

MOST_VALUES = MOST_BONES = 2000
"""In one schema. A fit takes the cube of the values in time, and a head for each in memory; a soft move takes
milliseconds."""
MOST_MISTAKES = 100
_MOST_LANDMARK = 477
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
_Words = Annotated[str, msgspec.Meta(max_length=2000)]
_Number = Annotated[float, msgspec.Meta(ge=-1e6, le=1e6)]
_Above0 = Annotated[float, msgspec.Meta(gt=0, le=1e6)]
_Range = tuple[_Number, _Number, _Number]
_CALLED = re.compile(r"[^\W_][\w.-]{0,63}\Z")
_Shape = TypeVar("_Shape")


class _BoneRow(msgspec.Struct, forbid_unknown_fields=True):
    at: Annotated[tuple[Annotated[int, msgspec.Meta(ge=0, le=_MOST_LANDMARK)], ...],
                  msgspec.Meta(min_length=1, max_length=_MOST_LANDMARK + 1)]
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
    bones: Annotated[list[_BoneRow], msgspec.Meta(max_length=64)] = []
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
    """value: rows that are looked at one by one, so that each can be told what is wrong with it; file likewise."""

    label: _Name
    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    value: Annotated[list[Any], msgspec.Meta(min_length=1, max_length=MOST_VALUES)]
    name: str = ""
    range: _Range = (0.0, 1.0, 0.5)
    shapes: tuple[Literal["male", "female"], ...] = ()
    file: Any = None


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a schema. keys: what leads to it in the text, ("value", 3, "range"). line: from 1, or 0."""

    keys: tuple[Key, ...]
    message: Text
    line: int = 0

    @property
    def place(self) -> str:
        """The keys as one writes them: value[3].range."""
        return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.keys).removeprefix(".")


class SchemaError(EngineError):
    """A text that is no schema. mistakes: everything that is wrong with it, MOST_MISTAKES at most."""

    def __init__(self, where: str, mistakes: Sequence[Mistake]) -> None:
        first = mistakes[0]
        message = Text("{0}, line {1}: {2}", where, first.line, first.message) if first.line else Text(
            "{0}: {1}", where, first.message)
        super().__init__(message)
        self.mistakes = tuple(mistakes)


def parse_schema(data: bytes, name: str, where: str = "", driven: Collection[str] = ()) -> RigSchema:
    """A schema from TOML. Raises SchemaError, saying where, and nothing else, whatever the text is.

    name: what it is called where the text does not say. where: what to call the text in messages. driven: all that
    values may drive; empty where nobody looks.
    """
    found: list[Mistake] = []
    schema = _parsed(data, name, driven, found)
    if schema is None or found:
        lines = TomlLines(data.decode("utf-8", "replace")) if any(one.keys for one in found) else None
        raise SchemaError(where or name, [replace(one, line=lines.of(one.keys)) if lines and one.keys else one
                                          for one in found[:MOST_MISTAKES]])
    return schema


def _parsed(data: bytes, name: str, driven: Collection[str], found: list[Mistake]) -> RigSchema | None:
    """The schema, None when there are not even values; what is wrong comes into `found`."""
    try:
        text = parse_toml(data)
    except ValueError as error:
        at = re.search(r"\(at line (\d+), ", str(error))
        found.append(Mistake((), Text("not sound TOML: {0}", error), int(at[1]) if at else 0))
        return None
    document = _convert(text, _Document, (), found)
    if document is None:
        return None
    rows = [_convert(row, _ValueRow, ("value", place), found) for place, row in enumerate(document.value)]
    layout = FileLayout() if document.file is None else _convert(document.file, FileLayout, ("file",), found)
    slots = tuple(_slot(place, row, row.range or document.range) for place, row in enumerate(rows) if row is not None)
    if len(slots) < len(rows):
        return None
    found += _wrong(slots)
    found += [Mistake(("value", place, "drives"), Text("{0} drives {1}, which the head does not have", slot.id,
                                                       repr(target)))
              for place, slot in enumerate(slots) for target, _ in slot.drives if driven and target not in driven]
    if layout is not None:
        found += [Mistake(("file", "part", number) if number < len(layout.part) else ("file",), what)
                  for number, what in layout.wrong(slots, document.shapes)]
    name = document.name or name
    if not _CALLED.match(name):
        found.append(Mistake(("name",), Text(
            "{0} is no name for a schema: letters, digits, dots and dashes, 64 at most", repr(name[:80]))))
    if found or layout is None:
        return None
    return RigSchema(
        name=name, label=document.label, version=document.version, slots=slots, shapes=document.shapes,
        one_hot=tuple(_one_hot(slots).values()), layout=layout, source=data,
        controls=ControlTable((_control(slot) for slot in slots), f"facewright rig controls --schema {name}"),
    )


def _convert(data: Any, shape: type[_Shape], keys: tuple[Key, ...], found: list[Mistake]) -> _Shape | None:
    try:
        return msgspec.convert(data, shape)
    except (msgspec.ValidationError, RecursionError, OverflowError) as error:
        message, _, path = str(error).partition(" - at `$")
        inner = tuple(int(key) if key.isdigit() else key for key in re.findall(r"[^.\[\]`]+", path) if key != "...")
        if missing := re.search(r"unknown field `(.+)`$", message):
            inner = (*inner, missing[1])
        one = Mistake((*keys, *inner), verbatim(message))
        found.append(replace(one, message=Text("{0}: {1}", one.place, one.message) if one.keys else one.message))
        return None


def _wrong(slots: tuple[Slot, ...]) -> Iterator[Mistake]:
    """What no single field can tell."""
    ids: set[str] = set()
    for place, slot in enumerate(slots):
        if slot.index != place:
            yield Mistake(("value", place, "index"), Text("the value {0} is not in the file's order", slot.id))
        if slot.id in ids:
            yield Mistake(("value", place, "id"), Text("the value {0} is declared twice", slot.id))
        ids.add(slot.id)
        lasts = slot.default < slot.maximum or (_may_begin_at_its_end(slot) and slot.default == slot.maximum)
        if not (slot.minimum <= slot.default and slot.minimum < slot.maximum and lasts):
            yield Mistake(("value", place, "range"), Text("the range of {0} has no room above its default", slot.id))
        yield from (Mistake(("value", place, key), what) for key, what in _wrong_kind(slot))
    if sum(len(slot.bones) for slot in slots) > MOST_BONES:
        yield Mistake(("value",), verbatim(f"Expected {MOST_BONES} `bones` in all, or fewer"))
    pairs, by_id = {slot.pair for slot in slots}, {slot.id: slot for slot in slots}
    for place, slot in enumerate(slots):
        if slot.mirror and (slot.mirror not in ids or slot.mirror == slot.id
                            or by_id[slot.mirror].mirror != slot.id):
            yield Mistake(("value", place, "mirror"),
                          Text("the mirror of {0} is not there, or is not its mirror", slot.id))
        if slot.id in pairs:
            yield Mistake(("value", place, "id"), Text("{0} is the name of a value and of a pair", slot.id))
    for choice, places in _one_hot(slots).items():
        if sum(slots[place].default for place in places) != 1:
            yield Mistake(("value", places[0], "range"),
                          Text("of the values of {0} exactly one must be 1 at default", choice))


def _may_begin_at_its_end(slot: Slot) -> bool:
    return slot.state != LIVE or slot.kind in (ONE_HOT, WHOLE, CHOICE)


def _wrong_kind(slot: Slot) -> Iterator[tuple[str, Text]]:
    limits = (slot.minimum, slot.maximum, slot.default)
    if slot.kind in (WHOLE, CHOICE, ONE_HOT) and any(number != int(number) for number in limits):
        yield "range", Text("the range of {0} must be of whole numbers", slot.id)
    if slot.kind in (ONE_HOT, COLOUR) and limits[:2] != (0, 1):
        yield "range", Text("the range of {0} must be 0 to 1", slot.id)
    if slot.kind == CHOICE and len(slot.options) != slot.maximum - slot.minimum + 1:
        yield "options", Text("{0} needs an option for each number of its range", slot.id)
    if slot.kind != CHOICE and slot.options:
        yield "options", Text("{0} has options and is no choice", slot.id)
    if (slot.kind == ONE_HOT) != bool(slot.choice):
        yield "choice", Text("{0}: one-hot values, and no others, say what they are a choice of", slot.id)


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
    step = row.step or (1.0 if row.kind in (WHOLE, CHOICE, ONE_HOT) else _usual_step(maximum - minimum))
    return Slot(
        id=row.id, label=row.label, group=row.group, index=place if row.index is None else row.index,
        minimum=minimum, maximum=maximum, default=default, step=float(step), gloss=row.gloss, state=state,
        channel=row.channel, drives=_drives(row.drives),
        bones=tuple(Bone(bone.at, bone.radius, bone.move, bone.scale, bone.mirror) for bone in row.bones),
        fitted=state == LIVE if row.fitted is None else row.fitted,
        pair=row.pair, mirror=row.mirror, antisymmetric=row.antisymmetric, ends=row.ends, help=row.help,
        kind=row.kind, options=row.options, choice=row.choice, paints=row.paints,
    )


def _usual_step(room: float) -> float:
    """What an arrow key moves where a schema does not say: the power of ten that makes a hundred steps or a little
    more."""
    return float(10.0 ** math.floor(math.log10(room / 100) + 1e-9)) if room > 0 else 0.01


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
