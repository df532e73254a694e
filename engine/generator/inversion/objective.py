"""What an inversion makes small: how unlike the photo the drawn face is, and how unusual its latents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.generator.inversion.settings import TERM_WEIGHTS, TermWeights
from engine.generator.inversion.target import Target
from engine.networks.identity.face_chip import chip_matrix, cut_chips
from engine.networks.lpips import Perceptual, distance

if TYPE_CHECKING:
    import torch

LOOK, CLOSER = 256, 512
"""Sides at which the whole square is looked at, and the face alone and the pixels."""
_CLOSE = 1.1
"""Side of the face's own square in lengths of its outline."""
Identity = Callable[["torch.Tensor"], "torch.Tensor"]
"""Chips of engine.photo.face_chip (n, 3, 150, 150), RGB 0 to 255 -> (n, 128)."""


class Likeness:
    """Facewright's own objective.

    perceptual: LPIPS. identity: the identity network, or None to leave that term out.
    """

    def __init__(self, target: Target, perceptual: Perceptual, identity: Identity | None, device: "torch.device",
                 weights: TermWeights = TERM_WEIGHTS) -> None:
        import torch

        self._target, self._perceptual, self._identity, self._weights = target, perceptual, identity, weights
        self._mask = torch.from_numpy(target.weights)[None, None].to(device)
        self._known: dict[int, _Wanted] = {}

    def picture_loss(self, picture: "torch.Tensor") -> "torch.Tensor":
        """How unlike the photo a drawn square (1, 3, s, s) is, a number."""
        from torch.nn.functional import interpolate

        weights = self._weights
        shown = reduced(picture, CLOSER)
        small = reduced(shown, LOOK)
        wanted = self._wanted(shown.shape[-1])
        mask = interpolate(self._mask, shown.shape[-2:], mode="bilinear", antialias=True)
        loss = weights.pixels * ((shown - wanted.pixels).square().mean(1, keepdim=True) * mask).sum() / mask.sum()
        loss = loss + weights.perceptual * distance(self._perceptual.features(small), wanted.whole, self._mask).sum()
        if wanted.face:
            face = self._perceptual.features(cut_face(shown, self._target))
            loss = loss + weights.closely * distance(face, wanted.face).sum()
        if wanted.person is not None:
            person = self._person(small)
            assert person is not None
            loss = loss + weights.identity * (person - wanted.person).square().sum()
        return loss

    def latent_loss(self, w: "torch.Tensor", v: "torch.Tensor") -> "torch.Tensor":
        """How unusual latents are. w: (1, rows, width); v: the same from the mean, in deviations."""
        apart = v - v.mean(1, keepdim=True)
        return self._weights.prior * v.square().mean() + self._weights.rows * apart.square().mean()

    def _person(self, picture: "torch.Tensor") -> "torch.Tensor | None":
        if self._identity is None or not self._weights.identity:
            return None
        matrix = chip_matrix(self._target.landmarks * picture.shape[-1])
        return self._identity((cut_chips(picture, matrix).clamp(-1, 1) + 1) * 127.5)

    def _wanted(self, side: int) -> "_Wanted":
        if side not in self._known:
            import torch

            with torch.no_grad():
                device = self._mask.device
                pixels = torch.from_numpy(self._target.at(side)).permute(2, 0, 1)[None].to(device)
                small = reduced(pixels, LOOK)
                closely = side > LOOK and self._weights.closely > 0
                person = self._person(small)
                self._known[side] = _Wanted(
                    pixels, self._perceptual.features(small),
                    self._perceptual.features(cut_face(pixels, self._target)) if closely else [], person)
        return self._known[side]


class _Wanted:
    """The photo as it is compared at one size: pixels (1, 3, s, s), features of the whole and of the face (none at
    small sizes), identity vector (1, 128)."""

    def __init__(self, pixels: "torch.Tensor", whole: "list[torch.Tensor]", face: "list[torch.Tensor]",
                 person: "torch.Tensor | None") -> None:
        self.pixels, self.whole, self.face, self.person = pixels, whole, face, person


def reduced(picture: "torch.Tensor", side: int) -> "torch.Tensor":
    """Pictures (n, c, s, s) at no more than `side` pixels, by whole factors."""
    from torch.nn.functional import avg_pool2d

    factor = picture.shape[-1] // side
    return avg_pool2d(picture, factor) if factor > 1 else picture


def cut_face(picture: "torch.Tensor", target: Target) -> "torch.Tensor":
    """The square around the face out of the aligned square (n, 3, s, s)."""
    side = picture.shape[-1]
    low, high = target.landmarks.min(0), target.landmarks.max(0)
    middle, half = (low + high) / 2, _CLOSE * float((high - low).max()) / 2
    (x0, y0), (x1, y1) = (np.clip(np.rint((middle + way * half) * side), 0, side).astype(int) for way in (-1, 1))
    return picture[..., y0:y1, x0:x1]
