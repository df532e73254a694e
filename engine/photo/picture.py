"""A picture as the program holds it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture, upright.

    pixels:  (H, W, 3) uint8 sRGB: what is shown and measured.
    native:  (H, W, C) uint8 or uint16, C = 1 gray, 3 colour or 4 with straight alpha: what is edited and written,
             in the file's own depth and colour profile.
    profile: the file's ICC profile, or None for sRGB.
    digest:  sha256 of the file, hex: the picture's identity in caches and projects.
    path:    where it was read, or None when it came from memory.
    format:  "PNG", "JPEG", "WEBP", "TIFF" or "BMP".
    """

    pixels: np.ndarray
    native: np.ndarray
    profile: bytes | None
    digest: str
    path: Path | None
    format: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.pixels.shape[1], self.pixels.shape[0]
