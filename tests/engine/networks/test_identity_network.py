"""dlib's face recognition network says what dlib says, in torch with a gradient; every other file is refused."""

from pathlib import Path

import dlib
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.networks.identity.face_chip import CHIP, chip_matrix, cut_chips
from engine.networks.identity.identity_network import FaceResNet, load_identity_network
from engine.networks.identity.identity_weights import identity_weights_from_bytes
from engine.networks.identity.onnx_graph import OnnxGraph
from engine.photo.identity import IdentityNetwork, five_points
from engine.photo.levels import Levels
from engine.photo.upright import view_of

NETWORK, POINTS = "dlib_face_recognition_resnet_model_v1.dat", "shape_predictor_5_face_landmarks.dat"


@pytest.fixture(scope="module")
def path(model_store) -> Path:
    return model_store.path("dlib-identity", NETWORK)


@pytest.fixture(scope="module")
def network(path) -> FaceResNet:
    return load_identity_network(path)


@pytest.fixture(scope="module")
def theirs(path):
    return dlib.face_recognition_model_v1(str(path))


@pytest.fixture(scope="module")
def portrait(analyser, astronaut) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A portrait of 400 pixels, MediaPipe's landmarks (478, 3) in it, and another of 800 pixels."""
    landmarks = analyser.faces(astronaut)[0].landmarks
    small, large = (view_of(landmarks, share=0.6, size=size) for size in (400, 800))
    whole = small.matrix()
    within = landmarks.copy()
    within[:, :2] = landmarks[:, :2] @ whole[:, :2].T + whole[:, 2]
    return Levels(astronaut).cut(small), within, Levels(astronaut).cut(large)


@pytest.fixture(scope="module")
def shape(model_store, portrait):
    """dlib's five points in the portrait."""
    predictor = dlib.shape_predictor(str(model_store.path("dlib-identity", POINTS)))
    return predictor(portrait[0], dlib.rectangle(90, 90, 310, 310))


def tensor(picture: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(picture.copy()).permute(2, 0, 1)[None].float()


def of_dlib(shape) -> np.ndarray:
    return np.array([(point.x + 0.5, point.y + 0.5) for point in shape.parts()])


def test_it_says_what_dlib_says_of_any_chip(network, theirs, portrait, shape) -> None:
    random = np.random.default_rng(0)
    chips = [random.integers(0, 256, (CHIP, CHIP, 3), np.uint8), np.zeros((CHIP, CHIP, 3), np.uint8),
             np.full((CHIP, CHIP, 3), 255, np.uint8), dlib.get_face_chip(portrait[0], shape, size=CHIP, padding=0.25)]
    found = network(torch.cat([tensor(chip) for chip in chips]))
    wanted = np.array([theirs.compute_face_descriptor(chip) for chip in chips])
    assert found.shape == (4, 128) and found.dtype == torch.float32
    np.testing.assert_allclose(found.numpy(), wanted, atol=2e-5)
    assert np.linalg.norm(wanted[0] - wanted[3]) > 0.5, "or anything would do"


def test_its_gradient_is_the_slope(network, portrait, shape) -> None:
    chip = cut_chips(tensor(portrait[0]), chip_matrix(of_dlib(shape))).requires_grad_()
    towards = torch.from_numpy(np.random.default_rng(1).standard_normal(128).astype(np.float32))
    (network(chip)[0] @ towards).backward()
    gradient = chip.grad
    assert gradient is not None and bool(gradient.isfinite().all())
    step = gradient / gradient.abs().max() / 16  # small, or many rectifiers switch on the way
    with torch.inference_mode():
        ahead, behind = (float(network(chip + sign * step)[0] @ towards) for sign in (1, -1))
    assert (ahead - behind) / 2 == pytest.approx(float((gradient * step).sum()), rel=0.02)


def test_a_gradient_reaches_the_drawn_picture_where_the_face_is(network, portrait) -> None:
    picture = tensor(portrait[0]).requires_grad_()
    matrix = chip_matrix(portrait[1])
    network(cut_chips(picture, matrix)).square().sum().backward()
    assert picture.grad is not None
    felt = picture.grad[0].abs().sum(0).numpy()
    rows, columns = np.mgrid[:400, :400] + 0.5
    places = np.stack([columns, rows], -1) @ matrix[:, :2].T + matrix[:, 2]
    beyond = np.maximum(-places, places - CHIP).max(-1)  # chip pixels
    assert (felt[beyond < -3] > 0).mean() > 0.99 and not felt[beyond > 1].any()


def test_the_chip_of_dlib_s_points_is_dlib_s(portrait, shape) -> None:
    wanted = dlib.get_face_chip(portrait[0], shape, size=CHIP, padding=0.25)
    found = cut_chips(tensor(portrait[0]), chip_matrix(of_dlib(shape)))[0].permute(1, 2, 0).numpy()
    beyond = found - wanted  # dlib cuts fractions off
    assert -0.01 < np.percentile(beyond, 1) and np.percentile(beyond, 99) < 1.01


def test_the_chip_of_landmarks_is_about_dlib_s(network, portrait, shape) -> None:
    by_points, by_landmarks = (network(cut_chips(tensor(portrait[0]), chip_matrix(points)))[0]
                               for points in (of_dlib(shape), portrait[1]))
    assert float((by_points - by_landmarks).norm()) < 0.15


def test_a_finer_picture_gives_about_the_same_chip(network, portrait) -> None:
    matrix = chip_matrix(portrait[1])
    finer = matrix * [0.5, 0.5, 1]
    assert np.linalg.det(finer[:, :2]) < 0.25, "or it is not halved"
    there, here = (network(cut_chips(tensor(picture), to))[0]
                   for picture, to in ((portrait[0], matrix), (portrait[2], finer)))
    assert float((there - here).norm()) < 0.1


def test_chips_are_cut_one_matrix_a_picture(portrait) -> None:
    matrix = chip_matrix(portrait[1])
    moved = matrix + [[0, 0, 12], [0, 0, -7]]
    picture = tensor(portrait[0])
    together = cut_chips(picture.expand(2, -1, -1, -1), np.stack([matrix, moved]))
    assert torch.equal(together, torch.cat([cut_chips(picture, each) for each in (matrix, moved)]))
    assert torch.allclose(together[0, :, 7:, :-12], together[1, :, :-7, 12:], atol=1e-2)


def test_the_matrix_turns_and_grows_with_the_points() -> None:
    five = np.array([(0.86, 0.21), (0.65, 0.23), (0.12, 0.21), (0.33, 0.23), (0.49, 0.63)]) * 300 + 40
    turned = five @ np.array([[0, 2], [-2, 0]])  # by a quarter, twice as large
    inside = np.array([170.0, 130.0])
    before, after = chip_matrix(five), chip_matrix(turned)
    there = before[:, :2] @ inside + before[:, 2]
    here = after[:, :2] @ (inside @ np.array([[0, 2], [-2, 0]])) + after[:, 2]
    np.testing.assert_allclose(there, here, atol=0.3)  # dlib's chips grow by less than half a pixel with the square


def test_the_identity_meter_says_what_dlib_says(analyser, theirs, astronaut, model_store) -> None:
    face = analyser.faces(astronaut)[0]
    predictor = dlib.shape_predictor(str(model_store.path("dlib-identity", POINTS)))
    cut, shape = five_points(astronaut, face, predictor)
    wanted = theirs.compute_face_descriptor(dlib.get_face_chip(cut, shape, size=CHIP, padding=0.25))
    found = analyser.identity(astronaut, face)
    assert found.shape == (128,) and found.dtype == np.float32
    np.testing.assert_allclose(found, np.array(wanted), atol=1e-5)


def test_points_that_miss_the_eyes_give_way_to_the_landmarks(analyser, astronaut, model_store) -> None:
    """The five-point model is led astray by hard side light: it may then put an eye on the cheek."""
    face = analyser.faces(astronaut)[0]
    predictor = dlib.shape_predictor(str(model_store.path("dlib-identity", POINTS)))

    def moved(cut: np.ndarray, box: dlib.rectangle, by: int) -> dlib.full_object_detection:
        first, *others = predictor(cut, box).parts()
        return dlib.full_object_detection(box, [first + dlib.point(by, by), *others])

    def points(by: int) -> np.ndarray:
        shape = five_points(astronaut, face, lambda cut, box: moved(cut, box, by))[1]
        return np.array([(part.x, part.y) for part in shape.parts()])

    right = points(0)
    assert (points(4)[0] == right[0] + 4).all()
    assert (points(60) == points(90)).all() and np.abs(points(60) - right).max() < 12
    slide = np.array([points(by) for by in range(61)])
    assert np.abs(np.diff(slide, axis=0)).max() <= 5  # no jump from one to the other


def test_other_shapes_are_refused(network) -> None:
    with pytest.raises(ValueError, match="150"):
        network(torch.zeros(1, 3, 112, 112))


def test_a_file_cut_short_or_gone_on_is_refused(path) -> None:
    data = path.read_bytes()
    for end in (0, 1, 20, 300, 350, 19_300, 5_000_000, len(data) - 1):
        with pytest.raises(EngineError):
            identity_weights_from_bytes(data[:end], "cut")
    with pytest.raises(EngineError, match="too many"):
        identity_weights_from_bytes(data + b"\0", "long")


def test_numbers_that_are_not_finite_are_refused(path) -> None:
    data = bytearray(path.read_bytes())
    data[1000:1064] = np.full(16, np.nan, "<f4").tobytes()
    with pytest.raises(EngineError, match="finite"):
        identity_weights_from_bytes(bytes(data), "nan")


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_foreign_bytes_are_refused(data) -> None:
    with pytest.raises(EngineError):
        identity_weights_from_bytes(data, "foreign")


@settings(max_examples=40)
@given(layer=st.integers(0, 60), place=st.integers(-60, 40), value=st.integers(0, 255))
def test_a_damaged_file_loads_or_is_refused(path_bytes, layer, place, value) -> None:
    data, names = path_bytes
    at = names[layer % len(names)] + place
    if data[at] == value:
        return
    damaged = bytearray(data)
    damaged[at] = value
    try:
        loaded = FaceResNet(identity_weights_from_bytes(bytes(damaged), "damaged"))
    except EngineError:
        return
    assert bool(loaded(torch.zeros(1, 3, CHIP, CHIP)).isfinite().all()), "a weight was changed"


@pytest.fixture(scope="module")
def path_bytes(path) -> tuple[bytes, list[int]]:
    """The file, and where the names of its layers are."""
    data = path.read_bytes()
    names, at = [], 0
    while (at := data.find(b"relu_", at + 1)) > 0:
        names.append(at)
    return data, [200, 300, *names]


def test_the_session_that_photos_are_measured_with_keeps_no_second_copy_of_its_weights(path, model_store):
    _, session = IdentityNetwork(model_store.path("dlib-identity", POINTS), path).load()
    held = [value for value in vars(session).values() if isinstance(value, bytes)]
    assert sum(map(len, held)) < 1 << 20


def test_this_onnx_runtime_keeps_the_bytes_where_they_are_let_go_of() -> None:
    """Fails when another ONNX Runtime does it otherwise: then 22 MB are kept again, and nobody says so."""
    import onnxruntime

    graph = OnnxGraph("x", (1, 2))
    data = graph.model(graph.node("Relu", "x"), (1, 2))
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    kept = getattr(session, "_model_bytes", None)
    assert kept == data, f"ONNX Runtime {onnxruntime.__version__} keeps its model elsewhere than in _model_bytes"
    session._model_bytes = None
    assert session.run(None, {"x": np.array([[-1, 2]], np.float32)})[0].tolist() == [[0, 2]]


def test_the_network_is_loaded_and_its_bytes_are_gone(path: Path) -> None:
    assert IdentityNetwork(path.with_name(POINTS), path).load()[1]._model_bytes is None
