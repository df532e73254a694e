"""Find the directions in resources/attributes again: ``make_directions.py LABELS.npz`` (half an hour on two cores).

Draws the faces of 1400 seeds with MobileStyleGAN, labels them with the resident analyser (LABELS.npz is gone on with
when it is there), fits one direction per attribute by ridge, chooses the rows of w+ on six faces, looks at what each
does on sixteen others, and keeps those that are good enough. Needs `facewright models get mobilestylegan`, whose
weights are for research; what is kept here are 512 numbers for each attribute, no part of the network.
"""

import argparse
from pathlib import Path

import numpy as np

from engine.attributes.directions import SHIPPED, Direction, Directions, read_directions, write_directions
from engine.attributes.edit import Move, draw_moved
from engine.attributes.effect import FIRST_SEED, best_rows, spreads, with_effect
from engine.attributes.fit import Recipe, apart, fit_directions
from engine.attributes.label_set import LabelSet
from engine.attributes.labelling import label_seeds
from engine.attributes.measures import ATTRIBUTES
from engine.attributes.report import draw_report, seen_matrix
from engine.commands.output import finish
from engine.contact_sheet import contact_sheet
from engine.generator.generator import Generator
from engine.generator.load import load_from_store
from engine.generator.sample import sample_latents
from engine.jobs import Job
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.writing import write_picture

SEEDS, TRUNCATION = 1400, 0.8
LEAST_AUC, LEAST_R = 0.85, 0.6
"""On faces held out; a direction below either is not kept."""
LEAST_EFFECT, LEAST_AGREEING = 0.3, 0.85
"""On drawn faces: standard deviations for one sigma, and the share of faces that go the right way."""
NOT_OF_THE_FACE = ("background-light",)
SHAPES = ("face-width", "jaw-width", "mouth-width", "lips-full", "nose-width", "nose-length", "eye-size")
EXPRESSIONS = ("smile", "mouth-open", "eyes-open", "brows-up", "brows-down", "squint", "pucker", "yaw", "pitch")
"""Shapes are fitted apart from these: without that, the direction of a wide nose is a smile."""
FOR_ROWS = range(FIRST_SEED, FIRST_SEED + 6)
FOR_EFFECT = range(FIRST_SEED + 100, FIRST_SEED + 116)
STRIP_SEED, STRIP_STRENGTHS, STRIP_SIDE = 32, (-2.0, -1.0, 0.0, 1.0, 2.0), 112
STRIP_NAMES = ("smile", "mouth-open", "eyes-open", "brows-up", "yaw", "pitch", "skin-light", "hair-light")
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("--pictures-only", action="store_true", help="draw the pictures of what is there")
    options = parser.parse_args()
    generator = load_from_store(ModelStore())
    if not options.pictures_only:
        analyser = FaceAnalyser(ModelStore())
        labels = finish(label_seeds(generator, analyser, range(SEEDS), "numpy", TRUNCATION, options.labels))
        write_directions(SHIPPED, found(generator, analyser, labels))
    directions = read_directions(SHIPPED)
    names, matrix = seen_matrix(directions)
    report = draw_report(directions, names, matrix, "Standard deviations of each attribute for one sigma along each "
                                                    "direction, seen on sixteen drawn faces. Red: more. Blue: less.")
    write_picture(ROOT / "docs" / "pictures" / "attributes-matrix.png", report)
    write_picture(ROOT / "docs" / "pictures" / "attributes.jpg", strip(generator, directions))


def found(generator: Generator, analyser: FaceAnalyser, labels: LabelSet) -> Directions:
    """Fitted, looked at, and only the good ones."""
    names = [column.name for column in ATTRIBUTES if column.name not in NOT_OF_THE_FACE]
    fitted = finish(fit_directions(apart(labels, SHAPES, EXPRESSIONS), names, Recipe()))
    spread = spreads(labels)
    kept = []
    for direction in fitted.items:
        reason = poor_fit(direction)
        if not reason:
            direction = finish(looked_at(generator, analyser, direction, spread))
            reason = poor_effect(direction)
        said = f"{direction.name}: AUC {direction.score['auc']:.3f}, r {direction.score['r']:.2f}, rows " \
               f"{direction.rows}, effect {direction.effect:.2f}"
        print(f"{said}{f': left out, {reason}' if reason else ''}", flush=True)
        if not reason:
            kept.append(direction)
    about = (f"{len(labels.seeds)} seeds (numpy) at truncation {TRUNCATION}, ridge (shapes apart from expressions), "
             f"rows chosen on {len(FOR_ROWS)} faces, effect seen on {len(FOR_EFFECT)} others; "
             "scripts/make_directions.py")
    return Directions(tuple(kept), generator.name, generator.digest, about)


def poor_fit(direction: Direction) -> str:
    good = direction.score["auc"] >= LEAST_AUC and direction.score["r"] >= LEAST_R
    return "" if good else "poor on faces held out"


def poor_effect(direction: Direction) -> str:
    good = direction.effect >= LEAST_EFFECT and direction.score["agreeing"] >= LEAST_AGREEING
    return "" if good else "does not do what it says on drawn faces"


def looked_at(generator: Generator, analyser: FaceAnalyser, direction: Direction, spread: np.ndarray) -> Job[Direction]:
    """With its rows and its effect."""
    chosen = yield from best_rows(generator, analyser, direction, FOR_ROWS, spread, TRUNCATION)
    return (yield from with_effect(generator, analyser, chosen, FOR_EFFECT, spread, TRUNCATION))


def strip(generator: Generator, directions: Directions) -> np.ndarray:
    """One face along several directions."""
    face = sample_latents(generator, [STRIP_SEED], "numpy", 0.6)
    rows = []
    for name in (name for name in STRIP_NAMES if name in directions.names):
        pictures = [finish(draw_moved(generator, face, [Move(directions.named(name), strength)], STRIP_SIDE))[0]
                    for strength in STRIP_STRENGTHS]
        rows.append((name, pictures))
    return contact_sheet([f"{strength:+g}" if strength else "0" for strength in STRIP_STRENGTHS], rows)


if __name__ == "__main__":
    main()
