"""Faces that an imitator draws to be learnt from, in a tenth of the time that a renderer takes for one.

They teach which values make which shape; a database drawn with variety teaches what photos are like.
"""

from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.imitator.network import Imitator
from engine.rig.regressor.face_cut import cut_face, shaken
from engine.rig.regressor.faces import face_in, landmarker_of

if TYPE_CHECKING:
    from engine.models.store import ModelStore

LOOKED_AT = 500
"""Pictures by which is learnt where an imitator draws the face of any values."""
_RIDGE = 3.0
_BACKGROUND, _NEAR = 128, 7
"""Grey behind the heads of databases, and how near to it a pixel counts as behind."""


class ImaginedFaces:
    """fit: (2 n + 1, 6): where the face lies, as `cut_matrix` has it, by [x, |x|, 1] of x = 2 values - 1."""

    def __init__(self, imitator: Imitator, fit: np.ndarray, choices: tuple[tuple[int, ...], ...]) -> None:
        self._imitator, self._fit, self._choices = imitator, fit, choices

    def draw(self, count: int, random: np.random.Generator) -> tuple[list[np.ndarray], np.ndarray]:
        """So many cuts (SIDE, SIDE, 3) uint8 before some background, each laid in its own way, and their values
        (count, n) float32."""
        values = _drawn(self._imitator.values, count, self._choices, random)
        matrices = (_features(values) @ self._fit).reshape(-1, 2, 3)
        cuts = [cut_face(picture, shaken(matrix, random))
                for picture, matrix in zip(_pictures(self._imitator, values), matrices, strict=True)]
        return [_before_another(cut, random) for cut in cuts], values


def imagine_faces(imitator: Imitator, choices: tuple[tuple[int, ...], ...], store: "ModelStore",
                  seed: int) -> Job[ImaginedFaces]:
    """Learn where an imitator draws faces. choices: places of one-hot values. EngineError when it draws none."""
    random = np.random.Generator(np.random.PCG64([seed, 3]))
    rows, matrices = [], []
    with landmarker_of(store) as landmarker:
        for done in range(LOOKED_AT):
            values = _drawn(imitator.values, 1, choices, random)
            matrix = face_in(_pictures(imitator, values)[0], landmarker)
            if matrix is not None:
                rows.append(_features(values)[0])
                matrices.append(matrix.ravel())
            yield Progress(done + 1, LOOKED_AT, Text("looking where the imitator draws faces: {0} of {1}", done + 1,
                                                     LOOKED_AT))
    if len(rows) < LOOKED_AT // 2:
        raise EngineError(Text("faces are seen in {0} of {1} pictures that the imitator draws", len(rows), LOOKED_AT),
                          Text("has it learnt enough?"))
    x, y = np.array(rows), np.array(matrices)
    mean = y.mean(0)
    fit = np.linalg.solve(x.T @ x + _RIDGE * np.eye(x.shape[1]), x.T @ (y - mean))
    fit[-1] += mean
    return ImaginedFaces(imitator, fit, choices)


def _drawn(values: int, count: int, choices: tuple[tuple[int, ...], ...], random: np.random.Generator) -> np.ndarray:
    found = random.random((count, values), np.float32)
    for places in choices:
        chosen = random.integers(0, len(places), count)
        found[:, list(places)] = np.eye(len(places), dtype=np.float32)[chosen]
    return found


def _features(values: np.ndarray) -> np.ndarray:
    x = 2 * values.astype(np.float64) - 1
    return np.concatenate([x, np.abs(x), np.ones((len(x), 1))], 1)


def _pictures(imitator: Imitator, values: np.ndarray) -> list[np.ndarray]:
    import torch

    with torch.inference_mode():
        drawn = imitator.pictures(torch.from_numpy(values).to(imitator.device))
        return [*(drawn * 255).round().to(torch.uint8).permute(0, 2, 3, 1).contiguous().cpu().numpy()]


def _before_another(picture: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """The head before another background, its skin of another tone."""
    from engine.base.opencv import cv2

    side = picture.shape[0]
    few = random.uniform(0, 255, (1, 1, 3)) + random.normal(0, 45, (5, 5, 3))
    behind = cv2.resize(few.astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
    near = np.abs(picture.astype(np.int16) - _BACKGROUND).max(2) <= _NEAR
    alpha = cv2.blur(1 - near.astype(np.float32), (3, 3))[..., None]
    tone = np.exp(random.normal(-0.2, 0.3) + random.normal(0, 0.08, 3)).astype(np.float32)
    return np.rint((picture * tone * alpha + behind * (1 - alpha)).clip(0, 255)).astype(np.uint8)
