"""What stays in memory, prepared faces and networks together: the most recently used, up to a budget."""

import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from engine.base.text import Text
from engine.networks.resident import Bytes, Resident

T = TypeVar("T")

MEMORY_BUDGET = 1 << 30
"""Bytes, where nobody has set another budget and the machine is not asked. The networks of knobs and latents take
135 MB together (generator 40, face parser 53, identity 22, LPIPS 10, encoder 10), a prepared face of 1024 pixels 33 MB:
twenty and more fit beside."""


@dataclass(frozen=True)
class Holding:
    """Things of one name that are resident: how many, and their bytes together."""

    name: Text
    count: int
    cost: Bytes


class Residency:
    """Keeps costly things by key and lets the least recently used go when together they exceed a budget.

    budget:      bytes of the machine's memory.
    card_budget: bytes on the graphics card, counted apart; None while nobody has set a limit.

    What was used last stays even when it alone exceeds a budget, and so does what is pinned: both are in use. A thing
    that is kept `apart` and alone exceeds a budget (MagicFace's networks on a processor) does not count: letting
    everything else go would not make it fit, and reading it again takes a minute. Of such things the one used last
    stays.

    Any thread may ask. What has to be released by a call (OpenGL's things) is released on the owner's thread, the one
    that made the residency: at once when it is the owner that lets go, else at the owner's next call.
    """

    def __init__(self, budget: int = MEMORY_BUDGET, card_budget: int | None = None) -> None:
        self.budget, self.card_budget = budget, card_budget
        self._owner = threading.get_ident()
        self._lock = threading.Lock()
        self._residents: dict[Hashable, Resident[Any]] = {}  # in order of use, the oldest first
        self._leaving: deque[Callable[[], None]] = deque()  # what the owner is still to call

    def __len__(self) -> int:
        return len(self._residents)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._residents

    @property
    def held(self) -> int:
        """Bytes of the machine's memory held by everything resident."""
        with self._lock:
            return sum(resident.cost.host for resident in self._residents.values())

    @property
    def held_on_card(self) -> int:
        """Bytes on the graphics card held by everything resident."""
        with self._lock:
            return sum(resident.cost.card for resident in self._residents.values())

    def holdings(self) -> tuple[Holding, ...]:
        """What is resident, by name, the largest first."""
        with self._lock:
            residents = list(self._residents.values())
        together: dict[Text, Holding] = {}
        for one in residents:
            known = together.get(one.name, Holding(one.name, 0, Bytes()))
            together[one.name] = Holding(one.name, known.count + 1, known.cost + one.cost)
        return tuple(sorted(together.values(), key=lambda holding: -(holding.cost.host + holding.cost.card)))

    # ---- keeping

    def get(self, key: Hashable) -> Any | None:
        """The thing kept under a key, now the most recently used; None when there is none."""
        self._release()  # first: what goes may take with it what is asked for
        with self._lock:
            resident = self._used(key)
        return None if resident is None else resident.value

    def put(self, key: Hashable, value: Any, cost: int, release: Callable[[], None] | None = None,
            card: int = 0) -> None:
        """Keep a thing of `cost` bytes, and of `card` bytes on the graphics card; `release` is called when it goes.
        Replaces what the key held before."""
        self.keep(key, Resident(value, Bytes(cost, card), release))

    def keep(self, key: Hashable, resident: Resident[Any]) -> None:
        """The same for a thing that says itself what it costs, and that may be pinned already."""
        with self._lock:
            self._take_out(key)
            self._residents[key] = resident
            self._shrink()
        self._release()

    def pin(self, key: Hashable) -> Resident[Any] | None:
        """The thing kept under a key, which stays until `unpin`; None when there is none."""
        self._release()
        with self._lock:
            resident = self._used(key)
            if resident is not None:
                resident.pins += 1
        return resident

    def unpin(self, resident: Resident[Any]) -> None:
        """Who pinned it (or kept it pinned) uses it no more."""
        with self._lock:
            resident.pins -= 1
            if resident.gone and not resident.pins:
                self._part_with(resident)
            self._shrink()
        self._release()

    @contextmanager
    def using(self, resident: Resident[T]) -> Iterator[T]:
        """A pinned thing, which stays inside the block and is unpinned behind it."""
        try:
            yield resident.value
        finally:
            self.unpin(resident)

    # ---- letting go

    def fit(self) -> None:
        """Let the least recently used go until the budgets are kept."""
        with self._lock:
            self._shrink()
        self._release()

    def drop(self, chosen: Callable[[Hashable], bool]) -> None:
        """Let go everything whose key is chosen; what is in use goes as soon as it no longer is."""
        with self._lock:
            for key in [key for key in self._residents if chosen(key)]:
                self._take_out(key)
        self._release()

    def relieve(self) -> None:
        """Memory is short: let go everything that is not in use now."""
        with self._lock:
            for key in [key for key, resident in self._residents.items() if not resident.pins]:
                self._take_out(key)
        self._release()

    def clear(self) -> None:
        self.drop(lambda key: True)

    # ---- with the lock held

    def _used(self, key: Hashable) -> Resident[Any] | None:
        resident = self._residents.pop(key, None)
        if resident is not None:
            self._residents[key] = resident
        return resident

    def _take_out(self, key: Hashable) -> None:
        resident = self._residents.pop(key, None)
        if resident is not None:
            resident.gone = True
            if not resident.pins:
                self._part_with(resident)

    def _shrink(self) -> None:
        self._shrink_to(self.budget, lambda cost: cost.host)
        if self.card_budget is not None:
            self._shrink_to(self.card_budget, lambda cost: cost.card)

    def _shrink_to(self, budget: int, size: Callable[[Bytes], int]) -> None:
        apart = [key for key, resident in self._residents.items() if resident.apart and size(resident.cost) > budget]
        for key in apart[:-1]:
            if not self._residents[key].pins:
                self._take_out(key)
        held = sum(size(resident.cost) for key, resident in self._residents.items() if key not in apart)
        for key in list(self._residents)[:-1]:  # the last was used last
            if held <= budget:
                return
            resident = self._residents[key]
            if size(resident.cost) and not resident.pins and key not in apart:
                held -= size(resident.cost)
                self._take_out(key)

    def _part_with(self, resident: Resident[Any]) -> None:
        if resident.release is not None:
            self._leaving.append(resident.release)

    # ---- without it: what is called here may let go of more, which was made from what goes

    def _release(self) -> None:
        if threading.get_ident() != self._owner:
            return
        while True:
            with self._lock:
                if not self._leaving:
                    return
                release = self._leaving.popleft()
            release()
