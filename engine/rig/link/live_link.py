"""Unreal's Live Link, ARKit source: one datagram a frame, version 6, big-endian.

    uint8 6 · int32 length and device id · int32 length and subject name · int32 frame · float32 sub-frame ·
    int32 rate numerator · int32 rate denominator · uint8 61 · float32[61]: shapes in Apple's order, head, eyes

One that ends after the name says that there is no face.
"""

import struct
import uuid

import numpy as np

from engine.motion.channel_names import EYE_ANGLES, HEAD_ANGLES
from engine.motion.csv_file import COLUMNS
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.link.frame import ANGLES, LinkFrame
from engine.rig.link.protocol import DatagramError, LinkProtocol

PORT = 11111
_VERSION, _RATE = 6, 60
_LONGEST = 256


def _apple_order() -> tuple[str, ...]:
    """The recording's columns with its two swaps undone."""
    swapped = {"jawLeft": "jawRight", "jawRight": "jawLeft", "mouthLeft": "mouthRight", "mouthRight": "mouthLeft"}
    return tuple(swapped.get(name, name) for name in COLUMNS if name not in (*HEAD_ANGLES, *EYE_ANGLES))


APPLE_ORDER = _apple_order()
_PLACES = np.array([ARKIT_INDEX[name] for name in APPLE_ORDER])
_COUNT = len(APPLE_ORDER) + len(ANGLES)
_TAIL = struct.Struct(f">ifiiB{_COUNT}f")


class LiveLinkWriter:
    """One subject from one device."""

    def __init__(self) -> None:
        self._device = str(uuid.uuid4()).upper().encode("ascii")
        self._count = 0

    def datagrams(self, frame: LinkFrame) -> list[bytes]:
        name = frame.name.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").encode("utf-8")  # whole ones
        head = struct.pack(">Bi", _VERSION, len(self._device)) + self._device + struct.pack(">i", len(name)) + name
        numbers = [*frame.weights[_PLACES].tolist(), *frame.angles.tolist()]
        self._count += 1
        return [head + _TAIL.pack(self._count & 0x7FFFFFFF, 0.0, _RATE, 1, _COUNT, *numbers)]


class LiveLinkReader:
    """See the module."""

    def feed(self, datagram: bytes) -> LinkFrame | None:
        try:
            version, length = struct.unpack_from(">Bi", datagram)
            if version != _VERSION or not 0 <= length <= _LONGEST:
                raise DatagramError("head")
            named = struct.unpack_from(">i", datagram, 5 + length)[0]
            start = 9 + length
            if not 0 <= named <= _LONGEST or start + named > len(datagram):
                raise DatagramError("name")
            name = datagram[start:start + named].decode("utf-8")
            if start + named == len(datagram):
                return None
            if len(datagram) != start + named + _TAIL.size:
                raise DatagramError("size")
            number, part, rate, share, count, *numbers = _TAIL.unpack_from(datagram, start + named)
            if count != _COUNT or rate <= 0 or share <= 0:
                raise DatagramError("count")
            time = (number + part) * share / rate
            return LinkFrame.of(dict(zip((*APPLE_ORDER, *ANGLES), numbers, strict=True)), name, time)
        except (struct.error, ValueError, OverflowError) as error:
            raise DatagramError(str(error)) from None


LIVE_LINK = LinkProtocol("live-link", "Live Link (Unreal)", PORT, LiveLinkWriter, LiveLinkReader)
