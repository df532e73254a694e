"""How strongly a face shows each action unit, measured on its landmarks: the meters that acceptance is held to.

Every measure is a length in inter-ocular distances (IOD: between the outer canthi, in three dimensions), taken after
the head's pose is undone (the landmarks are turned by the inverse of the face's rotation), relative to the line
through the eye's corners, which no unit moves much. Each rises when its unit gets stronger. They are geometric, so
they do not depend on the network that estimates blendshapes, though they use the same landmarks. What they cannot do
is compare people: a high brow is no raised brow. Compare pictures of one person.

Noise, when the same picture is turned, scaled and shifted by a little (faces of 100 to 350 pixels): standard deviation
0.0002 to 0.002, up to 0.004 for AU17 and AU26.

Points are MediaPipe's 478. FACS names: Ekman, Friesen, Hager, Facial Action Coding System (2002).
"""

import numpy as np

from engine.photo.face import Face

TWO_SIDED = ("AU1", "AU2", "AU4", "AU5", "AU6", "AU9", "AU12", "AU15", "AU20")
UNITS = ("AU1", "AU2", "AU4", "AU5", "AU6", "AU9", "AU12", "AU15", "AU17", "AU20", "AU25", "AU26")

# Per side: the subject's right, then left.
_INNER_BROW = ((107, 55, 66), (336, 285, 296))
_OUTER_BROW = ((70, 46, 63, 53), (300, 276, 293, 283))
_MIDDLE_BROW = ((105, 52, 66, 65), (334, 282, 296, 295))
_BROW_END = (55, 285)
_CANTHI = ((33, 133), (263, 362))
_UPPER_LID = ((158, 159, 160), (385, 386, 387))
_LOWER_LID = ((144, 145, 153), (373, 374, 380))
_IRIS = (468, 473)
# Below the lid, not the cheek: the network puts cheek points where its mesh wants them, and they do not follow.
_UNDER_LID = ((230,), (450,))
_NOSE_WING = ((129, 98, 64), (358, 327, 294))
_UPPER_LIP = ((37, 39), (267, 269))
_LIP_CORNER = (61, 291)
_LIP_GAP = ((13, 14), (82, 87), (312, 317))
_LOWER_LIP, _CHIN_BOSS, _CHIN = 17, (18, 200), 152


def measure_units(face: Face) -> dict[str, float]:
    """Every unit's measure in IOD: "AU1" .. "AU26", and "AU1L", "AU1R" for units with two sides (the mean is "AU1").

    AU1  inner brow above the eye line            AU12 lip corner outward and up, along the diagonal
    AU2  outer brow above the eye line            AU15 lip corner below the eye line
    AU4  brow toward the eye, and toward the other brow
    AU5  upper lid above the iris' centre         AU17 lower lip and chin boss toward the eye line
    AU6  lower lid and the skin below it upward    AU20 lip corner away from the midline
    AU9  nose wing and upper lip toward the eye line
    AU25 gap between the lips                     AU26 chin and lower lip away from the eye line
    """
    points = frontal(face)
    sides = {"R": _side(points, 0), "L": _side(points, 1)}
    values: dict[str, float] = {}
    for unit in TWO_SIDED:
        for side, found in sides.items():
            values[unit + side] = found[unit]
        values[unit] = (values[unit + "R"] + values[unit + "L"]) / 2
    up = points[:, 1]
    values["AU17"] = float((up[_LOWER_LIP] + up[list(_CHIN_BOSS)].mean()) / 2)
    values["AU25"] = float(np.mean([up[upper] - up[lower] for upper, lower in _LIP_GAP]))
    values["AU26"] = float(-(up[_CHIN] + up[_LOWER_LIP]) / 2)
    return values


def frontal(face: Face) -> np.ndarray:
    """(478, 3) float64: the landmarks seen from the front, in IOD, x to the subject's left, y up, z out of the face,
    from the middle between the outer canthi."""
    camera = face.landmarks.astype(np.float64) * [1, -1, -1]
    turned = camera @ face.rotation
    corners = turned[[_CANTHI[0][0], _CANTHI[1][0]]]
    return (turned - corners.mean(axis=0)) / np.linalg.norm(corners[1] - corners[0])


def _side(points: np.ndarray, side: int) -> dict[str, float]:
    """The measures of one side; 0 is the subject's right."""
    outward = -1.0 if side == 0 else 1.0
    level = points[list(_CANTHI[side]), 1].mean()

    def height(where: tuple[int, ...]) -> float:
        return float(points[list(where), 1].mean() - level)

    middle = points[[index for pair in _CANTHI for index in pair], 0].mean()
    corner = points[_LIP_CORNER[side]]
    out, above = float(outward * (corner[0] - middle)), float(corner[1] - level)
    approach = float(abs(points[_BROW_END[0], 0] - points[_BROW_END[1], 0]))
    return {
        "AU1": height(_INNER_BROW[side]),
        "AU2": height(_OUTER_BROW[side]),
        "AU4": -height(_INNER_BROW[side] + _MIDDLE_BROW[side]) - approach / 2,
        "AU5": height(_UPPER_LID[side]) - height((_IRIS[side],)),
        "AU6": (height(_LOWER_LID[side]) + height(_UNDER_LID[side])) / 2,
        "AU9": (2 * height(_NOSE_WING[side]) + height(_UPPER_LIP[side])) / 3,
        "AU12": (out + above) / np.sqrt(2),
        "AU15": -above,
        "AU20": out,
    }
