"""What a look asks of latents: moves together, limits, locks, mixes."""

import numpy as np
import pytest

from engine.attributes.attribute_edit import (
    FARTHEST,
    USUAL,
    AttributeEdit,
    attribute_edit_of,
    changed_code,
    changed_codes,
    gathered,
    limited,
)
from engine.attributes.code_edit import Move, moved
from engine.attributes.directions import Direction, Directions
from engine.attributes.mixing import mixed, row_groups
from engine.attributes.reach import Reach
from engine.base.errors import UsageError

ROWS, WIDTH = 6, 8
MEAN = np.full((ROWS, WIDTH), 0.5, np.float32)


def direction(name: str, *numbers: float, sigma: float = 2.0, rows: tuple[int, int] | None = None) -> Direction:
    vector = np.zeros(WIDTH, np.float32)
    vector[:len(numbers)] = numbers
    return Direction(name, vector / np.linalg.norm(vector), sigma, rows=rows)


DIRECTIONS = Directions((direction("smile", 1), direction("turn", 0, 1, rows=(0, 3)), direction("both", 1, 1)))


def changed(code: np.ndarray = MEAN, **edit: object) -> np.ndarray:
    return changed_code(code, AttributeEdit(**edit), DIRECTIONS, MEAN)  # type: ignore[arg-type]


def test_values_become_an_edit() -> None:
    found = attribute_edit_of({"attribute.smile": 1.5, "attribute.yaw": 0.0, "lock.turn": 1, "lock.smile": 0.0,
                               "mix.seed": 7.0, "mix.fine": 25, "mix.eyes": 100, "AU12L": 3.0})
    assert found == AttributeEdit((("smile", 1.5),), ("turn",), 7, (("fine", 0.25),), (("eyes", 1.0),))
    assert found.mixes and not attribute_edit_of({"mix.seed": 7.0}).mixes


def test_no_wishes_leave_the_very_latents() -> None:
    code = np.random.default_rng(1).standard_normal((ROWS, WIDTH)).astype(np.float32)
    assert np.array_equal(changed(code), code)
    assert np.array_equal(changed(code, locked=("smile",), seed=4), code)


def test_moves_add_up_in_the_rows_they_move() -> None:
    away = changed(moves=(("smile", 1.0), ("turn", -0.5))) - MEAN
    assert np.allclose(away[:, 0], 2.0) and np.allclose(away[:3, 1], -1.0) and not away[3:, 1].any()


def test_an_unknown_direction_is_refused() -> None:
    with pytest.raises(UsageError, match="no direction"):
        changed(moves=(("wings", 1.0),))


def test_what_is_locked_is_left_alone() -> None:
    away = changed(moves=(("both", 1.0),), locked=("smile",)) - MEAN
    assert np.abs(away[:, 0]).max() < 1e-5 and np.allclose(away[:, 1], 2.0)
    own = changed(moves=(("smile", 1.0),), locked=("smile",)) - MEAN  # its own knob still turns it
    assert np.allclose(own[:, 0], 2.0)


def reach(code: np.ndarray, *strengths: tuple[str, float]) -> float:
    """Standard deviations from the mean at which moves along smile and turn end."""
    moves = limited(code - 0, [Move(DIRECTIONS.named(name), value) for name, value in strengths], MEAN)
    starts = [float((code - MEAN)[slice(*(move.direction.rows or (0, ROWS)))].mean(0) @ move.direction.vector) / 2
              for move in moves]
    return float(np.hypot(*(start + move.strength for start, move in zip(starts, moves, strict=True))))


def test_usual_moves_are_made_as_asked_and_far_ones_less() -> None:
    assert reach(MEAN, ("smile", 1.5), ("turn", 2.0)) == pytest.approx(2.5)
    ends = [reach(MEAN, ("smile", step), ("turn", step)) for step in np.arange(0, 20, 0.25)]
    assert all(later > earlier - 1e-9 for earlier, later in zip(ends, ends[1:], strict=False))
    assert max(np.diff(ends)) < 0.4 and USUAL < ends[-1] <= FARTHEST


def test_a_face_that_is_far_out_may_come_back_freely() -> None:
    far = MEAN.copy()
    far[:, 0] += 2 * 5.0  # five standard deviations along smile
    assert reach(far, ("smile", -3.0), ("turn", 0.0)) == pytest.approx(2.0)
    assert 5.0 < reach(far, ("smile", 3.0), ("turn", 0.0)) <= 5.0 + FARTHEST - USUAL


def test_moves_are_made_less_all_by_the_same_factor() -> None:
    moves = limited(MEAN, [Move(DIRECTIONS.named("smile"), 3.0), Move(DIRECTIONS.named("turn"), -6.0)], MEAN)
    assert moves[1].strength / moves[0].strength == pytest.approx(-2.0) and moves[0].strength < 3


def test_mixing_goes_from_one_face_to_the_other_by_groups_of_rows() -> None:
    one, other = np.zeros((23, WIDTH), np.float32), np.ones((23, WIDTH), np.float32)
    groups = row_groups(23)
    assert [groups[name] for name in ("coarse", "middle", "fine")] == [(0, 7), (7, 13), (13, 23)]
    found = mixed(one, other, {"coarse": 0.25, "fine": 1.0})
    assert (found[:7] == 0.25).all() and not found[7:13].any() and (found[13:] == 1).all()
    assert np.array_equal(mixed(one, other, {}), one)


def test_rows_are_mixed_before_moves() -> None:
    other = MEAN + 1
    away = changed_code(MEAN, AttributeEdit((("smile", 1.0),), rows=(("coarse", 0.5),)), DIRECTIONS, MEAN, other) - MEAN
    first = row_groups(ROWS)["coarse"][1]
    assert np.allclose(away[:first, 0], 2.5) and np.allclose(away[first:, 0], 2.0) and np.allclose(away[:first, 2], 0.5)


def test_a_move_of_a_region_is_no_part_of_the_whole() -> None:
    directions = Directions((direction("glasses", 1), direction("turn", 0, 1)))
    edit = AttributeEdit((("glasses", 1.0), ("turn", 1.0)))
    found = changed_codes(MEAN, edit, directions, MEAN)
    both = changed_code(MEAN, edit, directions, MEAN)
    glasses, = found.regions
    assert (glasses.region, glasses.only) == ("glasses", "frame") and np.allclose(glasses.code, both)
    assert np.allclose(found.whole, changed_code(MEAN, AttributeEdit((("turn", 1.0),)), directions, MEAN))
    at_end = AttributeEdit((("glasses", 3.0), ("turn", 0.2)))
    longer = changed_codes(MEAN, at_end, directions, MEAN, reaches={"glasses": Reach(2.0, 1.0)})
    assert np.allclose(longer.regions[0].code - longer.whole, 2.0 * (glasses.code - found.whole))
    less = AttributeEdit((("glasses", -1.0),))
    off = changed_codes(MEAN, less, directions, MEAN, reaches={"glasses": Reach(4.5, 1.0, 1.0)}).regions[0]
    assert off.only == "" and np.array_equal(off.code, changed_codes(MEAN, less, directions, MEAN).regions[0].code)


def test_rows_are_gathered_in_the_region_alone_and_glasses_are_worn_over_the_rest() -> None:
    code = np.random.default_rng(3).standard_normal((ROWS, WIDTH)).astype(np.float32)
    directions = Directions((direction("glasses", 1), direction("hair-length", 0, 1)))
    edit = AttributeEdit((("glasses", 0.3), ("hair-length", 0.3)))
    found = changed_codes(code, edit, directions, code, reaches={"glasses": Reach(1.0, 1.0, 1.0)})
    assert np.array_equal(found.whole, code) and [one.region for one in found.regions] == ["hair", "glasses"]
    hair, glasses = found.regions
    assert np.allclose(glasses.code.std(0), 0, atol=1e-6) and np.allclose(hair.code.std(0), code.std(0))


def test_a_smile_that_goes_closes_the_mouth_as_far_as_a_face_needs_it() -> None:
    directions = Directions((direction("smile", 1), direction("mouth-open", 0, 1)))
    reaches = {"smile": Reach(2.0, 1.0, beside=1.5)}

    def away(*moves: tuple[str, float], locked: tuple[str, ...] = ()) -> np.ndarray:
        edit = AttributeEdit(tuple(moves), locked)
        return changed_codes(MEAN, edit, directions, MEAN, reaches=reaches).whole - MEAN

    assert np.allclose(away(("smile", -3.0)), 2 * (MEAN - moved(MEAN, [Move(directions.named("smile"), 1.0)]))
                       + 1.5 * (MEAN - moved(MEAN, [Move(directions.named("mouth-open"), 1.0)])), atol=1e-6)
    assert np.allclose(away(("smile", -1.5)), away(("smile", -3.0)) / 2, atol=1e-6)
    assert np.allclose(away(("smile", 3.0))[:, 1], 0)
    for kept in (away(("smile", -3.0), locked=("mouth-open",)), away(("mouth-open", 1.0), ("smile", -3.0))):
        assert (kept[:, 1] >= 0).all()  # what a hand set or locked is nobody else's


def test_rows_are_gathered_to_their_mean() -> None:
    code = np.random.default_rng(2).standard_normal((ROWS, WIDTH)).astype(np.float32)
    assert gathered(code, 0.0) is code
    assert np.allclose(gathered(code, 0.5).std(0), code.std(0) / 2)
    assert np.allclose(gathered(code, 1.0), code.mean(0), atol=1e-6)
