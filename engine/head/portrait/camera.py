"""From where, in what light and how a head is seen."""

from dataclasses import dataclass, replace

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.head.portrait.lighting import STUDIO, HeadLight

PIVOT = np.array([0.0, 0.115, 0.12], np.float32)  # dm: what stays in the picture's middle
DISTANCE = 9.0  # dm from the pivot: a portrait lens
HEIGHT = 3.05  # dm of the head that a picture shows at zoom 1
NEAR, FAR = 4.0, 14.0
_ROOM, _FARTHEST = 0.98, 0.5  # of half a picture; of the zoom


@dataclass(frozen=True)
class HeadView:
    """yaw, pitch in degrees: +yaw the head turns to its left, +pitch it looks up. zoom: 1 shows the whole head.

    roll: degrees the head leans to its right shoulder. wireframe: with its mesh over it.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    zoom: float = 1.0
    roll: float = 0.0
    light: HeadLight = STUDIO
    wireframe: bool = False

    def __post_init__(self) -> None:
        if not np.isfinite([self.yaw, self.pitch, self.zoom, self.roll]).all():
            raise UsageError(Text("the view must be of finite numbers"))
        if not 0.1 <= self.zoom <= 20.0:
            raise UsageError(Text("zoom {0} is out of range", self.zoom), Text("0.1 to 20"))

    @property
    def turn(self) -> np.ndarray:
        """Rotation (3, 3) from head to view space: view = turn @ (point - PIVOT)."""
        a, b = np.radians(self.yaw), np.radians(self.pitch)
        yaw = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
        pitch = np.array([[1, 0, 0], [0, np.cos(b), np.sin(b)], [0, -np.sin(b), np.cos(b)]])
        turn = pitch @ yaw
        if self.roll:
            c = np.radians(self.roll)
            turn = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]]) @ turn
        return turn.astype(np.float32)

    @property
    def focal(self) -> float:
        """Half pictures per dm at the pivot's distance."""
        return 2.0 * self.zoom / HEIGHT

    def pixels(self, points: np.ndarray, size: int, nearer: float | np.ndarray = 0.0) -> np.ndarray:
        """Head-space points (N, 3) -> (N, 3): x, y px of a square picture, and distance from the camera in dm.

        nearer: dm, one or (N,), by which they are drawn before what lies at the same place.
        """
        seen = (points - PIVOT) @ self.turn.T
        away = DISTANCE - seen[:, 2]
        scale = self.focal * DISTANCE / away * size / 2
        return np.stack([size / 2 + seen[:, 0] * scale, size / 2 - seen[:, 1] * scale, away - nearer], 1)


def holding(view: HeadView, points: np.ndarray) -> HeadView:
    """The same view from so far away that points (n, 3) of the head lie in the picture, too; at most half as near."""
    if not len(points):
        return view
    beyond = float(np.abs(view.pixels(points, 2)[:, :2] - 1).max())
    return replace(view, zoom=view.zoom * min(max(_ROOM / max(beyond, 1e-6), _FARTHEST), 1.0))


def pose_of(turn: np.ndarray) -> tuple[float, float, float]:
    """Yaw, pitch and roll in degrees of the `HeadView` that turns a head by a rotation (3, 3); pitch within 90."""
    yaw, pitch = np.arctan2(-turn[2, 0], turn[2, 2]), np.arcsin(np.clip(-turn[2, 1], -1.0, 1.0))
    upright = HeadView(float(np.degrees(yaw)), float(np.degrees(pitch))).turn
    rest = np.asarray(turn, np.float64) @ upright.T
    return float(np.degrees(yaw)), float(np.degrees(pitch)), float(np.degrees(np.arctan2(rest[1, 0], rest[0, 0])))
