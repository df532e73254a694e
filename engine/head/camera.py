"""The camera between the head and the picture: rigid motion, then a mild perspective.

q = R (X - C0) with C0 the head's pivot (its origin), s = scale * D / (D - q_z), x = s q_x + t_x, y = -s q_y + t_y.
"""

from dataclasses import dataclass

import numpy as np

DISTANCE = 9.0
"""Distance D of the camera from the head's pivot in dm: that of an ordinary portrait."""


@dataclass(frozen=True, eq=False)
class Camera:
    """rotation (3, 3) head to camera; scale px/dm at the pivot; translation (2,) px; distance dm."""

    rotation: np.ndarray
    scale: float
    translation: np.ndarray
    distance: float = DISTANCE

    def turned(self, points: np.ndarray) -> np.ndarray:
        """Points (n, 3) in the camera's frame, still in dm."""
        return points @ self.rotation.T

    def magnification(self, points: np.ndarray) -> np.ndarray:
        """Pixels per dm (n,) at each point's depth."""
        return self.scale * self.distance / (self.distance - self.turned(points)[:, 2])

    def project(self, points: np.ndarray) -> np.ndarray:
        """(n, 3): x and y in picture pixels, and the distance from the camera in dm (smaller is nearer)."""
        q = self.turned(np.asarray(points))
        s = self.scale * self.distance / (self.distance - q[:, 2])
        x, y = s * q[:, 0] + self.translation[0], self.translation[1] - s * q[:, 1]
        return np.stack([x, y, self.distance - q[:, 2]], axis=1)

    def shift(self, points: np.ndarray, pixels: np.ndarray) -> np.ndarray:
        """Displacements (n, 3) in head space that move the points' images by pixels (n, 2) at constant depth."""
        s = self.magnification(points)
        across = np.stack([pixels[:, 0] / s, -pixels[:, 1] / s, np.zeros(len(s))], axis=1)
        return across @ self.rotation


def rotation_from_vector(vector: np.ndarray) -> np.ndarray:
    """Rodrigues' formula: the rotation (3, 3) about `vector` by its length in radians."""
    angle = float(np.linalg.norm(vector))
    x, y, z = vector
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    if angle < 1e-8:
        return np.eye(3) + cross
    return np.eye(3) + np.sin(angle) / angle * cross + (1 - np.cos(angle)) / angle**2 * (cross @ cross)


def first_guess(points: np.ndarray, picture: np.ndarray) -> Camera:
    """Scaled orthography by least squares from points (n, 3) and their pictures (n, 2), made a rotation by SVD."""
    centred = points - points.mean(axis=0)
    seen = (picture - picture.mean(axis=0)) * [1.0, -1.0]
    rows = np.linalg.lstsq(centred, seen, rcond=None)[0].T
    left, lengths, right = np.linalg.svd(rows, full_matrices=False)
    two = left @ right
    rotation = np.vstack([two, np.cross(two[0], two[1])])
    scale = float(lengths.mean())
    offset = picture.mean(axis=0) - scale * (points.mean(axis=0) @ rotation.T)[:2] * [1.0, -1.0]
    return Camera(rotation, scale, offset)
