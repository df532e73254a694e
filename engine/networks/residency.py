"""What stays in memory: the most recently used, up to a budget."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class _Resident:
    value: Any
    cost: int
    release: Callable[[], None] | None


class Residency:
    """Keeps costly things by key and lets the least recently used go when together they exceed a budget.

    budget: bytes. What was put in last stays even when it alone exceeds the budget: it is in use.
    """

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self._residents: dict[Hashable, _Resident] = {}  # in order of use, the oldest first

    def __len__(self) -> int:
        return len(self._residents)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._residents

    @property
    def held(self) -> int:
        """Bytes held by everything resident."""
        return sum(resident.cost for resident in self._residents.values())

    def get(self, key: Hashable) -> Any | None:
        """The thing kept under a key, now the most recently used; None when there is none."""
        resident = self._residents.pop(key, None)
        if resident is None:
            return None
        self._residents[key] = resident
        return resident.value

    def put(self, key: Hashable, value: Any, cost: int, release: Callable[[], None] | None = None) -> None:
        """Keep a thing of `cost` bytes; `release` is called when it goes. Replaces what the key held before."""
        self.drop(lambda other: other == key)
        self._residents[key] = _Resident(value, cost, release)
        self.fit()

    def fit(self) -> None:
        """Let the least recently used go until the budget is kept."""
        while self.held > self.budget and len(self._residents) > 1:
            self._release(next(iter(self._residents)))

    def drop(self, chosen: Callable[[Hashable], bool]) -> None:
        """Let go everything whose key is chosen."""
        for key in [key for key in self._residents if chosen(key)]:
            if key in self._residents:  # letting go of one thing may let go of others that were made from it
                self._release(key)

    def clear(self) -> None:
        self.drop(lambda key: True)

    def _release(self, key: Hashable) -> None:
        resident = self._residents.pop(key)
        if resident.release is not None:
            resident.release()
