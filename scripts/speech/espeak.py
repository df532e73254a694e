"""espeak-ng says sentences in many languages and variants, in a process of its own."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from speech.spoken import Spoken
from speech.voices import Voice, variants

_PAUSE = {"": "_"}


def speak(voice: Voice, texts: Callable[[str], Iterator[str]], pick: random.Random) -> Iterator[Spoken]:
    """Sentences in the voice's languages by turns, for ever; each in a variant, tempo and pitch of its own."""
    pools = {language: texts(language) for language in voice.languages}
    child = subprocess.Popen([sys.executable, str(Path(__file__).with_name("espeak_child.py"))],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdin is not None and child.stdout is not None
    try:
        while True:
            for language, pool in pools.items():
                asked = {"voice": f"{language}+{pick.choice(variants(voice.variants))}", "text": next(pool),
                         "rate": pick.randint(125, 235), "pitch": pick.randint(25, 75)}
                child.stdin.write(json.dumps(asked).encode() + b"\n")
                child.stdin.flush()
                answer = json.loads(child.stdout.readline())
                sound = np.frombuffer(child.stdout.read(2 * answer["samples"]), "<i2").astype(np.float32) / 32768
                if not answer["phones"]:
                    continue
                begins = [sample / answer["rate"] for sample, _ in answer["phones"]]
                ends = [*begins, len(sound) / answer["rate"]]
                names = ["_", *(_PAUSE.get(name, name) for _, name in answer["phones"])]
                yield Spoken(sound, answer["rate"], tuple(zip(ends, names, strict=True)))
    finally:
        child.stdin.close()
        child.wait()
