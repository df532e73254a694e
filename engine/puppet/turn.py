"""A head turn as a continuous warp of the mesh: the head goes rigidly, the neck and the background give way."""

from dataclasses import dataclass

import numpy as np

from engine.puppet.deformation import PITCH_LIMIT, ROLL_LIMIT, YAW_LIMIT
from engine.puppet.facemap import CHIN, FOREHEAD, FaceAxes


@dataclass(frozen=True, eq=False)
class Turn:
    """pivot (3,) crop sides; axes: of the face; share (N,) how far each point goes along."""

    pivot: np.ndarray
    axes: FaceAxes
    share: np.ndarray

    def matrix(self, yaw: float, pitch: float, roll: float) -> np.ndarray:
        """(3, 3) acting on (x, y, away) of the picture; degrees, clipped to the limits."""
        yaw, pitch, roll = (np.radians(np.clip(value, -limit, limit)) for value, limit in (
            (yaw, YAW_LIMIT), (pitch, PITCH_LIMIT), (roll, ROLL_LIMIT)))
        c, s = np.cos, np.sin
        about_down = np.array([[c(yaw), 0, -s(yaw)], [0, 1, 0], [s(yaw), 0, c(yaw)]])
        about_right = np.array([[1, 0, 0], [0, c(pitch), s(pitch)], [0, -s(pitch), c(pitch)]])
        about_view = np.array([[c(roll), -s(roll), 0], [s(roll), c(roll), 0], [0, 0, 1]])
        own = np.eye(3)
        own[0, :2], own[1, :2] = self.axes.right, self.axes.down
        return own.T @ about_view @ about_right @ about_down @ own

    def apply(self, positions: np.ndarray, matrix: np.ndarray, share: np.ndarray | float) -> np.ndarray:
        """(n, 3) positions turned by their share (n,)."""
        off = positions - self.pivot
        return positions + (off @ (matrix - np.eye(3)).T.astype(off.dtype)) * np.asarray(share)[..., None]


def prepare_turn(points: np.ndarray, face: np.ndarray, landmarks: np.ndarray, axes: FaceAxes,
                 pivot: np.ndarray) -> Turn:
    """points (N, 2), landmarks and pivot in crop sides; face (N,) distance inside the face's outline, face heights."""
    outside = np.maximum(-face, 0)
    # 0 at the sides and above, 1 straight below the chin, where the neck must stay on its shoulders.
    chin, brow = np.asarray(landmarks)[CHIN, :2], np.asarray(landmarks)[FOREHEAD, :2]
    away = points - (chin + 0.25 * (brow - chin))
    length = np.maximum(np.linalg.norm(away, axis=1), 1e-9)
    below = np.clip((away @ axes.down) / length, 0, 1) ** 2
    start, reach = 0.16 - 0.16 * below, 0.62 - 0.20 * below
    share = 1 - np.clip((outside - start) / (reach - start), 0, 1)
    share = share * share * (3 - 2 * share)
    border = np.minimum(points, 1 - points).min(1)
    edge = np.clip(border / 0.10, 0, 1)
    return Turn(np.asarray(pivot, np.float64), axes, (share * edge * edge * (3 - 2 * edge)).astype(np.float32))
