"""What every training of a rig's networks takes."""

import argparse
from collections.abc import Mapping
from typing import Any

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.commands.parser import count, ratio

_MOST_STEPS, _MOST_BATCH = 10_000_000, 1024


def training_options(parser: argparse.ArgumentParser, usual: Mapping[str, str]) -> None:
    """usual: what each setting is when it is not given, in words."""
    parser.add_argument("--steps", metavar="N", type=count, help=f"default: {usual['steps']}")
    parser.add_argument("--batch", metavar="N", type=count, help=f"pictures in a step (default: {usual['batch']})")
    parser.add_argument("--rate", metavar="X", type=ratio(0, 1, above=True),
                        help=f"learning rate at first (default: {usual['rate']})")
    parser.add_argument("--every", metavar="N", type=count,
                        help=f"steps between two looks at what is held out (default: {usual['every']})")
    parser.add_argument("--seed", metavar="S", type=count, default=0)
    parser.add_argument("--mixed", action="store_true", help="the network's work in bfloat16, its weights in float32")
    parser.add_argument("--json", action="store_true", help="print how it ended as JSON")


def asked_of(options: argparse.Namespace) -> dict[str, Any]:
    """The settings that were given. UsageError for a number that one of them cannot be."""
    found: dict[str, Any] = {"seed": options.seed, "mixed": options.mixed}
    for name, most in (("steps", _MOST_STEPS), ("batch", _MOST_BATCH), ("every", _MOST_STEPS)):
        if within(name, getattr(options, name), most) is not None:
            found[name] = getattr(options, name)
    return found if options.rate is None else {**found, "rate": options.rate}


def within(name: str, value: int | None, most: int) -> int | None:
    """The value of --name, from 1 to most. UsageError."""
    if value is not None and not 1 <= value <= most:
        raise UsageError(Text("--{0} {1} is outside 1 to {2}", name, value, most))
    return value
