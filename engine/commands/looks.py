"""Options that say what a face shall look like, shared by the commands that edit."""

import argparse
from collections.abc import Iterable

from engine.commands.parser import setting
from engine.errors import BadValue
from engine.look import Look


def add_look_options(parser: argparse.ArgumentParser) -> None:
    """--preset, --au, --unit and --head; what is set later on the line wins over what was set before it."""
    group = parser.add_argument_group(
        "what to change",
        "names and ranges: facewright presets --controls. A preset comes first, single values go on top of it.")
    group.add_argument("--preset", metavar="NAME", help="a named look: facewright presets")
    for flag, example, what in (
        ("--au", "AU12=8", "an action unit, -10 to 10; AU12L or AU12R for one side"),
        ("--unit", "jawOpen=0.4", "any other control, such as blink, gaze.x or an ARKit blendshape"),
        ("--head", "yaw=10", "turn the head: yaw, pitch or roll, in degrees"),
    ):
        group.add_argument(flag, type=setting, action="append", default=[], metavar=example, help=what)


def look_from(options: argparse.Namespace) -> Look:
    """The look these options ask for. Raises UsageError."""
    from engine.expression.presets import find_preset
    from engine.expression.units import CONTROLS

    look = find_preset(options.preset).look if options.preset else Look()
    return look.changed(CONTROLS, _settings(options))


def _settings(options: argparse.Namespace) -> dict[str, float]:
    settings: dict[str, float] = {}
    for name, value in _named(options.au, "AU", "--au"):
        settings.pop(name, None)
        settings[name] = value
    for name, value in options.unit:
        settings.pop(name, None)
        settings[name] = value
    for name, value in options.head:
        settings[name if name.startswith("head.") else f"head.{name}"] = value
    return settings


def _named(pairs: Iterable[tuple[str, float]], prefix: str, flag: str) -> Iterable[tuple[str, float]]:
    for name, value in pairs:
        if not name.startswith(prefix):
            raise BadValue(f"{flag} {name}: not an action unit", f"try --unit {name}={value:g}")
        yield name, value
