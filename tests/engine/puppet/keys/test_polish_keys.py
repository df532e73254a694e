"""How much of a key a frame takes, and what is left of the weights it stands for."""

import hypothesis.strategies as st
import numpy as np
from hypothesis import given

from engine.puppet.deformation import Deformation, weight_index, weight_names
from engine.puppet.keys.polish_keys import MouthKey, PolishKeys
from engine.puppet.render.drawing import PolishSkin
from tests.engine.puppet.keys.sittings import both

_POINTS = 4
_SMILES = [weight_index(f"mouthSmile{side}") for side in ("Right", "Left")]


def _keys(shown: float = 0.8) -> PolishKeys:
    points = np.zeros((_POINTS, 2), np.float32)
    mouth = MouthKey(points, points + 0.1, None, np.zeros(2), 1.0)
    skin = PolishSkin(np.zeros((8, 8, 4), np.uint8), np.zeros((8, 8, 4), np.uint8))
    return PolishKeys(("smile", "neutral", "closed-eyes"), points, {"smile": skin, "neutral": skin}, points,
                {"smile": mouth, "neutral": mouth}, np.array([False, True, True, True]),
                np.array([0.2, 0, 0.5, 1], np.float32), {"smile": np.ones(_POINTS, bool),
                                                         "neutral": np.ones(_POINTS, bool)}, (shown, shown))


def _weights(values: dict[str, float]) -> np.ndarray:
    return np.array(Deformation.of(values).weights, np.float32)


def test_nothing_asked_takes_nothing():
    assert _keys().blend(_weights({"jawOpen": 0.5})) is None
    assert _keys().keyed(None, (0.0, 0.0)) is None


def test_a_smile_taken_out_is_the_neutral_key_and_a_smile_put_on_the_smile_key():
    out, on = _keys().blend(_weights(both("mouthSmile", -0.5))), _keys(0.0).blend(_weights(both("mouthSmile", 0.5)))
    assert out is not None and out.kind == "neutral" and 0.4 < out.amount < 1
    assert on is not None and on.kind == "smile" and 0.1 < on.amount < 1
    done = _keys(0.0).blend(_weights(both("mouthSmile", 0.76)))
    assert done is not None and done.amount == 1


def test_one_side_alone_moves_that_side():
    keys = _keys(0.0)
    blend = keys.blend(_weights({"mouthSmileLeft": 0.76}))
    assert blend is not None and blend.left == 1 and blend.right == 0
    moved = keys.movement(blend)[:, 0]
    assert np.allclose(moved, 0.1 * keys.left)
    found = keys.keyed(blend, (0.0, 0.0))
    assert found is not None and np.array_equal(found.weight, [0, 0, 0.5, 1])


@given(st.floats(-1.6, 1.6), st.floats(-1.6, 1.6), st.floats(0, 1))
def test_amounts_stay_within_bounds_and_leave_no_more_than_was_asked(right, left, shown):
    keys = _keys(shown)
    weights = _weights({"mouthSmileRight": right, "mouthSmileLeft": left, "jawOpen": -0.2, "lipClose": 0.7})
    blend = keys.blend(weights)
    if blend is None:
        assert abs(right) + abs(left) < 1e-3 or abs(right + left) < 0.25 * (abs(right) + abs(left)) + 0.2
        return
    assert 0 <= blend.right <= 1 and 0 <= blend.left <= 1
    rest = keys.remaining(weights, blend)
    assert (np.abs(rest) <= np.abs(weights) + 1e-6).all() and np.isfinite(rest).all()


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(-0.01, 0.01))
def test_a_small_step_is_a_small_change_also_where_one_key_gives_way_to_the_other(right, left, step):
    keys = _keys(0.5)

    def taken(r: float, length: float) -> np.ndarray:
        blend = keys.blend(_weights({"mouthSmileRight": r, "mouthSmileLeft": length}))
        if blend is None:
            return np.zeros(2)
        return (1 if blend.kind == "smile" else -1) * np.array([blend.right, blend.left])

    if abs(right) + abs(left) > 0.1:
        assert np.abs(taken(right + step, left) - taken(right, left)).max() <= 25 * abs(step) + 1e-6


def test_what_the_key_shows_is_not_done_twice():
    keys = _keys(0.0)
    weights = _weights({**both("mouthSmile", 0.76), **both("mouthLowerDown", 0.4), "browInnerUp": 0.5})
    blend = keys.blend(weights)
    assert blend is not None
    rest = keys.remaining(weights, blend)
    assert np.allclose(rest[_SMILES], 0) and rest[weight_index("browInnerUp")] == np.float32(0.5)
    assert 0 < rest[weight_index("mouthLowerDownLeft")] < 0.4

    weights = _weights({**both("mouthSmile", -1.05), "lipClose": 1.0, "jawOpen": -0.3, "mouthPucker": 0.4})
    keys = _keys(0.8)
    blend = keys.blend(weights)
    assert blend is not None and blend.amount == 1
    rest = keys.remaining(weights, blend)
    left = {name for name, value in zip(weight_names(), rest, strict=True) if abs(value) > 1e-6}
    assert left == {"mouthPucker"}


def test_each_lid_goes_by_itself():
    found = _keys().keyed(None, (1.0, 0.25))
    assert found is not None and found.weight[0] == 1 and not found.weight[1:].any()
