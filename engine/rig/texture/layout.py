"""Which place of the head lies under each texel: the same for all photos, at a side that maps of any size
are drawn from.

Places, weights and fills are smooth, so they are worked out at `SIDE` and enlarged; only what is sharp (the photo
itself) is drawn at the texture's own size. Around each island its triangles go on for some texels, so that enlarging
does not mix an island with what lies beside it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.head.model import Head
from engine.head.raster import rasterise

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SIDE = 1024
MARGIN = 6
"""Texels by which islands go on."""

PARTS = ("skin", "socket", "cavity")
"""The parts that share the atlas."""

_MASKS = ("lips", "lids", "face", "ears", "nose", "chin", "neck", "scalp", "brows")
_TWIN = 0.02  # dm: how far from its mirror image a place may lie


@dataclass(frozen=True, eq=False)
class AtlasLayout:
    """Pictures (SIDE, SIDE) over the atlas, first row at v = 1.

    part: index into PARTS, 255 outside the islands and their margin. island: the islands alone, without the margin.
    mirrored: skin whose mirror image in the atlas (u to 1 - u) is the mirror image on the head.
    rest: (SIDE, SIDE, 3) place on the neutral head, dm. mask: the head's masks by name, 0..1, 0 outside.
    """

    part: np.ndarray
    island: np.ndarray
    mirrored: np.ndarray
    rest: np.ndarray
    mask: dict[str, np.ndarray]
    _texels: np.ndarray
    _weights: "csr_matrix"

    @property
    def cost(self) -> int:
        """Bytes held."""
        weights = self._weights
        return sum(one.nbytes for one in (self.part, self.island, self.mirrored, self.rest, *self.mask.values(),
                                          self._texels, weights.data, weights.indices, weights.indptr))

    def field(self, values: np.ndarray) -> np.ndarray:
        """Values (V, c) at the head's vertices as a picture (SIDE, SIDE, c) float32, 0 outside islands and margin."""
        picture = np.zeros((SIDE * SIDE, values.shape[1]), np.float32)
        picture[self._texels] = self._weights @ values.astype(np.float32)
        return picture.reshape(SIDE, SIDE, -1)


def atlas_layout(head: Head) -> AtlasLayout:
    """The layout of a head; half a second."""
    from scipy.sparse import csr_matrix

    from engine.base.opencv import cv2

    rows = np.isin(head.part, [head.parts.index(name) for name in PARTS])
    triangles, corners = head.triangles[rows], head.uv_triangles[rows]
    places = np.concatenate([head.uv * [SIDE, -SIDE] + [0, SIDE], np.zeros((len(head.uv), 1))], axis=1)
    face, _ = rasterise(places, corners, (SIDE, SIDE))
    island = face >= 0
    away, nearest = cv2.distanceTransformWithLabels((~island).astype(np.uint8), cv2.DIST_L2, 5,
                                                    labelType=cv2.DIST_LABEL_PIXEL)
    of_label = np.zeros(nearest.max() + 1, np.int64)
    of_label[nearest[island]] = face[island]
    face = np.where(island, face, of_label[nearest])
    texels = np.flatnonzero(away.ravel() <= MARGIN)
    chosen = face.ravel()[texels]
    barycentric = _barycentric(places[:, :2], corners[chosen], texels)
    count = len(texels)
    weights = csr_matrix((barycentric.ravel().astype(np.float32), triangles[chosen].ravel().astype(np.int32),
                          np.arange(count + 1, dtype=np.int32) * 3), shape=(count, len(head.vertices)))
    parts = np.full(SIDE * SIDE, 255, np.uint8)
    number = np.full(len(head.parts), 255, np.uint8)
    number[[head.parts.index(name) for name in PARTS]] = range(len(PARTS))
    parts[texels] = number[head.part[rows][chosen]]
    part = parts.reshape(SIDE, SIDE)
    blank = AtlasLayout(part, island, island, island, {}, texels, weights)
    rest = blank.field(head.vertices)
    mask = np.clip(blank.field(np.stack([head.masks[name] for name in _MASKS], axis=1)), 0, 1)
    skin = part == 0
    apart = np.linalg.norm(rest - rest[:, ::-1] * [-1, 1, 1], axis=2)
    return AtlasLayout(part, island, skin & skin[:, ::-1] & (apart < _TWIN), rest,
                       {name: np.ascontiguousarray(mask[..., i]) for i, name in enumerate(_MASKS)}, texels, weights)


def _barycentric(places: np.ndarray, corners: np.ndarray, texels: np.ndarray) -> np.ndarray:
    """(n, 3) of texel middles in triangles (n, 3) of places (T, 2); outside a triangle they go on beyond 0..1."""
    a, b, c = (places[corners[:, k]] for k in range(3))
    at = np.stack([texels % SIDE + 0.5, texels // SIDE + 0.5], axis=1)
    across = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    across = np.where(np.abs(across) < 1e-9, 1.0, across)
    second = ((at[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (at[:, 1] - a[:, 1])) / across
    third = ((b[:, 0] - a[:, 0]) * (at[:, 1] - a[:, 1]) - (at[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])) / across
    outside = np.clip(np.stack([1 - second - third, second, third], axis=1), -4.0, 5.0)
    return outside / outside.sum(axis=1, keepdims=True)
