"""One photo's view of a head's surface: what it shows over the atlas, its light taken out, and how well it shows it."""

from dataclasses import dataclass

import numpy as np

from engine.head.fit import HeadFit
from engine.head.model import Head
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.texture.delight import light_gain, luminance
from engine.rig.texture.layout import AtlasLayout
from engine.rig.texture.lids_folds import at_rest, unfolded
from engine.rig.texture.not_skin import own_skin
from engine.rig.texture.projection import Projection, project, sampled
from engine.rig.texture.seen import SeenFace

_USUAL_TONE = np.array([0.72, 0.55, 0.47], np.float32)
_LEAST_SKIN = 200
_FINE = 1.5  # texels: what lies below is sharp
_HINGE, _HINGE_WIDTH = 0.70, 0.08  # dm before the ears' middle: what of glasses lies behind is their arms
_PARTED = ("mouthSmileLeft", "mouthSmileRight", "jawOpen")
_PARTED_COST = 0.6  # of the quality about a mouth that smiles or is open


@dataclass(frozen=True, eq=False)
class SurfaceView:
    """Pictures over the atlas (layout.SIDE a side).

    own: (S, S, 3) root of light as photographed. gain: (S, S) what it is multiplied with to be evenly lit and at rest;
    even: the product. sure: (S, S) 0..1 how well skin is seen. pure: (S, S) 0..1 nothing but skin, well seen.
    tone: (3,) the skin's, root of light.
    """

    fit: HeadFit
    seen: SeenFace
    projection: Projection
    own: np.ndarray
    gain: np.ndarray
    even: np.ndarray
    sure: np.ndarray
    pure: np.ndarray
    tone: np.ndarray


def view_of(layout: AtlasLayout, head: Head, fit: HeadFit, seen: SeenFace, unglazed: bool = False) -> SurfaceView:
    """Lay a photo on the head fitted to it. About half a second.

    unglazed: leave glasses out altogether, because another photo shows what is behind them; else their arms alone,
    which would be painted on the temples.
    """
    projection = project(layout, head, fit, seen)
    own = sampled(seen.root, projection.at)
    pure = _pure(layout, projection, seen)
    gain = light_gain(own, projection.normal, pure)
    even = own * gain[..., None]
    known = pure > 0.5
    tone = np.median(even[known], axis=0) if known.sum() > _LEAST_SKIN else _USUAL_TONE
    sure = (projection.shown * sampled(seen.skin, projection.at, outside=True)
            * (1 - sampled(seen.mouth, projection.at)) * unfolded(layout, projection))
    if seen.glasses:
        arms = 1.0 if unglazed else np.clip((_HINGE - layout.rest[..., 2]) / _HINGE_WIDTH, 0, 1)
        sure *= 1 - np.clip(2 * sampled(seen.frame, projection.at), 0, 1) * arms
    sure *= own_skin(layout, even, pure, sure)
    gain *= at_rest(layout, fit, even, sure)
    return SurfaceView(fit, seen, projection, own, gain, own * gain[..., None], sure, pure, tone.astype(np.float32))


def quality(layout: AtlasLayout, view: SurfaceView) -> np.ndarray:
    """(S, S) float32 from 0: how good a view is at each place, to choose among several by.

    How well it is seen, times the photo's pixels a texel (which an angle makes fewer), times how sharp brows, lids and
    lips are; a mouth that smiles or is open counts less than one at rest.
    """
    from engine.base.opencv import cv2

    across = np.linalg.norm(np.roll(view.projection.at, -1, axis=1) - view.projection.at, axis=2)
    down = np.linalg.norm(np.roll(view.projection.at, -1, axis=0) - view.projection.at, axis=2)
    dense = np.sqrt(cv2.GaussianBlur(np.minimum(across, 4.0) * np.minimum(down, 4.0), (0, 0), 3.0)) / view.seen.scale
    light = np.sqrt(luminance(view.even))
    fine = light / np.maximum(cv2.GaussianBlur(light, (0, 0), _FINE), 0.02) - 1
    features = np.clip(layout.mask["brows"] + layout.mask["lids"] + layout.mask["lips"], 0, 1) * (view.sure > 0.5)
    sharp = float((np.abs(np.clip(fine, -0.3, 0.3)) * features).sum() / max(float(features.sum()), 1.0))
    lips = np.clip(2.5 * cv2.GaussianBlur(layout.mask["lips"], (0, 0), 12.0), 0, 1)
    parted = max(float(view.fit.expression[ARKIT_INDEX[name]]) for name in _PARTED)
    return (view.sure * dense * (sharp + 1e-3) * (1 - _PARTED_COST * min(parted, 1.0) * lips)).astype(np.float32)


def _pure(layout: AtlasLayout, projection: Projection, seen: SeenFace) -> np.ndarray:
    """(S, S) 0..1: nothing but the face's skin, well seen."""
    mask = layout.mask
    other = np.clip(mask["lips"] + mask["brows"] + mask["lids"] + mask["neck"] + mask["ears"], 0, 1)
    face = mask["face"] * (1 - other) * (1 - np.clip(mask["scalp"], 0, 1)) * (layout.part == 0) * layout.island
    return projection.shown * sampled(seen.pure, projection.at, outside=True) * face
