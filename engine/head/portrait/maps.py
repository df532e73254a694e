"""The skin's and the iris' texture maps: masks and fine structure, made once per head; colours are mixed in while
drawing. All patterns are placed on the neutral head, in decimetres, and drawn from fixed random numbers.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.head.portrait.brows import brow_maps
from engine.head.portrait.mesh import DrawnMesh
from engine.head.raster import interpolate, rasterise

WIDTH, HEIGHT = 2048, 1024
IRIS_SIDE = 256
IRIS_REACH = 0.75  # radians from the pole of the eye to the iris map's edge
_COARSE = 2  # positions are interpolated at a half of the size: they are smooth


@dataclass(frozen=True, eq=False)
class SkinMaps:
    """Two RGBA uint8 pictures (HEIGHT, WIDTH, 4), first row at the top of the head (texel v = 1), and the iris.

    tone:   red = flush (128 none, more is redder), green = lip, blue = hair of the scalp, alpha = fine lightness
            (128 none).
    detail: red, green, blue = the three brow styles, alpha = oiliness.
    iris:   (IRIS_SIDE, IRIS_SIDE, 4): red = fibres, green = iris, blue = pupil, alpha = veins; the pole at the middle.
    """

    tone: np.ndarray
    detail: np.ndarray
    iris: np.ndarray


def skin_maps(head: Any, mesh: DrawnMesh) -> SkinMaps:
    """Make the maps of a head (engine.head.model.Head); about half a second."""
    from engine.opencv import cv2

    random = np.random.default_rng(7)
    skin = mesh.triangles[mesh.material["skin"]]
    size = (WIDTH // _COARSE, HEIGHT // _COARSE)
    radius = np.hypot(mesh.rest[:, 0], mesh.rest[:, 2])
    flat = np.stack([mesh.texel[:, 0] * size[0], (1 - mesh.texel[:, 1]) * size[1], -radius], 1)
    names = ("lips", "lids", "scalp", "ears", "nose", "face")
    values = np.concatenate([mesh.rest, *(mesh.weights @ head.masks[n][:, None] for n in names)], 1)
    # The seam's twins stand beyond u = 1; shifted copies close it on both sides.
    shifted = flat - [size[0], 0, 0]
    face, weight = rasterise(np.concatenate([flat, shifted]), np.concatenate([skin, skin + len(flat)]), size)
    field = interpolate(np.concatenate([values, values]), np.concatenate([skin, skin + len(flat)]), face, weight)
    empty = (face < 0).astype(np.uint8)
    if empty.any():
        # Below the neck and at the crown: the nearest skin.
        _, label = cv2.distanceTransformWithLabels(empty, cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL)
        lookup = np.zeros(label.max() + 1, np.int64)
        filled = np.flatnonzero(empty.ravel() == 0)
        lookup[label.ravel()[filled]] = filled
        field = field.reshape(-1, field.shape[-1])[lookup[label]]
    field = np.dstack([cv2.resize(np.ascontiguousarray(field[..., i]), (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)
                       for i in range(field.shape[-1])])
    x, y, z = (field[..., i] for i in range(3))
    mask = dict(zip(names, (field[..., 3 + i] for i in range(len(names))), strict=True))

    def noise(scale: float) -> np.ndarray:
        """Smooth random values of unit spread, features about `scale` texels across."""
        step = max(scale / 2.0, 1.0)
        grid = random.standard_normal((int(HEIGHT / step) + 2, int(WIDTH / step) + 2)).astype(np.float32)
        blurred = cv2.GaussianBlur(grid, (0, 0), 1.0, borderType=cv2.BORDER_WRAP if step < 1 else cv2.BORDER_REFLECT)
        whole = cv2.resize(blurred, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
        return whole / (whole.std() + 1e-6)

    def spot(cx: float, cy: float, sx: float, sy: float) -> np.ndarray:
        """A soft spot on the front of the face, mirrored."""
        return np.exp(-(((np.abs(x) - cx) / sx) ** 2) - ((y - cy) / sy) ** 2) * _ramp(z, 0.3, 0.6)

    blotch = 0.6 * noise(90) + 0.4 * noise(34)
    flush = (0.95 * mask["nose"] * spot(0.0, -0.03, 0.16, 0.16) + 0.75 * spot(0.43, -0.02, 0.22, 0.20)
             + 0.35 * spot(0.0, -0.66, 0.2, 0.13) + 0.25 * spot(0.0, 0.62, 0.5, 0.25)
             + 0.55 * mask["lids"] + 0.35 * spot(0.24, 0.20, 0.12, 0.06) - 0.30 * spot(0.0, -0.35, 0.2, 0.10))
    flush = flush * (1 + 0.25 * blotch) + 0.13 * blotch + 0.10 * noise(12)
    tone = np.empty((HEIGHT, WIDTH, 4), np.uint8)
    tone[..., 0] = _signed(flush * 0.6)

    edge = 0.05 * noise(10)
    lip = _ramp(mask["lips"] + edge, 0.18, 0.82)
    tone[..., 1] = _byte(lip)

    # Hair of the scalp: streaks of blurred noise, fewer and shorter toward the hairline.
    density = _ramp(mask["scalp"] + 0.10 * noise(40) * (mask["scalp"] > 0) * (mask["scalp"] < 0.999), 0.02, 0.95)
    streak = random.standard_normal((HEIGHT, WIDTH)).astype(np.float32)
    streak = cv2.GaussianBlur(streak, (0, 0), sigmaX=0.8, sigmaY=4.5)
    streak /= streak.std()
    hair = density**1.3 * np.clip(0.80 + 0.30 * streak, 0, 1)
    tone[..., 2] = _byte(hair)

    pores = noise(2.2)
    pores = np.minimum(pores, 0.6)
    lines = cv2.GaussianBlur(random.standard_normal((HEIGHT, WIDTH)).astype(np.float32), (0, 0), sigmaX=1.3, sigmaY=14)
    lines /= lines.std()
    fine = (0.30 * pores + 0.25 * noise(5) + 0.35 * noise(22)) * (1 - 0.7 * lip) + 0.9 * lines * lip
    moles = _moles(random, x, y, z, mask["face"] * (1 - lip))
    tone[..., 3] = _signed(0.22 * fine - moles)

    detail = np.empty((HEIGHT, WIDTH, 4), np.uint8)
    detail[..., :3] = brow_maps(mesh, WIDTH, HEIGHT)
    oil = 0.42 + 0.30 * spot(0.0, 0.75, 0.35, 0.3) + 0.40 * spot(0.0, 0.05, 0.10, 0.30) + 0.15 * spot(0.42, 0.1, 0.15, 0.15)
    oil = oil * (1 + 0.18 * np.clip(pores, -1.5, 1.5)) * (1 - 0.75 * density)
    detail[..., 3] = _byte(oil * (1 - lip) + lip * np.clip(0.72 + 0.14 * lines, 0, 1))
    return SkinMaps(tone, detail, _iris_map())


def _moles(random: np.random.Generator, x: np.ndarray, y: np.ndarray, z: np.ndarray, where: np.ndarray) -> np.ndarray:
    """A few faint freckles, darker at the middle."""
    out = np.zeros((HEIGHT, WIDTH), np.float32)
    candidates = np.flatnonzero((where > 0.9) & (z > 0.4))
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


def _iris_map() -> np.ndarray:
    """The front of an eyeball in equidistant polar coordinates about its pole."""
    from engine.opencv import cv2

    random = np.random.default_rng(11)
    limbus = 0.3906  # radians: a 6.05 mm iris on a 15.9 mm eye
    y, x = (np.mgrid[:IRIS_SIDE, :IRIS_SIDE] + 0.5) / IRIS_SIDE * 2 - 1
    angle = np.hypot(x, y) * IRIS_REACH
    turn = np.arctan2(y, x)
    out_to = angle / limbus

    def ring(count: int, reach: float) -> np.ndarray:
        """Random along the turn, correlated outward: fibres."""
        grid = random.standard_normal((24, count)).astype(np.float32)
        grid = cv2.GaussianBlur(np.hstack([grid, grid, grid]), (0, 0), sigmaX=0.7, sigmaY=reach)[:, count:2 * count]
        column = (turn / (2 * np.pi) + 0.5) * count
        row = np.clip(out_to, 0, 1.1) * 20
        wrapped = np.hstack([grid, grid[:, :2]])
        found = cv2.remap(wrapped, column.astype(np.float32), row.astype(np.float32), cv2.INTER_LINEAR,
                          borderMode=cv2.BORDER_REPLICATE)
        return found / grid.std()

    fibres = 0.50 + 0.12 * ring(120, 5.0) + 0.10 * ring(48, 3.0)
    fibres += 0.16 * np.exp(-((out_to - 0.52) / 0.10) ** 2)  # the collarette
    fibres *= 1.0 - 0.55 * _ramp(out_to, 0.74, 1.0)  # the limbal ring
    iris = 1.0 - _ramp(out_to, 0.93, 1.06)
    pupil = 1.0 - _ramp(out_to, 0.355, 0.405)
    veins = np.abs(cv2.GaussianBlur(random.standard_normal(angle.shape).astype(np.float32), (0, 0), 4.0))
    veins = np.exp(-((veins / (veins.mean() * 0.16)) ** 2)) * _ramp(out_to, 1.25, 1.9) * 0.5
    return np.dstack([_byte(fibres), _byte(iris), _byte(pupil), _byte(veins)])


def _ramp(values: np.ndarray, low: float, high: float) -> np.ndarray:
    t = np.clip((values - low) / (high - low), 0.0, 1.0)
    return t * t * (3 - 2 * t)


def _byte(values: np.ndarray) -> np.ndarray:
    return (np.clip(values, 0.0, 1.0) * 255 + 0.5).astype(np.uint8)


def _signed(values: np.ndarray) -> np.ndarray:
    """-1..1 about 128."""
    return (np.clip(values, -1.0, 1.0) * 127 + 128.5).astype(np.uint8)
