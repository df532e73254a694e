"""flite says a sentence: `-psdur` prints every sound and when it ends."""

import random
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from speech.spoken import Spoken
from speech.voices import Voice
from speech.wave_file import read_wave

_PATIENCE = 60.0


def speak(voice: Voice, texts: Iterable[str], pick: random.Random) -> Iterator[Spoken]:
    """Each sentence at a tempo and pitch of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        for text in texts:
            said = subprocess.run(
                ["flite", "-psdur", "-voice", voice.name, "--setf", f"duration_stretch={pick.uniform(0.75, 1.25):.3f}",
                 "--setf", f"f0_shift={pick.uniform(0.8, 1.3):.3f}", "-t", text, "-o", str(path)],
                capture_output=True, text=True, timeout=_PATIENCE)
            if said.returncode:
                raise RuntimeError(f"flite: {said.stderr.strip()[-200:]}")
            sound, rate = read_wave(path)
            phones = [entry.rsplit(":", 1) for entry in said.stdout.split()]
            yield Spoken(sound, rate, tuple((float(end), name) for name, end in phones))
