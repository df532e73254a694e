"""What a puppet's frames are drawn on with OpenGL, and the photo brought to their size."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.opencv import cv2
from engine.photo.large_crop import SquarePixels, shrunk_to

if TYPE_CHECKING:
    import moderngl

_SAMPLES = 4
Window = tuple[int, int, int, int]
"""x0, y0, x1, y1 in pixels."""


class DrawingSurface:
    """What a frame of some size, or a part of one, is drawn on: the underlay, the frame buffers.

    filled_by: whose background the backdrop shows, None for nobody's.
    """

    def __init__(self, context: "moderngl.Context", deep: bool, size: int) -> None:
        self.size, self._type, self._context = size, "f4" if deep else "f1", context
        self._held: list[Any] = []
        self.filled_by: object = None
        self.underlay = self._keep(context.texture((size, size), 4, dtype=self._type))
        self._written = [(0, 0, size, size)]  # a new texture holds anything
        colour = self._keep(context.renderbuffer((size, size), 4, dtype=self._type))
        depth = self._keep(context.depth_renderbuffer((size, size)))
        self.target = self._keep(context.framebuffer([colour], depth))

    @cached_property
    def backdrop(self) -> Any:
        """A texture for what is behind a head that turns; alpha 0 where that is the photo itself."""
        return self._keep(self._context.texture((self.size, self.size), 4, dtype=self._type))

    @cached_property
    def backdrop_target(self) -> Any:
        """What draws into it."""
        return self._keep(self._context.framebuffer([self.backdrop]))

    def clear_underlay(self) -> None:
        """Forget what earlier frames saw through the openings."""
        for x0, y0, w, h in self._written:
            self.underlay.write(np.zeros((h, w, 4), np.uint8 if self._type == "f1" else np.float32),
                                viewport=(x0, y0, w, h))
        self._written.clear()

    def write_underlay(self, x0: int, y0: int, colour: np.ndarray, changed: np.ndarray) -> None:
        h, w = changed.shape
        patch = np.empty((h, w, 4), np.float32)
        patch[..., :3] = np.clip(colour, 0, 1)
        patch[..., 3] = changed
        if self._type == "f1":
            patch = (patch * 255 + 0.5).astype(np.uint8)
        self.underlay.write(np.ascontiguousarray(patch), viewport=(x0, y0, w, h))
        self._written.append((x0, y0, w, h))

    @cached_property
    def multisampled(self) -> Any:
        """A target whose surfaces are anti-aliased where one is in front of another."""
        colour = self._keep(self._context.renderbuffer((self.size, self.size), 4, samples=_SAMPLES, dtype=self._type))
        depth = self._keep(self._context.depth_renderbuffer((self.size, self.size), samples=_SAMPLES))
        return self._keep(self._context.framebuffer([colour], depth))

    def read(self, deep: bool, resolved: bool = False, within: Window | None = None) -> np.ndarray:
        """resolved: a pixel may be drawn in part, and its colour has that share. within: as much as is wanted."""
        x0, y0, x1, y1 = within or (0, 0, self.size, self.size)
        raw = self.target.read((x0, y0, x1 - x0, y1 - y0), components=4, dtype=self._type, alignment=1)
        if not deep:
            whole = np.frombuffer(raw, np.uint8).reshape(y1 - y0, x1 - x0, 4)
            return _straight(whole, 255) if resolved else whole
        image = np.frombuffer(raw, np.float32).reshape(y1 - y0, x1 - x0, 4)
        image = _straight(image, 1.0) if resolved else image
        return (np.clip(image, 0, 1) * 65535 + 0.5).astype(np.uint16)

    def release(self) -> None:
        for thing in reversed(self._held):
            thing.release()

    def _keep(self, thing: Any) -> Any:
        self._held.append(thing)
        return thing


class FrameStage(DrawingSurface):
    """What depends on the frame's size: beside the surface, the photo brought to it."""

    def __init__(self, context: "moderngl.Context", photo: SquarePixels, size: int) -> None:
        super().__init__(context, photo.dtype == np.uint16, size)
        self._shows = photo
        self.photo = self._keep(texture_of(context, scaled(photo, size)))

    def take(self, photo: SquarePixels) -> None:
        """Show another photo of the same depth from now on, in the same texture."""
        if photo is not self._shows:
            self._shows, self.filled_by = photo, None
            self.photo.write(np.ascontiguousarray(_values(scaled(photo, self.size))), alignment=1)


def scaled(photo: SquarePixels, size: int) -> np.ndarray:
    """The photo at a frame's size: itself, or averaged down (or interpolated up)."""
    if size <= photo.shape[0] or not isinstance(photo, np.ndarray):
        return shrunk_to(photo, size)
    return cv2.resize(photo, (size, size), interpolation=cv2.INTER_CUBIC)


def texture_of(context: "moderngl.Context", image: np.ndarray) -> "moderngl.Texture":
    import moderngl

    data, kind = _values(image), "f4" if image.dtype == np.uint16 else "f1"
    h, w, channels = data.shape
    texture = context.texture((w, h), channels, np.ascontiguousarray(data), alignment=1, dtype=kind)
    texture.filter = (moderngl.LINEAR, moderngl.LINEAR)
    texture.repeat_x = texture.repeat_y = False
    return texture


def _straight(image: np.ndarray, whole: float) -> np.ndarray:
    """Colours that have the share of their alpha without it."""
    part = (image[..., 3] > 0) & (image[..., 3] < whole)
    if not part.any():
        return image
    image = image.copy()
    colours = image[part, :3].astype(np.float32) * (whole / image[part, 3:].astype(np.float32))
    image[part, :3] = np.clip(np.rint(colours) if whole > 1 else colours, 0, whole)
    return image


def _values(image: np.ndarray) -> np.ndarray:
    """What a texture holds of an image: bytes as they are, 16 bits as float32 0..1."""
    return (image / np.float32(65535)).astype(np.float32) if image.dtype == np.uint16 else image
