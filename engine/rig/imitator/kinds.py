"""The kinds of imitators: told apart by the names of their tensors, begun by the name of the network."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from engine.rig.imitator.network import DRAFT, PUBLISHED, Imitator
from engine.rig.imitator.warp_network import WarpImitator, is_warp

if TYPE_CHECKING:
    from torch import Tensor

SMALL = "small"
"""The network of ours, see `warp_network`."""
WIDTHS: dict[str, Sequence[int]] = {"draft": DRAFT, "published": PUBLISHED}
"""Hidden layers of those that are built as the published one."""


def imitator_of(weights: "Mapping[str, Tensor]", name: str = "") -> Imitator:
    """The imitator whose tensors these are. Raises EngineError, naming `name`, when they are none's."""
    return WarpImitator(weights, name) if is_warp(weights) else Imitator(weights, name)


def begun(network: str, values: int, seed: int) -> Imitator:
    """One that has learnt nothing."""
    return WarpImitator.still(values, seed=seed) if network == SMALL else Imitator.begun(values, WIDTHS[network], seed)
