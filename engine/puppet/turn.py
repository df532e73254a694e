"""A head turn: the head goes rigidly in three dimensions about its neck, what hangs on it goes along by a share."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from engine.puppet.facemap import CHIN, FOREHEAD, FaceAxes
from engine.puppet.patches import step

if TYPE_CHECKING:
    from engine.head.camera import Camera

_TO_PICTURE = np.array([1.0, -1.0, -1.0])  # from the camera's axes (up, toward it) to the picture's (down, away)
_PIVOTS = ((0.0, 0.0, -0.15), (0.0, -0.35, -0.10), (0.0, -0.35, 0.0))
"""About where a neck lets a head turn, nod and tilt, from between the ears: face heights to its left, up, forward."""
_LEAST_REACH = 0.87, 0.94  # of a turn and a nod: what follows less is not made up for, its far side would tear
_STEEPEST_RIM = 0.45  # of an upper lid or lip before the lower one, of how far they are apart
_AROUND_RIMS, _ALONG = 0.10, 0.03  # face heights around rims that come along; over which neighbours are alike
_NUDGE = 8.0  # degrees


class Placement(NamedTuple):
    """What a turn does to a point (x, y, away) from the head's pivot, crop sides: matrix @ point + shift."""

    matrix: np.ndarray
    shift: np.ndarray


@dataclass(frozen=True, eq=False)
class Turn:
    """pivot (3,) crop sides: where the middle between the ears is seen; rotation (3, 3) of the head to the camera;
    distance: of the camera from the pivot, height: of the face, crop sides; share (N,) how far each point goes along;
    reach: how far the face's landmarks follow a turn and a nod that is asked, for a sheet is flatter than a head; level
    (N,): how much farther away points lie for a turn than the sheet has them, crop sides (`level_rims`).
    """

    pivot: np.ndarray
    rotation: np.ndarray
    distance: float
    height: float
    share: np.ndarray
    reach: tuple[float, float] = (1.0, 1.0)
    level: np.ndarray | float = 0.0

    @classmethod
    def of(cls, camera: "Camera", side: float, height: float, share: np.ndarray) -> Self:
        """camera in pixels of a picture of that side."""
        return cls(np.array([*camera.translation, 0.0]) / side, camera.rotation,
                   camera.distance * camera.scale / side, height, share)

    def seen_by(self, camera: "Camera", side: float, height: float) -> "Turn":
        """The same head in another picture."""
        return replace(self.of(camera, side, height, self.share), reach=self.reach,
                       level=self.level * (height / self.height))

    def reaching(self, sheet: np.ndarray, head: np.ndarray) -> "Turn":
        """The same for a sheet whose landmarks (n, 3) are not as deep as the head's own (n, 3): asked for a degree, the
        sheet turns by so much more that they come to lie as those of a head that turned by one, wherever it went."""
        def followed(yaw: float, pitch: float) -> float:
            placement = self.placement(yaw, pitch, 0.0)
            sheets, heads = ((self.apply(one, placement, 1.0) - one)[:, :2] for one in (sheet, head))
            x, y = (head[:, :2] - head[:, :2].mean(0)).T
            one, none = np.ones(len(x)), np.zeros(len(x))
            terms = [heads, np.stack([one, none], 1), np.stack([none, one], 1), np.stack([x, y], 1),
                     np.stack([-y, x], 1)]
            columns = np.stack([term.ravel() for term in terms], 1)
            return float(np.linalg.lstsq(columns, sheets.ravel(), rcond=None)[0][0])

        yaw, pitch = (float(np.clip((followed(*way) + followed(*(-np.array(way)))) / 2, least, 1.0))
                      for way, least in zip(((_NUDGE, 0.0), (0.0, _NUDGE)), _LEAST_REACH, strict=True))
        return replace(self, reach=(yaw, pitch))

    def placement(self, yaw: float, pitch: float, roll: float) -> Placement:
        """Degrees added to the pose the photo shows, as a pose is measured (`engine.photo.face.Face`)."""
        asked = [float(np.radians(value)) for value in (yaw / self.reach[0], pitch / self.reach[1], roll)]
        shown = _angles(self.rotation)

        def change(angles: list[float]) -> np.ndarray:
            turned = _rotation(*(a + b for a, b in zip(shown, angles, strict=True)))
            return np.asarray((turned @ _rotation(*shown).T) * _TO_PICTURE[:, None] * _TO_PICTURE)

        shift = np.zeros(3)
        for axis, pivot in enumerate(_PIVOTS):
            about = self.rotation @ pivot * _TO_PICTURE * self.height
            shift += about - change([angle if axis == number else 0.0 for number, angle in enumerate(asked)]) @ about
        return Placement(change(asked), shift)

    def apply(self, positions: np.ndarray, placement: Placement, share: np.ndarray | float) -> np.ndarray:
        """(n, 3) positions turned by their share (n,), as the camera sees them; exactly where they are for none."""
        off = np.ascontiguousarray(positions.T, np.float64) - self.pivot[:, None]
        off[:2] *= 1 + off[2] / self.distance
        moved = (placement.matrix - np.eye(3)) @ off  # by how much, until it is added
        moved += placement.shift[:, None]
        moved *= share
        moved += off
        change = self._projected(moved)
        change -= self._projected(off)
        return np.asarray(positions + change.T.astype(positions.dtype))

    def sheet(self, positions: np.ndarray, placement: Placement) -> np.ndarray:
        """(N, 3) all of the mesh's points turned, each by its share."""
        away = positions.copy()
        away[:, 2] += self.level
        return self.apply(away, placement, self.share)

    def _projected(self, off: np.ndarray) -> np.ndarray:
        """(3, n) as seen, of places (3, n) from the pivot."""
        seen = off.copy()
        seen[:2] *= self.distance / np.maximum(self.distance + off[2], 0.2 * self.distance)
        return seen


def prepare_share(points: np.ndarray, face: np.ndarray, landmarks: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(N,) float32 0..1 how far points go along with the head in one sheet with what is behind it.

    points (N, 2), landmarks in crop sides; face (N,) distance inside the face's outline, face heights.
    """
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
    return np.asarray(share * edge * edge * (3 - 2 * edge), np.float32)


def level_rims(points: np.ndarray, pairs: list[tuple[np.ndarray, np.ndarray]], unit: float) -> np.ndarray:
    """(N,) how much farther away points (N, 3) must lie for the rims of an opening to stand as upright as they do in a
    face: a sheet has them as far apart as the head's lids and lips curl in, and a nod would open lips that are shut and
    shut eyes that are open.

    pairs: for each opening the numbers of its upper and lower rim's points, from one corner to the other; unit: the
    face's height.
    """
    level = np.zeros(len(points))
    for upper, lower in pairs:
        apart = points[upper] - points[lower]
        steep = _STEEPEST_RIM * np.linalg.norm(apart[:, :2], axis=1)
        change = (np.clip(apart[:, 2], -steep, steep) - apart[:, 2]) / 2
        middle = (points[upper] + points[lower])[:, :2] / 2
        off = points[:, None, :2] - middle[None]
        away = np.linalg.norm(off, axis=2)
        near = np.exp(-(away / (_ALONG * unit)) ** 2) + 1e-12
        near /= near.sum(1, keepdims=True)
        down = (points[lower] - points[upper])[:, :2].sum(0)
        if not down.any():  # shut: across the line from corner to corner
            along = middle[-1] - middle[0]
            down = np.array([-along[1], along[0]])
            down *= np.sign(down[1]) or 1.0
        side = np.where((near[..., None] * off).sum(1) @ down < 0, 1.0, -1.0)
        share = 1 - step(0.0, _AROUND_RIMS, away.min(1) / unit)
        level += share * side * (near @ change)
        level[upper], level[lower] = change, -change
    return level


def _rotation(yaw: float, pitch: float, roll: float) -> np.ndarray:
    """(3, 3) of the face's own axes to the camera's, radians: nod first, then turn, then tilt."""
    c, s = np.cos, np.sin
    about_right = np.array([[1, 0, 0], [0, c(pitch), s(pitch)], [0, -s(pitch), c(pitch)]])
    about_up = np.array([[c(yaw), 0, s(yaw)], [0, 1, 0], [-s(yaw), 0, c(yaw)]])
    about_view = np.array([[c(roll), s(roll), 0], [-s(roll), c(roll), 0], [0, 0, 1]])
    return about_view @ about_up @ about_right


def _angles(rotation: np.ndarray) -> tuple[float, float, float]:
    """Yaw, pitch and roll, radians, of which `_rotation` makes the same."""
    return (float(np.arcsin(np.clip(-rotation[2, 0], -1, 1))), -float(np.arctan2(rotation[2, 1], rotation[2, 2])),
            -float(np.arctan2(rotation[1, 0], rotation[0, 0])))
