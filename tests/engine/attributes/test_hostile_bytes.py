"""Whatever the bytes, the readers raise EngineError or give sound data."""

import io
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.attributes.foreign import read_foreign
from engine.attributes.labels.label_set import Column, LabelSet, read_labels, write_labels
from engine.attributes.labels.latent_codes import read_array, read_w
from engine.attributes.labels.rfm_labels import read_azure, read_azure_table, read_logits
from engine.base.errors import EngineError


def torch_bytes(value: Any) -> bytes:
    buffer = io.BytesIO()
    torch.save(value, buffer)
    return buffer.getvalue()


def npy_bytes(value: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, value)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bytes")
    labels = LabelSet((Column("a", "weight"),), np.ones((2, 1), np.float32), np.ones((2, 4), np.float32),
                      np.array([1, 2], np.int64))
    write_labels(folder / "labels.npz", labels)
    return folder


SOUND = {"labels": None, "logits": torch_bytes(-torch.rand(3, 40)), "table": torch_bytes(torch.rand(3, 40)),
         "w": npy_bytes(np.ones((3, 8), np.float32)), "direction": npy_bytes(np.ones((1, 512))),
         "azure": pickle.dumps((np.ones((1, 4), "<f4"), np.ones((1, 3, 4), "<f4"), [{"smile": 0.5}]), 3)}
READERS: dict[str, Callable[[Path], Any]] = {
    "labels": read_labels, "logits": read_logits, "table": read_azure_table, "w": read_w, "direction": read_foreign,
    "azure": read_azure}


@pytest.mark.parametrize("kind", READERS)
@given(place=st.integers(0, 1 << 16), value=st.integers(1, 255), cut=st.booleans())
def test_damage_is_an_error_for_people(kind: str, folder: Path, place: int, value: int, cut: bool) -> None:
    data = bytearray(SOUND[kind] or (folder / "labels.npz").read_bytes())
    place %= len(data)
    data[place] ^= value
    path = folder / f"{kind}.damaged"
    path.write_bytes(bytes(data[:place]) if cut else bytes(data))
    try:
        READERS[kind](path)
    except EngineError as error:
        assert path.name in str(error) and "\n" not in str(error)


@pytest.mark.parametrize("kind", READERS)
@given(data=st.binary(max_size=200))
def test_noise_is_an_error_for_people(kind: str, folder: Path, data: bytes) -> None:
    path = folder / f"{kind}.noise"
    for start in (b"", b"PK\x03\x04", b"\x93NUMPY\x01\x00", b"\x80\x02", b"\x1f\x8b\x08"):
        path.write_bytes(start + data)
        with pytest.raises(EngineError):
            READERS[kind](path)


def test_a_header_is_believed_only_as_far_as_there_are_bytes(tmp_path: Path) -> None:
    data = npy_bytes(np.ones((3, 8), np.float32)).replace(b"(3, 8)", b"(9**9, 8)").replace(b"    ", b" ", 1)
    huge = npy_bytes(np.ones((3, 8), np.float32)).replace(b"(3, 8), }      ", b"(9999999999,8)}")
    assert b"9999999999" in huge and b"9**9" in data
    for one in (data, huge):
        (tmp_path / "w.npy").write_bytes(one)
        with pytest.raises(EngineError):
            read_array(tmp_path / "w.npy")
