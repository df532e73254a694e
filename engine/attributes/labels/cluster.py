"""Labellers on the machines of a cluster, through Ray, where the user has it."""

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from engine.attributes.labels.workers import Labeller, one_thread
from engine.base.errors import EngineError
from engine.base.text import Text

_POLL = 0.1
"""Seconds after which whoever waits may see to something else."""
_AHEAD = 2
"""Faces each worker has on its list, so that it does not wait for the way to and fro."""


class Cluster:
    """Labels with one worker for each processor of a Ray cluster.

    address: what Ray calls it ("auto" for the one this machine belongs to, "ray://host:10001"). setting: as for
    `Processes`; called on the machines of the cluster, so the program and the models must be installed there too.
    """

    def __init__(self, setting: Callable[[], Labeller], address: str, analysers: tuple[str, ...]) -> None:
        self._ray = _ray()  # missing, it is said before any work
        self._setting, self._address, self.analysers = setting, address, analysers

    def rows(self, codes: Sequence[np.ndarray], truncation: float) -> Iterator[tuple[int, np.ndarray] | None]:
        """See Labellers. EngineError when the cluster is not there, or a worker fails. Closed early, all workers are
        ended."""
        ray, workers = self._ray, []
        self._connect()
        try:
            count = max(1, int(ray.cluster_resources().get("CPU", 1)))
            remote = ray.remote(num_cpus=1)(_Remote)
            workers = [remote.remote(self._setting) for _ in range(min(count, len(codes)))]
            waiting = iter(enumerate(codes))
            asked: dict[Any, tuple[int, Any]] = {}

            def give(worker: Any) -> None:
                task = next(waiting, None)
                if task is not None:
                    asked[worker.label.remote(task[1], truncation)] = task[0], worker

            for worker in workers * _AHEAD:
                give(worker)
            while asked:
                ready, _ = ray.wait(list(asked), num_returns=1, timeout=_POLL)
                if not ready:
                    yield None
                for reference in ready:
                    place, worker = asked.pop(reference)
                    row = self._taken(reference)
                    give(worker)
                    yield place, row
        finally:
            for worker in workers:
                ray.kill(worker)
            ray.shutdown()

    def _connect(self) -> None:
        try:
            self._ray.init(address=self._address, log_to_driver=False, include_dashboard=None)
        except Exception as error:  # noqa: BLE001 - Ray has a dozen kinds, some of them its dependencies'
            raise EngineError(Text("there is no cluster at {0}: {1}", repr(self._address), _first_line(error)),
                              Text("start one with `ray start --head`, or label with --processes"),
                              repr(error)) from None

    def _taken(self, reference: Any) -> np.ndarray:
        try:
            row, failure = self._ray.get(reference)
        except Exception as error:  # noqa: BLE001 - see above
            raise EngineError(Text("a worker of the cluster ended by itself: {0}", _first_line(error)),
                              Text("the program and the models must be installed on all its machines; what was "
                                   "labelled is kept"), repr(error)) from None
        if failure is not None:
            raise EngineError(*failure)
        return row


class _Remote:
    """One worker; Ray makes it on some machine. Failures are told as data: not every exception travels."""

    def __init__(self, setting: Callable[[], Labeller]) -> None:
        self._setting = setting
        self._label: Labeller | None = None

    def label(self, w: np.ndarray, truncation: float) -> tuple[np.ndarray | None, tuple[Text, Text, str] | None]:
        try:
            if self._label is None:
                self._label = one_thread(self._setting)
            return self._label(np.array(w), truncation), None
        except EngineError as error:
            return None, (error.message, error.hint, error.detail)


def _ray() -> Any:
    try:
        return importlib.import_module("ray")
    except ImportError:
        raise EngineError(Text("labelling on a cluster needs Ray, which is not installed"),
                          Text("pip install ray, or label with --processes")) from None


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]
