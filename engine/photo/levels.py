"""A picture at several sizes, so that looking at parts of a large one costs no more than it must."""

import numpy as np

from engine.photo.upright import UprightView

_SMALLEST = 640
"""A level with no side longer than this is not halved again."""


class Levels:
    """A picture (H, W, 3) uint8 with its halvings, made when asked for. Each cut is taken from the smallest that has
    the detail."""

    def __init__(self, pixels: np.ndarray) -> None:
        self._levels = [pixels]

    @property
    def pixels(self) -> np.ndarray:
        """The picture itself."""
        return self._levels[0]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture."""
        return self.pixels.shape[1], self.pixels.shape[0]

    def cut(self, view: UprightView) -> np.ndarray:
        """What a view shows, (size, size, 3)."""
        level, stretch = self._level(view.scale)
        return view.cut(level, stretch)

    def within(self, side: int) -> tuple[np.ndarray, tuple[float, float]]:
        """The picture with no side longer than `side`, and what its coordinates are multiplied by to get the
        picture's. Never enlarged."""
        from engine.base.opencv import cv2

        width, height = self.size
        scale = min(1.0, side / max(width, height))
        level, _ = self._level(scale)
        small = max(1, round(width * scale)), max(1, round(height * scale))
        if small != level.shape[1::-1]:
            level = cv2.resize(level, small, interpolation=cv2.INTER_AREA)
        return level, (width / small[0], height / small[1])

    def _level(self, scale: float) -> tuple[np.ndarray, tuple[float, float]]:
        """The smallest level with at least `scale` of the detail, and its size as a share of the picture's."""
        from engine.base.opencv import cv2

        wanted = 0
        while scale <= 0.5 ** (wanted + 1):
            if wanted + 1 == len(self._levels):
                last = self._levels[-1]
                if max(last.shape[:2]) <= _SMALLEST or min(last.shape[:2]) < 2:
                    break
                half = last.shape[1] // 2, last.shape[0] // 2
                self._levels.append(cv2.resize(last, half, interpolation=cv2.INTER_AREA))
            wanted += 1
        level = self._levels[wanted]
        return level, (level.shape[1] / self.size[0], level.shape[0] / self.size[1])
