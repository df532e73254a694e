"""The head of a file of tensors is believed only as far as the file goes."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save

from engine.base.errors import EngineError
from engine.base.tensors_file import check_tensors, check_tensors_in

WHOLE = save({"a": np.ones((2, 3), np.float32), "b": np.zeros((0, 4), np.int64), "c": np.array(3, np.uint8)},
             {"facts": "here"})


def packed(header: object, data: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


def test_what_stands_beside_the_tensors_is_given(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(WHOLE)
    assert check_tensors(tmp_path / "a") == check_tensors_in(WHOLE, "a") == {"facts": "here"}


@pytest.mark.parametrize("data", [
    b"", b"\xff" * 8, (1 << 40).to_bytes(8, "little") + b"{}", WHOLE[:-1], WHOLE + b"x", packed(b"[" * 100_000),
    packed([]), packed({"a": {"dtype": "F32", "shape": [1 << 62, 4], "data_offsets": [0, 4]}}, bytes(4)),
    packed({"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, -4]}}), packed({"a": 3}),
    packed({"a": {"dtype": "OBJECT", "shape": [1], "data_offsets": [0, 4]}}, bytes(4)),
    packed({"a": {"dtype": "U8", "shape": [0, 10**300], "data_offsets": [0, 0]}}),
    packed({f"a{n}": {"dtype": "U8", "shape": [0], "data_offsets": [0, 0]} for n in range(20_001)}),
    packed({"__metadata__": {"facts": 3}})])
def test_heads_that_lie_are_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    for check in (lambda: check_tensors(tmp_path / "a"), lambda: check_tensors_in(data, "a")):
        with pytest.raises(EngineError):
            check()


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_damage_gives_facts_or_an_engine_error(at: int, damage: bytes) -> None:
    try:
        check_tensors_in(WHOLE[:at] + damage + WHOLE[at + len(damage):], "a")
    except EngineError:
        pass
