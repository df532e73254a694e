"""Curves, timelines and takes as plain data and as files: nothing is lost, nothing hostile gets through."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.archive import pack, unpack
from engine.base.errors import EngineError, UsageError
from engine.motion.curve import Curve, Interpolation, Keyframe
from engine.motion.take import Take
from engine.motion.take_file import decode_take, encode_take, read_take, write_take
from engine.motion.timeline import PlacedTake, Timeline
from engine.motion.timeline_data import (
    decode_curve,
    decode_timeline,
    encode_curve,
    encode_timeline,
    take_digests,
    takes_of,
)
from engine.motion.track import Track
from tests.engine.motion.takes import ramp, tracks
from tests.engine.motion.test_curve import curves

CURVE = Curve("AU12L", (Keyframe(0, 0, Interpolation.STEP), Keyframe(1.5, 6, Interpolation.LINEAR), Keyframe(2, -1)))
TAKE = Take((ramp(), ramp("headYaw", rate=10)), 30, "clip.mp4", ((0.25, 0.5),))
TIMELINE = Timeline((PlacedTake(TAKE, 1.0, 0.25, 0.75, 0.5, 0.125, (("mouth", 2.0),)), PlacedTake(TAKE, 4.0)), (CURVE,),
                    (0.5, None))

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(10 ** 400),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["version", "takes", "curves", "trim", "control", "keys", "take", "offset"]) | st.text(max_size=3), inner,
        max_size=5), max_leaves=12)


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place inside plain data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(deeper for key, value in inner for deeper in paths(value, (*path, key)))]


def with_value(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = with_value(data[path[0]], path[1:], value)
    return copy


def test_the_data_to_the_letter() -> None:
    assert encode_curve(CURVE) == {"control": "AU12L", "keys": [[0, 0, "step"], [1.5, 6, "linear"], [2, -1, "smooth"]]}
    assert encode_timeline(TIMELINE) == {
        "version": 2, "curves": [encode_curve(CURVE)], "trim": [0.5, None], "takes": [
            {"take": TAKE.digest, "offset": 1.0, "start": 0.25, "end": 0.75, "weight": 0.5, "fade": 0.125,
             "gains": {"mouth": 2.0}},
            {"take": TAKE.digest, "offset": 4.0, "start": None, "end": None, "weight": 1.0, "fade": 0.0}]}
    assert takes_of(TIMELINE) == {TAKE.digest: TAKE} and take_digests(encode_timeline(TIMELINE)) == (TAKE.digest,)


def test_a_timeline_comes_back() -> None:
    data = json.loads(json.dumps(encode_timeline(TIMELINE), allow_nan=False))
    assert decode_timeline(data, takes_of(TIMELINE)) == TIMELINE
    assert decode_timeline(encode_timeline(Timeline()), {}) == Timeline()
    with pytest.raises(EngineError, match="needs the take"):
        decode_timeline(data, {})


@given(curves(), st.floats(-1e6, 1e6), st.floats(0, 1), st.floats(0, 1e6))
def test_whatever_there_is_comes_back_bit_for_bit(curve: Curve, offset: float, weight: float, fade: float) -> None:
    timeline = Timeline((PlacedTake(TAKE, offset, weight=weight, fade=fade),), (curve,), (min(offset, 0), None))
    data = json.loads(json.dumps(encode_timeline(timeline), allow_nan=False))
    assert decode_timeline(data, takes_of(timeline)) == timeline
    assert decode_curve(json.loads(json.dumps(encode_curve(curve)))) == curve


@given(json_values)
def test_any_data_gives_an_error_or_a_timeline(data: Any) -> None:
    for decode in (decode_curve, take_digests, lambda data: decode_timeline(data, {})):
        try:
            decode(data)
        except EngineError:
            pass


@given(st.data(), json_values)
def test_damage_gives_an_error_or_a_timeline(chooser: st.DataObject, value: Any) -> None:
    data = encode_timeline(TIMELINE)
    damaged = with_value(data, chooser.draw(st.sampled_from(paths(data))), value)
    try:
        decode_timeline(damaged, takes_of(TIMELINE))
    except EngineError:
        pass


def nested(depth: int) -> Any:
    data: Any = []
    for _ in range(depth):
        data = [data]
    return data


@pytest.mark.parametrize(("path", "value"), [
    (("version",), 3), (("version",), 0), (("version",), 10 ** 4000), (("version",), True), (("version",), "1"),
    (("takes",), None),
    (("takes", 0, "take"), "x"), (("takes", 0, "offset"), float("nan")), (("takes", 0, "weight"), 2),
    (("takes", 0, "end"), 99), (("takes", 0, "extra"), 1), (("curves", 0, "keys"), []), (("curves", 0, "control"), ""),
    (("curves", 0, "keys", 0), [0, 0]), (("curves", 0, "keys", 0, 2), "bezier"), (("curves", 0, "keys", 0, 0), "0"),
    (("curves", 0, "keys", 0, 0), float("inf")), (("curves",), [encode_curve(CURVE)] * 2), (("trim",), [1]),
    (("trim",), [2, 1]), (("curves",), nested(100_000)), (("curves",), [encode_curve(CURVE)] * 5000), ((), []),
    ((), None), (("more",), 1)])
def test_what_is_refused(path: tuple[Any, ...], value: Any) -> None:
    data = encode_timeline(TIMELINE)
    if path and isinstance(path[-1], str):  # also keys that are not there yet
        holder = data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
    else:
        data = with_value(data, path, value)
    with pytest.raises(EngineError) as refused:
        decode_timeline(data, takes_of(TIMELINE))
    assert len(str(refused.value)) < 300


def test_a_timeline_of_version_1_knew_no_gains() -> None:
    plain = Timeline((PlacedTake(TAKE, 4.0),), (CURVE,))
    data = encode_timeline(plain)
    assert data["version"] == 1 and "gains" not in data["takes"][0]
    assert decode_timeline(data, takes_of(plain)) == plain


def test_gains_come_back_and_wrong_ones_are_refused() -> None:
    louder = Timeline((PlacedTake(TAKE, gains=(("mouth", 1.5), ("head", 0.0), ("eyes", 1.0))),))
    data = encode_timeline(louder)
    assert data["takes"][0]["gains"] == {"head": 0.0, "mouth": 1.5}
    assert decode_timeline(data, takes_of(louder)) == louder
    for gains in ({"mouth": 4}, {"ears": 1.5}, {"mouth": -1}):
        with pytest.raises(EngineError):
            decode_timeline(with_value(data, ("takes", 0, "gains"), gains), takes_of(louder))


def test_a_newer_version_says_what_to_do() -> None:
    with pytest.raises(EngineError, match="version 3.*newer Facewright"):
        decode_timeline({"version": 3, "tracks": []}, {})


@given(tracks(("jawOpen", "süß")), tracks(("headYaw",)), st.floats(0.01, 500), st.text(max_size=20))
def test_takes_come_back_bit_for_bit(one: Track, other: Track, rate: float, source: str) -> None:
    take = Take((one, other), rate, source.encode("utf-8", "replace").decode(), ((0.0, 1.5),))
    data = encode_take(take)
    assert decode_take(data, "x") == take and encode_take(decode_take(data, "x")) == data


def test_take_files(tmp_path: Path) -> None:
    write_take(tmp_path / "a.npz", TAKE)
    assert read_take(tmp_path / "a.npz") == TAKE and len(list(tmp_path.iterdir())) == 1
    with pytest.raises(UsageError, match="npz"):
        write_take(tmp_path / "a.csv", TAKE)
    with pytest.raises(EngineError, match="cannot be written"):
        write_take(tmp_path / "b.npz", Take((ramp(),), 30, "\ud800"))


def test_hostile_takes_by_hand() -> None:
    entries = unpack(encode_take(TAKE), "x", 99, 1 << 20)
    facts = json.loads(entries["facts.json"])
    for change in ({"version": 2}, {"version": ["\n"] * 9999}, {"format": "x"}, {"rate": 0}, {"rate": "30"},
                   {"tracks": []}, {"gaps": [[1, 0]]},
                   {"tracks": facts["tracks"] * 2}, {"tracks": [["a"], ["a"]]}, {"extra": 1}, {"source": 1}):
        with pytest.raises(EngineError, match="^x: ") as refused:
            decode_take(pack({**entries, "facts.json": json.dumps({**facts, **change}).encode()}), "x")
        assert len(str(refused.value)) < 300 and "\n" not in str(refused.value)
    for name in entries:
        with pytest.raises(EngineError, match="^x: "):
            decode_take(pack({other: data for other, data in entries.items() if other != name}), "x")
        with pytest.raises(EngineError, match="^x: "):
            decode_take(pack({**entries, name: b"[" * 200_000}), "x")


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda data: pack({"facts.json": data})))
def test_any_bytes_are_an_error(data: bytes) -> None:
    with pytest.raises(EngineError):
        decode_take(data, "x")


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_a_damaged_take(place: int, wrong: bytes) -> None:
    data = bytearray(encode_take(TAKE))
    place %= len(data)
    data[place:place + len(wrong)] = wrong
    try:
        decode_take(bytes(data), "x")
    except EngineError:
        pass


def test_names_that_are_half_a_letter_and_more_keys_than_any_film_are_refused() -> None:
    from engine.motion.timeline import MOST_KEYS

    plain = {"version": 1, "takes": [], "curves": [], "trim": [0.0, None]}
    with pytest.raises(EngineError, match="damaged"):
        decode_timeline({**plain, "\ud800": 1}, {})
    keys = [[0.0, 0.0, "step"]] * (MOST_KEYS // 4)
    with pytest.raises(EngineError, match="keys"):
        decode_timeline({**plain, "curves": [{"control": f"c{n}", "keys": keys} for n in range(5)]}, {})
