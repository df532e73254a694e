"""Where on the skin's texture the parts of the face lie."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.head.portrait.mesh import DrawnMesh
from engine.head.portrait.pattern import ramp
from engine.head.raster import interpolate, rasterise

_MASKS = ("lips", "lids", "scalp", "ears", "nose", "face")


@dataclass(frozen=True, eq=False)
class Regions:
    """Pictures (height, width) float32 over the texture.

    x, y, z: the place on the neutral head, dm.   upright: 0 where the cylinder grazes the surface (under the chin, the
    crown) and a pattern would smear, 1 where it faces it.   front: 1 on the front of the head.
    mask: the head's own masks by name.
    """

    x: np.ndarray
    y: np.ndarray
    z: np.ndarray
    upright: np.ndarray
    front: np.ndarray
    mask: dict[str, np.ndarray]

    def spot(self, x: float, y: float, width: float, height: float) -> np.ndarray:
        """A soft spot on the front of the face, mirrored; dm."""
        return np.exp(-(((np.abs(self.x) - x) / width) ** 2) - ((self.y - y) / height) ** 2) * self.front


def regions(head: Any, mesh: DrawnMesh, size: tuple[int, int]) -> Regions:
    """Draw the head's skin (engine.head.model.Head) flat on a texture of size (width, height)."""
    skin = mesh.triangles[mesh.material["skin"]]
    radius = np.hypot(mesh.rest[:, 0], mesh.rest[:, 2])
    flat = np.stack([mesh.texel[:, 0] * size[0], (1 - mesh.texel[:, 1]) * size[1], -radius], 1)
    outward = mesh.rest[:, [0, 2]] / np.maximum(radius, 1e-6)[:, None]
    normal = mesh.normals(mesh.facing(mesh.rest))
    upright = (normal[:, [0, 2]] * outward).sum(1, keepdims=True)
    values = np.concatenate([mesh.rest, upright, *(mesh.weights @ head.masks[n][:, None] for n in _MASKS)], 1)
    # The seam's twins stand beyond u = 1; a shifted copy closes it on the other side.
    triangles = np.concatenate([skin, skin + len(flat)])
    face, weight = rasterise(np.concatenate([flat, flat - [size[0], 0, 0]]), triangles, size)
    field = _filled(interpolate(np.concatenate([values, values]), triangles, face, weight), face < 0)
    x, y, z, facing, *masks = (np.ascontiguousarray(field[..., i]) for i in range(field.shape[-1]))
    return Regions(x, y, z, ramp(np.abs(facing), 0.15, 0.6), ramp(z, 0.3, 0.6), dict(zip(_MASKS, masks, strict=True)))


def _filled(field: np.ndarray, empty: np.ndarray) -> np.ndarray:
    """The field (h, w, c) with the nearest known value where it is empty: below the neck and at the crown."""
    from engine.base.opencv import cv2

    if not empty.any():
        return field
    _, label = cv2.distanceTransformWithLabels(empty.astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL)
    known = np.flatnonzero(~empty.ravel())
    lookup = np.zeros(label.max() + 1, np.int64)
    lookup[label.ravel()[known]] = known
    return field.reshape(-1, field.shape[-1])[lookup[label]]
