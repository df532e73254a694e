"""What is kept of the faces in a driver's frames, and whose of them is followed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.photo.face import Box, Face
from engine.photo.identity import SAME_PERSON
from engine.photo.landmarker import Sighting
from engine.puppet.facemap import MOUTH, face_axes

MOST_FACES = 4
"""Faces looked at in a frame."""
_BOX, _WEIGHTS = slice(0, 4), slice(4, 56)
_ANGLES, _GAP, _HEIGHT = slice(56, 59), 59, 60
COLUMNS = 61
_SAME = 0.15
"""Overlap of the boxes of one face in two frames, at least."""
_FORGOTTEN = 1.0
"""Seconds after which a lost face may come back anywhere."""
_ANOTHER = 0.75
"""How unlike two looks at a face are when it is another person's for sure; between this and `SAME_PERSON` a turned or
blurred face may be anybody's."""

Known = Mapping[tuple[int, int], np.ndarray]
"""Whose face it is, (128,), by frame and face; looked at where a face comes, not in every frame."""
_Path = list[tuple[int, int]]


def face_of(sighting: Sighting) -> Face:
    """What was seen, as a face."""
    points = sighting.landmarks
    return Face(0, Box.around(points), points, sighting.blendshapes, sighting.matrix, 1.0)


def measured(sighting: Sighting) -> np.ndarray:
    """(61,) float32: box, 52 weights, yaw, pitch and roll in degrees, the lips' gap and the face's height over the
    distance between the outer canthi."""
    points, face = sighting.landmarks, face_of(sighting)
    axes = face_axes(points)
    apart = max(face.interocular, 1e-6)
    gap = (points[list(MOUTH.lower), :2] - points[list(MOUTH.upper), :2]) @ axes.down
    box = face.box
    return np.array([box.x0, box.y0, box.x1, box.y1, *sighting.blendshapes, face.yaw, face.pitch, face.roll,
                     max(float(gap.max()), 0.0) / apart, axes.height / apart], np.float32)


@dataclass(frozen=True, eq=False)
class Followed:
    """One face over time. seen (T,) bool; the rest holds the last that was seen where it is lost, at first the first.

    weights (T, 52); angles (T, 3) degrees: yaw, pitch, roll; lip_gap (T,) heights of the face; most: faces at once.
    """

    seen: np.ndarray
    weights: np.ndarray
    angles: np.ndarray
    lip_gap: np.ndarray
    most: int


def comes(row: np.ndarray, before: np.ndarray) -> bool:
    """Whether a face, a row as `measured`, was nowhere among those of the frame before (F, 61)."""
    box = Box(*map(float, row[_BOX]))
    return not any(box.overlap(Box(*map(float, one[_BOX]))) >= _SAME for one in before if np.isfinite(one[0]))


def follow(rows: np.ndarray, times: np.ndarray, known: Known | None = None) -> Followed | None:
    """The face that is largest over the whole clip; None when there is none at all. It is followed by where it was in
    the frame before, and wherever it comes back, by whose it is, or, when that is not known, where nobody was for long.

    rows: (T, F, 61) as `measured`, nan where there are fewer faces. times (T,) seconds.
    """
    present = np.isfinite(rows[:, :, 0])
    if not present.any():
        return None
    chosen = _chosen(rows, present, times, known or {})
    seen = chosen >= 0
    held = np.maximum.accumulate(np.where(seen, np.arange(len(seen)), -1))
    held[held < 0] = int(np.argmax(seen))
    one = rows[held, np.where(seen, chosen, 0)[held]].astype(np.float64)
    # Its chin lengthens a face that opens its mouth: the unit is the face as it mostly is.
    height = float(np.percentile(one[seen, _HEIGHT], 20))
    gap = one[:, _GAP] / max(height, 1e-6)
    return Followed(seen, one[:, _WEIGHTS], one[:, _ANGLES], gap, int(present.sum(1).max()))


def _chosen(rows: np.ndarray, present: np.ndarray, times: np.ndarray, known: Known) -> np.ndarray:
    """(T,) which face is followed in each frame, -1 where it is lost."""
    area = np.where(present, (rows[:, :, 2] - rows[:, :, 0]) * (rows[:, :, 3] - rows[:, :, 1]), 0.0)
    paths = sorted(_paths(rows, present, times), reverse=True,
                   key=lambda path: sum(float(area[frame, face]) for frame, face in path))
    whose = [_whose(path, known) for path in paths]
    chosen = np.full(len(rows), -1)
    for path, one in zip(paths, whose, strict=True):
        free = [(frame, face) for frame, face in path if chosen[frame] < 0]
        apart = _apart(one, whose[0])
        if path is not paths[0] and apart > SAME_PERSON:  # who comes back somewhere else, later: wholly or not at all
            there = times[chosen >= 0]
            if apart >= _ANOTHER or any(np.abs(there - times[frame]).min() <= _FORGOTTEN for frame, _ in path):
                continue
        for frame, face in free:
            chosen[frame] = face
    return chosen


def _whose(path: _Path, known: Known) -> np.ndarray | None:
    """The middle of what is known of a path."""
    looks = [known[step] for step in path if step in known]
    return np.median(looks, axis=0) if looks else None


def _apart(one: np.ndarray | None, other: np.ndarray | None) -> float:
    """How unlike two faces are; of what nobody looked at, neither alike nor unlike."""
    return (SAME_PERSON + _ANOTHER) / 2 if one is None or other is None else float(np.linalg.norm(one - other))


def _paths(rows: np.ndarray, present: np.ndarray, times: np.ndarray) -> list[_Path]:
    """Faces from frame to frame, each a list of (frame, face)."""
    paths: list[_Path] = []
    open_: list[tuple[_Path, Box]] = []
    for frame in range(len(rows)):
        open_ = [(path, box) for path, box in open_ if times[frame] - times[path[-1][0]] <= _FORGOTTEN]
        faces = [(face, Box(*map(float, rows[frame, face, _BOX]))) for face in np.flatnonzero(present[frame])]
        pairs = sorted(((box.overlap(before), number, place) for number, (_, before) in enumerate(open_)
                        for place, (_, box) in enumerate(faces)), reverse=True)
        taken: set[int] = set()
        going_on: set[int] = set()
        for overlap, number, place in pairs:
            if overlap < _SAME or number in going_on or place in taken:
                continue
            going_on.add(number)
            taken.add(place)
            face, box = faces[place]
            open_[number][0].append((frame, int(face)))
            open_[number] = (open_[number][0], box)
        for place, (face, box) in enumerate(faces):
            if place not in taken:
                path = [(frame, int(face))]
                paths.append(path)
                open_.append((path, box))
    return paths
