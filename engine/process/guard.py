"""Stands between this program and another one that it runs, and ends that when this program is gone.

A program that we start does not notice when we are killed: a download would go on for hours with nobody to take it.
This process holds the other end of a pipe, notices, and ends it with everything it started.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

from engine.process.group import end_own_group, leads_group

NOT_STARTED = 126
PATIENCE = 0.5
"""Seconds a program that is not wanted any more is given to end by itself. Short: whoever closes a job waits for them,
because what the program writes to is then taken away."""


def guard(command: Sequence[str]) -> int:
    """Run a program to its end and return its exit status, 128 and the signal's number when a signal ended it.

    What is on standard input does not matter; when it ends, everything does.
    """
    signal.signal(signal.SIGTERM, lambda *_: None)  # it is for the program; this ends when the program has
    try:
        program = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    except OSError as error:
        print(f"{command[0]}: {error.strerror or error}", file=sys.stderr)
        return NOT_STARTED
    unwanted = threading.Event()
    threading.Thread(target=_watch, args=(program, unwanted), daemon=True).start()
    status = program.wait()
    if unwanted.is_set():
        end_own_group()  # what it has left behind, too
    return status if status >= 0 else 128 - status


def _watch(program: "subprocess.Popen[bytes]", unwanted: threading.Event) -> None:
    with suppress(OSError):  # there is none
        while os.read(0, 1 << 12):
            pass
    unwanted.set()
    if os.name == "posix":
        if leads_group():
            os.killpg(0, signal.SIGTERM)
        else:  # started by hand
            program.terminate()
        time.sleep(PATIENCE)
    program.kill()  # the other thread waits for it
