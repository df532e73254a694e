"""Trained networks: each declared once, loaded once whoever asks, and let go of when memory is short."""

import sys
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from engine.base.allocator import set_aside
from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.base.text import Text
from engine.networks.device import (
    MemoryShort,
    card_memory,
    is_out_of_memory,
    memory_short,
    release_cached,
    torch_device,
    with_fallback,
)
from engine.networks.residency import Residency
from engine.networks.resident import Bytes, Resident

if TYPE_CHECKING:
    import torch

    from engine.models.store import ModelStore

T = TypeVar("T")
Say = Callable[[Text], object]
"""Takes what the artist should know of how something was made."""

SHARE_OF_CARD = 0.6
"""Of a graphics card's memory that what is resident may take; the rest is for drawing, and for other programs."""
_KEY = "network"


@dataclass(frozen=True, eq=False)
class NetworkSpec(Generic[T]):
    """A network that a room brings.

    id:    its name, another for every spec.
    files: what it is read from: ids of the catalogue, and names of files of these models. None for what comes with
           the program.
    load:  from the store, on a device ("cpu", "cuda", "mps"), in one thread at a time. Raises EngineError.
    cost:  what it takes once it is loaded. What its work takes on top is nobody's to count.
    lack:  another answer to what keeps it from being loaded than the files'; quick.
    name:  what it is, in an artist's words.
    brief: wanted for one kind of long job and by nothing that follows: goes at the next rest, see `Zoo.release_brief`.
    """

    id: str
    files: tuple[tuple[str, str], ...]
    load: "Callable[[ModelStore, str], T]"
    cost: Callable[[T], Bytes]
    lack: "Callable[[ModelStore], EngineError | None] | None" = None
    name: Text = Text("A network")
    brief: bool = False

    def lacking(self, store: "ModelStore") -> EngineError | None:
        """What is not on this machine, with what to do about it; None when everything is. Quick."""
        if self.lack is not None:
            return self.lack(store)
        try:
            for model, file in self.files:
                store.path(model, file)
        except EngineError as error:
            return error
        return None

    def present(self, store: "ModelStore") -> bool:
        """Whether its models are on this machine, as far as can be told without reading them."""
        if self.lack is not None:
            return self.lack(store) is None
        return all(store.present(model) for model, _ in self.files)


class Zoo:
    """The networks of an engine. Any thread may ask; one that is being loaded is waited for.

    residency: where they are counted, beside the prepared faces; one of its own when None.
    device:    asked when the first is loaded.
    """

    def __init__(self, store: "ModelStore", residency: Residency | None = None,
                 device: Callable[[], str] = torch_device) -> None:
        self.store, self.residency = store, Residency() if residency is None else residency
        self._device = device
        self._locks: dict[str, threading.Lock] = {}
        self._looking_up = threading.Lock()
        self._brief: set[str] = set()  # of those that were loaded

    @property
    def device(self) -> str:
        """ "cuda", "mps" or "cpu". Raises UsageError as `torch_device`."""
        return self._device()

    def present(self, spec: NetworkSpec[T]) -> bool:
        return spec.present(self.store)

    def lacking(self, spec: NetworkSpec[T]) -> EngineError | None:
        return spec.lacking(self.store)

    @contextmanager
    def use(self, spec: NetworkSpec[T], say: Say = lambda note: None) -> Iterator[T]:
        """The network, which stays in memory inside the block. Raises the EngineError of its `load`.

        say: told when memory was short.
        """
        with self.residency.using(self._pinned(spec, say)) as network:
            yield network

    def get(self, spec: NetworkSpec[T], say: Say = lambda note: None) -> T:
        """The network for one call; whoever keeps it keeps its memory, counted or not."""
        with self.use(spec, say) as network:
            return network

    def optional(self, spec: NetworkSpec[T]) -> T | None:
        """The network, None where its models are not on this machine."""
        return self.get(spec) if self.present(spec) else None

    def release(self, kept: "Collection[NetworkSpec[Any]]" = ()) -> None:
        """Let go of all networks but those kept; what is in use goes as soon as it no longer is. The next use loads one
        again, on the thread that asks."""
        staying = {(_KEY, spec.id) for spec in kept}
        self.residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEY and key not in staying)

    def release_brief(self) -> None:
        """Let go of the brief ones: their job has ended, and another takes far longer than to load them again."""
        self.residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEY and key[1] in self._brief)

    def attempt(self, call: Callable[[], T], say: Say = lambda note: None) -> T:
        """`call()`; when memory runs out in it, everything that is not in use goes, and it is tried once more.

        MemoryShort when that is not enough.
        """
        # What the failed try held hangs on the exception, so the second try happens outside the handler.
        try:
            return call()
        except (RuntimeError, MemoryError, MemoryShort) as error:
            if not is_out_of_memory(error):
                raise
        return with_fallback(call, None, self._relieved(say), lambda: None)

    def attempt_job(self, begin: Callable[[], Job[T]], say: Say = lambda note: None) -> Job[T]:
        """The same for a job, which is begun again. MemoryShort when that is not enough."""
        try:
            return (yield from begin())
        except (RuntimeError, MemoryError, MemoryShort) as error:
            if not is_out_of_memory(error):
                raise
        device = self._relieved(say)
        try:
            return (yield from begin())
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            raise memory_short(device, error) from None

    def _relieved(self, say: Say) -> "torch.device":
        """Everything that is not in use is let go of."""
        import torch

        device = torch.device(self.device)
        self.residency.relieve()
        release_cached(device)
        say(Text("memory was short: what was not in use was let go of"))
        return device

    def _pinned(self, spec: NetworkSpec[T], say: Say) -> Resident[T]:
        key = _KEY, spec.id
        resident = self.residency.pin(key)
        if resident is None:
            with self._lock(spec):
                resident = self.residency.pin(key)  # somebody else may have loaded it meanwhile
                if resident is None:
                    resident = self._loaded(spec, say)
                    self._keep(key, resident)
        return resident

    def _keep(self, key: tuple[str, str], resident: Resident[T]) -> None:
        """What goes for it may fail in going; nobody would take the pin away then."""
        try:
            self.residency.keep(key, resident)
        except BaseException:
            self.residency.unpin(resident)
            raise

    def _loaded(self, spec: NetworkSpec[T], say: Say) -> Resident[T]:
        libraries = len(sys.modules)
        network = self.attempt(lambda: spec.load(self.store, self.device), say)
        if len(sys.modules) > libraries:
            set_aside()  # hundreds of thousands of objects; not for the network alone, which comes again and again
        if spec.brief:
            self._brief.add(spec.id)
        cost = spec.cost(network)
        if cost.card and self.residency.card_budget is None:
            self.residency.card_budget = int(SHARE_OF_CARD * card_memory())
        return Resident(network, cost, apart=True, pins=1, name=spec.name)

    def _lock(self, spec: NetworkSpec[T]) -> threading.Lock:
        with self._looking_up:
            return self._locks.setdefault(spec.id, threading.Lock())
