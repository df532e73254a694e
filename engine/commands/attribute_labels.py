"""``facewright attributes label``."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.text import Text
from engine.commands.attribute_directions import check_npz, named_generator

if TYPE_CHECKING:
    from engine.attributes.labels.labelling import Labellers
    from engine.attributes.labels.measures import FaceMeasurer
    from engine.generator.generator import Generator


def label_faces(options: argparse.Namespace) -> None:
    import numpy as np

    from engine.attributes.labels.labelling import label_seeds
    from engine.attributes.labels.measures import installed
    from engine.commands.output import finish
    from engine.models.store import ModelStore

    check_npz(options.output)
    measurer = installed(ModelStore())
    _say_what_is_not_measured(measurer)
    generator = named_generator(options.generator, options.accept_licence)
    labels = finish(label_seeds(generator, labellers(generator, measurer, options), options.seeds, options.seed_kind,
                                options.truncation, options.output))
    lost = int(np.isnan(labels.scores).all(1).sum())
    print(f"{options.output}: {len(labels.seeds)} faces of {generator.name}, {len(labels.columns)} columns"
          + (f"; no face was found on {lost}" if lost else ""))


def labellers(generator: "Generator", measurer: "FaceMeasurer", options: argparse.Namespace) -> "Labellers":
    """Who is asked to do it."""
    from engine.attributes.labels.labelling import Labellers, here
    from engine.attributes.labels.workers import Setting
    from engine.generator.load import DEFAULT
    from engine.process.cluster import Cluster
    from engine.process.pool import Pool
    from engine.process.workers import Workers

    if not options.cluster and options.processes == 1:
        return here(generator, measurer)
    workers: Workers
    if options.cluster:
        workers = Cluster(options.cluster, Text("label with --processes"))
    else:
        workers = Pool(options.processes, Text("often there is not enough memory: give fewer --processes; what was "
                                               "labelled is kept"))
    named = "" if options.generator == DEFAULT else str(Path(options.generator).resolve())
    return Labellers(workers, Setting(named, generator.digest, measurer.analysers), measurer.analysers)


def _say_what_is_not_measured(measurer: "FaceMeasurer") -> None:
    from engine.attributes.labels.measures import AGE_GENDER, AGED, PARSED, PARSER

    for model, columns in ((PARSER, PARSED), (AGE_GENDER, AGED)):
        if model not in measurer.analysers:
            print(f"{model} is not on this machine: no {', '.join(column.name for column in columns)} "
                  f"(facewright models get {model})", file=sys.stderr)
