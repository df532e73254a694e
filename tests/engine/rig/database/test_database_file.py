"""`db_description`: exact bytes, strict and lenient reading, hostile files."""

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.rig.database.database_file import (
    decode_database,
    encode_database,
    read_database,
    record_name,
    role_shape,
    write_database,
)

DATA = Path(__file__).parents[3] / "data" / "facenn"


@pytest.mark.parametrize("name", ["standard", "mixed"])
def test_known_files_come_back_byte_for_byte(name: str) -> None:
    path = DATA / ("db_standard.bin" if name == "standard" else "db_mixed_names.bin")
    found = read_database(path)
    known = np.load(DATA / "db_values.npz", allow_pickle=False)
    assert found.names == tuple(known[f"{name}_names"].tolist())
    assert np.array_equal(found.values, known[name])
    assert encode_database(found.names, found.values) == path.read_bytes()


def test_bytes_left_over_are_refused_or_named() -> None:
    path = DATA / "db_trailing.bin"
    with pytest.raises(EngineError):
        read_database(path)
    found = read_database(path, strict=False)
    assert found.problems == ("407 bytes after the last record",) and len(found.names) == 3


def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes() -> None:
    path = DATA / "db_truncated.bin"
    with pytest.raises(EngineError):
        read_database(path)
    found = read_database(path, strict=False)
    assert len(found.names) == 2 and found.problems
    known = np.load(DATA / "db_values.npz", allow_pickle=False)
    assert np.array_equal(found.values, known["standard"][:2])


def test_an_empty_database_is_four_bytes() -> None:
    assert encode_database((), np.zeros((0, 99))) == bytes(4)
    assert decode_database(bytes(4)).names == ()


@given(st.lists(st.text(max_size=200), max_size=4), st.integers(0, 2**32 - 1))
def test_any_names_and_values_round_trip(names: list[str], seed: int) -> None:
    names = [name.encode("utf-8", "replace").decode("utf-8") for name in names]
    values = np.random.default_rng(seed).uniform(-0.1, 1, (len(names), 99)).astype(np.float32)
    found = decode_database(encode_database(names, values))
    assert found.names == tuple(names) and np.array_equal(found.values, values)


@given(st.binary(max_size=1000), st.booleans())
def test_any_bytes_give_records_or_an_engine_error(data: bytes, strict: bool) -> None:
    for prefix in (b"", struct.pack("<i", 2), struct.pack("<i", 2**31 - 1)):
        try:
            decode_database(prefix + data, strict)
        except EngineError:
            pass


@pytest.mark.parametrize("strict", [True, False])
def test_values_that_are_not_numbers_are_refused(strict: bool) -> None:
    data = bytearray((DATA / "db_standard.bin").read_bytes())
    data[19:23] = struct.pack("<f", float("nan"))
    with pytest.raises(EngineError):
        decode_database(bytes(data), strict)


def test_writing_reads_back(tmp_path: Path) -> None:
    names = [record_name(7, 3), record_name(123456, 4)]
    assert names == ["db_00007_3", "db_123456_4"] and [role_shape(name) for name in names] == [3, 4]
    write_database(tmp_path / "db_description", names, np.full((2, 99), 0.25))
    assert read_database(tmp_path / "db_description").names == tuple(names)
