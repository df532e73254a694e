"""The head that is drawn, told to another program as it is drawn: off until somebody turns it on."""

import math
import time
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.jobs import Job, Progress, on_thread
from engine.base.paths import data_folder
from engine.base.text import Text
from engine.base.writing import write_private
from engine.rig.link import vtube_plugin
from engine.rig.link.addresses import HERE
from engine.rig.link.frame import ANGLES, LinkFrame

if TYPE_CHECKING:
    from engine.rig.values import RigValues

TOKEN = "vtube-studio-token"
"""In our data folder: what VTube Studio gave, so that its user is asked once."""


class _Sender(Protocol):
    @property
    def sent(self) -> int: ...

    def send(self, frame: LinkFrame) -> bool: ...

    def close(self) -> None: ...


class FaceLink:
    """Use it on one thread. name: of the link that is on, "" for none; host: the other machine's address, "" for this
    one; sent: frames that went out since."""

    def __init__(self) -> None:
        self.name = self.host = ""
        self._turns = 0
        self._sender: _Sender | None = None
        self._begun = time.monotonic()

    @property
    def sent(self) -> int:
        return self._sender.sent if self._sender is not None else 0

    def turn(self, name: str, host: str = "") -> Job[None]:
        """On, over the link of that name; off with "". host: another machine's address, to which somebody said yes; ""
        for this one. VTube Studio's user, who is at this one, is asked meanwhile, and may think about it. UsageError
        for a link that there is not and for what is no address, EngineError where nobody is there."""
        from engine.rig.link.protocols import protocol
        from engine.rig.link.sender import LinkSender

        chosen = protocol(name) if name and name != vtube_plugin.ID else None
        self.close()
        turns = self._turns
        yield Progress(0, 1, Text("sending"))
        sender: _Sender | None = LinkSender(chosen, host or HERE, beyond=bool(host)) if chosen is not None else None
        if name == vtube_plugin.ID:
            given_up = Event()
            try:
                sender = yield from on_thread(_plugin(given_up.is_set))
            finally:
                given_up.set()
        if self._turns != turns:  # another was chosen meanwhile
            if sender is not None:
                sender.close()
            return
        self._sender, self.name, self.host = sender, name, host if chosen is not None else ""
        self._begun = time.monotonic()

    def show(self, values: "RigValues", expression: np.ndarray | None, yaw: float, pitch: float) -> None:
        """Send what the head shows: weights (52,), degrees to its left and up. Nothing while it is off, and nothing of
        values of another schema than the link carries: who chooses schemas turns it off then."""
        if self._sender is None:
            return
        angles = np.zeros(len(ANGLES), np.float32)
        angles[:2] = -math.radians(yaw), -math.radians(pitch)
        weights = np.zeros(52, np.float32) if expression is None else np.clip(expression, 0, 1).astype(np.float32)
        try:
            self._sender.send(LinkFrame(weights, angles, values, time=time.monotonic() - self._begun))
        except EngineError:  # see above
            pass

    def close(self) -> None:
        self.name = self.host = ""
        self._turns += 1
        if self._sender is not None:
            self._sender.close()
            self._sender = None


def _plugin(given_up: Callable[[], bool]) -> Job[vtube_plugin.VTubePlugin]:
    """VTube Studio, once its user has allowed it."""
    yield Progress(0, 1, Text("waiting for VTube Studio, which asks its user"))
    path = data_folder() / TOKEN
    token = ""
    if path.exists():
        found = read_limited(path, vtube_plugin.LONGEST_TOKEN + 2).decode("ascii", "replace").strip()
        token = found if vtube_plugin.is_token(found) else ""
    plugin = vtube_plugin.VTubePlugin(token=token, granted=lambda new: write_private(path, new.encode("ascii")),
                                      stopped=given_up)
    try:
        yield Progress(1, 1, Text("sending"))  # where who has given up meanwhile stops it
    except BaseException:
        plugin.close()
        raise
    return plugin
