"""A convolution by weights that are not trained: its gradient needs none of what went in, so none of it is kept.

torch keeps the input of every convolution for the weights' gradient, also where nobody asks for that one. Of what a
drawn picture of 1024 pixels keeps for the way back that was 0.2 of 0.5 GB. What is computed is the same, to the bit.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch


def convolved(x: "torch.Tensor", weight: "torch.Tensor", bias: "torch.Tensor") -> "torch.Tensor":
    """x (n, i, h, w) by weight (o, i, 1, 1) and bias (o,), through which no gradient goes; (n, o, h, w)."""
    from torch.nn.functional import conv2d

    return _function().apply(x, weight, bias) if x.requires_grad else conv2d(x, weight, bias)


@cache
def _function() -> Any:
    """torch's own class for it, which is there only with torch."""
    import torch
    from torch.nn.functional import conv2d

    class FixedConvolution(torch.autograd.Function):
        @staticmethod
        def forward(ctx: Any, x: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
            ctx.save_for_backward(weight)
            ctx.like = x.shape
            return conv2d(x, weight, bias)

        @staticmethod
        @torch.autograd.function.once_differentiable
        def backward(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor, None, None]:
            weight, = ctx.saved_tensors
            # Only the shape of what went in is looked at: what is never written to takes no memory.
            shape = torch.empty(ctx.like, dtype=gradient.dtype, device=gradient.device,
                                memory_format=torch.channels_last)
            back, _, _ = torch.ops.aten.convolution_backward(gradient, shape, weight, None, (1, 1), (0, 0), (1, 1),
                                                             False, (0, 0), 1, (True, False, False))
            return back, None, None

    return FixedConvolution
