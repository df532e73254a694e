"""Random characters, a character seen in a mirror, and one made more or less lopsided."""

from collections.abc import Collection

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.rig.fit import values_from_amounts
from engine.rig.schema import CHOICE, LIVE, ONE_HOT, PAINT, WHOLE, load_schema
from engine.rig.values import RigValues

SPREAD, MACRO_SPREAD, LOPSIDED_SPREAD, SIDE_DIFFERENCE = 0.25, 0.3, 0.06, 0.12
"""Standard deviation of an amount (-1..1): of a feature, of age, origin and build, of a lopsided shape; and how far
left and right of one feature differ."""


def random_rig(schema_name: str, seed: int, strength: float = 1.0, locks: Collection[str] = (),
               start: RigValues | None = None, shape: str = "") -> RigValues:
    """A random character: the same for the same arguments, on every machine.

    strength: 0..2, how far from the default the character may lie as a whole. Each amount is drawn from a normal
              distribution; when their root mean square, in standard deviations, exceeds `strength`, all are drawn in
              together. So many values may be a little unusual or a few very, but never all of them at once.
    locks:    names of values (or pairs) that keep what `start`, or the default, has.
    Raises UsageError for an unknown name or a strength out of range.
    """
    schema = load_schema(schema_name)
    if not 0 <= strength <= 2:
        raise UsageError(Text("strength {0} is outside 0 to 2", f"{strength:g}"))
    start = start or schema.defaults(shape)
    schema.check_count(start)
    locked = {control_id for name in locks for control_id in schema.controls.ids(name)}
    generator = np.random.Generator(np.random.PCG64(seed))
    count = len(schema.slots)
    drawn, sides = generator.standard_normal(count), generator.standard_normal(count)
    painted = [place for place, slot in enumerate(schema.slots) if slot.state == PAINT and slot.kind != ONE_HOT]
    paint = generator.random(len(painted) + len(schema.one_hot))
    spread = np.array([_spread(slot.group, slot.antisymmetric) if slot.state == LIVE and slot.fitted else 0.0
                       for slot in schema.slots])
    by_id = {slot.id: place for place, slot in enumerate(schema.slots)}
    for place, slot in enumerate(schema.slots):
        if slot.mirror in by_id and by_id[slot.mirror] < place:  # the second side follows the first
            drawn[place] = drawn[by_id[slot.mirror]] + SIDE_DIFFERENCE * sides[place]
    moving = spread > 0
    distance = float(np.sqrt(np.mean(drawn[moving] ** 2))) if moving.any() else 1.0
    amounts = spread * drawn * strength * min(1.0, 1 / max(distance, 1e-9))
    values = values_from_amounts(schema, np.clip(amounts, -1, 1), start.shape).array()
    for place, share in zip(painted, paint[:len(painted)], strict=True):
        values[place] = schema.slots[place].at(share)
    for places, share in zip(schema.one_hot, paint[len(painted):], strict=True):
        values[list(places)] = np.arange(len(places)) == int(share * len(places))
        together = {schema.slots[place].id for place in places}
        if locked & together:
            locked |= together
    keep = [schema.index(control_id) for control_id in locked]
    values[keep] = start.array()[keep]
    return RigValues.of(schema_name, values, start.shape)


def mirrored(values: RigValues) -> RigValues:
    """The character seen in a mirror: left and right change places, sideways shifts turn round."""
    schema = load_schema(values.schema)
    schema.check_count(values)
    numbers = list(values.values)
    for place, slot in enumerate(schema.slots):
        if slot.mirror:
            numbers[schema.index(slot.mirror)] = values.values[place]
        elif slot.antisymmetric:
            numbers[place] = 2 * slot.default - values.values[place]
    return RigValues.of(values.schema, numbers, values.shape)


def lopsided(values: RigValues, amount: float) -> RigValues:
    """The character with so much of its asymmetry: 0 both sides alike, 1 as it is.

    What has a left and a right goes toward the mean of both, a shift sideways toward none. Raises UsageError for an
    amount outside 0..1.
    """
    if not 0 <= amount <= 1:
        raise UsageError(Text("asymmetry {0} is outside 0 to 1", f"{amount:g}"))
    if amount == 1:
        return values
    seen = np.array(mirrored(values).values)
    own = values.array().astype(np.float64)
    whole = [slot.kind in (WHOLE, CHOICE, ONE_HOT) for slot in load_schema(values.schema).slots]  # nothing lies between
    even = 0.5 * (own + seen) + amount * 0.5 * (own - seen)
    return RigValues.of(values.schema, np.where(whole, own, even), values.shape)


def is_lopsided(values: RigValues) -> bool:
    """Whether its two sides differ."""
    return not mirrored(values).same_as(values)


def _spread(group: str, antisymmetric: bool) -> float:
    return LOPSIDED_SPREAD if antisymmetric else MACRO_SPREAD if group == "Person" else SPREAD
