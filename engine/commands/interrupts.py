"""Ctrl-C, a closed terminal and `kill`, wherever they find a command.

They arrive as KeyboardInterrupt, which a library may take for a failure of its own or lose in something that must not
fail. That one came is therefore noted, and whoever runs a job or ends a command asks.
"""

import signal
import sys
import threading
from typing import Any

from engine.base.errors import EngineError

_PATIENCE = 2
"""Signals after which the next one ends the program at once."""
_arrived: list[int] = []


def listen() -> None:
    """From now on: for a program that is nothing but one command."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
            signal.signal(number, _note)
    sys.unraisablehook = _unraisable
    threading.excepthook = lambda failed: _tell(failed.exc_value)


def arrived() -> bool:
    """Whether somebody wants the command to end."""
    return bool(_arrived)


def status() -> int:
    """The exit status of a command that was ended: 130 for Ctrl-C."""
    return 128 + (_arrived[0] if _arrived else signal.SIGINT)


def _note(number: int, _: object) -> None:
    _arrived.append(number)
    if len(_arrived) >= _PATIENCE:
        signal.signal(number, signal.SIG_DFL)
    raise KeyboardInterrupt


def _unraisable(lost: Any) -> None:
    if not isinstance(lost.exc_value, KeyboardInterrupt):  # that one is noted
        _tell(lost.exc_value)


def _tell(error: BaseException | None) -> None:
    """Of what failed where nobody could catch it, in one line."""
    said = str(error) if isinstance(error, EngineError) else f"{type(error).__name__}: {error}"
    print(f"facewright: {' '.join(said.split())}", file=sys.stderr)
