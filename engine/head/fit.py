"""Fits the head to a photo's landmarks: pose, identity shape and expression under a prior, then the residual."""

from dataclasses import dataclass

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.head.camera import Camera
from engine.head.landmark_model import landmark_model
from engine.head.model import Head
from engine.head.residual import residual_field
from engine.head.solve import solve_landmarks

_NO_HEAD = (Text("the landmarks of this face make no head"), Text("choose another face or a larger picture"))
_LARGEST = 1e5  # pixels, a face higher than any picture
_WORST = 0.15  # of the face's height: a real face, however turned, leaves a tenth of this
_CORRECTIONS = 3  # the camera is not linear: what one pass leaves over the next takes


@dataclass(frozen=True, eq=False)
class HeadFit:
    """The head as it is in one photo.

    camera; shape (Ns,) and expression (52,) weights; offset (V, 3) dm, what the residual correction added; vertices
    (V, 3) = head.shape(shape, expression) + offset, whose projected landmarks meet the photo's. Residuals are
    distances over the 468 face landmarks in pixels, before and after the correction.
    """

    camera: Camera
    shape: np.ndarray
    expression: np.ndarray
    shape_named: dict[str, float]
    offset: np.ndarray
    vertices: np.ndarray
    residual_mean: float
    residual_max: float
    residual_mean_before: float
    residual_max_before: float

    @property
    def rotation(self) -> np.ndarray:
        return self.camera.rotation

    @property
    def scale(self) -> float:
        return self.camera.scale

    @property
    def translation(self) -> np.ndarray:
        return self.camera.translation

    @property
    def distance(self) -> float:
        return self.camera.distance

    def project(self, points: np.ndarray) -> np.ndarray:
        """(n, 3): x, y in picture pixels and distance from the camera in dm, for points (n, 3) of the head."""
        return self.camera.project(points)


def fit_head(head: Head, landmarks: np.ndarray, blendshapes: np.ndarray) -> HeadFit:
    """The head in a photo.

    landmarks (478, 2 or 3) in picture pixels (x right, y down; a third column is ignored); blendshapes (52,) as the
    network saw them, in the order of ARKIT_52. Raises EngineError when the numbers are not finite or not a face's.
    """
    seen = np.asarray(landmarks, dtype=np.float64)
    observed = np.asarray(blendshapes, dtype=np.float64)
    if seen.ndim != 2 or seen.shape[0] != 478 or seen.shape[1] < 2 or observed.shape != (52,):
        raise EngineError(Text("the landmarks of this face are not the 478 expected"))
    seen = seen[:, :2]
    height = float(np.linalg.norm(seen[10] - seen[152])) if np.isfinite(seen).all() else 0.0
    if not np.isfinite(observed).all() or not 4 <= height < _LARGEST or np.ptp(seen, axis=0).min() < 2:
        raise EngineError(*_NO_HEAD)

    model = landmark_model(head)
    try:
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            camera, values, expression = solve_landmarks(model, seen, np.clip(observed, 0, 1), height)
    except (np.linalg.LinAlgError, FloatingPointError) as trouble:
        raise EngineError(*_NO_HEAD, detail=repr(trouble)) from trouble
    named = dict(zip(model.sliders, values.tolist(), strict=True))
    shape = head.weights(named)
    vertices = head.shape(shape, expression)
    before = _residual(head, camera, vertices, seen)
    if before.mean() > _WORST * height:
        raise EngineError(*_NO_HEAD, detail=f"mean residual {before.mean():.1f} px of a face {height:.0f} px high")
    offset = np.zeros_like(vertices)
    field = residual_field(head)
    for _ in range(_CORRECTIONS):
        error = seen[:468] - camera.project(head.landmarks(vertices + offset))[:468, :2]
        offset += camera.shift(vertices + offset, field.spread(error)).astype(np.float32)
    after = _residual(head, camera, vertices + offset, seen)
    return HeadFit(
        camera=camera,
        shape=shape,
        expression=expression.astype(np.float32),
        shape_named=named,
        offset=offset,
        vertices=vertices + offset,
        residual_mean=float(after.mean()),
        residual_max=float(after.max()),
        residual_mean_before=float(before.mean()),
        residual_max_before=float(before.max()),
    )


def _residual(head: Head, camera: Camera, vertices: np.ndarray, seen: np.ndarray) -> np.ndarray:
    return np.linalg.norm(camera.project(head.landmarks(vertices))[:468, :2] - seen[:468], axis=1)
