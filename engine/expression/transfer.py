"""Copy the expression of one face onto another, as slider values.

What is wanted is the difference of the two faces' blendshapes, w = e(driver) - e(face), gaze at 0.6 because a whole
turn of the eyes without the head looks wrong. It is expressed in named units first (bounded least squares), because
those are what an artist can go on editing; what they leave over goes to the raw blendshapes, so that the sum is w.
Then lips are parted or closed (AU25) until they stand as far apart as the driver's, since blendshapes alone leave
toothy mouths ajar and closed ones closed.
"""

import numpy as np

from engine.base.look import Look
from engine.expression.units import CONTROLS, RAW_GROUP, UNITS
from engine.expression.weights import JAW_GAP, REMOVED_AT_END, UNLIMITED, deformation
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.puppet.deformation import weight_index
from engine.puppet.facts import FaceFacts

GAZE_SHARE = 0.6
_WHOLE = {"browInnerUp": ("browInnerUpLeft", "browInnerUpRight"), "cheekPuff": ("cheekPuffLeft", "cheekPuffRight")}
_LEFT_OUT = ("winkL", "winkR", "AU17", "AU9L", "AU9R", "AU25")
"""Composite units that would hide what they are made of, or that move more than blendshapes can measure.

A blendshape network hardly sees a wrinkled nose (noseSneer) or a raised chin; what it says there is passed on raw.
AU25 is kept for the lips' distance."""

LIP_GAP, PARTED_BY_AU25, NEAR_ENOUGH = 0.03, 0.035, 0.004
"""Face heights by which a raised upper or a lowered lower lip (weight 1, both sides) parts the lips; by which AU25 at
its maximum does; and difference of gaps that is let be."""

_FEWEST = 0.4
"""Slider values below this are left to the raw blendshapes: a look of thirty tiny values helps nobody."""


def transfer(driver: FaceFacts, face: FaceFacts, strength: float = 1.0) -> Look:
    """The look that gives `face` the expression that `driver` shows.

    strength: 0..1, how far to go. The head's pose is not copied.
    """
    wanted = np.nan_to_num(np.clip(driver.blendshapes, 0, 1) - np.clip(face.blendshapes, 0, 1)).astype(np.float64)
    for name in ARKIT_52:
        if name.startswith("eyeLook"):
            wanted[ARKIT_INDEX[name]] *= GAZE_SHARE
    wanted *= strength
    settings = _named(wanted, face)
    goal = face.lip_gap + strength * (driver.lip_gap - face.lip_gap)
    missing = goal - max(0.0, face.lip_gap + _parting(wanted))
    if missing < -NEAR_ENOUGH and face.lip_gap > 0:
        settings["AU25"] = -10.0 * min(1.0, -missing / face.lip_gap)
    look = Look.of(CONTROLS, {key: round(value, 1) for key, value in settings.items()})
    rest = wanted - _arkit(look, face)
    settings = {name: float(np.clip(round(value, 2), -1, 1)) for name, value in zip(ARKIT_52, rest, strict=True)
                if abs(value) >= 0.02}
    if missing > NEAR_ENOUGH:  # on top of the blendshapes, which have said all they know
        settings["AU25"] = round(10.0 * min(1.0, missing / PARTED_BY_AU25), 1)
    return look.changed(CONTROLS, settings)


def _parting(change: np.ndarray) -> float:
    """Face heights by which a change of blendshapes (52,) parts the lips, about."""
    def both(name: str) -> float:
        return float(change[ARKIT_INDEX[f"{name}Left"]] + change[ARKIT_INDEX[f"{name}Right"]]) / 2

    lips = both("mouthUpperUp") + both("mouthLowerDown")
    return JAW_GAP * float(change[ARKIT_INDEX["jawOpen"]]) + LIP_GAP * lips


def _named(wanted: np.ndarray, face: FaceFacts) -> dict[str, float]:
    """Slider values of named units that together come nearest to the wanted weights."""
    from scipy.optimize import lsq_linear

    shown = np.clip(face.blendshapes, 0, 1).astype(np.float64)
    headroom = np.maximum(0.3, 1.45 - 1.15 * shown)
    # The resistance that added weights meet, undone.
    meets = (wanted > 0) & np.array([name not in UNLIMITED for name in ARKIT_52])
    asked = np.where(meets, headroom * np.arctanh(np.clip(wanted / headroom, 0, 0.95)), wanted)
    ends, columns = [], []
    for control_id, unit in UNITS.items():
        if unit.control.group == RAW_GROUP or control_id in _LEFT_OUT or not unit.plus:
            continue
        for end, gains in ((unit.control.maximum, unit.plus), (unit.control.minimum, unit.minus)):
            column = np.zeros(len(ARKIT_52))
            for name, gain in gains.items():
                _add(column, name, gain)
            if end < 0:
                for name in unit.removes:
                    _add(column, name, -REMOVED_AT_END * shown[_index(name)])
            if end and column.any():
                ends.append((control_id, end))
                columns.append(column)
    matrix = np.array(columns).T
    ridge = 0.05 * np.eye(matrix.shape[1])
    solved = lsq_linear(np.vstack([matrix, ridge]), np.concatenate([asked, np.zeros(len(ridge))]), bounds=(0, 1))
    values: dict[str, float] = {}
    for (control_id, end), amount in zip(ends, solved.x, strict=True):
        values[control_id] = values.get(control_id, 0.0) + amount * end
    return {control_id: value for control_id, value in values.items() if abs(value) >= _FEWEST}


def _arkit(look: Look, face: FaceFacts) -> np.ndarray:
    """(52,) what a look does to the blendshapes, the sides of whole ones put together again."""
    weights = np.array(deformation(look, face).weights)
    result = weights[:len(ARKIT_52)].copy()
    for whole, sides in _WHOLE.items():
        result[ARKIT_INDEX[whole]] += sum(weights[weight_index(side)] for side in sides) / 2
    return result


def _index(name: str) -> int:
    return ARKIT_INDEX[name] if name in ARKIT_INDEX else ARKIT_INDEX[name.removesuffix("Left").removesuffix("Right")]


def _add(column: np.ndarray, name: str, gain: float) -> None:
    if name in ARKIT_INDEX:
        column[ARKIT_INDEX[name]] += gain
    elif (whole := name.removesuffix("Left").removesuffix("Right")) in _WHOLE:
        column[ARKIT_INDEX[whole]] += gain / 2
