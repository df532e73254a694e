"""RFM's own objective (its wy_gan_inversion program): the whole square and two crops, and a pull toward the origin.

Not theirs: LPIPS is AlexNet's where RFM has VGG's; w+ is moved itself, where RFM by default moves its encoder's
weights, so what it asks of that encoder's answer to the drawn face is left out; and the length of a step, which
belongs to those weights. The pull is a second step of the same optimiser, as in RFM.
"""

from typing import TYPE_CHECKING

from engine.generator.inversion.objective import LOOK, reduced
from engine.generator.inversion.target import Target
from engine.networks.lpips import Perceptual, distance

if TYPE_CHECKING:
    import torch

PULL = 1e-3
"""RFM's beta. Its comments hold 1e-4 to 3e-4 to be truer to the photo."""
_CROPS = ((0.375, 0, 1 / 8), (0.625, 5 / 32, 5 / 32))
"""Weight, and what is cut off of the height and of the width at each side."""
_SQUARE, _COSINE, _LPIPS = 5.0, 3.0, 2.0
_WINDOW, _WINDOW_SIGMA = 11, 1.5
_C1, _C2 = 0.01 ** 2, 0.03 ** 2


class RfmLikeness:
    """The same methods as `engine.generator.inversion.objective.Likeness`."""

    def __init__(self, target: Target, perceptual: Perceptual, device: "torch.device") -> None:
        self._target, self._perceptual, self._device = target, perceptual, device
        self._known: dict[int, torch.Tensor] = {}

    def picture_loss(self, picture: "torch.Tensor") -> "torch.Tensor":
        side = picture.shape[-1]
        wanted = self._wanted(side)
        loss = self._unlike(picture, wanted)
        for weight, down, across in _CROPS:
            rows, columns = round(down * side), round(across * side)
            part = (..., slice(rows, side - rows), slice(columns, side - columns))
            loss = loss + weight * self._unlike(picture[part], wanted[part])
        return loss

    def latent_loss(self, w: "torch.Tensor", v: "torch.Tensor") -> "torch.Tensor":
        """The length of w+, not squared."""
        return PULL * w.norm()

    def _unlike(self, one: "torch.Tensor", other: "torch.Tensor") -> "torch.Tensor":
        from torch.nn.functional import cosine_similarity, log_softmax, mse_loss, softmax

        shares = softmax(other, 1)  # Kullback and Leibler's divergence of the colours, averaged over all numbers
        loss = _SQUARE * mse_loss(one, other) + (shares * (log_softmax(other, 1) - log_softmax(one, 1))).mean()
        loss = loss + _COSINE * (1 - cosine_similarity(one.flatten(1), other.flatten(1)).mean())
        small, wanted = reduced(one, LOOK), reduced(other, LOOK)
        features = self._perceptual.features
        loss = loss + _LPIPS * distance(features(small), features(wanted)).sum()
        return loss + 1 - structure(small, wanted)

    def _wanted(self, side: int) -> "torch.Tensor":
        import torch

        if side not in self._known:
            picture = torch.from_numpy(self._target.at(side)).permute(2, 0, 1)[None]
            self._known[side] = picture.to(self._device)
        return self._known[side]


def structure(one: "torch.Tensor", other: "torch.Tensor") -> "torch.Tensor":
    """SSIM (Wang et al. 2004) of pictures (n, 3, h, w) of -1 to 1, 1 the same."""
    import torch
    from torch.nn.functional import conv2d

    place = torch.arange(_WINDOW, device=one.device, dtype=one.dtype) - _WINDOW // 2
    line = torch.exp(-place.square() / (2 * _WINDOW_SIGMA ** 2))
    line = line / line.sum()
    window = (line[:, None] * line[None])[None, None].expand(3, 1, -1, -1)

    def smooth(x: "torch.Tensor") -> "torch.Tensor":
        return conv2d(x, window, groups=3)

    one, other = (one + 1) / 2, (other + 1) / 2
    mean, wanted = smooth(one), smooth(other)
    first, second = smooth(one.square()) - mean.square(), smooth(other.square()) - wanted.square()
    both = smooth(one * other) - mean * wanted
    like = (2 * mean * wanted + _C1) * (2 * both + _C2)
    return (like / ((mean.square() + wanted.square() + _C1) * (first + second + _C2))).mean()
