"""A gzip that comes bit by bit: the same bytes, and no more of them than somebody asks for."""

import gzip
import random
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.base.gzip_stream import open_gzip


@given(st.binary(max_size=2000), st.integers(1, 70000), st.lists(st.integers(0, 200_000), max_size=8))
def test_the_bytes_are_the_same_however_they_are_asked_for(piece: bytes, times: int, counts: list[int]) -> None:
    whole = piece * min(times, 300_000 // max(len(piece), 1))
    stream, plain = open_gzip(gzip.compress(whole), 1 << 30), whole
    for count in counts:
        assert stream.read(count) == plain[:count]
        plain = plain[count:]
    assert stream.read() == plain and stream.read() == stream.read(9) == b""


def test_lines_are_found_across_pieces() -> None:
    lines = [random.Random(3).randbytes(70_000).replace(b"\n", b"") + b"\n", b"\n", b"end"]
    stream = open_gzip(gzip.compress(b"".join(lines)), 1 << 30)
    assert [stream.readline() for _ in range(4)] == [*lines, b""]


def test_what_is_cut_damaged_or_too_much_is_told() -> None:
    packed = gzip.compress(random.Random(1).randbytes(1 << 20))
    with pytest.raises(EngineError, match="far more"):
        open_gzip(packed, 1 << 16).read()
    with pytest.raises(EngineError, match="cut"):
        open_gzip(packed[:-9], 1 << 30).read()
    with pytest.raises(EngineError, match="damaged"):
        open_gzip(packed[:400] + bytes(200) + packed[600:], 1 << 30).read()


def test_zeros_do_not_become_memory() -> None:
    bomb = gzip.compress(bytes(1 << 27))
    tracemalloc.start()
    try:
        assert open_gzip(bomb, 1 << 30).read(10) == bytes(10)
        peak = tracemalloc.get_traced_memory()[1]
        with pytest.raises(EngineError, match="far more"):
            open_gzip(bomb, 1 << 30).read()
    finally:
        tracemalloc.stop()
    assert peak < 1 << 20
