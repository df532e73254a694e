"""Workers on the machines of a cluster, through Ray, where the user has it."""

import importlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.remedy import typed
from engine.base.text import Text
from engine.process.workers import Answer, Item, one_thread

_HEARD = 1.0
"""Seconds after which whoever listens to the cluster looks up, so that nobody waits long for one that is lost."""
_AHEAD = 2
"""Items each worker has on its list, so that it does not wait for the way to and fro."""
_INSTEAD = Text("use processes of this machine")


class Cluster:
    """One worker for each processor of a Ray cluster; the program and its models must be installed on all its machines.

    address: what Ray calls it ("auto" for the one this machine belongs to, "ray://host:10001"). hint: what to do when
    there is no Ray or no cluster.
    """

    def __init__(self, address: str, hint: Text = _INSTEAD) -> None:
        self._hint = hint
        self._ray = self._found()  # missing, it is said before any work
        self._address = address

    def map(self, setting: Callable[[], Callable[[Item], Answer]], items: Sequence[Item],
            take: Callable[[int, Answer], object]) -> Job[None]:
        """See `Workers`. EngineError also when the cluster is not there."""
        ray, workers = self._ray, []
        listening = ThreadPoolExecutor(1, thread_name_prefix="cluster")
        yield Progress(0, len(items))
        self._connect()
        try:
            count = max(1, int(ray.cluster_resources().get("CPU", 1)))
            remote = ray.remote(num_cpus=1)(_Remote)
            workers = [remote.remote(setting) for _ in range(min(count, len(items)))]
            waiting = iter(enumerate(items))
            asked: dict[Any, tuple[int, Any]] = {}

            def give(worker: Any) -> None:
                task = next(waiting, None)
                if task is not None:
                    asked[worker.work.remote(task[1])] = task[0], worker

            for worker in workers * _AHEAD:
                give(worker)
            done = 0
            while asked:
                heard = listening.submit(ray.wait, list(asked), num_returns=1, timeout=_HEARD)
                while not heard.done():
                    yield Progress(done, len(items), waiting=heard)
                for reference in heard.result()[0]:
                    place, worker = asked.pop(reference)
                    answer = self._taken(reference)
                    give(worker)
                    done += 1
                    take(place, answer)
                yield Progress(done, len(items))
        finally:
            for worker in workers:
                ray.kill(worker)
            listening.shutdown()
            ray.shutdown()

    def _connect(self) -> None:
        try:
            self._ray.init(address=self._address, log_to_driver=False, include_dashboard=None)
        except Exception as error:  # noqa: BLE001 - Ray has a dozen kinds, some of them its dependencies'
            raise EngineError(Text("there is no cluster at {0}: {1}", repr(self._address), _first_line(error)),
                              typed(f"start one with `ray start --head`, or {self._hint}"), repr(error)) from None

    def _taken(self, reference: Any) -> Any:
        try:
            answer, failure = self._ray.get(reference)
        except Exception as error:  # noqa: BLE001 - see above
            raise EngineError(Text("a worker of the cluster ended by itself: {0}", _first_line(error)),
                              Text("the program and the models must be installed on all its machines; what was done is "
                                   "kept"), repr(error)) from None
        if failure is not None:
            raise EngineError(*failure)
        return answer

    def _found(self) -> Any:
        try:
            return importlib.import_module("ray")
        except ImportError:
            raise EngineError(Text("a cluster needs Ray, which is not installed"),
                              typed(f"pip install ray, or {self._hint}")) from None


class _Remote:
    """One worker; Ray makes it on some machine. Failures are told as data: not every exception travels."""

    def __init__(self, setting: Callable[[], Callable[[Any], Any]]) -> None:
        self._setting = setting
        self._work: Callable[[Any], Any] | None = None

    def work(self, item: Any) -> tuple[Any, tuple[str, ...] | None]:
        try:
            if self._work is None:
                self._work = one_thread(self._setting)
            return self._work(item), None
        except EngineError as error:
            return None, (error.message, error.hint, error.detail)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]
