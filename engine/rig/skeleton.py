"""The joints of an exported head: where they are, and how much of each moves every vertex.

Neck, head, jaw and two eyes, upright at rest (no joint is turned), so that a turn means the same on each. All of it
comes from the head itself: the jaw turns about the axis on which `jawOpen` swings the lower teeth.
"""

from dataclasses import dataclass

import numpy as np

from engine.head.model import Head
from engine.photo.arkit import ARKIT_INDEX

NECK, HEAD, JAW, LEFT_EYE, RIGHT_EYE = "Neck", "Head", "Jaw", "LeftEye", "RightEye"
JOINTS = (NECK, HEAD, JAW, LEFT_EYE, RIGHT_EYE)
"""In the spelling of Unity's HumanBodyBones; each before those that hang on it."""
PARENTS = (None, NECK, HEAD, HEAD, HEAD)

_SOFTENED = 12
"""How often each vertex goes to its neighbours' mean where neck becomes head: about 3 cm, so that nothing creases."""
_LEAST = 0.02


@dataclass(frozen=True, eq=False)
class Skeleton:
    """places (5, 3) float32: where each of `JOINTS` is, in decimetres like the head's vertices. shares (V, 5) float32:
    how much each moves a vertex, in sum 1, at most four of them above 0."""

    places: np.ndarray
    shares: np.ndarray


def skeleton_of(head: Head, vertices: np.ndarray) -> Skeleton:
    """The joints of a head with these vertices (V, 3), decimetres."""
    pivot, jaw = _jaw(head, vertices.astype(np.float64))
    shares = np.zeros((len(vertices), len(JOINTS)))
    neck = _softened(head, head.masks["neck"].astype(np.float64))
    for column, part in ((3, "eye_left"), (4, "eye_right")):
        shares[head.vertices_of(part), column] = 1
    free = 1 - shares.sum(axis=1)
    shares[:, 2] = jaw * free
    shares[:, 0] = neck * (free - shares[:, 2])
    shares[shares < _LEAST] = 0
    shares[:, 1] = 1 - shares.sum(axis=1)
    low = vertices[head.masks["neck"] > 0.5]
    ring = low[low[:, 1] < low[:, 1].min() + 0.1]
    middle = (ring.min(axis=0) + ring.max(axis=0)) / 2
    eyes = [vertices[head.vertices_of(part)].mean(axis=0) for part in ("eye_left", "eye_right")]
    places = np.array([(0, middle[1], middle[2]), (0, 0, 0), pivot, *eyes], np.float32)
    return Skeleton(places, shares.astype(np.float32))


def _jaw(head: Head, vertices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(3,) where the jaw turns, and (V,) 0..1 how far `jawOpen` takes each vertex along with it.

    The turn of the lower teeth is found by least squares (Kabsch 1976), its axis being the one across the head.
    """
    moves = head.expression_basis[ARKIT_INDEX["jawOpen"]].astype(np.float64)
    teeth = head.vertices_of("teeth_lower")
    before, after = vertices[teeth][:, 1:], (vertices + moves)[teeth][:, 1:]
    middle, moved = before.mean(axis=0), after.mean(axis=0)
    left, _, right = np.linalg.svd((before - middle).T @ (after - moved))
    turn = right.T @ np.diag([1, np.linalg.det(right.T @ left.T)]) @ left.T
    pivot = np.linalg.solve(np.eye(2) - turn, moved - turn @ middle)
    swung = np.zeros_like(vertices)
    swung[:, 1:] = (vertices[:, 1:] - pivot) @ turn.T + pivot - vertices[:, 1:]
    along = (moves * swung).sum(axis=1) / np.maximum((swung * swung).sum(axis=1), 1e-9)
    return np.array([0.0, *pivot]), np.clip(along, 0, 1)


def _softened(head: Head, values: np.ndarray) -> np.ndarray:
    edges = np.concatenate([head.triangles[:, pair] for pair in ([0, 1], [1, 2], [2, 0])])
    edges = np.unique(np.concatenate([edges, edges[:, ::-1]]), axis=0)
    count = np.maximum(np.bincount(edges[:, 0], minlength=len(values)), 1)
    for _ in range(_SOFTENED):
        values = (values + np.bincount(edges[:, 0], values[edges[:, 1]], len(values)) / count) / 2
    return values
