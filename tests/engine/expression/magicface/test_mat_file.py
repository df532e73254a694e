"""MATLAB's files of version 5, read by hand: what savemat writes comes back, and nothing else does more than refuse."""

import io
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.expression.magicface.mat_file import MOST_BYTES, read_mat


def saved(packed: bool, **arrays: object) -> bytes:
    from scipy.io import savemat

    buffer = io.BytesIO()
    savemat(buffer, arrays, do_compression=packed)
    return buffer.getvalue()


ARRAYS = {"meanshape": np.arange(12.0)[None], "idBase": np.arange(24, dtype="f4").reshape(4, 6),
          "keypoints": np.arange(1, 9)[None], "small": np.array([[3.5]]), "bytes": np.arange(5, dtype="u1")[None]}


@pytest.mark.parametrize("packed", [False, True])
def test_arrays_come_back_as_they_were_saved(packed: bool) -> None:
    data = saved(packed, words="not wanted", cell=np.array([1, "a"], object), **ARRAYS)
    found = read_mat(data, ARRAYS)
    assert set(found) == set(ARRAYS)
    for name, values in ARRAYS.items():
        np.testing.assert_array_equal(found[name], values)
        assert found[name].dtype == values.dtype
    assert set(read_mat(data, ["small"])) == {"small"}


@pytest.mark.parametrize("packed", [False, True])
@given(data=st.data())
def test_damaged_files_give_arrays_or_an_engine_error(packed: bool, data: st.DataObject) -> None:
    whole = bytearray(saved(packed, **ARRAYS))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(124, len(whole) - 1))
        size = data.draw(st.sampled_from([1, 2, 4]))
        whole[at:at + size] = data.draw(st.sampled_from([0, 1, 14, 127, 255, 2**31 - 1, 2**32 - 1])
                                        ).to_bytes(4, "little")[:size]
    for name in ("words", *ARRAYS):
        try:
            read_mat(bytes(whole), [name])
        except EngineError:
            pass


def test_kinds_that_are_no_numbers_are_refused() -> None:
    for values in ("text", np.array([1, "a"], object), np.array([[1 + 2j]])):
        with pytest.raises(EngineError):
            read_mat(saved(False, idBase=values), ["idBase"])
    for data in (b"", b"\x89HDF\r\n\x1a\n" + bytes(200), saved(False, **ARRAYS)[:140]):
        with pytest.raises(EngineError):
            read_mat(data, ["small"])


def test_what_unpacks_to_far_more_is_not_unpacked() -> None:
    head = saved(False, **ARRAYS)[:128]

    def array(name: bytes, size: int) -> bytes:
        before = (struct.pack("<IIII", 6, 8, 6, 0) + struct.pack("<IIii", 5, 8, size // 8, 1)
                  + struct.pack("<II", 1, 8) + name + struct.pack("<II", 9, size))
        packing = zlib.compressobj(9)
        parts = [packing.compress(struct.pack("<II", 14, len(before) + size) + before)]
        parts += [packing.compress(bytes(1 << 20)) for _ in range(size >> 20)]
        packed = b"".join([*parts, packing.flush()])
        return struct.pack("<II", 15, len(packed)) + packed

    bomb = head + array(b"unwanted", 64 << 20) + array(b"meanshap", MOST_BYTES + (1 << 20))
    tracemalloc.start()
    try:
        assert read_mat(bomb, ["nothing"]) == {}
        with pytest.raises(EngineError):
            read_mat(bomb, ["meanshap"])
        assert tracemalloc.get_traced_memory()[1] < 1 << 21
    finally:
        tracemalloc.stop()


def test_the_file_that_killed_another_reader_is_refused() -> None:
    crash = saved(False, meanshape=np.ones((1, 3)))
    at = crash.index(struct.pack("<II", 9, 24))  # the tag before the numbers
    with pytest.raises(EngineError):
        read_mat(crash[:at] + struct.pack("<II", 100, 24) + crash[at + 8:], ["meanshape"])
