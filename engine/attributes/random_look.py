"""Faces by chance: values for the knobs that are not locked."""

from collections.abc import Mapping, Sequence

import numpy as np

from engine.attributes.attribute_edit import USUAL
from engine.attributes.directions import Direction
from engine.attributes.knobs import ATTRIBUTE, KNOBS, LOCK, direction_of
from engine.attributes.manner import MOST

_LEAST, _FARTHEST = 0.8, 2.0
"""Standard deviations that a knob is turned at least, so that it is seen, and at most."""

_APART = 0.2
"""How far one turned knob may move along another one's direction, for one of its own: what moves together would say one
thing and show another."""


def random_look(values: Mapping[str, float], seed: int, amount: float = 1.0) -> dict[str, float]:
    """New values for every knob of an attribute that is not locked, by id; the same for the same seed and locks.

    A few knobs are turned so far that it is seen, the others stand at 0: of two dozen turned at once, most of which
    move others along, the picture would be what no knob says. Those that are turned hardly move each other, and
    together they do not lead so far that the edit would be made less (`engine.attributes.attribute_edit.limited`).

    values: of a look: its locks count, everything else in it does not. amount: 0 to 1.5, how different.
    Whether a knob is locked does not change what the others get.
    """
    source, amount = np.random.default_rng(seed), max(amount, 0.0)
    knobs = [control.id for control in KNOBS if control.id.startswith(ATTRIBUTE)]
    turns = np.clip(amount * source.uniform(_LEAST, _FARTHEST, len(knobs)), 0.0, MOST)
    turns *= source.choice((-1.0, 1.0), len(knobs))
    chosen, turned = dict.fromkeys(knobs, 0.0), list[Direction]()
    room = (USUAL * amount) ** 2
    for place in source.permutation(len(knobs)):
        direction, turn = direction_of(knobs[place]), round(float(turns[place]), 1) + 0.0
        if turn ** 2 <= room and _is_apart(direction, turned):
            chosen[knobs[place]] = turn
            turned.append(direction)
            room -= turn ** 2
    return {knob: turn for knob, turn in chosen.items()
            if values.get(LOCK + knob.removeprefix(ATTRIBUTE), 0.0) < 0.5}


def _is_apart(one: Direction, others: Sequence[Direction]) -> bool:
    """Whether neither moves the other, nor is moved by it, by much."""
    for other in others:
        shared, ratio = abs(float(one.vector @ other.vector)), one.sigma / other.sigma
        if shared * max(ratio, 1 / ratio) > _APART:
            return False
    return True
