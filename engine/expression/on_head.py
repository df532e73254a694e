"""The expression that an edited face shows, on another head that knows ARKit's blendshapes only."""

import numpy as np

from engine.expression.weights import NEUTRAL_FLOOR
from engine.photo.arkit import ARKIT_INDEX
from engine.puppet.deformation import Deformation, weight_names

_FOLDED = {
    "browInnerUpLeft": (("browInnerUp", 0.5),), "browInnerUpRight": (("browInnerUp", 0.5),),
    "cheekPuffLeft": (("cheekPuff", 0.5),), "cheekPuffRight": (("cheekPuff", 0.5),),
    "noseWrinkleLeft": (("noseSneerLeft", 1.0),), "noseWrinkleRight": (("noseSneerRight", 1.0),),
    "lipPart": (("mouthLowerDownLeft", 0.3), ("mouthLowerDownRight", 0.3), ("mouthUpperUpLeft", 0.3),
                ("mouthUpperUpRight", 0.3)),
}
"""What the puppet's own shapes come to on a head that has ARKit's only."""

_PARTING = ("mouthLowerDownLeft", "mouthLowerDownRight", "mouthUpperUpLeft", "mouthUpperUpRight", "jawOpen")


def head_expression(change: Deformation, blendshapes: np.ndarray) -> np.ndarray:
    """(52,) float32 0..1: a change on top of what the photo shows, as ARKit weights of the head.

    blendshapes: (52,) of the photo. What the network reports on a face at rest is left out: the head has a rest of
    its own.
    """
    shown = np.nan_to_num(np.clip(np.asarray(blendshapes, np.float64), 0, 1))
    total = np.clip((shown - NEUTRAL_FLOOR) / (1 - NEUTRAL_FLOOR), 0, 1)
    for name, weight in zip(weight_names(), change.weights, strict=True):
        if name in ARKIT_INDEX:
            total[ARKIT_INDEX[name]] += weight
        for folded, gain in _FOLDED.get(name, ()):
            total[ARKIT_INDEX[folded]] += gain * weight
    # Lips that the puppet closes meet: what parts them on the head goes.
    for name in _PARTING:
        total[ARKIT_INDEX[name]] *= 1 - min(max(change.weight("lipClose"), 0.0), 1.0)
    return np.clip(total, 0, 1).astype(np.float32)
