"""Eyebrows as hair: some hundred tapered strokes each, in three styles, painted into the skin's texture.

Places are on the neutral head seen from the front, in decimetres, for the subject's left brow; the right is mirrored
with other hairs.
"""

from dataclasses import dataclass

import numpy as np

from engine.head.portrait.mesh import DrawnMesh
from engine.head.raster import interpolate, rasterise

STYLES = ("natural", "full", "fine")
_PIXELS_PER_DM = 400.0
_AREA = (0.0, 0.30, 0.75, 0.80)  # x0, y0, x1, y1 of the front view that brows may use


@dataclass(frozen=True)
class _Style:
    """spine: (x, y) from the nose outward. thickness: dm at the head, the arch and the tail. hairs: per brow."""

    spine: tuple[tuple[float, float], ...]
    thickness: tuple[float, float, float]
    hairs: int
    length: float
    width: float
    strength: float


_LOOKS = (
    _Style(((0.115, 0.478), (0.20, 0.505), (0.30, 0.532), (0.385, 0.545), (0.46, 0.525), (0.525, 0.478)),
           (0.050, 0.052, 0.014), 300, 0.075, 0.0044, 0.95),
    _Style(((0.100, 0.482), (0.20, 0.500), (0.30, 0.518), (0.395, 0.530), (0.475, 0.512), (0.540, 0.465)),
           (0.078, 0.074, 0.022), 520, 0.085, 0.0050, 0.97),
    _Style(((0.130, 0.490), (0.21, 0.518), (0.30, 0.548), (0.385, 0.566), (0.46, 0.540), (0.520, 0.488)),
           (0.028, 0.030, 0.008), 190, 0.055, 0.0038, 0.92),
)


def brow_maps(mesh: DrawnMesh, width: int, height: int) -> np.ndarray:
    """The three styles as coverage (height, width, 3) uint8 in the skin's texture."""
    place = _Places(mesh, width, height)
    random = np.random.default_rng(5)
    return np.dstack([_paint(style, place, random, width, height) for style in _LOOKS])


class _Places:
    """From the front view (dm) to texels."""

    def __init__(self, mesh: DrawnMesh, width: int, height: int) -> None:
        x0, y0, x1, y1 = _AREA
        self.size = int((x1 - x0) * _PIXELS_PER_DM), int((y1 - y0) * _PIXELS_PER_DM)
        skin = mesh.triangles[mesh.material["skin"]]
        flat = np.stack([(mesh.rest[:, 0] - x0) * _PIXELS_PER_DM, (y1 - mesh.rest[:, 1]) * _PIXELS_PER_DM,
                         -mesh.rest[:, 2]], 1)
        face, weight = rasterise(flat, skin, self.size)
        texel = np.stack([mesh.texel[:, 0] * width, (1 - mesh.texel[:, 1]) * height], 1)
        self.map = interpolate(texel, skin, face, weight)
        self.width = width

    def texels(self, points: np.ndarray, mirrored: bool) -> np.ndarray:
        """points (..., 2) dm -> (..., 2) texels, bilinear."""
        x0, _, _, y1 = _AREA
        column = np.clip((points[..., 0] - x0) * _PIXELS_PER_DM - 0.5, 0, self.size[0] - 1.001)
        row = np.clip((y1 - points[..., 1]) * _PIXELS_PER_DM - 0.5, 0, self.size[1] - 1.001)
        i, j = row.astype(int), column.astype(int)
        a, b = (row - i)[..., None], (column - j)[..., None]
        found = ((self.map[i, j] * (1 - b) + self.map[i, j + 1] * b) * (1 - a)
                 + (self.map[i + 1, j] * (1 - b) + self.map[i + 1, j + 1] * b) * a)
        if mirrored:
            found[..., 0] = self.width - found[..., 0]
        return found


def _paint(style: _Style, place: _Places, random: np.random.Generator, width: int, height: int) -> np.ndarray:
    from engine.base.opencv import cv2

    picture = np.zeros((height, width), np.uint8)
    body = np.zeros((height, width), np.uint8)
    spine = np.array(style.spine)
    run = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(spine, axis=0), axis=1))]
    run /= run[-1]
    for mirrored in (False, True):
        # Evenly scattered roots, the lower ones first so that upper hairs lie over them.
        along = (np.arange(style.hairs) + random.uniform(0, 1, style.hairs)) / style.hairs
        along = along**0.92
        across = random.uniform(-1, 1, style.hairs)
        order = np.argsort(across + 0.3 * random.standard_normal(style.hairs))
        along, across = along[order], across[order]
        centre = np.stack([np.interp(along, run, spine[:, i]) for i in (0, 1)], 1)
        ahead = np.stack([np.interp(np.minimum(along + 0.05, 1.05), run, spine[:, i]) for i in (0, 1)], 1) - centre
        ahead += (spine[-1] - spine[-2]) * 1e-3
        slope = np.arctan2(ahead[:, 1], ahead[:, 0])
        thick = np.interp(along, [0, 0.12, 0.62, 1.0], [style.thickness[0] * 0.8, *style.thickness])
        root = centre + np.stack([-np.sin(slope), np.cos(slope)], 1) * (across * thick / 2)[:, None]
        # Hairs at the head stand up, further out they lean outward; upper ones bend down, lower ones up.
        lean = np.interp(along, [0, 0.12, 0.4, 1.0], [1.25, 0.95, 0.42, 0.10]) - 0.30 * across
        lean = lean * np.where(along > 0.45, 1 - 0.5 * (along - 0.45), 1) + 0.10 * random.standard_normal(style.hairs)
        angle = slope + lean
        length = style.length * np.interp(along, [0, 0.2, 0.7, 1], [0.75, 1.0, 0.9, 0.6])
        length = length * random.uniform(0.7, 1.2, style.hairs)
        root -= np.stack([np.cos(angle), np.sin(angle)], 1) * (length * 0.4)[:, None]
        steps = np.linspace(0, 1, 6)
        bend = -0.45 * np.sign(lean) * random.uniform(0.4, 1.0, style.hairs)
        heading = angle[:, None] + bend[:, None] * steps[None]
        pace = (length / 5)[:, None]
        path = np.cumsum(np.stack([np.cos(heading), np.sin(heading)], 2) * pace[..., None], 1) + root[:, None]
        taper = style.width / 2 * np.sqrt(np.clip(1 - steps, 0, 1)) * (0.55 + 0.45 * np.minimum(steps * 4, 1))
        normal = np.stack([-np.sin(heading), np.cos(heading)], 2) * taper[None, :, None]
        outline = np.concatenate([path + normal, (path - normal)[:, ::-1]], 1)
        texels = place.texels(outline, mirrored)
        fade = np.interp(along, [0, 0.10, 0.8, 1], [0.5, 0.9, 1.0, 0.7]) * random.uniform(0.45, 1.0, style.hairs)
        # Faint hairs first: painted over later, they would cut light lines into the strong ones.
        for hair, value in sorted(zip(texels, fade, strict=True), key=lambda pair: pair[1]):
            cv2.fillPoly(picture, [np.rint(hair * 16).astype(np.int32)], int(255 * value), cv2.LINE_AA, 4)
        # A faint shadow of skin and short hair below, so that gaps are not bare.
        for index in range(0, style.hairs, 3):
            cv2.circle(body, tuple(int(c) for c in place.texels(centre[index], mirrored)),
                       max(int(thick[index] * 0.40 * 330), 1), 255, -1)
    shadow = cv2.GaussianBlur(body, (0, 0), 9.0)
    strokes = cv2.GaussianBlur(picture, (0, 0), 0.7).astype(np.float32) / 255
    covered = 1 - (1 - strokes * style.strength) * (1 - shadow.astype(np.float32) / 255 * 0.30)
    return (np.clip(covered, 0, 1) * 255 + 0.5).astype(np.uint8)
