"""The `.bytes` files: the original tool's very bytes, and nothing but EngineError for anything else."""

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.rig.files.bytes_file import decode, encode, read_bytes, write_bytes
from engine.rig.files.json_file import read_json, write_json
from engine.rig.schema import load_schema
from engine.rig.values import RigValues

DATA = Path(__file__).parents[3] / "data" / "facenn"


@pytest.mark.parametrize("name, key, shape", [("eval_female", "female", "female"), ("eval_male", "male", "male"),
                                              ("eval_written_by_fit", "fit", "female")])
def test_the_original_writers_files_come_back_byte_for_byte(name: str, key: str, shape: str) -> None:
    data = (DATA / f"{name}.bytes").read_bytes()
    found = decode(data)
    assert (found.values.shape, found.ignored) == (shape, 0)
    wanted = np.load(DATA / "eval_bytes_values.npz", allow_pickle=False)[key]
    assert np.array_equal(found.values.array(), wanted)
    assert encode(found.values) == data and len(data) == 400


def test_a_longer_file_is_read_and_the_tail_counted() -> None:
    found = read_bytes(DATA / "3-7.bytes")
    assert (found.values.shape, found.ignored) == ("male", 16)
    assert set(found.values.values) == {float(np.float32(0.7))}


@given(st.binary(min_size=4 * 99, max_size=4 * 99), st.sampled_from(["male", "female"]))
def test_face_nn_round_trip_keeps_every_bit(bits: bytes, shape: str) -> None:
    numbers = np.frombuffer(bits, "<f4")
    values = RigValues.of("face-nn", np.where(np.isfinite(numbers), numbers, np.float32(0.5)), shape)
    found = decode(encode(values)).values
    assert found.same_as(values)
    assert encode(found) == encode(values)


def test_what_one_file_of_values_holds_the_other_holds_too(tmp_path: Path) -> None:
    values = RigValues.of("face-nn", [1e30, -3.4e38, 0.25, *[0.5] * 96], "male")
    write_bytes(tmp_path / "far.bytes", values)
    write_json(tmp_path / "far.json", read_bytes(tmp_path / "far.bytes").values)
    assert read_json(tmp_path / "far.json").same_as(values)


def test_our_own_layout_round_trip_keeps_every_bit(tmp_path: Path) -> None:
    count = len(load_schema("facewright-head").slots)
    values = RigValues.of("facewright-head", np.random.default_rng(5).uniform(-1, 1, count))
    write_bytes(tmp_path / "head.bytes", values)
    assert read_bytes(tmp_path / "head.bytes").values.same_as(values)
    assert (tmp_path / "head.bytes").read_bytes()[:4] == b"FWRG"
    assert [path.name for path in tmp_path.iterdir()] == ["head.bytes"]


@given(st.binary(max_size=600))
def test_any_bytes_give_values_or_an_engine_error(data: bytes) -> None:
    for prefix in (b"", struct.pack("<i", 3), b"FWRG", b"FWRG" + struct.pack("<HH", 1, 15) + b"facewright-head"):
        try:
            decode(prefix + data)
        except EngineError:
            pass


@pytest.mark.parametrize("spoil", [
    lambda data: data[:399], lambda data: b"", lambda data: struct.pack("<i", 5) + data[4:],
    lambda data: data[:4] + struct.pack("<f", float("nan")) + data[8:],
    lambda data: data[:8] + struct.pack("<f", float("-inf")) + data[12:],
])
def test_what_is_no_face_nn_file_is_refused(spoil) -> None:  # noqa: ANN001
    with pytest.raises(EngineError):
        decode(spoil((DATA / "eval_male.bytes").read_bytes()))


@pytest.mark.parametrize("at, new", [(4, b"\x02\x00"), (4, b"\x00\x00"), (8, b"\xff"), (23, b"\x00"), (27, b"\x01"),
                                     (31, b"\x00\x00\xc0\x7f")])
def test_a_spoiled_file_of_our_own_is_refused(at: int, new: bytes) -> None:
    good = encode(load_schema("facewright-head").defaults())
    assert decode(good).values.same_as(load_schema("facewright-head").defaults())
    for bad in (good[:at] + new + good[at + len(new):], good[:-1], good + b"\0"):
        with pytest.raises(EngineError):
            decode(bad)


def test_nothing_is_left_when_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(EngineError):
        write_bytes(tmp_path / "file" / "a.bytes", load_schema("face-nn").defaults("male"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_refused_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.bytes"
    write_bytes(path, load_schema("face-nn").defaults("male"))
    before = path.read_bytes()
    with pytest.raises(EngineError):
        write_bytes(path, RigValues("face-nn", (0.5,) * 98, "male"))
    assert path.read_bytes() == before
