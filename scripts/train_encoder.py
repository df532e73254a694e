"""Train the first guess of inversions: resources/generator/encoder-mobilestylegan.npz.

    python scripts/train_encoder.py FACES.npz [--faces N]

Draws the faces of N seeds (2000, a third of a processor second each) with MobileStyleGAN, which must be installed, as
must lpips-alex and face-landmarker; keeps what is seen on them in FACES.npz, gone on with when it is there; fits a
ridge regression of low rank to nine tenths of them and tells how well it does on the others.
"""

import argparse
import json
from pathlib import Path

import numpy as np

import engine  # noqa: F401 - first: it sets what numpy reads when it loads

# isort: split
from engine.base.arrays_file import read_arrays, write_arrays
from engine.generator.inversion.encoder import FILE, FORMAT, SIDE, encoder_of, features
from engine.generator.inversion.networks import InversionNetworks
from engine.generator.space import latents
from engine.models.store import ModelStore
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser

FIRST_SEED = 1_000_000
"""numpy's seeds from here on: nobody labels, shows or tests with those."""
TRUNCATIONS = (0.7, 0.85, 1.0)
"""By turns: photos are of the usual and of the less usual."""
SAVE_EVERY = 250
RANK = 96
PENALTIES = (1e3, 3e3, 1e4, 3e4, 1e5)


def look(networks: InversionNetworks, analyser: FaceAnalyser, seed: int) -> tuple[np.ndarray, np.ndarray] | None:
    """(features, w) of a seed's face; None when nothing is seen on it."""
    import torch

    generator = networks.generator
    with torch.inference_mode():
        w = generator.mapping(torch.from_numpy(latents([seed], "numpy", generator.space.z)).to(generator.device))
        rows = generator.spread(w, TRUNCATIONS[seed % len(TRUNCATIONS)])
        picture = generator.synthesis(rows, SIDE)[0].clamp(-1, 1).permute(1, 2, 0).contiguous().cpu().numpy()
    faces = analyser.faces(np.rint((picture + 1) * 127.5).astype(np.uint8))
    if not faces:
        return None
    seen = features(networks.perceptual, picture, faces[0].landmarks[:, :2] / SIDE, faces[0].blendshapes)
    return seen, rows[0, 0].cpu().numpy()


def collect(path: Path, count: int) -> tuple[np.ndarray, np.ndarray, str]:
    """(n, features) float16, (n, width) float32, and the generator's digest."""
    store = ModelStore()
    networks, analyser = InversionNetworks(Zoo(store)), FaceAnalyser(store)
    digest = networks.generator.digest
    seen: list[np.ndarray] = []
    codes: list[np.ndarray] = []
    begun = 0
    if path.exists():
        arrays, facts = read_arrays(path)
        if facts["digest"] != digest:
            raise SystemExit(f"{path}: of another generator")
        seen, codes, begun = list(arrays["features"]), list(arrays["w"]), facts["tried"]
    for tried in range(begun, count):
        found = look(networks, analyser, FIRST_SEED + tried)
        if found is not None:
            seen.append(found[0].astype(np.float16))
            codes.append(found[1])
        if (tried + 1) % SAVE_EVERY == 0 or tried + 1 == count:
            write_arrays(path, {"features": np.stack(seen), "w": np.stack(codes)},
                         {"digest": digest, "tried": tried + 1})
            print(f"{tried + 1} of {count} faces", flush=True)
    return np.stack(seen), np.stack(codes), digest


def fit(seen: np.ndarray, codes: np.ndarray, penalty: float, rank: int = RANK) -> dict[str, np.ndarray]:
    """The encoder's arrays as they are kept. Ridge in its dual form (fewer faces than features), then the directions
    of w that it tells apart best (reduced rank regression), the basis in 8 bits."""
    centre = seen.mean(0, dtype=np.float32).astype(np.float16).astype(np.float32)
    spread = np.maximum(seen.std(0, dtype=np.float32), 1e-3).astype(np.float16).astype(np.float32)
    x = np.clip((seen.astype(np.float32) - centre) / spread, -4, 4)
    bias = codes.mean(0)
    gram = (x @ x.T).astype(np.float64)
    dual = np.linalg.solve(gram + penalty * np.eye(len(x)), (codes - bias).astype(np.float64))
    told = gram @ dual  # what it says of the faces it was fitted to
    _, _, axes = np.linalg.svd(told, full_matrices=False)
    axes = axes[:rank]
    basis = x.T @ (dual @ axes.T).astype(np.float32)
    unit = np.abs(basis).max(0) / 127
    return {"centre": centre.astype(np.float16), "spread": spread.astype(np.float16),
            "basis": np.rint(basis / unit).astype(np.int8), "unit": unit.astype(np.float32),
            "out": axes.astype(np.float16), "bias": bias.astype(np.float32)}


def judged(arrays: dict[str, np.ndarray], seen: np.ndarray, codes: np.ndarray) -> dict[str, float]:
    """On faces it was not fitted to: the share of the variance of w that is told, and the cosine from the mean."""
    guessed = encoder_of(arrays).w(seen.astype(np.float32)) - arrays["bias"]
    wanted = codes - arrays["bias"]
    lengths = np.linalg.norm(guessed, axis=1) * np.linalg.norm(wanted, axis=1)
    cosines = (guessed * wanted).sum(1) / np.maximum(lengths, 1e-9)
    return {"r2": float(1 - ((guessed - wanted) ** 2).sum() / (wanted ** 2).sum()), "cosine": float(cosines.mean())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("faces", type=Path)
    parser.add_argument("--faces", dest="count", type=int, default=2000)
    options = parser.parse_args()
    seen, codes, digest = collect(options.faces, options.count)
    held = np.arange(len(codes)) % 10 == 0
    tried = {}
    for penalty in PENALTIES:
        tried[penalty] = judged(fit(seen[~held], codes[~held], penalty), seen[held], codes[held])
        print(f"penalty {penalty:g}: R2 {tried[penalty]['r2']:.3f}, cosine {tried[penalty]['cosine']:.3f}", flush=True)
    best = max(PENALTIES, key=lambda one: tried[one]["r2"])
    arrays = fit(seen[~held], codes[~held], best)
    facts = {"format": FORMAT, "digest": digest, "faces": int((~held).sum()), "held_out": int(held.sum()),
             "penalty": best, **{name: round(value, 4) for name, value in tried[best].items()}}
    FILE.parent.mkdir(parents=True, exist_ok=True)
    write_arrays(FILE, arrays, facts)
    print(f"{FILE}: {FILE.stat().st_size / 1e6:.2f} MB, {json.dumps(facts)}")


if __name__ == "__main__":
    main()
