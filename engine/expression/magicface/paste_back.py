"""From MagicFace's canvas back into the photo: only the face, at the photo's resolution, without a seam.

The whole canvas is drawn anew by the model, background and all, through a lossy codec. Only the face is taken from it:
a feathered mask of what the parser calls face in the source or in the edit. Its colours are led to the photo's along
the mask's rim, and the detail that the photo holds beyond the canvas's resolution is laid back where nothing moved.
"""

from collections.abc import Callable

import numpy as np

from engine.expression.magicface.crop import CanvasMap
from engine.photo.crop import Crop

_FACE_LABELS = (1, 2, 3, 4, 5, 6, 10, 11, 12, 13)

_GROW, _FEATHER = 9, 8.0  # canvas pixels
_BEYOND_HULL = 56.0  # canvas pixels; a face is about 235 wide
_RIM = 0.9  # of the mask, up to which it counts as its rim
_RIM_REACH = 28.0  # canvas pixels over which a difference at the rim fades toward the middle
_USUAL_WEIGHT = 0.02  # how much rim there must be near, as a share of the surroundings, to be trusted half
_ODD = 0.15  # difference from the usual beyond which something else is seen, not another shade of the same
_STILL = 0.05  # difference in 0..1 above which the face has changed and the photo's own detail would show double
_STILL_OVER = 3.0  # canvas pixels over which that difference is averaged


def face_mask(landmarks: np.ndarray, *labels: np.ndarray) -> np.ndarray:
    """(h, w) float32 0..1 of everything that any of the label maps calls face, grown a little and feathered.

    landmarks: (N, 2) of the face on the canvas: other people's faces, which the labels show too, are left out.
    """
    from engine.base.opencv import cv2

    face = np.zeros(labels[0].shape, np.uint8)
    for one in labels:
        face |= np.isin(one, _FACE_LABELS).astype(np.uint8)
    face *= _around(landmarks, face.shape)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _GROW + 1, 2 * _GROW + 1))
    closed = cv2.morphologyEx(face, cv2.MORPH_CLOSE, kernel)
    grown = cv2.dilate(closed, kernel).astype(np.float32)
    grown[[0, -1]] = 0
    grown[:, [0, -1]] = 0
    soft = cv2.GaussianBlur(grown, (0, 0), _FEATHER)
    # The blur reaches outward for ever; the feather lies inside the grown mask and ends at its edge.
    return np.clip(2 * soft - 1, 0, 1) * (grown > 0)


def _around(landmarks: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """(h, w) uint8, 1 in and near the hull of a face: as far as a dropping jaw or a high forehead may reach."""
    from engine.base.opencv import cv2

    hull = cv2.convexHull(np.rint(landmarks).astype(np.int32))
    inside = cv2.fillConvexPoly(np.zeros(shape, np.uint8), hull, 1)
    return (cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5) < _BEYOND_HULL).astype(np.uint8)


def match_colours(edited: np.ndarray, source: np.ndarray, mask: np.ndarray, alike: np.ndarray) -> np.ndarray:
    """The edit with its colours led to the source's where it will meet it, (h, w, 3) float32 0..1.

    mask:  (h, w) float32 0..1 of what will be taken from the edit; the two meet at its rim.
    alike: (h, w) bool, where both show the same part of a person. Elsewhere their colours say nothing: a jaw that has
           dropped over a collar is not to turn white.

    The whole edit is shifted by what is usual at the rim; near the rim, by what it is there.
    """
    from engine.base.opencv import cv2

    drift = source - edited
    rim = (mask > 0) & (mask < _RIM) & alike
    usual = np.median(drift[rim], axis=0) if rim.any() else np.zeros(3, np.float32)
    local = drift - usual
    rim &= np.abs(local).max(axis=2) < _ODD
    weight = cv2.GaussianBlur(rim.astype(np.float32), (0, 0), _RIM_REACH)
    field = cv2.GaussianBlur(local * rim[..., None], (0, 0), _RIM_REACH) / (weight + _USUAL_WEIGHT)[..., None]
    return np.clip(edited + usual + field, 0, 1).astype(np.float32)


def patch_for(native: np.ndarray, crop: Crop, where: CanvasMap, edited: np.ndarray, source: np.ndarray,
              mask: np.ndarray, scale: float = 1.0, into: Callable[[np.ndarray], np.ndarray] = lambda same: same,
              ) -> np.ndarray:
    """The patch over a crop of the photo, (s, s, 4) in the type of `native`, straight alpha.

    native: (s, s, 3) uint8 or uint16: the crop's samples, at `scale` pixels per photo pixel.
    edited, source: (512, 512, 3) float32 0..1, MagicFace's picture, colours matched, and what it was made from.
    mask:   (512, 512) float32 0..1.
    into:   brings colours like `edited` and `source` into those of `native`.
    """
    from engine.base.opencv import cv2

    most = np.iinfo(native.dtype).max
    matrix = _patch_to_canvas(crop, where, scale)

    def warp(canvas: np.ndarray, how: int, border: int) -> np.ndarray:
        return cv2.warpAffine(canvas, matrix, native.shape[:2], flags=how | cv2.WARP_INVERSE_MAP, borderMode=border)

    change = np.abs(edited - source).max(axis=2)
    still = np.exp(-(cv2.GaussianBlur(change, (0, 0), _STILL_OVER) / _STILL) ** 2).astype(np.float32)
    colours = warp(into(edited), cv2.INTER_CUBIC, cv2.BORDER_REPLICATE)
    detail = native.astype(np.float32) / most - warp(into(source), cv2.INTER_CUBIC, cv2.BORDER_REPLICATE)
    colours += detail * warp(still, cv2.INTER_LINEAR, cv2.BORDER_CONSTANT)[..., None]
    alpha = warp(mask.astype(np.float32), cv2.INTER_LINEAR, cv2.BORDER_CONSTANT)
    patch = np.empty((*native.shape[:2], 4), native.dtype)
    patch[..., :3] = np.rint(np.clip(colours, 0, 1) * most).astype(native.dtype)
    patch[..., 3] = np.rint(np.clip(alpha, 0, 1) * most).astype(native.dtype)
    return patch


def _patch_to_canvas(crop: Crop, where: CanvasMap, scale: float) -> np.ndarray:
    """(2, 3) from a patch's pixels, `scale` of them per photo pixel, to the canvas.

    In a crop, pixel i covers (i .. i + 1) / scale photo pixels; the canvas map counts whole numbers as centres.
    """
    step = 1 / scale
    return np.array([[where.scale * step, 0, where.scale * (crop.x0 + step / 2 - 0.5) + where.x],
                     [0, where.scale * step, where.scale * (crop.y0 + step / 2 - 0.5) + where.y]])
