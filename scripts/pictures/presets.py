"""What presets make of a face: is the emotion that was asked for the one that is seen, and by whom?

Two judges: MediaPipe's blendshapes of the drawn picture, and the network of seven expressions. The blendshapes are
read by what the Facial Action Coding System says an emotion is made of (EMFACS), each in shares of what the network
says of it at most: it hardly ever reads a wrinkled nose above a tenth.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from engine.expression.presets import SHIPPED_ORDER, all_presets
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.face import Face
from pictures.emotion_network import EMOTIONS
from pictures.sitter import Sitter, look_of

REACH = {"smile": 0.95, "frown": 0.14, "browDown": 0.51, "browInnerUp": 0.6, "browOuterUp": 0.55, "upperUp": 0.72,
         "stretch": 0.29, "jawOpen": 0.51, "shrug": 0.66}
"""What MediaPipe's network reads of a shape with its unit at the end: the upper quartile over the faces for tuning
(`reached`). Shapes that it then reads less than `SEEN` of are no part of the judgement: wide eyes, read as .04."""
SEEN = 0.05
UNITS = {"smile": "AU12", "frown": "AU15", "browDown": "AU4", "browInnerUp": "AU1", "browOuterUp": "AU2",
         "eyeWide": "AU5", "upperUp": "upperlip", "stretch": "AU20", "jawOpen": "AU26", "shrug": "AU17"}
"""The unit that each shape is driven by."""
_SHAPES = {"smile": ("mouthSmileLeft", "mouthSmileRight"), "frown": ("mouthFrownLeft", "mouthFrownRight"),
           "browDown": ("browDownLeft", "browDownRight"), "browInnerUp": ("browInnerUp",),
           "browOuterUp": ("browOuterUpLeft", "browOuterUpRight"), "eyeWide": ("eyeWideLeft", "eyeWideRight"),
           "upperUp": ("mouthUpperUpLeft", "mouthUpperUpRight"),
           "stretch": ("mouthStretchLeft", "mouthStretchRight"), "jawOpen": ("jawOpen",),
           "shrug": ("mouthShrugLower",)}
MADE_OF: dict[str, dict[str, float]] = {
    "happy": {"smile": 1.0},
    "sad": {"browInnerUp": 0.6, "frown": 1.0, "smile": -1.0},
    "angry": {"browDown": 1.0, "smile": -1.0},
    "disgusted": {"upperUp": 1.0, "shrug": 0.4, "frown": 0.4, "smile": -1.0},
    "fearful": {"browInnerUp": 0.6, "stretch": 0.8, "jawOpen": 0.2, "smile": -1.0},
    "surprised": {"browInnerUp": 0.6, "browOuterUp": 0.6, "jawOpen": 0.9, "smile": -0.5},
}
"""Emotion -> what it is made of, of what the network sees, and what speaks against it."""
ASKED = ("happy", "surprised", "sad", "angry", "disgusted", "fearful")
"""Presets that ask for an emotion that both judges know."""


def measure(sitter: Sitter) -> dict[str, float]:
    """By preset the shapes of `UNITS`, "network EMOTION", and "dlib" and "arcface" as `identities`; by "photo" the
    shapes and the network's word on the photo."""
    found = _said(sitter, "photo", sitter.face, sitter.base(_SIDE), {})
    for preset in all_presets()[0]:
        if preset.id in SHIPPED_ORDER:
            picture = sitter.shown(preset.look, _SIDE)
            face = sitter.seen(picture)
            dlib, arcface = sitter.apart(picture, face)
            found |= _said(sitter, preset.id, face, picture, {"dlib": dlib, "arcface": arcface})
    return found


_SIDE = 900


def reach(sitter: Sitter) -> dict[str, float]:
    """By shape what the network reads of it with its unit at the end, over the photo as it is."""
    return {shape: shapes_of(sitter.seen(sitter.shown(look_of({unit: 10}), _SIDE)))[shape]
            for shape, unit in UNITS.items()}


def reached(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """`REACH` from what `reach` found on many faces."""
    upper = {shape: float(np.percentile([one[shape] for one in found], 75)) for shape in UNITS}
    return {shape: value for shape, value in upper.items() if value >= SEEN}


def _said(sitter: Sitter, name: str, face: Face, picture: np.ndarray, more: Mapping[str, float]) -> dict[str, float]:
    odds = sitter.judges.emotions.probabilities(picture, face)
    return {f"{name} {what}": value for what, value in
            (*shapes_of(face).items(), *((f"network {emotion}", odds[emotion]) for emotion in EMOTIONS), *more.items())}


def shapes_of(face: Face) -> dict[str, float]:
    """What is read of a face, the mean of both sides."""
    return {name: float(np.mean([face.blendshapes[ARKIT_INDEX[one]] for one in both]))
            for name, both in _SHAPES.items()}


def by_blendshapes(record: Mapping[str, float], preset: str) -> str:
    """The emotion of `MADE_OF` that the shapes of a preset's picture speak for most."""
    seen = {name: min(record[f"{preset} {name}"] / reach, 1.5) for name, reach in REACH.items()}
    return max(MADE_OF, key=lambda emotion: sum(seen[name] * weight for name, weight in MADE_OF[emotion].items())
               / sum(weight for weight in MADE_OF[emotion].values() if weight > 0))


def by_network(record: Mapping[str, float], preset: str) -> str:
    """The emotion that the network sees most of in a preset's picture, however little beside a face at rest."""
    return max(MADE_OF, key=lambda emotion: record[f"{preset} network {emotion}"])
