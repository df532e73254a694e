"""One face looked at closely: measured on upright crops, believed only where looks agree, and the right way up."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from engine.photo.face import Box, Face
from engine.photo.landmarker import Sighting
from engine.photo.levels import Levels
from engine.photo.upright import UprightView, view_of

SAME_FACE = 0.35
"""Boxes overlapping by more than this are the same face."""
_POOR = 0.5
"""Proposed faces on which two looks agree less than this are dropped. Faces, also drawn and small ones, reach 0.69;
coins, cats, and faces the wrong way up where the right way is not seen stay below."""
_SURE = 0.92
"""A face scored lower may be the wrong way up: upright ones reach 0.95 where light and size are good, and the other way
up what the network sees stays below this. (48 drawn faces, clean, small, noisy and dark, each in three attitudes.)"""
_LOOKS = ((0.55, (0.0, 0.0)), (0.5, (0.02, 0.015)), (0.4, (0.0, 0.0)), (0.7, (0.0, 0.0)))
"""Share of the view a face fills, and shift of the view: the first two that see the face are averaged."""
_ROOM = 0.4
"""Share of the view a face fills when it is looked for the other way up: it will not lie quite where it seemed to."""
_SAME_PLACE = 0.2
"""A face seen the other way up is about the same thing when the boxes overlap by more than this."""

Detect = Callable[[np.ndarray], list[Sighting]]
"""The faces in pixels (h, w, 3) uint8, in their coordinates."""


def right_way_up(detect: Detect, picture: Levels, landmarks: np.ndarray) -> Face | None:
    """`closely`, and where that is in doubt whatever is seen there the other way up, if looks agree more on that.

    The network finds faces tilted by up to a right angle; what is tilted by more it misses, or takes the mouth for
    eyes: then its looks disagree with each other (scores to 0.9), and those at the face itself do not. The doubt
    costs one detection (4 ms), and two looks more where that sees something.
    """
    face = closely(detect, picture, landmarks)
    if face is not None and face.score >= _SURE:
        return face
    seemed = view_of(landmarks, _ROOM)
    box = Box.around(landmarks)
    turned = UprightView(box.centre, seemed.side, seemed.turn + 180, seemed.size)
    sightings = [turned.back(seen) for seen in detect(picture.cut(turned))]
    others = [closely(detect, picture, seen.landmarks) for seen in sightings
              if box.overlap(Box.around(seen.landmarks)) > _SAME_PLACE]
    return max((one for one in (face, *others) if one is not None), key=lambda one: one.score, default=None)


def closely(detect: Detect, picture: Levels, landmarks: np.ndarray) -> Face | None:
    """The face at these landmarks (478, 3) from several close looks, or None when they do not agree that there is one.

    Its index is 0.
    """
    seen: list[Sighting] = []
    for share, shift in _LOOKS:
        if len(seen) == 2:
            break
        view = view_of(landmarks, share, shift)
        here = [view.back(one) for one in detect(picture.cut(view))]
        box = Box.around(landmarks)
        here = [one for one in here if box.overlap(Box.around(one.landmarks)) > SAME_FACE]
        if here:
            nearest = min(here, key=lambda one: float(np.abs(one.landmarks - landmarks).mean()))
            seen.append(nearest)
            landmarks = nearest.landmarks
    if len(seen) < 2:
        return None
    face = Face(0, Box.around(landmarks), _mean(one.landmarks for one in seen),
                _mean(one.blendshapes for one in seen), _mean(one.matrix for one in seen), 0.0)
    score = _agreement(seen, face.interocular)
    return replace(face, box=Box.around(face.landmarks), score=score) if score >= _POOR else None


def _mean(arrays: Iterable[np.ndarray]) -> np.ndarray:
    return np.stack(list(arrays)).mean(axis=0, dtype=np.float64).astype(np.float32)


def _agreement(seen: list[Sighting], interocular: float) -> float:
    """1 when two looks give the same landmarks, 0.5 when they differ by 5 % of the distance between the eyes."""
    apart = np.linalg.norm(seen[0].landmarks[:, :2] - seen[1].landmarks[:, :2], axis=1).mean() / max(interocular, 1e-6)
    return float(1 / (1 + apart / 0.05))
