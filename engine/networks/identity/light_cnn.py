"""LightCNN-29v2: whose face it is, as the face-to-parameter papers measure it (Wu et al., TIFS 2018).

Written as functions over the checkpoint's own tensor names: nothing is built that the file does not fill. The public
weights were taught with MS-Celeb-1M, which has been withdrawn; nobody says under which licence they may be used.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.text import Text

if TYPE_CHECKING:
    from torch import Tensor

SIDE = 128
"""Side in pixels of the grey, upright faces it takes: from between the eyes, at row 40, to the mouth's middle it is
48 pixels."""
WIDTH = 256
"""Numbers that say who somebody is; the cosine between two tells how alike."""

_STAGES = (1, 2, 3, 4)
"""Residual blocks in each of the four stages."""
_WIDTHS = (48, 96, 192, 128, 128)
"""Channels that go into each stage, and out of the last."""
_CLASSIFIER = "fc2.weight"


def light_cnn_features(weights: "Mapping[str, Tensor]", faces: "Tensor") -> "Tensor":
    """(B, 1, 128, 128) grey 0..1 to (B, 256), differentiable."""
    import torch.nn.functional as F  # noqa: N812 - everybody's name for it

    if faces.ndim != 4 or faces.shape[1:] != (1, SIDE, SIDE):
        raise ValueError(f"the network takes (n, 1, {SIDE}, {SIDE}), not {tuple(faces.shape)}")
    x = _halved(_largest(weights, "conv1", faces, padding=2))
    for stage, blocks in enumerate(_STAGES, 1):
        for block in range(blocks):
            root = f"block{stage}.{block}"
            x = x + _largest(weights, f"{root}.conv2", _largest(weights, f"{root}.conv1", x, 1), 1)
        x = _largest(weights, f"group{stage}.conv", _largest(weights, f"group{stage}.conv_a", x, 0), 1)
        if stage != 3:
            x = _halved(x)
    return F.linear(x.flatten(1), weights["fc.weight"], weights["fc.bias"])


def light_cnn_tensors(weights: "Mapping[str, Tensor]", name: str) -> "dict[str, Tensor]":
    """What the features need of a checkpoint's tensors, whose names may begin with "module.".

    EngineError unless they are LightCNN-29v2's: all there, each in its shape, and what comes out is finite.
    """
    import torch

    kept = {key.removeprefix("module."): tensor for key, tensor in weights.items()}
    kept.pop(_CLASSIFIER, None)  # two thirds of the file: which of 80 013 celebrities
    for key, shape in light_cnn_shapes().items():
        if key not in kept:
            raise EngineError(Text("{0} is not LightCNN-29v2: {1} is missing", name, key))
        if tuple(kept[key].shape) != shape:
            raise EngineError(Text("{0} is not LightCNN-29v2: {1} is {2}, not {3}", name, key,
                                   " x ".join(map(str, kept[key].shape)), " x ".join(map(str, shape))))
    with torch.inference_mode():
        sound = light_cnn_features(kept, torch.full((1, 1, SIDE, SIDE), 0.5)).isfinite().all()
    if not sound:
        raise EngineError(Text("{0} is damaged: it gives numbers that are not finite", name))
    return kept


def light_cnn_shapes() -> dict[str, tuple[int, ...]]:
    """Every tensor that the features need, without the classifier."""
    kernels = {"conv1": (2 * _WIDTHS[0], 1, 5, 5)}
    for stage, blocks in enumerate(_STAGES, 1):
        before, after = _WIDTHS[stage - 1], _WIDTHS[stage]
        for block in range(blocks):
            kernels |= {f"block{stage}.{block}.conv{half}": (2 * before, before, 3, 3) for half in (1, 2)}
        kernels |= {f"group{stage}.conv_a": (2 * before, before, 1, 1), f"group{stage}.conv": (2 * after, before, 3, 3)}
    found: dict[str, tuple[int, ...]] = {}
    for root, shape in kernels.items():
        found |= {f"{root}.filter.weight": shape, f"{root}.filter.bias": shape[:1]}
    return {**found, "fc.weight": (WIDTH, _WIDTHS[-1] * (SIDE // 16) ** 2), "fc.bias": (WIDTH,)}


def _largest(weights: "Mapping[str, Tensor]", root: str, x: "Tensor", padding: int) -> "Tensor":
    """A convolution of which the larger of two halves goes on (max-feature-map)."""
    import torch
    import torch.nn.functional as F  # noqa: N812

    both = F.conv2d(x, weights[f"{root}.filter.weight"], weights[f"{root}.filter.bias"], padding=padding)
    half = both.shape[1] // 2
    return torch.maximum(both[:, :half], both[:, half:])


def _halved(x: "Tensor") -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    return F.max_pool2d(x, 2) + F.avg_pool2d(x, 2)
