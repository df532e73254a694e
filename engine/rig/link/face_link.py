"""The head that is drawn, told to another program as it is drawn: off until somebody turns it on."""

import math
import time
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.rig.link.frame import ANGLES, LinkFrame

if TYPE_CHECKING:
    from engine.rig.link.sender import LinkSender
    from engine.rig.values import RigValues


class FaceLink:
    """Use it on one thread. name: of the link that is on, "" for none; sent: frames that went out since."""

    def __init__(self) -> None:
        self.name = ""
        self._sender: LinkSender | None = None
        self._begun = time.monotonic()

    @property
    def sent(self) -> int:
        return self._sender.sent if self._sender is not None else 0

    def turn(self, name: str) -> None:
        """On, over the link of that name, to this machine; off with "". UsageError for a link that there is not."""
        from engine.rig.link.protocols import protocol
        from engine.rig.link.sender import LinkSender

        chosen = protocol(name) if name else None
        self.close()
        self._sender = LinkSender(chosen) if chosen is not None else None
        self.name = name
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
        self.name = ""
        if self._sender is not None:
            self._sender.close()
            self._sender = None
