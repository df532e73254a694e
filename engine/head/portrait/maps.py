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

    skin = mesh.triangles[mesh.material["skin"]]
    size = (WIDTH // _COARSE, HEIGHT // _COARSE)
    radius = np.hypot(mesh.rest[:, 0], mesh.rest[:, 2])
    flat = np.stack([mesh.texel[:, 0] * size[0], (1 - mesh.texel[:, 1]) * size[1], -radius], 1)
    names = ("lips", "lids", "scalp", "ears", "nose", "face")
    outward = mesh.rest[:, [0, 2]] / np.maximum(radius, 1e-6)[:, None]
    normal = mesh.normals(mesh.facing(mesh.rest))
    upright = (normal[:, [0, 2]] * outward).sum(1, keepdims=True)
    values = np.concatenate([mesh.rest, upright, *(mesh.weights @ head.masks[n][:, None] for n in names)], 1)
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
    x, y, z = (np.ascontiguousarray(field[..., i]) for i in range(3))
    mask = {name: np.ascontiguousarray(field[..., 4 + i]) for i, name in enumerate(names)}
    # Where the cylinder grazes the surface (under the chin, the crown) a pattern would smear: it fades out there.
    upright = _ramp(np.abs(field[..., 3]), 0.15, 0.6)
    noise = _Noise()

    def spot(cx: float, cy: float, sx: float, sy: float) -> np.ndarray:
        """A soft spot on the front of the face, mirrored."""
        return np.exp(-(((np.abs(x) - cx) / sx) ** 2) - ((y - cy) / sy) ** 2) * front

    front = _ramp(z, 0.3, 0.6)
    pores = np.minimum(noise.soft(2.2), 0.6)
    streak = noise.streaks(0.7, 5.0)
    lines = noise.streaks(1.5, 12.0)
    blotch = 0.65 * noise.soft(120) + 0.35 * noise.soft(40)
    fine_flush = noise.soft(9)

    edge = cv2.GaussianBlur(mask["lips"], (0, 0), 3.0)
    lip = _ramp(edge + 0.02 * noise.soft(10), 0.12, 0.80)
    # Cropped hair, faded: single hairs at the hairline, thin above it, closed further in.
    scalp = mask["scalp"] * (1 - mask["ears"])
    near = np.clip(cv2.GaussianBlur(scalp, (0, 0), 12.0) + 0.06 * noise.soft(60) * (scalp > 0), 0, 1)
    far = cv2.resize(cv2.GaussianBlur(cv2.resize(scalp, (WIDTH // 4, HEIGHT // 4), interpolation=cv2.INTER_AREA),
                                      (0, 0), 16.0), (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)
    closed = 0.50 + 0.46 * _ramp(far, 0.45, 0.98)
    hair = closed * _ramp(near + 0.20 * streak * (1 - near), 0.22, 0.85) * _ramp(near, 0.02, 0.12)
    hair = np.clip(hair * (1 + 0.50 * streak * (1 - closed)), 0, 0.96)

    flush = (0.75 * mask["nose"] * spot(0.0, -0.03, 0.15, 0.15) + 0.42 * spot(0.43, -0.04, 0.25, 0.22)
             + 0.25 * spot(0.0, -0.66, 0.2, 0.13) + 0.15 * spot(0.0, 0.62, 0.5, 0.25)
             + 0.30 * mask["lids"] + 0.30 * spot(0.25, 0.20, 0.13, 0.06) - 0.25 * spot(0.0, -0.35, 0.2, 0.10))
    flush = flush * (1 + 0.15 * blotch) + (0.09 * blotch + 0.05 * fine_flush) * upright
    fine = (0.26 * pores + 0.16 * noise.soft(5) + 0.16 * noise.soft(24)) * upright * (1 - 0.7 * lip)
    fine += 0.35 * lines * lip
    fine = 0.22 * fine - _moles(z, mask["face"] * (1 - lip))
    # Shade gathers round the eyes, beside the nose and below the lip.
    fine -= 0.10 * spot(0.27, 0.195, 0.14, 0.045) + 0.07 * spot(0.0, -0.445, 0.12, 0.03)
    solid = hair * hair
    fine = fine * (1 - solid) + 0.26 * streak * solid * (0.35 + 0.65 * upright)

    tone = np.dstack([_signed(flush * 0.6), _byte(lip), _byte(hair), _signed(fine)])
    oil = (0.40 + 0.28 * spot(0.0, 0.75, 0.35, 0.3) + 0.45 * spot(0.0, 0.05, 0.09, 0.28)
           + 0.18 * spot(0.42, 0.1, 0.15, 0.15))
    oil *= (1 + 0.16 * np.clip(pores, -1.5, 1.5) * upright) * (1 - 0.45 * hair)
    oil = oil * (1 - lip) + lip * np.clip(0.55 + 0.05 * lines, 0, 1)
    detail = np.dstack([brow_maps(mesh, WIDTH, HEIGHT), _byte(oil)])
    return SkinMaps(tone, detail, _iris_map())


class _Noise:
    """Random pictures of the maps' size with mean 0 and deviation 1, the same on every run."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(7)

    def soft(self, scale: float) -> np.ndarray:
        """Smooth, features about `scale` texels across."""
        from engine.opencv import cv2

        step = max(scale / 2.0, 1.0)
        grid = self._random.standard_normal((int(HEIGHT / step) + 2, int(WIDTH / step) + 2), np.float32)
        blurred = cv2.GaussianBlur(grid, (0, 0), 1.0)
        blurred = blurred / blurred.std()
        return cv2.resize(blurred, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC) if step > 1 else (
            np.ascontiguousarray(blurred[:HEIGHT, :WIDTH]))

    def streaks(self, across: float, along: float) -> np.ndarray:
        """Upright streaks, blurred by these deviations in texels."""
        from engine.opencv import cv2

        grid = self._random.standard_normal((HEIGHT, WIDTH), np.float32)
        blurred = cv2.GaussianBlur(grid, (0, 0), sigmaX=across, sigmaY=along)
        return blurred / blurred.std()


def _moles(z: np.ndarray, where: np.ndarray) -> np.ndarray:
    """A few faint freckles, darker at the middle."""
    random = np.random.default_rng(13)
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
