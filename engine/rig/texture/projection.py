"""Where each texel lies in the photo, and how well the photo shows it there."""

from dataclasses import dataclass

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.head.raster import rasterise
from engine.rig.texture.layout import AtlasLayout
from engine.rig.texture.seen import SeenFace

_MAP = 512  # pixels a side of the depth map
_SLACK = 0.02  # dm that a texel may lie behind the depth map and still be seen
_JUMP, _NEAR_JUMP = 0.12, 5  # dm of depth that make an edge, and map pixels beside it that are not trusted
_FACING, _FULL = 0.22, 0.62  # cosine from which on a texel is baked, and from which on in full


@dataclass(frozen=True, eq=False)
class Projection:
    """Pictures over the atlas (layout.SIDE a side).

    at: (S, S, 2) float32 pixels in the face's square. shown: (S, S) float32 0..1, how well the surface is seen there,
    whatever lies on it; 0 outside the photo. normal: (S, S, 3) in head space. turned: (S, S, 3) toward the camera.
    """

    at: np.ndarray
    shown: np.ndarray
    normal: np.ndarray
    turned: np.ndarray


def project(layout: AtlasLayout, head: Head, fit: HeadFit, seen: SeenFace) -> Projection:
    """The fitted head, its residual and the photo's expression in, seen by the fit's camera. About .3 s."""
    from engine.base.opencv import cv2

    places = fit.project(fit.vertices)
    places[:, :2] = (places[:, :2] - seen.origin) * seen.scale
    side = len(seen.root)
    depth, jumps = _depth(head, places, side)
    normals = head.normals(fit.vertices)
    towards = fit.camera.turned(fit.vertices)
    toward = np.array([0, 0, fit.distance]) - towards
    toward /= np.linalg.norm(toward, axis=1, keepdims=True)
    turned = normals @ fit.rotation.T
    field = layout.field(np.concatenate([places, normals, turned, (turned * toward).sum(1, keepdims=True)], axis=1))
    at, away, facing = np.ascontiguousarray(field[..., :2]), field[..., 2], field[..., 9]
    x, y = at[..., 0] * (_MAP / side) - 0.5, at[..., 1] * (_MAP / side) - 0.5
    nearest = cv2.remap(depth, x, y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
    beside = cv2.remap(jumps, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    shown = np.clip((facing - _FACING) / (_FULL - _FACING), 0, 1) ** 1.5 * (1 - beside)
    shown *= np.clip(1 - (away - nearest - _SLACK) / _SLACK, 0, 1)
    shown *= sampled(seen.inside, at, outside=True) * (layout.part == 0)
    return Projection(at, shown.astype(np.float32), field[..., 3:6], field[..., 6:9])


def sampled(picture: np.ndarray, at: np.ndarray, outside: bool = False) -> np.ndarray:
    """A picture of the square (n, n) or (n, n, c) float32 at places (h, w, 2); outside: 0 beyond its edge."""
    from engine.base.opencv import cv2

    border = cv2.BORDER_CONSTANT if outside else cv2.BORDER_REPLICATE
    return cv2.remap(picture, at[..., 0] - np.float32(0.5), at[..., 1] - np.float32(0.5), cv2.INTER_LINEAR,
                     borderMode=border)


def _depth(head: Head, places: np.ndarray, side: int) -> tuple[np.ndarray, np.ndarray]:
    """(_MAP, _MAP) float32 distance of what is nearest, a pixel's reach farther out than it is; and where to keep off
    its edges, 0..1."""
    from engine.base.opencv import cv2

    lashes = [head.parts.index(name) for name in ("lash_upper", "lash_lower")]
    triangles = head.triangles[~np.isin(head.part, lashes)]
    small = places.copy()
    small[:, :2] *= _MAP / side
    face, barycentric = rasterise(small, triangles, (_MAP, _MAP))
    there = face >= 0
    depth = np.full((_MAP, _MAP), 99.0, np.float32)
    depth[there] = (small[triangles[face[there]], 2] * barycentric[there]).sum(1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_NEAR_JUMP, _NEAR_JUMP))
    jump = (cv2.dilate(depth, kernel) - cv2.erode(depth, kernel)) > _JUMP
    edges = cv2.GaussianBlur(jump.astype(np.float32), (0, 0), 1.5)
    return cv2.dilate(depth, np.ones((3, 3), np.uint8)), edges
