"""Labelling by several processes and on a cluster gives what labelling here gives, and says what goes wrong."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from engine.attributes.labels.cluster import Cluster
from engine.attributes.labels.label_set import read_labels
from engine.attributes.labels.labelling import label_seeds
from engine.attributes.labels.measures import COLUMNS
from engine.attributes.labels.workers import Labeller, Processes, Setting
from engine.base.errors import EngineError
from engine.base.jobs import run


def row(w: np.ndarray, truncation: float) -> np.ndarray:
    return np.full(len(COLUMNS), float(w.sum()) * truncation, np.float32)


@dataclass(frozen=True)
class Rows:
    """A setting that travels to other processes. slow: seconds for the first face of all, so that others overtake it.
    dies, fails: on which face (by the first number of its w)."""

    folder: str = ""
    slow: float = 0.0
    dies: float | None = None
    fails: float | None = None

    def __call__(self) -> Labeller:
        return self.label

    def label(self, w: np.ndarray, truncation: float) -> np.ndarray:
        if self.folder:
            (Path(self.folder) / str(os.getpid())).touch()
        if self.dies is not None and w[0] == np.float32(self.dies):
            os._exit(9)
        if self.fails is not None and w[0] == np.float32(self.fails):
            raise EngineError("the face is too beautiful", "close your eyes")
        time.sleep(self.slow if w[0] == 0 else 0)
        return row(w, truncation)


def codes(count: int) -> list[np.ndarray]:
    return [np.full(4, place, np.float32) for place in range(count)]


def taken(labellers: Processes | Cluster, count: int) -> list[tuple[int, np.ndarray]]:
    with closing(labellers.rows(codes(count), 0.5)) as results:  # type: ignore[type-var]
        return [result for result in results if result is not None]


def test_every_face_comes_back_once_whoever_is_faster(tmp_path: Path) -> None:
    found = taken(Processes(Rows(str(tmp_path), slow=1.5), 2, ()), 6)
    assert [place for place, _ in found] != sorted(place for place, _ in found)
    assert sorted(place for place, _ in found) == list(range(6))
    assert all(np.array_equal(values, row(codes(6)[place], 0.5)) for place, values in found)
    assert len(list(tmp_path.iterdir())) == 2 and str(os.getpid()) not in {one.name for one in tmp_path.iterdir()}


def test_a_dead_worker_is_told_and_what_was_done_is_kept(toy: Any, tmp_path: Path) -> None:
    from engine.generator.sample import sample_latents

    first = float(sample_latents(toy, [5], "numpy", 0.8).w[0, 0])
    path = tmp_path / "labels.npz"
    with pytest.raises(EngineError, match=r"ended by itself \(exit code 9\)"):
        run(label_seeds(toy, Processes(Rows(dies=first), 1, ("a",)), range(9), "numpy", 0.8, path))
    assert read_labels(path).seeds.tolist() == [0, 1, 2, 3, 4]
    labels = run(label_seeds(toy, Processes(Rows(), 1, ("a",)), range(9), "numpy", 0.8, path))
    assert labels.seeds.tolist() == list(range(9)) and labels.analysers == ("a",)


def test_what_a_worker_says_is_passed_on() -> None:
    with pytest.raises(EngineError, match="too beautiful.*close your eyes"):
        taken(Processes(Rows(fails=2.0), 1, ()), 4)


def test_stopped_the_workers_are_ended(tmp_path: Path) -> None:
    import psutil

    with closing(Processes(Rows(str(tmp_path), slow=60), 1, ()).rows(codes(3), 1.0)) as results:  # type: ignore[type-var]
        while not any(tmp_path.iterdir()):
            assert next(results) is None
        worker = int(next(tmp_path.iterdir()).name)
        assert psutil.pid_exists(worker)
    assert not psutil.pid_exists(worker)


def test_a_worker_with_another_generator_is_none(monkeypatch: pytest.MonkeyPatch, toy: Any, measurer: Any) -> None:
    monkeypatch.setattr("engine.generator.load.load_from_store", lambda store: toy)
    monkeypatch.setattr("engine.attributes.labels.measures.installed", lambda store: measurer)
    w = np.zeros(8, np.float32)
    assert np.isfinite(Setting("", "toy", ("face-landmarker",))()(w, 1.0)[0])
    for other in (Setting("", "other", ("face-landmarker",)), Setting("", "toy", ("face-landmarker", "face-parsing"))):
        with pytest.raises(EngineError, match="another generator or other analysers"):
            other()


class _Reference:
    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call


class _Actor:
    """What Ray makes of a class: made later, called later."""

    def __init__(self, made: Any) -> None:
        self.label = type("Method", (), {"remote": staticmethod(
            lambda *arguments: _Reference(lambda: made.label(*arguments)))})()


class StandInRay(ModuleType):
    """Of Ray what labelling uses: two workers, the last asked answers first."""

    def __init__(self) -> None:
        super().__init__("ray")
        self.there, self.killed, self.said = True, 0, {}

    def init(self, **options: Any) -> None:
        self.said = options
        if not self.there:
            raise ConnectionError("Could not find any running Ray instance.\nmore lines")

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": 2.0}

    def remote(self, **options: Any) -> Callable[[type], Any]:
        return lambda made: type("Remote", (), {"remote": staticmethod(lambda *given: _Actor(made(*given)))})

    def wait(self, references: list[Any], num_returns: int, timeout: float) -> tuple[list[Any], list[Any]]:
        return references[-num_returns:], references[:-num_returns]

    def get(self, reference: _Reference) -> Any:
        return reference.call()

    def kill(self, actor: Any) -> None:
        self.killed += 1

    def shutdown(self) -> None:
        self.there = False


@pytest.fixture
def ray(monkeypatch: pytest.MonkeyPatch) -> StandInRay:
    stand_in = StandInRay()
    monkeypatch.setitem(sys.modules, "ray", stand_in)
    monkeypatch.setattr("engine.attributes.labels.cluster.one_thread", lambda setting: setting())
    return stand_in


def test_a_cluster_gives_the_same(ray: StandInRay, tmp_path: Path, toy: Any, here: Any) -> None:
    cluster = Cluster(lambda: lambda w, truncation: _one(here, w, truncation), "auto", here.analysers)
    labels = run(label_seeds(toy, cluster, range(7), "numpy", 0.8, tmp_path / "cluster.npz"))
    run(label_seeds(toy, here, range(7), "numpy", 0.8, tmp_path / "here.npz"))
    assert ray.said["address"] == "auto" and ray.killed == 2 and not ray.there and len(labels.seeds) == 7
    assert (tmp_path / "cluster.npz").read_bytes() == (tmp_path / "here.npz").read_bytes()


def _one(here: Any, w: np.ndarray, truncation: float) -> np.ndarray:
    return next(result[1] for result in here.rows([w], truncation) if result is not None)


def test_what_goes_wrong_on_a_cluster(ray: StandInRay, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineError, match="too beautiful"):
        taken(Cluster(Rows(fails=1.0), "auto", ()), 4)
    ray.there = False
    with pytest.raises(EngineError, match="^there is no cluster at 'here:1': Could not find any running Ray instance."):
        taken(Cluster(Rows(), "here:1", ()), 4)
    ray.there = True
    monkeypatch.setattr(ray, "get", lambda reference: 1 / 0)
    with pytest.raises(EngineError, match="a worker of the cluster ended by itself: division by zero"):
        taken(Cluster(Rows(), "auto", ()), 4)
    assert ray.killed == 4 and not ray.there


def test_without_ray_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineError, match="needs Ray, which is not installed .pip install ray"):
        Cluster(Rows(), "auto", ())
