"""Hair on the scalp: where it is, what colour it has, and strands where the photo does not show it."""

from dataclasses import dataclass

import numpy as np

from engine.rig.texture.completion import filled
from engine.rig.texture.layout import AtlasLayout
from engine.rig.texture.projection import Projection, sampled
from engine.rig.texture.seen import SeenFace

_LEAST_PIXELS = 400
_STRAND, _STRAND_LENGTH = 0.7, 12.0  # texels of the layout across and along
_STRAND_LIGHT = 0.10  # log of the root of light
_BALD = 0.3  # of the scalp that is seen: with less hair than that there is little elsewhere
_MUCH = 0.2  # hair for skin in the picture
_REACH = 60.0


@dataclass(frozen=True, eq=False)
class BakedHair:
    """share: (S, S) float32 0..1 over the atlas, how much of a texel is hair. sure: (S, S) how well the photo shows
    that hair. root: (S, S, 3) its colour where the photo does not. strands: (S, S) factor on both. colour: (3,) root
    of light, None where there is none."""

    share: np.ndarray
    sure: np.ndarray
    root: np.ndarray
    strands: np.ndarray
    colour: np.ndarray | None


def baked_hair(layout: AtlasLayout, projection: Projection, seen: SeenFace, own: np.ndarray,
               fallback: np.ndarray | None) -> BakedHair:
    """own: (S, S, 3) the photo over the atlas. fallback: (3,) root of light, the hair's colour where none is seen; None
    for nobody's."""
    from engine.base.opencv import cv2

    scalp = layout.mask["scalp"] * (1 - layout.mask["ears"]) * (layout.part == 0)
    seen_hair = sampled(seen.hair, projection.at)
    shown = projection.shown
    # Long hair that hangs before cheeks and neck is not of the head's surface; a fringe on the forehead is.
    forehead = np.clip((layout.rest[..., 1] - 0.42) / 0.12, 0, 1) * np.clip((layout.rest[..., 2] - 0.2) / 0.3, 0, 1)
    beside = cv2.GaussianBlur(scalp, (0, 0), 10.0)
    where = np.maximum(np.maximum(forehead, np.clip(beside * 2.5, 0, 1)) * (1 - layout.mask["ears"]), 0)
    seen_share = float((shown * scalp * seen_hair).sum() / max(float((shown * scalp).sum()), 1.0))
    # Hair that is combed back or up is seen beside the head and not on the scalp that faces the camera.
    beside_skin = float(seen.hair.sum()) / max(float(seen.skin.sum()), 1.0)
    usual = scalp * float(np.clip(max(seen_share / _BALD, beside_skin / _MUCH), 0, 1)) if seen.parsed else scalp
    known = np.clip(shown * 1.6, 0, 1) * (1 - sampled(seen.hat, projection.at))  # under a hat there may be hair
    mirrored = known[:, ::-1] * layout.mirrored
    sides = mirrored * seen_hair[:, ::-1] + (1 - mirrored) * usual
    share = np.clip(known * seen_hair + (1 - known) * sides, 0, 1) * where
    if not seen.parsed:
        share = scalp
    inside = seen.hair_inside > 0.5
    sure = shown * sampled(seen.hair_inside, projection.at) * where
    colour = fallback
    if int(inside.sum()) >= _LEAST_PIXELS:
        colour = np.median(seen.root[inside], axis=0)
    if colour is None:
        return BakedHair(np.zeros_like(share), sure * 0, own * 0, np.ones_like(share), None)
    colour = np.asarray(colour, np.float32)
    both = np.maximum(sure, sure[:, ::-1] * layout.mirrored)
    source = np.where((sure >= sure[:, ::-1])[..., None], own, own[:, ::-1])
    root = filled(source, both, colour, _REACH)
    return BakedHair(share.astype(np.float32), sure, root, np.exp(_STRAND_LIGHT * strands(len(share))), colour)


def strands(side: int) -> np.ndarray:
    """(side, side) float32, deviation 1: strands that run down."""
    from engine.base.opencv import cv2

    raw = np.random.Generator(np.random.SFC64(23)).standard_normal((side, side), np.float32)
    fine = cv2.GaussianBlur(raw, (0, 0), sigmaX=_STRAND, sigmaY=_STRAND_LENGTH)
    broad = cv2.GaussianBlur(raw[:, ::-1], (0, 0), sigmaX=4 * _STRAND, sigmaY=2 * _STRAND_LENGTH)
    mixed = fine / fine.std() + 0.8 * broad / broad.std()
    return mixed / mixed.std()
