"""Values to the bytes of a file as their schema lays it out, and back."""

import struct
import zlib
from collections.abc import Sequence
from typing import assert_never

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.layout import (
    BOUNDS,
    SIZES,
    BytesPart,
    ChecksumPart,
    ChoicePart,
    CountPart,
    NamePart,
    NumberPart,
    OrderPart,
    Part,
    ShapePart,
    StringPart,
    TextPart,
    ValuesPart,
    VersionPart,
)
from engine.rig.schema import CHOICE, ONE_HOT, WHOLE, RigSchema, Slot
from engine.rig.values import RigValues

_CODES = {"u8": "B", "i8": "b", "u16": "H", "i16": "h", "u32": "I", "i32": "i", "f32": "f", "f64": "d"}
_GREATEST = float(np.finfo(np.float32).max)
"""Values are float32, whatever the file has room for."""


def order_mark(schema: RigSchema) -> int:
    """CRC-32 of the schema's value ids joined by line feeds."""
    return zlib.crc32("\n".join(slot.id for slot in schema.slots).encode("utf-8"))


class LayoutWriter:
    """Puts the bytes of one file together."""

    def __init__(self, schema: RigSchema, values: RigValues) -> None:
        self._schema, self._values = schema, values
        self._sign = ">" if schema.layout.byte_order == "big" else "<"
        self._numbers = values.array().astype(np.float64)

    def whole(self) -> bytes:
        """EngineError when a value does not fit into the file's numbers, or a role shape is missing."""
        data = b""
        for number, part in enumerate(self._schema.layout.part):
            data += self._part(number, part, data)
        return data

    def _part(self, number: int, part: Part, before: bytes) -> bytes:
        match part:
            case TextPart():
                return part.text.encode("utf-8")
            case BytesPart():
                return part.data
            case NumberPart() | VersionPart():
                return self._number(part.type, part.value)
            case StringPart():
                return self._string(part.length, part.text)
            case NamePart():
                return self._string(part.length, self._schema.name)
            case OrderPart():
                return self._number(part.type, order_mark(self._schema))
            case CountPart():
                return self._number(part.type, _counted(self._schema, number))
            case ShapePart():
                if self._values.shape not in ("male", "female"):
                    raise EngineError(Text("a {0} .bytes file needs a role shape", self._schema.name),
                                      hint=Text("male or female"))
                return self._number(part.type, part.male if self._values.shape == "male" else part.female)
            case ValuesPart():
                return self._all(part)
            case ChoicePart():
                places = list(self._schema.part_places[part])
                return self._number(part.type, part.first + int(self._numbers[places].argmax()))
            case ChecksumPart():
                return self._number(part.type, checksum(part, before))
        assert_never(part)

    def _all(self, part: ValuesPart) -> bytes:
        places = list(self._schema.part_places[part])
        slots = [self._schema.slots[place] for place in places]
        stored = _stored(part, slots, self._numbers[places])
        stored = np.rint(stored) if part.type in BOUNDS else stored
        least, greatest = BOUNDS.get(part.type, (-_GREATEST, _GREATEST))
        for slot, one in zip(slots, stored, strict=True):
            if not least <= one <= greatest:
                raise EngineError(Text("{0}: its value does not fit into the file's {1}", slot.id, part.type),
                                  hint=Text("set it within its range"))
        if part.names is None:
            return stored.astype(self._sign + _CODES[part.type]).tobytes()
        return b"".join(self._string(part.names, slot.id) + self._number(part.type, one)
                        for slot, one in zip(slots, stored.tolist(), strict=True))

    def _number(self, kind: str, number: float) -> bytes:
        if kind in BOUNDS and not BOUNDS[kind][0] <= number <= BOUNDS[kind][1]:
            raise EngineError(Text("{0} does not fit into {1}", f"{number:g}", kind))
        return struct.pack(self._sign + _CODES[kind], int(number) if kind in BOUNDS else number)

    def _string(self, length: str, text: str) -> bytes:
        data = text.encode("utf-8")
        if length == "zero":
            return data + b"\0"
        if length != "7-bit":
            return self._number(length, len(data)) + data
        groups, left = bytearray(), len(data)
        while left >= 0x80:
            groups.append(left & 0x7F | 0x80)
            left >>= 7
        return bytes(groups) + bytes([left]) + data


class LayoutReader:
    """Takes the bytes of one file apart. passed: parts that were as the schema says, for telling of which rig a file
    is that none can read whole."""

    def __init__(self, schema: RigSchema, data: bytes, name: str) -> None:
        self._schema, self._data, self._name = schema, data, name
        self._sign = ">" if schema.layout.byte_order == "big" else "<"
        self._at = 0
        self._found = np.array([slot.default for slot in schema.slots], np.float64)
        self._shape = ""
        self.passed = 0

    def whole(self) -> tuple[RigValues, int]:
        """The values, and how many bytes after the last part were passed over. EngineError."""
        for number, part in enumerate(self._schema.layout.part):
            self._part(number, part)
            self.passed += 1
        left = len(self._data) - self._at
        if left and self._schema.layout.tail == "refused":
            raise self._damaged()
        return RigValues.of(self._schema.name, self._found, self._shape), left

    def _part(self, number: int, part: Part) -> None:
        match part:
            case TextPart():
                self._literal(part.text.encode("utf-8"))
            case BytesPart():
                self._literal(part.data, part.any)
            case NumberPart():
                found = self._number(part.type)
                if not part.any and found != _as_stored(part.type, part.value):
                    raise self._foreign()
            case VersionPart():
                self._version(int(self._number(part.type)), part.value)
            case StringPart():
                if self._string(part.length) != part.text and not part.any:
                    raise self._foreign()
            case NamePart():
                if (found_name := self._string(part.length)) != self._schema.name:
                    raise EngineError(Text("{0}: unknown rig schema {1}", self._name, repr(found_name[:40])),
                                      hint=Text("name its schema"))
            case OrderPart():
                if self._number(part.type) != order_mark(self._schema):
                    raise self._other_version()
            case CountPart():
                if self._number(part.type) != _counted(self._schema, number):
                    raise self._other_version()
            case ShapePart():
                shapes = {part.male: "male", part.female: "female"}
                if (shape := int(self._number(part.type))) not in shapes:
                    raise EngineError(Text("{0}: not a .bytes file of the rig {1}", self._name, self._schema.name),
                                      hint=Text("{0} is no role shape", shape))
                self._shape = shapes[shape]
            case ValuesPart():
                self._all(part)
            case ChoicePart():
                places = list(self._schema.part_places[part])
                chosen = int(self._number(part.type)) - part.first
                if not 0 <= chosen < len(places):
                    raise EngineError(Text("{0}: there is no {1} of number {2}", self._name, part.of,
                                           chosen + part.first))
                self._found[places] = np.arange(len(places)) == chosen
            case ChecksumPart():
                meant = checksum(part, self._data[:self._at])
                if self._number(part.type) != meant:
                    raise EngineError(Text("{0}: its checksum is wrong", self._name), hint=Text("damaged"))
            case _:
                assert_never(part)

    def _all(self, part: ValuesPart) -> None:
        places = self._schema.part_places[part]
        slots = [self._schema.slots[place] for place in places]
        if part.names is None:
            raw = np.frombuffer(self._take(SIZES[part.type] * len(slots)), self._sign + _CODES[part.type])
            found = raw.astype(np.float64)
        else:
            found = self._by_name(part, [slot.id for slot in slots])
        if not np.isfinite(found).all() or (np.abs(found) > _GREATEST).any():
            raise EngineError(Text("{0}: holds values that are not finite numbers", self._name))
        self._found[list(places)] = _meant(part, slots, found)

    def _by_name(self, part: ValuesPart, ids: Sequence[str]) -> np.ndarray:
        by_id: dict[str, float] = {}
        known = frozenset(ids)
        for _ in ids:
            control_id = self._string(part.names or "zero")
            if control_id not in known or control_id in by_id:
                raise EngineError(Text("{0}: {1} has no value {2}", self._name, self._schema.name,
                                       repr(control_id[:40])))
            by_id[control_id] = self._number(part.type)
        return np.array([by_id[control_id] for control_id in ids])

    def _take(self, count: int) -> bytes:
        if self._at + count > len(self._data):
            raise self._damaged()
        self._at += count
        return self._data[self._at - count:self._at]

    def _number(self, kind: str) -> float:
        return float(struct.unpack(self._sign + _CODES[kind], self._take(SIZES[kind]))[0])

    def _string(self, length: str) -> str:
        if length == "zero":
            end = self._data.find(b"\0", self._at)
            data = self._take((end if end >= 0 else len(self._data)) - self._at)
            self._take(1)
        elif length == "7-bit":
            data = self._take(self._seven_bits())
        else:
            data = self._take(int(self._number(length)))
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise self._damaged() from None

    def _seven_bits(self) -> int:
        count = shift = 0
        while True:
            byte = self._take(1)[0]
            count |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return count
            if shift > 28:
                raise self._damaged()

    def _literal(self, meant: bytes, anything: bool = False) -> None:
        if self._take(len(meant)) != meant and not anything:
            raise self._foreign()

    def _version(self, found: int, known: int) -> None:
        if found > known:
            raise EngineError(Text("{0}: of a newer layout ({1}) than is known here ({2})", self._name, found, known),
                              hint=Text("update Facewright, or the schema"))
        if found < known:
            raise EngineError(Text("{0}: of an older layout ({1}) than is known here ({2})", self._name, found, known))

    def _foreign(self) -> EngineError:
        return EngineError(Text("{0}: not a .bytes file of the rig {1}", self._name, self._schema.name))

    def _other_version(self) -> EngineError:
        return EngineError(Text("{0}: written for another version of the rig schema {1}", self._name,
                                self._schema.name))

    def _damaged(self) -> EngineError:
        return EngineError(Text("{0}: the rig file is damaged or cut short", self._name))


def checksum(part: ChecksumPart, data: bytes) -> int:
    """Of data, as much as the part's number holds."""
    found = zlib.crc32(data) if part.by == "crc32" else zlib.adler32(data) if part.by == "adler32" else sum(data)
    return found & BOUNDS[part.type][1]


def certainty(schema: RigSchema) -> int:
    """How many bytes at the beginning of a file say of which rig it is."""
    known = 0
    for part in schema.layout.part:
        match part:
            case TextPart():
                known += len(part.text.encode("utf-8"))
            case BytesPart(any=False):
                known += len(part.data)
            case NumberPart(any=False) | VersionPart() | OrderPart() | CountPart() | ShapePart():
                known += SIZES[part.type]
            case StringPart(any=False):
                known += len(part.text.encode("utf-8")) + 1
            case NamePart():
                known += len(schema.name.encode("utf-8")) + 1
            case _:
                return known
    return known


def _counted(schema: RigSchema, number: int) -> int:
    """Values of the first part of values after this part."""
    part = next(part for part in schema.layout.part[number:] if isinstance(part, ValuesPart))
    return len(schema.part_places[part])


def _as_stored(kind: str, number: float) -> float:
    return float(np.float32(number)) if kind == "f32" else number


def _stored(part: ValuesPart, slots: Sequence[Slot], values: np.ndarray) -> np.ndarray:
    """(n,) what stands in the file for values (n,)."""
    if part.stored is None:
        return values
    least, span = _ranges(slots)
    return part.stored[0] + (values - least) / span * (part.stored[1] - part.stored[0])


def _meant(part: ValuesPart, slots: Sequence[Slot], stored: np.ndarray) -> np.ndarray:
    """(n,) values from what stands in the file."""
    if part.stored is None:
        return stored
    least, span = _ranges(slots)
    meant = least + (stored - part.stored[0]) / (part.stored[1] - part.stored[0]) * span
    whole = [slot.kind in (WHOLE, CHOICE, ONE_HOT) for slot in slots]
    return np.where(whole, np.rint(meant), meant)


def _ranges(slots: Sequence[Slot]) -> tuple[np.ndarray, np.ndarray]:
    least = np.array([slot.minimum for slot in slots])
    return least, np.array([slot.maximum for slot in slots]) - least
