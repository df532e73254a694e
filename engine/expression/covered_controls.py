"""Which controls show nothing on a face of which something is covered."""

from collections.abc import Sequence

from engine.base.text import Text
from engine.expression.units import UNITS, Unit
from engine.puppet.cover.covered_part import CoveredPart

_MOUTH = ("mouth", "jaw", "lip", "tongue")


def covered_controls(notes: Sequence[Text]) -> dict[str, CoveredPart]:
    """Ids of the controls that move nothing but covered parts, each with what is told of one of these.

    notes: of a puppet; others than of covered parts are passed over.
    """
    covered = {note.part: note for note in notes if isinstance(note, CoveredPart)}
    if not covered:
        return {}
    moved = {key: _parts(unit) for key, unit in UNITS.items()}
    return {key: covered[parts[0]] for key, parts in moved.items() if parts and all(part in covered for part in parts)}


def _parts(unit: Unit) -> tuple[str, ...]:
    """Of a face, what a unit moves: those that can be covered by their names, anything else by "face"."""
    shapes = (*unit.plus, *unit.minus, *unit.removes)
    return tuple(dict.fromkeys(part for shape in shapes for part in _parts_of(shape)))


def _parts_of(shape: str) -> tuple[str, ...]:
    """What a blendshape moves, by its name: both sides where it names none."""
    if shape.startswith(_MOUTH):
        return ("mouth",)
    kind = next((kind for kind in ("eye", "brow") if shape.startswith(kind)), "")
    if not kind:
        return ("face",)
    sides = [side for side in ("Right", "Left") if shape.endswith(side)] or ["Right", "Left"]
    return tuple(kind + side for side in sides)
