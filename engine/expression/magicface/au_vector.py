"""The twelve numbers MagicFace is steered by."""

from collections.abc import Mapping

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text, listed
from engine.expression.shades import REACTIONS, left_out
from engine.expression.units import CONTROLS

AU_ORDER = ("AU1", "AU2", "AU4", "AU5", "AU6", "AU9", "AU12", "AU15", "AU17", "AU20", "AU25", "AU26")
"""Places in the vector. A value is the change wanted in FACS intensity steps: +4 is four steps more."""

MOST = 10.0
"""Largest change either way. Beyond 5 the model was not trained; beyond 10 it distorts."""

_KNOWN = frozenset((*AU_ORDER, *(unit + side for unit in AU_ORDER for side in "LR"), *REACTIONS))


def au_vector(values: Mapping[str, float]) -> np.ndarray:
    """(12,) float32 from control values by id ("AU12L", "AU26"); a unit with two sides is the mean of both."""
    vector = np.zeros(len(AU_ORDER), np.float32)
    for place, unit in enumerate(AU_ORDER):
        sides = [values.get(unit + side, 0.0) for side in "LR"]
        vector[place] = values.get(unit, 0.0) + sum(sides) / 2
    return vector


def checked_units(units: np.ndarray) -> np.ndarray:
    """(12,) float32 of units by number. Raises UsageError for another count, and for one outside -10 to 10."""
    vector = np.asarray(units, np.float32).reshape(-1)
    if vector.shape != (len(AU_ORDER),):
        raise UsageError(Text("MagicFace takes {0} action units, not {1}", len(AU_ORDER), vector.size))
    for name, value in zip(AU_ORDER, vector, strict=True):
        if not abs(value) <= MOST:  # not a number compares false too
            raise UsageError(Text("{0} {1} is outside {2} to {3}", name, f"{value:g}", f"{-MOST:g}", f"{MOST:g}"))
    return vector


def beyond(values: Mapping[str, float]) -> tuple[str, ...]:
    """Ids of the controls that MagicFace cannot follow: other than its units, and units whose sides differ; without the
    shades that it leaves out."""
    uneven = {side for unit in AU_ORDER for side in (unit + "L", unit + "R")
              if values.get(unit + "L", 0.0) != values.get(unit + "R", 0.0)}
    return tuple(sorted({*values} - _KNOWN - {*left(values)} | {*values} & uneven))


def left(values: Mapping[str, float]) -> tuple[str, ...]:
    """Ids of the shades of a look that MagicFace draws the rest without."""
    return left_out(values, _KNOWN.__contains__)


def refuse_beyond(values: Mapping[str, float]) -> None:
    """UsageError naming the controls that MagicFace cannot follow, if there are any."""
    others = beyond(values)
    if others:
        raise UsageError(Text("MagicFace draws twelve action units, both sides alike; not {0}",
                              listed(CONTROLS.term(name) for name in others)),
                         Text("it knows {0}; set the others back, or use the live renderer", ", ".join(AU_ORDER)))
