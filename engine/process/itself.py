"""This program started once more, as a process that serves it.

A packaged program is one executable with no Python beside it, so whatever it starts of itself is that executable with a
hidden argument. A checkout starts main.py in the same way, so that both go one road.
"""

import re
import sys
from pathlib import Path

CHILD = "--child"
TASK, PROGRAM, CALL = "task", "program", "call"
_MAIN = Path(__file__).resolve().parents[2] / "main.py"
_TRACKER = re.compile(r"from multiprocessing\.resource_tracker import main;\s*main\((\d+)\)")


def own_command(what: str) -> list[str]:
    """The command that starts this program as a child: for one of our own tasks or calls, or to watch another
    program."""
    return [sys.executable, *([] if getattr(sys, "frozen", False) else ["-P", str(_MAIN)]), CHILD, what]


def serve(arguments: list[str]) -> int:
    """What such a process does; called with what follows `CHILD`. Returns its exit status."""
    if arguments[:1] == [PROGRAM] and len(arguments) > 1:
        from engine.process.guard import guard

        return guard(arguments[1:])
    if arguments == [TASK]:
        from engine.process.child_main import TASKS, serve_task

        return serve_task(TASKS)
    if arguments == [CALL]:
        from engine.process.call import serve_call

        return serve_call()
    print(f"facewright: {CHILD} is how Facewright starts itself; nobody else needs it", file=sys.stderr)
    return 2


def serve_multiprocessing(argv: list[str]) -> int | None:
    """In a packaged program: serve as the process that Python's multiprocessing wants, when `argv` is its command line.

    It starts the executable with arguments meant for Python: a worker's, and those of the process that cleans up after
    workers. None when this is neither. Python itself sees to the first on Windows only.
    """
    if argv[1:2] == ["--multiprocessing-fork"]:
        from multiprocessing import spawn

        spawn.freeze_support()  # serves and exits
    tracker = _TRACKER.fullmatch(argv[-1]) if "-c" in argv[1:-1] else None
    if tracker is not None:
        from multiprocessing import resource_tracker

        resource_tracker.main(int(tracker[1]))
        return 0
    return None
