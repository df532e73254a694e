"""A driver's motion as a take for the timeline: by the controls of a face, counted from the driver's rest."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.jobs import Job, on_thread, single
from engine.media.joining import SoundCut
from engine.models.store import ModelStore
from engine.motion.take import HIGHEST_RATE, Take
from engine.motion.take_file import RECORDINGS
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.photo.identity import identity_files
from engine.reenact.drivers.driver import Drive
from engine.reenact.drivers.recording_driver import RecordingDriver
from engine.reenact.drivers.video_driver import VideoDriver
from engine.reenact.manner import DriveManner
from engine.reenact.performance import performance_of

_MOST_PROCESSES = 8
HEAD = ("head.yaw", "head.pitch", "head.roll")
"""Ids of the controls that turn the head, degrees."""


@dataclass(frozen=True, eq=False)
class LoadedTake:
    """take: its channels are controls: the 52 shapes, and the head's angles in degrees, each away from rest. sound:
    what is heard beside it, None for nothing."""

    take: Take
    sound: SoundCut | None


class FaceTakes:
    """Loads takes; store: where the networks are found that follow a face in videos and tell it from others."""

    def __init__(self, store: ModelStore) -> None:
        self._store = store

    def load(self, path: Path) -> Job[LoadedTake]:
        """Read a recording, or look at a video, with several processes.

        What was measured is smoothed without lag, lids reach as far as the driver's do, and where the face is lost for
        long it comes to rest. EngineError for what holds no motion of a face.
        """
        from engine.process.pool import Pool

        workers = Pool(min(os.cpu_count() or 1, _MOST_PROCESSES))
        if path.suffix.lower() in RECORDINGS:
            drive = yield from on_thread(RecordingDriver(path).drive(workers))
        else:
            model = self._store.path("face-landmarker", "face_landmarker.task")
            drive = yield from VideoDriver(path, model, identity=identity_files(self._store)).drive(workers)
        return (yield from on_thread(single(lambda: loaded(drive, path.name))))


def loaded(drive: Drive, name: str) -> LoadedTake:
    """A driver's motion by the controls of a face. name: of the file, for people."""
    performance = performance_of(drive.take, drive.clock, DriveManner(), bool(drive.faces), drive.from_rest)
    times = drive.clock.times
    tracks = (Track(ARKIT_52, times, np.clip(performance.weights, -1, 1)), Track(HEAD, times, performance.head))
    rate = min(max(float(drive.clock.rate), 0.001), HIGHEST_RATE)
    return LoadedTake(Take(tracks, rate, name[:1000], drive.take.gaps), drive.sound)
