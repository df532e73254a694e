"""From a look to the puppet's blendshape weights, given what the photo already shows.

For every unit at v, t = |v| / end of its range:

    v > 0   w += t * plus
    v < 0   w += t * minus, and 85 % of what the photo shows of the unit's own blendshapes is taken out, times t

Several controls that take out the same blendshape leave the product of what each would leave, so nothing is taken out
twice. What is added meets resistance: w+ becomes h tanh(w+ / h) with the headroom h = max(.3, 1.45 - 1.15 e), e being
what is left of the photo's own, because a full smile cannot smile twice as much. e comes from the blendshape network,
not from the head fit: shape sliders soak up part of a smile, and the fit then shows less of it than there is.

Lips that the photo shows apart are closed by the puppet's own shape lipClose, less what the closing jaw does already.
"""

from collections.abc import Mapping
from functools import cache

import numpy as np

from engine.expression.units import CONTROLS, RAW_GROUP, UNITS, Unit
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.puppet.deformation import Deformation, weight_index, weight_names
from engine.puppet.facts import FaceFacts

REMOVED_AT_END = 0.85
"""Share of the photo's own expression that is taken out at most. All of it would take identity along."""

NEUTRAL_FLOOR = 0.1
"""What the blendshape network reports on a face at rest; `neutralise` leaves it in."""

_GAZE = tuple(name for name in ARKIT_52 if name.startswith("eyeLook"))
UNLIMITED = ("eyeBlinkLeft", "eyeBlinkRight", "eyeWideLeft", "eyeWideRight", "cheekSquintLeft", "cheekSquintRight",
             "noseWrinkleLeft", "noseWrinkleRight", "lipPart")
"""Shapes made for this person, where 1 means done: they meet no resistance and stop at 1."""

JAW_GAP = 0.14
"""Face heights by which jawOpen 1 parts the lips: what closing the jaw already does for closing the lips."""

SHUT_AT = 0.8
"""Share of the way out of a smile at which its lips have met: the last of a smile is a closed one."""

SMILE_FROM, SMILE_TO = 0.15, 0.55
"""What the blendshape network says of a mouth that does not smile, and of one that smiles in full."""

OPENED = 0.2
"""Added jawOpen or lipPart from which a look opens the mouth: lips are not brought together for being parted again."""

BROAD, BROAD_DOWN = (0.7, 0.95), 2.5
"""What the network says of a broad smile, and how much more its corners are pulled down; by eye, on three faces."""

NARROWED = 0.1, 0.25
"""mouthPucker that takes the width of a smile out with it, of any and of a broad one."""

CORNERS_STAY, LIP_LOWERED = 0.7, 0.5
"""In a mouth that the look opens anew: the share by which its corners are pulled down less, for the jaw takes them
along, and of the smile's lifted upper lip that comes down; by eye, on six faces."""

SHUT, PARTED = 0.005, 0.015
"""Lip gaps in face heights below which lips are shut and above which they are parted."""


def deformation(look: Mapping[str, float], facts: FaceFacts) -> Deformation:
    """What the puppet must show for a look (values by control id; what is missing is at default).

    An empty look, or one that only sets how skin reacts, gives a deformation that is zero.
    """
    def value(control_id: str) -> float:
        return float(look.get(control_id, CONTROLS[control_id].default))

    weights = _weights(look, facts)
    return Deformation(
        weights=tuple(float(weight) for weight in weights),
        yaw=value("head.yaw"), pitch=value("head.pitch"), roll=value("head.roll"),
        wrinkles=value("wrinkles") / 100, relight=value("relight") / 100,
    )


def _weights(look: Mapping[str, float], facts: FaceFacts) -> np.ndarray:
    names = weight_names()
    shown = np.zeros(len(names))
    shown[:len(ARKIT_52)] = np.nan_to_num(np.clip(facts.blendshapes, 0, 1))
    for side in _split_names():
        shown[weight_index(side)] = shown[ARKIT_INDEX[_whole(side)]]

    added, minus, raw = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    lifted = np.zeros(len(names))  # of what is added: lips lifted in passing
    left = np.ones(len(names))  # share of the photo's own that stays
    apart = 1.0  # share of the photo's own lip gap that stays
    for control_id, value in look.items():
        unit = UNITS[control_id]
        if unit.control.group == RAW_GROUP:
            _add(raw, {control_id: 1.0}, value)
        elif value > 0 and unit.plus:
            t = value / unit.control.maximum
            _add(added, unit.plus, t, facts.gain_hints)
            _add(lifted, {name: unit.plus[name] for name in unit.lifts}, t, facts.gain_hints)
        elif value < 0 and unit.minus:
            t = value / unit.control.minimum
            _add(added, {name: gain for name, gain in unit.minus.items() if gain > 0}, t)
            _add(minus, {name: gain for name, gain in unit.minus.items() if gain < 0}, t)
            for name in unit.removes:
                for index, share in _places(name):
                    left[index] *= 1 - REMOVED_AT_END * t * share
            apart *= 1 - unit.closes * _closing_share(unit, t, facts)
    calm = look.get("unsmile", 0.0) / 100
    if calm:
        opens = min(1.0, max(added[ARKIT_INDEX["jawOpen"]], added[weight_index("lipPart")]) / OPENED)
        bared = _raised(added - lifted)
        stays = 1 - (1 - max(opens, bared)) * (1 - _take_out_smile(calm, opens, shown, added, minus, left))
        _lower_lip(calm * opens, shown, added, left)
        apart *= stays
        if facts.lip_gap > SHUT:  # lips that were brought together are not lifted off one another again
            added -= (1 - stays) * lifted
    neutral = look.get("neutralise", 0.0) / 100
    if neutral:
        left *= 1 - REMOVED_AT_END * neutral * _expressive(shown)
        apart *= 1 - neutral

    remaining = shown * left
    headroom = np.maximum(0.3, 1.45 - 1.15 * remaining)
    limited = headroom * np.tanh(added / headroom)
    for name in UNLIMITED:
        limited[weight_index(name)] = min(1.0, added[weight_index(name)])
    taken = shown - remaining
    weights = limited + minus - taken + raw
    jaw = ARKIT_INDEX["jawOpen"]
    weights[jaw] = max(weights[jaw], -shown[jaw])  # a jaw cannot close further than closed
    # ARKit's mouthClose undoes what jawOpen does to the lips: more of it than of the jaw is no face.
    close = ARKIT_INDEX["mouthClose"]
    weights[close] = min(weights[close], max(0.0, shown[jaw] + weights[jaw] - shown[close]))
    smile = taken[ARKIT_INDEX["mouthSmileLeft"]] + taken[ARKIT_INDEX["mouthSmileRight"]]
    weights[weight_index("foldFade")] = min(1.0, float(smile) / 1.6)
    weights[weight_index("lipClose")] = _closing(1 - apart, float(weights[jaw]), facts.lip_gap)
    return weights + 0.0  # no negative zeros: they would make equal looks differ


def _take_out_smile(asked: float, opens: float, shown: np.ndarray, added: np.ndarray, minus: np.ndarray,
                    left: np.ndarray) -> float:
    """What `unsmile` asks, 0..1, in place: each side as AU12 at its minimum, by as much as that side smiles, narrower,
    and the corners of a broad smile further down, but in a mouth that the look opens anew by `opens`, 0..1: with the
    folds around them they keep on smiling otherwise. Gives the share of the photo's lip gap that stays: none of it from
    half a smile on."""
    closed = 0.0
    for side in ("Left", "Right"):
        index = ARKIT_INDEX[f"mouthSmile{side}"]
        t = asked * _share(float(shown[index]), SMILE_FROM, SMILE_TO)
        broad = _share(float(shown[index]), *BROAD)
        more = 1 + BROAD_DOWN * broad
        added[ARKIT_INDEX["mouthPucker"]] += t * (NARROWED[0] + (NARROWED[1] - NARROWED[0]) * broad) / 2
        for name, gain in UNITS[f"AU12{side[0]}"].minus.items():
            if gain > 0:
                _add(added, {name: gain * more * (1 - CORNERS_STAY * opens)}, t)
            else:
                _add(minus, {name: gain}, t)
        left[index] *= 1 - REMOVED_AT_END * t
        closed = max(closed, t)
    return 1 - min(asked, 2 * closed)


def _raised(asked: np.ndarray) -> float:
    """How far a look itself raises the upper lip, 0..1: lips are not brought together over teeth that it bares."""
    return min(1.0, max(float(asked[ARKIT_INDEX[f"mouthUpperUp{side}"]]) for side in ("Left", "Right")))


def _lower_lip(opens: float, shown: np.ndarray, added: np.ndarray, left: np.ndarray) -> None:
    """In place: the upper lip that a smile has lifted comes down in a mouth that the look opens anew by `opens`, 0..1,
    unless the look lifts it itself. Lips that close are brought together by more than this."""
    for side in ("Left", "Right"):
        index, smile = ARKIT_INDEX[f"mouthUpperUp{side}"], ARKIT_INDEX[f"mouthSmile{side}"]
        free = 1 - min(1.0, float(added[index]) / OPENED)
        smiles = _share(float(shown[smile]), SMILE_FROM, SMILE_TO)
        left[index] *= 1 - REMOVED_AT_END * LIP_LOWERED * opens * free * smiles


def _share(value: float, start: float, end: float) -> float:
    """How far a value is on the way from start to end, 0..1."""
    return min(1.0, max(0.0, (value - start) / (end - start)))


def _closing(wanted: float, jaw: float, gap: float) -> float:
    """Weight of lipClose so that lips meet as far as wanted, once the jaw has moved by `jaw`; never past shut."""
    parted = min(max((gap - SHUT) / (PARTED - SHUT), 0.0), 1.0)
    by_jaw = min(1.0, max(0.0, -jaw) * JAW_GAP / gap) if gap > 0 else 0.0
    return parted * max(0.0, wanted - by_jaw)


def _closing_share(unit: Unit, t: float, facts: FaceFacts) -> float:
    """How much of its closing a unit does at t, 0..1: all the way along, or sooner when it closes in passing."""
    if not unit.closes_with:
        return t
    shown = max(float(np.nan_to_num(facts.blendshapes[ARKIT_INDEX[name]])) for name in unit.closes_with)
    return min(1.0, t / SHUT_AT) * min(1.0, max(0.0, 2 * shown))


def _expressive(shown: np.ndarray) -> np.ndarray:
    """Share of each shown weight that is expression: none at rest level, gaze never."""
    share = np.clip((shown - NEUTRAL_FLOOR) / np.maximum(shown, 1e-6), 0, 1)
    for name in _GAZE:
        share[ARKIT_INDEX[name]] = 0
    return share


def _add(weights: np.ndarray, gains: Mapping[str, float], t: float, hints: Mapping[str, float] | None = None) -> None:
    for name, gain in gains.items():
        for index, share in _places(name):
            weights[index] += gain * share * t * ((hints or {}).get(weight_names()[index], 1.0))


def _whole(name: str) -> str:
    return name.removesuffix("Left").removesuffix("Right")


@cache
def _split_names() -> tuple[str, ...]:
    """Weights of one side for which ARKit knows only the whole, e.g. browInnerUpLeft."""
    return tuple(name for name in weight_names() if name not in ARKIT_INDEX and _whole(name) in ARKIT_INDEX)


@cache
def _places(name: str) -> tuple[tuple[int, float], ...]:
    """(index, share) of a name in the puppet's weights.

    One side of a shape that the puppet only has whole moves the whole by half: both sides together move it fully.
    """
    if name in weight_names():
        sides = [side for side in (f"{name}Left", f"{name}Right") if side in _split_names()]
        return tuple((weight_index(side), 1.0) for side in sides) or ((weight_index(name), 1.0),)
    return ((weight_index(_whole(name)), 0.5),)
