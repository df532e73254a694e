"""The step of the search is torch's own, without what its class imports."""

import subprocess
import sys

import torch

from engine.generator.inversion.optimise import Adam

_RATES = (0.0, 0.05, 0.1, 0.02, 0.3)


def _loss(moved: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    return ((moved - wanted) ** 4).mean()


def test_it_moves_as_torchs_optimiser_does_to_the_bit() -> None:
    for first in (0.9, 0.0):
        torch.manual_seed(3)
        one, wanted = torch.randn(1, 4, 32, requires_grad=True), torch.randn(1, 4, 32)
        other = one.detach().clone().requires_grad_()
        ours, theirs = Adam(one, first, 0.99), torch.optim.Adam([other], betas=(first, 0.99))
        for rate in _RATES * 3:
            ours.step(_loss(one, wanted), rate)
            theirs.param_groups[0]["lr"] = rate
            theirs.zero_grad()
            _loss(other, wanted).backward()
            theirs.step()
        assert torch.equal(one, other)


def test_it_imports_no_compiler() -> None:
    code = ("import sys, torch\n"
            "from engine.generator.inversion.optimise import Adam\n"
            "moved = torch.ones(3, requires_grad=True)\n"
            "Adam(moved, 0.9, 0.99).step(moved.square().sum(), 0.1)\n"
            "print(sorted({'torch._dynamo', 'sympy'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
