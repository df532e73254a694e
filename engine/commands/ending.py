"""How a command ends: with one exit status, and at most one line on standard error."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress

from engine.base.errors import BadValue, Cancelled, EngineError, UsageError
from engine.base.memory import lacks_memory
from engine.base.remedy import typed
from engine.base.text import Text, verbatim
from engine.commands import interrupts
from engine.commands.terminal import OutputError, ReaderGone, plain_streams

DONE, BROKEN, USAGE, BAD_INPUT, CANCELLED = 0, 1, 2, 3, 130

_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO") if hasattr(errno, name)}


def carried_out(command: Callable[[], int]) -> int:
    """Run a command and return its exit status. Never raises for anything a user can cause."""
    with plain_streams():
        try:
            status = _status(command)
            if sys.stdout is not None:
                sys.stdout.flush()  # while somebody can still be told that it does not go through
            return status
        except ReaderGone:
            _drop_output()
            return DONE
        except KeyboardInterrupt:
            return cancelled()
        except Exception as error:
            if interrupts.arrived() or isinstance(error, Cancelled):
                return cancelled()
            if isinstance(error, OutputError):
                _drop_output()
            elif os.environ.get("FACEWRIGHT_DEBUG") and not isinstance(error, EngineError):
                raise
            return _fail(*_explained(error))


def cancelled() -> int:
    """Say that somebody ended the command."""
    print("facewright: cancelled", file=sys.stderr)
    return interrupts.status()


def _status(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as end:  # argparse has printed its help or the version
        return int(end.code or DONE)


def _explained(error: Exception) -> tuple[EngineError, int]:
    if isinstance(error, EngineError):
        return error, USAGE if isinstance(error, UsageError) and not isinstance(error, BadValue) else BAD_INPUT
    if lacks_memory(error):
        return EngineError(Text("there is not enough memory for this"), Text("try a smaller picture")), BAD_INPUT
    if isinstance(error, OutputError):
        where = verbatim("<stdout>")
        return EngineError(Text("{0}: cannot be written: {1}", where, error.strerror or error)), BAD_INPUT
    if isinstance(error, OSError) and error.errno in _FULL:  # a library's own files: ours are told by who writes them
        where = verbatim(error.filename or "<temporary file>")
        return EngineError(Text("{0}: cannot be written: {1}", where, error.strerror or error)), BAD_INPUT
    return EngineError(Text("this is a bug: {0}: {1}", type(error).__name__, error),
                       typed("set FACEWRIGHT_DEBUG=1 and try again for a report to send")), BROKEN


def _fail(error: EngineError, status: int) -> int:
    line = " ".join(str(error).split())
    print(f"facewright: {line}", file=sys.stderr)
    if error.detail and os.environ.get("FACEWRIGHT_DEBUG"):
        print(error.detail, file=sys.stderr)
    return status


def _drop_output() -> None:
    """What is left of it goes nowhere, or the interpreter would complain at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
