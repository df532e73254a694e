"""The skin's texture maps: masks and fine structure, made once per head; colours are mixed in while drawing."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.head.portrait.brows import brow_maps
from engine.head.portrait.iris import iris_map
from engine.head.portrait.mesh import DrawnMesh
from engine.head.portrait.pattern import Noise, byte, ramp, signed
from engine.head.portrait.regions import Regions, regions

WIDTH, HEIGHT = 2048, 1024
_COARSE = 2  # what is smooth is made at a half of the size


@dataclass(frozen=True, eq=False)
class SkinMaps:
    """Two RGBA uint8 pictures (HEIGHT, WIDTH, 4), first row at the top of the head (texel v = 1), and the iris.

    tone:   red = flush (128 none, more is redder), green = lip, blue = hair of the scalp, alpha = fine lightness
            (128 none), which under hair is the hair's.
    detail: red, green, blue = the three brow styles, alpha = oiliness.
    iris:   see `iris_map`.
    """

    tone: np.ndarray
    detail: np.ndarray
    iris: np.ndarray


def skin_maps(head: Any, mesh: DrawnMesh) -> Generator[None, None, SkinMaps]:
    """Make the maps of a head (engine.head.model.Head) in steps of about a tenth of a second."""
    place = regions(head, mesh, (WIDTH // _COARSE, HEIGHT // _COARSE))
    yield
    noise = Noise(WIDTH, HEIGHT)
    upright = _enlarged(place.upright)
    streak = noise.streaks(0.7, 5.0)
    hair = _hair(place, noise, streak)
    yield
    lip = ramp(_blurred(_enlarged(place.mask["lips"]), 3.0) + 0.02 * noise.soft(10), 0.12, 0.80)
    lines = noise.streaks(1.5, 12.0)
    pores = np.minimum(noise.soft(3.0), 0.6)
    yield
    blotch = 0.65 * noise.soft(120) + 0.35 * noise.soft(40)
    flush = _enlarged(_flush(place)) * (1 + 0.15 * blotch) + (0.09 * blotch + 0.05 * noise.soft(9)) * upright
    yield
    fine = (0.24 * pores + 0.16 * noise.soft(5) + 0.16 * noise.soft(24)) * upright * (1 - 0.7 * lip)
    fine += 0.35 * lines * lip
    fine = 0.22 * fine - _moles(_enlarged(place.mask["face"] * place.front) * (1 - lip))
    # Shade gathers under the eyes and below the lip.
    fine -= _enlarged(0.10 * place.spot(0.27, 0.195, 0.14, 0.045) + 0.07 * place.spot(0.0, -0.445, 0.12, 0.03))
    solid = hair * hair
    fine = fine * (1 - solid) + 0.26 * streak * solid * (0.35 + 0.65 * upright)
    yield
    tone = np.dstack([signed(flush * 0.6), byte(lip), byte(hair), signed(fine)])
    oil = _enlarged(0.40 + 0.28 * place.spot(0.0, 0.75, 0.35, 0.3) + 0.45 * place.spot(0.0, 0.05, 0.09, 0.28)
                    + 0.18 * place.spot(0.42, 0.1, 0.15, 0.15))
    oil *= (1 + 0.16 * np.maximum(pores, -1.5) * upright) * (1 - 0.45 * hair)
    oil = oil * (1 - lip) + lip * np.clip(0.55 + 0.05 * lines, 0, 1)
    yield
    brows = brow_maps(mesh, WIDTH, HEIGHT)
    yield
    return SkinMaps(tone, np.dstack([brows, byte(oil)]), iris_map())


def _flush(place: Regions) -> np.ndarray:
    """Where blood shows: nose, cheeks, chin, lids; less beside the lips."""
    spot = place.spot
    return (0.75 * place.mask["nose"] * spot(0.0, -0.03, 0.15, 0.15) + 0.42 * spot(0.43, -0.04, 0.25, 0.22)
            + 0.25 * spot(0.0, -0.66, 0.2, 0.13) + 0.15 * spot(0.0, 0.62, 0.5, 0.25)
            + 0.30 * place.mask["lids"] + 0.30 * spot(0.25, 0.20, 0.13, 0.06) - 0.25 * spot(0.0, -0.35, 0.2, 0.10))


def _hair(place: Regions, noise: Noise, streak: np.ndarray) -> np.ndarray:
    """Cropped hair, faded: single hairs at the hairline, thin above it, closed further in."""
    scalp = place.mask["scalp"] * (1 - place.mask["ears"])
    near = _enlarged(_blurred(scalp, 12.0 / _COARSE))
    near = np.clip(near + 0.06 * noise.soft(60) * (near > 0.02), 0, 1)
    closed = 0.50 + 0.46 * ramp(_enlarged(_blurred(scalp, 64.0 / _COARSE)), 0.45, 0.98)
    hair = closed * ramp(near + 0.20 * streak * (1 - near), 0.22, 0.85) * ramp(near, 0.02, 0.12)
    return np.clip(hair * (1 + 0.50 * streak * (1 - closed)), 0, 0.96)


def _moles(where: np.ndarray) -> np.ndarray:
    """A few faint freckles, darker at the middle."""
    random = np.random.default_rng(13)
    out = np.zeros((HEIGHT, WIDTH), np.float32)
    candidates = np.flatnonzero(where > 0.9)
    if not len(candidates):
        return out
    for index in random.choice(candidates, 46):
        row, column = divmod(int(index), WIDTH)
        reach = random.uniform(1.2, 2.6)
        half = 9
        rows, columns = slice(max(row - half, 0), row + half), slice(max(column - half, 0), column + half)
        dy, dx = np.mgrid[rows.start - row:min(rows.stop, HEIGHT) - row,
                          columns.start - column:min(columns.stop, WIDTH) - column]
        spot = np.exp(-(dx**2 + dy**2) / (2 * reach**2)) * random.uniform(0.08, 0.30)
        np.maximum(out[rows, columns], spot, out=out[rows, columns])
    return out


def _enlarged(picture: np.ndarray) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.resize(np.asarray(picture, np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)


def _blurred(picture: np.ndarray, deviation: float) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.GaussianBlur(picture, (0, 0), deviation)
