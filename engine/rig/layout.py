"""How a schema's `.bytes` lie in the file: parts, one after the other, each declared in the schema's text.

    [file]
    byte_order = "big"

    [[file.part]]
    kind = "text"
    text = "SMGC"

    [[file.part]]
    kind = "values"
    type = "u16"
    stored = [0, 1000]
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import msgspec

from engine.base.text import Text

if TYPE_CHECKING:
    from engine.rig.schema import Slot

NumberType = Literal["u8", "i8", "u16", "i16", "u32", "i32", "f32", "f64"]
WholeType = Literal["u8", "i8", "u16", "i16", "u32", "i32"]
LengthType = Literal["u8", "u16", "u32", "7-bit", "zero"]
"""What tells where a string ends: a number of bytes before it; the same in groups of 7 bits, lowest first, as .NET
writes it; or a zero byte after it."""
SIZES = {"u8": 1, "i8": 1, "u16": 2, "i16": 2, "u32": 4, "i32": 4, "f32": 4, "f64": 8}
"""Bytes of a number."""
BOUNDS = {f"{sign}{bits}": ((-(1 << bits - 1), (1 << bits - 1) - 1) if sign == "i" else (0, (1 << bits) - 1))
          for sign in "ui" for bits in (8, 16, 32)}
"""The least and the greatest number of each whole type."""
LONGEST_TEXT = 10_000
_Text = Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
_Id = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Finite = Annotated[float, msgspec.Meta(ge=-1e12, le=1e12)]


class _Declared(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    pass


class TextPart(_Declared, frozen=True, tag="text"):
    """The same letters in every file, UTF-8, without a length."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]


class BytesPart(_Declared, frozen=True, tag="bytes"):
    """The same bytes in every file, in hexadecimal. any: whatever stands there is passed over when reading."""

    hex: Annotated[str, msgspec.Meta(min_length=2, max_length=LONGEST_TEXT, pattern="^([0-9a-fA-F]{2} ?)+$")]
    any: bool = False

    @property
    def data(self) -> bytes:
        return bytes.fromhex(self.hex)


class NumberPart(_Declared, frozen=True, tag="number"):
    """The same number in every file. any: as of `BytesPart`."""

    type: NumberType
    value: _Finite = 0.0
    any: bool = False


class VersionPart(_Declared, frozen=True, tag="version"):
    """The layout's version; files of a later one are refused as such."""

    type: WholeType
    value: Annotated[int, msgspec.Meta(ge=0, lt=1 << 31)] = 1


class StringPart(_Declared, frozen=True, tag="string"):
    """The same string in every file, with its length. any: as of `BytesPart`."""

    length: LengthType
    text: _Text = ""
    any: bool = False


class NamePart(_Declared, frozen=True, tag="name"):
    """The schema's name as a string."""

    length: LengthType


class OrderPart(_Declared, frozen=True, tag="order"):
    """CRC-32 of the value ids joined by line feeds: tells a file of an older order of values from one of this."""

    type: Literal["u32"] = "u32"


class CountPart(_Declared, frozen=True, tag="count"):
    """How many values the next part of values has."""

    type: WholeType


class ShapePart(_Declared, frozen=True, tag="shape"):
    """The role shape as a number."""

    type: WholeType
    male: int = 3
    female: int = 4


class ValuesPart(_Declared, frozen=True, tag="values"):
    """Values one after the other.

    of:     ids, in the file's order; empty: all that no other part names, in the schema's.
    stored: what stands in the file at the least and at the greatest of a value's range; None: the value itself.
    names:  each is preceded by its id as a string of such a length; when reading they may come in any order.
    """

    type: NumberType = "f32"
    of: Annotated[tuple[_Id, ...], msgspec.Meta(max_length=10_000)] = ()
    stored: tuple[_Finite, _Finite] | None = None
    names: LengthType | None = None


class ChoicePart(_Declared, frozen=True, tag="choice"):
    """One number for all one-hot values of a choice: which of them is 1, counted from `first`."""

    of: _Id
    type: WholeType = "u8"
    first: Annotated[int, msgspec.Meta(ge=-(1 << 31), lt=1 << 31)] = 0


class ChecksumPart(_Declared, frozen=True, tag="checksum"):
    """Of all bytes before it. "sum" is their sum, as much of it as the number holds."""

    by: Literal["crc32", "adler32", "sum"] = "crc32"
    type: Literal["u8", "u16", "u32"] = "u32"


Part = (TextPart | BytesPart | NumberPart | VersionPart | StringPart | NamePart | OrderPart | CountPart | ShapePart
        | ValuesPart | ChoicePart | ChecksumPart)


PART_KINDS = tuple(str(kind.__struct_config__.tag) for kind in get_args(Part))
"""What parts are called in a schema's text."""


class FileLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """part: in the file's order. tail: whether bytes after the last part are refused, or passed over."""

    byte_order: Literal["little", "big"] = "little"
    tail: Literal["refused", "ignored"] = "refused"
    part: Annotated[tuple[Part, ...], msgspec.Meta(min_length=1, max_length=1000)] = (
        TextPart("FWRG"), VersionPart("u16"), NamePart("u16"), OrderPart(), CountPart("u32"), ValuesPart())

    def places(self, slots: "Sequence[Slot]") -> "dict[ValuesPart | ChoicePart, tuple[int, ...]]":
        """Where in the schema the values of each part are, in the file's order."""
        by_id = {slot.id: place for place, slot in enumerate(slots)}
        choices: dict[str, list[int]] = {}
        for place, slot in enumerate(slots):
            choices.setdefault(slot.choice, []).append(place)
        found: dict[ValuesPart | ChoicePart, tuple[int, ...]] = {}
        for part in self.part:
            if isinstance(part, ChoicePart):
                found[part] = tuple(choices[part.of])
            elif isinstance(part, ValuesPart) and part.of:
                found[part] = tuple(by_id[control_id] for control_id in part.of)
        named = {place for places in found.values() for place in places}
        rest = tuple(place for place in range(len(slots)) if place not in named)
        return {**{part: rest for part in self.part if isinstance(part, ValuesPart) and not part.of}, **found}

    def wrong(self, slots: "Sequence[Slot]", shapes: Sequence[str]) -> Iterator[tuple[int, Text]]:
        """What no single part can tell: which part (the count of parts for the whole), and a sentence."""
        ids = {slot.id for slot in slots}
        choices: dict[str, list[str]] = {}
        for slot in slots:
            choices.setdefault(slot.choice, []).append(slot.id)
        told: set[str] = set()
        rest = False
        for number, part in enumerate(self.part):
            if isinstance(part, ChoicePart):
                of = choices.get(part.of, [])
                if not of:
                    yield number, Text("there is no choice {0}", repr(part.of))
                yield from ((number, Text("{0} is in two parts of the file", one)) for one in of if one in told)
                told |= set(of)
            elif isinstance(part, ValuesPart):
                yield from ((number, Text("there is no value {0}", repr(one))) for one in part.of if one not in ids)
                twice = {one for one, times in Counter(part.of).items() if times > 1 or one in told}
                yield from ((number, Text("{0} is in two parts of the file", one)) for one in sorted(twice))
                told |= set(part.of)
                if not part.of and rest:
                    yield number, Text("two parts are of all values that no other names")
                rest = rest or not part.of
                if part.stored is not None and part.stored[0] == part.stored[1]:
                    yield number, Text("the stored numbers of a range's two ends must differ")
                yield from ((number, Text("{0} does not fit into {1}", f"{end:g}", part.type))
                            for end in part.stored or () if not fits(part.type, end))
                yield from ((number, Text("{0} does not fit into {1}", repr(slot.id[:40]), part.names))
                            for slot in slots if part.names and not string_fits(part.names, slot.id))
            elif isinstance(part, StringPart) and not string_fits(part.length, part.text):
                yield number, Text("{0} does not fit into {1}", repr(part.text[:40]), part.length)
            elif isinstance(part, NumberPart | VersionPart) and not fits(part.type, part.value):
                yield number, Text("{0} does not fit into {1}", f"{part.value:g}", part.type)
            elif isinstance(part, CountPart) and not any(isinstance(later, ValuesPart) for later in self.part[number:]):
                yield number, Text("no values come after their count")
            elif isinstance(part, ShapePart) and (not shapes or part.male == part.female or not (
                    fits(part.type, part.male) and fits(part.type, part.female))):
                yield number, Text("a role shape needs shapes, and a number for each")
        lost = [] if rest else [slot.id for slot in slots if slot.id not in told]
        if lost:
            yield len(self.part), Text("{0} is in no part of the file", lost[0])
        if shapes and not any(isinstance(part, ShapePart) for part in self.part):
            yield len(self.part), Text("no part of the file holds the role shape")


def string_fits(length: str, text: str) -> bool:
    """Whether a string with such a length is read back as it was written."""
    if length == "zero":
        return "\0" not in text
    return length not in BOUNDS or len(text.encode("utf-8")) <= BOUNDS[length][1]


def fits(kind: str, number: float) -> bool:
    """Whether a number can stand in the file as this type."""
    if kind not in BOUNDS:
        return True
    least, greatest = BOUNDS[kind]
    return number == int(number) and least <= number <= greatest
