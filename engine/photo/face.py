"""A face found in a picture: where it is, its landmarks, what it expresses and where it looks."""

from dataclasses import dataclass

import numpy as np

CHIN, HAIRLINE = 152, 10
"""MediaPipe landmarks at the chin's lowest point and at the top of the forehead."""

RIGHT_EYE_OUTER, LEFT_EYE_OUTER = 33, 263
"""Outer canthi of the subject's right and left eye; their distance is the measure of a face (inter-ocular, IOD)."""


@dataclass(frozen=True)
class Box:
    """A rectangle in picture pixels: x to the right, y down, pixel (i, j) covers [i, i+1) x [j, j+1)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies in the rectangle."""
        return self.x0 <= x < self.x1 and self.y0 <= y < self.y1

    def overlap(self, other: "Box") -> float:
        """Intersection over union, 0..1."""
        shared = Box(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))
        both = shared.area if shared.width > 0 and shared.height > 0 else 0.0
        union = self.area + other.area - both
        return both / union if union > 0 else 0.0

    @classmethod
    def around(cls, points: np.ndarray) -> "Box":
        """The smallest rectangle around points (N, 2 or more)."""
        low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
        return cls(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


@dataclass(frozen=True, eq=False)
class Face:
    """One face.

    index:       its place in the picture's list of faces, largest first, from 0.
    box:         smallest rectangle around the landmarks, picture pixels.
    landmarks:   (478, 3) float32: x, y in picture pixels, z in the same scale, smaller is nearer to the camera;
                 MediaPipe's face mesh with the ten iris points 468..477.
    blendshapes: (52,) float32 0..1 in the order of engine.photo.arkit.ARKIT_52 (tongueOut is always 0).
    matrix:      (4, 4) float32, MediaPipe's canonical face (x to the subject's left, y up, z out of the face) to the
                 camera (x right, y up, z toward the viewer). Its rotation is the head's pose in the picture; its
                 translation belongs to the crop on which the face was measured and has no other use.
    score:       0..1, how far the landmarks agree with a second look at the same face; 1 is perfect.
    """

    index: int
    box: Box
    landmarks: np.ndarray
    blendshapes: np.ndarray
    matrix: np.ndarray
    score: float

    @property
    def rotation(self) -> np.ndarray:
        """(3, 3) float64: turns the face's own axes (x to the subject's left, y up, z out) into the camera's."""
        left, _, right = np.linalg.svd(self.matrix[:3, :3].astype(np.float64))
        return left @ right

    @property
    def yaw(self) -> float:
        """Degrees; positive when the subject turns to its left (toward the picture's right edge)."""
        rotation = self.rotation
        return float(np.degrees(np.arcsin(np.clip(-rotation[2, 0], -1, 1))))

    @property
    def pitch(self) -> float:
        """Degrees; positive when the subject looks up."""
        rotation = self.rotation
        return float(-np.degrees(np.arctan2(rotation[2, 1], rotation[2, 2])))

    @property
    def roll(self) -> float:
        """Degrees; positive when the head tilts toward the subject's left shoulder (clockwise in the picture).

        Roll is taken last, in the picture's plane: turning the picture changes roll and nothing else.
        """
        rotation = self.rotation
        return float(-np.degrees(np.arctan2(rotation[1, 0], rotation[0, 0])))

    @property
    def height(self) -> float:
        """Chin to hairline, pixels in the picture."""
        return float(np.linalg.norm(self.landmarks[CHIN, :2] - self.landmarks[HAIRLINE, :2]))

    @property
    def interocular(self) -> float:
        """Distance of the outer canthi in three dimensions, pixels: a face's own unit of length, whatever its pose."""
        return float(np.linalg.norm(self.landmarks[RIGHT_EYE_OUTER] - self.landmarks[LEFT_EYE_OUTER]))
