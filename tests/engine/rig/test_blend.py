"""Heads blended into one, by weights and by regions; more and less asymmetry."""

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.rig.blend import blended, in_schema, only, regions_of
from engine.rig.schema import load_schema
from engine.rig.shaping import rig_vertices
from engine.rig.values import RigValues
from engine.rig.variation import is_lopsided, lopsided, mirrored, random_rig

SCHEMAS = ("face-nn", "facewright-head")


def by_region(schema_name: str, values: RigValues, region: str) -> np.ndarray:
    slots = load_schema(schema_name).slots
    return values.array()[[place for place, slot in enumerate(slots) if slot.group == region]]


@pytest.mark.parametrize("name", SCHEMAS)
def test_weights_say_how_much_of_each(name: str) -> None:
    heads = [random_rig(name, seed) for seed in range(3)]
    schema = load_schema(name)
    free = [place for place, slot in enumerate(schema.slots) if not schema.one_of(place)]
    numbers = np.stack([head.array() for head in heads])[:, free]
    assert np.allclose(blended(heads).array()[free], numbers.mean(axis=0), atol=1e-6)
    assert np.allclose(blended(heads, [2, 1, 1]).array()[free], [0.5, 0.25, 0.25] @ numbers, atol=1e-6)
    assert blended(heads, [0, 3, 0]).same_as(heads[1])
    assert blended([heads[0]] * 6, [0.1, 0.2, 0.7, 0.3, 0.1, 0.6]).same_as(heads[0])


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_region_is_had_from_another(name: str) -> None:
    first, second = random_rig(name, 1), random_rig(name, 2)
    regions = regions_of(load_schema(name))
    eyes = next(region for region in regions if "ye" in region)
    mixed = blended([first, second], only(0, 2), {eyes: only(1, 2)})
    for region in regions:
        whose = second if region == eyes else first
        assert np.array_equal(by_region(name, mixed, region), by_region(name, whose, region)), region
    assert not np.array_equal(by_region(name, first, eyes), by_region(name, second, eyes))


def test_what_nobody_sees_is_no_region() -> None:
    schema = load_schema("face-nn")
    unseen = {slot.group for slot in schema.slots} - set(regions_of(schema))
    assert unseen == {"Unused"}
    heads = [schema.set(schema.defaults(), {slot.id: value for slot in schema.slots if slot.group in unseen})
             for value in (0.2, 0.6)]
    assert {value for slot, value in zip(schema.slots, blended(heads, [3, 1]).values, strict=True)
            if slot.group in unseen} == {np.float32(0.3)}  # yet it goes on, by the weights of the whole


def test_what_is_one_of_several_is_never_left_between() -> None:
    schema = load_schema("face-nn")
    thin, thick = (schema.set(schema.defaults(shape), {style: 1.0})
                   for shape, style in (("male", "brow.style1"), ("female", "brow.style3")))
    for weights, winner in (([0.6, 0.4], thin), ([0.4, 0.6], thick), ([0.5, 0.5], thin)):
        mixed = blended([thin, thick], weights)
        assert mixed.values[96:] == winner.values[96:] and mixed.shape == winner.shape
    brows = next(slot.group for slot in schema.slots if slot.id == "brow.style1")
    mixed = blended([thin, thick], [0.9, 0.1], {brows: [0.1, 0.9]})
    assert mixed.values[96:] == thick.values[96:] and mixed.shape == "male"


def test_heads_of_another_rig_become_the_nearest() -> None:
    one, other = random_rig("facewright-head", 5), random_rig("face-nn", 6)
    heads = in_schema([one, other], "face-nn")
    assert heads[1].same_as(other) and heads[0].schema == "face-nn"
    mixed = blended(heads)
    between = [np.linalg.norm(rig_vertices(mixed) - rig_vertices(head), axis=1).mean() for head in heads]
    apart = np.linalg.norm(rig_vertices(heads[0]) - rig_vertices(heads[1]), axis=1).mean()
    assert max(between) < 0.7 * apart


@pytest.mark.parametrize(("weights", "regions"), [
    ([1], {}), ([1, -1], {}), ([0, 0], {}), ([1, float("nan")], {}), ([1, float("inf")], {}),
    ([1, 1], {"Nowhere": [1, 1]}), ([1, 1], {"Nose": [1]}),
])
def test_what_cannot_be_blended_is_refused(weights: list[float], regions: dict[str, list[float]]) -> None:
    heads = [random_rig("face-nn", seed) for seed in range(2)]
    with pytest.raises(UsageError):
        blended(heads, weights, regions)
    with pytest.raises(UsageError):
        blended(heads[:1])
    with pytest.raises(UsageError):
        blended(heads * 4)


def test_asymmetry_goes_from_none_to_what_there_is() -> None:
    values = random_rig("facewright-head", 8, strength=2.0)
    even, half = lopsided(values, 0.0), lopsided(values, 0.5)
    assert is_lopsided(values) and not is_lopsided(even)
    assert lopsided(values, 1.0) is values and mirrored(even).same_as(even)
    assert np.allclose(half.array(), 0.5 * (even.array() + values.array()), atol=1e-6)
    with pytest.raises(UsageError):
        lopsided(values, 1.1)
    alike = random_rig("face-nn", 8)  # has no left and right to differ
    assert not is_lopsided(alike) and lopsided(alike, 0.0).same_as(alike)
