"""Fits the head to a photo's landmarks: pose, identity shape and expression under a prior, then the residual.

Gauss-Newton on  sum w_i^2 |y_i - l_i|^2 / s^2 + sum (a / s_a)^2 + sum ((e - e_bs) / s_e)^2  with 0 <= e <= 1, where y
are the projected landmarks, a the signed identity sliders and e_bs what the blendshape network saw; a maximum a
posteriori fit of a blendshape model as in Blanz and Vetter, "A morphable model for the synthesis of 3D faces", 1999.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.errors import EngineError
from engine.head.camera import Camera, first_guess, rotation_from_vector
from engine.head.model import Head
from engine.head.residual import residual_field
from engine.photo.landmark_sets import FACE_OVAL, INNER_LIP_LOWER, INNER_LIP_UPPER, IRISES, LIDS

_NOISE = 0.008  # of the face's height: how well the landmarks are thought to be known
_SIGMA_SHAPE = 0.35
_SIGMA_ASYMMETRY = 0.2
_SIGMA_EXPRESSION = 0.25
_POSE_STEPS = 2
_STEPS = 9
# Sliders that move all landmarks together by less (dm) are left alone. This also keeps the normal matrix under 200 x
# 200, up to where OpenBLAS solves it in one thread: its threads spin for seconds when the machine is busy.
_LEAST_SUPPORT = 0.015
_SETTLED = 1e-3  # a step that lowers the cost by less than this share is the last
_NO_HEAD = ("the landmarks of this face make no head", "choose another face or a larger picture")
_PIVOTS = 15
_OVAL_WEIGHT = 0.4  # those landmarks slide along the silhouette


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


@dataclass(frozen=True, eq=False)
class LandmarkModel:
    """The linear model at the landmarks only. rest (478, 3); low and high (J, 478, 3): what a slider at -1 and +1 does
    (for a slider without a lower target low is -high and its value is kept >= 0); expression (52, 478, 3)."""

    sliders: tuple[str, ...]
    rest: np.ndarray
    low: np.ndarray
    high: np.ndarray
    lowest: np.ndarray
    sigma: np.ndarray
    expression: np.ndarray

    def points(self, values: np.ndarray, expression: np.ndarray) -> np.ndarray:
        """Landmarks (478, 3) of the head with slider values (J,) and ARKit weights (52,)."""
        flat = np.maximum(values, 0) @ self.high.reshape(len(values), -1)
        flat += np.maximum(-values, 0) @ self.low.reshape(len(values), -1)
        flat += expression @ self.expression.reshape(len(expression), -1)
        return self.rest + flat.reshape(-1, 3)


def _is_fitted(name: str) -> bool:
    """Not the sliders that only repeat the pose, nor those of neck, back and ears, which no landmark sees."""
    return not name.startswith(("head-trans-", "neck-", "head-back-", "l-ear-", "r-ear-", "asym-ear-", "asym-top-"))


@lru_cache(maxsize=2)
def landmark_model(head: Head) -> LandmarkModel:
    """The sliders a photo can tell something about, at the landmarks."""

    def at_landmarks(basis: np.ndarray) -> np.ndarray:
        corners = basis[:, head.triangles[head.landmark_triangle]]
        return np.einsum("lk,nlkc->nlc", head.landmark_barycentric, corners).astype(np.float64)

    shape = at_landmarks(head.shape_basis)
    chosen = [
        (name, shape[head.shape_index[low]] if low else None, shape[head.shape_index[high]])
        for name, low, high in head.sliders
        if _is_fitted(name) and np.linalg.norm(shape[head.shape_index[high]]) > _LEAST_SUPPORT
    ]
    return LandmarkModel(
        sliders=tuple(name for name, _, _ in chosen),
        rest=head.landmarks(head.vertices).astype(np.float64),
        low=np.array([-high if low is None else low for _, low, high in chosen]),
        high=np.array([high for _, _, high in chosen]),
        lowest=np.array([0.0 if low is None else -1.0 for _, low, _ in chosen]),
        sigma=np.array([_SIGMA_ASYMMETRY if n.startswith("asym-") else _SIGMA_SHAPE for n, _, _ in chosen]),
        expression=at_landmarks(head.expression_basis),
    )


def landmark_weights() -> np.ndarray:
    """(478,): how much each landmark counts in a fit. Of the irises only the centres do."""
    weights = np.ones(478)
    weights[list(FACE_OVAL)] = _OVAL_WEIGHT
    weights[[i for lid in LIDS.values() for i in lid] + [*INNER_LIP_UPPER, *INNER_LIP_LOWER]] = 1.3
    for _, ring in IRISES.values():
        weights[list(ring)] = 0.0
    return weights


def fit_head(head: Head, landmarks: np.ndarray, blendshapes: np.ndarray) -> HeadFit:
    """The head in a photo.

    landmarks (478, 2 or 3) in picture pixels (x right, y down; a third column is ignored); blendshapes (52,) as the
    network saw them, in the order of ARKIT_52. Raises EngineError when the numbers are not finite or not a face's.
    """
    seen = np.asarray(landmarks, dtype=np.float64)
    observed = np.asarray(blendshapes, dtype=np.float64)
    if seen.ndim != 2 or seen.shape[0] != 478 or seen.shape[1] < 2 or observed.shape != (52,):
        raise EngineError("the landmarks of this face are not the 478 expected")
    seen = seen[:, :2]
    height = float(np.linalg.norm(seen[10] - seen[152])) if np.isfinite(seen).all() else 0.0
    if not np.isfinite(observed).all() or height < 4 or np.ptp(seen, axis=0).min() < 2:
        raise EngineError(*_NO_HEAD)

    model = landmark_model(head)
    try:
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            camera, values, expression = _gauss_newton(model, seen, np.clip(observed, 0, 1), height)
    except (np.linalg.LinAlgError, FloatingPointError) as error:
        raise EngineError(*_NO_HEAD, detail=repr(error)) from error
    named = dict(zip(model.sliders, values.tolist(), strict=True))
    shape = head.weights(named)
    vertices = head.shape(shape, expression)
    before = _residual(head, camera, vertices, seen)
    offset = np.zeros_like(vertices)
    field = residual_field(head)
    for _ in range(3):
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


def _gauss_newton(
    model: LandmarkModel, seen: np.ndarray, observed: np.ndarray, height: float
) -> tuple[Camera, np.ndarray, np.ndarray]:
    count = len(model.sliders)
    state = np.r_[np.zeros(count), observed]
    wanted = state.copy()
    prior = np.r_[1 / model.sigma**2, np.full(52, 1 / _SIGMA_EXPRESSION**2)]
    weight = landmark_weights() / (_NOISE * height)
    rows = np.repeat(weight, 2)
    solid = weight > 0
    camera = first_guess(model.points(state[:count], state[count:])[solid], seen[solid])

    def cost(camera: Camera, state: np.ndarray) -> float:
        error = camera.project(model.points(state[:count], state[count:]))[:, :2] - seen
        return float(((error * weight[:, None]) ** 2).sum() + (prior * (state - wanted) ** 2).sum())

    for step in range(_POSE_STEPS + _STEPS):
        points = model.points(state[:count], state[count:])
        error, pose = _pose_jacobian(camera, points, seen)
        if step < _POSE_STEPS:
            camera = _moved(camera, np.linalg.lstsq(pose * rows[:, None], error * rows, rcond=None)[0])
            continue
        basis, lowest, highest = _directions(model, camera, points, state[:count], error * rows**2)
        jacobian = np.concatenate([pose, _point_jacobian(camera, points, basis)], axis=1) * rows[:, None]
        normal = jacobian.T @ jacobian + np.diag(np.r_[np.full(6, 1e-9), prior])
        gradient = jacobian.T @ (error * rows) + np.r_[np.zeros(6), prior * (wanted - state)]
        free = np.full(6, np.inf)
        move = _bounded(normal, gradient, np.r_[np.zeros(6), state], np.r_[-free, lowest], np.r_[free, highest])
        before = cost(camera, state)
        for share in (1.0, 0.5, 0.25, 0.1):
            next_camera = _moved(camera, share * move[:6])
            next_state = np.clip(state + share * move[6:], lowest, highest)
            after = cost(next_camera, next_state)
            if after <= before:
                camera, state = next_camera, next_state
                break
        if after > (1 - _SETTLED) * before:
            break
    return camera, state[:count], state[count:]


def _directions(
    model: LandmarkModel, camera: Camera, points: np.ndarray, values: np.ndarray, pull: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The linear piece of the model around slider values (J,): basis (J + 52, 478, 3) and bounds (J + 52,) twice.

    A slider's two targets are not each other's opposite, so a step stays on the slider's side and may stop at zero;
    from zero it goes to the side to which the weighted errors pull (2 * 478,) draw it.
    """
    count = len(values)
    middle = (model.high - model.low) / 2
    drawn = _point_jacobian(camera, points, middle).T @ pull
    upper = np.where(values != 0, values > 0, (drawn >= 0) | (model.lowest == 0))
    sides = np.where(upper[:, None, None], model.high, -model.low)
    lowest = np.r_[np.where(upper, 0.0, -1.0), np.zeros(52)]
    highest = np.r_[np.where(upper, 1.0, 0.0), np.ones(52)]
    return np.concatenate([sides.reshape(count, -1, 3), model.expression]), lowest, highest


def _bounded(
    normal: np.ndarray, gradient: np.ndarray, state: np.ndarray, lowest: np.ndarray, highest: np.ndarray
) -> np.ndarray:
    """The Newton step inside the bounds: block principal pivoting (Portugal, Judice and Vicente, 1994).

    What leaves the bounds is held there and the rest solved again; what is held but pulls inwards is let go.
    """
    held = np.zeros(len(state), dtype=np.int8)  # -1 at the lower bound, +1 at the upper, 0 free
    low, high = lowest - state, highest - state
    move = np.zeros(len(state))
    for _ in range(_PIVOTS):
        free = held == 0
        move = np.where(held < 0, low, np.where(held > 0, high, 0.0))
        right = gradient[free] - normal[np.ix_(free, ~free)] @ move[~free]
        move[free] = np.linalg.solve(normal[np.ix_(free, free)], right)
        pull = gradient - normal @ move
        below, above = free & (move < low - 1e-9), free & (move > high + 1e-9)
        let_go = (held != 0) & (held * pull < -1e-9)
        if not (below.any() or above.any() or let_go.any()):
            break
        held[below], held[above], held[let_go] = -1, 1, 0
    return move


def _pose_jacobian(camera: Camera, points: np.ndarray, seen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Error (2n,) of the projections and its derivative (2n, 6): turn about the camera's axes, shift, log scale."""
    q = camera.turned(points)
    near = camera.distance / (camera.distance - q[:, 2])
    s = camera.scale * near
    x, y = s * q[:, 0], -s * q[:, 1]
    error = seen - np.stack([x, y], axis=1) - camera.translation
    jacobian = np.zeros((len(points), 2, 6))
    by_q = _by_camera_point(s, near, q, camera.distance)
    # a small turn w moves q by w x q
    for axis in range(3):
        unit = np.zeros(3)
        unit[axis] = 1.0
        jacobian[:, :, axis] = np.einsum("nij,nj->ni", by_q, np.cross(unit, q))
    jacobian[:, 0, 3] = 1.0
    jacobian[:, 1, 4] = 1.0
    jacobian[:, 0, 5], jacobian[:, 1, 5] = x, y
    return error.ravel(), jacobian.reshape(-1, 6)


def _by_camera_point(s: np.ndarray, near: np.ndarray, q: np.ndarray, distance: float) -> np.ndarray:
    """Derivative (n, 2, 3) of the picture point by the point in the camera's frame."""
    by_q = np.zeros((len(q), 2, 3))
    by_q[:, 0, 0] = s
    by_q[:, 1, 1] = -s
    by_q[:, 0, 2] = s * near / distance * q[:, 0]
    by_q[:, 1, 2] = -s * near / distance * q[:, 1]
    return by_q


def _point_jacobian(camera: Camera, points: np.ndarray, basis: np.ndarray) -> np.ndarray:
    """Derivative (2n, B) of the picture points by the weights of basis (B, n, 3)."""
    q = camera.turned(points)
    near = camera.distance / (camera.distance - q[:, 2])
    by_q = _by_camera_point(camera.scale * near, near, q, camera.distance)
    by_point = by_q @ camera.rotation
    return np.einsum("nij,bnj->nib", by_point, basis, optimize=True).reshape(-1, len(basis))


def _moved(camera: Camera, move: np.ndarray) -> Camera:
    rotation = rotation_from_vector(move[:3]) @ camera.rotation
    return Camera(rotation, camera.scale * float(np.exp(move[5])), camera.translation + move[3:5], camera.distance)
