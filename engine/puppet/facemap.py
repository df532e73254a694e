"""Which of the 478 face landmarks are lids, lips, brows and the rest. Left and right are the subject's.

Numbering of MediaPipe's face mesh with refined lips, lids and irises (Google, face_landmarker model card).
Every aperture has an upper and a lower rim from one corner to the other, in the picture's left to right for an
upright face; the two lists share their first and last landmark and pair up one to one.
"""

from typing import NamedTuple

import numpy as np

from engine.photo.upright import USUAL_HEIGHT


class Rim(NamedTuple):
    """Landmarks of an opening's edge, upper and lower, corner to corner."""

    upper: tuple[int, ...]
    lower: tuple[int, ...]


RIGHT_EYE = Rim((33, 246, 161, 160, 159, 158, 157, 173, 133), (33, 7, 163, 144, 145, 153, 154, 155, 133))
LEFT_EYE = Rim((362, 398, 384, 385, 386, 387, 388, 466, 263), (362, 382, 381, 380, 374, 373, 390, 249, 263))
MOUTH = Rim((78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308), (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308))
APERTURES = {"eyeRight": RIGHT_EYE, "eyeLeft": LEFT_EYE, "mouth": MOUTH}

IRIS = {"eyeRight": (468, (469, 470, 471, 472)), "eyeLeft": (473, (474, 475, 476, 477))}
"""Centre, and four points on the edge."""

OUTER_LIPS = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
        148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)
BROW = {"Right": (70, 63, 105, 66, 107, 55, 65, 52, 53, 46), "Left": (300, 293, 334, 296, 336, 285, 295, 282, 283, 276)}
"""Upper edge outer to inner, then lower edge back."""

FOREHEAD, CHIN, NOSE_TIP = 10, 152, 1


class FaceAxes(NamedTuple):
    """The face's own axes in the picture: `right` along the eyes (picture left to right), `down` across it.

    height: hairline to chin, the unit most lengths in this package are given in; iod: outer canthus to outer canthus.
    """

    right: np.ndarray
    down: np.ndarray
    height: float
    iod: float


_SQUASHED = 1.15, 1.45  # wholly, not at all


def flatness(axes: FaceAxes) -> float:
    """Height of a thing in the face over what it would be in a picture that was not squashed; 1 in any ordinary one."""
    ratio = axes.height / max(axes.iod, 1e-9)
    low, high = _SQUASHED
    return 1 + (max(ratio, 0.3) / USUAL_HEIGHT - 1) * float(np.clip((high - ratio) / (high - low), 0, 1))


def face_axes(landmarks: np.ndarray) -> FaceAxes:
    """From (478, 2|3) landmarks, in their unit."""
    points = np.asarray(landmarks, np.float64)[:, :2]
    across = points[263] - points[33]
    iod = float(np.hypot(*across))
    right = across / max(iod, 1e-9)
    down = np.array([-right[1], right[0]])
    return FaceAxes(right, down, float(np.hypot(*(points[CHIN] - points[FOREHEAD]))), iod)
