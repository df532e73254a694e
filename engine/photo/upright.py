"""Looking at one face at a time: turned upright, at a good size, and everything measured carried back."""

from dataclasses import dataclass

import numpy as np

from engine.photo.face import CHIN, HAIRLINE, LEFT_EYE_OUTER, RIGHT_EYE_OUTER, Box
from engine.photo.landmarker import Sighting

BEYOND = (128, 128, 128)
"""What lies beyond a picture's edge."""

USUAL_HEIGHT = 1.93
"""Hairline to chin over outer canthus to outer canthus: mean of 36 faces, 1.68 to 2.3."""
_SQUASHED = 1.35
"""Less than that, which no nod makes it, is a picture that somebody squashed: what it shows is found, but not well."""
_MOST_STRETCH = 3.0


@dataclass(frozen=True)
class UprightView:
    """A square window on a picture, turned about its centre.

    centre: picture pixels. side: its side in picture pixels. turn: degrees by which the face is tilted clockwise in
    the picture; the view undoes it. size: side of the view in its own pixels. tall: by how much the view stretches
    the face downward, above 1 for a squashed picture.
    """

    centre: tuple[float, float]
    side: float
    turn: float
    size: int = 512
    tall: float = 1.0

    @property
    def scale(self) -> float:
        """View pixels per picture pixel."""
        return self.size / self.side

    def matrix(self) -> np.ndarray:
        """(2, 3): picture coordinates to view coordinates, both with pixel centres at one half."""
        angle = np.radians(self.turn)
        cos, sin = self.scale * np.cos(angle), self.scale * np.sin(angle)
        linear = np.array([[cos, sin], [-self.tall * sin, self.tall * cos]])
        shift = self.size / 2 - linear @ np.array(self.centre)
        return np.column_stack([linear, shift])

    def cut(self, pixels: np.ndarray, stretch: tuple[float, float] = (1.0, 1.0)) -> np.ndarray:
        """(size, size, 3) uint8 from a picture (H, W, 3); beyond its edge there is middle gray.

        Gray because it was tried: crops that cut a fifth off a face on each side are seen on gray, while the edge
        carried on, or mirrored, hides them.
        stretch: the size of `pixels` as a share of the picture's, when they are a smaller copy of it.
        """
        from engine.base.opencv import cv2

        # Only the part in reach is touched, and shrunk by area first: sampling alone would alias a large face.
        whole, reach = self.matrix(), self.side * 0.75
        (x0, x1), (y0, y1) = (
            _reach(centre * share, reach * share, length)
            for centre, share, length in zip(self.centre, stretch, pixels.shape[1::-1], strict=True))
        part = np.ascontiguousarray(pixels[y0:y1, x0:x1])
        shrink = np.array(stretch)
        scale = self.scale / max(stretch)
        if scale < 0.75:
            smaller = max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale))
            shrink = shrink * [smaller[0] / part.shape[1], smaller[1] / part.shape[0]]
            part = cv2.resize(part, smaller, interpolation=cv2.INTER_AREA)
        linear = whole[:, :2] / shrink
        shift = whole[:, 2] + whole[:, :2] @ (np.array([x0, y0]) / stretch)
        # OpenCV counts from pixel centres.
        shift = shift + linear @ np.array([0.5, 0.5]) - 0.5
        return cv2.warpAffine(part, np.column_stack([linear, shift]), (self.size, self.size),
                              flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=BEYOND)

    def back(self, seen: Sighting) -> Sighting:
        """What was seen in the view, in picture coordinates."""
        whole = self.matrix()
        inverse = np.linalg.inv(whole[:, :2])
        points = np.empty((len(seen.landmarks), 3), np.float64)
        points[:, :2] = (seen.landmarks[:, :2] - whole[:, 2]) @ inverse.T
        points[:, 2] = seen.landmarks[:, 2] / self.scale
        # A picture turned clockwise turns the camera's x, y plane (y up) clockwise as well.
        angle = np.radians(-self.turn)
        turned = np.eye(4)
        turned[:2, :2] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
        return Sighting(points.astype(np.float32), seen.blendshapes, (turned @ seen.matrix).astype(np.float32))


def _reach(centre: float, reach: float, length: int) -> tuple[int, int]:
    """First and last + 1 of the pixels within reach, at least one of them in the picture."""
    first = min(max(0, int(centre - reach)), length - 1)
    return first, max(first + 1, min(length, int(centre + reach) + 1))


def view_of(landmarks: np.ndarray, share: float = 0.55, shift: tuple[float, float] = (0.0, 0.0),
            size: int = 512) -> UprightView:
    """The view in which a face with these landmarks stands upright and fills `share` of the height.

    shift: moves the view by that share of the face's height along its own axes.
    """
    points = landmarks[:, :2].astype(np.float64)
    across = points[LEFT_EYE_OUTER] - points[RIGHT_EYE_OUTER]
    down = points[CHIN] - points[HAIRLINE]
    ratio = float(np.hypot(*down) / max(np.hypot(*across), 1e-9))
    tall = 1.0 if ratio >= _SQUASHED else min(USUAL_HEIGHT / max(ratio, 1e-9), _MOST_STRETCH)
    # The eye line foreshortens when the head turns aside, the midline when it nods: together they hold.
    axis = across + np.array([down[1], -down[0]])
    turn = float(np.degrees(np.arctan2(axis[1], axis[0])))
    angle = np.radians(turn)
    basis = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    along = Box.around(points @ basis.T)
    extent = max(along.height * tall, along.width)
    centre = basis.T @ (np.array(along.centre) + np.array(shift) * extent)
    return UprightView((float(centre[0]), float(centre[1])), max(8.0, extent / share), turn, size, tall)
