"""What the command line accepts. Options that set controls take any name of the control table."""

import argparse
import importlib
from collections.abc import Sequence
from typing import Any, NoReturn

from engine.base.errors import UsageError
from engine.base.text import Text, verbatim
from engine.base.typed_number import typed_number
from engine.base.version import VERSION
from engine.commands import COMMANDS


class Parser(argparse.ArgumentParser):
    """argparse with one line for a mistake instead of the whole usage, and no guessing at cut-off options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        command = self.prog.removeprefix("facewright").strip()
        said = Text("{0}: {1}", command, message) if command else verbatim(message)
        raise UsageError(said, Text("see `{0} --help`", self.prog))


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
    return ("Without a command the editor opens: facewright [PHOTO | PROJECT]\n"
            "exit status: 0 done, 2 wrong usage, 3 bad input, 130 cancelled")


def setting(text: str) -> tuple[str, float]:
    """An argparse type: NAME=VALUE."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    try:
        number = typed_number(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{name}: {value!r} is not a number") from None
    return name.strip(), number  # whether the control takes it, the control says


def count(text: str) -> int:
    """An argparse type: a whole number from 0."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def size(text: str) -> int:
    """An argparse type: a length in pixels."""
    number = count(text)
    if not 16 <= number <= 16384:
        raise argparse.ArgumentTypeError(f"{number} is outside 16 to 16384 pixels")
    return number
