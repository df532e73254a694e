"""A fit finds again what was projected, and meets the landmarks of a real photograph."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.head.camera import Camera, first_guess, rotation_from_vector
from engine.head.fit import fit_head
from engine.head.landmark_model import landmark_model, landmark_weights
from engine.head.pack import load_head
from engine.head.residual import residual_field
from engine.head.solve import solve_camera
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.landmark_sets import INNER_LIP_LOWER, INNER_LIP_UPPER


def _turn(yaw: float, pitch: float, roll: float) -> np.ndarray:
    """Degrees, as faces report them: +yaw to the subject's left, +pitch up, +roll to the left shoulder."""
    y = rotation_from_vector(np.array([0, np.radians(yaw), 0]))
    p = rotation_from_vector(np.array([np.radians(-pitch), 0, 0]))
    r = rotation_from_vector(np.array([0, 0, np.radians(-roll)]))
    return r @ y @ p


def _pose(rotation: np.ndarray) -> tuple[float, float]:
    forward = rotation[:, 2]
    return float(np.degrees(np.arctan2(forward[0], forward[2]))), float(np.degrees(np.arcsin(forward[1])))


def _picture(head, camera, values=None, weights=None):
    shape = head.weights(values or {})
    expression = np.zeros(52, np.float32)
    for name, weight in (weights or {}).items():
        expression[ARKIT_INDEX[name]] = weight
    points = camera.project(head.landmarks(head.shape(shape, expression)))
    return points.astype(np.float32), expression


def test_a_face_that_looks_straight_ahead_has_no_turn(head):
    camera = Camera(np.eye(3), 150.0, np.array([256.0, 240.0]))
    fit = fit_head(head, *_picture(head, camera))
    yaw, pitch = _pose(fit.rotation)
    assert abs(yaw) < 0.5 and abs(pitch) < 1.0
    assert fit.scale == pytest.approx(150, rel=0.01)
    assert fit.residual_mean_before < 0.2


@pytest.mark.parametrize("yaw, pitch, roll", [(20, 0, 0), (-25, 5, 0), (0, 12, 0), (0, -12, 10), (15, 8, -20)])
def test_the_pose_is_found_with_its_sign(head, yaw, pitch, roll):
    rotation = _turn(yaw, pitch, roll)
    camera = Camera(rotation, 180.0, np.array([300.0, 320.0]))
    # looking up lifts the nose in the picture, turning to the own left moves it to the picture's right
    nose = camera.project(head.landmarks(head.vertices))[1] - camera.project(np.zeros((1, 3)))[0]
    assert yaw == 0 or np.sign(nose[0]) == np.sign(yaw) or abs(yaw) < abs(roll)
    fit = fit_head(head, *_picture(head, camera))
    angle = np.degrees(np.arccos(np.clip((np.trace(fit.rotation.T @ rotation) - 1) / 2, -1, 1)))
    assert angle < 1.5


def test_a_head_of_known_shape_is_found_by_its_camera_alone(head):
    wanted = Camera(_turn(12, -5, 8), 170.0, np.array([310.0, 290.0]))
    points = head.landmarks(head.vertices).astype(np.float64)
    found = solve_camera(points, wanted.project(points)[:, :2], landmark_weights())
    assert np.allclose(found.rotation, wanted.rotation, atol=1e-4)
    assert found.scale == pytest.approx(wanted.scale, rel=1e-4)
    assert np.allclose(found.translation, wanted.translation, atol=0.02)
    with pytest.raises(np.linalg.LinAlgError):
        solve_camera(points, np.zeros((478, 2)), landmark_weights())


def test_the_expression_is_found(head):
    weights = {"jawOpen": 0.5, "mouthSmileLeft": 0.6, "mouthSmileRight": 0.2, "eyeBlinkRight": 0.8, "browInnerUp": 0.7}
    camera = Camera(_turn(10, 0, 0), 160.0, np.array([256.0, 256.0]))
    points, truth = _picture(head, camera, {"nose-scale-horiz": 0.4}, weights)
    fit = fit_head(head, points, truth * 0.7)  # the network sees most of it
    for name, weight in weights.items():
        assert fit.expression[ARKIT_INDEX[name]] == pytest.approx(weight, abs=0.22), name
    assert np.abs(fit.expression - truth).mean() < 0.04
    assert (fit.expression >= 0).all() and (fit.expression <= 1).all()


def test_the_shape_is_found_in_pixels_and_in_its_main_sliders(head):
    values = {"macro-gender": 0.8, "nose-scale-horiz": 0.7, "head-scale-horiz": 0.5, "mouth-scale-horiz": -0.6}
    camera = Camera(_turn(5, 3, 0), 160.0, np.array([256.0, 256.0]))
    points, truth = _picture(head, camera, values)
    fit = fit_head(head, points, truth)
    assert fit.residual_mean_before < 0.6
    for name in ("nose-scale-horiz", "mouth-scale-horiz"):
        assert np.sign(fit.shape_named[name]) == np.sign(values[name]), name
    assert np.array_equal(head.weights(fit.shape_named), fit.shape)


def test_a_real_face_is_met(head, analyser, astronaut):
    face = analyser.faces(astronaut)[0]
    fit = fit_head(head, face.landmarks, face.blendshapes)
    height = np.linalg.norm(face.landmarks[10, :2] - face.landmarks[152, :2])
    assert fit.residual_mean_before < 0.008 * height
    assert fit.residual_mean < 0.0015 * height
    assert fit.residual_max < 0.01 * height
    seen = fit.project(head.landmarks(fit.vertices))[:468, :2]
    assert np.linalg.norm(seen - face.landmarks[:468, :2], axis=1).mean() == pytest.approx(fit.residual_mean, abs=1e-3)
    assert np.allclose(fit.vertices, head.shape(fit.shape, fit.expression) + fit.offset)
    assert fit.expression[ARKIT_INDEX["mouthSmileLeft"]] > 0.2  # she smiles
    yaw, _ = _pose(fit.rotation)
    assert yaw == pytest.approx(face.yaw, abs=6)


def test_the_corrected_face_stays_a_face(head, analyser, astronaut):
    """The correction may fold slivers at the rims of lips and lids, not skin that one sees."""
    face = analyser.faces(astronaut)[0]
    fit = fit_head(head, face.landmarks, face.blendshapes)
    triangles = head.triangles_of("skin")
    triangles = triangles[(head.masks["face"][triangles] > 0.5).all(axis=1)]

    def area(vertices):
        p = fit.project(vertices)[:, :2][triangles]
        a, b = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
        return a[:, 1] * b[:, 0] - a[:, 0] * b[:, 1]  # > 0 where the triangle faces the camera

    before, after = area(fit.vertices - fit.offset), area(fit.vertices)
    seen = before > 0
    assert before[seen & (after < 0)].sum() < 0.002 * before[seen].sum()


def test_the_residual_field_meets_landmarks_and_leaves_the_neck(head):
    field = residual_field(head)
    random = np.random.default_rng(5)
    points = head.landmarks(head.vertices)[:468]
    smooth = np.stack([np.sin(points[:, 0] * 4), points[:, 1] * 0.3], axis=1) + 0.01 * random.normal(size=(468, 2))
    spread = field.spread(smooth)
    assert np.abs(head.landmarks(spread)[:468] - smooth).mean() < 0.03
    still = (head.vertices[:, 1] < -0.9) & (head.masks["skin"] > 0.5)
    assert np.abs(spread[still]).max() < 0.15 * np.abs(smooth).max()
    # lips do not pull each other: only the upper one is moved here
    upper = np.zeros((468, 1), np.float32)
    upper[list(INNER_LIP_UPPER[3:-3])] = 1.0
    pulled = head.landmarks(field.spread(upper))[:468, 0]
    assert pulled[list(INNER_LIP_UPPER[4:-4])].mean() > 0.5
    assert np.abs(pulled[list(INNER_LIP_LOWER[3:-3])]).mean() < 0.15
    eye = head.vertices_of("eye_left")
    assert np.ptp(spread[eye], axis=0).max() < 1e-5  # in one piece


def test_the_landmark_model_agrees_with_the_head(head):
    model = landmark_model(head)
    random = np.random.default_rng(2)
    values = np.maximum(random.uniform(-1, 1, len(model.sliders)), model.lowest)
    expression = random.random(52)
    vertices = head.shape(head.weights(dict(zip(model.sliders, values.tolist(), strict=True))), expression)
    assert np.abs(model.points(values, expression) - head.landmarks(vertices)).max() < 1e-4


def test_the_camera_moves_images_as_asked():
    camera = Camera(_turn(12, -7, 4), 90.0, np.array([10.0, 20.0]))
    points = np.random.default_rng(0).normal(size=(50, 3)) * 0.5
    pixels = np.random.default_rng(1).normal(size=(50, 2)) * 3
    moved = points + camera.shift(points, pixels)
    before, after = camera.project(points), camera.project(moved)
    assert np.allclose(after[:, :2] - before[:, :2], pixels, atol=1e-9)
    assert np.allclose(after[:, 2], before[:, 2])


def test_the_first_guess_is_near():
    rotation = _turn(18, 6, -9)
    points = np.random.default_rng(4).normal(size=(80, 3)) * 0.5
    seen = Camera(rotation, 120.0, np.array([50.0, 60.0])).project(points)[:, :2]
    guess = first_guess(points, seen)
    assert np.degrees(np.arccos((np.trace(guess.rotation.T @ rotation) - 1) / 2)) < 6
    assert guess.scale == pytest.approx(120, rel=0.1)


@pytest.mark.parametrize("spoil", ["nan", "one point", "few", "flat", "blendshapes"])
def test_landmarks_that_are_no_face_are_refused(head, spoil):
    points, weights = _picture(head, Camera(np.eye(3), 150.0, np.array([256.0, 240.0])))
    if spoil == "nan":
        points[7] = np.nan
    elif spoil == "one point":
        points[:] = 5.0
    elif spoil == "few":
        points = points[:468]
    elif spoil == "flat":
        points[:, 0] = 100.0
    else:
        weights = np.full(52, np.inf)
    with pytest.raises(EngineError):
        fit_head(head, points, weights)


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    spread=st.sampled_from([1e-3, 1.0, 60.0, 1e5, 1e12, 1e30]),
    noise=st.sampled_from([0.0, 0.1, 1.0, 1e6]),
    few=st.booleans(),
)
def test_any_numbers_give_a_finite_head_or_our_own_error(seed, spread, noise, few):
    """Faces torn apart, shrunk to a point, on a line, astronomically large."""
    head = load_head()  # not the fixture: hypothesis would print it
    random = np.random.default_rng(seed)
    points = head.landmarks(head.vertices)[:, :2] + noise * random.normal(size=(478, 2))
    if few:
        points = random.choice(points, 3)[random.integers(0, 3, 478)]
    try:
        fit = fit_head(head, spread * points, random.random(52) * random.choice([0, 1, 50]))
    except EngineError:
        return
    assert np.isfinite(fit.vertices).all() and np.isfinite(fit.residual_mean)
