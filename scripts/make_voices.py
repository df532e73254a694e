"""Have synthesizers say sentences, and keep what they say as bands and labels.

    python scripts/make_voices.py FOLDER [--voice NAME ...] [--share F]

Writes FOLDER/VOICE.npz for each voice of scripts/speech/voices.toml that is not there yet; F makes less of each (0.1 is
a tenth). Needs Debian's flite, festival, espeak-ng, the voices' packages, fortunes (also -de -es -it -cs -pl -ru -br)
and the word lists wfrench, wdutch and wswedish. Twenty minutes on one core.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
import numpy as np  # noqa: E402

from speech import espeak, festival, flite  # noqa: E402
from speech.corpus import sentence, together  # noqa: E402
from speech.labels import Labels  # noqa: E402
from speech.spoken import Spoken  # noqa: E402
from speech.texts import sentences  # noqa: E402
from speech.voices import Voice, voices  # noqa: E402

STRETCHES = (0.86, 1.17)
"""How much slower or quicker every other sentence for training is played."""
_ROWS_A_MINUTE = 6000


def spoken(voice: Voice, pick: random.Random) -> Iterator[Spoken]:
    if voice.program == "espeak":
        return espeak.speak(voice, lambda language: sentences(language, voice.use, 1), pick)
    speak = {"flite": flite.speak, "festival": festival.speak}[voice.program]
    return speak(voice, sentences(voice.language, voice.use, sum(voice.name.encode())), pick)


def make(voice: Voice, path: Path, share: float) -> None:
    pick = random.Random(voice.name)
    said: list[tuple[np.ndarray, Labels]] = []
    rows = 0
    begun = time.process_time()
    for one in spoken(voice, pick):
        stretch = pick.uniform(*STRETCHES) if voice.use == "train" and len(said) % 2 else 1.0
        bands, truth = sentence(one, voice, stretch)
        if len(bands) < 50 or not truth.visemes.any():
            continue
        said.append((bands, truth))
        rows += len(bands)
        if rows >= voice.minutes * share * _ROWS_A_MINUTE:
            break
    corpus = together(said)
    corpus.write(path, {"voice": voice.name, "licence": voice.licence, "use": voice.use})
    print(f"{voice.name}: {len(said)} sentences, {rows / _ROWS_A_MINUTE:.1f} minutes, {corpus.shut.mean():.1%} shut, "
          f"{time.process_time() - begun:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--voice", nargs="+")
    parser.add_argument("--share", type=float, default=1.0)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for voice in voices():
        path = asked.folder / f"{voice.name}.npz"
        if (not asked.voice or voice.name in asked.voice) and not path.exists():
            make(voice, path, asked.share)


if __name__ == "__main__":
    main()
