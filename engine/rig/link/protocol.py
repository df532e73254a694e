"""A live link's protocol, declared once; and what is kept in mind of a conversation in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from engine.rig.link.frame import LinkFrame


class DatagramError(ValueError):
    """A datagram that does not keep to the protocol."""


class LinkWriter(Protocol):
    """Frames to datagrams; it may count them."""

    def datagrams(self, frame: LinkFrame) -> list[bytes]:
        """In order. DatagramError when the frame lacks what the protocol carries."""
        ...


class LinkReader(Protocol):
    """Datagrams to frames; it may gather several into one, within fixed bounds."""

    def feed(self, datagram: bytes) -> LinkFrame | None:
        """A frame when the datagram completes one; None for one that does not, or that says there is no face. Raises
        DatagramError, and nothing else, whatever the datagram is."""
        ...


@dataclass(frozen=True)
class LinkProtocol:
    """One protocol.

    id, label:  "live-link", "Live Link (Unreal)".
    port:       where receivers listen unless told otherwise.
    writer, reader: made anew for each conversation.
    ask:        what a receiver sends each second to be told more; None where nothing is asked. It takes the receiver's
                own port.
    ask_port:   where asking goes to.
    schema:     whose values it carries; "" for one that carries movement.
    """

    id: str
    label: str
    port: int
    writer: Callable[[], LinkWriter]
    reader: Callable[[], LinkReader]
    ask: Callable[[int], bytes] | None = None
    ask_port: int = 0
    schema: str = ""
