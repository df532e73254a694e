"""Where the square that FFHQ's generators draw lies in a photo."""

from dataclasses import dataclass

import numpy as np

RIGHT_EYE = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246)
LEFT_EYE = (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466)
_MOUTH = (61, 291)
_OF_EYES, _OF_MOUTH, _DOWN = 2.0, 1.8, 0.1
_OF_LANDMARKS = 1.019
"""FFHQ was cut by other landmarks. Forty drawn faces, which fill their square by definition, came out so much too small
by these (spread .014), and in the right place (to .0005 of a side)."""


@dataclass(frozen=True)
class Alignment:
    """A square in a photo, turned and scaled as FFHQ's pictures were cut (Karras et al., CVPR 2019, appendix A).

    x, y:   its centre in photo pixels. right, down: from there to the middle of its right side, photo pixels; the way
            to its lower side is the same turned by a quarter, (-down, right).
    """

    x: float
    y: float
    right: float
    down: float

    @property
    def side(self) -> float:
        """Length of a side in photo pixels."""
        return 2 * float(np.hypot(self.right, self.down))

    def to_photo(self, size: int) -> np.ndarray:
        """(2, 3) float64: from the drawn picture of `size` pixels to the photo; the corner of a pixel counts."""
        right, down = 2 * self.right / size, 2 * self.down / size
        return np.array([[right, -down, self.x - self.right + self.down],
                         [down, right, self.y - self.right - self.down]])

    def to_drawn(self, size: int) -> np.ndarray:
        """(2, 3) float64: from the photo to the drawn picture of `size` pixels."""
        linear = np.linalg.inv(self.to_photo(size)[:, :2])
        return np.concatenate([linear, -linear @ self.to_photo(size)[:, 2:]], 1)


def align(landmarks: np.ndarray) -> Alignment:
    """The square for a face. landmarks: (478, 2|3) photo pixels."""
    points = np.asarray(landmarks, np.float64)[:, :2]
    right_eye, left_eye = points[list(RIGHT_EYE)].mean(0), points[list(LEFT_EYE)].mean(0)
    eyes, mouth = (right_eye + left_eye) / 2, points[list(_MOUTH)].mean(0)
    across, below = left_eye - right_eye, mouth - eyes
    way = across + np.array([below[1], -below[0]])  # both say where the face's left is
    reach = max(_OF_EYES * float(np.hypot(*across)), _OF_MOUTH * float(np.hypot(*below)))
    way *= _OF_LANDMARKS * reach / float(np.hypot(*way))
    centre = eyes + _DOWN * below
    return Alignment(float(centre[0]), float(centre[1]), float(way[0]), float(way[1]))


def cut_aligned(pixels: np.ndarray, alignment: Alignment, size: int) -> np.ndarray:
    """The square as a picture (size, size, C) of the same type; beyond the photo its edge pixels are mirrored."""
    from engine.base.opencv import cv2

    matrix = alignment.to_photo(size)
    corners = np.array([[0, 0], [size, 0], [0, size], [size, size]]) @ matrix[:, :2].T + matrix[:, 2]
    (x0, x1), (y0, y1) = (_reach(corners[:, axis], pixels.shape[1 - axis]) for axis in (0, 1))
    part = np.ascontiguousarray(pixels[y0:y1, x0:x1])  # OpenCV warps no picture of more than 32767 pixels
    reduced, shrink = part, 1
    while alignment.side / shrink > 2 * size and min(reduced.shape[:2]) > 2:  # or the warp would skip pixels
        reduced = cv2.resize(reduced, (reduced.shape[1] // 2, reduced.shape[0] // 2), interpolation=cv2.INTER_AREA)
        shrink *= 2
    if reduced.ndim == 2:
        reduced = reduced[..., None]
    matrix[:, 2] -= x0, y0
    matrix[0] *= reduced.shape[1] / part.shape[1]
    matrix[1] *= reduced.shape[0] / part.shape[0]
    matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5  # OpenCV counts from the middle of a pixel
    return cv2.warpAffine(reduced, matrix, (size, size), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                          borderMode=cv2.BORDER_REFLECT_101)


def _reach(places: np.ndarray, length: int) -> tuple[int, int]:
    """First and last + 1 of the photo's rows or columns that are looked at, mirrored ones counted where they come
    from. places: corners of the square, photo pixels."""
    limit = 4 * length
    low = int(np.clip(np.floor(places.min()) - 2, -limit, limit))
    high = int(np.clip(np.ceil(places.max()) + 2, -limit, limit))
    first, last = low, high
    if low < 0:
        last = max(last, -low + 1)
    if high > length:
        first = min(first, 2 * length - high - 1)
    first = min(max(first, 0), length - 1)
    return first, max(min(last, length), first + 1)
