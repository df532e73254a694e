"""What a photo's own expression would read on the sliders."""

import numpy as np

from engine.expression.units import RAW_GROUP, UNITS
from engine.photo.arkit import ARKIT_INDEX


def shown_units(blendshapes: np.ndarray) -> dict[str, float]:
    """Control id -> 0..10 for every unit that has blendshapes of its own: where the photo itself already stands.

    blendshapes: (52,) 0..1. A unit reads the mean of the blendshapes it removes, 10 being fully there. This is the
    blendshape network's opinion and no measurement of muscles.
    """
    values: dict[str, float] = {}
    for control_id, unit in UNITS.items():
        if unit.control.group == RAW_GROUP or not unit.removes:
            continue
        indices = [ARKIT_INDEX[name] if name in ARKIT_INDEX else ARKIT_INDEX[_whole(name)] for name in unit.removes]
        values[control_id] = round(float(np.clip(np.mean(blendshapes[indices]), 0, 1)) * 10, 2)
    return values


def _whole(name: str) -> str:
    return name.removesuffix("Left").removesuffix("Right")
