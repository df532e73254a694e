"""BiSeNet for face parsing: 19 classes from the public weights (Yu et al., ECCV 2018; ResNet-18 context path).

Written as functions over the checkpoint's own tensor names: nothing is built that the file does not fill.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.text import Text

if TYPE_CHECKING:
    from torch import Tensor

_STAGES = ((1, 1), (2, 2), (3, 2), (4, 2))
_TENSORS = 191
_CLASSES = 19


def parse_logits(weights: "Mapping[str, Tensor]", picture: "Tensor") -> "Tensor":
    """Class scores (B, 19, H, W) of pictures (B, 3, H, W), RGB, normalised by ImageNet's mean and deviation."""
    import torch.nn.functional as F  # noqa: N812 - everybody's name for it

    feat8, feat16, feat32 = _resnet(weights, picture)
    average = _conv_bn(weights, "cp.conv_avg", feat32.mean((2, 3), keepdim=True))
    refined32 = _refine(weights, "cp.arm32", feat32) + average
    up32 = _conv_bn(weights, "cp.conv_head32", _nearest(refined32, feat16), padding=1)
    refined16 = _refine(weights, "cp.arm16", feat16) + up32
    up16 = _conv_bn(weights, "cp.conv_head16", _nearest(refined16, feat8), padding=1)
    fused = _fuse(weights, feat8, up16)
    hidden = _conv_bn(weights, "conv_out.conv", fused, padding=1)
    scores = F.conv2d(hidden, weights["conv_out.conv_out.weight"])
    return F.interpolate(scores, picture.shape[2:], mode="bilinear", align_corners=True)


def check(weights: "Mapping[str, Tensor]", name: str) -> None:
    """EngineError unless these are a face parsing network's tensors: it runs, and what comes out is finite."""
    import torch

    head = weights.get("conv_out.conv_out.weight")
    if len(weights) != _TENSORS or head is None or tuple(head.shape) != (_CLASSES, 256, 1, 1):
        raise EngineError(Text("{0} is not the face parsing network: {1} tensors, expected {2}", name, len(weights),
                               _TENSORS))
    try:
        with torch.inference_mode():
            sound = parse_logits(weights, torch.zeros(1, 3, 64, 64)).isfinite().all()
    except (KeyError, RuntimeError) as error:
        raise EngineError(Text("{0} is not the face parsing network: {1}", name,
                               str(error).splitlines()[0][:120])) from error
    if not sound:
        raise EngineError(Text("{0} is damaged: it gives numbers that are not finite", name))


def _resnet(weights: "Mapping[str, Tensor]", x: "Tensor") -> "tuple[Tensor, Tensor, Tensor]":
    import torch.nn.functional as F  # noqa: N812

    root = "cp.resnet"
    x = F.conv2d(x, weights[f"{root}.conv1.weight"], stride=2, padding=3)
    x = F.max_pool2d(_bn(weights, f"{root}.bn1", x).relu(), 3, 2, 1)
    features = []
    for stage, stride in _STAGES:
        for block in range(2):
            x = _basic_block(weights, f"{root}.layer{stage}.{block}", x, stride if block == 0 else 1)
        features.append(x)
    return features[1], features[2], features[3]


def _basic_block(weights: "Mapping[str, Tensor]", root: str, x: "Tensor", stride: int) -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    y = F.conv2d(x, weights[f"{root}.conv1.weight"], stride=stride, padding=1)
    y = _bn(weights, f"{root}.bn1", y).relu()
    y = _bn(weights, f"{root}.bn2", F.conv2d(y, weights[f"{root}.conv2.weight"], padding=1))
    if f"{root}.downsample.0.weight" in weights:
        x = _bn(weights, f"{root}.downsample.1", F.conv2d(x, weights[f"{root}.downsample.0.weight"], stride=stride))
    return (x + y).relu()


def _refine(weights: "Mapping[str, Tensor]", root: str, x: "Tensor") -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    x = _conv_bn(weights, f"{root}.conv", x, padding=1)
    attention = F.conv2d(x.mean((2, 3), keepdim=True), weights[f"{root}.conv_atten.weight"])
    return x * _bn(weights, f"{root}.bn_atten", attention).sigmoid()


def _fuse(weights: "Mapping[str, Tensor]", detail: "Tensor", context: "Tensor") -> "Tensor":
    import torch
    import torch.nn.functional as F  # noqa: N812

    x = _conv_bn(weights, "ffm.convblk", torch.cat([detail, context], dim=1))
    attention = F.conv2d(x.mean((2, 3), keepdim=True), weights["ffm.conv1.weight"]).relu()
    return x + x * F.conv2d(attention, weights["ffm.conv2.weight"]).sigmoid()


def _conv_bn(weights: "Mapping[str, Tensor]", root: str, x: "Tensor", padding: int = 0) -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    return _bn(weights, f"{root}.bn", F.conv2d(x, weights[f"{root}.conv.weight"], padding=padding)).relu()


def _bn(weights: "Mapping[str, Tensor]", root: str, x: "Tensor") -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    mean, variance, weight, bias = (weights[f"{root}.{part}"]
                                    for part in ("running_mean", "running_var", "weight", "bias"))
    return F.batch_norm(x, mean, variance, weight, bias)


def _nearest(x: "Tensor", like: "Tensor") -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    return F.interpolate(x, like.shape[2:], mode="nearest")
