"""The knobs of the attributes, declared once in resources/attributes/knobs.toml: one for each direction that comes
along, a lock beside each, and those that mix in another face."""

import math
import tomllib
from collections.abc import Iterator
from typing import Any

from engine.attributes.directions import SHIPPED, Direction, shipped
from engine.attributes.manner import Manner
from engine.attributes.told import Told
from engine.base.controls import Control, ControlTable

ATTRIBUTE, LOCK, MIX = "attribute.", "lock.", "mix."
"""How the ids of the three kinds of controls begin."""

LOCKS_GROUP, MIX_GROUP = "Locks", "Another face"
"""Locks belong to the knob of the same name: a panel shows them there, as 0 or 1, and never as rows of their own."""

SEEDS = 9999
ROW_GROUPS = ("coarse", "middle", "fine")
REGIONS = ("eyes", "nose", "mouth", "skin", "hair", "background")
"""What can be taken from the other face alone."""

TABLE = SHIPPED.with_name("knobs.toml")

_OF_ROWS = {
    "coarse": ("Its shape", "How much of the other face's pose, shape and hair is mixed in."),
    "middle": ("Its features", "How much of the other face's eyes, mouth and nose is mixed in."),
    "fine": ("Its colours", "How much of the other face's colours and light is mixed in."),
}
_OF_REGIONS = {
    "eyes": ("Its eyes", "How much of the other face is drawn at eyes and brows alone."),
    "nose": ("Its nose", "How much of the other face is drawn at the nose alone."),
    "mouth": ("Its mouth", "How much of the other face is drawn at mouth and chin alone."),
    "skin": ("Its skin", "How much of the other face is drawn at the rest of the skin."),
    "hair": ("Its hair", "How much of the other face is drawn where the hair is."),
    "background": ("Its backdrop", "How much of the other picture is drawn around the head."),
}


def _read() -> dict[str, Any]:
    with TABLE.open("rb") as file:
        return tomllib.load(file)


_DECLARED = _read()

MANNERS: dict[str, Manner] = {knob["direction"]: Manner(**knob.get("drawn", {}))
                              for group in _DECLARED["group"] for knob in group["knob"]}
"""How a move along each direction that comes along is drawn."""

TOLD: dict[str, tuple[Told, ...]] = {knob["direction"]: tuple(Told(**one) for one in knob.get("told", ()))
                                     for group in _DECLARED["group"] for knob in group["knob"]}
"""What is said of its ends on a face that shows less of them."""


def _knobs(table: dict[str, Any]) -> Iterator[Control]:
    for group in table["group"]:
        for knob in group["knob"]:
            manner = MANNERS[knob["direction"]]
            yield Control(ATTRIBUTE + knob["direction"], knob["label"], group["name"], -manner.less, manner.more,
                          step=0.1, ends=(knob["ends"][0], knob["ends"][1]), stage="latents", help=knob["help"])


def _locks(knobs: list[Control]) -> Iterator[Control]:
    for knob in knobs:
        yield Control(LOCK + knob.id.removeprefix(ATTRIBUTE), f"Lock: {knob.label}", LOCKS_GROUP, 0, 1,
                      stage="latents", help=f"Keeps “{knob.label}” as it is while other knobs are turned.")


def _mixes() -> Iterator[Control]:
    yield Control(MIX + "seed", "Seed", MIX_GROUP, 0, SEEDS, stage="latents",
                  help="Which face is mixed in: the one that is drawn from this seed.")
    for name, (label, words) in {**_OF_ROWS, **_OF_REGIONS}.items():
        yield Control(MIX + name, label, MIX_GROUP, 0, 100, unit="%", stage="latents", help=words)


def _all() -> ControlTable:
    knobs = list(_knobs(_DECLARED))
    return ControlTable([*knobs, *_mixes(), *_locks(knobs)], listing="facewright attributes list")


KNOBS = _all()
"""Everything that can be set about attributes, by id: "attribute.smile", "mix.seed", "lock.smile"."""


def direction_of(control_id: str) -> Direction:
    """The shipped direction behind a knob or a lock. UsageError when it is another control."""
    return shipped().named(control_id.removeprefix(ATTRIBUTE).removeprefix(LOCK))


def scores(control_id: str) -> dict[str, float]:
    """How well a knob does what it says: `auc` and `r` on faces held out of the fit, `effect` seen on drawn faces
    (see `Direction`), as far as they are known; nothing for a control that is no attribute."""
    if not control_id.startswith(ATTRIBUTE):
        return {}
    direction = direction_of(control_id)
    known = {str(name): direction.score[name] for name in ("auc", "r", "agreeing") if name in direction.score}
    if math.isfinite(direction.effect):
        known["effect"] = direction.effect
    return known


def side_effects(control_id: str, least: float = 0.3) -> dict[str, float]:
    """What else moves with a knob, strongest first: standard deviations of the other attribute for one of the knob."""
    if not control_id.startswith(ATTRIBUTE):
        return {}
    moves = direction_of(control_id).moves
    return {name: moves[name] for name in sorted(moves, key=lambda one: -abs(moves[one])) if abs(moves[name]) >= least}
