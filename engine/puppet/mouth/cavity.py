"""What lies behind the teeth: cheeks that go into the dark, and a tongue on the jaw."""

from functools import lru_cache

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.patches import step

_TEXELS = 4.0  # to a millimetre, of the tongue as it is drawn
_WIDE, _LONG, _ABOVE = 25.0, 30.0, 3.0  # mm: half its width, what is seen of it at most, around its rim
_WALLS = 0.24  # of the tongue's light that the cheeks have at the front
_DEEP = 12.0  # mm from the lips at which it is dark
_LIP_SHADOW, _SHADOW_DEPTH = 0.45, 4.0  # of the tongue's light; mm below the upper lip
_TONGUE_SHOWS = 3.0, 10.0  # mm between the lips
_CORNERS = 0.55, 1.0  # of half the mouth's width: where light is lost
_THROUGH_SKIN = np.array([0.82, 1.05, 1.08], np.float32)  # powers of what reaches red, green, blue
_CORNER_SHADE = 0.62  # of the light, at the corners


def cavity(x: np.ndarray, y: np.ndarray, top: np.ndarray, bottom: np.ndarray, opening: float, flesh: np.ndarray,
           dark: np.ndarray) -> np.ndarray:
    """(h, w, 3) walls, dark and tongue.

    x, y (h, w): mm to the picture's right of the mouth's middle and below the lower teeth's biting edge, on the jaw;
    top, bottom (h, w): mm to the upper and the lower lip; opening: mm between the lips. flesh, dark (3,): RGB of the
    tongue in this photo's light, and of what gets none.
    """
    deep = step(0, _DEEP, np.minimum(top, bottom))[..., None]
    walls = np.maximum(flesh * np.float32(_WALLS), dark)
    colour = walls + (dark - walls) * deep
    shows = float(step(*_TONGUE_SHOWS, opening))
    if shows <= 0:
        return np.asarray(colour, np.float32)
    # It lies the lower the wider the mouth is open, for it goes with the jaw.
    rim = np.float32(1.0 - 0.42 * opening)
    column, row = ((at * np.float32(_TEXELS) - np.float32(0.5)).astype(np.float32)
                   for at in (x + np.float32(_WIDE), y - rim + np.float32(_ABOVE)))
    drawn = cv2.remap(_tongue(), column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    light = 1 - np.float32(_LIP_SHADOW) * np.exp(-np.maximum(top, 0) / np.float32(_SHADOW_DEPTH))
    lit = (flesh * drawn[..., :1] + flesh.mean() * drawn[..., 1:2]) * light[..., None]
    return np.asarray(colour + (lit - colour) * (drawn[..., 2:] * np.float32(shows)), np.float32)


def corner_light(ends: np.ndarray) -> np.ndarray:
    """0..1 of its light that reaches what lies behind the lips; ends: 0..1 along the mouth."""
    return np.asarray(1 - np.float32(_CORNER_SHADE) * step(*_CORNERS, np.abs(2 * ends - 1)), np.float32)


def in_shade(light: np.ndarray) -> np.ndarray:
    """(h, w, 3) of its light that a colour keeps: what comes through lips and cheeks is red, so that shade takes less
    of that. light (h, w) 0..1."""
    return np.asarray(light[..., None] ** _THROUGH_SKIN)


@lru_cache(maxsize=1)
def _tongue() -> np.ndarray:
    """(h, w, 3) float32: its own light, its gloss, and how surely it is there; its rim `_ABOVE` mm from the top."""
    height, width = (int(length * _TEXELS) for length in (_LONG + _ABOVE, 2 * _WIDE))
    x = ((np.arange(width, dtype=np.float32) + 0.5) / _TEXELS - _WIDE)[None]
    y = ((np.arange(height, dtype=np.float32) + 0.5) / _TEXELS - _ABOVE)[:, None]
    below = y - 0.016 * x ** 2  # its back is round
    bumps = np.random.default_rng(5).normal(size=(height, width)).astype(np.float32)
    coarse, fine = (cv2.GaussianBlur(bumps, (0, 0), sigma * _TEXELS) for sigma in (2.2, 0.3))
    coarse, fine = coarse / coarse.std(), fine / fine.std()
    light = 0.22 + 0.70 * step(-2.0, 11.0, below)
    light = light * (1 - 0.13 * np.exp(-(x / 1.7) ** 2) * step(0.0, 9.0, below))
    light = light * (1 - 0.45 * step(9.0, 21.0, np.abs(x)))
    light = light * (1 + 0.03 * coarse + 0.012 * fine)
    gloss = 0.10 * np.exp(-((np.abs(x) - 7.0) / 4.0) ** 2 - ((below - 6.0) / 3.0) ** 2) * step(-0.5, 2.0, coarse)
    there = step(-3.0, 3.5, below) * (1 - step(17.0, 23.5, np.abs(x)))
    return np.stack([light, gloss, there], -1).astype(np.float32)
