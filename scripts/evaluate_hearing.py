"""Test the network that hears visemes on voices it was not trained on, on bad lines, and on real people.

    python scripts/evaluate_hearing.py NET.safetensors [--voices FOLDER] [--people FOLDER ...] [--threshold 0.5]
        [--pace]

NET is resources/speech/hearing.safetensors or what scripts/train_hearing.py writes. With --voices every voice for
testing that scripts/make_voices.py made is tested, the English ones also by telephone and in noise; with --people every
recording of scripts/speech/people.toml that lies anywhere in the folders. Prints tables in Markdown. --pace tells how
much of a processor hearing takes, live and as a whole.
"""

import argparse
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
import numpy as np  # noqa: E402

from engine.speech.hearing.ear import Ear  # noqa: E402
from engine.speech.hearing.mel import BANDS, FLOOR, MIDDLE, SPREAD, scaled  # noqa: E402
from engine.speech.hearing.network import NetworkStream  # noqa: E402
from engine.speech.hearing.weights import read_weights  # noqa: E402
from speech.corpus import Corpus, heard  # noqa: E402
from speech.recordings import read_recording  # noqa: E402
from speech.scores import Scores, answers_of, closures, found  # noqa: E402
from speech.voices import voices  # noqa: E402

TELEPHONE = (300.0, 3400.0)


def by_telephone(bands: np.ndarray) -> np.ndarray:
    """Nothing below 300 and above 3400 Hz."""
    mel = np.linspace(0, 2595 * np.log10(1 + 8000 / 700), BANDS)
    frequencies = 700 * (10 ** (mel / 2595) - 1)
    passed = (frequencies > TELEPHONE[0]) & (frequencies < TELEPHONE[1])
    return scaled(np.exp(bands.astype(np.float32) * SPREAD + MIDDLE) * passed)


def in_noise(bands: np.ndarray, decibels: float) -> np.ndarray:
    """With hiss that much weaker than the voice is in the middle."""
    power = np.exp(bands.astype(np.float32) * SPREAD + MIDDLE) - FLOOR
    hiss = np.random.default_rng(0).exponential(1, power.shape) * np.linspace(2, 0.1, BANDS)
    return scaled((power + hiss / hiss.mean() * power.mean() * 10 ** (-decibels / 10)).clip(0))


def _row(name: str, scores: Scores, minutes: float) -> str:
    return (f"| {name} | {minutes:.1f} | {scores.visemes:.2f} / {scores.groups:.2f} | {scores.recall:.2f} / "
            f"{scores.precision:.2f} of {scores.closures} | {scores.voiced:.2f} |")


def test_voices(weights: dict[str, np.ndarray], folder: Path, threshold: float) -> None:
    print("| voice | minutes | 15 visemes / 6 shapes | closures: recall / precision | voice |\n|---|---|---|---|---|")
    for voice in voices():
        path = folder / f"{voice.name}.npz"
        if voice.use != "test" or not path.exists():
            continue
        corpus = Corpus.read(path)
        bands = corpus.bands.astype(np.float32)
        changed = {"": bands}
        if voice.language.startswith("en"):
            changed |= {", telephone": by_telephone(bands), ", noise at 10 dB": in_noise(bands, 10),
                        ", noise at 20 dB": in_noise(bands, 20)}
        for how, rows in changed.items():
            scores = Scores.of(corpus, answers_of(NetworkStream(weights), rows), threshold)
            print(_row(f"{voice.name} ({voice.speaker}; {voice.language}){how}", scores, len(bands) / 6000), flush=True)


def test_people(weights: dict[str, np.ndarray], folders: Sequence[Path], threshold: float) -> None:
    listed = tomllib.loads((Path(__file__).parent / "speech" / "people.toml").read_text(encoding="utf-8"))["recording"]
    print("\n| people | seconds | closures | found | told | of them right |\n|---|---|---|---|---|---|")
    sums: dict[str, np.ndarray] = {}
    for entry in listed:
        path = next((path for folder in folders for path in sorted(folder.rglob(entry["name"]))), None)
        if path is None:
            continue
        bands = heard(*read_recording(path))
        wanted = np.zeros(len(bands), bool)
        for start, end in entry["shut"]:
            wanted[round(start * 100):round(end * 100)] = True
        told = closures(answers_of(NetworkStream(weights), bands), threshold)
        key = f"{entry['speaker']} ({entry['package'].split()[0]})"
        sums[key] = sums.get(key, np.zeros(5)) + np.array([len(bands) / 100, *counts(wanted, told)])
    for key, figures in [*sums.items(), ("together", np.sum(list(sums.values()), 0))]:
        seconds, count, hit, told_count, right = figures
        print(f"| {key} | {seconds:.0f} | {count:.0f} | {hit:.0f} ({hit / max(1, count):.2f}) | {told_count:.0f} | "
              f"{right:.0f} ({right / max(1, told_count):.2f}) |")


def counts(wanted: np.ndarray, told: np.ndarray) -> tuple[int, int, int, int]:
    """Stretches wanted, of them found; stretches told, of them right."""
    hit, all_wanted = found(wanted, told)
    right, all_told = found(told, wanted)
    return all_wanted, hit, all_told, right


def tell_pace(weights: dict[str, np.ndarray]) -> None:
    """Seconds of a processor for a second of sound at 44100 samples."""
    rate, seconds = 44100, 20
    sound = np.random.default_rng(0).normal(0, 0.1, rate * seconds).astype(np.float32)
    print("\n| heard in pieces of | lag of a row | processor time a second |\n|---|---|---|")
    for milliseconds in (10, 20, 40, 4000):
        piece = rate * milliseconds // 1000
        ear = Ear(rate, weights)
        begun = time.process_time()
        for start in range(0, len(sound), piece):
            ear.hear(sound[start:start + piece])
        print(f"| {milliseconds} ms | {1000 * ear.lag:.1f} ms | {(time.process_time() - begun) / seconds:.4f} s |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("net", type=Path)
    parser.add_argument("--voices", type=Path)
    parser.add_argument("--people", type=Path, nargs="+")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--pace", action="store_true")
    asked = parser.parse_args()
    weights = read_weights(asked.net)
    if asked.voices:
        test_voices(weights, asked.voices, asked.threshold)
    if asked.people:
        test_people(weights, asked.people, asked.threshold)
    if asked.pace:
        tell_pace(weights)


if __name__ == "__main__":
    main()
