"""``facewright rig database``: pictures of many random characters with the values they were drawn from."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.commands.parser import Parser, count, processes, ratio, size, written
from engine.commands.rig_options import DEFAULT_SCHEMA, schema_name, schema_option

if TYPE_CHECKING:
    from engine.process.workers import Workers

_MOST = 100_000
_MOST_PROCESSES = 8


def add_database(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser(
        "database", help="pictures of many random characters with their db_description; or what such a folder holds",
        description="With --count: draw a database of our own head, or go on with one. Without: say what a folder "
                    "holds, whoever exported it.")
    parser.add_argument("folder", metavar="DIR", type=written)
    parser.add_argument("--count", metavar="N", type=count, help="pictures in all, those that are set apart included")
    parser.add_argument("--seed", metavar="S", type=count, default=0, help="the same seed gives the same characters")
    parser.add_argument("--shape", choices=["male", "female"], default="female",
                        help="role shape, in names and files (default: female); our head looks the same")
    schema_option(parser, f"whose characters: a rig's name, or a schema of your own (default: {DEFAULT_SCHEMA})",
                  DEFAULT_SCHEMA)
    parser.add_argument("--size", metavar="N", type=size, default=512, help="side of the pictures (default: 512)")
    parser.add_argument("--noise", action="store_true",
                        help="label noise as the face-nn tools add it: about one bone value in a record is wrong in "
                             "the file, not in the picture")
    parser.add_argument("--varied", action="store_true",
                        help="heads turned, lit, coloured, dressed and moved at random, before random backgrounds: to "
                             "teach what reads photos (`rig regressor`), not an imitator")
    parser.add_argument("--test", metavar="SHARE", type=ratio(0, 0.9), default=0.2,
                        help="how much is set apart in a testset folder, 0 to 0.9 (default: 0.2)")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--processes", metavar="N", type=processes, default=min(os.cpu_count() or 1, _MOST_PROCESSES),
                     help="draw with so many processes of this machine (default: one for each processor, 8 at most)")
    who.add_argument("--cluster", metavar="ADDRESS",
                     help="draw on a Ray cluster: its address, or auto for the one this machine belongs to (needs Ray)")
    parser.add_argument("--json", action="store_true", help="print what there is as JSON")
    parser.set_defaults(action=database)


def database(options: argparse.Namespace) -> None:
    from engine.commands.output import finish
    from engine.rig.database.making import DatabasePlan, make_database

    drawn = None
    if options.count is not None:
        if not 1 <= options.count <= _MOST:
            raise UsageError(Text("{0} pictures cannot be drawn: 1 to {1}", options.count, _MOST))
        if options.noise and options.schema != DEFAULT_SCHEMA:
            raise UsageError(Text("--noise is of {0} alone", DEFAULT_SCHEMA))
        plan = DatabasePlan(options.count, options.seed, options.shape, options.size, options.noise, options.test,
                            schema_name(options.schema), options.varied)
        drawn = finish(make_database(options.folder, plan, _workers(options)))
    _tell(options.folder, drawn, options.json)


def _workers(options: argparse.Namespace) -> "Workers":
    from engine.process.cluster import Cluster
    from engine.process.pool import Pool

    if options.cluster:
        return Cluster(options.cluster, Text("draw with --processes"))
    return Pool(options.processes, Text("often there is not enough memory: give fewer --processes; what was drawn is "
                                        "kept"))


def _tell(folder: Path, drawn: int | None, as_json: bool) -> None:
    from engine.commands.output import print_json
    from engine.rig.database.rendered import databases_in

    found = databases_in(folder)
    sizes = {name: one.picture(0).shape[:2] for name, one in found.items()}
    if as_json:
        print_json({"folder": str(folder), "drawn": drawn,
                    "databases": [{"name": name, "pictures": len(one), "height": sizes[name][0],
                                   "width": sizes[name][1], "problems": [str(line) for line in one.problems]}
                                  for name, one in found.items()]})
        return
    for name, one in found.items():
        height, width = sizes[name]
        print(f"{folder / name}: {len(one)} pictures of {width} x {height}"
              + "".join(f"; {line}" for line in one.problems))
