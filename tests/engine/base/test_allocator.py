"""What nobody uses any more is not held: by the C library, by Python's collector."""

import gc
import sys
import weakref

import pytest

from engine.base import allocator


class Circle:
    def __init__(self) -> None:
        self.itself = self


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc only")
def test_glibc_is_asked_for_few_arenas_and_to_give_back(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, tuple[int, ...]]] = []

    class Library:
        def mallopt(self, *values: int) -> None:
            asked.append(("mallopt", values))

        def malloc_trim(self, *values: int) -> None:
            asked.append(("malloc_trim", values))

    monkeypatch.setattr(allocator, "_glibc", Library)
    allocator.limit_arenas()
    allocator.give_back()
    assert asked == [("mallopt", (-8, allocator.ARENAS)), ("malloc_trim", (0,))]


def test_elsewhere_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allocator, "_glibc", lambda: None)
    allocator.limit_arenas()
    allocator.give_back()


def test_what_is_set_aside_is_passed_over_until_it_is_collected() -> None:
    circle = Circle()
    there = weakref.ref(circle)
    try:
        allocator.set_aside()
        del circle
        gc.collect()
        assert there() is not None
        allocator.collect()
        assert there() is None and gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_what_comes_later_is_collected_as_ever() -> None:
    try:
        allocator.set_aside()
        there = weakref.ref(Circle())
        gc.collect()
        assert there() is None
    finally:
        gc.unfreeze()
