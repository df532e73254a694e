"""The head does what its targets say, and is a mesh one can draw and print."""

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.head.raster import rasterise
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.photo.landmark_sets import INNER_LIP_LOWER, INNER_LIP_UPPER, IRISES, LIDS


def _expression(head, **weights):
    values = np.zeros(52, np.float32)
    for name, weight in weights.items():
        values[ARKIT_INDEX[name]] = weight
    return head.shape(None, values)


def _moved(head, **weights):
    return _expression(head, **weights) - head.vertices


def test_no_weights_give_the_base(head):
    assert (head.shape() == head.vertices).all()
    assert (head.shape(np.zeros(len(head.shape_names)), np.zeros(52)) == head.vertices).all()


def test_shape_is_the_linear_combination(head):
    random = np.random.default_rng(3)
    shape = random.normal(size=len(head.shape_names)).astype(np.float32) * 0.3
    expression = random.random(52).astype(np.float32)
    for active in (5, len(shape)):  # few targets and many take different roads
        weights = np.where(np.arange(len(shape)) < active, shape, 0)
        expected = head.vertices + np.tensordot(weights.astype(np.float64), head.shape_basis, 1)
        expected = expected + np.tensordot(expression.astype(np.float64), head.expression_basis, 1)
        assert np.abs(head.shape(weights, expression) - expected).max() < 1e-4


def test_wrong_sizes_and_names_are_usage_errors(head):
    for call in (
        lambda: head.shape(np.zeros(3)), lambda: head.shape(None, np.zeros(51)), lambda: head.triangles_of("horns"),
        lambda: head.weights({"no-such": 1.0}), lambda: head.weights({"nose-hump": float("nan")}),
        lambda: head.weights({"head-oval": -0.5}),
    ):  # fmt: skip
        with pytest.raises(UsageError):
            call()


def test_a_slider_is_one_target_above_zero_and_another_below(head):
    random = np.random.default_rng(1)
    values = {name: float(random.uniform(0 if low is None else -1, 1)) for name, low, _ in head.sliders}
    weights = head.weights(values)
    for name, low, high in head.sliders:
        below = 0.0 if low is None else weights[head.shape_index[low]]
        assert weights[head.shape_index[high]] - below == pytest.approx(values[name], abs=1e-6), name
    assert (head.weights({"nose-hump": -0.4}) >= 0).all()


def test_left_is_plus_x(head):
    for name in ARKIT_52:
        if name.endswith(("Left", "Right")) and not name.startswith(("jaw", "mouthLeft", "mouthRight")):
            delta = np.linalg.norm(head.expression_basis[ARKIT_INDEX[name]], axis=1)
            side = (delta**2 * head.vertices[:, 0]).sum()
            assert (side > 0) == name.endswith("Left"), name


def test_the_jaw_lowers_the_chin_and_the_lower_teeth_only(head):
    moved = _moved(head, jawOpen=1)
    assert (head.landmarks(head.vertices + moved) - head.landmarks(head.vertices))[152, 1] < -0.2
    assert moved[head.vertices_of("teeth_lower"), 1].mean() < -0.15
    assert np.abs(moved[head.vertices_of("teeth_upper")]).max() < 1e-3
    assert np.abs(moved[head.vertices_of("eye_left", "eye_right")]).max() < 1e-3


def test_a_blink_closes_one_eye(head):
    points = head.landmarks(_expression(head, eyeBlinkLeft=1))
    rest = head.landmarks(head.vertices)
    left, right = ((159, 145), (386, 374))[::-1]
    assert rest[left[0], 1] - rest[left[1], 1] > 0.06
    assert points[left[0], 1] - points[left[1], 1] < 0.004
    assert np.abs(points - rest)[list(right)].max() < 1e-3


def test_the_cornea_stays_under_the_closed_lid(head):
    vertices = _expression(head, eyeBlinkLeft=1, eyeBlinkRight=1)
    triangles = head.triangles_of("skin", "socket", "eye_left", "eye_right")
    eyes = len(head.triangles_of("eye_left", "eye_right"))
    assert (triangles[-eyes:] == head.triangles_of("eye_left", "eye_right")).all()
    points = np.c_[vertices[:, 0] * 600 + 300, 300 - (vertices[:, 1] - 0.34) * 600, -vertices[:, 2]]
    face, _ = rasterise(points, triangles, (600, 600))
    assert (face >= len(triangles) - eyes).sum() < 100  # of about 5700 pixels with open eyes


def test_gaze_turns_the_eyeball_and_keeps_its_size(head):
    for name, axis, sign in (("eyeLookUpLeft", 1, 1), ("eyeLookDownLeft", 1, -1), ("eyeLookOutLeft", 0, 1),
                             ("eyeLookInLeft", 0, -1)):  # fmt: skip
        moved = _moved(head, **{name: 1})
        centre = IRISES["left"][0]
        delta = head.landmarks(head.vertices + moved)[centre] - head.landmarks(head.vertices)[centre]
        assert sign * delta[axis] > 0.04, name
        ids = head.vertices_of("eye_left")
        before = np.linalg.norm(head.vertices[ids] - head.eyes["left"].centre, axis=1)
        after = np.linalg.norm(head.vertices[ids] + moved[ids] - head.eyes["left"].centre, axis=1)
        assert np.abs(after - before).max() < 1e-3


def test_a_smile_lifts_and_widens_its_own_corner(head):
    rest = head.landmarks(head.vertices)
    delta = head.landmarks(_expression(head, mouthSmileLeft=1)) - rest
    assert delta[291, 0] > 0.03 and delta[291, 1] > 0.05
    assert np.abs(delta[61]).max() < 0.01


def test_landmarks_lie_where_they_are_named(head):
    points = head.landmarks(head.vertices)
    assert points.shape == (478, 3)
    assert points[10, 1] > points[168, 1] > points[1, 1] > points[13, 1] > points[152, 1]  # forehead to chin
    assert np.argmax(points[:468, 2]) in (1, 4, 5, 45, 275, 44, 274)  # the tip of the nose is foremost
    for side, sign in (("left", 1), ("right", -1)):
        assert (sign * points[list(LIDS[side]), 0] > 0.1).all()
        assert sign * points[IRISES[side][0], 0] > 0.2
    # across the mouth the landmarks mirror to a tenth of a millimetre or so
    upper = points[list(INNER_LIP_UPPER)]
    assert np.abs(upper[:, 0] + upper[::-1, 0]).max() < 0.006
    assert np.abs(np.diff(points[list(INNER_LIP_LOWER), 0])).min() > 0.01


def test_the_lips_are_closed_at_rest(head):
    """Seen from the front no tooth, gum, tongue or cavity shows."""
    inside = head.triangles_of("cavity", "tongue", "gum", "teeth_upper", "teeth_lower")
    triangles = np.concatenate([head.triangles_of("skin", "socket"), inside])
    points = np.c_[
        head.vertices[:, 0] * 1600 + 500, 250 - (head.vertices[:, 1] + 0.33) * 1600, -head.vertices[:, 2]
    ]
    face, _ = rasterise(points, triangles, (1000, 500))
    assert (face >= len(triangles) - len(inside)).sum() < 20


def test_the_neck_ends_in_one_clean_loop(head):
    triangles = head.triangles_of("skin", "socket", "cavity")
    edges = np.sort(np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    unique, count = np.unique(edges, axis=0, return_counts=True)
    rim = unique[count == 1]
    assert count.max() == 2
    ids, degree = np.unique(rim, return_counts=True)
    assert (degree == 2).all()
    follow = {int(i): [int(a + b - i) for a, b in rim[(rim == i).any(axis=1)]] for i in ids}
    line = [int(ids[0])]
    while len(line) <= len(ids):
        after = [n for n in follow[line[-1]] if n not in line[-2:]]
        if not after or after[0] == line[0]:
            break
        line.append(after[0])
    assert len(line) == len(ids)  # one loop, not several
    loop = head.vertices[ids]
    assert loop[:, 1].max() < -0.7
    step = np.linalg.norm(np.diff(head.vertices[line], axis=0), axis=1)
    assert step.max() < 0.25
    # the rim follows a tilted smooth surface: what a quadric leaves over is under half a millimetre
    x, y, z = loop.T
    quadric = np.c_[np.ones(len(x)), z, x**2, z**2]
    left_over = y - quadric @ np.linalg.lstsq(quadric, y, rcond=None)[0]
    assert np.abs(left_over).max() < 0.005


def test_triangles_face_outwards(head):
    for part in ("skin", "eye_left", "eye_right"):
        triangles = head.triangles_of(part)
        a, b, c = (head.vertices[triangles[:, k]].astype(np.float64) for k in range(3))
        middle = head.eyes[part[4:]].centre if part.startswith("eye") else np.array([0.0, 0.1, 0.3])
        outward = (np.cross(b - a, c - a) * ((a + b + c) / 3 - middle)).sum(axis=1)
        assert outward.sum() > 0 and (outward > 0).mean() > 0.75, part


def test_normals_are_unit_and_point_out_of_the_nose(head):
    normals = head.normals(head.vertices)
    used = np.unique(head.triangles)
    assert np.linalg.norm(normals[used], axis=1) == pytest.approx(1, abs=1e-3)
    nose = np.argmax(np.where(head.masks["nose"] > 0.5, head.vertices[:, 2], -9))
    assert normals[nose, 2] > 0.6


def test_extreme_weights_stay_finite(head):
    random = np.random.default_rng(0)
    for _ in range(20):
        values = {name: float(random.uniform(0 if low is None else -1, 1)) for name, low, _ in head.sliders}
        assert np.isfinite(head.shape(head.weights(values), random.random(52))).all()
