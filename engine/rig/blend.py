"""Several characters made into one: by weights, region by region, or with a region of one of them."""

from collections.abc import Mapping, Sequence

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.rig.fit import convert
from engine.rig.schema import CHOICE, LIVE, PAINT, WHOLE, RigSchema, Slot, load_schema
from engine.rig.values import RigValues

LEAST, MOST = 2, 6
"""Heads that are blended at once."""
LETTERS = "ABCDEF"
"""What they are called, in their order."""


def regions_of(schema: RigSchema) -> tuple[str, ...]:
    """The regions of a head, as a schema groups its values: those in which any is seen."""
    return tuple(dict.fromkeys(slot.group for slot in schema.slots if slot.state in (LIVE, PAINT)))


def in_schema(heads: Sequence[RigValues], schema_name: str) -> list[RigValues]:
    """Heads as a schema describes them: those of another become the nearest it has. UsageError for an unknown one."""
    return [convert(head, schema_name).values for head in heads]


def blended(heads: Sequence[RigValues], weights: Sequence[float] = (),
            regions: Mapping[str, Sequence[float]] | None = None) -> RigValues:
    """One character out of two to six of the same schema.

    weights: how much of each head, 0 or more and not all 0; all the same when empty. regions: weights of their own for
    regions, by `regions_of`.
    Choices, and values of which exactly one is on, cannot lie between: they are the heaviest head's, as is the role
    shape (of equally heavy ones, the first's); numbers that must be whole are rounded. Raises UsageError for what
    cannot be blended.
    """
    if not LEAST <= len(heads) <= MOST:
        raise UsageError(Text("{0} heads cannot be blended", len(heads)), Text("{0} to {1}", LEAST, MOST))
    schema = load_schema(heads[0].schema)
    for head in heads:
        schema.check_count(head)
    known, regions = regions_of(schema), regions or {}
    for region in regions:
        if region not in known:
            raise UsageError(Text("{0} has no region {1}", schema.name, repr(region)),
                             Text("known: {0}", ", ".join(known)))
    whole = _shares(weights or [1.0] * len(heads), len(heads))
    share = {region: _shares(regions[region], len(heads)) if region in regions else whole for region in known}
    numbers = np.stack([head.array().astype(np.float64) for head in heads], axis=1)  # (values, heads)
    mixed = [_between(slot, row, share.get(slot.group, whole)) for slot, row in zip(schema.slots, numbers, strict=True)]
    for places in map(list, schema.one_hot):  # of one head, whatever regions they are in
        for place in places:
            mixed[place] = float(numbers[place, share.get(schema.slots[places[0]].group, whole).argmax()])
    return RigValues.of(schema.name, mixed, heads[int(whole.argmax())].shape)


def only(number: int, count: int) -> list[float]:
    """Weights by which a region is that of one of so many heads."""
    return [float(place == number) for place in range(count)]


def _between(slot: Slot, row: np.ndarray, share: np.ndarray) -> float:
    """One value of each head (n,) by shares (n,)."""
    if slot.kind == CHOICE:
        return float(row[share.argmax()])
    chosen = row[share > 0]
    if np.ptp(chosen) == 0:  # what all agree on stays what it is, to the bit
        return float(chosen[0])
    return float(round(row @ share) if slot.kind == WHOLE else row @ share)


def _shares(weights: Sequence[float], count: int) -> np.ndarray:
    """(count,) float64 in sum 1."""
    array = np.asarray(weights, np.float64)
    if array.shape != (count,):
        raise UsageError(Text("{0} weights are given for {1} heads", array.size, count))
    if not np.isfinite(array).all() or (array < 0).any() or not array.any():
        raise UsageError(Text("weights must be 0 or more, and not all 0"))
    array = array / array.max()
    return array / array.sum()
