"""A character's values from a picture that its own engine drew: the drawn one is brought to it, pixel by pixel.

A picture of the engine's holds the values nearly whole, as a photo of somebody does not: skin and light are the same.
So the differences themselves are taken down, coarse first, by Gauss-Newton steps within 0..1:

    minimise  sum of rho(picture - drawn(v)) / mean + weight sum (v - default)²

rho being Huber's, for what an imitator cannot draw. The second sum is the prior: a value that no pixel shows stays at
its default. Its weight is what is left of the difference over the spread of values that are drawn evenly, so it falls
as the pictures come together. What each value does (the slopes) is drawn anew at every level, a picture for each; the
steps between are searched along their line, and what they really did mends the slopes (Broyden, 1965).

First the imitator draws, hundreds of pictures a second. Where the engine itself can be asked (our own head can), the
same is done once more by its own pictures: what the imitator draws wrongly is no longer in the values. One-hot values
share 1 between them while the imitator draws, and each is tried before every level and at the end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.box_minimum import box_minimum
from engine.rig.imitator.fit_loop import ONE_HOT, sharing
from engine.rig.imitator.network import Imitator

Drawn = Callable[[np.ndarray], np.ndarray]
"""Values (n,) to the engine's picture of them, (h, w, 3) uint8, framed as a database's."""


@dataclass(frozen=True)
class Level:
    """side: at which pictures are compared. offset: how far a value is moved to see what it does; an outline that moves
    by less than a pixel is drawn in steps, and features that move by more than they are wide are not followed."""

    side: int
    offset: float


BY_IMITATOR = (Level(32, 0.1), Level(64, 0.1), Level(64, 0.06), Level(64, 0.06), Level(128, 0.06))
BY_ENGINE = (Level(32, 0.1), Level(64, 0.1), Level(64, 0.1), Level(64, 0.06), Level(128, 0.06))
STEPS = 4
"""Of each level, at most."""
_AMOUNTS = (1.4, 1.0, 0.5, 0.25)
"""Of a step, tried in this order: outlines that lie wide of each other make them too short."""
_HUBER = 0.04
_PRIOR = 30.0
"""How many neighbouring pixels say the same."""
_EVEN = 1 / 12
"""Variance of values that are drawn evenly from 0..1."""
_GAIN = 0.005
"""Share of what is left that a step must take away to be followed by another."""
_COMPARED = 128


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
    values = _defaults(imitator.values, one_hot)

    def imitated(now: np.ndarray) -> np.ndarray:
        return _imitated(imitator, now)

    begun = _difference(imitated(values), pixels)
    levels = [(level, False) for level in BY_IMITATOR] + [(level, True) for level in BY_ENGINE if engine is not None]
    for number, (level, by_engine) in enumerate(levels):
        draw = engine if by_engine and engine is not None else imitated
        places = free if by_engine else [*free, *one_hot]
        if by_engine:  # it draws one style, not three a third
            values, _ = _chosen(values, one_hot, pixels, draw)
        job = _Descent(draw, pixels, level, places, [] if by_engine else one_hot).run(values)
        values = yield from _told(job, number, len(levels))
    values, choices = _chosen(values, one_hot, pixels, engine or imitated)
    return PictureFit(values, min(choices), begun, choices if one_hot else ())


def _told(job: Job[np.ndarray], number: int, count: int) -> Job[np.ndarray]:
    """A level as a part of the whole."""
    while True:
        try:
            part = next(job)
        except StopIteration as end:
            return np.asarray(end.value)
        yield Progress(number * part.total + part.done, count * part.total, Text("step {0} of {1}", number + 1, count))


class _Descent:
    """One level. places: values that change; one_hot: those of them that share 1."""

    def __init__(self, draw: Drawn, pixels: np.ndarray, level: Level, places: Sequence[int],
                 one_hot: Sequence[int]) -> None:
        self._draw, self._level, self._places, self._one_hot = draw, level, list(places), list(one_hot)
        self._aim = _small(pixels, level.side).ravel()

    def run(self, values: np.ndarray) -> Job[np.ndarray]:
        """Values (n,) nearer to the picture. A step of the job draws a picture."""
        now = self._seen(values)
        slopes = yield from self._slopes(values, now)
        loss = self._loss(now)
        for _ in range(STEPS):
            step = self._step(values, slopes, self._aim - now)
            best: tuple[float, np.ndarray, np.ndarray] | None = None
            for amount in _AMOUNTS:
                tried = self._moved(values, amount * step)
                seen = self._seen(tried)
                found = self._loss(seen)
                if best is None or found < best[0]:
                    best = found, tried, seen
                elif best[0] < loss:
                    break
                yield Progress(len(self._places), len(self._places))
            if best is None or best[0] >= loss:
                break
            gained = 1 - best[0] / loss
            move = (best[1] - values)[self._places]
            slopes += np.outer(move, (best[2] - now - move @ slopes) / max(float(move @ move), 1e-9))
            loss, values, now = best
            if gained < _GAIN:
                break
        return values

    def _seen(self, values: np.ndarray) -> np.ndarray:
        """(side² · 3,) float32 0..1."""
        return _small(self._draw(values), self._level.side).ravel()

    def _slopes(self, values: np.ndarray, now: np.ndarray) -> Job[np.ndarray]:
        """(places, side² · 3) float32: how the picture changes with each value, which stays on its side of the
        middle, where the targets of a slider's two ends meet."""
        columns = np.empty((len(self._places), now.size), np.float32)
        for row, place in enumerate(self._places):
            offset = np.float32(self._level.offset if values[place] >= 0.5 else -self._level.offset)
            if not 0 <= values[place] + offset <= 1:
                offset = -offset
            tried = values.copy()
            tried[place] += offset
            columns[row] = (self._seen(tried) - now) / offset
            yield Progress(row + 1, len(self._places))
        return columns

    def _step(self, values: np.ndarray, slopes: np.ndarray, left: np.ndarray) -> np.ndarray:
        """(places,) to the minimum of what the slopes say, within 0..1. left: what the picture has and theirs lacks."""
        weighted = slopes * np.minimum(1, _HUBER / np.maximum(np.abs(left), 1e-6))
        here = values[self._places].astype(np.float64)
        hold = _PRIOR * float(np.mean(np.minimum(np.abs(left), _HUBER) * np.abs(left))) / _EVEN + 1e-9
        normal = (weighted @ slopes.T).astype(np.float64) + hold * np.eye(len(here))
        usual = _defaults(len(values), self._one_hot)[self._places]
        right = weighted @ left - hold * (here - usual) + normal @ here
        return box_minimum(normal, right, here, (np.zeros(len(here)), np.ones(len(here)))) - here

    def _moved(self, values: np.ndarray, step: np.ndarray) -> np.ndarray:
        found = values.copy()
        found[self._places] = np.clip(values[self._places] + step, 0, 1)
        if self._one_hot:
            found[self._one_hot] = sharing(found[self._one_hot])
        return found

    def _loss(self, seen: np.ndarray) -> float:
        off = np.abs(self._aim - seen)
        return float(np.where(off < _HUBER, off * off / 2, _HUBER * (off - _HUBER / 2)).mean())


def _defaults(count: int, one_hot: Sequence[int]) -> np.ndarray:
    """(count,) float32, as face-nn has them, whose values are the only ones an imitator takes."""
    values = np.full(count, 0.5, np.float32)
    values[list(one_hot)] = 1 / max(len(one_hot), 1)
    return values


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
    return float(np.abs(_small(one, _COMPARED) - _small(other, _COMPARED)).mean())
