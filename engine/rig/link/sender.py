"""The sending side of a live link: frames out as fast as they come, and nobody ever waited for."""

import socket
import time
from collections.abc import Callable

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.link.addresses import HERE, checked
from engine.rig.link.frame import LinkFrame
from engine.rig.link.inbox import Inbox, bind
from engine.rig.link.protocol import DatagramError, LinkProtocol
from engine.rig.link.vtube_studio import read_request

_MOST_ASKERS = 8
_MOST_AT_ONCE = 32
_LONGEST_REQUEST = 4096


class LinkSender:
    """Close it. sent: frames that went out; lost: frames that the system did not take, and why (`trouble`) the last one
    was not; malformed: requests that were none, ignored.

    In protocols that are asked (VTube Studio's) it listens for who asks, and sends to them only.
    beyond: other machines may be sent to. UsageError for an address that is not allowed, EngineError for a port that
    another program has.
    """

    def __init__(self, protocol: LinkProtocol, host: str = HERE, port: int = 0, beyond: bool = False,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self.sent = self.lost = 0
        self.trouble = ""
        self._writer, self._asked = protocol.writer(), protocol.ask is not None
        self._clock, self._schema = clock, protocol.schema
        target = checked(host, port or (protocol.ask_port if self._asked else protocol.port), beyond)
        self._targets: dict[tuple[str, int], float] = {} if self._asked else {target: float("inf")}
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._inbox = Inbox(self._socket, beyond)
        if self._asked:
            bind(self._socket, target)

    @property
    def malformed(self) -> int:
        return self._inbox.malformed

    def send(self, frame: LinkFrame) -> bool:
        """Whether somebody was sent the frame. Never waits. EngineError for a frame that lacks what the protocol
        carries."""
        self._listen()
        try:
            datagrams = self._writer.datagrams(frame)
        except DatagramError:
            raise EngineError(Text("this link carries the values of a {0} rig, and these are none",
                                   self._schema)) from None
        now, whole = self._clock(), False
        for target in [target for target, end in self._targets.items() if end >= now]:
            try:
                for datagram in datagrams:
                    self._socket.sendto(datagram, target)
                whole = True
            except OSError as error:  # nobody listens, or the system's buffer is full: the next frame tells it anew
                self.lost += 1
                self.trouble = error.strerror or str(error)
        self.sent += whole
        return whole

    def settle(self) -> None:
        """Nobody answers datagrams: there is nothing to wait for."""

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        """Take in who asks."""
        if not self._asked:
            return
        self._inbox.take(self._request, _MOST_AT_ONCE, _LONGEST_REQUEST)

    def _request(self, data: bytes, host: str) -> None:
        ports, seconds = read_request(data)
        now = self._clock()
        self._targets = {target: end for target, end in self._targets.items() if end >= now}
        for port in ports:
            if (host, port) in self._targets or len(self._targets) < _MOST_ASKERS:
                self._targets[host, port] = now + seconds
