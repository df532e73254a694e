"""New rig values by chance, and left for right."""

from collections.abc import Collection, Mapping

import numpy as np

from engine.rig.schema import LIVE, PAINT, RigSchema

_SPREAD = 0.28
"""Standard deviation of a random value, as a share of the way from its default to the end of its range: wide enough
for another person, narrow enough that a hundred of them together stay a face."""


def scattered(schema: RigSchema, settings: Mapping[str, float], locked: Collection[str],
              random: np.random.Generator) -> dict[str, float]:
    """Random values for every live or painted value that is not locked; both sides of a pair get the same.

    Values of which exactly one is on stay so. Everything locked, inert or shadowed keeps its setting.
    """
    result = dict(settings)
    drawn: dict[str, float] = {}
    for slot in schema.slots:
        if slot.id in locked or slot.state not in (LIVE, PAINT) or slot.id in schema.one_hot:
            continue
        share = drawn.setdefault(slot.pair or slot.id, float(np.clip(random.normal(0.0, _SPREAD), -1.0, 1.0)))
        end = slot.maximum if share >= 0 else slot.minimum
        result[slot.id] = round(slot.default + abs(share) * (end - slot.default), 3)
    free = [key for key in schema.one_hot if key not in locked]
    if free and len(free) == len(schema.one_hot):
        chosen = random.integers(len(free))
        result.update({key: float(place == chosen) for place, key in enumerate(free)})
    return result


def mirrored(schema: RigSchema, settings: Mapping[str, float]) -> dict[str, float]:
    """Every value given to its other side; values without one stay."""
    table = schema.controls
    return {table[key].mirror or key if key in table else key: value for key, value in settings.items()}
