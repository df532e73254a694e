"""Find resources/expression/latent.npz again: ``make_expression_directions.py LABELS.npz`` (seven minutes of one core).

LABELS.npz is what `facewright attributes label` writes for MobileStyleGAN: faces with their 52 blendshapes (1400 were
used). By ridge from w to every measure of engine/expression/latent a direction is found, of the length that is one
standard deviation of drawn faces. Then each direction is moved a little in each group of rows on a few other faces;
what that does to all measures is kept for each of them, and what it does to dlib's identity as a mean. Needs
`facewright models get mobilestylegan`, whose weights are for research; what is kept here are 512 numbers for each
measure, no part of the network.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.attributes.labels.label_set import LabelSet, read_labels
from engine.expression.latent.basis import GROUPS, SHIPPED, Basis, write_basis
from engine.expression.latent.measures import LOGITS, NAMES, logits
from engine.expression.latent.probe import Probe, Seen
from engine.generator.generator import Generator
from engine.generator.load import load_from_store
from engine.generator.sample import sample_latents
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.arkit import ARKIT_52

PENALTY = 1000.0
"""For ridge with w in units of its spread; from 100 to 1000 the correlation on faces held out hardly falls, and the
larger one keeps directions where faces are."""
HELD_OUT = 0.2
FIRST_SEED, FACES, TRUNCATION = 2_000_000, 10, 0.8
"""Faces on which the moves are tried: far from labelled ones and from those the tables in docs/latent.md are from."""
MOST_TURNED = 25.0
"""Degrees; faces turned farther are passed over: what lies behind a cheek is not measured well."""
STEP = 1.2
"""Standard deviations of a trial move: well above the measures' noise."""
OF_LABELS = {"yaw": "yaw", "pitch": "pitch", "eyesOpen": "eyes-open", "mouthOpen": "mouth-open",
             "mouthWidth": "mouth-width", "faceWidth": "face-width"}
"""Measures that are columns of the labels, by the same rule."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("--output", type=Path, default=SHIPPED)
    options = parser.parse_args()
    labels = read_labels(options.labels)
    generator, analyser = load_from_store(ModelStore()), FaceAnalyser(ModelStore())
    if labels.digest != generator.digest or labels.w is None:
        parser.error("these labels are another generator's")
    scores, directions = fitted(labels)
    n = len(NAMES) * len(GROUPS)
    low, high = np.quantile(scores, [0.01, 0.99], axis=0)
    basis = Basis(generator.digest, directions, scores.mean(0), scores.std(0), low, high,
                  np.zeros((1, len(NAMES), n)), np.zeros((1, len(NAMES))), np.zeros((n, n)))
    jacobians, faces, identity = tried(generator, analyser, basis)
    basis = replace(basis, jacobians=jacobians, faces=faces, identity=identity)
    write_basis(options.output, basis, f"{len(scores)} labelled faces, ridge with penalty {PENALTY:g}; moves tried on "
                                       f"{FACES} faces; scripts/make_expression_directions.py")


def fitted(labels: LabelSet) -> tuple[np.ndarray, np.ndarray]:
    """Measures (faces, k), and directions (k, width) float32 of one standard deviation of the faces as drawn."""
    shapes = np.stack([labels.column(name) for name in ARKIT_52], 1)
    measures = logits(shapes)
    columns = dict(zip((*LOGITS, "gazeSideways", "gazeUp"), measures.T, strict=True))
    scores = np.stack([columns[name] if name in columns else labels.column(OF_LABELS[name]) for name in NAMES], 1)
    known = np.isfinite(scores).all(1)
    assert labels.w is not None
    scores, w = scores[known].astype(np.float64), labels.w[known].astype(np.float64)
    x = (w - w.mean(0)) / w.std()
    order = np.random.RandomState(0).permutation(len(x))
    held, used = np.split(order, [round(len(x) * HELD_OUT)])
    guess = x[held] @ ridge(x[used], scores[used])
    for place, name in enumerate(NAMES):
        print(f"{name:16s} r {np.corrcoef(guess[:, place], scores[held, place])[0, 1]:.2f} on {len(held)} held out")
    weights = ridge(x, scores)
    units = weights / np.linalg.norm(weights, axis=0)
    return scores, (units * (labels.truncation * (w @ units).std(0))).T.astype(np.float32)


def ridge(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights (width, k)."""
    x, y = x - x.mean(0), y - y.mean(0)
    return np.linalg.solve(x.T @ x + PENALTY * np.eye(x.shape[1]), x.T @ y)


def tried(generator: Generator, analyser: FaceAnalyser, basis: Basis) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Jacobians (f, k, n) and measures (f, k) of some faces, and the mean identity metric (n, n)."""
    import torch

    probe = Probe(lambda: generator, lambda: analyser)
    jacobians: list[np.ndarray] = []
    faces, metrics, seed = [], [], FIRST_SEED
    while len(jacobians) < FACES:
        w = torch.from_numpy(sample_latents(generator, [seed], "numpy", TRUNCATION).w)
        with torch.inference_mode():
            code = generator.spread(w, TRUNCATION)[0].numpy()
        base = probe.measure(code)
        if base is not None and abs(base.face.yaw) < MOST_TURNED:
            jacobian, identity = jacobian_of(probe, basis, code, base)
            jacobians.append(jacobian)
            metrics.append(identity.T @ identity)
            faces.append(basis.standard(base.measures))
            print(f"moves tried on seed {seed}", flush=True)
        seed += 1
    return np.array(jacobians), np.array(faces), np.mean(metrics, 0)


def jacobian_of(probe: Probe, basis: Basis, code: np.ndarray, base: Seen) -> tuple[np.ndarray, np.ndarray]:
    """By one-sided differences on one face: measures (k, n), and dlib's numbers (128, n); a lost face leaves zeros."""
    own = probe.identity(base)
    jacobian, identity = np.zeros((len(NAMES), basis.moves)), np.zeros((len(own), basis.moves))
    for place in range(basis.moves):
        move = np.zeros(basis.moves)
        move[place] = STEP
        seen = probe.measure(basis.moved(code, move), base.face)
        if seen is not None:
            jacobian[:, place] = (seen.measures - base.measures) / basis.spread / STEP
            identity[:, place] = (probe.identity(seen) - own) / STEP
    return jacobian, identity


if __name__ == "__main__":
    main()
