"""Whether a key is good enough to be blended in, and which keys a face has a use for."""

import math

import numpy as np

from engine.base.text import Text
from engine.photo.arkit import ARKIT_INDEX
from engine.puppet.facemap import MOUTH, face_axes
from engine.puppet.facts import FaceFacts
from engine.puppet.keys.polish_key import KeyKind, PolishKey
from engine.puppet.patches import as_unit, luminance, polygon_mask

FARTHEST = 0.40
"""dlib's distance between a key and the same face unedited beyond which it is another face: .6 is another person, and
a picture of the same one scatters by .03."""

_SHUT, _STILL_OPEN = 0.42, 0.55  # least blink the network must see; share of the eyes' own opening that may be left
_SMILES, _SHOWS_TEETH = 0.60, 0.020  # least smile; least lip gap, face heights
_NO_SMILE, _LIPS_APART = 0.30, 0.030  # most smile and lip gap of a face at rest; the gap is closed when blended
_CHEEKS, _PALE = (50, 280, 101, 330, 205, 425), 0.62  # teeth are at least so bright, where cheeks are 1
_TURNED = 0.06  # share of the distance between the eyes by which the nose may move aside: the head turned


def wanted(facts: FaceFacts) -> tuple[KeyKind, ...]:
    """The keys a face has a use for: what it shows itself needs none."""
    kinds: list[KeyKind] = []
    if max(_both(facts.blendshapes, "eyeBlink")) < 0.5:
        kinds.append("closed-eyes")
    smiles = _mean(facts.blendshapes, "mouthSmile") > 0.35
    if smiles:
        kinds.append("neutral")
    if not smiles or facts.lip_gap < _SHOWS_TEETH:
        kinds.append("smile")
    return tuple(kinds)


def refusal(key: PolishKey) -> Text | None:
    """Why a key must not be used, in words for people; None when it may."""
    if math.isnan(key.identity):
        return Text("whether it is still the same person could not be measured")
    if key.identity > FARTHEST:
        return Text("it became another face (identity distance {0}, at most {1})", f"{key.identity:.2f}",
                    f"{FARTHEST:.2f}")
    if _turn(key) > _TURNED:
        return Text("the head turned")
    if key.kind == "closed-eyes":
        left = max(_lid_gap(key.landmarks, eye) / max(_lid_gap(key.reference_landmarks, eye), 1e-6)
                   for eye in ((159, 145, 33, 133), (386, 374, 263, 362)))
        if min(_both(key.blendshapes, "eyeBlink")) < _SHUT or left > _STILL_OPEN:
            return Text("its eyes did not close")
        return None
    smile, gap = _mean(key.blendshapes, "mouthSmile"), _lip_gap(key.landmarks)
    if key.kind == "smile":
        if smile < _SMILES:
            return Text("it does not smile")
        return Text("its smile shows no teeth") if gap < _SHOWS_TEETH or _in_the_mouth(key) < _PALE else None
    if smile > _NO_SMILE:
        return Text("it still smiles")
    return Text("its mouth stayed open") if gap > _LIPS_APART else None


def _both(blendshapes: np.ndarray, name: str) -> tuple[float, float]:
    right, left = (float(np.nan_to_num(blendshapes[ARKIT_INDEX[name + side]])) for side in ("Right", "Left"))
    return right, left


def _mean(blendshapes: np.ndarray, name: str) -> float:
    return sum(_both(blendshapes, name)) / 2


def _lip_gap(landmarks: np.ndarray) -> float:
    """Face heights."""
    axes = face_axes(landmarks)
    return float((landmarks[14, :2] - landmarks[13, :2]) @ axes.down) / max(axes.height, 1e-6)


def _lid_gap(landmarks: np.ndarray, eye: tuple[int, int, int, int]) -> float:
    """Over the eye's width."""
    up, low, outer, inner = (landmarks[number, :2].astype(np.float64) for number in eye)
    return float(np.hypot(*(up - low)) / max(float(np.hypot(*(outer - inner))), 1e-6))


def _in_the_mouth(key: PolishKey) -> float:
    """How bright the brighter part of what is seen between the lips is, over the skin of the cheeks."""
    points = key.landmarks[:, :2].astype(np.float64)
    inside = polygon_mask((key.side, key.side), points[[*MOUTH.upper, *MOUTH.lower[-2:0:-1]]]) > 0.5
    light = luminance(as_unit(key.picture))
    x, y = np.clip(points[list(_CHEEKS)].astype(int), 0, key.side - 1).T
    return float(np.percentile(light[inside], 75) / max(float(np.median(light[y, x])), 0.02)) if inside.any() else 0.0


def _turn(key: PolishKey) -> float:
    def sideways(landmarks: np.ndarray) -> float:
        axes = face_axes(landmarks)
        middle = (landmarks[33, :2] + landmarks[263, :2]).astype(np.float64) / 2
        return float((landmarks[4, :2] - middle) @ axes.right) / max(axes.iod, 1e-6)

    return abs(sideways(key.landmarks) - sideways(key.reference_landmarks))
