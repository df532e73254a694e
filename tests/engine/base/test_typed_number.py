"""Numbers as every keyboard and input method gives them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.typed_number import typed_number


@pytest.mark.parametrize(("text", "value"), [
    ("5", 5), ("5.5", 5.5), ("5,5", 5.5), ("－5", -5), ("５．５", 5.5), ("5，5", 5.5), ("5。5", 5.5), ("＋２", 2),
    ("−3", -3), ("–3", -3), ("٣٫٥", 3.5), ("  7 ", 7), ("　７　", 7), ("1e1", 10), (".5", 0.5), ("，５", 0.5)])
def test_what_people_type_is_the_number_they_mean(text: str, value: float) -> None:
    assert typed_number(text) == value


@pytest.mark.parametrize("text", ["", " ", "x", "1_000", "１＿０", "nan", "inf", "−inf", "1.2.3", "1,234.5", "5-",
                                  "½", "²"])
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(ValueError):
        typed_number(text)


@pytest.mark.parametrize(("text", "number"), [("nan", math.nan), ("−inf", -math.inf), ("５,５", 5.5)])
def test_whoever_checks_it_later_gets_what_is_not_finite_too(text: str, number: float) -> None:
    assert typed_number(text, finite=False) == pytest.approx(number, nan_ok=True)


@given(st.text())
def test_no_text_does_anything_else(text: str) -> None:
    try:
        typed_number(text)
    except ValueError:
        pass
