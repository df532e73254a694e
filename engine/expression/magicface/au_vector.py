"""The twelve numbers MagicFace is steered by."""

from collections.abc import Mapping

import numpy as np

AU_ORDER = ("AU1", "AU2", "AU4", "AU5", "AU6", "AU9", "AU12", "AU15", "AU17", "AU20", "AU25", "AU26")
"""Places in the vector. A value is the change wanted in FACS intensity steps: +4 is four steps more."""


def au_vector(values: Mapping[str, float]) -> np.ndarray:
    """(12,) float32 from control values by id ("AU12L", "AU26"); a unit with two sides is the mean of both.

    The model knows no sides: an asymmetric look comes out symmetric, at half the sum.
    """
    vector = np.zeros(len(AU_ORDER), np.float32)
    for place, unit in enumerate(AU_ORDER):
        sides = [values.get(unit + side, 0.0) for side in "LR"]
        vector[place] = values.get(unit, 0.0) + sum(sides) / 2
    return vector
