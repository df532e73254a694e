"""MagicFace from the model store: found, or one line that says what is missing, and memory looked at first."""

from pathlib import Path
from typing import Any

import pytest
import torch

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.bench.magicface import GEOMETRIES, bench_magicface, table
from engine.expression.magicface import loading
from engine.expression.magicface.folder import MagicFaceFolder
from engine.models.store import ModelStore
from engine.networks import device as device_module
from engine.networks.device import MemoryShort, free_memory, torch_device
from engine.networks.face_parser import FACE_PARSER
from engine.networks.zoo import NetworkSpec, Zoo

GIB = 1 << 30


@pytest.fixture(autouse=True)
def _on_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (loading.PRECISION_VARIABLE, loading.COMPILE_VARIABLE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "store")


@pytest.fixture
def filled(store: ModelStore, folder: MagicFaceFolder) -> ModelStore:
    """With the tiny networks as folders used in place."""
    run(store.import_file(loading.OWN, folder.magicface))
    run(store.import_file(loading.BASE, folder.base))
    return store


def free(monkeypatch: pytest.MonkeyPatch, **gib: float) -> None:
    monkeypatch.setattr(loading, "free_memory", lambda place: int(gib[place] * GIB))


def test_the_folders_of_a_user_are_loaded(filled: ModelStore, folder: MagicFaceFolder,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, cpu=16)
    zoo = Zoo(filled, device=lambda: "cpu")
    magicface = zoo.get(loading.MAGICFACE_NETWORKS)
    assert magicface.dtype == torch.float32 and magicface.device.type == "cpu"
    weights = sum(file.stat().st_size for root in (folder.magicface, folder.base / "vae")
                  for file in root.rglob("*.safetensors"))
    assert zoo.residency.held == magicface.cost.host == pytest.approx(weights, rel=0.1)
    assert zoo.optional(loading.JAW_NETWORK) is None


@pytest.mark.parametrize("absent", [loading.OWN, loading.BASE])
def test_what_is_missing_is_named_with_its_command(filled: ModelStore, absent: str) -> None:
    filled.remove(absent)
    for say in (loading.lacking, lambda store: _raised(loading.MAGICFACE_NETWORKS, store)):
        error = say(filled)
        assert error is not None and str(error) == (f"the model {absent} is not on this machine "
                                                    f"(get it with `facewright models get {absent}`)")


def test_the_parser_is_missing(filled: ModelStore) -> None:
    for error in (loading.lacking(filled), _raised(FACE_PARSER, filled)):
        assert error is not None and "facewright models get face-parsing" in str(error)


def _raised(spec: NetworkSpec[Any], store: ModelStore) -> EngineError:
    with pytest.raises(EngineError) as caught:
        Zoo(store, device=lambda: "cpu").get(spec)
    return caught.value


def test_too_little_memory_is_said_before_anything_is_read(filled: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, cpu=3.2)
    monkeypatch.setattr("engine.expression.magicface.networks.load_networks", lambda *_: pytest.fail("it was loaded"))
    with pytest.raises(MemoryShort, match=r"needs 8\.7 GiB of memory in this machine, 3\.2 are free .*bfloat16"):
        loading.make_model(filled, "cpu")
    monkeypatch.setenv(loading.PRECISION_VARIABLE, "bfloat16")
    with pytest.raises(EngineError, match=r"needs 4\.\d GiB of memory in this machine, 3\.2 are free \(close"):
        loading.make_model(filled, "cpu")


def test_a_card_that_is_too_small(monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, cpu=16, cuda=2)
    with pytest.raises(EngineError, match="on the graphics card, 2.0 are free"):
        loading.check_memory("cuda", "float16")
    free(monkeypatch, cpu=16, cuda=4)
    loading.check_memory("cuda", "float16")


def test_precision_follows_the_device_or_the_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [loading.chosen_precision(name) for name in ("cpu", "cuda", "mps")] == ["float32", "float16", "float16"]
    monkeypatch.setenv(loading.PRECISION_VARIABLE, "bfloat16")
    assert loading.chosen_precision("cuda") == "bfloat16"
    monkeypatch.setenv(loading.PRECISION_VARIABLE, "int4")
    with pytest.raises(UsageError, match="FACEWRIGHT_PRECISION is one of"):
        loading.chosen_precision("cpu")


def test_the_device_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    torch_device.cache_clear()
    monkeypatch.setenv("FACEWRIGHT_DEVICE", "cpu")
    assert torch_device() == "cpu" and free_memory("cpu") > 1 << 20
    for name, words in (("tpu", "unknown device 'tpu'"), ("cuda", "there is no cuda device here")):
        torch_device.cache_clear()
        monkeypatch.setenv("FACEWRIGHT_DEVICE", name)
        monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
        with pytest.raises(UsageError, match=words):
            torch_device()
    torch_device.cache_clear()


def test_only_lack_of_memory_counts_as_such() -> None:
    assert device_module.is_out_of_memory(torch.OutOfMemoryError("x"))
    assert not device_module.is_out_of_memory(RuntimeError("x"))
    assert not device_module.is_out_of_memory(ValueError("out of memory"))


def test_the_bench_compares_the_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.bench.magicface.torch_device", lambda: "cpu")
    monkeypatch.setitem(GEOMETRIES, "tiny", 64)
    report = run(bench_magicface("tiny", 2))
    plain, resident = report.loops
    assert plain.off == 0 and resident.off < 1e-4  # the same picture
    assert set(report.distances) == {20, 10} and report.distances[10] > report.distances[20] > (0, 0)
    data = report.as_data()
    assert data["loops"][1]["peak_bytes"] > 1e8 and data["loops"][0]["ratio_first"] == 1
    assert data["loops"][1]["ratio_next"] == pytest.approx(plain.next.busy / resident.next.busy, abs=1e-3)
    assert "resident, float32" in table(report)
