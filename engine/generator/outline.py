"""Where a person's outline has moved: nothing is carried over it, and what the inversion missed beside it goes too."""

from dataclasses import replace

import numpy as np

from engine.generator.change import SIDE, Change

# Pixels of a square of SIDE.
_SPECK, _TOUCH, _REACH, _GROW = 4.0, 6.0, 24.0, 3.0


def outlined(change: Change, photo: np.ndarray, before: np.ndarray, after: np.ndarray) -> Change:
    """The change with what is known of the background.

    photo, before, after: (s, s) float32 0..1, where 1 the photo, and what was drawn before and after, show what is
    behind the person.

    What was background and is person now, or the other way round, is not the same that was there, however alike it
    looks. And where the outline draws back, an ear or a strand of hair that the inversion missed would stay in the air:
    what is person in the photo alone, near a moved outline, is taken from the edit.
    """
    from engine.base.opencv import cv2

    side = len(photo)
    unit = side / SIDE
    x = np.arange(side, dtype=np.float32)
    came = cv2.remap(before, change.flow[..., 0] * side + x, change.flow[..., 1] * side + x[:, None], cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE)
    carried = change.carried * (1 - np.abs(after - came))
    moved = cv2.morphologyEx((np.abs(after - before) > 0.5).astype(np.uint8), cv2.MORPH_OPEN, _disc(_SPECK * unit))
    left = ((1 - photo) * after > 0.5).astype(np.uint8)
    count, parts = cv2.connectedComponents(left)
    touched = np.bincount(parts[cv2.dilate(moved, _disc(_TOUCH * unit)) > 0], minlength=count) > 0
    touched[0] = False
    loose = (touched[parts] & (cv2.dilate(moved, _disc(_REACH * unit)) > 0)).astype(np.uint8)
    soft = cv2.GaussianBlur(cv2.dilate(loose, _disc(_GROW * unit)).astype(np.float32), (0, 0), _GROW / 2 * unit)
    return replace(change, mask=np.maximum(change.mask, soft), carried=carried * (1 - soft))


def _disc(radius: float) -> np.ndarray:
    from engine.base.opencv import cv2

    reach = max(1, round(radius))
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
