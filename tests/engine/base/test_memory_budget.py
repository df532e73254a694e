"""The budget follows the machine, within what is of use."""

from types import SimpleNamespace

import psutil
import pytest

from engine.base.memory_budget import suitable_budget

GIB = 1 << 30


@pytest.mark.parametrize(("memory", "budget"), [(4 * GIB, GIB // 2), (16 * GIB, GIB // 2), (24 * GIB, 3 * GIB // 4),
                                                (32 * GIB, GIB), (512 * GIB, 4 * GIB)])
def test_it_follows_the_machine(monkeypatch: pytest.MonkeyPatch, memory: int, budget: int) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(total=memory))
    assert suitable_budget() == budget
