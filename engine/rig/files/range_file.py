"""The face-nn game's own ranges, `male.bytes` and `female.bytes`: how far each channel of its bones goes.

Little-endian: int16 channels; each the bone's name (length in 7-bit groups, then UTF-8), uint8 what of the bone it is
(`CHANNELS`), and its least and greatest: float32 each, or float32[4] each, a quaternion x y z w, for a rotation. Then
int16 groups; each int16 n and int16[n] numbers of channels that one value moves together.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text

LARGEST_FILE = 1 << 20
CHANNELS = ("position X", "position Y", "position Z", "rotation", "scale X", "scale Y", "scale Z")
ROTATION = 3


@dataclass(frozen=True)
class BoneChannel:
    """One channel. kind: place in `CHANNELS`. least, greatest: one number each, or four of a rotation."""

    bone: str
    kind: int
    least: tuple[float, ...]
    greatest: tuple[float, ...]


@dataclass(frozen=True)
class BoneRanges:
    """groups: by value, places of the channels that it moves together."""

    channels: tuple[BoneChannel, ...]
    groups: tuple[tuple[int, ...], ...]


def decode_ranges(data: bytes, name: str = "ranges") -> BoneRanges:
    """The ranges in a file's bytes. Raises EngineError for anything that is not such a file."""
    reader = _Reader(data)
    try:
        channels = tuple(reader.channel() for _ in range(reader.count()))
        groups = tuple(tuple(reader.count() for _ in range(reader.count())) for _ in range(reader.count()))
    except (ValueError, struct.error, IndexError):
        raise EngineError(Text("{0}: not a file of ranges, or cut short", name)) from None
    if reader.at != len(data) or not channels or any(place >= len(channels) for group in groups for place in group):
        raise EngineError(Text("{0}: not a file of ranges, or damaged", name))
    return BoneRanges(channels, groups)


def encode_ranges(ranges: BoneRanges) -> bytes:
    """The file's bytes."""
    data = struct.pack("<h", len(ranges.channels))
    for channel in ranges.channels:
        text = channel.bone.encode("utf-8")
        length = bytes([len(text)]) if len(text) < 0x80 else bytes([len(text) & 0x7F | 0x80, len(text) >> 7])
        numbers = (*channel.least, *channel.greatest)
        data += length + text + bytes([channel.kind]) + struct.pack(f"<{len(numbers)}f", *numbers)
    data += struct.pack("<h", len(ranges.groups))
    return data + b"".join(struct.pack(f"<{len(group) + 1}h", len(group), *group) for group in ranges.groups)


def read_ranges(path: Path) -> BoneRanges:
    """Read such a file. Raises EngineError."""
    return decode_ranges(read_limited(path, LARGEST_FILE), str(path))


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data, self.at = data, 0

    def take(self, count: int) -> bytes:
        if self.at + count > len(self._data):
            raise ValueError("cut short")
        self.at += count
        return self._data[self.at - count:self.at]

    def count(self) -> int:
        number: int = struct.unpack("<h", self.take(2))[0]
        if number < 0:
            raise ValueError("negative")
        return number

    def channel(self) -> BoneChannel:
        length = self.take(1)[0]
        if length & 0x80:
            high = self.take(1)[0]
            if high & 0x80:
                raise ValueError("name length")
            length = length & 0x7F | high << 7
        bone, kind = self.take(length).decode("utf-8"), self.take(1)[0]
        if kind >= len(CHANNELS):
            raise ValueError("kind")
        count = 4 if kind == ROTATION else 1
        numbers = np.frombuffer(self.take(8 * count), "<f4").tolist()
        if not np.isfinite(numbers).all():
            raise ValueError("not finite")
        return BoneChannel(bone, kind, tuple(numbers[:count]), tuple(numbers[count:]))
