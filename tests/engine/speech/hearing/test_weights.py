"""The weights of the network that hears: those that are shipped, and files that are none."""

from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from safetensors.numpy import save_file

from engine.base.errors import EngineError
from engine.speech.hearing.weights import LARGEST, SHIPPED, read_weights, shipped_weights


def test_what_is_shipped_is_small_and_whole() -> None:
    assert SHIPPED.stat().st_size <= LARGEST == 2 << 20
    assert all(np.isfinite(array).all() for array in shipped_weights().values())
    assert sha256(SHIPPED.read_bytes()).hexdigest() in (SHIPPED.parent / "README.md").read_text(encoding="utf-8")


@given(some.integers(0, SHIPPED.stat().st_size - 1), some.binary(min_size=1, max_size=16))
def test_damage_is_found_or_does_nothing(tmp_path_factory: pytest.TempPathFactory, place: int, wrong: bytes) -> None:
    data = bytearray(SHIPPED.read_bytes())
    data[place:place + len(wrong)] = wrong
    path = tmp_path_factory.mktemp("damaged") / "a.safetensors"
    path.write_bytes(data)
    try:
        assert set(read_weights(path)) == set(shipped_weights())
    except EngineError:
        pass


@pytest.mark.parametrize("change", ["missing", "shape", "number", "more", "kind"])
def test_another_network_is_refused(tmp_path: Path, change: str) -> None:
    arrays = {name: array.copy() for name, array in shipped_weights().items()}
    if change == "missing":
        del arrays["first.bias"]
    elif change == "shape":
        arrays["last.weight"] = arrays["last.weight"][:, :-1]
    elif change == "number":
        arrays["last.bias"][0] = np.nan
    elif change == "more":
        arrays["another"] = np.zeros(3, np.float16)
    else:
        arrays["last.bias"] = np.zeros(arrays["last.bias"].shape, np.int16)
    path = tmp_path / "a.safetensors"
    save_file(arrays, str(path))
    with pytest.raises(EngineError, match="damaged, or of another kind"):
        read_weights(path)


def test_no_file_and_too_large_a_file_are_told_of(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        read_weights(tmp_path / "none.safetensors")
    large = tmp_path / "large.safetensors"
    save_file({"first.bias": np.zeros(LARGEST, np.float16)}, str(large))
    with pytest.raises(EngineError):
        read_weights(large)
