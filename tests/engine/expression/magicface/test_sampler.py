"""The noise schedule is the published one."""

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.expression.magicface.sampler import scheduler
from engine.expression.magicface.settings import MagicFaceSettings
from tests.engine.expression.magicface.seeded import CASES, case


def test_fifty_steps() -> None:
    wanted = [*range(999, 518, -20), *range(500, 19, -20)]
    assert scheduler(50).timesteps.tolist() == wanted and len(wanted) == 50


@pytest.mark.parametrize("name", CASES)
def test_timesteps_and_sigmas_are_the_original_s(name: str) -> None:
    known = case(name)
    schedule = scheduler(int(known["num_inference_steps"]))
    assert schedule.timesteps.tolist() == known["timesteps"].tolist()
    assert np.allclose(schedule.sigmas.numpy(), known["sigmas"], rtol=1e-6, atol=0)
    assert schedule.init_noise_sigma == 1


@pytest.mark.parametrize("steps", [50, 20, 10])
def test_the_last_sigma_is_the_smallest_of_training(steps: int) -> None:
    betas = np.linspace(0.00085**0.5, 0.012**0.5, 1000) ** 2
    assert scheduler(steps).sigmas[-1].item() == pytest.approx(np.sqrt(betas[0] / (1 - betas[0])), rel=1e-4)
    assert scheduler(steps).sigmas[-1].item() == pytest.approx(0.029167, abs=1e-6)


@pytest.mark.parametrize("steps", [0, -1, 201])
def test_other_counts_are_refused(steps: int) -> None:
    with pytest.raises(UsageError, match="outside 1 to 200"):
        scheduler(steps)


@pytest.mark.parametrize("wrong", [{"steps": 0}, {"guidance": -0.1}, {"guidance": 11.0}, {"guidance": float("nan")},
                                   {"seed": -1}, {"seed": 2**63}])
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        MagicFaceSettings(**wrong)
