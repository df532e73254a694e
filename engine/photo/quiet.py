"""Keeping libraries written in C from talking on standard error when there is nothing a person could do about it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Turn the standard error descriptor away for a while, on POSIX; elsewhere let them talk.

    For the whole process, so only around short calls. Failures are exceptions and are not lost.
    """
    try:
        if os.name != "posix":
            raise OSError
        kept = os.dup(2)
    except OSError:  # no standard error at all
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
