"""What every ARKit shape does to the mesh: the fitted head's targets, seen from the camera and carried to the photo.

The head is coarse and its lids and lips are not quite this person's. So the openings' rims take their movement
from the landmarks, which are known to lie on them, the face takes it from the head below each point, and a thin plate
makes one smooth movement of both that fades out around the head.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.puppet.elastic import Plate
from engine.puppet.facemap import APERTURES
from engine.puppet.rims import curve, rim_parameters
from engine.puppet.warp_mesh import WarpMesh

if TYPE_CHECKING:
    from engine.head.fit import HeadFit
    from engine.head.model import Head

_RASTER = 384
_EXACT = 1e4
_HEAD_SMOOTH = 0.02  # face heights: below this the head shows its facets
_DEPTH_SMOOTH = 0.06


@dataclass(frozen=True, eq=False)
class HeadBasis:
    """The head under the mesh, for its points without skirts.

    depth:    (count,) crop sides, away from the camera, 0 at the nose root.
    movement: (52, count, 3) crop sides per unit of ARKit weight; x right, y down, z away.
    """

    depth: np.ndarray
    movement: np.ndarray


def head_basis(mesh: WarpMesh, plate: Plate, head: "Head", fit: "HeadFit", side: float) -> HeadBasis:
    """fit is in pixels of the crop, whose side they are."""
    count = plate.count
    corner, weight, known = under(mesh, plate, head, fit, side)
    used, inverse = np.unique(np.concatenate([corner.ravel(), head.triangles[head.landmark_triangle].ravel()]),
                              return_inverse=True)
    rest = seen(fit, fit.vertices[used], side)
    moved = np.stack([seen(fit, fit.vertices[used] + target[used], side) for target in head.expression_basis]) - rest
    at_points = inverse[:corner.size].reshape(corner.shape)
    at_landmarks = inverse[corner.size:].reshape(-1, 3)
    of_landmarks = np.einsum("lk,elkc->elc", head.landmark_barycentric, moved[:, at_landmarks])

    targets = np.zeros((count, moved.shape[0] * 3 + 1))
    targets[known, :-1] = np.einsum("pk,epkc->pec", weight, moved[:, at_points]).reshape(len(known), -1)
    targets[known, -1] = (weight * rest[at_points, 2]).sum(1)
    inside = mesh.face[:count]
    springs = np.full(count, 1e-4)
    springs[known] = np.clip(inside[known] / 0.03, 0.05, 1)
    near_rim = mesh.first_ring[:count]
    springs[near_rim] = 1e-4
    far = np.clip((-inside - 0.10) / 0.25, 0, 1) ** 2
    springs = springs + far
    for name, (upper, lower) in mesh.rims.items():
        rim = APERTURES[name]
        for numbers, landmarks in ((upper, rim.upper), (lower, rim.lower)):
            path = np.concatenate([_plan_points(fit, head, landmarks, side),
                                   of_landmarks[:, list(landmarks)].transpose(1, 0, 2).reshape(len(landmarks), -1)], 1)
            targets[numbers, :-1] = curve(path, rim_parameters(name))[:, 2:]
            springs[numbers] = 100.0
    edge = ((mesh.points[:count] < 1e-6) | (mesh.points[:count] > 1 - 1e-6)).any(1)
    springs[edge] = _EXACT
    targets[edge] = 0
    solved = plate.factor(springs, _HEAD_SMOOTH)(targets[:, :-1])
    movement = solved.reshape(count, -1, 3).transpose(1, 0, 2)
    return HeadBasis(_depth(mesh, plate, known, targets[known, -1]), np.ascontiguousarray(movement, np.float32))


def under(mesh: WarpMesh, plate: Plate, head: "Head", fit: "HeadFit",
           side: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The corners (n, 3) on the head and weights (n, 3) under the mesh's points `known` (n,), those over seen skin."""
    from engine.head.raster import rasterise

    skin = head.triangles_of("skin")
    points_of = seen(fit, fit.vertices, side)
    a, b, c = points_of[skin].transpose(1, 0, 2)
    # Counter-clockwise seen from outside, and rows run down: a triangle facing the camera turns the other way here.
    facing = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0]) < 0
    skin = skin[facing]
    face, weights = rasterise(points_of * (_RASTER, _RASTER, 1), skin, (_RASTER, _RASTER))
    points = mesh.points[:plate.count]
    column, row = np.clip((points * _RASTER).astype(int), 0, _RASTER - 1).T
    known = np.flatnonzero((face[row, column] >= 0) & (mesh.face[:plate.count] > -0.02))
    hit = face[row[known], column[known]]
    return skin[hit], weights[row[known], column[known]], known


def seen(fit: "HeadFit", vertices: np.ndarray, side: float) -> np.ndarray:
    """(N, 3) in crop sides: x, y, depth away from the camera."""
    points = np.asarray(fit.project(vertices), np.float64)
    points[:, 2] *= fit.scale  # dm to pixels
    return points / side


def _plan_points(fit: "HeadFit", head: "Head", landmarks: tuple[int, ...], side: float) -> np.ndarray:
    """(n, 2) where the fitted head has its landmarks: the parameter of a rim's curve."""
    corner = fit.vertices[head.triangles[head.landmark_triangle[list(landmarks)]]]
    points = (corner * head.landmark_barycentric[list(landmarks)][..., None]).sum(1)
    return seen(fit, points, side)[:, :2]


def _depth(mesh: WarpMesh, plate: Plate, known: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """A depth for every point, smooth across the silhouette so that a head turn is a continuous warp."""
    middle = float(np.median(depth))
    springs = np.full(plate.count, 1e-3)
    targets = np.full(plate.count, middle + 0.45 * mesh.axes.height)
    inner = mesh.face[known] > 0.02
    springs[known[inner]] = 1
    targets[known[inner]] = depth[inner]
    return plate.factor(springs, _DEPTH_SMOOTH)(targets[:, None])[:, 0] - middle
