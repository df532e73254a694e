"""What the command line accepts. Options that set controls take any name of the control table."""

import argparse
import importlib
import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from engine.base.errors import UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text, verbatim
from engine.base.typed_number import typed_number
from engine.base.version import VERSION
from engine.commands import COMMANDS


class Parser(argparse.ArgumentParser):
    """argparse with one line for a mistake instead of the whole usage, and no guessing at cut-off options.

    What is read is never written over: the types of the options say which is which.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        command = self.prog.removeprefix("facewright").strip()
        said = Text("{0}: {1}", command, message) if command else verbatim(message)
        raise UsageError(said, Text("see `{0} --help`", self.prog))

    def _print_message(self, message: str, file: Any = None) -> None:
        if message:  # argparse would keep to itself that it does not go through
            (file or sys.stderr).write(message)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        options, rest = super().parse_known_args(args, namespace)
        refuse_to_overwrite([*self._files(options, written)], [*self._files(options, given, given_or_named)])
        return options, rest

    def _files(self, options: argparse.Namespace, *kinds: Any) -> Iterator[Path]:
        for action in self._actions:
            value = getattr(options, action.dest, None) if action.type in kinds else None
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    yield Path(one)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options, with `action` the function that carries them out. Raises UsageError; --help and --version exit."""
    parser = Parser(prog="facewright", description="Facewright: a desktop face editor.", epilog=_overview())
    parser.add_argument("--version", action="version", version=f"facewright {VERSION}")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=Parser)
    for name, summary in COMMANDS.items():
        group = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name in arguments:  # only the group that is asked for needs its options, and its imports
            importlib.import_module(f"engine.commands.{name}").add_options(group)
    options = parser.parse_args(list(arguments))
    if not hasattr(options, "action"):
        raise UsageError(Text("a command is missing"), Text("see `facewright --help`"))
    return options


def _overview() -> str:
    return ("Without a command the editor opens: facewright [PHOTO | PROJECT | FOLDER ...]\n"
            "exit status: 0 done, 2 wrong usage, 3 bad input, 130 cancelled")


def given(text: str) -> Path:
    """An argparse type: a file or folder that is read."""
    return Path(text)


def given_or_named(text: str) -> str:
    """An argparse type: a file or folder that is read, or the name of something we know."""
    return text


def written(text: str) -> Path:
    """An argparse type: a file that is written."""
    return Path(text)


def setting(text: str) -> tuple[str, float]:
    """An argparse type: NAME=VALUE."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    try:
        number = typed_number(value, finite=False)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{name}: {value!r} is not a number") from None
    return name.strip(), number  # whether the control takes it, the control says


def count(text: str) -> int:
    """An argparse type: a whole number from 0."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def ratio(low: float, high: float, above: bool = False) -> Callable[[str], float]:
    """An argparse type: a number from `low` (or above it) to `high`."""
    def read(text: str) -> float:
        try:
            value = typed_number(text)
        except ValueError:
            value = math.nan
        if not (low < value if above else low <= value) or value > high:
            said = f"above {low:g} and up to {high:g}" if above else f"from {low:g} to {high:g}"
            raise argparse.ArgumentTypeError(f"{text!r} is not a number {said}")
        return value

    return read


def size(text: str) -> int:
    """An argparse type: a length in pixels."""
    number = count(text)
    if not 16 <= number <= 16384:
        raise argparse.ArgumentTypeError(f"{number} is outside 16 to 16384 pixels")
    return number


def processes(text: str) -> int:
    """An argparse type: 1 to 64."""
    if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 64")
    return int(text)
