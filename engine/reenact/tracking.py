"""Faces looked for in every frame of a stretch of a video: what one worker does."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.media.losses import Losses
from engine.media.video_reader import VideoFacts, read_frames
from engine.photo.identity import IdentityNetwork
from engine.photo.landmarker import Landmarker
from engine.reenact.sightings import COLUMNS, MOST_FACES, comes, face_of, measured

LONGEST_SIDE = 1280
"""Pixels at which a frame is looked at; the face detector sees less than that anyway."""

Stretch = tuple[int | None, int | None]
"""From, up to: units of the video's time base; None is as far as it goes."""


@dataclass(frozen=True, eq=False)
class Tracked:
    """pts (T,) int64; rows (T, F, 61) float32 as `engine.reenact.sightings.measured`, nan for no face.
    seconds: of the processor, for decoding and for looking. losses: what of the stretch was not seen. known: whose
    faces they are, by frame's place and face's place, where they come."""

    pts: np.ndarray
    rows: np.ndarray
    seconds: tuple[float, float]
    losses: Losses
    known: dict[tuple[int, int], np.ndarray]


@dataclass(frozen=True)
class TrackingSetting:
    """What a worker needs. model: the landmarker's; it knows nothing of the frame before: by itself it would smooth,
    late. identity: the files of the network that tells faces apart, None where they are not on this machine."""

    model: Path
    video: Path
    facts: VideoFacts
    identity: tuple[Path, Path] | None = None

    def __call__(self) -> Callable[[Stretch], Tracked]:
        landmarker = Landmarker(self.model, MOST_FACES)
        network = None if self.identity is None else IdentityNetwork(*self.identity)
        return lambda stretch: self._track(landmarker, network, stretch)

    def _track(self, landmarker: Landmarker, network: IdentityNetwork | None, stretch: Stretch) -> Tracked:
        times: list[int] = []
        rows: list[np.ndarray] = []
        known: dict[tuple[int, int], np.ndarray] = {}
        before = np.zeros((0, COLUMNS), np.float32)
        decoding = looking = 0.0
        losses = Losses()
        begun = time.process_time()
        for frame in read_frames(self.video, self.facts, *stretch, longest=LONGEST_SIDE, losses=losses):
            decoded = time.process_time()
            found = np.full((MOST_FACES, COLUMNS), np.nan, np.float32)
            for place, seen in enumerate(landmarker.detect(frame.pixels)[:MOST_FACES]):
                found[place] = measured(seen)
                if network is not None and comes(found[place], before):
                    known[len(rows), place] = network.vector(frame.pixels, face_of(seen))
            before = found
            times.append(frame.pts)
            rows.append(found)
            decoding += decoded - begun
            begun = time.process_time()
            looking += begun - decoded
        table = np.stack(rows) if rows else np.zeros((0, MOST_FACES, COLUMNS), np.float32)
        return Tracked(np.array(times, np.int64), table, (decoding, looking), losses, known)
