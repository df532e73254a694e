"""The command line: one module per group of commands, one way of ending for all of them.

Exit status: 0 done, 2 usage, 3 bad input, 130 cancelled; whatever ends a command early is one line on stderr.
Importing this package is cheap; a group's module is imported when one of its commands is asked for.
"""

import errno
import os
import sys
from collections.abc import Sequence

from engine.base.errors import BadValue, Cancelled, EngineError, UsageError
from engine.base.text import Text, verbatim

_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO") if hasattr(errno, name)}
DONE, BROKEN, USAGE, BAD_INPUT, CANCELLED = 0, 1, 2, 3, 130

COMMANDS = {
    "edit": "change the expression or the pose of a face in a photo",
    "batch": "apply presets to many photos",
    "measure": "print landmarks, pose, action units, blendshapes and identity of a face",
    "presets": "list the presets, or every control",
    "rig": "fit a game character's parameters to a face; render, export and convert them",
    "attributes": "draw faces from a generator's latent space",
    "models": "list, fetch, check, import and remove models",
    "doctor": "what this machine has and what is missing",
    "bench": "measure how quick everything is here",
}


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line; otherwise they open the editor.

    The editor takes one file at most, so more words, or one word that cannot be a file, are a command misspelt.
    """
    if not arguments:
        return False
    first = arguments[0]
    return (first in COMMANDS or first.startswith("-") or len(arguments) > 1
            or not any(sign in first for sign in "./\\") and not os.path.exists(first))


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Never raises for anything a user can cause."""
    try:
        from engine.commands.parser import parse

        options = parse(arguments)
        status = int(options.action(options) or DONE)
        if sys.stdout is not None:
            sys.stdout.flush()  # while somebody can still be told that it does not go through
        return status
    except SystemExit as end:  # argparse has printed its help or the version
        return int(end.code or DONE)
    except BadValue as error:
        return _fail(error, BAD_INPUT)
    except UsageError as error:
        return _fail(error, USAGE)
    except EngineError as error:
        return _fail(error, BAD_INPUT)
    except (Cancelled, KeyboardInterrupt):
        print("facewright: cancelled", file=sys.stderr)
        return CANCELLED
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        _drop_output()
        return DONE
    except MemoryError:
        return _fail(EngineError(Text("there is not enough memory for this"), Text("try a smaller picture")), BAD_INPUT)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL:  # everything but our output is told by who writes it
            _drop_output()
            where = verbatim("<stdout>")
            return _fail(EngineError(Text("{0}: cannot be written: {1}", where, error.strerror)), BAD_INPUT)
        if os.environ.get("FACEWRIGHT_DEBUG"):
            raise
        return _fail(EngineError(Text("this is a bug: {0}: {1}", type(error).__name__, error),
                                 Text("set FACEWRIGHT_DEBUG=1 and try again for a report to send")), BROKEN)


def _drop_output() -> None:
    """What is left of it goes nowhere, or the interpreter would complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(error: EngineError, status: int) -> int:
    line = " ".join(str(error).split())
    print(f"facewright: {line}", file=sys.stderr)
    if error.detail and os.environ.get("FACEWRIGHT_DEBUG"):
        print(error.detail, file=sys.stderr)
    return status
