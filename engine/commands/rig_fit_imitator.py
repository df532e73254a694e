"""``facewright rig fit --method imitator``: values found by following an imitator's picture back."""

import argparse
from collections.abc import Callable
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Any

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.commands.parser import count, given
from engine.commands.photos import open_photo
from engine.commands.rig_options import told_shape

if TYPE_CHECKING:
    from torch import Tensor

    from engine.rig.values import RigValues

METHODS = ("head", "network", "imitator", "drawn")
_MOST_STEPS = 1_000_000
_STEPS, _PUBLISHED_STEPS = 300, 1000


def add_method(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--method", choices=METHODS, default="head",
                        help="head: by the head fitted to the photo, at once (default); network: a guess at one look, "
                             "brought to that head (face-nn, or --regressor's rig); imitator: by following an "
                             "imitator's picture back, step by step (face-nn only; needs face-parsing); drawn: of a "
                             "picture that the game's engine drew, framed as a database's, by its pixels (face-nn)")
    parser.add_argument("--imitator", metavar="FILE.pth", type=given,
                        help="of `rig imitator train`, or a published one (default: the one of our own head)")
    parser.add_argument("--regressor", metavar="FILE.safetensors", type=given,
                        help="of `rig regressor train`, for --method network (default: the one of our own head)")
    parser.add_argument("--lightcnn", metavar="FILE.pth.tar", type=given,
                        help="LightCNN_29Layers_V2_checkpoint.pth.tar, to say whose face it is (default: dlib's)")
    parser.add_argument("--steps", metavar="N", type=count,
                        help=f"of the imitator's fit (default: {_STEPS}, with --published {_PUBLISHED_STEPS})")
    parser.add_argument("--published", action="store_true",
                        help="the face-nn tools' fit with its known mistakes, to compare with; needs --lightcnn and an "
                             "imitator of 512 pixels")


def _moved(weights: "dict[str, Tensor] | None", device: str) -> "dict[str, Tensor] | None":
    return None if weights is None else {name: tensor.to(device) for name, tensor in weights.items()}


def fitter(options: argparse.Namespace) -> "Callable[[], tuple[RigValues, dict[str, Any], str]] | None":
    """What fits by an imitator, None for the other method: values, what there is to report of them, and in words.

    Everything that is named is read now. UsageError, EngineError.
    """
    given_to_it = [name for name in ("imitator", "lightcnn", "steps", "published") if getattr(options, name)]
    others = given_to_it if options.method == "head" else [name for name in given_to_it if name != "imitator"]
    if options.method == "network":
        others = given_to_it
    if options.method != "imitator" and others:
        raise UsageError(Text("--{0} is for --method imitator", others[0]))
    if options.regressor and options.method != "network":
        raise UsageError(Text("--regressor is for --method network"))
    if options.method == "head":
        return None
    if options.method == "network":
        from engine.commands.rig_fit_network import network_fitter

        return network_fitter(options)
    from engine.rig.database.draws import SCHEMA

    if options.schema != SCHEMA:
        raise UsageError(Text("imitators take the values of {0}, not of {1}", SCHEMA, options.schema))
    usual = _PUBLISHED_STEPS if options.published else _STEPS
    steps = usual if options.steps is None else options.steps
    if not 1 <= steps <= _MOST_STEPS:
        raise UsageError(Text("--steps {0} is outside 1 to {1}", steps, _MOST_STEPS))
    from engine.rig.imitator.fit_loop import LoopPlan
    from engine.rig.imitator.weights_file import SHIPPED, read_imitator, read_light_cnn

    imitator, _ = read_imitator(options.imitator or SHIPPED)
    if options.method == "drawn":
        from engine.commands.rig_fit_drawn import drawn_fitter

        return drawn_fitter(options, imitator)
    light_cnn = read_light_cnn(options.lightcnn) if options.lightcnn else None
    plan = LoopPlan(steps, published=options.published)

    def fit() -> "tuple[RigValues, dict[str, Any], str]":
        from engine.commands.output import finish
        from engine.engine import Engine
        from engine.networks.face_parser import FACE_PARSER
        from engine.networks.identity.identity_network import IDENTITY_NETWORK
        from engine.rig.imitator.photo_fit import fit_photo
        from engine.rig.schema import load_schema
        from engine.rig.values import RigValues

        schema = load_schema(SCHEMA)
        with closing(Engine()) as engine:
            zoo = engine.shared.zoo
            with ExitStack() as used:
                parser = used.enter_context(zoo.use(FACE_PARSER))
                # LightCNN says whose face it is where it is given.
                identity = None if light_cnn else used.enter_context(zoo.use(IDENTITY_NETWORK))
                photo = open_photo(engine, options.photos[0])
                if not options.face < len(photo.faces):
                    raise EngineError(Text("{0}: there is no face {1} in the picture", options.photos[0], options.face))
                shape = told_shape(engine, photo.id, options)
                found, _ = finish(fit_photo(photo.picture.pixels, photo.faces[options.face].landmarks,
                                            imitator.to(zoo.device), engine.shared.analyser, parser, identity,
                                            _moved(light_cnn, zoo.device), plan))
        numbers = schema.defaults(shape).array()
        numbers[:len(found.values)] = found.values
        report = {"method": "imitator", "steps": steps, "loss": found.loss, "loss_at_first": found.begun,
                  "likeness": found.likeness, "content": found.content}
        return (RigValues.of(SCHEMA, numbers, shape), report,
                f"{schema.label}: after {steps} steps the loss is {found.loss:.3f} (at first {found.begun:.3f}), "
                f"likeness {found.likeness:.3f}")

    return fit
