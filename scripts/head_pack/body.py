"""The skin, the eye sockets, the mouth cavity and the tongue, cut from the body along a smooth surface at the neck."""

import numpy as np

from head_pack.assembly import Assembly
from head_pack.source import Source


def cut_height(points: np.ndarray) -> np.ndarray:
    """Signed height above the cutting surface, > 0 is kept: tilted down to the front, slightly bowl-shaped."""
    return points[:, 1] - (6.13 - 0.24 * (points[:, 2] - 0.1) + 0.12 * points[:, 0] ** 2)


def _islands(source: Source, quads: np.ndarray) -> np.ndarray:
    """Label of the UV island of every quad index given."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    corners = source.quad_uv[quads]
    rows, columns = corners.ravel(), np.roll(corners, -1, axis=1).ravel()
    size = len(source.uv)
    _, label = connected_components(coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(size, size)), False)
    return label[corners[:, 0]]


def _part_of_island(centre: np.ndarray, extent: np.ndarray) -> str:
    """Sockets are small and beside the middle; the cavity is in the middle, narrow, inside; the rest is skin."""
    if abs(centre[0]) > 0.1 and extent[0] < 0.5:
        return "socket"
    if extent[0] < 0.9 and extent[1] < 0.95:
        return "cavity"
    return "skin"


def add_body(assembly: Assembly, source: Source, base: np.ndarray) -> dict[int, int]:
    """Adds the body's head; returns source vertex -> head vertex for the vertices that were kept whole."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    body = np.flatnonzero(source.quad_group == "body")
    height = cut_height(base)
    above = body[(height[source.quads[body]] > 0).any(axis=1)]
    edges = source.quads[above]
    size = len(base)
    rows, columns = edges.ravel(), np.roll(edges, -1, axis=1).ravel()
    _, label = connected_components(coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(size, size)), False)
    top = label[np.argmax(np.where(np.isin(np.arange(size), edges), base[:, 1], -np.inf))]
    kept = above[label[edges[:, 0]] == top]

    island = _islands(source, kept)
    part = np.empty(len(kept), dtype=object)
    for name in np.unique(island):
        points = base[np.unique(source.quads[kept[island == name]])]
        part[island == name] = _part_of_island(points.mean(axis=0), np.ptp(points, axis=0))

    vertex: dict[tuple[int, int], int] = {}
    texel: dict[tuple, int] = {}
    for quad, name in zip(kept, part, strict=True):
        ids, uvs = source.quads[quad], source.quad_uv[quad]
        polygon = _clip(ids, uvs, height)
        corners = [_vertex(assembly, vertex, base, height, a, b) for (a, b), _ in polygon]
        uv_corners = [_texel(assembly, texel, source.uv, height, e, t) for e, t in polygon]
        for k in range(1, len(polygon) - 1):
            assembly.add_triangle(
                name, (corners[0], corners[k], corners[k + 1]), (uv_corners[0], uv_corners[k], uv_corners[k + 1])
            )
    return {key[0]: index for key, index in vertex.items() if key[0] == key[1]}


def _clip(ids: np.ndarray, uvs: np.ndarray, height: np.ndarray) -> list:
    """Sutherland-Hodgman against the cutting surface: corners as ((a, b), (ta, tb)); a == b is a source vertex."""
    out = []
    count = len(ids)
    for k in range(count):
        a, b = int(ids[k]), int(ids[(k + 1) % count])
        ta, tb = int(uvs[k]), int(uvs[(k + 1) % count])
        if height[a] > 0:
            out.append(((a, a), (ta, ta)))
        if (height[a] > 0) != (height[b] > 0):
            out.append(((a, b), (ta, tb)) if a < b else ((b, a), (tb, ta)))
    return out


def _vertex(assembly, known, base, height, a, b) -> int:
    if (a, b) not in known:
        if a == b:
            known[a, b] = assembly.add_vertex(base[a], np.array([a]), np.array([1.0]))
        else:
            t = height[a] / (height[a] - height[b])
            known[a, b] = assembly.add_vertex(
                (1 - t) * base[a] + t * base[b], np.array([a, b]), np.array([1 - t, t])
            )
    return known[a, b]


def _texel(assembly, known, uv, height, edge, texels) -> int:
    key = (edge, texels)
    if key not in known:
        (a, b), (ta, tb) = key
        t = 0.0 if a == b else height[a] / (height[a] - height[b])
        known[key] = assembly.add_uv((1 - t) * uv[ta] + t * uv[tb])
    return known[key]


def add_tongue(assembly: Assembly, source: Source, base: np.ndarray) -> None:
    vertex: dict[int, int] = {}
    texel: dict[int, int] = {}
    for quad in np.flatnonzero(source.quad_group == "helper-tongue"):
        for v in source.quads[quad]:
            if v not in vertex:
                vertex[v] = assembly.add_vertex(base[v], np.array([v]), np.array([1.0]))
        for t in source.quad_uv[quad]:
            if t not in texel:
                texel[t] = assembly.add_uv(source.uv[t])
        corners = [vertex[v] for v in source.quads[quad]]
        uv_corners = [texel[t] for t in source.quad_uv[quad]]
        for k in (1, 2):
            assembly.add_triangle(
                "tongue", (corners[0], corners[k], corners[k + 1]), (uv_corners[0], uv_corners[k], uv_corners[k + 1])
            )
