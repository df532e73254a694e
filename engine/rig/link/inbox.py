"""What comes in at a socket: taken without waiting, a bounded number at a time, and what is none counted."""

import socket
from collections.abc import Callable

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.link.addresses import is_here
from engine.rig.link.protocol import DatagramError


class Inbox:
    """malformed: datagrams that were none, or came from a machine that may not send; ignored. beyond: other machines
    may send."""

    def __init__(self, listening: socket.socket, beyond: bool) -> None:
        self.malformed = 0
        self._socket, self._beyond = listening, beyond

    def take(self, read: Callable[[bytes, str], None], most: int, largest: int) -> None:
        """Give what has come to `read`, with the sender's address; it raises DatagramError for what is none. No more
        than so many datagrams, so that a flood of them holds nobody up, and of each no more than so many bytes."""
        for _ in range(most):
            try:
                data, (host, _) = self._socket.recvfrom(largest)
            except BlockingIOError:
                return
            except OSError:  # what was sent last did not arrive
                continue
            try:
                if not (self._beyond or is_here(host)):
                    raise DatagramError("from elsewhere")
                read(data, host)
            except DatagramError:
                self.malformed += 1


def bind(listening: socket.socket, address: tuple[str, int]) -> None:
    """Listen at an address; EngineError when that is not possible, and the socket is closed then."""
    try:
        listening.bind(address)
    except OSError as error:
        listening.close()
        raise EngineError(Text("port {0} cannot be listened at: {1}", address[1], error.strerror or error),
                          Text("another program may have it")) from None
