"""A mapping of colours, asked of somebody who knows it in 8 bits, in floating point."""

from collections.abc import Callable

import numpy as np

NODES = 33
"""Points along an edge of the colour cube that are asked about; between them the mapping is smooth."""


def cube_colours() -> np.ndarray:
    """(33, 33 * 33, 3) uint8: the colours that are asked about."""
    levels = _levels()
    return np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(NODES, -1, 3)


class ColourCube:
    """mapping: from (h, w, 3) uint8 to the same."""

    def __init__(self, mapping: Callable[[np.ndarray], np.ndarray]) -> None:
        self._cube = mapping(cube_colours()).reshape(NODES, NODES, NODES, 3).astype(np.float32) / 255
        # The nodes lie at levels / 255, which for 33 of them are not quite evenly spaced.
        self._levels = _levels().astype(np.float32) / 255

    def __call__(self, colours: np.ndarray) -> np.ndarray:
        """(h, w, 3) float32 0..1, both ways."""
        from scipy.ndimage import map_coordinates

        places = np.interp(colours, self._levels, np.arange(NODES)).transpose(2, 0, 1)
        channels = [map_coordinates(self._cube[..., channel], places, order=1, mode="nearest") for channel in range(3)]
        return np.stack(channels, axis=2).astype(np.float32)


def _levels() -> np.ndarray:
    return np.rint(np.linspace(0, 255, NODES)).astype(np.uint8)
