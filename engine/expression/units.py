"""The controls of live expression, read once from resources/expression/units.toml.

`CONTROLS` is the table that the panel, the command line, presets and projects use. `UNITS` says, control by control,
what each does to the face's blendshape weights.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.base.controls import Control, ControlTable
from engine.base.paths import RESOURCES
from engine.photo.arkit import ARKIT_52

RAW_GROUP = "ARKit"
"""Group of the fifty-two raw blendshapes; a panel shows it folded."""


@dataclass(frozen=True)
class Unit:
    """What one control does to the face, at the two ends of its range.

    plus:    blendshape weights added at the maximum.
    minus:   blendshape weights added at the minimum.
    removes: blendshapes that the minimum takes out as far as the photo shows them.
    closes:  how far the minimum brings together lips that the photo shows apart, 0..1.
    closes_with: blendshapes the photo must show for `closes` to act; empty when it always does.
    shade:   whether renderers that do not know it draw the rest of a look without it: see `engine.expression.shades`.
    lifts:   those of `plus` that lift the lip in passing: left out as far as a smile's lips were closed for it.
    """

    control: Control
    plus: Mapping[str, float] = field(default_factory=dict)
    minus: Mapping[str, float] = field(default_factory=dict)
    removes: tuple[str, ...] = ()
    closes: float = 0.0
    closes_with: tuple[str, ...] = ()
    lifts: tuple[str, ...] = ()
    shade: bool = False


def _sides(entry: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(suffix of the id, word for the label, what replaces "*") for each control an entry stands for."""
    if entry["sides"] == 2:
        yield "L", "left", "Left"
        yield "R", "right", "Right"
    else:
        yield "", "", ""


def _units(entry: Mapping[str, Any]) -> Iterator[Unit]:
    minimum, maximum = entry["range"]
    for suffix, word, side in _sides(entry):
        mirror = entry["id"] + {"L": "R", "R": "L", "": ""}[suffix] if suffix else ""
        control = Control(
            id=entry["id"] + suffix,
            label=f"{entry['label']}, {word}" if word else entry["label"],
            group=entry["group"], minimum=float(minimum), maximum=float(maximum),
            default=float(entry.get("default", 0.0)), step=float(entry["step"]), unit=entry.get("unit", ""),
            mirror=mirror, pair=entry["id"] if suffix else "", ends=tuple(entry["ends"]),
            stage=entry.get("stage", "draw"), help=entry["help"],
        )
        yield Unit(
            control=control,
            plus={name.replace("*", side): gain for name, gain in entry.get("plus", {}).items()},
            minus={name.replace("*", side): gain for name, gain in entry.get("minus", {}).items()},
            removes=tuple(name.replace("*", side) for name in entry.get("removes", ())),
            # each side closes so much that both together close as declared
            closes=1 - (1 - entry.get("closes", 0.0)) ** (0.5 if suffix else 1.0),
            closes_with=tuple(name.replace("*", side) for name in entry.get("closes_with", ())),
            shade=entry.get("shade", False),
            lifts=tuple(name.replace("*", side) for name in entry.get("lifts", ())),
        )


def _raw(name: str) -> Unit:
    """One raw blendshape: a weight of -1..1 added to the photo's own, neither softened nor limited."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    mirror = (name.removesuffix("Left") + "Right" if name.endswith("Left")
              else name.removesuffix("Right") + "Left" if name.endswith("Right") else "")
    control = Control(
        id=name, label=words[0].upper() + words[1:], group=RAW_GROUP, minimum=-1.0, maximum=1.0, step=0.01,
        mirror=mirror if mirror in ARKIT_52 else "", ends=("take out", "add"),
        help=f"The ARKit blendshape {name}, added to what the photo shows.",
    )
    return Unit(control=control, plus={name: 1.0}, minus={name: -1.0})


def _load() -> tuple[Unit, ...]:
    with (RESOURCES / "expression" / "units.toml").open("rb") as file:
        entries = tomllib.load(file)["unit"]
    named = [unit for entry in entries for unit in _units(entry)]
    return (*named, *(_raw(name) for name in ARKIT_52))


UNITS: dict[str, Unit] = {unit.control.id: unit for unit in _load()}
"""Every unit by its control's id, in the order of the panel."""

CONTROLS = ControlTable(unit.control for unit in UNITS.values())
"""Every control of live expression."""
