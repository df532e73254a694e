"""Faces by chance: values for the knobs that are not locked."""

from collections.abc import Mapping

import numpy as np

from engine.attributes.knobs import ATTRIBUTE, KNOBS, LOCK, MOST

USUAL = 1.0
"""Standard deviations of the values: as far as faces differ."""
_FARTHEST = 2.0


def random_look(values: Mapping[str, float], seed: int, amount: float = 1.0) -> dict[str, float]:
    """New values for every knob of an attribute that is not locked, by id; the same for the same seed and locks.

    values: of a look: its locks count, everything else in it does not. amount: 0 to 1.5, how different.
    Whether a knob is locked does not change what the others get.
    """
    source = np.random.default_rng(seed)
    farthest = min(MOST, _FARTHEST * max(amount, 0.0))
    chosen: dict[str, float] = {}
    for control in KNOBS:
        if not control.id.startswith(ATTRIBUTE):
            continue
        value = float(np.clip(amount * USUAL * source.standard_normal(), -farthest, farthest))
        if values.get(LOCK + control.id.removeprefix(ATTRIBUTE), 0.0) < 0.5:
            chosen[control.id] = round(value, 1) + 0.0
    return chosen
