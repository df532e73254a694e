"""PocketSphinx's phone recogniser as a listener, where the package is installed: English, whole utterances."""

from importlib.util import find_spec

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.speech.closures import parted_before_the_end
from engine.speech.from_phonemes import track_of
from engine.speech.phonemes import in_order
from engine.speech.spectrum import RATE
from engine.speech.viseme_track import VisemeTrack
from engine.speech.visemes import visemes_of_arpabet

SOURCE = "PocketSphinx"
_ROW = 0.01
_AT_ONCE = 30.0
"""Seconds that are given at once: what it keeps of an utterance grows with it."""


def installed() -> bool:
    return find_spec("pocketsphinx") is not None


def track_of_sound(samples: np.ndarray) -> VisemeTrack:
    """samples (N,) float32 at RATE. EngineError where nothing is heard."""
    import pocketsphinx

    model = pocketsphinx.get_model_path
    decoder = pocketsphinx.Decoder(hmm=model("en-us/en-us"), allphone=model("en-us/en-us-phone.lm.bin"), lw=2.0,
                                   beam=1e-20, pbeam=1e-20, samprate=RATE, loglevel="FATAL")
    heard = []
    whole = (np.clip(samples, -1, 1) * 32767).astype("<i2")
    step = round(_AT_ONCE * RATE)
    for first in range(0, len(whole), step):
        decoder.start_utt()
        decoder.process_raw(whole[first:first + step].tobytes(), full_utt=True)
        decoder.end_utt()
        for one in decoder.seg() or ():
            heard.append((one.word, visemes_of_arpabet(one.word), first / RATE + one.start_frame * _ROW,
                          first / RATE + (one.end_frame + 1) * _ROW))
    if not any(visemes for _, visemes, _, _ in heard):
        raise EngineError(Text("PocketSphinx hears no speech"))
    return track_of(parted_before_the_end(in_order(heard, SOURCE)), len(samples) / RATE)
