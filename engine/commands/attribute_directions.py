"""What ``facewright attributes`` does with labels and directions."""

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.text import Text

if TYPE_CHECKING:
    from engine.attributes.code_edit import Move
    from engine.attributes.directions import Direction, Directions
    from engine.attributes.labels.fit import Condition
    from engine.attributes.labels.label_set import LabelSet
    from engine.generator.generator import Generator


def moves_of(generator: "Generator", options: argparse.Namespace) -> "list[Move]":
    """What --direction, --keep and --directions ask for. UsageError when they do not fit the generator."""
    from engine.attributes.code_edit import Move, leaving_alone, with_sigma
    from engine.base.errors import UsageError

    if not options.direction:
        if options.keep or options.directions:
            raise UsageError(Text("there is no --direction to move along"))
        return []
    directions = _directions(options.directions, generator)
    directions.check_generator(generator.name, generator.space.w, generator.digest)
    kept = [directions.named(name) for name in options.keep]

    def ready(name: str) -> "Direction":
        return leaving_alone(with_sigma(directions.named(name), generator), kept)

    return [Move(ready(name), value) for name, value in options.direction]


def _directions(path: Path | None, generator: "Generator | None" = None) -> "Directions":
    """Those of a file, ours or another program's, or those that come along."""
    from engine.attributes.directions import read_directions, shipped
    from engine.attributes.foreign import read_foreign

    if path is None:
        return shipped()
    if path.suffix.lower() in (".npy", ".pt", ".pth"):
        return read_foreign(path, generator.space.w, generator.space.rows) if generator else read_foreign(path)
    return read_directions(path)


def fit_labels(options: argparse.Namespace) -> None:
    from engine.attributes.directions import write_directions
    from engine.attributes.labels.fit import Condition, Recipe, fit_directions
    from engine.commands.output import finish

    check_npz(options.output)
    labels = _labels(options)
    conditions = {name: Condition(others) for name, others in options.apart}
    columns = _columns(labels, options.columns)
    _check_apart(labels, columns, conditions)
    directions = finish(fit_directions(labels, columns, Recipe(method=options.method), conditions))
    seen = _seen(labels, options)
    if seen:
        directions = seen(directions)
    write_directions(options.output, directions)
    _print_directions(directions)
    print(f"{options.output}: {len(directions.items)} directions")
    if options.report:
        _report(options.report, directions, labels, seen is not None)


def check_npz(path: Path) -> None:
    """Before the work, not after it."""
    from engine.base.errors import UsageError

    if path.suffix.lower() != ".npz":
        raise UsageError(Text("{0}: this is written as .npz", path.name))


def _labels(options: argparse.Namespace) -> "LabelSet":
    """Labels of any kind, with their latents."""
    from engine.attributes.labels.label_set import read_labels
    from engine.attributes.labels.latent_codes import read_w
    from engine.attributes.labels.rfm_labels import read_azure, read_azure_table, read_logits

    name = options.labels.name.lower()
    if name.endswith((".pkl.gz", ".pkl")):
        labels, _ = read_azure(options.labels)
    elif name.endswith((".pt", ".pth")):
        labels = read_azure_table(options.labels) if options.table == "azure" else read_logits(options.labels)
    else:
        labels = read_labels(options.labels)
    return labels.with_w(read_w(options.latents)) if options.latents else labels


def _columns(labels: "LabelSet", given: str | None) -> tuple[str, ...]:
    if given:
        return tuple(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))
    from engine.photo.arkit import ARKIT_52

    return tuple(name for name in labels.names if name not in ARKIT_52)


def _check_apart(labels: "LabelSet", columns: tuple[str, ...], conditions: "dict[str, Condition]") -> None:
    """Before the work. UsageError for names that are no columns, or not to be fitted."""
    from engine.base.errors import UsageError

    for name, condition in conditions.items():
        if name not in columns:
            raise UsageError(Text("--apart {0}: that is not fitted", name), Text("fitted are {0}", ", ".join(columns)))
        for other in condition.apart:
            labels.column(other)


def _seen(labels: "LabelSet", options: argparse.Namespace) -> "Callable[[Directions], Directions] | None":
    """What looks at the directions on drawn faces; None when that cannot or is not to be done, which is said."""
    from engine.attributes.labels.effect import FIRST_SEED, measurable, spreads, with_effect
    from engine.attributes.labels.measures import installed
    from engine.base.errors import EngineError
    from engine.commands.output import finish
    from engine.models.store import ModelStore

    if not options.measure or not measurable(labels):  # of another program, or of a version that measured less
        print("What these directions do was not looked at: their signs are only the fit's.")
        return None
    generator = named_generator(options.generator)
    if generator.digest != labels.digest:
        raise EngineError(Text("these labels are of another generator ({0}) than {1}", labels.generator,
                               generator.name),
                          Text("name it with --generator, or give --measure 0"))
    measurer, spread = installed(ModelStore()), spreads(labels)
    missing = [name for name in labels.analysers if name not in measurer.analysers]
    if missing:
        raise EngineError(Text("these labels were made with {0}, which is not on this machine", ", ".join(missing)),
                          Text("facewright models get {0}, or give --measure 0", " ".join(missing)))
    faces = range(FIRST_SEED, FIRST_SEED + options.measure)

    def look(directions: "Directions") -> "Directions":
        from engine.attributes.directions import Directions

        items = [finish(with_effect(generator, measurer, one, faces, spread, labels.truncation or 0.8))
                 for one in directions.items]
        wrong = [one.name for one in items if one.effect <= 0]
        if wrong:
            print(f"Left out, because drawn faces go the other way: {', '.join(wrong)}")
        return Directions(tuple(one for one in items if one.name not in wrong), directions.generator,
                          directions.digest, f"{len(labels.seeds)} faces, {options.method}")

    return look


def _report(path: Path, directions: "Directions", labels: "LabelSet", seen: bool) -> None:
    from engine.attributes.labels.report import correlations, draw_report, seen_matrix
    from engine.photo.writing import write_picture

    if seen:
        names, matrix = seen_matrix(directions)
        caption = "What one sigma along each direction does on drawn faces, in standard deviations of each attribute"
    else:
        names, matrix = correlations(directions, labels)
        caption = "How each attribute goes along with each direction among the labelled faces (correlation)"
    write_picture(path, draw_report(directions, names, matrix, caption))
    print(f"{path}: report")


def list_directions(options: argparse.Namespace) -> None:
    directions = _directions(options.directions)
    _print_directions(directions)
    if directions.generator:
        print(f"for {directions.generator}" + (f": {directions.about}" if directions.about else ""))


def _print_directions(directions: "Directions") -> None:
    """A line each: scores on faces held out, and what was seen on drawn ones."""
    def text(value: float | None) -> str:
        return "    -" if value is None or not math.isfinite(value) else f"{value:5.2f}"

    print(f"{'direction':18}   AUC     r  effect  rows   moves most besides")
    for one in directions.items:
        rows = "all" if one.rows is None else f"{one.rows[0]}-{one.rows[1] - 1}"
        others = sorted(one.moves.items(), key=lambda item: -abs(item[1]))[:3]
        besides = ", ".join(f"{name} {value:+.2f}" for name, value in others)
        print(f"{one.name:18} {text(one.score.get('auc'))} {text(one.score.get('r'))}   {text(one.effect)}  "
              f"{rows:6} {besides}".rstrip())


def named_generator(name: str, accept_licence: bool = False) -> "Generator":
    """A model of the catalogue by its id, or a file or folder. The program's own is fetched when it is not here and its
    licence is accepted: by `accept_licence`, before, or by whoever sits at the terminal."""
    from engine.base.errors import UsageError
    from engine.commands.models import fetch
    from engine.generator.load import DEFAULT, load_from_store, load_generator
    from engine.models.store import ModelStore
    from engine.networks.device import torch_device

    if name == DEFAULT:
        store = ModelStore()
        if not store.present(DEFAULT):
            fetch(store, DEFAULT, accept_licence)
        generator = load_from_store(store)
    elif Path(name).exists():
        generator = load_generator(Path(name))
    else:
        raise UsageError(Text("{0} is neither {1} nor a file", repr(name), DEFAULT), Text("see docs/generators.md"))
    return generator.to(torch_device())
