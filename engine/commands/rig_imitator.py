"""``facewright rig imitator``: networks that draw as a game engine does, taught from a database."""

import argparse

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.commands.parser import Parser, given, written
from engine.commands.rig_options import schema_name, whose_option
from engine.commands.training_options import asked_of, training_options

NETWORKS = ("draft", "small", "published")


def add_imitator(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("imitator", help="networks that draw as a game engine does: train one, draw with one")
    verbs = parser.add_subparsers(title="actions", dest="imitator_command", metavar="ACTION", required=True,
                                  parser_class=Parser)
    train = verbs.add_parser(
        "train", help="learn from a database's pictures, in a process of its own",
        description="Stopped or killed it goes on from its last checkpoint when it is asked for again with the same "
                    "settings, and ends in the same numbers. Events for TensorBoard are written where that package is "
                    "installed.")
    train.add_argument("database", metavar="DIR", type=given, help="of `rig database`, or exported by a game engine")
    train.add_argument("-o", "--output", metavar="FOLDER", type=written, required=True,
                       help="the training: checkpoints, previews, logs, and at the end imitator_STEPS_DEVICE.pth")
    train.add_argument("--network", choices=NETWORKS, default="small",
                       help="small draws 256 x 256 by moving and recolouring an average picture (16 MB; default), "
                            "draft 128 (7 MB) and published 512 (48 MB) as the face-nn tools do")
    train.add_argument("--start", metavar="FILE.pth", type=given, help="go on from this imitator, whatever its size")
    training_options(train, {"steps": "600 for small, else 30000", "batch": "16; published: 4",
                             "rate": "0.004; published: 0.01", "every": "250; published: 1000"})
    train.set_defaults(action=train_imitator)
    draw = verbs.add_parser("draw", help="the picture that an imitator makes of values")
    draw.add_argument("imitator", metavar="FILE.pth", type=given)
    draw.add_argument("values", metavar="FILE", type=given, help=".bytes or .json")
    whose_option(draw)
    draw.add_argument("-o", "--output", metavar="OUT.png", type=written, required=True)
    draw.set_defaults(action=draw_values)


def train_imitator(options: argparse.Namespace) -> None:
    from engine.commands.output import finish, print_json
    from engine.process.child import run_child
    from engine.rig.imitator.training import plan_for

    plan = plan_for(options.database, options.network, start=str(options.start.resolve()) if options.start else "",
                    **asked_of(options))
    ended = finish(run_child("engine.rig.imitator.training:train_imitator",
                             {"folder": str(options.output.resolve()), "config": plan.config}))
    if options.json:
        print_json(ended)
    else:
        apart = "" if ended["held_out"] is None else f", {ended['held_out']:.4f} of what is held out"
        print(f"{ended['file']}: {ended['steps']} steps, difference {ended['difference']:.4f}{apart}")


def draw_values(options: argparse.Namespace) -> None:
    from engine.photo.writing import format_of, write_picture
    from engine.rig.files.reading import read_values
    from engine.rig.imitator.weights_file import read_imitator
    from engine.rig.schema import load_schema

    format_of(options.output)
    read = read_values(options.values, schema_name(options.schema))
    values = load_schema(read.schema).shares(read)
    imitator, _ = read_imitator(options.imitator)
    if imitator.values > len(values):
        raise UsageError(Text("{0} takes {1} values, {2} has {3}", options.imitator, imitator.values, options.values,
                              len(values)))
    write_picture(options.output, imitator.draw(values[:imitator.values]))
