"""FACS action units estimated from blendshapes."""

import numpy as np

from engine.photo.arkit import ARKIT_INDEX

_WEIGHTS: dict[str, dict[str, float]] = {
    "AU1": {"browInnerUp": 1.0},
    "AU2": {"browOuterUpLeft": 0.5, "browOuterUpRight": 0.5},
    "AU4": {"browDownLeft": 0.5, "browDownRight": 0.5},
    "AU5": {"eyeWideLeft": 0.5, "eyeWideRight": 0.5},
    "AU9": {"noseSneerLeft": 0.5, "noseSneerRight": 0.5},
    "AU12": {"mouthSmileLeft": 0.5, "mouthSmileRight": 0.5},
    "AU15": {"mouthFrownLeft": 0.5, "mouthFrownRight": 0.5},
    "AU17": {"mouthShrugLower": 1.0},
    "AU20": {"mouthStretchLeft": 0.5, "mouthStretchRight": 0.5},
    "AU26": {"jawOpen": 1.0},
}


def action_units(blendshapes: np.ndarray) -> dict[str, float]:
    """AU1 .. AU26 from blendshapes (52,) 0..1 as 0..10: ten times the weighted sums below, cut off at 10.

    Most units are the ARKit blendshape of the same muscle, the mean of left and right. Two are not that simple:

    AU6 (cheek raiser): the larger of cheekSquint and eyeSquint times mouthSmile. MediaPipe hardly ever reports
        cheekSquint, and a squint with a smile is what a raised cheek looks like to it.
    AU25 (lips part): the largest of jawOpen, mouthLowerDown and mouthUpperUp, less mouthClose.

    An estimate by a network trained on other things, good for a first idea and for sorting. noseSneer (AU9) and eyeWide
    (AU5) stay near zero on most faces. To measure a change, use engine.photo.au_measures.
    """
    shape = {name: float(np.clip(blendshapes[index], 0, 1)) for name, index in ARKIT_INDEX.items()}

    def both(name: str) -> float:
        return (shape[name + "Left"] + shape[name + "Right"]) / 2

    sums = {unit: sum(share * shape[name] for name, share in weights.items()) for unit, weights in _WEIGHTS.items()}
    sums["AU6"] = max(both("cheekSquint"), both("eyeSquint") * both("mouthSmile"))
    sums["AU25"] = max(shape["jawOpen"], both("mouthLowerDown"), both("mouthUpperUp")) - shape["mouthClose"]
    return {unit: round(10 * float(np.clip(sums[unit], 0, 1)), 3)
            for unit in sorted(sums, key=lambda name: int(name.removeprefix("AU")))}
