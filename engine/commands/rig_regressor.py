"""``facewright rig regressor``: a network that guesses a rig's values at one look, taught from a database."""

import argparse

from engine.commands.parser import Parser, count, given, written
from engine.commands.training_options import asked_of, training_options, within

_MOST, _MOST_WAYS = 1_000_000, 100


def add_regressor(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("regressor", help="a network that guesses a rig's values at one look: train one")
    verbs = parser.add_subparsers(title="actions", dest="regressor_command", metavar="ACTION", required=True,
                                  parser_class=Parser)
    train = verbs.add_parser(
        "train", help="learn from a database's faces, in a process of its own",
        description="Best from a database drawn --varied. Stopped or killed it goes on from its last checkpoint when "
                    "it is asked for again with the same settings, and ends in the same numbers.")
    train.add_argument("database", metavar="DIR", type=given, help="of `rig database`, or exported by a game engine")
    train.add_argument("-o", "--output", metavar="FOLDER", type=written, required=True,
                       help="the training: checkpoints, previews, curve, logs, and at the end "
                            "regressor_STEPS.safetensors (5 MB)")
    train.add_argument("--imitator", metavar="FILE.pth", type=given,
                       help="one of the same rig, that draws more to learn from, ten times as fast as a renderer")
    train.add_argument("--imagined", metavar="N", type=count, help="how many faces it draws (default: 20000)")
    train.add_argument("--ways", metavar="N", type=count,
                       help="how often each face of the database is laid and coloured anew (default: 6)")
    training_options(train, {"steps": "600", "batch": "128", "rate": "0.0002", "every": "100"})
    train.set_defaults(action=train_regressor)


def train_regressor(options: argparse.Namespace) -> None:
    from engine.commands.output import finish, print_json
    from engine.process.child import run_child
    from engine.rig.regressor.training import plan_for

    more = {name: value for name, most in (("imagined", _MOST), ("ways", _MOST_WAYS))
            if (value := within(name, getattr(options, name), most)) is not None}
    plan = plan_for(options.database, imitator=str(options.imitator.resolve()) if options.imitator else "",
                    **more, **asked_of(options))
    ended = finish(run_child("engine.rig.regressor.training:train_regressor",
                             {"folder": str(options.output.resolve()), "config": plan.config}))
    if options.json:
        print_json(ended)
        return
    apart = "" if ended["held_out"] is None else f", {ended['held_out']:.4f} of what is held out"
    print(f"{ended['file']}: {ended['steps']} steps, mean error of the values {ended['difference']:.4f}{apart}")
