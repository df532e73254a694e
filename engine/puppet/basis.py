"""What every ARKit shape does to the mesh: the fitted head's targets, seen from the camera and carried to the photo.

The head is coarse and its lids and lips are not quite this person's. So the openings' rims take their movement
from the landmarks, which are known to lie on them, the face takes it from the head below each point, and a thin plate
makes one smooth movement of both that fades out around the head.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.puppet.deformation import weight_index, weight_names
from engine.puppet.elastic import Plate
from engine.puppet.facemap import APERTURES, NOSE_TIP, flatness
from engine.puppet.patches import step
from engine.puppet.rims import curve, rim_parameters
from engine.puppet.warp_mesh import WarpMesh

if TYPE_CHECKING:
    from engine.head.fit import HeadFit
    from engine.head.model import Head

_STRONGER = {"mouthShrugLower": 1.35, "cheekSquintLeft": 1.2, "cheekSquintRight": 1.2}
"""Targets of the head that move a photographed face less than the action they stand for does."""

ADDED = {"lowerLidRight": "cheekSquintRight", "lowerLidLeft": "cheekSquintLeft"}
"""Personal shapes that go with a target of the head instead of taking its place."""

_RASTER = 384
_EXACT = 1e4
_HEAD_SMOOTH = 0.02  # face heights: below this the head shows its facets
_DEPTH_SMOOTH, _LIT_SMOOTH = 0.03, 0.06
_SOCKET = 4  # loops around an opening, the rim's and the next .03 face heights
_OUTLINE = 85  # percent of the head's points that are nearer than its outline


@dataclass(frozen=True, eq=False)
class HeadBasis:
    """The head under the mesh, for its points without skirts.

    depth:    (count,) crop sides, away from the camera, 0 at the head's pivot.
    lit:      (count,) a gentler depth, by which skin is lit: what an expression does to the light is seen on it.
    movement: (52, count, 3) crop sides per unit of ARKit weight; x right, y down, z away.
    """

    depth: np.ndarray
    lit: np.ndarray
    movement: np.ndarray


def head_basis(mesh: WarpMesh, plate: Plate, head: "Head", fit: "HeadFit", side: float) -> HeadBasis:
    """fit is in pixels of the crop, whose side they are."""
    count = plate.count
    corner, weight, known, depth = under(mesh, plate, head, fit, side)
    used, inverse = np.unique(np.concatenate([corner.ravel(), head.triangles[head.landmark_triangle].ravel()]),
                              return_inverse=True)
    rest = seen(fit, fit.vertices[used], side)
    moved = np.stack([seen(fit, fit.vertices[used] + target[used], side) for target in head.expression_basis]) - rest
    at_points = inverse[:corner.size].reshape(corner.shape)
    at_landmarks = inverse[corner.size:].reshape(-1, 3)
    of_landmarks = np.einsum("lk,elkc->elc", head.landmark_barycentric, moved[:, at_landmarks])

    targets = np.zeros((count, moved.shape[0] * 3))
    targets[known] = np.einsum("pk,epkc->pec", weight, moved[:, at_points]).reshape(len(known), -1)
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
            targets[numbers] = curve(path, rim_parameters(name))[:, 2:]
            springs[numbers] = 100.0
    edge = ((mesh.points[:count] < 1e-6) | (mesh.points[:count] > 1 - 1e-6)).any(1)
    springs[edge] = _EXACT
    targets[edge] = 0
    solved = plate.factor(springs, _HEAD_SMOOTH)(targets)
    movement = solved.reshape(count, -1, 3).transpose(1, 0, 2)
    flat = flatness(mesh.axes)
    if flat < 1:  # in a squashed picture nothing moves as far down as the head, which is not squashed, would have it
        movement = movement.copy()
        movement[..., :2] -= (1 - flat) * (movement[..., :2] @ mesh.axes.down)[..., None] * mesh.axes.down
    return HeadBasis(_depth(mesh, plate, depth), _lit_depth(mesh, plate, known, depth[known]),
                     np.ascontiguousarray(movement, np.float32))


def whole_basis(found: HeadBasis, shapes: dict[str, np.ndarray], mesh: WarpMesh, landmarks: np.ndarray) -> np.ndarray:
    """(63, count, 3) float32 crop sides per unit of every weight: the head's targets, and what is made for the person
    instead (see `engine.puppet.shapes`), each where it belongs. landmarks (478, 2|3) in crop sides."""
    names = weight_names()
    basis = np.zeros((len(names), *found.movement.shape[1:]), np.float32)
    basis[:len(ARKIT_52)] = found.movement
    gaze = [ARKIT_INDEX[name] for name in ARKIT_52 if name.startswith("eyeLook")]
    basis[gaze] = 0  # the eyes' own layer moves; lids follow by weight
    for name, factor in _STRONGER.items():
        basis[weight_index(name)] *= factor
    for name, shape in shapes.items():
        if name in ADDED:
            basis[weight_index(ADDED[name]), :, :2] += shape
            continue
        basis[weight_index(name)] = 0
        basis[weight_index(name), :, :2] = shape
    _split_sides(basis, mesh, landmarks)
    Confinement.of(mesh, landmarks).confine(basis, names)
    return basis


@dataclass(frozen=True, eq=False)
class Confinement:
    """Where shapes end: brows and lids above the tip of the nose, mouth and cheeks below the brows.

    above, below (N, 1) 1 where the one and the other may move something.
    """

    above: np.ndarray
    below: np.ndarray

    @classmethod
    def of(cls, mesh: WarpMesh, landmarks: np.ndarray) -> "Confinement":
        down = (mesh.points - landmarks[NOSE_TIP]) @ mesh.axes.down / mesh.axes.height
        eyes = (landmarks[33] + landmarks[263]) / 2
        from_eyes = (mesh.points - eyes) @ mesh.axes.down / mesh.axes.height
        # In a face that looks up the tip of the nose is seen near the eyes: lids are never confined.
        below = np.minimum(step(-0.22, -0.08, down), step(0.05, 0.12, from_eyes))
        return cls((1 - below)[:, None], step(-0.05, 0.0, from_eyes)[:, None])

    def confine(self, basis: np.ndarray, names: Sequence[str]) -> None:
        """Each shape fades to exactly nothing where it does next to nothing, and beyond its part of the face: what a
        slider does not mean stays the photo's own bytes. basis (n, count, 2|3), one shape a name, changed in place."""
        size = np.linalg.norm(basis, axis=2)
        most = np.maximum(size.max(1, keepdims=True), 1e-12)
        basis *= step(0.012, 0.04, size / most)[..., None]
        count = basis.shape[1]
        for number, name in enumerate(names):
            if name.startswith(("brow", "eye")):
                basis[number] *= self.above[:count]
            elif name.startswith(("mouth", "jaw", "cheek", "lip")):
                basis[number] *= self.below[:count]


def _split_sides(basis: np.ndarray, mesh: WarpMesh, landmarks: np.ndarray) -> None:
    """browInnerUp, which ARKit has only whole, for each side; and cheekPuff whole from its sides."""
    count = basis.shape[1]
    middle = (landmarks[33] + landmarks[263]) / 2
    across = (mesh.points[:count] - middle) @ mesh.axes.right / mesh.axes.height
    left = np.clip(across / 0.05 + 0.5, 0, 1)
    left = (left * left * (3 - 2 * left)).astype(np.float32)[:, None]
    whole = basis[ARKIT_INDEX["browInnerUp"]]
    basis[weight_index("browInnerUpLeft")] = whole * left
    basis[weight_index("browInnerUpRight")] = whole * (1 - left)
    puff = basis[ARKIT_INDEX["cheekPuff"]].copy()
    for side in ("Left", "Right"):
        share = left if side == "Left" else 1 - left
        basis[weight_index(f"cheekPuff{side}")] = 0.5 * basis[weight_index(f"cheekPuff{side}")] + puff * share
    basis[ARKIT_INDEX["cheekPuff"]] = basis[weight_index("cheekPuffLeft")] + basis[weight_index("cheekPuffRight")]


def under(mesh: WarpMesh, plate: Plate, head: "Head", fit: "HeadFit",
           side: float) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The corners (n, 3) on the head and weights (n, 3) under the mesh's points `known` (n,), those over the skin of
    the face, and how far away the skin under any of the points lies (count,) crop sides, NaN where there is none."""
    from engine.head.raster import rasterise

    points_of = seen(fit, fit.vertices, side)
    skin = facing(head.triangles_of("skin"), points_of)
    face, weights = rasterise(points_of * (_RASTER, _RASTER, 1), skin, (_RASTER, _RASTER))
    points = mesh.points[:plate.count]
    column, row = np.clip((points * _RASTER).astype(int), 0, _RASTER - 1).T
    on_skin = face[row, column] >= 0
    hit, weight = skin[face[row, column]], weights[row, column]
    depth = np.where(on_skin, (points_of[hit, 2] * weight).sum(1), np.nan)
    known = np.flatnonzero(on_skin & (mesh.face[:plate.count] > -0.02))
    return hit[known], weight[known], known, depth


def facing(triangles: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Those of the head's triangles (F, 3) that face the camera. points (V, 2|3) in the picture.

    Counter-clockwise seen from outside, and rows run down: a triangle facing the camera turns the other way here.
    """
    a, b, c = points[triangles].transpose(1, 0, 2)
    return triangles[(b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0]) < 0]


def seen(fit: "HeadFit", vertices: np.ndarray, side: float) -> np.ndarray:
    """(N, 3) in crop sides: x, y, and how far behind the head's pivot it lies."""
    points = np.asarray(fit.project(vertices), np.float64)
    points[:, 2] = (points[:, 2] - fit.distance) * fit.scale  # dm to pixels
    return points / side


def _plan_points(fit: "HeadFit", head: "Head", landmarks: tuple[int, ...], side: float) -> np.ndarray:
    """(n, 2) where the fitted head has its landmarks: the parameter of a rim's curve."""
    corner = fit.vertices[head.triangles[head.landmark_triangle[list(landmarks)]]]
    points = (corner * head.landmark_barycentric[list(landmarks)][..., None]).sum(1)
    return seen(fit, points, side)[:, :2]


def _depth(mesh: WarpMesh, plate: Plate, depth: np.ndarray) -> np.ndarray:
    """How far behind the head's pivot each point lies, (count,): the head's own skin under it, NaN where there is none.

    Sockets and lips are left out, in which a turn would tear lids and teeth; hair and what is behind the head lie about
    where its outline does.
    """
    springs = np.full(plate.count, 1e-3)
    targets = np.full(plate.count, np.nanpercentile(depth, _OUTLINE))
    known = np.isfinite(depth)
    for loops in mesh.loops.values():
        known[loops[:_SOCKET]] = False
        springs[loops[:_SOCKET]] = 1e-4
    springs[known] = 1
    targets[known] = depth[known]
    return np.asarray(plate.factor(springs, _DEPTH_SMOOTH)(targets[:, None])[:, 0])


def _lit_depth(mesh: WarpMesh, plate: Plate, known: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """A depth for every point (count,) that bends but gently up to the face's outline: what a small movement does to
    the light is told by it, and a steep slope would answer with black and white. known, depth (n,): of the face."""
    middle = float(np.median(depth))
    springs = np.full(plate.count, 1e-3)
    targets = np.full(plate.count, middle + 0.45 * mesh.axes.height)
    inner = mesh.face[known] > 0.02
    springs[known[inner]] = 1
    targets[known[inner]] = depth[inner]
    return np.asarray(plate.factor(springs, _LIT_SMOOTH)(targets[:, None])[:, 0])
