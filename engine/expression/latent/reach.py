"""How far an expression reaches: the face, not the hair and the collar around it."""

import numpy as np

from engine.base.opencv import cv2

_FULL, _NONE = 0.02, 0.075  # of the square's side beyond the face's outline: all of the edit, none of it


def beyond_face(one: np.ndarray, other: np.ndarray, side: int) -> np.ndarray:
    """(side, side) float32 0..1 over a drawn square: 0 on the face before or after, 1 well outside both.

    one, other: (478, 2|3) landmarks in pixels of the square. Generators change hair and clothes along with a smile;
    an expression has no business there.
    """
    inside = np.zeros((side, side), np.uint8)
    for points in (one, other):
        hull = cv2.convexHull(np.rint(points[:, :2]).astype(np.int32))
        cv2.fillConvexPoly(inside, hull, 1)
    away = cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5) / side
    share = np.clip((away - _FULL) / (_NONE - _FULL), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)
