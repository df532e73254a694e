"""Moving latents until the generator draws what is wanted."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError
from engine.generator.alignment import align
from engine.generator.inversion.fidelity import likeness
from engine.generator.inversion.objective import Likeness, reduced
from engine.generator.inversion.optimise import Objective, SearchStep, search
from engine.generator.inversion.rfm import RfmLikeness, structure
from engine.generator.inversion.settings import Stage, TermWeights
from engine.generator.inversion.target import Target, make_target
from engine.photo.open_photo import OpenPhoto
from tests.engine.generator.inversion.conftest import SIZE, SmallNetworks, planted

CPU = torch.device("cpu")
SHORT = (Stage(32, 20, 0.1), Stage(SIZE, 40, 0.1))


@pytest.fixture
def target(photo: OpenPhoto) -> Target:
    points = photo.faces[0].landmarks
    return make_target(photo.picture.pixels, points, align(points), SIZE)


def found_by(networks: SmallNetworks, objective: Objective, stages: Sequence[Stage] = SHORT,
             separately: bool = False) -> list[SearchStep]:
    return list(search(networks.generator, networks.prior, networks.prior.mean, objective, stages, separately))


def psnr(networks: SmallNetworks, code: np.ndarray, target: Target) -> float:
    drawn = networks.generator.synthesis(torch.from_numpy(code)[None])[0].permute(1, 2, 0).numpy()
    return likeness(drawn, target, networks.perceptual).psnr


def test_what_was_drawn_is_found_again(networks: SmallNetworks, target: Target) -> None:
    found = found_by(networks, Likeness(target, networks.perceptual, None, CPU))
    assert psnr(networks, found[-1].code, target) > psnr(networks, networks.prior.mean, target) + 8
    apart = networks.prior.distance(found[-1].code - planted(networks) + networks.prior.mean)
    assert apart < 0.2 * networks.prior.distance(planted(networks))


def test_the_best_never_gets_worse_and_is_what_it_says(networks: SmallNetworks, target: Target) -> None:
    objective = Likeness(target, networks.perceptual, None, CPU)
    found = found_by(networks, objective)
    assert [one.step for one in found] == [*range(20), *range(40)] and found[-1].stage == 1
    for stage in (0, 1):
        losses = [one.loss for one in found if one.stage == stage]
        assert losses == sorted(losses, reverse=True) and losses[-1] < 0.5 * losses[0]
    w = torch.from_numpy(found[-1].code)[None]
    prior = networks.prior
    v = (w - torch.from_numpy(prior.mean)) / torch.from_numpy(prior.sigma)
    with torch.no_grad():
        again = objective.picture_loss(networks.generator.synthesis(w)) + objective.latent_loss(w, v)
    assert float(again) == pytest.approx(found[-1].loss, rel=1e-3)


def test_rfms_objective_finds_it_too(networks: SmallNetworks, target: Target) -> None:
    found = found_by(networks, RfmLikeness(target, networks.perceptual, CPU), separately=True)
    assert psnr(networks, found[-1].code, target) > psnr(networks, networks.prior.mean, target) + 5


def test_a_heavy_prior_keeps_latents_usual(networks: SmallNetworks, target: Target) -> None:
    def end(weights: TermWeights) -> np.ndarray:
        return found_by(networks, Likeness(target, networks.perceptual, None, CPU, weights))[-1].code

    free, held = end(TermWeights(prior=0, rows=0)), end(TermWeights(prior=3.0, rows=0))
    alike = end(TermWeights(prior=0, rows=3.0))
    assert networks.prior.distance(held) < 0.5 * networks.prior.distance(free)
    assert np.ptp(alike, 0).mean() < 0.5 * np.ptp(free, 0).mean()


def test_the_identity_term_is_asked_of_the_face(networks: SmallNetworks, target: Target) -> None:
    seen: list[tuple[int, ...]] = []

    def identity(chips: torch.Tensor) -> torch.Tensor:
        seen.append(tuple(chips.shape))
        assert 0 <= float(chips.min()) and float(chips.max()) <= 255
        return chips.mean((2, 3)) / 255

    plain, with_it = (Likeness(target, networks.perceptual, one, CPU) for one in (None, identity))
    picture = networks.generator.synthesis(torch.from_numpy(networks.prior.mean)[None])
    wanted = torch.from_numpy(target.at(SIZE)).permute(2, 0, 1)[None]
    assert float(with_it.picture_loss(picture)) > float(plain.picture_loss(picture))
    assert float(with_it.picture_loss(wanted)) == pytest.approx(0, abs=1e-6)
    assert set(seen) == {(1, 3, 150, 150)}


def test_numbers_that_are_not_finite_end_the_search(networks: SmallNetworks) -> None:
    class Astray:
        def picture_loss(self, picture: Any) -> Any:
            return picture.mean() * float("nan")

        def latent_loss(self, w: Any, v: Any) -> Any:
            return w.mean()

    with pytest.raises(EngineError, match="lost its way"):
        found_by(networks, Astray())


def test_the_prior_tells_usual_latents(networks: SmallNetworks) -> None:
    z = torch.from_numpy(np.random.RandomState(2).randn(500, networks.generator.space.z).astype(np.float32))
    w = networks.generator.mapping(z).numpy()
    prior = networks.prior
    assert np.mean([prior.distance(np.repeat(one[None], 4, 0)) for one in w]) == pytest.approx(1, rel=0.2)
    assert prior.distance(prior.mean) == 0


def test_structure_is_one_only_for_the_same() -> None:
    pictures = torch.rand(1, 3, 40, 40, generator=torch.Generator().manual_seed(0)) * 2 - 1
    assert float(structure(pictures, pictures)) == pytest.approx(1)
    assert float(structure(pictures, -pictures)) < 0
    assert float(structure(pictures, pictures * 0.5)) < 0.95


def test_pictures_are_reduced_by_means() -> None:
    picture = torch.arange(16.0).view(1, 1, 4, 4)
    assert reduced(picture, 2).flatten().tolist() == [2.5, 4.5, 10.5, 12.5]
    assert reduced(picture, 8) is picture
