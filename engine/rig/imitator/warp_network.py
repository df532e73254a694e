"""Our imitator: an average picture whose pixels are moved and recoloured by the values.

In front of a camera that stands still a head's picture changes nearly linearly with its values, if one says where each
pixel comes from and not what it is. So the network tells a few numbers of the values, each the amount of one mode: of a
move (a coarse field of shifts, as in optical flow), of coarse colour and of fine colour. The amounts are linear in the
values and in how far each is from its middle (the targets at a slider's two ends differ), with a small hidden layer for
what is not. Colour is added to the average picture before it is moved, so that shading stays on the face.

    x = 2 v - 1                                   (n,)
    amounts = linear [x, |x|] + turn tanh(hidden x)
    picture(p) = (average + coarse + fine)(p + move(p)), each of the three a sum of modes

Pictures that transposed convolutions draw are sharp after days on a graphics card, these after minutes without one:
`beginning` works a network out of a database by optical flow and least squares, and learning goes on from there.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.imitator.network import Imitator, bounded, upright

if TYPE_CHECKING:
    import torch
    from torch import Tensor

SIDE, COARSE = 256, 64
MOVES, COARSE_COLOURS, FINE_COLOURS, HIDDEN = 96, 96, 8, 96
COLOUR_UNIT = 0.1
"""Modes of colour are kept in tenths, so that numbers that learn at one rate are of one size; those of moves in
pixels."""
_MOST_SIDE, _MOST_VALUES, _MOST_MODES = 1024, 4096, 1024


class WarpImitator(Imitator):
    """weights: tensors by name, see `warp_shapes`. Raises EngineError, naming `name`, for any others."""

    @classmethod
    def still(cls, values: int, side: int = SIDE, seed: int = 0) -> Self:
        """One that has learnt nothing and draws grey; only its hidden layer is drawn from the seed."""
        import torch

        random = torch.Generator().manual_seed(seed)
        weights = {key: torch.zeros(shape) for key, shape in warp_shapes(values, side, min(COARSE, side)).items()}
        weights["hidden.weight"].normal_(0, values ** -0.5, generator=random)
        weights["average"].fill_(0.5)
        return cls(weights)

    @property
    def values(self) -> int:
        return int(self.weights["hidden.weight"].shape[1])

    @property
    def side(self) -> int:
        return int(self.weights["average"].shape[1])

    @property
    def learnt(self) -> "dict[str, Tensor]":
        return dict(self.weights)

    def raw(self, values: "Tensor", training: bool = False) -> "Tensor":
        """(B, n) values 0..1 to pictures as the published network has them: blue first, columns before rows."""
        return upright(self.pictures(values, training))

    def pictures(self, values: "Tensor", training: bool = False) -> "Tensor":
        """(B, n) values 0..1 to (B, 3, side, side) RGB 0..1, upright."""
        import torch
        import torch.nn.functional as F  # noqa: N812 - everybody's name for it

        weights, side = self.weights, self.side
        x = 2 * values - 1
        amounts = (F.linear(torch.cat([x, x.abs()], 1), weights["linear.weight"], weights["linear.bias"])
                   + F.linear(F.linear(x, weights["hidden.weight"], weights["hidden.bias"]).tanh(),
                              weights["turn.weight"]))
        moved, coarse, fine = amounts.split([len(weights[f"{part}.modes"]) for part in _PARTS], 1)
        colour = weights["average"] + COLOUR_UNIT * (
            _enlarged(torch.tensordot(coarse, weights["coarse.modes"], 1), side)
            + torch.tensordot(fine, weights["fine.modes"], 1))
        shift = _enlarged(torch.tensordot(moved, weights["move.modes"], 1), side).permute(0, 2, 3, 1) * (2 / side)
        step = (torch.arange(side, device=shift.device, dtype=torch.float32) * 2 + 1) / side - 1
        still = torch.stack(torch.meshgrid(step, step, indexing="xy"), 2)
        picture = F.grid_sample(colour.float(), still + shift.float(), padding_mode="border", align_corners=False)
        return picture.clamp(0, 1)

    def _check(self, name: str) -> tuple[int, ...]:
        """() when every tensor is there, in its shape, finite, and nothing else is. EngineError."""
        weights = self.weights
        try:
            count, side = weights["hidden.weight"].shape[1], weights["average"].shape[1]
            sound = 1 <= count <= _MOST_VALUES and 1 <= side <= _MOST_SIDE
            moves, coarse, fine = (len(weights[f"{part}.modes"]) for part in _PARTS)
            wanted = warp_shapes(count, side, weights["move.modes"].shape[2], moves, coarse, fine,
                                 len(weights["hidden.weight"]))
        except (KeyError, IndexError, TypeError):
            sound, wanted = False, {}
        if not sound or max(max(shape) for shape in wanted.values()) > max(_MOST_SIDE, 2 * _MOST_VALUES):
            raise EngineError(Text("{0} is not an imitator", name))
        for key in sorted(set(wanted) ^ set(weights)):
            raise EngineError(Text("{0} is not an imitator: it holds {1}", name, repr(key[:60])) if key in weights
                              else Text("{0} is not an imitator: {1} is missing", name, key))
        for key, shape in wanted.items():
            if tuple(weights[key].shape) != shape:
                raise EngineError(Text("{0} is not an imitator: {1} is {2}, not {3}", name, key,
                                       " x ".join(map(str, weights[key].shape)), " x ".join(map(str, shape))))
            if not bounded(weights[key]):
                raise EngineError(Text("{0} is damaged: it holds numbers that are not finite", name))
        return ()


_PARTS = ("move", "coarse", "fine")


def warp_shapes(values: int, side: int = SIDE, grid: int = COARSE, moves: int = MOVES,
                coarse: int = COARSE_COLOURS, fine: int = FINE_COLOURS,
                hidden: int = HIDDEN) -> dict[str, tuple[int, ...]]:
    """Every tensor of one, in the file's order."""
    amounts = moves + coarse + fine
    return {"average": (3, side, side), "move.modes": (moves, 2, grid, grid), "coarse.modes": (coarse, 3, grid, grid),
            "fine.modes": (fine, 3, side, side), "linear.weight": (amounts, 2 * values), "linear.bias": (amounts,),
            "hidden.weight": (hidden, values), "hidden.bias": (hidden,), "turn.weight": (amounts, hidden)}


def is_warp(weights: "Mapping[str, torch.Tensor]") -> bool:
    """Whether tensors are named as those of one."""
    return "move.modes" in weights


def _enlarged(field: "Tensor", side: int) -> "Tensor":
    """(B, c, g, g) to (B, c, side, side)."""
    import torch.nn.functional as F  # noqa: N812

    return F.interpolate(field, (side, side), mode="bilinear", align_corners=False)
