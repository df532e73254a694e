"""festival says sentences: `utt.save.segs` writes every sound and when it ends."""

import random
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from speech.spoken import Spoken
from speech.voices import Voice
from speech.wave_file import read_wave

_AT_ONCE = 24
_PATIENCE = 300.0


def speak(voice: Voice, texts: Iterable[str], pick: random.Random) -> Iterator[Spoken]:
    """Each sentence at a tempo of its own; those that festival can't say are left out."""
    pending = iter(texts)
    while batch := list(islice(pending, _AT_ONCE)):
        with tempfile.TemporaryDirectory() as folder:
            lines = [f"(voice_{voice.name})"]
            for place, text in enumerate(batch):
                plain = text.encode(voice.encoding, "ignore").decode(voice.encoding)
                plain = plain.replace("\\", " ").replace('"', " ")
                lines += [f"(Parameter.set 'Duration_Stretch {pick.uniform(0.75, 1.25):.3f})",
                          f'(set! said (utt.synth (eval (list \'Utterance \'Text "{plain}"))))',
                          f'(utt.save.wave said "{folder}/{place}.wav" \'riff)',
                          f'(utt.save.segs said "{folder}/{place}.lab")']
            script = Path(folder) / "say.scm"
            script.write_bytes("\n".join(lines).encode(voice.encoding))
            subprocess.run(["festival", "-b", str(script)], capture_output=True, timeout=_PATIENCE)
            for place in range(len(batch)):  # it stops at the first that it can't say
                labels = Path(folder) / f"{place}.lab"
                if labels.exists():
                    sound, rate = read_wave(labels.with_suffix(".wav"))
                    rows = [line.split() for line in labels.read_text("latin-1").splitlines() if line[:1] != "#"]
                    yield Spoken(sound, rate, tuple((float(row[0]), row[2]) for row in rows if len(row) == 3))
