"""A character's values from a picture that its own engine drew: the imitator's is brought to it, pixel by pixel.

A picture of the engine's holds the values nearly whole, as a photo of somebody does not: skin and light are the same.
So the differences themselves are taken down, coarse first, by Gauss-Newton steps:

    minimise  sum of rho(picture - imitator(v)) / mean + weight sum (v - default)²       within 0..1

rho being Huber's, for what the imitator cannot draw. The second sum is the prior: a value that no pixel shows stays at
its default, one that shows is hardly held back. One-hot values share 1 between them, and each is tried at the end.
Where the engine itself can be asked for pictures (our own head can), a few last steps go by its own: what the imitator
draws wrongly is no longer in the values.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.imitator.fit_loop import ONE_HOT, sharing
from engine.rig.imitator.network import Imitator

Drawn = Callable[[np.ndarray], np.ndarray]
"""Values (n,) to the engine's picture of them, (h, w, 3) uint8, framed as a database's."""
LEVELS = ((64, 4), (128, 5))
"""Sides at which pictures are compared, and steps at each."""
ENGINE_STEPS, SLOPES_EVERY = 8, 2
"""Last steps, and after how many the engine is asked anew what each value does: a picture for each."""
_STEP = 0.04
"""How far a value is moved to see what it does; an engine draws outlines by whole pixels and needs more to show it."""
_HUBER = 0.04
_PRIOR = 0.03
"""Weight of the prior, in what a value of middling visibility changes."""


@dataclass(frozen=True, eq=False)
class PictureFit:
    """values (n,) float32 0..1; difference, begun: mean difference of the pictures at the end and at first, 0..1;
    choices: of each one-hot choice."""

    values: np.ndarray
    difference: float
    begun: float
    choices: tuple[float, ...]


def fit_picture(pixels: np.ndarray, imitator: Imitator, moving: Sequence[int], one_hot: Sequence[int] = ONE_HOT,
                engine: Drawn | None = None) -> Job[PictureFit]:
    """pixels (h, w, 3) uint8, framed as the imitator's pictures. moving: places of the values that may change.

    engine: what draws the values; None where there is only the imitator."""
    one_hot = [place for place in one_hot if place < imitator.values]
    free = [place for place in moving if place < imitator.values and place not in one_hot]
    values = np.full(imitator.values, 0.5, np.float32)
    values[one_hot] = 1 / max(len(one_hot), 1)
    levels = [(side, False) for side, steps in LEVELS for _ in range(steps)]
    levels += [(LEVELS[-1][0], True)] * (ENGINE_STEPS if engine is not None else 0)
    first = len(levels) - (ENGINE_STEPS if engine is not None else 0)
    slopes = np.zeros(0, np.float32)

    def draw(now: np.ndarray) -> np.ndarray:
        return _imitated(imitator, now)

    begun = _difference(draw(values), pixels)
    for done, (side, by_engine) in enumerate(levels):
        if by_engine and not levels[done - 1][1]:  # the engine draws one style, not three a third
            values, _ = _chosen(values, one_hot, pixels, draw)
        if by_engine and engine is not None:
            if (done - first) % SLOPES_EVERY == 0:
                slopes = _slopes(engine, values, free, side)
            values = _stepped(values, free, slopes, _small(pixels, side) - _small(engine(values), side))
        else:
            places = [*free, *one_hot]
            columns = _slopes(draw, values, places, side)
            values = _stepped(values, places, columns, _small(pixels, side) - _small(draw(values), side))
            if one_hot:
                values[one_hot] = sharing(values[one_hot])
        yield Progress(done + 1, len(levels), Text("step {0} of {1}", done + 1, len(levels)))
    values, choices = _chosen(values, one_hot, pixels, engine or draw)
    return PictureFit(values, min(choices), begun, choices if one_hot else ())


def _slopes(draw: Drawn, values: np.ndarray, places: Sequence[int], side: int) -> np.ndarray:
    """(places, side² · 3) float32: how pictures change with each value."""
    offsets = np.where(values[places] >= 0.5, 1, -1) * np.float32(_STEP)  # each stays on its side of the middle
    offsets = np.where((values[places] + offsets > 1) | (values[places] + offsets < 0), -offsets, offsets)
    now = _small(draw(values), side)
    columns = np.empty((len(places), now.size), np.float32)
    for row, (place, offset) in enumerate(zip(places, offsets, strict=True)):
        tried = values.copy()
        tried[place] += offset
        columns[row] = (_small(draw(tried), side) - now).ravel() / offset
    return columns


def _stepped(values: np.ndarray, places: Sequence[int], columns: np.ndarray, left: np.ndarray) -> np.ndarray:
    """Values after a step; left (side, side, 3): what the picture has and theirs lacks."""
    error = left.ravel()
    weight = np.minimum(1, _HUBER / np.maximum(np.abs(error), 1e-6))
    normal = ((columns * weight) @ columns.T).astype(np.float64)
    hold = _PRIOR * float(np.median(np.diag(normal))) + 1e-9
    pull = (columns * weight) @ error - hold * (values[places] - _defaults(places))
    found = values.copy()
    found[places] = np.clip(values[places] + np.linalg.solve(normal + hold * np.eye(len(places)), pull), 0, 1)
    return found


def _defaults(places: Sequence[int]) -> np.ndarray:
    """As face-nn has them, whose values are the only ones an imitator takes."""
    return np.array([1 / len(ONE_HOT) if place in ONE_HOT else 0.5 for place in places])


def _chosen(values: np.ndarray, one_hot: Sequence[int], pixels: np.ndarray,
            draw: Callable[[np.ndarray], np.ndarray]) -> tuple[np.ndarray, tuple[float, ...]]:
    """Values with the best of the one-hot choices, and the difference of each (of them as they are, without any)."""
    if not one_hot:
        return values, (_difference(draw(values), pixels),)
    tried = []
    for place in one_hot:
        chosen = values.copy()
        chosen[one_hot] = 0
        chosen[place] = 1
        tried.append(chosen)
    off = tuple(_difference(draw(one), pixels) for one in tried)
    return tried[int(np.argmin(off))], off


def _imitated(imitator: Imitator, values: np.ndarray) -> np.ndarray:
    """(side, side, 3) float32 0..255."""
    import torch

    with torch.inference_mode():
        drawn = imitator.pictures(torch.as_tensor(values, dtype=torch.float32, device=imitator.device)[None])[0]
        return (drawn * 255).permute(1, 2, 0).cpu().numpy()


def _small(picture: np.ndarray, side: int) -> np.ndarray:
    """(side, side, 3) float32 0..1."""
    from engine.base.opencv import cv2

    found = cv2.resize(np.ascontiguousarray(picture).astype(np.float32), (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(found, np.float32) / 255


def _difference(one: np.ndarray, other: np.ndarray) -> float:
    side = LEVELS[-1][0]
    return float(np.abs(_small(one, side) - _small(other, side)).mean())
