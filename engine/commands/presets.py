"""``facewright presets``"""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--controls", action="store_true", help="list every control instead, with its range")
    parser.add_argument("--json", action="store_true", help="print as JSON")
    parser.set_defaults(action=presets)


def presets(options: argparse.Namespace) -> None:
    if options.controls:
        _controls(options.json)
    else:
        _presets(options.json)


def _presets(as_json: bool) -> None:
    import sys

    from engine.commands.output import print_json
    from engine.expression.presets import all_presets

    found, problems = all_presets()
    for problem in problems:
        print(f"facewright: {problem}", file=sys.stderr)
    if as_json:
        print_json([{"id": preset.id, "label": preset.label, "own": preset.own, "values": dict(preset.look)}
                    for preset in found])
        return
    width = max(len(preset.id) for preset in found)
    for preset in found:
        values = ", ".join(f"{name} {value:+g}" for name, value in preset.look.items()) or "nothing set"
        print(f"{preset.id:{width}}  {preset.label}{' (yours)' if preset.own else ''}: {values}")


def _controls(as_json: bool) -> None:
    from engine.commands.output import print_json
    from engine.expression.units import CONTROLS

    if as_json:
        print_json([{"id": control.id, "pair": control.pair, "label": control.label, "group": control.group,
                     "minimum": control.minimum, "maximum": control.maximum, "default": control.default,
                     "unit": control.unit, "help": control.help} for control in CONTROLS])
        return
    group = ""
    for control in CONTROLS:
        if control.group != group:
            group = control.group
            print(f"\n{group}")
        name = f"{control.id} ({control.pair})" if control.pair else control.id
        print(f"  {name:24} {control.minimum:g} to {control.maximum:g}{control.unit:2} {control.label}")
