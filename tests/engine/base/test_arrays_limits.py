"""Archives and arrays that promise more than they are: nothing is unpacked, allocated or evaluated for them."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.base.archive import check_directory, unpack, unpacked_size
from engine.base.arrays_file import array_of_npy, read_arrays
from engine.base.errors import EngineError
from engine.base.limits import LARGEST_UNPACKED


def npy(values: np.ndarray, version: tuple[int, int] = (1, 0)) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, values, version=version, allow_pickle=False)
    return buffer.getvalue()


def with_header(text: str, data: bytes = b"") -> bytes:
    head = text.encode().ljust(118) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head + data


@given(arrays.arrays(st.sampled_from(["<f4", ">f8", "<i8", "u1", "?", ">u2", "f2"]), arrays.array_shapes(min_dims=0)),
       st.booleans(), st.sampled_from([(1, 0), (2, 0), (3, 0)]))
def test_arrays_come_back_as_they_were(values: np.ndarray, columns: bool, version: tuple[int, int]) -> None:
    values = np.asfortranarray(values) if columns else values
    found = array_of_npy(npy(values, version))
    assert found.dtype == values.dtype and found.tobytes() == values.tobytes() and found.shape == values.shape


@pytest.mark.parametrize("text", [
    "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }", "{'descr': '<f4'}", "(" * 100,
    "{'descr': '|V100000000', 'fortran_order': False, 'shape': (1,), }", "{'descr': '|O', 'fortran_order': False, "
    "'shape': (1,), }", "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "{'descr': '<f4', 'descr': '<f4', 'shape': (1,), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 9223372036854775807), }",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1), }",
    "{'descr': '<f3', 'fortran_order': False, 'shape': (1,), }", "__import__('os').abort()"])
def test_headers_that_ask_for_more_than_there_is_are_refused(text: str) -> None:
    with pytest.raises(EngineError):
        array_of_npy(with_header(text, bytes(4)))


def test_an_archive_that_promises_too_much_is_refused_unopened(tmp_path: Path,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("facts.json", "{}")
        for number in range(2):
            with archive.open(f"a{number}.npy", "w") as entry:
                for _ in range(LARGEST_UNPACKED >> 25):
                    entry.write(bytes(1 << 24))
                entry.write(b"\0")
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("a part was unpacked"))
    with pytest.raises(EngineError, match="far more"):
        read_arrays(path)
    assert unpacked_size(path.read_bytes(), "bomb", 9) > LARGEST_UNPACKED


def test_a_directory_of_many_parts_is_not_made_into_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(5000):
            archive.writestr(str(number), b"")
    data = buffer.getvalue()
    few = data[:-12] + struct.pack("<H", 3) + data[-10:]  # what it says of their number counts for nothing
    for lie in (data, few[:-14] + struct.pack("<HH", 3, 3) + few[-10:]):
        tracemalloc.start()
        try:
            with pytest.raises(EngineError, match="parts"):
                unpack(lie, "many", 100, 1 << 20)
            assert tracemalloc.get_traced_memory()[1] < 100_000
        finally:
            tracemalloc.stop()
    check_directory(data, "many", 5000)


def test_what_is_no_archive_by_its_first_bytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.npz"
    with open(path, "wb") as file:
        file.truncate(1 << 29)
    tracemalloc.start()
    try:
        with pytest.raises(EngineError, match=r"no \.npz"):
            read_arrays(path)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()
