"""What is kept of faces on the disk, and what is done about files that are not what they should be."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.arrays_file import read_arrays, write_arrays
from engine.base.errors import EngineError
from engine.generator.alignment import Alignment
from engine.generator.inversion.cache import InversionCache
from engine.generator.inversion.result import Fidelity, Inversion

PHOTO, DIGEST = "ab" * 32, "cd" * 32
PLACE = Alignment(100.5, 80.25, 40.0, -3.0)


def inversion(place: Alignment = PLACE, seed: int = 0, digest: str = DIGEST) -> Inversion:
    code = np.random.RandomState(seed).randn(5, 8).astype(np.float32)
    return Inversion(code, place, "draft", True, Fidelity(21.5, 0.2, float("nan"), 0.3), 0.4, 68, 17.5, "toy", digest)


def only_file(folder: Path) -> Path:
    (path,) = folder.glob("*")
    return path


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache, kept = InversionCache(tmp_path / "latents"), inversion()
    cache.keep(PHOTO, kept)
    found = InversionCache(tmp_path / "latents").find(PHOTO, DIGEST, PLACE)
    assert found is not None
    np.testing.assert_array_equal(found.code, kept.code)
    assert replace(found, code=kept.code, fidelity=kept.fidelity) .__dict__ == kept.__dict__
    assert np.isnan(found.fidelity.identity) and found.fidelity.distance == 0.3
    assert not cache.warnings


def test_only_the_same_face_of_the_same_photo_and_generator_is_found(tmp_path: Path) -> None:
    cache = InversionCache(tmp_path)
    cache.keep(PHOTO, inversion())
    near, aside = Alignment(103, 82, 41, -2), Alignment(130, 80, 40, -3)
    assert cache.find(PHOTO, DIGEST, near) is not None
    for photo, digest, place in (("ba" * 32, DIGEST, PLACE), (PHOTO, "dc" * 32, PLACE), (PHOTO, DIGEST, aside),
                                 (PHOTO, DIGEST, Alignment(100.5, 80.25, 15, 0))):
        assert cache.find(photo, digest, place) is None


def test_a_face_found_anew_takes_the_old_ones_place(tmp_path: Path) -> None:
    cache = InversionCache(tmp_path)
    cache.keep(PHOTO, inversion())
    other = Alignment(200, 80, 40, 0)
    cache.keep(PHOTO, inversion(other, 1))
    cache.keep(PHOTO, inversion(Alignment(101, 80, 40, -3), 2))
    assert len(list(tmp_path.glob("*"))) == 2
    first, second = cache.find(PHOTO, DIGEST, PLACE), cache.find(PHOTO, DIGEST, other)
    assert first is not None and second is not None
    np.testing.assert_array_equal(first.code, inversion(seed=2).code)
    np.testing.assert_array_equal(second.code, inversion(seed=1).code)
    cache.drop(PHOTO, DIGEST, other)
    assert cache.find(PHOTO, DIGEST, other) is None and cache.find(PHOTO, DIGEST, PLACE) is not None


def test_the_least_recently_used_go_when_there_are_too_many(tmp_path: Path) -> None:
    InversionCache(tmp_path).keep(PHOTO, inversion())
    size = only_file(tmp_path).stat().st_size
    cache = InversionCache(tmp_path, budget=3 * size + size // 2)
    for number in range(1, 6):
        cache.keep(f"{number:02}" * 32, inversion(seed=number))
        for path in tmp_path.glob("*.npz"):  # as if time had passed
            stamp = path.stat().st_mtime - 100
            os.utime(path, (stamp, stamp))
        assert cache.find(PHOTO, DIGEST, PLACE) is not None  # used all the time
    assert sum(path.stat().st_size for path in tmp_path.glob("*.npz")) <= cache_budget(size)
    assert cache.find("01" * 32, DIGEST, PLACE) is None and cache.find("05" * 32, DIGEST, PLACE) is not None


def cache_budget(size: int) -> int:
    return 3 * size + size // 2


@settings(max_examples=80)
@given(data=st.data())
def test_a_changed_file_is_the_same_face_or_none(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("changed")
    cache = InversionCache(folder)
    cache.keep(PHOTO, inversion())
    path = only_file(folder)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content[:data.draw(st.sampled_from([len(content), len(content) // 2]))]))
    found = cache.find(PHOTO, DIGEST, PLACE)
    assert (found is None) == (len(cache.warnings) == 1)
    if found is None:
        assert not path.exists()
    else:
        assert np.isfinite(found.code).all()


@pytest.mark.parametrize("change", [
    {"format": "facewright inversion 0"}, {"photo": "00" * 32}, {"digest": "00" * 32}, {"quality": "best"},
    {"objective": "magic"}, {"prior": 1e9}, {"prior": -1.0}, {"prior": None}, {"steps": "many"}, {"complete": 1},
    {"seconds": [1]}, {"alignment": {"x": 1.0}}, {"alignment": {"x": 1.0, "y": 2.0, "right": 0.0, "down": 0.0}},
    {"fidelity": {"psnr": "good"}}, {"fidelity": 3}, {"surprise": 1},
])
def test_facts_that_cannot_be_are_passed_over(change: dict, tmp_path: Path) -> None:
    cache = InversionCache(tmp_path)
    cache.keep(PHOTO, inversion())
    path = only_file(tmp_path)
    arrays, facts = read_arrays(path)
    write_arrays(path, arrays, {**facts, **change})
    assert cache.find(PHOTO, DIGEST, PLACE) is None
    assert len(cache.warnings) == 1 and path.name in cache.warnings[0] and not path.exists()


@pytest.mark.parametrize("code", [np.full((5, 8), np.nan, np.float32), np.zeros((5, 8)), np.zeros(8, np.float32),
                                  np.full((5, 8), np.inf, np.float32)])
def test_absurd_latents_are_refused(code: np.ndarray, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no \\(rows, width\\) of finite numbers"):
        replace(inversion(), code=code)
    cache = InversionCache(tmp_path)
    cache.keep(PHOTO, inversion())
    path = only_file(tmp_path)
    write_arrays(path, {"code": code}, read_arrays(path)[1])
    assert cache.find(PHOTO, DIGEST, PLACE) is None and len(cache.warnings) == 1


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    cache = InversionCache(tmp_path)
    cache.keep(PHOTO, inversion())
    path = only_file(tmp_path)
    with path.open("r+b") as file:
        file.truncate(1 << 30)
    assert cache.find(PHOTO, DIGEST, PLACE) is None and "larger" in cache.warnings[0]
