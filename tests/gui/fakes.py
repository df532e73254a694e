"""A photo nobody took and an engine that draws flat colours: for tests of the window's own workings."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.controls import Control, ControlTable
from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.photo.face import Box, Face
from engine.photo.picture import Picture, decode_picture
from engine.project.project import EmbeddedPhoto
from engine.render.request import Frame, OpenPhoto, RenderRequest

TABLE = ControlTable([
    Control("AU12L", "Lip corner puller, left", "Mouth", -10, 10, mirror="AU12R", pair="AU12"),
    Control("AU12R", "Lip corner puller, right", "Mouth", -10, 10, mirror="AU12L", pair="AU12"),
    Control("AU26", "Jaw drop", "Mouth", -10, 10),
    Control("wrinkles", "Wrinkles", "Drawing", 0, 1, default=0.5),
])

GRAY = 120
PAINT = (10, 200, 30)
"""Colour of the fake engine's patches."""


def make_face(index: int, x: float, y: float, side: float) -> Face:
    """A face whose landmarks fill a square."""
    landmarks = np.zeros((478, 3), np.float32)
    rng = np.random.default_rng(index)
    landmarks[:, 0] = x + side * rng.random(478)
    landmarks[:, 1] = y + side * rng.random(478)
    landmarks[10, :2] = (x + side / 2, y)
    landmarks[152, :2] = (x + side / 2, y + side)
    box = Box(x, y, x + side, y + side)
    return Face(index, box, landmarks, np.zeros(52, np.float32), np.eye(4, dtype=np.float32), 1.0)


def make_photo(width: int = 400, height: int = 300, faces: int = 2, digest: str = "a" * 64) -> OpenPhoto:
    """A gray photo with square faces in a row."""
    pixels = np.full((height, width, 3), GRAY, np.uint8)
    found = tuple(make_face(index, 40 + index * 160, 80, 100) for index in range(faces))
    return OpenPhoto(Picture(pixels, pixels, None, digest, None, "PNG"), found)


def make_original() -> EmbeddedPhoto:
    return EmbeddedPhoto("gray.png", b"not really a picture")


class NoLatents:
    """A machine without a face generator."""

    def lacking(self) -> EngineError | None:
        return EngineError("the model mobilestylegan is not on this machine",
                           "get it with `facewright models get mobilestylegan`")


class FakeEngine:
    """Draws every look as a flat square; counts what it was asked; can be made slow or to fail."""

    def __init__(self) -> None:
        self.rendered: list[RenderRequest] = []
        self.gate = threading.Event()
        self.gate.set()
        self.started = threading.Event()
        self.error: Exception | None = None
        self.thread = threading.current_thread()
        self.closed = False
        self.latents: Any = NoLatents()

    def render(self, request: RenderRequest) -> Frame:
        self.rendered.append(request)
        self.started.set()
        self.gate.wait(10)
        if self.error is not None:
            raise self.error
        patch = None
        if len(request.look):
            patch = np.zeros((request.size, request.size, 4), np.uint8)
            patch[...] = (*PAINT, 255)
        return Frame(request, patch, Box(40 + request.face * 160, 80, 140 + request.face * 160, 180), 12.3)

    def draw(self, request: RenderRequest) -> Job[Frame]:
        yield Progress(0, 1)
        return self.render(request)

    def open_data(self, data: bytes, name: str, path: Path | None = None) -> Job[OpenPhoto]:
        """A real picture with made-up faces in it."""
        yield Progress(0, 1)
        return OpenPhoto(decode_picture(data, name, path), make_photo().faces)

    def thumbnails(self, photo: str, face: int, looks: Sequence[Look], size: int) -> Job[list[np.ndarray]]:
        yield Progress(0, len(looks))
        return [np.full((size, size, 3), GRAY, np.uint8) for _ in looks]

    def warm(self) -> Job[None]:
        yield Progress(0, 1)

    def device(self) -> str:
        return "a pencil"

    def prepare(self, photo: str, face: int) -> Job[None]:
        yield Progress(0, 1)

    def identity_distance(self, photo: str, face: int, look: Look) -> Job[float]:
        yield Progress(0, 1)
        return 0.1

    def forget(self, photo: str) -> None:
        pass

    def close(self) -> None:
        self.closed = True


def counting(steps: int, pause: float = 0.005, ended: Callable[[], None] = lambda: None) -> Job[int]:
    """A job that counts; `ended` is called however it ends."""
    try:
        for done in range(steps):
            yield Progress(done, steps, f"step {done}")
            time.sleep(pause)
        return steps
    finally:
        ended()
