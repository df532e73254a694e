"""Several workers do what one would, tell what goes wrong, and are gone when nobody wants them."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.base.text import Text
from engine.process.cluster import Cluster
from engine.process.pool import Pool
from engine.process.workers import OneByOne, Workers


@dataclass(frozen=True)
class Squares:
    """A setting that travels to other processes. slow: seconds for 0, so that others overtake it; dies, fails: on what.
    """

    folder: str = ""
    slow: float = 0.0
    dies: int | None = None
    fails: int | None = None

    def __call__(self) -> Callable[[int], int]:
        return self.square

    def square(self, number: int) -> int:
        if self.folder:
            (Path(self.folder) / str(os.getpid())).touch()
        if number == self.dies:
            os._exit(9)
        if number == self.fails:
            raise EngineError(Text("the number is too beautiful"), Text("close your eyes"))
        time.sleep(self.slow if number == 0 else 0)
        return number * number


def taken(workers: Workers, setting: Callable[[], Callable[[int], int]], items: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    run(workers.map(setting, items, lambda place, answer: found.append((place, answer))))
    return found


def test_one_by_one() -> None:
    assert taken(OneByOne(), Squares(), [3, 1]) == [(0, 9), (1, 1)]
    assert taken(OneByOne(), Squares(), []) == taken(Pool(2), Squares(), []) == []


def test_every_item_comes_back_once_whoever_is_faster(tmp_path: Path) -> None:
    found = taken(Pool(2), Squares(str(tmp_path), slow=1.5), range(6))
    assert [place for place, _ in found] != sorted(place for place, _ in found)
    assert sorted(found) == [(number, number * number) for number in range(6)]
    assert len(list(tmp_path.iterdir())) == 2 and str(os.getpid()) not in {one.name for one in tmp_path.iterdir()}


def test_a_dead_worker_is_told_and_what_was_done_is_taken() -> None:
    found = []
    with pytest.raises(EngineError, match=r"ended by itself .exit code 9. .use fewer"):
        run(Pool(1, Text("use fewer")).map(Squares(dies=3), range(6), lambda place, answer: found.append(answer)))
    assert found == [0, 1, 4]


def test_what_a_worker_says_is_passed_on() -> None:
    with pytest.raises(EngineError, match="too beautiful.*close your eyes"):
        taken(Pool(1), Squares(fails=2), range(4))
    with pytest.raises(EngineError, match="a worker process failed: TypeError"):
        taken(Pool(1), Squares(), ["x"])  # type: ignore[list-item]


def test_closed_the_workers_are_gone(tmp_path: Path) -> None:
    import psutil

    with closing(Pool(1).map(Squares(str(tmp_path), slow=600), [0, 1], print)) as job:
        while not any(tmp_path.iterdir()):
            next(job)
        worker = int(next(tmp_path.iterdir()).name)
        assert psutil.pid_exists(worker)
    assert not psutil.pid_exists(worker)


def test_nobody_has_to_ask_again_while_workers_work(tmp_path: Path) -> None:
    with closing(Pool(1).map(Squares(str(tmp_path), slow=600), [0], print)) as job:
        while not any(tmp_path.iterdir()):
            progress = next(job)
        assert progress.waiting is not None and not progress.waiting.done()


class _Reference:
    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call


class _Actor:
    """What Ray makes of a class: made later, called later."""

    def __init__(self, made: Any) -> None:
        self.work = type("Method", (), {"remote": staticmethod(
            lambda *arguments: _Reference(lambda: made.work(*arguments)))})()


class StandInRay(ModuleType):
    """Of Ray what a cluster uses: two workers, the last asked answers first."""

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
    monkeypatch.setattr("engine.process.cluster.one_thread", lambda setting: setting())
    return stand_in


def test_a_cluster_gives_the_same(ray: StandInRay) -> None:
    assert sorted(taken(Cluster("auto"), Squares(), range(7))) == [(number, number * number) for number in range(7)]
    assert ray.said["address"] == "auto" and ray.killed == 2 and not ray.there


def test_what_goes_wrong_on_a_cluster(ray: StandInRay, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineError, match="too beautiful"):
        taken(Cluster("auto"), Squares(fails=1), range(4))
    ray.there = False
    with pytest.raises(EngineError, match="^there is no cluster at 'here:1': Could not find any running Ray instance. "
                                          ".start one with `ray start --head`, or label with --processes"):
        taken(Cluster("here:1", Text("label with --processes")), Squares(), range(4))
    ray.there = True
    monkeypatch.setattr(ray, "get", lambda reference: 1 / 0)
    with pytest.raises(EngineError, match="a worker of the cluster ended by itself: division by zero"):
        taken(Cluster("auto"), Squares(), range(4))
    assert ray.killed == 4 and not ray.there


def test_without_ray_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineError, match="needs Ray, which is not installed .pip install ray, or use processes"):
        Cluster("auto")
