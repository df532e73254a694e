"""The photo's side of a key's colours: what is skin, what is lips, and by how much a drawn picture misses them."""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.photo.large_crop import SquarePixels, shrunk_to
from engine.puppet.facemap import BROW, OUTER_LIPS, OVAL
from engine.puppet.keys.correspondence import Laid, Sitter
from engine.puppet.patches import as_unit, luminance, polygon_mask, step
from engine.puppet.rims import curve

SIDE = 512
"""Side of the maps in the photo's own geometry."""

_GAIN_BLUR = 0.045  # face heights
_GAIN, _LIP_GAIN = (0.5, 2.0), (0.6, 1.6)
_SHADE = 0.62  # of the skin's median brightness: what is darker may be hair


@dataclass(frozen=True, eq=False)
class Ground:
    """Everything about the photo alone, in its own geometry at `SIDE` pixels.

    photo (SIDE, SIDE, 3) 0..1; face, barycentric: which triangle of the mesh is where; lips (SIDE, SIDE) 0..1; skin:
    what is as light as skin, neither lips, eyes nor brows; bare: the same however dark; inner: far from the outline;
    down (SIDE, SIDE): face heights below the line between the eyes; unit: pixels to a face height.
    """

    of: Sitter
    photo: np.ndarray
    face: np.ndarray
    barycentric: np.ndarray
    skin: np.ndarray
    bare: np.ndarray
    inner: np.ndarray
    lips: np.ndarray
    down: np.ndarray
    unit: float


def ground(of: Sitter, photo: SquarePixels) -> Ground:
    """photo (side, side, 3) uint8 or uint16: the crop."""
    from engine.head.raster import rasterise

    small = as_unit(shrunk_to(photo, SIDE))
    mesh = of.mesh
    unit = mesh.axes.height * SIDE
    points = np.column_stack([mesh.points * SIDE, np.where(mesh.edge < 0, 1.0, 0.0)])
    face, barycentric = rasterise(points, mesh.triangles, (SIDE, SIDE))
    marks = of.landmarks * SIDE
    lips = lips_mask(marks, (SIDE, SIDE))
    inside = np.zeros((SIDE, SIDE), np.float32)
    for one in of.openings.values():
        inside = np.maximum(inside, polygon_mask((SIDE, SIDE), one.outline * SIDE))
    features = np.maximum(lips, inside)
    for brow in BROW.values():
        features = np.maximum(features, polygon_mask((SIDE, SIDE), marks[list(brow)]))
    clear = cv2.distanceTransform((features < 0.1).astype(np.uint8), cv2.DIST_L2, 5) / unit
    within = cv2.distanceTransform((polygon_mask((SIDE, SIDE), marks[list(OVAL)]) > 0.5).astype(np.uint8),
                                   cv2.DIST_L2, 5) / unit
    bare = (step(0.004, 0.014, clear) * step(0.01, 0.05, within)).astype(np.float32)
    ys, xs = np.mgrid[:SIDE, :SIDE] + 0.5
    middle = (marks[33] + marks[263]) / 2
    down = ((np.stack([xs, ys], -1) - middle) @ mesh.axes.down / unit).astype(np.float32)
    skin = bare * not_hair(small, bare, unit)
    return Ground(of, small, face, barycentric, skin, bare, step(0.06, 0.13, within), lips * (1 - inside), down, unit)


def pulled(laid: Laid, on: Ground) -> np.ndarray:
    """(SIDE, SIDE, 3) 0..1: a laid picture brought into the photo's geometry."""
    from engine.head.raster import interpolate

    at = interpolate(laid.at, on.of.mesh.triangles, on.face, on.barycentric) * np.float32(laid.picture.shape[0])
    source = laid.picture
    scale = source.shape[0] / SIDE
    if scale > 1.2:
        source = cv2.GaussianBlur(source, (0, 0), 0.45 * scale)
    return as_unit(cv2.remap(source, at[..., 0] - 0.5, at[..., 1] - 0.5, cv2.INTER_LINEAR,
                             borderMode=cv2.BORDER_REPLICATE))


def lips_mask(marks: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """(h, w) 1 within the lips' outer line. marks (478, 2) in pixels."""
    ring = marks[[*OUTER_LIPS, OUTER_LIPS[0]]]
    outline = np.concatenate([curve(part, np.linspace(0, 1, 40)) for part in (ring[:11], ring[10:])])
    return polygon_mask(shape, outline)


def not_hair(picture: np.ndarray, skin: np.ndarray, unit: float) -> np.ndarray:
    """(h, w) 0..1: as bright as this person's skin. picture (h, w, 3) 0..1."""
    light = cv2.GaussianBlur(luminance(picture), (0, 0), max(0.008 * unit, 0.5))
    known = skin > 0.5
    typical = float(np.median(light[known])) if known.any() else 0.5
    bright = (light > _SHADE * typical).astype(np.float32)
    size = 2 * max(1, round(0.008 * unit)) + 1
    return cv2.GaussianBlur(cv2.erode(bright, np.ones((size, size))), (0, 0), max(0.012 * unit, 0.5))


def colour_gains(reference: np.ndarray, on: Ground) -> tuple[np.ndarray, np.ndarray]:
    """By how much the photo's skin differs from a reference's, (SIDE, SIDE, 3), and its lips (3,).

    reference (SIDE, SIDE, 3) 0..1, in the photo's geometry. Lips, eyes and brows tell nothing about skin.
    """
    weight = on.skin[..., None]
    blur = max(_GAIN_BLUR * on.unit, 1.0)

    def spread(picture: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(picture * weight, (0, 0), blur)

    known = np.clip(cv2.GaussianBlur(on.skin, (0, 0), blur) / 0.15, 0, 1)[..., None]
    overall = (on.photo * weight).sum((0, 1)) / np.maximum((reference * weight).sum((0, 1)), 1e-3)
    gain = (spread(on.photo) + 1e-3) / (spread(reference) + 1e-3)
    skin = np.clip(overall + (gain - overall) * known, *_GAIN)
    of_lips = on.lips[..., None]
    lips = (on.photo * of_lips).sum((0, 1)) / np.maximum((reference * of_lips).sum((0, 1)), 1e-3)
    return skin.astype(np.float32), np.clip(lips, *_LIP_GAIN).astype(np.float32)
