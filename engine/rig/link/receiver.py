"""The receiving side of a live link: the newest frame of a phone, a tracker or another program."""

import select
import socket
import time
from collections.abc import Callable

from engine.rig.link.addresses import HERE, checked, is_here
from engine.rig.link.frame import LinkFrame
from engine.rig.link.inbox import Inbox, bind
from engine.rig.link.protocol import LinkProtocol

_LARGEST = 65535
_MOST_AT_ONCE = 256
_ASK_AGAIN = 1.0


class LinkReceiver:
    """Close it. frames: how many came; malformed: datagrams that were none, or came from a machine that may not send;
    ignored.

    host: where to listen, or in protocols that are asked (VTube Studio's) the phone that is asked. beyond: other
    machines may send. UsageError for an address that is not allowed, EngineError for a port that another program has.
    """

    def __init__(self, protocol: LinkProtocol, host: str = HERE, port: int = 0, beyond: bool = False,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self.frames = 0
        self._reader, self._clock = protocol.reader(), clock
        address = checked(host, port or protocol.port, beyond)
        self._asking = None if protocol.ask is None else (protocol.ask(address[1]), (address[0], protocol.ask_port))
        self._asked = float("-inf")
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._inbox = Inbox(self._socket, beyond)
        # Whoever asks another machine is answered there, and so does not listen to this one alone.
        bind(self._socket, (HERE if is_here(address[0]) else "0.0.0.0", address[1]) if self._asking else address)

    @property
    def malformed(self) -> int:
        return self._inbox.malformed

    def poll(self, wait: float = 0.0) -> LinkFrame | None:
        """The newest frame that has come since, None for none. wait: seconds to wait for the first datagram at most.

        Reads a bounded number of datagrams.
        """
        self._ask()
        newest: LinkFrame | None = None

        def read(data: bytes, _: str) -> None:
            nonlocal newest
            frame = self._reader.feed(data)
            if frame is not None:
                self.frames += 1
                newest = frame

        if wait:
            select.select([self._socket], [], [], wait)
        self._inbox.take(read, _MOST_AT_ONCE, _LARGEST)
        return newest

    def close(self) -> None:
        self._socket.close()

    def _ask(self) -> None:
        now = self._clock()
        if self._asking is None or now - self._asked < _ASK_AGAIN:
            return
        self._asked = now
        try:
            self._socket.sendto(*self._asking)
        except OSError:  # nobody there yet
            pass
