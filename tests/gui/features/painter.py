"""An engine whose colours tell what is set: so pixels in the window say which control moved, and how far."""

import threading
from collections.abc import Mapping, Sequence

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.render.pictures import FinishedPicture
from engine.render.request import Frame, Rendering, RenderRequest
from engine.rig.values import RigValues
from tests.gui.fakes import GRAY, FakeEngine

SHOWN = ("AU26", "AU12L", "AU12R")
"""Each of these is a channel of a face's colour."""


def colour_of(look: Look) -> tuple[int, int, int]:
    """The colour of a face in a look: a neutral one is that of the photo."""
    red, green, blue = (GRAY + round(10 * look.get(name, 0.0)) for name in SHOWN)
    return red, green, blue


def head_colour(values: RigValues) -> tuple[int, int, int]:
    """The colour of a rig's head: its first three values."""
    red, green, blue = (round(200 * float(value)) for value in values.values[:3])
    return red, green, blue


class Painter(FakeEngine):
    """Every picture it draws is flat, in the colour of what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = 0.1
        self.finishing, self.hold_finish = threading.Event(), threading.Event()
        self.hold_finish.set()

    def render(self, request: RenderRequest) -> Frame:
        frame = super().render(request)
        patch = None
        if len(request.look):
            patch = np.full((request.size, request.size, 4), (*colour_of(request.look), 255), np.uint8)
        return Frame(request, patch, frame.box, frame.milliseconds)

    def finish(self, photo: str, looks: Mapping[int, Look], rendering: Rendering) -> Job[FinishedPicture]:
        self.finishing.set()
        while not self.hold_finish.wait(0.001):
            yield Progress(0, 1)
        yield Progress(0, 1)
        pixels = np.full((300, 400, 3), GRAY, np.uint8)
        for face, look in looks.items():
            pixels[80:180, 40 + 160 * face : 140 + 160 * face] = colour_of(look)
        return FinishedPicture(pixels)

    def thumbnails(self, photo: str, face: int, looks: Sequence[Look], size: int) -> Job[list[np.ndarray]]:
        drawn = []
        for number, look in enumerate(looks):
            drawn.append(np.full((size, size, 3), colour_of(look), np.uint8))
            yield Progress(number + 1, len(looks), "", drawn[-1])
        return drawn

    def draw_head(self, values: RigValues, look: Look | None, photo: str | None, face: int, yaw: float, pitch: float,
                  zoom: float, size: int) -> Job[np.ndarray]:
        yield Progress(0, 1)
        return np.full((size, size, 4), (*head_colour(values), 255), np.uint8)

    def identity_distance(self, photo: str, face: int, look: Look) -> Job[float]:
        yield Progress(0, 1)
        return self.distance
