"""The mesh that is drawn: the head's own, rounded by subdivision, with what the materials need at every vertex."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.head.portrait.subdivide import subdivide

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

AXIS_Z = 0.0  # dm: the upright axis through the ears about which the skin's texture is wrapped
TEXTURE_BOTTOM, TEXTURE_TOP = -1.3, 1.5  # dm: what the texture's height spans
_LONGEST_EDGE = 0.034  # dm: shorter ones (ears, lips, lids) are fine as they are
_LONGEST_OUTLINE = 0.10  # dm: the crown's large triangles are split twice, for the head's outline
_SOCKET_DEPTH = 0.07  # dm behind the lids' rims
_EYE_FRONT = 100.0  # degrees from the pole of the eye
_ROUNDED = ("skin", "socket", "cavity", "tongue")


@dataclass(frozen=True, eq=False)
class DrawnMesh:
    """R drawn vertices, made of the head's V by one sparse product.

    weights (R, V): drawn = weights @ vertices.   triangles (T, 3) into R, ordered by material.
    material: name -> slice of triangles, one of "skin", "flesh", "eye".
    rest (R, 3): at the neutral head.   texel (R, 2): place in the skin's texture, u may pass 1.
    uv (R, 2): the head's own coordinates, each vertex on one side of every seam.   part (R,): the head's part number of
    each vertex.
    """

    weights: "csr_matrix"
    triangles: np.ndarray
    material: dict[str, slice]
    rest: np.ndarray
    texel: np.ndarray
    uv: np.ndarray
    part: np.ndarray
    _gather: "csr_matrix"
    _twin: np.ndarray

    def facing(self, drawn: np.ndarray) -> np.ndarray:
        """Face normals (T, 3), as long as twice the triangle's area, of drawn vertices (R, 3)."""
        first = drawn[self.triangles[:, 0]]
        a, b = drawn[self.triangles[:, 1]] - first, drawn[self.triangles[:, 2]] - first
        return np.stack([a[:, 1] * b[:, 2] - a[:, 2] * b[:, 1], a[:, 2] * b[:, 0] - a[:, 0] * b[:, 2],
                         a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]], 1)

    def normals(self, facing: np.ndarray) -> np.ndarray:
        """Unit normals (R, 3) from face normals (T, 3), area weighted, smooth across seams."""
        summed = self._gather @ facing
        summed /= np.maximum(np.sqrt((summed * summed).sum(1, keepdims=True)), 1e-12)
        return summed[self._twin]


def drawn_mesh(head: Any) -> DrawnMesh:
    """Build it once per head (engine.head.model.Head); about a quarter of a second."""
    from scipy.sparse import coo_matrix, csr_matrix, identity, vstack

    names = list(head.parts)
    count = len(head.vertices)
    numbers = {name: names.index(name) for name in names}
    rounded = np.isin(head.part, [numbers[name] for name in _ROUNDED])
    lashes = np.isin(head.part, [numbers["lash_upper"], numbers["lash_lower"]])
    kept = ~rounded & ~lashes

    once, once_triangles, source = subdivide(head.triangles[rounded], head.vertices, _LONGEST_EDGE)
    finer, fine_triangles, again = subdivide(once_triangles, once @ head.vertices, _LONGEST_OUTLINE)
    fine, fine_part = finer @ once, head.part[rounded][source[again]]
    # Parts that are not rounded keep their vertices as they are: they follow after the rounded ones.
    plain = vstack([fine, identity(count, np.float32, format="csr")], format="csr")
    triangles = np.concatenate([fine_triangles, head.triangles[kept] + fine.shape[0]])
    part = np.concatenate([fine_part, head.part[kept]])
    uv, uv_triangles = _fine_uv(head, rounded, (once @ head.vertices, once_triangles))
    corners = np.concatenate([uv_triangles, head.uv_triangles[kept] + len(uv)])
    uv = np.concatenate([uv, head.uv])
    seen = _can_be_seen(head, plain @ head.vertices, plain @ _vertex_uv(head, count), triangles, part)
    triangles, part, corners = triangles[seen], part[seen], corners[seen]
    material_of = np.array([0 if n == "skin" else 2 if n.startswith("eye") else 1 for n in names])[part]
    order = np.argsort(material_of, kind="stable")
    triangles, part, material_of, corners = triangles[order], part[order], material_of[order], corners[order]
    ends = np.searchsorted(material_of, [0, 1, 2, 3])
    material = {name: slice(int(ends[i]), int(ends[i + 1])) for i, name in enumerate(("skin", "flesh", "eye"))}

    rest = plain @ head.vertices
    wrapped = wrap(rest)
    # The skin and its neighbours need their own vertices where the texture's seam runs down the back of the head, and
    # all of them where the head's own uv has one.
    u = wrapped[triangles, 0]
    crosses = (u.max(1) - u.min(1) > 0.5) & (material_of == 0)
    moved = crosses[:, None] & (u < 0.5)
    identifier = (triangles.astype(np.int64) + moved * len(rest)) * len(uv) + corners
    used, triangles = np.unique(identifier, return_inverse=True)
    triangles = triangles.reshape(-1, 3).astype(np.int32)
    used, own_uv = used // len(uv), uv[used % len(uv)]
    source = used % len(rest)
    texel = wrapped[source] + np.stack([used >= len(rest), np.zeros(len(used), bool)], 1)

    vertex_part = np.zeros(len(used), np.uint8)
    vertex_part[triangles[::-1].ravel()] = np.repeat(part[::-1], 3)
    twin_of, twin = np.unique(source, return_inverse=True)
    corner = twin[triangles]
    faces = len(triangles)
    gather = csr_matrix(coo_matrix((np.ones(3 * faces, np.float32), (corner.ravel(), np.repeat(np.arange(faces), 3))),
                                   shape=(len(twin_of), faces)))
    return DrawnMesh(csr_matrix(plain[source]), triangles, material, rest[source].astype(np.float32),
                     texel.astype(np.float32), own_uv.astype(np.float32), vertex_part, gather, twin)


def _can_be_seen(head: Any, rest: np.ndarray, uv: np.ndarray, triangles: np.ndarray, part: np.ndarray) -> np.ndarray:
    """False for triangles (T,) that lids and sockets always hide: the depth of the sockets, the eyeballs' backs."""
    from scipy.spatial import cKDTree

    rim = np.intersect1d(head.vertices_of("skin"), head.vertices_of("socket"))
    middle = rest[triangles].mean(1)
    deep = cKDTree(head.vertices[rim]).query(middle)[0] > _SOCKET_DEPTH
    behind = np.linalg.norm(uv[triangles] - 0.5, axis=2).max(1) > 0.5 * _EYE_FRONT / 180
    socket = part == head.parts.index("socket")
    eye = np.isin(part, [head.parts.index("eye_left"), head.parts.index("eye_right")])
    return ~(socket & deep) & ~(eye & behind)


def wrap(points: np.ndarray) -> np.ndarray:
    """Where points (N, 3) of the neutral head lie in the skin's texture (N, 2), 0..1: a cylinder that gives the face
    more room than the back of the head. The seam is at the back."""
    turn = np.arctan2(points[:, 0], points[:, 2] - AXIS_Z) / np.pi
    across = 0.5 + 0.5 * (1.35 * turn - 0.35 * turn * np.abs(turn) ** 2)
    up = (points[:, 1] - TEXTURE_BOTTOM) / (TEXTURE_TOP - TEXTURE_BOTTOM)
    return np.stack([across, up], 1)


def _fine_uv(head: Any, rounded: np.ndarray, once: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """The head's uv (U, 2) where the rounded parts (F,) bool are split, and each triangle's corners in it (G, 3).

    once: places and triangles after the first split. The uv's own triangles are split at the same edges, so they come
    in the same order; a seam stays a crease.
    """
    places = np.zeros((len(head.uv), 3), np.float32)
    places[head.uv_triangles[rounded].ravel()] = head.vertices[head.triangles[rounded].ravel()]
    first, corners, _ = subdivide(head.uv_triangles[rounded], places, _LONGEST_EDGE)
    at = np.zeros((first.shape[0], 3), np.float32)
    at[corners.ravel()] = once[0][once[1].ravel()]
    second, corners, _ = subdivide(corners, at, _LONGEST_OUTLINE)
    return np.asarray(second @ (first @ head.uv)), corners


def _vertex_uv(head: Any, count: int) -> np.ndarray:
    """One of each vertex's texture places: enough for eyeballs and lashes, whose places do not branch in front."""
    uv = np.zeros((count, 2), np.float32)
    uv[head.triangles.ravel()] = head.uv[head.uv_triangles.ravel()]
    return uv
