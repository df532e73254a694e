"""What a look asks of the closed loop, and which units it may ask for.

`SUPPORT` was measured (scripts/measure_latent_units.py), not decided: see docs/latent.md.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import numpy as np

from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.expression.latent.basis import Basis
from engine.expression.latent.measures import LOGITS, PLACE
from engine.expression.latent.remarks import phrase, remark_of
from engine.expression.latent.solver import Aim
from engine.expression.units import CONTROLS

Support = Literal["good", "side effects", "no"]
Region = Literal["eyes", "mouth", "jaw", "face", "head"]
"""Forehead, brows, lids and what is around them; from the cheeks down; that and the chin over the neck; the first two;
the whole picture."""

_HELD, _POSE_HELD = 0.35, 1.5
"""How much a measure counts that is to stay where it is, beside one that is asked for."""
_BEYOND = 0.5
"""Standard deviations past the 1 % or 99 % of drawn faces up to which may be asked."""
_FULL = 0.95
"""Blendshape weight that is all there is."""
_LITTLE = 0.4
"""Standard deviations to what is asked, below which there was next to nothing to do."""
_POSE = ("yaw", "pitch", "faceWidth")


@dataclass(frozen=True)
class LatentUnit:
    """One entry of resources/expression/latent.toml, which says what its fields mean."""

    id: str
    region: Region = "head"
    plus: Mapping[str, float] = field(default_factory=dict)
    minus: Mapping[str, float] = field(default_factory=dict)
    to: Mapping[str, float] = field(default_factory=dict)
    least: Mapping[str, float] = field(default_factory=dict)
    frees: tuple[str, ...] = ()
    sight: str = ""
    shuts: str = ""

    @property
    def controls(self) -> tuple[str, ...]:
        """The controls it stands for: one, or both sides."""
        return CONTROLS.ids(self.id)

    @property
    def asks(self) -> tuple[str, ...]:
        """The measures it can ask for."""
        return tuple(dict.fromkeys([*self.plus, *self.minus, *self.to, *self.least]))


def _read(name: str, kind: str) -> list[dict[str, Any]]:
    with (RESOURCES / "expression" / name).open("rb") as file:
        return tomllib.load(file)[kind]


def _units(kind: str) -> dict[str, LatentUnit]:
    return {entry["id"]: LatentUnit(**{**entry, "frees": tuple(entry.get("frees", ()))})
            for entry in _read("latent.toml", kind)}


UNITS = _units("unit")
"""By id, in the order of the file."""

KEYS = _units("key")
"""What each key of the live puppet is to show, by `engine.puppet.keys.polish_key.KINDS`; they are not in `controls`."""

MEASURED: dict[str, dict[str, Any]] = {entry["id"]: entry for entry in _read("latent-support.toml", "unit")}
"""What was measured of each, and at which of its ends: see the file's head."""

SUPPORT: dict[str, Support] = {name: MEASURED[name]["support"] if name in MEASURED else "no" for name in UNITS}
"""By unit: drawn well, drawn with something else besides, or not to be drawn. Controls that are not here: no."""

_BY_CONTROL = {control: unit for unit in UNITS.values() for control in unit.controls}


def support_of(name: str) -> Support:
    """Whether a control ("AU12L") or a unit ("AU12") can be drawn."""
    unit = _unit(name)
    return SUPPORT[unit.id] if unit is not None else "no"


def besides(name: str) -> Text:
    """What a control or unit that has side effects brings along, in words; empty for one that has none."""
    unit = _unit(name)
    return phrase(MEASURED.get(unit.id, {})) if unit is not None else Text()


def remark(name: str) -> Text | None:
    """What to say beside a control's slider: what comes along with it, or that it cannot be drawn, and why."""
    unit = _unit(name)
    return remark_of(MEASURED.get(unit.id, {}) if unit is not None else {}, support_of(name) != "no")


def _unit(name: str) -> LatentUnit | None:
    return UNITS.get(name) or _BY_CONTROL.get(name)


def asked_units(look: Mapping[str, float]) -> dict[str, float]:
    """What of a look the generator can draw: value by unit, of those that it draws at all, at this end, and whose
    sides are alike."""
    values: dict[str, float] = {}
    for unit in UNITS.values():
        value, *others = (look.get(side, 0.0) for side in unit.controls)
        able = SUPPORT[unit.id] != "no" and (value > 0 or bool(unit.minus or unit.to))
        if value and able and all(other == value for other in others):
            values[unit.id] = value
    return values


def aim(values: Mapping[str, float], own: np.ndarray, basis: Basis) -> Aim:
    """What units (value by id) ask of a face that measures `own` (k,), in standard deviations."""
    parts = []
    for name, value in values.items():
        control = CONTROLS[UNITS[name].controls[0]]
        parts.append((UNITS[name], value / (control.maximum if value > 0 else -control.minimum)))
    return _aim(parts, own, basis)


def aim_of(unit: LatentUnit, own: np.ndarray, basis: Basis) -> Aim:
    """What one unit asks of a face at its maximum."""
    return _aim([(unit, 1.0)], own, basis)


def _aim(parts: list[tuple[LatentUnit, float]], own: np.ndarray, basis: Basis) -> Aim:
    """parts: units, and how much of their maximum (less than 0: of their minimum)."""
    by, to = np.zeros(len(own)), own.copy()
    asked, free = np.zeros(len(own), bool), np.zeros(len(own), bool)
    for unit, share in parts:
        for measure, amount in (unit.plus if share > 0 else unit.minus).items():
            by[PLACE[measure]] += abs(share) * amount
        for measure, end in ((*unit.to.items(), *unit.least.items()) if share > 0 else ()):
            place = PLACE[measure]
            wanted = (end - basis.centre[place]) / basis.spread[place]
            if measure in unit.least:
                wanted = min(wanted, own[place])
            to[place] = own[place] + share * (wanted - own[place])
            asked[place] |= to[place] != own[place]
        free[[PLACE[measure] for measure in unit.frees]] = True
    target = np.where(by != 0, np.clip(own + by, *_limits(own, basis)), to)
    weight = np.full(len(own), _HELD)
    weight[[PLACE[measure] for measure in _POSE]] = _POSE_HELD
    weight[free] = 0.0
    asked |= by != 0
    weight[asked] = 1.0
    return Aim(target, weight, asked)


def _limits(own: np.ndarray, basis: Basis) -> tuple[np.ndarray, np.ndarray]:
    """Between what measures may be asked to move: what faces do and a little, but no blendshape to more than nearly
    all; and never back from where the face is."""
    beyond = basis.standard(basis.high) + _BEYOND
    full = (np.log(_FULL / (1 - _FULL)) - basis.centre[:len(LOGITS)]) / basis.spread[:len(LOGITS)]
    beyond[:len(LOGITS)] = np.maximum(np.minimum(beyond[:len(LOGITS)], full), basis.standard(basis.high)[:len(LOGITS)])
    return np.minimum(basis.standard(basis.low) - _BEYOND, own), np.maximum(beyond, own)


def at_their_end(values: Mapping[str, float], target: Aim, own: np.ndarray) -> list[str]:
    """The units of which the face shows about as much already as faces do, so that nearly nothing was asked."""
    return [name for name in values if np.linalg.norm(
        [target.target[PLACE[measure]] - own[PLACE[measure]] for measure in UNITS[name].asks
         if target.asked[PLACE[measure]]]) < _LITTLE]


def shares(values: Mapping[str, float], target: Aim, own: np.ndarray, measures: np.ndarray) -> dict[str, float]:
    """How much of what each unit asked for is there, by its own measures: 1 all, 0 nothing, less than 0 the other way.
    A unit that had nothing to do on this face has 1."""
    found: dict[str, float] = {}
    for name in values:
        places = [PLACE[measure] for measure in UNITS[name].asks if target.asked[PLACE[measure]]]
        way = target.target[places] - own[places]
        length = float(way @ way)
        found[name] = float(way @ (measures[places] - own[places])) / length if length > 1e-4 else 1.0
    return found


def write_support(rows: list[dict[str, Any]], head: str) -> None:
    """Write what was measured, one row for each unit, to resources/expression/latent-support.toml."""
    known = get_args(Support)
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    for row in rows:
        if row["support"] not in known or row["id"] not in UNITS:
            raise EngineError(Text("{0}: {1} is none of {2}", row["id"], repr(row["support"]), ", ".join(known)))
        lines += ["", "[[unit]]", *(f"{key} = {_toml(value)}" for key, value in row.items())]
    write_whole(RESOURCES / "expression" / "latent-support.toml", ("\n".join(lines) + "\n").encode())


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"
