"""Lays the UV islands of the body parts into one unit square with the face upright, as a painter expects it."""

import numpy as np

from head_pack.assembly import PARTS, Assembly

_BODY = [PARTS.index(name) for name in ("skin", "socket", "cavity")]


def lay_out(assembly: Assembly) -> np.ndarray:
    """Texture coordinates (T, 2) with v up; teeth, gums, eyes and lashes keep a unit square of their own."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    uv = np.array(assembly.uv)
    texels = np.array(assembly.uv_triangles)
    part = np.array(assembly.part)
    positions = np.array(assembly.positions)
    corner_position = positions[np.array(assembly.triangles)]

    tongue = np.unique(texels[part == PARTS.index("tongue")])
    low, high = uv[tongue].min(axis=0), uv[tongue].max(axis=0)
    uv[tongue] = (uv[tongue] - low) / (high - low)

    body = np.isin(part, _BODY)
    rows, columns = texels[body].ravel(), np.roll(texels[body], -1, axis=1).ravel()
    _, label = connected_components(coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(uv),) * 2), False)
    islands = [np.flatnonzero(label == name) for name in np.unique(label[texels[body]])]
    islands.sort(key=lambda ids: (-np.prod(np.ptp(uv[ids], axis=0)).round(6), uv[ids].min()))

    head = islands[0]
    front = np.zeros((len(uv), 3))
    front[texels.ravel()] = corner_position.reshape(-1, 3)
    facing = head[front[head, 2] > np.quantile(front[head, 2], 0.6)]
    slope = np.linalg.lstsq(
        np.c_[front[facing][:, :2], np.ones(len(facing))], uv[facing] - uv[facing].mean(axis=0), rcond=None
    )[0][:2]
    # slope[i, j] = d uv_j / d (x, y)_i; the face is upright where u follows x and v follows y
    swap = abs(slope[0, 1]) > abs(slope[0, 0])
    for ids in islands:
        if swap:
            uv[ids] = uv[ids][:, ::-1]
    signs = np.sign(np.diag(slope[:, ::-1] if swap else slope))
    for ids in islands:
        uv[ids] *= signs
        uv[ids] -= uv[ids].min(axis=0)

    margin = 0.01
    scale = (1 - 2 * margin) / max(np.ptp(uv[head], axis=0))
    uv[head] = uv[head] * scale + margin
    shelf_x, shelf_y, shelf_height = margin, uv[head][:, 1].max() + margin, 0.0
    for ids in islands[1:]:
        size = np.ptp(uv[ids], axis=0) * scale
        if shelf_x + size[0] > 1 - margin:
            shelf_x, shelf_y, shelf_height = margin, shelf_y + shelf_height + margin, 0.0
        uv[ids] = uv[ids] * scale + [shelf_x, shelf_y]
        shelf_x, shelf_height = shelf_x + size[0] + margin, max(shelf_height, size[1])
    if uv[label[texels[body]].size and np.unique(texels[body])].max() > 1:
        raise SystemExit("the UV islands do not fit one square")
    return uv
