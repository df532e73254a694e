"""OSC 1.0 packets (https://opensoundcontrol.stanford.edu/spec-1_0.html): messages of ints, floats and strings.

Read here and not by python-osc, which never ends on a bundle whose element says that it is less than nothing long.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BUNDLE = b"#bundle\0"
_NOW = b"\0\0\0\0\0\0\0\1"
MOST_MESSAGES = 4096
_LEVELS = 4
Argument = int | float | str


class OscError(ValueError):
    """A packet that is none."""


@dataclass(frozen=True)
class OscMessage:
    """address, and arguments: ints, floats and strings; others are passed over, with None in their place."""

    address: str
    arguments: tuple[Argument | None, ...] = ()


def encode_message(address: str, arguments: Sequence[Argument] = ()) -> bytes:
    """A packet of one message."""
    kinds = "".join("s" if isinstance(one, str) else "f" if isinstance(one, float) else "i" for one in arguments)
    return b"".join([_string(address), _string("," + kinds), *map(_argument, arguments)])


def encode_bundles(messages: Iterable[bytes], largest: int) -> list[bytes]:
    """As few packets as these messages fit into, in order, none larger than so many bytes."""
    bundles: list[bytes] = []
    bundle = _BUNDLE + _NOW
    for message in messages:
        element = struct.pack(">i", len(message)) + message
        if len(bundle) + len(element) > largest and len(bundle) > 16:
            bundles.append(bundle)
            bundle = _BUNDLE + _NOW
        bundle += element
    return [*bundles, bundle]


def decode_packet(data: bytes) -> list[OscMessage]:
    """The messages of a packet, in order. OscError for anything that is no packet, or has thousands of them."""
    messages: list[OscMessage] = []
    pending = [(0, len(data), 0)]  # from, to, within how many bundles
    try:
        while pending:
            start, end, level = pending.pop()
            if data[start:start + 8] != _BUNDLE:
                messages.append(_message(data[start:end]))
            elif level == _LEVELS:
                raise OscError("bundles within bundles")
            else:
                pending += reversed(_elements(data, start + 16, end, level + 1))
            if len(messages) + len(pending) > MOST_MESSAGES:
                raise OscError("too many messages")
    except (struct.error, UnicodeDecodeError, IndexError) as error:
        raise OscError(str(error)) from None
    return messages


def _elements(data: bytes, at: int, end: int, level: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    while at < end:
        size = struct.unpack_from(">i", data, at)[0]
        if size <= 0 or size % 4 or at + 4 + size > end:
            raise OscError("a size")
        found.append((at + 4, at + 4 + size, level))
        at += 4 + size
    return found


def _message(data: bytes) -> OscMessage:
    address, at = _read_string(data, 0)
    if not address.startswith("/"):
        raise OscError("an address")
    if at == len(data):
        return OscMessage(address)
    kinds, at = _read_string(data, at)
    arguments: list[Argument | None] = []
    for kind in kinds[1:]:
        if kind in "if":
            arguments.append(struct.unpack_from(">" + kind, data, at)[0])
            at += 4
        elif kind == "s":
            text, at = _read_string(data, at)
            arguments.append(text)
        elif kind in "hdt":
            at += 8
            arguments.append(None)
        elif kind in "TFNI":
            arguments.append(None)
        else:
            raise OscError("an argument")
    if at > len(data):
        raise OscError("an end")
    return OscMessage(address, tuple(arguments))


def _string(text: str) -> bytes:
    data = text.encode("utf-8") + b"\0"
    return data + b"\0" * (-len(data) % 4)


def _read_string(data: bytes, at: int) -> tuple[str, int]:
    end = data.find(b"\0", at)
    if end < 0:
        raise OscError("a text without an end")
    return data[at:end].decode("utf-8"), at + (end - at + 4) // 4 * 4


def _argument(value: Argument) -> bytes:
    return _string(value) if isinstance(value, str) else struct.pack(">f" if isinstance(value, float) else ">i", value)
