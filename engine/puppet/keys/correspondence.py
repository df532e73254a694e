"""Which point of a key is which point of the photo.

A key is first laid on the photo by what no expression moves: the corners of the eyes and the ridge of the nose. Then
the head is fitted to it as it was to the photo, and every point of the photo's mesh is looked up by where it lies on
the head; lids and lips by their own outlines, which are known better.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.puppet.basis import seen, under
from engine.puppet.elastic import Plate, with_skirts
from engine.puppet.facemap import face_axes
from engine.puppet.patches import as_unit, luminance
from engine.puppet.rims import Aperture, apertures
from engine.puppet.warp_mesh import WarpMesh

if TYPE_CHECKING:
    from engine.head.fit import HeadFit
    from engine.head.model import Head

_STEADY = (33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 122, 351)
_SMOOTH = 0.02  # face heights: below this the head shows its facets
_EXACT = 1e4


@dataclass(frozen=True, eq=False)
class Laid:
    """A picture laid on the photo's crop; all lengths in crop sides.

    picture (k, k, 3) uint8; landmarks (478, 2); openings: its own apertures; at (N, 2) float32: where each point of the
    photo's mesh lies in it.
    """

    picture: np.ndarray
    landmarks: np.ndarray
    openings: dict[str, Aperture]
    at: np.ndarray


@dataclass(frozen=True, eq=False)
class Sitter:
    """The photo's side of it: the mesh and which point of the head lies under each of its points.

    corner, weight (n, 3): corners and weights of the head under the mesh's points `known` (n,); rest (n, 2) where
    those are; landmarks (478, 2); opening: the photo's apertures. Crop sides.
    """

    mesh: WarpMesh
    plate: Plate
    corner: np.ndarray
    weight: np.ndarray
    known: np.ndarray
    rest: np.ndarray
    landmarks: np.ndarray
    openings: dict[str, Aperture]


def sitter(mesh: WarpMesh, openings: dict[str, Aperture], landmarks: np.ndarray, head: "Head", fit: "HeadFit",
           side: int) -> Sitter:
    """landmarks (478, 2|3) and fit in crop pixels, openings in crop sides."""
    plate = Plate(mesh)
    corner, weight, known, _ = under(mesh, plate, head, fit, side)
    rest = _looked_up(fit, corner, weight, side)
    return Sitter(mesh, plate, corner, weight, known, rest, np.asarray(landmarks, np.float64)[:, :2] / side, openings)


def similarity(points: np.ndarray, onto: np.ndarray) -> np.ndarray:
    """(2, 3) turn, scale and shift that carry points (n, 2) onto others best (Umeyama, 1991; no mirror image)."""
    a, b = points.mean(0), onto.mean(0)
    left, right = (points - a) @ np.array([1, 1j]), (onto - b) @ np.array([1, 1j])
    turn = np.vdot(left, right) / max(float(np.vdot(left, left).real), 1e-12)
    matrix = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    return np.column_stack([matrix, b - matrix @ a])


def lay(picture: np.ndarray, landmarks: np.ndarray, blendshapes: np.ndarray, of: Sitter, head: "Head",
        side: int) -> Laid:
    """picture (S, S, 3) uint8 with landmarks in its pixels; side: of the laid picture in pixels.

    EngineError when the landmarks make no head.
    """
    from engine.head.fit import fit_head

    points = np.asarray(landmarks, np.float64)[:, :2]
    matrix = similarity(points[list(_STEADY)], of.landmarks[list(_STEADY)] * side)
    points = points @ matrix[:, :2].T + matrix[:, 2]
    warp = matrix.copy()
    warp[:, 2] += warp[:, :2] @ (0.5, 0.5) - 0.5  # OpenCV counts from the middle of a pixel
    scale = float(np.hypot(*matrix[:, 0]))
    if not 1e-2 < scale < 1e2:
        raise EngineError(Text("the landmarks of a key make no face"))
    if scale < 0.9:  # averaged down first: nothing may shimmer that the photo does not hold
        picture = cv2.GaussianBlur(picture, (0, 0), 0.45 * np.sqrt(1 / scale ** 2 - 1) + 0.05)
    laid = cv2.warpAffine(picture, warp, (side, side), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    fit = fit_head(head, points, blendshapes)
    openings = {name: _in_sides(one, side) for name, one in
                apertures(points, luminance(as_unit(laid)), face_axes(points)).items()}
    return Laid(np.ascontiguousarray(laid), points / side, openings, _at(of, fit, openings, side))


def _in_sides(one: Aperture, side: int) -> Aperture:
    return Aperture(one.name, one.upper / side, one.lower / side, one.gap / side, one.along, one.sealed)


def _looked_up(fit: "HeadFit", corner: np.ndarray, weight: np.ndarray, side: float) -> np.ndarray:
    used, inverse = np.unique(corner.ravel(), return_inverse=True)
    points = seen(fit, fit.vertices[used], side)[inverse.reshape(corner.shape), :2]
    return np.asarray((points * weight[..., None]).sum(1))


def _at(of: Sitter, fit: "HeadFit", openings: dict[str, Aperture], side: int) -> np.ndarray:
    """(N, 2) where the mesh's points lie in a picture whose head is `fit`."""
    mesh, count = of.mesh, of.plate.count
    targets, springs = np.zeros((count, 2)), np.full(count, 1e-4)
    targets[of.known] = _looked_up(fit, of.corner, of.weight, side) - of.rest
    inside = mesh.face[:count]
    springs[of.known] = np.clip(inside[of.known] / 0.03, 0.05, 1)
    springs[mesh.first_ring[:count]] = 1e-4
    springs += np.clip((-inside - 0.10) / 0.25, 0, 1) ** 2
    for name, (upper, lower) in mesh.rims.items():
        for numbers, there, here in ((upper, openings[name].upper, of.openings[name].upper),
                                     (lower, openings[name].lower, of.openings[name].lower)):
            targets[numbers] = there - here
            springs[numbers] = _EXACT
    edge = ((mesh.points[:count] < 1e-6) | (mesh.points[:count] > 1 - 1e-6)).any(1)
    springs[edge], targets[edge] = _EXACT, 0
    moved = of.plate.factor(springs, _SMOOTH)(targets)
    return (mesh.points + with_skirts(moved, mesh)).astype(np.float32)
