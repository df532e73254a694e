"""Stand-ins for the networks: a model that paints and a parser that sees an oval, so that a test knows what comes."""

import time
from types import SimpleNamespace
from typing import Any

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.expression.magicface.codec import Say
from engine.networks.device import MemoryShort
from engine.networks.resident import Bytes

LOOKED_SLOWLY, HALVED = Text("memory was short: encoded slowly"), Text("memory was short: halved")


class Model:
    """Paints the canvas redder the more is asked for, and remembers what it was asked."""

    def __init__(self) -> None:
        self.encoded: list[tuple[np.ndarray, np.ndarray]] = []
        self.edits: list[tuple[Any, ...]] = []
        self.closed = 0
        self.spoil = False
        self.short_of_memory = False
        self.no_memory = 0
        """How many edits end for want of memory."""

    def encode_face(self, source: np.ndarray, background: np.ndarray) -> Any:
        self.encoded.append((source, background))
        notes = (LOOKED_SLOWLY,) if self.short_of_memory else ()
        return SimpleNamespace(source=source, cost=Bytes(1000), notes=notes)

    def edit(self, encoded: Any, units: np.ndarray, steps: int, guidance: float, seed: int,
             say: Say) -> Job[np.ndarray]:
        if self.no_memory:
            self.no_memory -= 1
            raise MemoryShort(Text("no memory"))
        if self.short_of_memory:
            say(HALVED)
        self.edits.append((units.copy(), steps, guidance, seed))
        try:
            for step in range(steps):
                time.sleep(0.001)
                yield Progress(step + 1, steps + 1, Text("drawing"))
        except GeneratorExit:
            self.closed += 1
            raise
        picture = encoded.source.astype(np.float32) / 255
        picture[200:330, 200:310] = (0.9, 0.1 + abs(units).sum() / 40, np.nan if self.spoil else 0.1)
        return picture


class OvalParser:
    """Sees a face in the middle of the canvas, unless it is `blind`.

    down: how far below the middle; across, along: the oval's half axes; all in pixels.
    """

    def __init__(self, across: int = 100, along: int = 140, down: int = 0) -> None:
        self.blind = False
        self._down, self._axes = down, (across, along)

    def labels(self, picture: np.ndarray) -> np.ndarray:
        labels = np.zeros(picture.shape[:2], np.uint8)
        if not self.blind:
            cv2.ellipse(labels, (256, 256 + self._down), self._axes, 0, 0, 360, 1, -1)
        return labels
