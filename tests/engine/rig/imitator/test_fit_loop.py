"""The face-nn tools' fit, as it was, to its own numbers; and the repaired one, defect by defect."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.networks.bisenet import parse_logits
from engine.networks.identity.light_cnn import light_cnn_features
from engine.photo.picture import read_picture
from engine.rig.imitator.fit_loop import LoopPlan, LoopStep, fit_values, step_rate
from engine.rig.imitator.losses import PublishedLosses, RepairedLosses
from engine.rig.imitator.network import Imitator, upright
from tests.engine.rig.imitator.seeded import PHOTO, SAMPLE, numbers, seeded_weights


@pytest.fixture(scope="module")
def published() -> Imitator:
    return Imitator(seeded_weights("imitator"))


@pytest.fixture(scope="module")
def losses() -> PublishedLosses:
    features = partial(light_cnn_features, seeded_weights("lightcnn"))
    return PublishedLosses(read_picture(PHOTO).pixels, features, partial(parse_logits, seeded_weights("bisenet")))


def relative(found: np.ndarray, known: np.ndarray) -> float:
    return float(np.sqrt(np.mean((found - known) ** 2) / np.mean(known**2)))


def test_losses_and_gradients_are_the_original_s(published: Imitator, losses: PublishedLosses) -> None:
    known = numbers("fit_losses")
    assert np.abs(losses._where[0].numpy()[np.ix_(SAMPLE, SAMPLE)] - known["photo_map"]).max() < 0.01
    x = torch.from_numpy(known["x"][1:2]).requires_grad_(True)
    likeness, content = losses(published.raw(x))
    assert abs(likeness.item() - known["l1_cosine"][1]) < 5e-5 and abs(content.item() - known["l2_content"][1]) < 5e-5
    for loss, name in ((content, "grad_l2"), (1.2 * (1 - likeness) + content, "grad_total")):
        gradient = torch.autograd.grad(loss, x, retain_graph=True)[0][0].numpy()
        assert relative(gradient, known[name][1]) < 0.02, name


def test_the_loop_is_the_original_s_as_long_as_steps_are_short(published: Imitator, losses: PublishedLosses) -> None:
    known = numbers("fit_loop_small_lr")
    steps: list[LoopStep] = []
    run(fit_values(published, losses, LoopPlan(2, 0.01, 2, published=True), steps.append))
    for number, (step, far, off) in enumerate(zip(steps, (0.0002, 0.001), (5e-5, 0.0002), strict=True)):
        assert abs(step.loss - known["loss_total"][number]) < off and step.rate == known["lr_used"][number]
        assert np.abs(step.after - known["params_after_step"][number]).max() < far


def test_a_step_is_the_original_s_arithmetic() -> None:
    from engine.rig.imitator.fit_loop import _stepped

    known = numbers("fit_loop")
    plan = LoopPlan(5, 0.6, 2, published=True)
    before = np.full(99, 0.5, np.float32)
    for number in range(5):
        step = _stepped((0, 0, 0, before), known["grad"][number], step_rate(number, plan), plan, [*plan.one_hot])
        assert np.abs(step.clamped - known["params_after_clamp"][number]).max() < 1e-6
        assert np.abs(step.after - known["params_after_step"][number]).max() < 1e-6
        before = known["params_after_step"][number]


@pytest.mark.parametrize(("name", "steps", "every"), [("fit_default", 1000, 50), ("fit_n5_p2", 5, 2),
                                                      ("fit_n120_p50", 120, 50)])
def test_rates_are_the_original_s(name: str, steps: int, every: int) -> None:
    plan = LoopPlan(steps, every=every)
    assert np.allclose([step_rate(step, plan) for step in range(steps)], numbers("lr")[name], atol=1e-12)


# ---- what was wrong with it

def colours(seen: list[torch.Tensor]) -> Callable[[torch.Tensor], torch.Tensor]:
    """A parser that sees parts by colour: of 19 classes the left brow is red, the right one green, and so on."""
    def scores(pictures: torch.Tensor) -> torch.Tensor:
        seen.append(pictures.detach())
        found = pictures.new_zeros(len(pictures), 19, *pictures.shape[2:])
        for part, channel in ((1, 2), (2, 0), (3, 1), (4, 0), (5, 1), (12, 2)):
            found[:, part] = pictures[:, channel] * (1 + part / 7)
        return found
    return scores


def brightness(pictures: torch.Tensor) -> torch.Tensor:
    return torch.cat([pictures.flatten(1)[:, ::7], torch.ones(len(pictures), 1)], 1)


def close(photo: torch.Tensor) -> Callable[[torch.Tensor], torch.Tensor]:
    return lambda picture: 1 - (picture - photo).abs().mean()


@pytest.fixture
def toy() -> Imitator:
    imitator = Imitator.begun(99, (12, 8), 4)
    for key in ("0.0.weight", "1.0.weight", "2.weight"):
        imitator.weights[key] *= 20
    return imitator


@pytest.mark.parametrize("mistaken", [True, False])
def test_defect_the_photo_s_grey_was_255_times_too_bright_and_lay_on_its_side(mistaken: bool, toy: Imitator) -> None:
    """A picture compared with itself is the same person; for the original it was not, for another range went in."""
    side = 512 if mistaken else 16
    photo = np.random.default_rng(0).integers(0, 256, (side, side, 3), np.uint8)
    raw = upright(torch.from_numpy(photo).permute(2, 0, 1)[None].float() / 255)
    if mistaken:
        likeness, _ = PublishedLosses(photo, brightness, colours([]))(raw)
        assert likeness.item() < 0.99
    else:
        likeness, content = RepairedLosses(photo, close, colours([]))(raw)
        assert likeness.item() == pytest.approx(1, abs=1e-6) and content.item() == pytest.approx(0, abs=1e-6)


def test_defect_faces_were_parsed_blue_first_and_not_normalised() -> None:
    photo = np.zeros((16, 16, 3), np.uint8)
    photo[:4, :, 0] = 255
    for kind, first_row in ((PublishedLosses, (0, 0, 1)), (RepairedLosses, (2.2489, -2.0357, -1.8044))):
        seen: list[torch.Tensor] = []
        wide = np.repeat(np.repeat(photo, 32, 0), 32, 1) if kind is PublishedLosses else photo
        kind(wide, brightness if kind is PublishedLosses else close, colours(seen))  # type: ignore[arg-type]
        assert seen[0].shape[2:] == ((512, 512) if kind is PublishedLosses else (256, 256))
        assert seen[0][0, :, 10, 10].tolist() == pytest.approx(list(first_row), abs=1e-3)


@pytest.mark.parametrize("part", [2, 3, 4, 5])
def test_defect_one_brow_and_one_eye_did_not_count(part: int) -> None:
    def one_part(pictures: torch.Tensor) -> torch.Tensor:
        found = pictures.new_zeros(1, 19, *pictures.shape[2:])
        found[:, part] = pictures[:, 0] * 10
        return found

    photo, other = np.zeros((512, 512, 3), np.uint8), np.zeros((512, 512, 3), np.uint8)
    photo[100:200, 100:200] = 255
    other[100:200, 140:240] = 255
    raw = upright(torch.from_numpy(other).permute(2, 0, 1)[None].float() / 255)
    assert RepairedLosses(photo, close, one_part)(raw)[1].item() > 0.05
    assert (PublishedLosses(photo, brightness, one_part)(raw)[1].item() > 0.05) is (part in (3, 4))


def test_defect_values_that_no_rig_reads_moved_and_the_last_step_was_the_answer(toy: Imitator) -> None:
    photo = toy.draw(np.random.default_rng(3).random(99).astype(np.float32))
    plan = LoopPlan(40, 4.0, 10, moving=tuple(range(82)))
    steps: list[LoopStep] = []
    found = run(fit_values(toy, RepairedLosses(photo, close, colours([])), plan, steps.append))
    assert (found.values[82:96] == 0.5).all() and (found.values[:82] != 0.5).any()
    assert found.loss < 0.8 * found.begun
    assert min(found.choices) == pytest.approx(found.loss, abs=1e-6)
    all_ = run(fit_values(toy, RepairedLosses(photo, close, colours([])), LoopPlan(3, 4.0, published=True)))
    assert (all_.values[82:96] != 0.5).any() and all_.choices == ()


def test_one_hot_values_are_relaxed_then_searched_and_never_left_between(toy: Imitator) -> None:
    steps: list[LoopStep] = []
    photo = toy.draw(np.eye(99, dtype=np.float32)[97] + np.float32(0.5) * (np.arange(99) < 96))
    found = run(fit_values(toy, RepairedLosses(photo, close, colours([])), LoopPlan(5), steps.append))
    assert sorted(found.values[96:]) == [0, 0, 1]
    assert int(np.argmax(found.values[96:])) == int(np.argmin(found.choices)) and len(found.choices) == 3
    for step in steps:
        assert step.after[96:].sum() == pytest.approx(1, abs=1e-6) and (step.after[96:] >= 0).all()
    assert any(0.05 < step.after[96:].max() < 0.95 for step in steps)


def test_what_the_losses_do_not_see_goes_back_to_its_default() -> None:
    from engine.rig.imitator.fit_loop import _stepped

    values = np.full(99, 0.5, np.float32)
    values[3], values[96:] = 0.9, (1, 0, 0)
    unseen = np.zeros(99, np.float32)
    for published, there in ((False, 0.9 - 0.6 * 2 * 0.01 * 0.4), (True, 0.9)):
        step = _stepped((0, 0, 0, values), unseen, 0.6, LoopPlan(5, published=published, prior=0.01), [96, 97, 98])
        assert step.after[3] == pytest.approx(there, abs=1e-6)
        assert step.after[96:].tolist() == [1, 0, 0] and (np.delete(step.after[:96], 3) == 0.5).all()


def test_the_network_learns_nothing_while_it_is_fitted(toy: Imitator) -> None:
    before = {key: tensor.clone() for key, tensor in toy.weights.items()}
    photo = np.full((16, 16, 3), 90, np.uint8)
    first = run(fit_values(toy, RepairedLosses(photo, close, colours([])), LoopPlan(2)))
    again = run(fit_values(toy, RepairedLosses(photo, close, colours([])), LoopPlan(2)))
    assert np.array_equal(first.values, again.values)
    assert all(torch.equal(toy.weights[key], tensor) for key, tensor in before.items())


def test_what_is_not_finite_is_one_line(toy: Imitator) -> None:
    losses = RepairedLosses(np.zeros((16, 16, 3), np.uint8),
                            lambda photo: lambda drawn: (drawn - photo).sum() * torch.nan, colours([]))
    with pytest.raises(EngineError, match="not finite"):
        run(fit_values(toy, losses, LoopPlan(2)))


def test_old_imitators_without_paint_have_nothing_to_choose() -> None:
    found = run(fit_values(Imitator.begun(95, (6, 5), 0),
                           RepairedLosses(np.zeros((16, 16, 3), np.uint8), close, colours([])), LoopPlan(2)))
    assert found.values.shape == (95,) and found.choices == ()


def test_losses_are_worked_out_where_the_networks_are() -> None:
    photo = np.zeros((512, 512, 3), np.uint8)
    raw = torch.empty(1, 3, 512, 512, device="meta")  # a device that every machine has beside its processors

    def scores(pictures: torch.Tensor) -> torch.Tensor:
        return pictures[:, :1].expand(-1, 19, -1, -1)

    for losses in (PublishedLosses(photo, lambda faces: faces.flatten(1), scores, "meta"),
                   RepairedLosses(photo, close, scores, "meta")):
        assert {one.device.type for one in losses(raw)} == {"meta"}
    assert Imitator.begun(3, (4,), 1).to("meta").device.type == "meta"
