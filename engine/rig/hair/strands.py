"""Strands drawn by code: fine light and dark that runs from the crown outwards, straight, wavy or curled."""

from functools import lru_cache

import numpy as np

from engine.rig.hair.hood import Hood

_ROUND, _ALONG = 1024, 256  # texels of the noise around the head and along a strand


def strands(hood: Hood, side: int, wave: float = 0.0, curl: float = 0.0) -> np.ndarray:
    """(side, side) float32, deviation about 1, over the hood's disc. wave: radians of azimuth by which strands sway;
    curl 0..1: how much of it is coils instead."""
    from engine.base.opencv import cv2

    azimuth, path = _polar(side)
    path = path * np.float32(hood.reach)
    turn = azimuth
    if wave:
        turn = turn + np.float32(wave) * np.sin(path * np.float32(7.0) + np.sin(azimuth * np.float32(9)) * np.float32(
            1.4))
    fine, coils = _noise()
    x = (turn / np.float32(2 * np.pi) + np.float32(0.5)) * np.float32(_ROUND)
    y = path * np.float32(_ALONG / 4.2)
    drawn = cv2.remap(fine, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    if curl:
        middle = (np.arange(side, dtype=np.float32) + 0.5) * np.float32(512 / side)
        u, v = np.meshgrid(middle, middle)
        drawn = drawn * np.float32(1 - curl) + cv2.remap(coils, u, v, cv2.INTER_LINEAR,
                                                         borderMode=cv2.BORDER_WRAP) * np.float32(curl)
    return drawn


def over_hood(hood: Hood, strip: np.ndarray, side: int, flat: bool) -> np.ndarray:
    """A strip (h, w, c) laid over the hood's disc (side, side, c): its columns around the head, its rows from the crown
    down as far as the hood goes; flat: as it is, from the middle out, for what has no direction."""
    from engine.base.opencv import cv2

    azimuth, path = _polar(side)
    height, width = strip.shape[:2]
    if flat:
        middle = (np.arange(side, dtype=np.float32) + 0.5) * np.float32(2 * height * 0.515 / side)
        x, y = np.meshgrid(middle, middle)
        return cv2.remap(strip, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    x = (azimuth / np.float32(2 * np.pi) + np.float32(0.5)) * np.float32(width)
    return cv2.remap(strip, x, path * np.float32(height), cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)


@lru_cache(maxsize=4)
def _polar(side: int) -> tuple[np.ndarray, np.ndarray]:
    middle = (np.arange(side, dtype=np.float32) + 0.5) / np.float32(side) - np.float32(0.5)
    x, y = np.meshgrid(middle, middle)
    return np.arctan2(x, y), np.hypot(x, y) / np.float32(0.485)


@lru_cache(maxsize=1)
def _noise() -> tuple[np.ndarray, np.ndarray]:
    """Long strands (_ALONG, _ROUND), and coils (512, 512), both without a seam, deviation 1."""
    random = np.random.Generator(np.random.SFC64(31))
    raw = random.standard_normal((_ALONG, _ROUND), np.float32)
    layers = []
    for across, along, share in ((0.6, 12.0, 1.0), (1.4, 18.0, 0.8), (4.0, 26.0, 0.4)):
        layer = _blurred(raw, across, along)
        layers.append(share * layer / layer.std())
        raw = np.roll(raw, 97, axis=1)
    fine = np.sum(layers, axis=0)
    raw = random.standard_normal((512, 512), np.float32)
    coils = np.zeros((512, 512), np.float32)
    for width in (2.0, 3.5, 6.0):
        phase = _blurred(raw, 4 * width, 4 * width)
        coils += np.sin(phase / phase.std() * np.float32(5.0))
        raw = np.roll(raw, (31, 77), axis=(0, 1))
    grain = _blurred(raw, 0.8, 0.8)
    coils = coils / coils.std() + np.float32(0.5) * grain / grain.std()
    return (fine / fine.std()).astype(np.float32), (coils / coils.std()).astype(np.float32)


def _blurred(picture: np.ndarray, across: float, along: float) -> np.ndarray:
    from engine.base.opencv import cv2

    pad = int(4 * max(across, along))
    wide = np.pad(picture, pad, mode="wrap")
    return cv2.GaussianBlur(wide, (0, 0), sigmaX=across, sigmaY=along)[pad:-pad, pad:-pad]
