"""Train the network that hears visemes.

    python scripts/train_hearing.py FOLDER OUT.safetensors [--minutes 40] [--batch 16] [--width 128] [--threads 1]

FOLDER is what scripts/make_voices.py made; voices that come while it trains are taken in. OUT is written every two
minutes and at the end; the rate of learning falls to nothing in `--minutes`, whatever the machine is busy with. A curve
is printed: loss, and how many rows and closures are right of the voice `rms`, which is held out.
"""

import argparse
import math
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
import numpy as np  # noqa: E402
import torch  # noqa: E402
from safetensors.numpy import save_file  # noqa: E402

from engine.speech.hearing.network import DELAY, OUTPUTS, PAIR, NetworkStream  # noqa: E402
from engine.speech.visemes import SIL, VISEMES  # noqa: E402
from speech.augment import augmented  # noqa: E402
from speech.corpus import Corpus  # noqa: E402
from speech.network import HearingNetwork, delayed  # noqa: E402
from speech.scores import Scores, answers_of  # noqa: E402
from speech.voices import voices  # noqa: E402

ROWS = 256
"""Of a piece that is learned from."""
BY_RULE = 0.35
"""The share of pieces that are espeak-ng's."""
SEED = 0
FASTEST, SLOWEST = 2.5e-3, 1e-5
"""How far a step goes: at the beginning, after so many steps, and at the end."""
WARM_UP = 100
STEEPEST = 2.0
SMOOTHING = 0.05
SHUT_WEIGHT, VOICED_WEIGHT = 1.0, 0.2
RARE = 2.0
"""How much more a shut row counts than another."""
SHUT_LEVEL = 0.56
"""Set once by the held-out voices rms and formants-en, between missed closures and those that are none."""
SAVE_EVERY = 120.0
HELD = "rms"
"""The voice that is tested on while training goes on."""


class Pieces:
    """Random pieces of what voices said, as many minutes of each as it has."""

    def __init__(self, folder: Path, seed: int) -> None:
        chosen = [voice for voice in voices() if voice.use == "train" and (folder / f"{voice.name}.npz").exists()]
        self._corpora = [Corpus.read(folder / f"{voice.name}.npz") for voice in chosen]
        lengths = np.array([len(corpus.bands) for corpus in self._corpora], float)
        by_rule = np.array([voice.program == "espeak" for voice in chosen])
        self._shares = np.where(by_rule, BY_RULE, 1 - BY_RULE) * lengths / np.where(
            by_rule, lengths[by_rule].sum(), lengths[~by_rule].sum())
        self._shares /= self._shares.sum()
        self._pick = np.random.default_rng(seed)
        print(", ".join(f"{voice.name} {length / 6000:.0f} min {share:.2f}" for voice, length, share in zip(
            chosen, lengths, self._shares, strict=True)), flush=True)

    def weights(self) -> np.ndarray:
        """Of the visemes: what is rare counts more."""
        counts = sum(share * np.bincount(corpus.visemes, minlength=len(VISEMES)) / len(corpus.visemes)
                     for share, corpus in zip(self._shares, self._corpora, strict=True))
        weights = np.asarray(counts).clip(1e-3) ** -0.4
        return weights / (weights * counts).sum()

    def batch(self, count: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """(B, ROWS, BANDS) float32, (B, ROWS) int64, (B, ROWS) float32 twice."""
        cuts = []
        for place in self._pick.choice(len(self._corpora), count, p=self._shares):
            corpus = self._corpora[place]
            start = int(self._pick.integers(len(corpus.bands) - ROWS))
            cuts.append([array[start:start + ROWS] for array in (
                corpus.bands, corpus.visemes, corpus.shut, corpus.voiced)])
        bands, visemes, shut, voiced = (np.stack(arrays) for arrays in zip(*cuts, strict=True))
        return (torch.from_numpy(bands.astype(np.float32)), torch.from_numpy(visemes.astype(np.int64)),
                torch.from_numpy(shut.astype(np.float32)), torch.from_numpy(voiced.astype(np.float32)))


def loss_of(out: torch.Tensor, visemes: torch.Tensor, shut: torch.Tensor, voiced: torch.Tensor,
            weights: torch.Tensor) -> torch.Tensor:
    """out: (B, K, PAIR, OUTPUTS). The rows that begin a piece, of which nothing before is heard, count too."""
    told = out[:, DELAY:]
    functional = torch.nn.functional
    share = functional.cross_entropy(told[..., :-2].flatten(0, 2), delayed(visemes).flatten(), weights,
                                     label_smoothing=SMOOTHING)
    closed = functional.binary_cross_entropy_with_logits(told[..., -2], delayed(shut),
                                                         pos_weight=torch.tensor(RARE))
    sounding = functional.binary_cross_entropy_with_logits(told[..., -1], delayed(voiced))
    return share + SHUT_WEIGHT * closed + VOICED_WEIGHT * sounding


def train(folder: Path, out: Path, minutes: float = 0.0, steps: int = 0, batch: int = 16, width: int = 128) -> None:
    """For so many minutes, or steps where `steps` is given."""
    torch.manual_seed(SEED)
    pick = torch.Generator().manual_seed(SEED)
    pieces = Pieces(folder, SEED)
    weights = torch.from_numpy(pieces.weights().astype(np.float32))
    network = HearingNetwork(width)
    print(f"{sum(parameter.numel() for parameter in network.parameters())} weights", flush=True)
    optimizer = torch.optim.AdamW(network.parameters(), FASTEST, weight_decay=0.01)
    begun = saved = time.monotonic()
    losses: list[float] = []
    while True:
        done = len(losses) / steps if steps else (time.monotonic() - begun) / (minutes * 60)
        if done >= 1:
            break
        slope = min(1.0, (len(losses) + 1) / WARM_UP) * 0.5 * (1 + math.cos(math.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = FASTEST * slope + SLOWEST
        bands, visemes, shut, voiced = pieces.batch(batch)
        bands, silent = augmented(bands, pick)
        visemes[silent], shut[silent], voiced[silent] = SIL, 0, 0
        with torch.autocast("cpu", torch.bfloat16):  # twice as quick on processors that have it
            answers = network(bands.transpose(1, 2))
        loss = loss_of(answers.float(), visemes, shut, voiced, weights)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), STEEPEST)
        optimizer.step()
        losses.append(float(loss.detach()))
        if time.monotonic() - saved > SAVE_EVERY:
            saved = time.monotonic()
            print(f"{(saved - begun) / 60:.1f} min, {len(losses)} steps, loss {np.mean(losses[-200:]):.3f}"
                  + _scores(save(network, out), folder), flush=True)
            pieces = Pieces(folder, SEED + len(losses))
    save(network, out)


def _scores(arrays: dict[str, np.ndarray], folder: Path) -> str:
    """Of the voice that is held out, where it was made."""
    path = folder / f"{HELD}.npz"
    if not path.exists():
        return ""
    corpus = Corpus.read(path)
    return f", {HELD} {Scores.of(corpus, answers_of(NetworkStream(arrays), corpus.bands)).line}"


def save(network: HearingNetwork, out: Path) -> dict[str, np.ndarray]:
    """Write the weights; lips are told to be shut by a half or more where the network says SHUT_LEVEL or more."""
    arrays = network.arrays()
    arrays["last.bias"].reshape(PAIR, OUTPUTS)[:, -2] -= np.float16(math.log(SHUT_LEVEL / (1 - SHUT_LEVEL)))
    save_file(arrays, str(out))
    return arrays


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--threads", type=int, default=1)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    train(asked.folder, asked.out, asked.minutes, 0, asked.batch, asked.width)


if __name__ == "__main__":
    main()
