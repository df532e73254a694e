"""Sliders to the twelve numbers."""

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.base.look import Look
from engine.expression.magicface.au_vector import AU_ORDER, au_vector, checked_units, refuse_beyond
from engine.expression.presets import find_preset
from engine.expression.units import CONTROLS


def look(**values: float) -> Look:
    return Look.of(CONTROLS, values)


def test_the_order_is_the_published_one() -> None:
    assert AU_ORDER == ("AU1", "AU2", "AU4", "AU5", "AU6", "AU9", "AU12", "AU15", "AU17", "AU20", "AU25", "AU26")
    for place, unit in enumerate(AU_ORDER):
        assert np.array_equal(au_vector(look(**{unit: 2.5})), np.eye(12, dtype=np.float32)[place] * 2.5)


def test_raw_numbers_of_the_sign_they_have() -> None:
    vector = au_vector(look(AU12=-6, AU26=10, AU5=-3))
    assert vector.tolist() == [0, 0, 0, -3, 0, 0, -6, 0, 0, 0, 0, 10]
    assert np.array_equal(checked_units(vector), vector)


@pytest.mark.parametrize("value", [10.5, -11, np.nan, np.inf])
def test_units_beyond_ten(value: float) -> None:
    with pytest.raises(UsageError, match="AU4 .* is outside -10 to 10"):
        checked_units(np.eye(12)[2] * value if np.isfinite(value) else np.where(np.eye(12)[2] > 0, value, 0))
    with pytest.raises(UsageError):
        look(AU4=value)


def test_what_the_model_cannot_follow_is_named() -> None:
    for values, named in (({"head.yaw": 10.0}, "head.yaw"), ({"blink": 1.0}, "blink"), ({"AU12L": 5.0}, "AU12L"),
                          ({"AU12L": 5.0, "AU12R": 4.0}, "AU12L, AU12R")):
        with pytest.raises(UsageError, match=f"not {named}"):
            refuse_beyond(look(**values))
    with pytest.raises(UsageError, match="neutralise"):
        refuse_beyond(find_preset("neutral").look)
    refuse_beyond(find_preset("happy").look)
    refuse_beyond(look(AU12=5, AU26=2, wrinkles=20))
