"""What nobody uses any more is not held: by the C library, by Python's collector."""

import ctypes
import gc
import subprocess
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


LARGE_BLOCKS = """
import ctypes
from engine.base import allocator
library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]
class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd rest".split()] + [
        ("more", ctypes.c_size_t * 8)]
library.mallinfo2.restype = Info

def outside(size=allocator.LARGE):
    before = library.mallinfo2().hblks
    blocks = [library.malloc(size) for _ in range(4)]
    there = library.mallinfo2().hblks - before
    for block in blocks:
        library.free(block)
    assert library.mallinfo2().hblks == before
    allocator.give_back()  # else what is free there is taken first
    return there

library.free(library.malloc(30 << 20))  # glibc's own bound goes up
found = [outside()]
with allocator.large_outside():
    with allocator.large_outside():
        found.append(outside())
    found.append(outside())
print(*found, outside(), outside(allocator.LARGEST))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux") or not hasattr(ctypes.CDLL(None), "mallinfo2"),
                    reason="glibc from 2.33 on tells")
def test_large_blocks_lie_outside_the_arenas_where_that_is_asked_for() -> None:
    """In a process of its own, for glibc does not go back to its first bound."""
    said = subprocess.run([sys.executable, "-c", LARGE_BLOCKS], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["0", "4", "4", "0", "4"]
