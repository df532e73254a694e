"""``facewright bench``"""

import argparse
from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.commands.parser import count

if TYPE_CHECKING:
    from engine.bench.live import Report

DEFAULT_STEPS = 10


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=["live", "magicface", "attributes", "rig"], default="live",
                        help="what to measure (default: live)")
    parser.add_argument("--geometry", choices=["tiny", "full"],
                        help="magicface: the size of its networks, whose weights are random here (default: tiny)")
    parser.add_argument("--steps", metavar="N", type=count,
                        help=f"magicface: how many steps an edit takes (default: {DEFAULT_STEPS})")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.set_defaults(action=bench)


def bench(options: argparse.Namespace) -> None:
    if options.what == "magicface":
        _bench_magicface(options)
    elif options.geometry or options.steps is not None:
        raise UsageError(Text("--geometry and --steps are for bench magicface only"))
    elif options.what == "attributes":
        _bench_attributes(options)
    elif options.what == "rig":
        _bench_rig(options)
    else:
        _bench_live(options)


def _bench_magicface(options: argparse.Namespace) -> None:
    from engine.bench.magicface import bench_magicface, table
    from engine.commands.output import finish, print_json
    from engine.expression.magicface.settings import MagicFaceSettings

    steps = DEFAULT_STEPS if options.steps is None else options.steps
    MagicFaceSettings(steps=steps)  # says what is wrong with it
    report = finish(bench_magicface(options.geometry or "tiny", steps))
    if options.json:
        print_json(report.as_data())
        return
    machine = report.machine
    print(f"{machine['name']} ({machine['device']}), {machine['cores']} cores, {machine['threads']} threads, "
          f"load {machine['load_1min']}, torch {machine['torch']}")
    print(table(report))


def _bench_live(options: argparse.Namespace) -> None:
    from engine.bench.live import bench_live
    from engine.commands.output import finish
    from engine.models.store import ModelStore

    _tell(finish(bench_live(ModelStore())), options.json)


def _bench_attributes(options: argparse.Namespace) -> None:
    from engine.bench.attributes import bench_attributes
    from engine.commands.output import finish

    _tell(finish(bench_attributes()), options.json)


def _bench_rig(options: argparse.Namespace) -> None:
    from engine.bench.rig import bench_rig
    from engine.commands.output import finish

    _tell(finish(bench_rig()), options.json)


def _tell(report: "Report", as_json: bool) -> None:
    from engine.bench.live import table
    from engine.commands.output import print_json

    if as_json:
        print_json(report.as_data())
        return
    machine = report.machine
    print(f"{machine['processor']}, {machine['cores']} cores, load {machine['load_1min']}, "
          f"drawn by {machine['renderer']}\n")
    print(table(report))
