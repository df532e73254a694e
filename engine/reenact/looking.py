"""A film looked at again, as its driver was: how near the portrait came to it, whether it is still the same person."""

from pathlib import Path
from typing import Any

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.media.video_reader import read_facts, read_frames
from engine.motion.smoothing import jitter
from engine.motion.track import Track
from engine.photo.analyser import FaceAnalyser
from engine.photo.arkit import ARKIT_52
from engine.photo.landmarker import Landmarker
from engine.reenact.drivers.driver import Drive
from engine.reenact.performance import Performance
from engine.reenact.portrait import Portrait
from engine.reenact.sightings import COLUMNS, Followed, follow, measured
from engine.reenact.tracking import LONGEST_SIDE

IDENTITY_EVERY = 10
"""Frames from one look at whose face it is to the next."""
GROUPS = {"jawOpen": ("jawOpen",), "smile": ("mouthSmileLeft", "mouthSmileRight"),
          "blink": ("eyeBlinkLeft", "eyeBlinkRight"), "browDown": ("browDownLeft", "browDownRight"),
          "browInnerUp": ("browInnerUp",), "browOuterUp": ("browOuterUpLeft", "browOuterUpRight"),
          "lookDown": ("eyeLookDownLeft", "eyeLookDownRight"), "pucker": ("mouthPucker",), "funnel": ("mouthFunnel",),
          "upperUp": ("mouthUpperUpLeft", "mouthUpperUpRight")}
"""Channels that are told of."""
_MEET, _SHUT = 0.001, 0.004
"""Heights of the face: lips that are to meet, and that are seen to; landmarks of shut lips are up to .002 apart."""
_BRIEFLY = 0.4
"""Seconds: shut for longer, a mouth is at rest."""
_MOVES = 0.1
"""Range of a driver's channel below which a correlation says nothing."""


def look_again(film: Path, portrait: Portrait, drive: Drive, performance: Performance, model: Path,
               analyser: FaceAnalyser) -> Job[dict[str, Any]]:
    """What the report says of it. Some 15 ms of a processor a frame."""
    facts = read_facts(film)
    landmarker = Landmarker(model, 1)
    reference = analyser.identity(portrait.pixels, portrait.face)
    rows: list[np.ndarray] = []
    distances: list[float] = []
    try:
        for number, frame in enumerate(read_frames(film, facts, longest=LONGEST_SIDE)):
            seen = landmarker.detect(frame.pixels)[:1]
            rows.append(measured(seen[0])[None] if seen else np.full((1, COLUMNS), np.nan))
            if number % IDENTITY_EVERY == 0 and seen:
                share = frame.pixels.shape[1] / portrait.pixels.shape[1]
                distances.append(_distance(analyser, frame.pixels, portrait, share, reference))
            yield Progress(number, len(drive.clock.units), Text("looking at the film"))
    finally:
        landmarker.close()
    times = drive.clock.times[:len(rows)]
    followed = follow(np.stack(rows).astype(np.float32), times)
    said: dict[str, Any] = {"frames": len(rows), "frames_expected": len(drive.clock.units),
                            "identity_distance_median": _rounded(np.median(distances)) if distances else None,
                            "identity_distance_worst": _rounded(np.max(distances)) if distances else None}
    return said if followed is None else said | _compared(followed, times, performance)


def _distance(analyser: FaceAnalyser, pixels: np.ndarray, portrait: Portrait, share: float,
              reference: np.ndarray) -> float:
    from dataclasses import replace

    from engine.photo.face import Box

    landmarks = portrait.face.landmarks * np.float32(share)
    there = replace(portrait.face, landmarks=landmarks, box=Box.around(landmarks))
    return float(np.linalg.norm(analyser.identity(pixels, analyser.refine(pixels, there)) - reference))


def _compared(followed: Followed, times: np.ndarray, performance: Performance) -> dict[str, Any]:
    """Against what the driver did beyond its rest: what the film does beyond its own."""
    wanted = performance.weights[:len(times)].astype(np.float64)
    channels: dict[str, Any] = {}
    for name, members in GROUPS.items():
        columns = [ARKIT_52.index(member) for member in members]
        asked = wanted[:, columns].mean(1)
        found = followed.weights[:, columns].mean(1)
        found = found - np.median(found[asked <= np.percentile(asked, 20)])
        away = float(np.abs(found - asked).mean())
        moves = float(np.ptp(asked)) >= _MOVES
        channels[name] = {"range": _rounded(np.ptp(asked)), "error": _rounded(away),
                          "correlation": _correlation(asked, found) if moves else None,
                          "slope": _slope(asked, found) if moves else None}
    said: dict[str, Any] = {"channels": channels, "lost_frames": int((~followed.seen).sum())}
    gap = np.maximum(performance.lip_gap[:len(times)], 0)
    if np.isfinite(gap).all():
        seen = followed.lip_gap
        away = np.abs(seen - seen.min() - (gap - gap.min()))
        said["lip_gap"] = {"error": _rounded(away.mean()), "correlation": _correlation(gap, seen)}
        asked_shut, seen_shut = closures_seen(gap, seen, times)
        said["lip_closures"] = {"asked": asked_shut, "seen": seen_shut}
    turned = performance.head[:len(times)]
    said["head"] = {name: {"range": _rounded(np.ptp(turned[:, column])),
                           "slope": _slope(turned[:, column], followed.angles[:, column])}
                    for column, name in enumerate(("yaw", "pitch", "roll"))}
    if len(times) > 2:
        said["jitter"] = _rounded(jitter(Track(ARKIT_52, times, followed.weights)).mean())
    return said


def closures_seen(asked: np.ndarray, seen: np.ndarray, times: np.ndarray) -> tuple[int, int]:
    """How often lips were to shut between two openings, and in how many of these they are seen shut.

    asked, seen (T,): gaps in heights of the face, at times (T,) in seconds.
    """
    edges = np.flatnonzero(np.diff(np.concatenate([[True], asked > _MEET, [True]]).astype(np.int8))).reshape(-1, 2)
    between = [seen[first:last] for first, last in edges.tolist()
               if 0 < first and last < len(asked) and times[last] - times[first - 1] < _BRIEFLY]
    return len(between), sum(float(gap.min()) < _SHUT for gap in between)


def _correlation(first: np.ndarray, second: np.ndarray) -> float | None:
    if np.ptp(first) < 1e-6 or np.ptp(second) < 1e-6:
        return None
    return _rounded(np.corrcoef(first, second)[0, 1])


def _slope(asked: np.ndarray, found: np.ndarray) -> float | None:
    if np.ptp(asked) < 1e-6:
        return None
    return _rounded(np.polyfit(asked.astype(np.float64), found, 1)[0])


def _rounded(value: Any) -> float:
    return round(float(value), 5)
