"""How far an imitator's picture is from a photo: whose face it is, and where its parts lie.

`PublishedLosses` is what the face-nn tools compute, mistakes included, so that their fit can be run beside ours:
    the photo's grey goes in from 0 to 255 and the drawn one from 0 to 1, both turned by transposing, and LightCNN's
    biases make of that another face; faces are parsed as BGR without normalisation; one brow and one eye count, by raw
    scores over the whole picture.
`RepairedLosses` is the same idea without them: both faces cut alike, upright, in the range and colours the networks
were taught with; both brows, eyes, the lips and the skin's outline, as probabilities, each by its own size.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.rig.imitator.network import upright

if TYPE_CHECKING:
    import torch
    from torch import Tensor

Scores = Callable[["Tensor"], "Tensor"]
"""Pictures (B, 3, h, w) as the parsing network takes them to class scores (B, 19, h, w)."""
Features = Callable[["Tensor"], "Tensor"]
"""Grey faces (B, 1, 128, 128) 0..1 to LightCNN's (B, 256)."""
Likeness = Callable[["Tensor"], Callable[["Tensor"], "Tensor"]]
"""Of a photo's face to how alike others are, 1 for one person, about 0 for two; pictures (1, 3, side, side) RGB 0..1 of
faces in an imitator's frame. Who the photo shows is looked at once."""

PARSED_SIDE, SMALL_SIDE = 512, 256
"""Sides of what is parsed: as published, and ours. The small one takes a quarter of the time, which is nearly all of a
step's; photo and drawn face are parsed alike."""
_PUBLISHED_PARTS: Mapping[int, float] = {3: 1.1, 4: 1.0, 10: 1.0, 11: 1.0, 12: 1.0, 13: 1.0}
PARTS: Mapping[int, float] = {1: 1.0, 2: 1.0, 3: 1.0, 4: 1.0, 5: 1.0, 10: 1.0, 11: 0.5, 12: 1.0, 13: 1.0}
"""Classes of the parser that are compared, and their weights: skin, brows, eyes, nose, mouth, lips."""
_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_LEAST = 1e-3
"""Share of the picture below which a part counts as no larger: two pixels of teeth are no reason to be changed by."""


class FitLosses(Protocol):
    """What is taken down. Called with the imitator's own picture (1, 3, x, y), blue first, it gives how alike the two
    people are (1 for one) and how far their parts lie from each other (0 for the same places)."""

    def __call__(self, raw: "Tensor") -> "tuple[Tensor, Tensor]": ...


class PublishedLosses:
    """photo: (512, 512, 3) uint8 RGB, aligned. The imitator must draw 512 x 512. device: of all networks."""

    def __init__(self, photo: np.ndarray, features: Features, scores: Scores,
                 device: "torch.device | str" = "cpu") -> None:
        import torch
        import torch.nn.functional as F  # noqa: N812 - everybody's name for it

        self._features, self._scores = features, scores
        blue_first = torch.from_numpy(np.ascontiguousarray(photo[..., ::-1])).to(device).permute(2, 0, 1)[None].float()
        small = F.interpolate(blue_first, (128, 128), mode="bilinear", align_corners=False)
        with torch.no_grad():
            self._who = features(small.mean(1, keepdim=True).transpose(2, 3))
            self._where = self._map(blue_first / 255)

    def __call__(self, raw: "Tensor") -> "tuple[Tensor, Tensor]":
        import torch.nn.functional as F  # noqa: N812

        who = self._features(F.max_pool2d(raw, 4).mean(1, keepdim=True))
        return F.cosine_similarity(who, self._who)[0], (self._map(raw.transpose(2, 3)) - self._where).abs().mean()

    def _map(self, picture: "Tensor") -> "Tensor":
        scores = self._scores(picture)
        return sum((weight * scores[:, part] for part, weight in _PUBLISHED_PARTS.items()), scores.new_zeros(()))


class RepairedLosses:
    """photo: (side, side, 3) uint8 RGB, laid over the imitator's average face, as large as what it draws. device: of
    all networks."""

    def __init__(self, photo: np.ndarray, likeness: Likeness, scores: Scores,
                 device: "torch.device | str" = "cpu") -> None:
        import torch

        self._scores = scores
        laid = torch.from_numpy(np.array(photo)).to(device).permute(2, 0, 1)[None].float() / 255
        with torch.no_grad():
            self._likeness, self._where = likeness(laid), self._parts(laid)

    def __call__(self, raw: "Tensor") -> "tuple[Tensor, Tensor]":
        drawn = upright(raw)
        there = self._parts(drawn)
        total, weights = drawn.new_zeros(()), 0.0
        for part, weight in PARTS.items():
            size = self._where[:, part].mean().clamp(min=_LEAST)
            total = total + weight * (there[:, part] - self._where[:, part]).abs().mean() / size
            weights += weight
        return self._likeness(drawn), total / weights

    def _parts(self, picture: "Tensor") -> "Tensor":
        import torch.nn.functional as F  # noqa: N812

        large = F.interpolate(picture, (SMALL_SIDE, SMALL_SIDE), mode="bilinear", align_corners=False)
        mean, deviation = (large.new_tensor(three)[:, None, None] for three in (_MEAN, _DEVIATION))
        return self._scores((large - mean) / deviation).softmax(1)
