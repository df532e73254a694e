"""Moving latent codes along directions, and drawing what comes of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.attributes.directions import Direction, unit, without
from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.generator.generator import Generator, to_pixels
from engine.generator.latents_file import Latents
from engine.generator.space import latents

_CROWD = 1000
"""Seeds (numpy's, from 0) by which the spread along a direction is measured when its file does not say."""


@dataclass(frozen=True, eq=False)
class Move:
    """So many standard deviations along a direction."""

    direction: Direction
    strength: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.strength):
            raise UsageError(Text("a strength must be a finite number"))


def moved(wplus: np.ndarray, moves: Sequence[Move]) -> np.ndarray:
    """w+ (rows, width) moved along each direction, in the rows it moves; float32.

    EngineError for numbers that are not finite, UsageError for another width or rows that are not there.
    """
    code = np.array(wplus, np.float32)
    if code.ndim != 2 or not np.isfinite(code).all():
        raise EngineError(Text("the latents are no (rows, width) of finite numbers"))
    for move in moves:
        one = move.direction
        first, last = one.rows or (0, len(code))
        if len(one.vector) != code.shape[1] or last > len(code):
            raise UsageError(Text("the direction {0} is of another latent space than these latents", one.name),
                             Text("it is {0} wide, they are {1}", len(one.vector), code.shape))
        if not math.isfinite(one.sigma):
            raise UsageError(Text("how far faces are spread along {0} is not known", one.name),
                             Text("measure it: with_sigma"))
        code[first:last] += np.float32(move.strength * one.sigma) * one.vector
    return code


def with_sigma(direction: Direction, generator: Generator) -> Direction:
    """The direction with its spread, measured on the w of a thousand seeds when it is not known."""
    if math.isfinite(direction.sigma):
        return direction
    import torch


    with torch.inference_mode():
        z = torch.from_numpy(latents(range(_CROWD), "numpy", generator.space.z)).to(generator.device)
        w = generator.mapping(z).cpu().numpy()
    return replace(direction, sigma=float((w @ direction.vector).std()))


def leaving_alone(direction: Direction, kept: Sequence[Direction]) -> Direction:
    """The same direction, of the same strength, without what it shares with those to be kept."""
    others = [one.vector for one in kept if one.name != direction.name]
    return replace(direction, vector=unit(without(direction.vector, others))) if others else direction


def draw_moved(generator: Generator, faces: Latents, moves: Sequence[Move], size: int) -> Job[list[np.ndarray]]:
    """A picture (size, size, 3) uint8 of each face after the moves. UsageError as `moved`, and for too large a size."""
    import torch

    from engine.base.opencv import cv2

    if size > generator.size:
        raise UsageError(Text("{0} draws {1} pixels at most, not {2}", generator.name, generator.size, size))
    pictures: list[np.ndarray] = []
    for row in faces.w:
        yield Progress(len(pictures), len(faces.w),
                       Text("Drawing changed face {0} of {1}", len(pictures) + 1, len(faces.w)))
        with torch.inference_mode():
            w = torch.from_numpy(np.array(row))[None].to(generator.device)
            code = moved(generator.spread(w, faces.truncation, faces.cutoff)[0].cpu().numpy(), moves)
            changed = torch.from_numpy(code)[None].to(generator.device)
            picture = to_pixels(generator.synthesis(changed, generator.size_for(size)))[0]
        if picture.shape[0] != size:
            picture = cv2.resize(picture, (size, size), interpolation=cv2.INTER_AREA)
        pictures.append(picture)
    return pictures


def rfm_edit(code: np.ndarray, direction: np.ndarray, amount: float, first: int, last: int,
             clip: float = 0.0) -> np.ndarray:
    """RFM's own arithmetic, for its own files: code (rows, width), rows `first` to `last` - 1 plus `amount` times the
    direction as stored (any shape of as many numbers, not of length 1). Numbers of the direction that are no larger
    than `clip` do not count. float32. UsageError when they do not go together.
    """
    vector = np.asarray(direction, np.float64)
    if vector.size != code.size or not 0 <= first < last <= len(code):
        raise UsageError(Text("a direction of {0} numbers does not fit latents {1}, rows {2} to {3}", vector.size,
                              code.shape, first, last))
    vector = vector.reshape(code.shape)
    vector = np.where(np.abs(vector) <= clip, 0.0, vector)
    changed = code.astype(np.float64)
    changed[first:last] += amount * vector[first:last]
    return changed.astype(np.float32)
