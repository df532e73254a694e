"""Several photos of one person as one: at each place the photo that shows it best, all in the same light.

Photos of a face never lie on one another to the texel, and a mean of two is a blur; so at each place one is taken
whole, and shares change over a few texels where none is much better. What differs broadly (light, and a camera's
colours) is brought to the best photo's there, so that no seam shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.rig.texture.layout import AtlasLayout
from engine.rig.texture.surface_view import SurfaceView, quality

_DECIDED = 6.0  # power to which qualities are taken
_COHERENT = 5.0  # texels over which qualities are alike, so that pores do not choose
_FIRST, _FEATURES = 1.25, 1.8  # by how much others must be better than the best photo: on skin; at eyes, nose and mouth
_REACH = 28.0  # texels over which light is compared
_SMALL = 4
_MOST, _MOST_BROAD = 0.5, 0.9  # log of the root: what differs by more is a shadow or hair; of whole photos


@dataclass(frozen=True, eq=False)
class Merged:
    """views, best first. shares: (S, S) each, in sum 1. gains: (S, S, c) each, with which a photo's root of light is to
    be multiplied. even, sure, pure, tone: as a `SurfaceView` has them."""

    views: tuple[SurfaceView, ...]
    shares: tuple[np.ndarray, ...]
    gains: tuple[np.ndarray, ...]
    even: np.ndarray
    sure: np.ndarray
    pure: np.ndarray
    tone: np.ndarray


def merged(layout: AtlasLayout, views: Sequence[SurfaceView]) -> Merged:
    """views: one or more, of one person."""
    if len(views) == 1:
        view = views[0]
        return Merged((view,), (np.ones_like(view.sure),), (view.gain[..., None],), view.even, view.sure, view.pure,
                      view.tone)
    from engine.base.opencv import cv2

    qualities = [quality(layout, view) for view in views]
    face = layout.mask["face"] * (layout.part == 0)
    order = sorted(range(len(views)), key=lambda number: -float((qualities[number] * face).sum()))
    views, qualities = [views[number] for number in order], [qualities[number] for number in order]
    features = np.clip(sum(layout.mask[name] for name in ("brows", "lids", "nose", "lips")), 0, 1)
    features = np.clip(2 * cv2.GaussianBlur(features.astype(np.float32), (0, 0), 10.0), 0, 1)
    qualities[0] = qualities[0] * (_FIRST + (_FEATURES - _FIRST) * features)
    powers = [cv2.GaussianBlur(one, (0, 0), _COHERENT) * (view.sure > 0) for one, view in
              zip(qualities, views, strict=True)]
    highest = np.maximum(np.max(powers, axis=0), 1e-9)
    powers = [(one / highest) ** _DECIDED for one in powers]
    powers[0] = np.where(np.sum(powers, axis=0) > 0, powers[0], 1.0)
    total = np.sum(powers, axis=0)
    shares = [(one / total).astype(np.float32) for one in powers]
    levels = [np.ones((*face.shape, 3), np.float32), *(_level(views[0], view) for view in views[1:])]
    # No photo's light is the right one: the skin's tone is the middle one of them all.
    tone = np.median([view.tone for view in views], axis=0).astype(np.float32)
    to_tone = tone / np.maximum(views[0].tone, 0.02)
    gains = [view.gain[..., None] * level * to_tone for view, level in zip(views, levels, strict=True)]
    even = sum(view.own * gain * share[..., None] for view, gain, share in zip(views, gains, shares, strict=True))
    sure = sum(view.sure * share for view, share in zip(views, shares, strict=True))
    pure = sum(view.pure * share for view, share in zip(views, shares, strict=True))
    return Merged(tuple(views), tuple(shares), tuple(gains), even, sure, pure, tone)


def _level(best: SurfaceView, other: SurfaceView) -> np.ndarray:
    """(S, S, 3) what the other photo's root of light is to be multiplied with to be in the best one's light."""
    from engine.base.opencv import cv2

    both = np.minimum(best.sure, other.sure)
    logs = np.log(np.maximum(best.even, 0.02)) - np.log(np.maximum(other.even, 0.02))
    skin = np.minimum(best.pure, other.pure) > 0.4
    broad = np.median(logs[skin], axis=0) if skin.sum() > 200 else np.log(best.tone / np.maximum(other.tone, 0.02))
    broad = np.clip(broad, -_MOST_BROAD, _MOST_BROAD).astype(np.float32)
    away = logs - broad
    both = both * (np.abs(away).max(axis=2) < _MOST)
    small = (both.shape[1] // _SMALL, both.shape[0] // _SMALL)
    away = cv2.GaussianBlur(cv2.resize(away * both[..., None], small, interpolation=cv2.INTER_AREA), (0, 0),
                            _REACH / _SMALL)
    known = cv2.GaussianBlur(cv2.resize(both, small, interpolation=cv2.INTER_AREA), (0, 0), _REACH / _SMALL)
    return cv2.resize(np.exp(away / (known + 0.02)[..., None] + broad), both.shape[::-1])
