"""Keys set from sliders, moved, copied and deleted together."""

import pytest

from engine.base.controls import Control, ControlTable
from engine.base.errors import BadValue
from engine.base.look import Look
from engine.motion.curve import Curve, Interpolation, Keyframe
from engine.motion.keying import KeyPlace, keyed, keys_at, leading_to, moved_keys, with_keys, without_keys
from engine.motion.timeline import Timeline

TABLE = ControlTable([Control("AU12L", "Smile", "Mouth", -10, 10), Control("AU26", "Jaw", "Mouth", 0, 10)])
BASE = Look.of(TABLE, {"AU12L": 2})
CURVE = Curve("AU26", (Keyframe(0, 0, Interpolation.STEP), Keyframe(1, 4, Interpolation.LINEAR), Keyframe(2, 6)))
FILM = Timeline(curves=(CURVE,))


def test_the_first_key_is_a_way_from_what_the_face_wears() -> None:
    film = keyed(Timeline(), 2.0, {"AU12L": 8}, TABLE, BASE)
    assert [(key.time, key.value) for key in film.curves[0].keys] == [(0, 2), (2, 8)]
    assert film.look_at(0, BASE, TABLE) == BASE and 2 < film.look_at(1, BASE, TABLE)["AU12L"] < 8
    at_once = keyed(Timeline(), 0.0, {"AU12L": 8}, TABLE, BASE)
    assert at_once.curves[0].times == (0,)


def test_a_key_between_two_goes_on_as_the_curve_did() -> None:
    film = keyed(FILM, 0.5, {"AU26": 3}, TABLE, BASE)
    assert film.curves[0].key_near(0.5) == Keyframe(0.5, 3, Interpolation.STEP)
    again = keyed(film, 1.0, {"AU26": 5}, TABLE, BASE).curves[0]
    assert again.key_near(1.0) == Keyframe(1.0, 5, Interpolation.LINEAR) and len(again.keys) == 4


def test_a_key_that_the_control_cannot_take_is_refused() -> None:
    with pytest.raises(BadValue):
        keyed(FILM, 1.0, {"AU26": 11}, TABLE, BASE)


def test_keys_are_moved_within_the_film_and_the_control() -> None:
    chosen = {KeyPlace("AU26", 1), KeyPlace("AU26", 2)}
    film, places = moved_keys(FILM, chosen, 0.5, 0.5, TABLE)
    assert [(key.time, key.value) for key in film.curves[0].keys] == [(0, 0), (1.5, 9), (2.5, 10)]
    assert places == {KeyPlace("AU26", 1.5), KeyPlace("AU26", 2.5)}
    back, places = moved_keys(FILM, chosen, -7, 0, TABLE)
    assert [key.time for key in back.curves[0].keys] == [0, 1] and back.curves[0].at(0) == 4, "upon the first one"
    assert moved_keys(FILM, {KeyPlace("AU26", 9)}, 1, 0, TABLE)[0] == FILM, "none is there"


def test_deleted_copied_and_led_on_in_another_way() -> None:
    assert without_keys(FILM, {KeyPlace("AU26", 1), KeyPlace("nose", 1)}).curves[0].times == (0, 2)
    assert without_keys(FILM, [KeyPlace("AU26", time) for time in (0, 1, 2)]) == Timeline()
    copied = keys_at(FILM, {KeyPlace("AU26", 2), KeyPlace("AU26", 1), KeyPlace("AU26", 5)})
    assert [key.time for _, key in copied] == [1, 2]
    pasted, places = with_keys(Timeline(), copied)
    assert pasted.curves[0].times == (1, 2) and len(places) == 2
    stepped = leading_to(FILM, {KeyPlace("AU26", 1)}, Interpolation.STEP)
    assert stepped.look_at(1.9, BASE, TABLE)["AU26"] == 4
