"""The command line: one module per group of commands, one way of ending for all of them.

Exit status: 0 done, 2 usage, 3 bad input, 130 cancelled (128 and the number of another signal that ended it); whatever
ends a command early is one line on stderr. A reader that goes away, as `| head` does, is no failure: 0. Whatever is
printed is plain text, without the controls that terminals obey.

Importing this package is cheap; a group's module is imported when one of its commands is asked for.
"""

import os
from collections.abc import Sequence

from engine.commands.ending import BAD_INPUT as BAD_INPUT
from engine.commands.ending import BROKEN as BROKEN
from engine.commands.ending import CANCELLED as CANCELLED
from engine.commands.ending import DONE as DONE
from engine.commands.ending import USAGE as USAGE
from engine.commands.ending import carried_out

COMMANDS = {
    "edit": "change the expression or the pose of a face in a photo",
    "batch": "apply presets to many photos",
    "measure": "print landmarks, pose, action units, blendshapes and identity of a face",
    "presets": "list the presets, or every control",
    "rig": "fit a game character's parameters to a face; render, export and convert them",
    "reenact": "move a portrait as a video or a recording does, and write that as a film",
    "attributes": "draw faces from a generator's latent space",
    "models": "list, fetch, check, import and remove models",
    "doctor": "what this machine has and what is missing",
    "bench": "measure how quick everything is here",
}


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line; otherwise they open the editor.

    The editor takes files and folders and nothing else, so a flag, or a word that cannot be a file, makes all of them a
    command misspelt.
    """
    return bool(arguments) and (arguments[0] in COMMANDS or not all(map(_may_be_file, arguments)))


def _may_be_file(word: str) -> bool:
    return not word.startswith("-") and (any(sign in word for sign in "./\\") or os.path.exists(word))


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Never raises for anything a user can cause."""
    def command() -> int:
        from engine.commands.parser import parse

        options = parse(arguments)
        return int(options.action(options) or DONE)

    return carried_out(command)
