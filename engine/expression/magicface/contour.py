"""The jaw line from ear to ear as seventeen coloured dots: MagicFace's only knowledge of the pose."""

import numpy as np

from engine.expression.magicface.crop import SIDE

_ALIGNED = 256

# Where the five key points of an aligned 256 pixel face lie: eyes, nose, mouth corners, left to right in the picture.
_FIVE = np.array([(92.5892, 103.3926), (163.0636, 103.0028), (128.0504, 143.4732), (99.0986, 184.7310),
                  (157.4598, 184.4082)])

# Colours of the dots as (blue, green, red); the original reverses them, so point 0 is pink and point 16 orange.
_COLOURS = ((127, 0, 255), (121, 9, 254), (113, 21, 254), (105, 34, 254), (99, 43, 254), (91, 56, 253), (83, 68, 252),
            (77, 77, 251), (69, 89, 250), (61, 100, 249), (53, 112, 248), (47, 120, 247), (39, 131, 245),
            (31, 142, 243), (25, 149, 242), (17, 159, 240), (9, 169, 238))
_RADIUS = 2

# MediaPipe's face oval from the subject's right ear over the chin to the left ear.
_OVAL = (127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454,
         356)

# Pupils, nose tip, mouth corners in MediaPipe's mesh.
_KEY_POINTS = (468, 473, 1, 61, 291)


def jaw_points(landmarks: np.ndarray) -> np.ndarray:
    """Seventeen points (17, 2) evenly along the face oval from ear to ear, from landmarks (478, 2 or more)."""
    chain = landmarks[list(_OVAL), :2].astype(np.float64)
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(chain, axis=0), axis=1))])
    places = np.linspace(0, lengths[-1], len(_COLOURS))
    return np.stack([np.interp(places, lengths, chain[:, axis]) for axis in (0, 1)], axis=1)


def key_points(landmarks: np.ndarray) -> np.ndarray:
    """Pupils, nose tip and mouth corners (5, 2), left to right in the picture, from landmarks (478, 2 or more)."""
    return landmarks[list(_KEY_POINTS), :2].astype(np.float64)


def aligning(five: np.ndarray) -> np.ndarray:
    """The similarity (2, 3) that brings five key points nearest to their places in an aligned 256 pixel face."""
    centre, wanted = five.mean(axis=0), _FIVE.mean(axis=0)
    a, b = five - centre, _FIVE - wanted
    norm = (a**2).sum()
    cosine = (a * b).sum() / norm
    sine = (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum() / norm
    turn = np.array([[cosine, -sine], [sine, cosine]])
    return np.column_stack([turn, wanted - turn @ centre])


def contour_picture(jaw: np.ndarray, five: np.ndarray) -> np.ndarray:
    """Dots for jaw points (17, 2) on black, (512, 512, 3) uint8; all points in canvas pixels.

    Drawn in the aligned face's frame and warped back, as the original does, so that dots are larger in larger faces.
    """
    from engine.base.opencv import cv2

    matrix = aligning(five)
    aligned = np.zeros((_ALIGNED, _ALIGNED, 3), np.uint8)
    for point, colour in zip(jaw @ matrix[:, :2].T + matrix[:, 2], _COLOURS, strict=True):
        x, y = (int(value) for value in np.rint(point))
        cv2.circle(aligned, (x, y), _RADIUS, colour[::-1], -1)
    return cv2.warpAffine(aligned, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
