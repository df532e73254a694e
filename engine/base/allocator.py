"""The C library's allocator and Python's collector, kept from holding what nobody uses any more.

glibc gives threads arenas of their own, eight for each core, and keeps in each what was freed there: what lies below
something still in use, and up to 64 MB above. A photo is read on one thread, looked at on a second, drawn on a third
and searched for on a fourth; after three minutes of that 0.9 of 2 GB were nobody's. So there are few arenas, and at
rest they are given back (`malloc_trim`). What a generator works with lies outside of them: else each block leaves a
hole that the next one does not fit into, and a search for a face took 0.25 GB more and left 0.5 GB behind. Other C
libraries give back by themselves, and nothing is done about them.

Python's collector looks for circles of objects that nobody reaches, now and then through every object there is: 0.15 s
after the start, 0.5 s once torch is there, in the middle of whatever a thread is doing, a drag or a frame. Libraries
are for ever, so `set_aside` has it pass over what is there now. Where it must run on one thread only, as beside Qt,
whoever looks after that says so with `collect_by`.
"""

import ctypes
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

ARENAS = 2
"""Arenas of the allocator, for all threads together. They wait for each other only while one allocates."""
LARGE, LARGEST = 8 << 20, 32 << 20
"""Bytes from which a block lies outside the arenas and goes back at once: where `large_outside` is asked for, and
else, to which glibc's own bound goes up as it sees such blocks come and go. At half of the first, what is fetched anew
at each step of a search costs more time than it saves memory; the blocks of a frame must not be fetched at each."""
SPARE = 64 << 20
"""Bytes at the end of an arena that stay there, glibc's own for that bound; fewer would come and go all the time."""
_M_ARENA_MAX, _M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD = -8, -3, -1  # malloc.h


def limit_arenas() -> None:
    """Let threads share `ARENAS` arenas from now on; those that are there stay."""
    library = _glibc()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, ARENAS)


@contextmanager
def large_outside() -> Iterator[None]:
    """Inside the block, on all threads, `LARGE` blocks lie outside the arenas. For what takes many of them for long."""
    _bound(1)
    try:
        yield
    finally:
        _bound(-1)


def _bound(more: int) -> None:
    global _asking
    library = _glibc()
    with _asking_lock:
        _asking += more
        if library is not None:
            library.mallopt(_M_TRIM_THRESHOLD, SPARE)
            library.mallopt(_M_MMAP_THRESHOLD, LARGE if _asking else LARGEST)


def give_back() -> None:
    """Return to the system what was freed and is kept for later. Milliseconds for each 100 MB; a thread that allocates
    meanwhile may wait for some of that."""
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


def set_aside() -> None:
    """Have the collector pass over everything there is now, until `collect`. Takes no time.

    For when libraries have come. What goes by itself goes as before; a circle of objects that is made of what is there
    now stays until then, so this is not for things that come and go.
    """
    gc.freeze()
    if gc.isenabled():
        gc.collect()  # nothing is left to go through, and it learns so: how often it looks goes by how much there was


def collect(everything: bool = True) -> None:
    """Look for circles that nobody reaches.

    everything: also in what was set aside; holds Python still for up to half a second, so only when nobody is there, or
    memory is short. Else some hundredths of a second.
    """
    (_collecting or collect_here)(everything)


def collect_here(everything: bool) -> None:
    """The same, on this very thread."""
    aside = everything and gc.get_freeze_count() > 0
    if aside:
        gc.unfreeze()
    gc.collect()
    if aside:
        gc.freeze()


def collect_by(collecting: Callable[[bool], None] | None) -> None:
    """Who collects from now on, when `collect` is called on any thread; None: whoever calls it."""
    global _collecting
    _collecting = collecting


_collecting: Callable[[bool], None] | None = None
_asking, _asking_lock = 0, threading.Lock()
"""How many are inside of `large_outside`."""


@cache
def _glibc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None
