"""What one portrait does of a performance: weights that suit its own expression, lips that meet when the driver's do.

Added weights meet resistance as sliders' do (h tanh(w / h) with the headroom h = max(.3, 1.45 - 1.15 e), e being what
the photo shows itself), and a portrait that smiles has most of that taken out first: else nothing would move. How far
apart lips are is set last, by the lips themselves: weights alone leave them ajar in p, b and m.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.puppet.deformation import PITCH_LIMIT, ROLL_LIMIT, YAW_LIMIT, Deformation, weight_index, weight_names
from engine.puppet.facts import FaceFacts
from engine.puppet.lip_gap import JAW, LIP_BITE, LIP_CLOSE, LIP_PART, LipGap

_SMILES = ("mouthSmileLeft", "mouthSmileRight")
_SMILES_FROM, _SMILES_TO = 0.15, 0.55
_TAKEN_OUT = 0.85
_AT_REST = 0.1
"""What the network says of a face at rest."""
_HALF_FADED = 1.6
_OWN = ("mouth", "jaw", "cheek", "eyeSquint")
"""What of a portrait's own smile is taken out."""
_PARTED = 0.012, 0.03
"""Heights of the face: a portrait's own gap that it keeps beside the driver's, and one that is wholly taken out."""
_BY_JAW, _BY_LIPS = 0.6 / 0.18, 0.4 / 0.04
"""What widens the gap by a height of the face: jawOpen by six tenths of it, lipPart by four."""
_NEAR = 0.0005
_STEPS = 12
_LIMITS = np.array([YAW_LIMIT, PITCH_LIMIT, ROLL_LIMIT])
_PERSONAL = tuple(weight_index(name) for name in ("eyeBlinkLeft", "eyeBlinkRight", "eyeWideLeft", "eyeWideRight",
                                                  "cheekSquintLeft", "cheekSquintRight"))
"""Shapes made for this person, where 1 means done: they meet no resistance and stop at 1."""
_EYES = 52


@dataclass(frozen=True, eq=False)
class Actor:
    """facts, lips: the portrait's. pose (3,) degrees that the photo shows: yaw, pitch, roll. base: the look it wears,
    as a deformation. relative: see `engine.reenact.manner.DriveManner`."""

    facts: FaceFacts
    lips: LipGap
    pose: np.ndarray
    base: Deformation
    relative: bool
    _calm: float = field(init=False)
    _rest: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        shown = np.nan_to_num(np.clip(self.facts.blendshapes, 0, 1)).astype(np.float64)
        smile = float(np.mean([shown[ARKIT_INDEX[name]] for name in _SMILES]))
        calm = _share(smile, _SMILES_FROM, _SMILES_TO) if self.relative else 0.0
        rest = np.array(self.base.weights, np.float64)
        if calm:
            taken = _TAKEN_OUT * calm * np.maximum(shown - _AT_REST, 0)
            for name in ARKIT_52:
                if not name.startswith(_OWN):
                    taken[ARKIT_INDEX[name]] = 0
            rest[:_EYES] -= taken
            both = sum(taken[ARKIT_INDEX[name]] for name in _SMILES)
            rest[weight_index("foldFade")] = min(1.0, rest[weight_index("foldFade")] + both / _HALF_FADED)
        object.__setattr__(self, "_calm", calm)
        object.__setattr__(self, "_rest", rest)

    def deformation(self, weights: np.ndarray, head: np.ndarray, lip_gap: float, lip_bite: float = 0.0) -> Deformation:
        """What the puppet shows in one frame: weights (52,), head (3,), gap and bite of a `Performance`."""
        shown = np.nan_to_num(np.clip(self.facts.blendshapes, 0, 1)).astype(np.float64)
        wanted = self._rest.copy()
        change = weights.astype(np.float64)
        if not self.relative:
            change = np.maximum(change - shown, -_TAKEN_OUT * shown)
        wanted[:_EYES] += change
        left = np.clip(shown + np.minimum(wanted[:_EYES], 0), 0, 1)
        headroom = np.ones(len(wanted))
        headroom[:_EYES] = np.maximum(0.3, 1.45 - 1.15 * left)
        limited = np.where(wanted > 0, headroom * np.tanh(wanted / headroom), wanted)
        for number in _PERSONAL:
            limited[number] = min(wanted[number], 1.0)
        limited[_EYES:] = wanted[_EYES:]
        limited[LIP_BITE] += lip_bite
        limited[:_EYES] = np.maximum(limited[:_EYES], -shown)  # nothing goes further than to none
        goal = self._goal(limited, lip_gap)
        turned = head.astype(np.float64) - (0 if self.relative else self.pose)
        yaw, pitch, roll = _LIMITS * np.tanh((turned + (self.base.yaw, self.base.pitch, self.base.roll)) / _LIMITS)
        return Deformation(tuple(self._with_gap(limited, goal, -float(shown[JAW])).tolist()), float(yaw), float(pitch),
                           float(roll), self.base.wrinkles, self.base.relight)

    def _goal(self, weights: np.ndarray, lip_gap: float) -> float:
        """How far apart the lips are to be, heights of the face."""
        own = self.facts.lip_gap
        kept = own * (1 - max(self._calm, _share(own, *_PARTED)))
        if np.isfinite(lip_gap):
            return max(kept + lip_gap, 0.0)
        return max(kept + self.lips(weights) - own, 0.0)

    def _with_gap(self, weights: np.ndarray, goal: float, least_jaw: float) -> np.ndarray:
        """The weights, with jaw and lips moved until the gap is the wanted one, or nearest to it."""
        found = self.lips(weights)
        if abs(found - goal) < _NEAR:
            return weights
        if found < goal:
            return self._along(weights, goal, lambda part: _opened(weights, part), 0.4)
        return self._along(weights, goal, lambda part: _closed(weights, part, least_jaw), 1.0)

    def _along(self, weights: np.ndarray, goal: float, path: Callable[[float], np.ndarray],
               most: float) -> np.ndarray:
        """By halving: the gap goes one way along a path."""
        low, high = 0.0, most
        sign = 1.0 if self.lips(weights) < goal else -1.0
        for _ in range(_STEPS):
            middle = (low + high) / 2
            if sign * (goal - self.lips(path(middle))) > 0:
                low = middle
            else:
                high = middle
        return path(high)


def _opened(weights: np.ndarray, gap: float) -> np.ndarray:
    opened = weights.copy()
    opened[JAW] += _BY_JAW * gap
    opened[LIP_PART] += _BY_LIPS * gap
    opened[LIP_CLOSE] *= max(0.0, 1 - 25 * gap)
    return opened


def _closed(weights: np.ndarray, part: float, least_jaw: float) -> np.ndarray:
    closed = weights.copy()
    closed[LIP_CLOSE] += (1 - closed[LIP_CLOSE]) * part
    closed[JAW] += (min(closed[JAW], least_jaw) - closed[JAW]) * part
    closed[LIP_PART] -= part
    return closed


def _share(value: float, start: float, end: float) -> float:
    """How far a value is on the way from start to end, 0..1."""
    return min(1.0, max(0.0, (value - start) / (end - start)))


assert weight_names()[:_EYES] == ARKIT_52
