"""The picture of a photo's hair over the hood: the photo's own where it is seen, else quilted of its patches."""

import numpy as np

from engine.head.fit import HeadFit
from engine.rig.hair.hood import CENTRE, Hood
from engine.rig.hair.matte import HairMatte
from engine.rig.hair.quilt import quilted, strands_seen
from engine.rig.hair.shape import beside_face, blurred, enlarged, sight
from engine.rig.hair.strands import over_hood, strands
from engine.rig.texture.codes import coded
from engine.rig.texture.completion import filled
from engine.rig.texture.projection import sampled
from engine.rig.texture.seen import SeenFace

_DENSITY = 160  # texels a dm of what is quilted
_AROUND = 1000  # of them around the head
_CONTRAST = 0.10  # of drawn strands, log of the root of light, where the photo shows too little hair for patches
_TO_COLOUR = 40.0  # texels of the field from what is known, at which hair has its middle colour
_USUAL = 0.25, 0.75  # quantiles of the hair's light
_EDGE_AT, _EDGE_WIDTH, _EDGE_STRAND = 0.30, 0.45, 0.09


def hair_picture(hood: Hood, fit: HeadFit, seen: SeenFace, matte: HairMatte, places: np.ndarray, cover: np.ndarray,
                 side: int) -> np.ndarray:
    """(side, side, 4) uint8 of hair at places (FIELD, FIELD, 3) that is where cover (FIELD, FIELD) says."""
    view = sight(hood, fit, seen, places)
    at, facing = view.at, (1 - view.beyond) * np.clip(view.shown * 1.6 - 0.6, 0, 1)
    source_share = blurred(sampled(matte.own * matte.alpha, at), 0.8) * facing
    root = sampled(matte.root, at)
    both = np.maximum(source_share, source_share[:, ::-1])
    source = np.where((source_share >= source_share[:, ::-1])[..., None], root, root[:, ::-1])
    source = np.clip(source, *_usual_light(matte))
    smooth = filled(source, both, matte.colour, _TO_COLOUR)
    detail = _detail(hood, fit, seen, matte, side)
    strand = detail.mean(2) / max(float(detail.mean(2).std()), 1e-3)
    fine = view.enlarged(side)
    in_sight = sampled(matte.alpha, fine.at)
    sure = (np.clip(enlarged(facing, side), 0, 1) * np.clip(in_sight * 2 - 0.2, 0, 1))[..., None]
    root = sampled(matte.root, fine.at) * sure + enlarged(smooth, side) * np.exp(detail) * (1 - sure)
    free = enlarged(beside_face(hood), side)
    own, known = fine.known(matte)
    # Where the field has none at all, at ears and throat, the photo's own edge does not bring it back.
    least = enlarged(cover, side)
    seen_cover = own * np.minimum(free, np.clip(least * 4, 0, 1)) * known + least * (1 - known)
    alpha = np.clip((seen_cover - _EDGE_AT + _EDGE_STRAND * strand) / _EDGE_WIDTH, 0, 1) * enlarged(
        hood.inside.astype(np.float32), side)
    return np.dstack([coded(root), np.rint(alpha * 255).astype(np.uint8)])


def _usual_light(matte: HairMatte) -> np.ndarray:
    """(2, 3) roots of light between which most of the hair is: gloss and shade are not repeated where nobody sees."""
    hair = matte.root[matte.own * matte.alpha > 0.8][::7]
    if not len(hair):  # strands so thin that none is hair alone
        return np.stack([matte.colour, matte.colour])
    return np.quantile(hair, _USUAL, axis=0).astype(np.float32)


def _detail(hood: Hood, fit: HeadFit, seen: SeenFace, matte: HairMatte, side: int) -> np.ndarray:
    """(side, side, 3) float32: log of the root of light of strands beside their surroundings, over the hood's disc."""
    scale = float(fit.camera.magnification(CENTRE[None])[0]) * seen.scale
    found = strands_seen(matte.root, matte.own * matte.alpha > 0.8, scale, _DENSITY)
    height = round(hood.reach * _DENSITY)
    quilt = quilted(found, height, _AROUND)
    if quilt is None:
        return np.repeat(_CONTRAST * strands(hood, side)[..., None], 3, axis=2)
    return over_hood(hood, quilt, side, found.curled)
