"""A convolution by fixed weights gives what torch's does, and its gradient, and keeps nothing of what went in."""

import pytest
import torch
from torch.nn.functional import conv2d

from engine.generator.fixed_convolution import convolved


def parts(layout: torch.memory_format) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    source = torch.Generator().manual_seed(2)
    x, weight = torch.randn(1, 12, 16, 24, generator=source), torch.randn(8, 12, 1, 1, generator=source)
    return (x.contiguous(memory_format=layout).requires_grad_(), weight.contiguous(memory_format=layout),
            torch.randn(8, generator=source))


@pytest.mark.parametrize("layout", [torch.channels_last, torch.contiguous_format])
def test_picture_and_gradient_are_torchs_to_the_bit(layout: torch.memory_format) -> None:
    found = []
    for way in (convolved, conv2d):
        x, weight, bias = parts(layout)
        picture = way(x, weight, bias)
        picture.square().sum().backward()
        found.append((picture.detach(), x.grad))
    assert torch.equal(found[0][0], found[1][0]) and found[0][1] is not None
    torch.testing.assert_close(found[0][1], found[1][1], rtol=0, atol=0 if layout is torch.channels_last else 1e-5)


def test_nothing_of_what_went_in_is_kept() -> None:
    x, weight, bias = parts(torch.channels_last)
    kept: list[torch.Tensor] = []

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        kept.append(tensor)
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        convolved(x, weight, bias)
    assert [one.shape for one in kept] == [weight.shape]


def test_without_a_gradient_it_is_torchs_own() -> None:
    x, weight, bias = parts(torch.channels_last)
    assert convolved(x.detach(), weight, bias).grad_fn is None
