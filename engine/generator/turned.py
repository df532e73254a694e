"""A drawn head that was turned, laid into the photo as layers: what is behind, the photo's own neck and hair, the head.
"""

from dataclasses import dataclass

import numpy as np

_FULL = 0.99  # of a pixel: the photo shows nothing but the person there
_TOUCHED = 0.003  # crop sides around what has moved in which something may change
_MOVED = 0.0004, 0.0012  # crop sides: up to the first a movement is none, from the second on it is seen


@dataclass(frozen=True, eq=False)
class TurnedHead:
    """Where the parts of a head that was turned lie in the photo. Pictures "of the crop" have any size of their own.

    move (2, 3): from a place of the crop to where the drawn head is laid, crop sides.
    source (k, k, 2), goes (k, k) float32: of the crop, where in it what is seen after the turn was, and how far what is
        seen before it goes, crop sides.
    own (n, n, 4) float32 0..1 sRGB: of the crop, the person's own colours and how much of a pixel the person is.
    plate (n, n, 4): of the crop, what is behind the person, and where it takes the photo's place.
    under (k, k) float32 0..1: of the crop after the turn, how much of the photo's own person is seen there unless the
        drawn head is before it.
    head (h, h) float32 0..1: of the drawn square, how much of the drawn head is laid over all that.
    face (h, h) float32 0..1: of the drawn square, where the photo's own detail is carried along.
    amount: 0 to 1, how far the drawn head takes the photo's place even where it shows the same.
    """

    move: np.ndarray
    source: np.ndarray
    goes: np.ndarray
    own: np.ndarray
    plate: np.ndarray
    under: np.ndarray
    head: np.ndarray
    face: np.ndarray
    amount: float

    def back(self, side: int) -> np.ndarray:
        """(2, 3) from a pixel of a crop of so many pixels a side to where it is without the move."""
        linear = np.linalg.inv(self.move[:, :2])
        return np.column_stack([linear, -linear @ self.move[:, 2] * side])

    def on_square(self, to_drawn: np.ndarray, side: int, size: int) -> np.ndarray:
        """(size, size) float32 0..1 how much of the photo's person is at a place of the drawn square before the turn.

        to_drawn (2, 3): from a crop of `side` pixels to the square of `size`."""
        from engine.base.opencv import cv2

        matrix = to_drawn.copy()
        matrix[:, :2] *= side / len(self.own)
        matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5
        return cv2.warpAffine(np.ascontiguousarray(self.own[..., 3]), matrix, (size, size), flags=cv2.INTER_LINEAR)


class UnderHead:
    """What is seen under a drawn head that turned: the photo with what is behind the person filled in, and with as much
    of the photo's own person as the turn leaves there.

    native (s, s, 3): the crop's samples; plate, own: of the turned head, in the colours of `native`.
    """

    def __init__(self, native: np.ndarray, turned: TurnedHead, plate: np.ndarray, own: np.ndarray) -> None:
        from engine.base.opencv import cv2

        self._native, self._turned, self._plate, self._own = native, turned, plate, own
        side = len(turned.goes)
        low, high = _MOVED
        around = np.ones((2 * max(1, round(_TOUCHED * side)) + 1,) * 2, np.uint8)
        moved = np.clip((turned.goes - low) / (high - low), 0, 1)
        came = np.linalg.norm(turned.source - _middles(side), axis=2) * (turned.under > 0)
        moved = np.maximum(moved, np.clip((came - low) / (high - low), 0, 1)).astype(np.float32)
        self._touched = cv2.GaussianBlur(cv2.dilate(moved, around), (0, 0), _TOUCHED * side / 2)

    def drawn(self, rows: slice, columns: slice) -> tuple[np.ndarray, np.ndarray]:
        """A window of the crop: (h, w, 3) float32 0..1, and (h, w) 0..1 how far it counts; 0 where the photo stays."""
        from engine.base.opencv import cv2

        most = np.float32(np.iinfo(self._native.dtype).max)
        colours = self._native[rows, columns].astype(np.float32) / most
        plate = self._of(self._plate, rows, columns)
        colours += plate[..., 3:] * (plate[..., :3] - colours)
        rest = self._of(np.dstack([self._turned.source, self._turned.under]), rows, columns)
        side, size = len(self._native), len(self._own)
        x, y = rest[..., 0], rest[..., 1]
        own = cv2.remap(self._own, x * size - 0.5, y * size - 0.5, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        person = cv2.remap(self._native, x * side - np.float32(0.5), y * side - np.float32(0.5), cv2.INTER_CUBIC,
                           borderMode=cv2.BORDER_REPLICATE).astype(np.float32) / most
        person += (own[..., 3:] < _FULL) * (own[..., :3] - person)
        colours += (own[..., 3:] * rest[..., 2:]) * (person - colours)
        return colours, self._of(self._touched, rows, columns)

    def _of(self, picture: np.ndarray, rows: slice, columns: slice) -> np.ndarray:
        """A window of a picture (k, k[, C]) over the crop."""
        from engine.base.opencv import cv2

        share = len(picture) / len(self._native)
        matrix = np.array([[share, 0, (columns.start + 0.5) * share - 0.5],
                           [0, share, (rows.start + 0.5) * share - 0.5]])
        return cv2.warpAffine(picture, matrix, (columns.stop - columns.start, rows.stop - rows.start),
                              flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)


def _middles(side: int) -> np.ndarray:
    """(side, side, 2) where a crop's pixels are, crop sides."""
    line = (np.arange(side, dtype=np.float32) + np.float32(0.5)) / np.float32(side)
    return np.stack(np.meshgrid(line, line), -1)
