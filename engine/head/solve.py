"""Gauss-Newton on the landmarks: pose, signed identity sliders and ARKit weights inside their bounds.

Minimises  sum w_i^2 |y_i - l_i|^2 / s^2 + sum (a / s_a)^2 + sum ((e - e_bs) / s_e)^2  with -1 <= a <= 1, 0 <= e <= 1,
where y are the projected landmarks, a the identity sliders and e_bs what the blendshape network saw; a maximum a
posteriori fit of a linear face model as in Blanz and Vetter, "A morphable model for the synthesis of 3D faces", 1999.
"""

import numpy as np

from engine.head.camera import Camera, first_guess, rotation_from_vector
from engine.head.landmark_model import LandmarkModel, landmark_weights

_NOISE = 0.008  # of the face's height: how well the landmarks are thought to be known
_SIGMA_EXPRESSION = 0.25
_POSE_STEPS = 2
_CAMERA_STEPS = 3
_STEPS = 9
_SETTLED = 1e-3  # a step that lowers the cost by less than this share is the last
_PIVOTS = 15


def solve_landmarks(
    model: LandmarkModel, seen: np.ndarray, observed: np.ndarray, height: float
) -> tuple[Camera, np.ndarray, np.ndarray]:
    """Camera, slider values (J,) and ARKit weights (52,) for landmarks seen (478, 2) px of a face `height` px high.

    observed (52,): the blendshape network's weights. Raises LinAlgError for landmarks that make no head.
    """
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


def solve_camera(points: np.ndarray, seen: np.ndarray, weight: np.ndarray) -> Camera:
    """From where a head of known shape was seen: points (n, 3) dm that lie at seen (n, 2) px, each counting by weight
    (n,) >= 0. Half a millisecond. Raises LinAlgError for landmarks that make no head."""
    solid = weight > 0
    points, seen, rows = points[solid], seen[solid], np.repeat(weight[solid], 2)
    camera = first_guess(points, seen)
    for _ in range(_CAMERA_STEPS):
        error, pose = _pose_jacobian(camera, points, seen)
        pose, error = pose * rows[:, None], error * rows
        camera = _moved(camera, np.linalg.solve(pose.T @ pose, pose.T @ error))
    return camera


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
    nothing = np.zeros(len(q))
    # a small turn w moves q by w x q
    for axis, moved in enumerate(((nothing, -q[:, 2], q[:, 1]), (q[:, 2], nothing, -q[:, 0]),
                                  (-q[:, 1], q[:, 0], nothing))):
        jacobian[:, :, axis] = np.einsum("nij,nj->ni", by_q, np.stack(moved, 1))
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
