"""Movement as a file was found to hold it, to be compared with what was meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.movement import Movement

_SECONDS = 1e-6
"""Of a time, and as much of it again: what single precision and nine digits keep."""

_STRAIGHT = np.array([[0, 0, 0, 1]], np.float32)


@dataclass(frozen=True, eq=False)
class MovementRead:
    """times (T,) seconds; weights (T,) 0..1 by our name of the shape, in the file's order; turns (T, 4) of the head, as
    `Movement.turns`, None where the file says nothing of the head."""

    times: np.ndarray
    weights: Mapping[str, np.ndarray]
    turns: np.ndarray | None = None


def compare_movement(path: Path, found: MovementRead | None, movement: Movement, shapes: tuple[str, ...],
                     tolerance: float = 0.0) -> None:
    """EngineError unless the file holds this movement: its times, these shapes in their order and no others, and how
    the head turns. tolerance: of a weight and of a part of a quaternion; 0 where the very same numbers come back."""
    if not (found is not None and _same(found, movement, shapes, tolerance)):
        raise EngineError(Text("{0}: the file does not read back as written", path))


def _same(found: MovementRead, movement: Movement, shapes: tuple[str, ...], tolerance: float) -> bool:
    wanted = movement.weights[:, [ARKIT_INDEX[shape] for shape in shapes]]
    if tuple(found.weights) != shapes or found.times.shape != movement.times.shape:
        return False
    turned = np.tile(_STRAIGHT, (movement.frames, 1)) if found.turns is None else found.turns
    return (np.allclose(found.times, movement.times, rtol=_SECONDS, atol=_SECONDS)
            and _near(np.stack(list(found.weights.values()), axis=1), wanted, tolerance)
            and _near(turned, movement.turns, tolerance))


def _near(found: np.ndarray, wanted: np.ndarray, tolerance: float) -> bool:
    return found.shape == wanted.shape and bool((np.abs(found - wanted) <= tolerance).all())
