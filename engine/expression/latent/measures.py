"""What the closed loop looks at on a drawn face: blendshapes before their sigmoid, pose, and lengths."""

import numpy as np

from engine.photo.arkit import ARKIT_INDEX
from engine.photo.face import CHIN, HAIRLINE, Face

LOGITS: dict[str, tuple[str, ...]] = {
    name: (name,) if name in ARKIT_INDEX else (f"{name}Left", f"{name}Right") for name in (
        "browInnerUp", "browOuterUp", "browDown", "eyeWide", "eyeBlink", "eyeSquint", "cheekSquint", "noseSneer",
        "mouthSmile", "mouthFrown", "mouthDimple", "mouthStretch", "mouthPress", "mouthUpperUp", "mouthLowerDown",
        "mouthRollUpper", "mouthRollLower", "mouthShrugUpper", "mouthShrugLower", "mouthPucker", "mouthFunnel",
        "mouthClose", "jawOpen")
}
"""Measures that are blendshapes, both sides together. A generator's faces are nearly even, and so are its moves."""

NAMES: tuple[str, ...] = (*LOGITS, "gazeSideways", "gazeUp", "yaw", "pitch", "eyesOpen", "mouthOpen", "mouthWidth",
                          "faceWidth")
"""Every measure, in the order of `measured`."""

PLACE = {name: place for place, name in enumerate(NAMES)}

WORDS: dict[str, str] = {
    "browInnerUp": "raised inner brows", "browOuterUp": "raised outer brows", "browDown": "frown",
    "eyeWide": "widened eyes", "eyeBlink": "shutting of the eyes", "eyeSquint": "squint",
    "cheekSquint": "raised cheeks", "noseSneer": "wrinkled nose", "mouthSmile": "smile",
    "mouthFrown": "corners of the mouth down", "mouthDimple": "dimples", "mouthStretch": "stretched lips",
    "mouthPress": "pressed lips", "mouthUpperUp": "raised upper lip", "mouthLowerDown": "dropped lower lip",
    "mouthRollUpper": "rolled upper lip", "mouthRollLower": "rolled lower lip", "mouthShrugUpper": "pushed upper lip",
    "mouthShrugLower": "raised chin", "mouthPucker": "pucker", "mouthFunnel": "funnelled lips",
    "mouthClose": "lips closed over the jaw", "jawOpen": "dropped jaw", "gazeSideways": "gaze to their left",
    "gazeUp": "gaze up", "yaw": "turn to their left", "pitch": "looking up", "eyesOpen": "opened eyes",
    "mouthOpen": "opened mouth", "mouthWidth": "width of the mouth", "faceWidth": "width of the face",
}
"""What more of a measure is to people."""

_LEAST = 1e-8
"""Weights nearer to 0 or 1 than this are taken for this: the network's own numbers end about there."""


def logits(blendshapes: np.ndarray) -> np.ndarray:
    """(..., 25) float64 from weights (..., 52): log(p / (1 - p)), mean of both sides, then the gaze.

    Before the sigmoid the network's outputs are alive and nearly linear in what the face does even where the weight
    itself stays at a millionth (cheekSquint, noseSneer), which a difference of weights would not show.
    """
    weights = np.clip(np.asarray(blendshapes, np.float64), _LEAST, 1 - _LEAST)
    before = np.log(weights / (1 - weights))

    def mean(*names: str) -> np.ndarray:
        return np.mean([before[..., ARKIT_INDEX[name]] for name in names], axis=0)

    left = mean("eyeLookOutLeft", "eyeLookInRight") - mean("eyeLookInLeft", "eyeLookOutRight")
    up = mean("eyeLookUpLeft", "eyeLookUpRight") - mean("eyeLookDownLeft", "eyeLookDownRight")
    return np.stack([*(mean(*names) for names in LOGITS.values()), left / 2, up / 2], axis=-1)


def measured(face: Face) -> np.ndarray:
    """(31,) float64 in the order of `NAMES`: logits, degrees, and lengths over other lengths of the same face.

    Lengths are taken in the three dimensions of the landmarks, so that turning the head does not change them.
    """
    points = face.landmarks.astype(np.float64)

    def length(one: int, other: int) -> float:
        return float(np.linalg.norm(points[one] - points[other]))

    eyes = face.interocular
    lids = (length(159, 145) / length(33, 133) + length(386, 374) / length(263, 362)) / 2
    return np.array([*logits(face.blendshapes), face.yaw, face.pitch, lids, length(13, 14) / eyes,
                     length(61, 291) / eyes, length(234, 454) / length(CHIN, HAIRLINE)])
