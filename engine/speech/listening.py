"""A sound alone: who listens to it, the best first, and each says who it was."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.text import Text
from engine.media.sound_reader import Sound
from engine.speech import from_loudness, sphinx
from engine.speech.hearing import hearing
from engine.speech.spectrum import RATE
from engine.speech.viseme_track import VisemeTrack

_INAUDIBLE = 10 ** (-55 / 20)
"""Of the loudest a file can hold: a sound that never comes above it is silence."""


@dataclass(frozen=True)
class Listener:
    """id: to ask for it by; name: for people; ready: whether it can be used here; track: what it hears in samples (N,)
    at RATE; notes: what is to be known of it."""

    id: str
    name: str
    ready: Callable[[], bool]
    track: Callable[[np.ndarray], VisemeTrack]
    notes: tuple[Text, ...] = ()


LISTENERS = (
    Listener("pocketsphinx", sphinx.SOURCE, sphinx.installed, sphinx.track_of_sound,
             (Text("PocketSphinx, which listened, knows English only"),)),
    Listener("network", hearing.SOURCE, lambda: True, lambda samples: hearing.hear(samples, RATE),
             (Text("A network listened that was taught by speaking machines: of people it hears most p, b and m, not "
                   "all; give the text with the sound"),)),
    Listener("loudness", from_loudness.SOURCE, lambda: True, from_loudness.track_of_sound,
             (Text("Nobody who knows speech listened: the mouth follows how loud it is, and p, b and m are guessed; "
                   "give the text with the sound"),)),
)
"""The best first."""


@dataclass(frozen=True, eq=False)
class Listened:
    """What was heard, and what is to be known of that."""

    track: VisemeTrack
    notes: tuple[Text, ...]


def check_audible(sound: Sound, path: Path) -> None:
    """EngineError for silence."""
    if float(np.abs(sound.samples).max(initial=0.0)) < _INAUDIBLE:
        raise EngineError(Text("{0}: nothing is heard in it", path), Text("its sound is silence from end to end"))


def listen(sound: Sound, listener_id: str = "") -> Job[Listened]:
    """listener_id: whose ears, "" for the best there are. UsageError for one that there is not, EngineError for what
    is not heard."""
    chosen = next((one for one in LISTENERS if one.ready() and listener_id in ("", one.id)), None)
    if chosen is None:
        raise UsageError(Text("{0} cannot listen here", repr(listener_id)),
                         Text("there are: {0}", ", ".join(one.id for one in LISTENERS if one.ready())))
    listener = chosen
    track = yield from retold(on_thread(single(lambda: listener.track(sound.samples))),
                              lambda told: Progress(told.done, told.total, Text("listening to the sound")))
    return Listened(track, listener.notes)


def heard_rate() -> int:
    """Samples a second that listeners want."""
    return RATE
