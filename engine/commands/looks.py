"""Options that say what a face shall look like, shared by the commands that edit."""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import BadValue, EngineError, UsageError
from engine.base.look import Look
from engine.base.text import Text
from engine.commands.parser import setting

if TYPE_CHECKING:
    from engine.expression.presets import Preset

INVERSIONS = ("draft", "full")


def add_look_options(parser: argparse.ArgumentParser) -> None:
    """--preset, --au, --unit, --head and the attributes; what is set later on the line wins over what was set before
    it."""
    group = parser.add_argument_group(
        "what to change",
        "names and ranges: facewright presets --controls. A preset comes first, single values go on top of it.")
    group.add_argument("--preset", metavar="NAME",
                       help="a named look (facewright presets), a preset file, or a project")
    add_over_option(group)
    for flag, example, what in (
        ("--au", "AU12=8", "an action unit, -10 to 10; AU12L or AU12R for one side"),
        ("--unit", "jawOpen=0.4", "any other control, such as blink, gaze.x or an ARKit blendshape"),
        ("--head", "yaw=10", "turn the head: yaw, pitch or roll, in degrees"),
    ):
        group.add_argument(flag, type=setting, action="append", default=[], metavar=example, help=what)
    add_attribute_options(parser)


def add_over_option(parser: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """--over, for commands that take presets."""
    parser.add_argument("--over", action="store_true",
                        help="lay presets over the smile that the photo shows; without it those that do not smile "
                             "take it out first")


def add_attribute_options(parser: argparse.ArgumentParser, inversion: str = "draft") -> None:
    """--attribute, --lock, and how carefully the face is looked for in the generator."""
    group = parser.add_argument_group(
        "attributes", "drawn anew by the face generator: names and what they do with `facewright attributes list`")
    group.add_argument("--attribute", metavar="NAME=VALUE", type=setting, action="append", default=[],
                       help="such as smile=1.5 or yaw=-1, in standard deviations, -3 to 3; mix.coarse, mix.middle, "
                            "mix.fine, mix.eyes… in percent mix in the face of mix.seed")
    group.add_argument("--lock", metavar="NAME", action="append", default=[],
                       help="leave this attribute alone while others are changed; may be repeated")
    group.add_argument("--inversion", choices=INVERSIONS, default=inversion,
                       help="how carefully a face that is not known yet is looked for: draft takes 20 seconds on two "
                            f"cores, full 3 minutes (default: {inversion})")


def attributes_from(options: argparse.Namespace) -> dict[str, float]:
    """Values of attributes' controls by id. BadValue for a name that is none, or a value out of range."""
    from engine.attributes.knobs import ATTRIBUTE, KNOBS, LOCK, MIX

    settings: dict[str, float] = {}
    for name, value in options.attribute:
        known = name if name.startswith((ATTRIBUTE, MIX)) else ATTRIBUTE + name
        settings.pop(known, None)
        settings[known] = value
    for name in options.lock:
        settings[LOCK + name.removeprefix(ATTRIBUTE)] = 1.0
    for name in settings:
        if name not in KNOBS:
            said = name.removeprefix(ATTRIBUTE).removeprefix(LOCK)
            raise BadValue(Text("there is no attribute {0}", repr(said)), _like(said))
    return KNOBS.assign(settings)


def _like(name: str) -> Text:
    from difflib import get_close_matches

    from engine.attributes.knobs import ATTRIBUTE, KNOBS, MIX

    names = [control.id.removeprefix(ATTRIBUTE) for control in KNOBS if control.id.startswith((ATTRIBUTE, MIX))]
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    if near:
        return Text("did you mean {0}?", ", ".join(near))
    return Text("see `facewright attributes list` for all of them")


def look_from(options: argparse.Namespace) -> Look:
    """The look these options ask for. Raises UsageError, and EngineError for a file that holds no look."""
    from engine.expression.units import CONTROLS
    from engine.systems import LOOK_CONTROLS

    if options.over and not options.preset:
        raise UsageError(Text("--over is for --preset only"))
    look = named_look(options.preset, options.over).look if options.preset else Look()
    return look.changed(CONTROLS, _settings(options)).changed(LOOK_CONTROLS, attributes_from(options))


def named_look(word: str, over: bool = False) -> "Preset":
    """The look that `--preset` means: a preset's by its name, a preset file's, or what a project has set on the face
    that was chosen in it; over: laid over the photo's own smile. Raises UsageError, and EngineError for a file that
    holds none."""
    from engine.expression.presets import laid_over

    found = _named_look(word)
    return laid_over(found) if over else found


def _named_look(word: str) -> "Preset":
    from engine.expression.presets import Preset, find_preset, read_preset, safe_name
    from engine.project.project import SUFFIX
    from engine.project.project_file import read_project
    from engine.systems import LOOK_CONTROLS, face_namespaces

    path = Path(word.strip())
    if path.suffix.lower() == ".toml":
        preset = read_preset(path)
        return replace(preset, id=safe_name(preset.id))
    if path.suffix.lower() != SUFFIX:
        return find_preset(word)
    project = read_project(path, face_namespaces(LOOK_CONTROLS))
    look = project.faces[project.selected].look if project.selected < len(project.faces) else Look()
    if not len(look):
        raise EngineError(Text("{0}: nothing is set on the face that was chosen in it", path))
    return Preset(safe_name(path.stem), path.stem, look)


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
            raise BadValue(Text("{0} {1}: not an action unit", flag, name),
                           Text("try --unit {0}={1}", name, f"{value:g}"))
        yield name, value
