"""The sending side of a live link: frames out as fast as they come, and nobody ever waited for."""

import socket
import time
from collections.abc import Callable

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.link.addresses import HERE, checked, is_here
from engine.rig.link.frame import LinkFrame
from engine.rig.link.protocol import DatagramError, LinkProtocol
from engine.rig.link.vtube_studio import read_request

_MOST_ASKERS = 8
_MOST_AT_ONCE = 32
_LONGEST_REQUEST = 4096


class LinkSender:
    """Close it. sent: frames that went out; lost: frames that the system did not take; malformed: requests that were
    none, ignored.

    In protocols that are asked (VTube Studio's) it listens for who asks, and sends to them only.
    beyond: other machines may be sent to. UsageError for an address that is not allowed, EngineError for a port that
    another program has.
    """

    def __init__(self, protocol: LinkProtocol, host: str = HERE, port: int = 0, beyond: bool = False,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self.sent = self.lost = self.malformed = 0
        self._writer, self._asked = protocol.writer(), protocol.ask is not None
        self._beyond, self._clock = beyond, clock
        target = checked(host, port or (protocol.ask_port if self._asked else protocol.port), beyond)
        self._targets: dict[tuple[str, int], float] = {} if self._asked else {target: float("inf")}
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        if self._asked:
            bind(self._socket, target)

    def send(self, frame: LinkFrame) -> bool:
        """Whether somebody was sent the frame. Never waits. EngineError for a frame that lacks what the protocol
        carries."""
        self._listen()
        try:
            datagrams = self._writer.datagrams(frame)
        except DatagramError:
            raise EngineError(Text("this link carries the values of a face-nn rig, and these are none")) from None
        now, whole = self._clock(), False
        for target in [target for target, end in self._targets.items() if end >= now]:
            try:
                for datagram in datagrams:
                    self._socket.sendto(datagram, target)
                whole = True
            except OSError:  # nobody listens, or the system's buffer is full: the next frame tells it anew
                self.lost += 1
        self.sent += whole
        return whole

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        """Take in who asks."""
        if not self._asked:
            return
        for _ in range(_MOST_AT_ONCE):
            try:
                data, (host, _) = self._socket.recvfrom(_LONGEST_REQUEST)
            except BlockingIOError:
                break
            except OSError:  # what was sent last did not arrive
                continue
            try:
                if not (self._beyond or is_here(host)):
                    raise DatagramError("from elsewhere")
                ports, seconds = read_request(data)
            except DatagramError:
                self.malformed += 1
                continue
            now = self._clock()
            self._targets = {target: end for target, end in self._targets.items() if end >= now}
            for port in ports:
                if (host, port) in self._targets or len(self._targets) < _MOST_ASKERS:
                    self._targets[host, port] = now + seconds


def bind(listening: socket.socket, address: tuple[str, int]) -> None:
    """Listen at an address; EngineError when that is not possible, and the socket is closed then."""
    try:
        listening.bind(address)
    except OSError as error:
        listening.close()
        raise EngineError(Text("port {0} cannot be listened at: {1}", address[1], error.strerror or error),
                          Text("another program may have it")) from None
