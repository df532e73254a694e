"""Something with a mesh of its own that a head wears: hair, a beard, glasses."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_SEEN = 60  # of alpha's 255


@dataclass(frozen=True, eq=False)
class Piece:
    """A mesh of n corners that follows the head's V vertices, whatever their shape and expression.

    name:      what it is, as files call it.
    weights:   (n, V) sparse float32, in sum 1 a row; offset (n, 3) float32 dm: places = weights @ vertices + offset.
    normals:   (n, 3) float32 unit, of the head at rest; hair does not shine differently when a brow moves.
    uv:        (n, 2) float32, v down; triangles (m, 3) int32, counter-clockwise seen from outside.
    picture:   (h, w, 4) uint8 sRGB with straight alpha, colours filled where nothing shows.
    gloss:     0 matt to 1 polished.
    two_sided: whether its inner side can be seen.
    cut:       whether files may say that a place is either covered or not; else it lets through by degrees.
    """

    name: str
    weights: "csr_matrix"
    offset: np.ndarray
    normals: np.ndarray
    uv: np.ndarray
    triangles: np.ndarray
    picture: np.ndarray
    gloss: float = 0.1
    two_sided: bool = True
    cut: bool = True

    def __post_init__(self) -> None:
        count = len(self.offset)
        if self.picture.dtype != np.uint8 or self.picture.ndim != 3 or self.picture.shape[2] != 4:
            raise UsageError(Text("a head cannot wear a picture of the shape {0}", self.picture.shape))
        if (self.weights.shape[0] != count or self.normals.shape != (count, 3) or self.uv.shape != (count, 2)
                or (len(self.triangles) and not 0 <= self.triangles.min() <= self.triangles.max() < count)):
            raise UsageError(Text("a head cannot wear a mesh that does not hang together"))

    def placed(self, vertices: np.ndarray) -> np.ndarray:
        """(n, 3) float32 dm on a head with these vertices (V, 3)."""
        return np.asarray(self.weights @ np.asarray(vertices, np.float32) + self.offset, np.float32)

    def shown(self, vertices: np.ndarray) -> np.ndarray:
        """(m, 3) the places of those corners where its picture covers something."""
        height, width = self.picture.shape[:2]
        across, down = (self.uv * [width, height]).astype(int).T
        cover = self.picture[down.clip(0, height - 1), across.clip(0, width - 1), 3]
        return self.placed(vertices)[cover > _SEEN]

    @property
    def cost(self) -> int:
        """Bytes held."""
        return (self.picture.nbytes + self.offset.nbytes + self.normals.nbytes + self.uv.nbytes + self.triangles.nbytes
                + self.weights.data.nbytes + self.weights.indices.nbytes)
