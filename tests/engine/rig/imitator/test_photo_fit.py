"""A photo laid over an imitator's face, told apart by whose it is, and fitted through all of it."""

from functools import partial

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.networks.identity.light_cnn import SIDE
from engine.photo.analyser import FaceAnalyser
from engine.rig.imitator import photo_fit
from engine.rig.imitator.fit_loop import LoopPlan
from engine.rig.imitator.network import Imitator
from engine.rig.imitator.photo_fit import average_landmarks, face_matrix, fit_photo, laid_over, likeness_by
from tests.engine.rig.imitator.seeded import seeded_weights


def marks(side: float, angle: float = 0.0, shift: float = 0.0) -> np.ndarray:
    """478 points of a made-up face, turned about the middle and shifted."""
    points = np.random.default_rng(1).random((478, 2)) * side / 2 + side / 4
    points[[33, 133, 362, 263]] = np.array([[0.35, 0.4], [0.42, 0.4], [0.58, 0.4], [0.65, 0.4]]) * side
    points[[61, 291, 13, 14]] = np.array([[0.42, 0.7], [0.58, 0.7], [0.5, 0.69], [0.5, 0.71]]) * side
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return (points - side / 2) @ turn.T + side / 2 + shift


@pytest.mark.parametrize("side", [40, 64, 400])
def test_a_photo_is_laid_so_that_landmarks_meet(side: int) -> None:
    """A smooth picture whose colour says where it is comes back with the colour of the place that it should be from."""
    y, x = np.mgrid[:side, :side] + 0.5
    photo = np.stack([x * 255 / side, y * 255 / side, np.zeros_like(x)], 2).astype(np.uint8)
    there, here = marks(side, 0.3, side * 0.02), marks(64)
    laid = laid_over(photo, there, here, 64).astype(float)
    inner = slice(20, 44)
    turn = np.array([[np.cos(0.3), -np.sin(0.3)], [np.sin(0.3), np.cos(0.3)]])
    rows, columns = np.mgrid[inner, inner] + 0.5
    wanted = ((np.stack([columns, rows], 2) - 32) @ turn.T + 32) / 64 + 0.02
    assert np.abs(laid[inner, inner, :2] - wanted * 255).max() < 4


def test_the_face_that_light_cnn_sees_is_where_it_was_taught_to_look() -> None:
    points = marks(200, 0.4, 13)
    matrix = face_matrix(points)
    at = points @ matrix[:, :2].T + matrix[:, 2]
    assert at[[33, 133, 362, 263]].mean(0) == pytest.approx([SIDE / 2, 40], abs=1e-6)
    assert at[[61, 291, 13, 14]].mean(0) == pytest.approx([SIDE / 2, 88], abs=1e-6)


def test_one_person_is_alike_and_another_is_less_and_it_can_be_followed_back() -> None:
    likeness = likeness_by(marks(64), None, seeded_weights("lightcnn"))
    random = torch.Generator().manual_seed(0)
    first = torch.rand(1, 3, 64, 64, generator=random, requires_grad=True)
    second = torch.rand(1, 3, 64, 64, generator=random)
    assert likeness(first)(first).item() == pytest.approx(1, abs=1e-5)
    other = likeness(second)(first)
    assert other.item() < 0.995
    assert float(torch.autograd.grad(other, first)[0].abs().max()) > 0
    with pytest.raises(UsageError, match="whose face"):
        likeness_by(marks(64), None, None)


def test_an_imitator_that_draws_no_face_is_one_line(analyser: FaceAnalyser) -> None:
    with pytest.raises(EngineError, match="no face is seen"):
        average_landmarks(Imitator.begun(99, (4, 4, 4), 0), analyser)


class Parser:
    def scores(self, pictures: torch.Tensor) -> torch.Tensor:
        return pictures.repeat(1, 7, 1, 1)[:, :19]


def test_the_whole_way(monkeypatch: pytest.MonkeyPatch, analyser: FaceAnalyser) -> None:
    monkeypatch.setattr(photo_fit, "average_landmarks", lambda imitator, analyser: marks(16))
    imitator = Imitator.begun(99, (12, 8), 4)
    photo = np.random.default_rng(0).integers(0, 256, (90, 80, 3), np.uint8)
    fit = partial(fit_photo, photo, marks(80), imitator, analyser, Parser(), None, seeded_weights("lightcnn"))
    found, laid = run(fit(LoopPlan(3)))
    assert laid.shape == (16, 16, 3) and sorted(found.values[96:]) == [0, 0, 1]
    assert (found.values[82:95] == 0.5).all() and found.values[75] == 0.5  # nothing moves what no rig reads
    with pytest.raises(UsageError, match="512 pixels"):
        run(fit(LoopPlan(3, published=True)))


def test_the_published_fit_cuts_as_the_original(monkeypatch: pytest.MonkeyPatch, analyser: FaceAnalyser) -> None:
    marked = np.random.default_rng(0).integers(0, 256, (512, 512, 3), np.uint8)
    monkeypatch.setattr(photo_fit, "published_crop", lambda pixels: marked)
    imitator = Imitator.begun(99, (4,) * 7, 0)
    found, laid = run(fit_photo(np.zeros((9, 9, 3), np.uint8), marks(9), imitator, analyser, Parser(), None,
                                seeded_weights("lightcnn"), LoopPlan(1, published=True)))
    assert np.array_equal(laid, marked) and sorted(found.values[96:]) == [0, 0, 1] and found.choices == ()
