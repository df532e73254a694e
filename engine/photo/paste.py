"""Laying an edited patch over the photo's own samples, in the photo's own depth and number of channels."""

import numpy as np

from engine.base.opencv import cv2

# Rec. 709 weights, applied to encoded values: what a viewer does to show a gray picture in colour, undone.
_LUMA = np.array([[0.2126], [0.7152], [0.0722]], np.float32)
_ROWS = 256


def paste(native: np.ndarray, patch: np.ndarray, x: int, y: int) -> None:
    """Blend a patch into a picture in place.

    native: (H, W, C) uint8 or uint16, C = 1 (gray), 3 (RGB) or 4 (RGB and alpha; alpha is left alone).
    patch:  (h, w, 4) of the same type, straight alpha; where alpha is 0 the picture's samples keep their very value.
    x, y:   the patch's top left corner in the picture; the part outside the picture is left out.
    """
    if patch.dtype != native.dtype:
        raise ValueError(f"patch is {patch.dtype}, picture is {native.dtype}")
    top, left = max(0, -y), max(0, -x)
    bottom = min(patch.shape[0], native.shape[0] - y)
    right = min(patch.shape[1], native.shape[1] - x)
    if bottom <= top or right <= left:
        return
    for first in range(top, bottom, _ROWS):  # of a large patch the steps between would take many times its own
        last = min(bottom, first + _ROWS)
        _blend(native[y + first : y + last, x + left : x + right], patch[first:last, left:right])


def _blend(target: np.ndarray, cut: np.ndarray) -> None:
    alpha = cut[..., 3]
    touched = alpha > 0
    if _plain(target):  # most are covered wholly: these need no arithmetic
        whole = alpha == 255
        cv2.copyTo(cv2.cvtColor(cut, cv2.COLOR_RGBA2RGB), whole.view(np.uint8), target)
        touched &= ~whole
    colour = cut[touched, :3].astype(np.float32)
    if target.shape[2] == 1:
        colour = colour @ _LUMA
    share = cut[touched, 3:4].astype(np.float32) / np.iinfo(target.dtype).max
    channels = colour.shape[1]
    old = target[touched, :channels].astype(np.float32)
    target[touched, :channels] = np.rint(old + (colour - old) * share).astype(target.dtype)


def _plain(target: np.ndarray) -> bool:
    """Whether OpenCV can write into it: RGB of bytes, sample beside sample, row below row."""
    return target.dtype == np.uint8 and target.strides[1:] == (3, 1) and target.shape[2] == 3 and target.strides[0] > 0


def colour(native: np.ndarray) -> np.ndarray:
    """The colour samples (H, W, 3) of a picture with 1, 3 or 4 channels, type kept; gray is repeated."""
    return np.repeat(native[..., :1], 3, axis=2) if native.shape[2] == 1 else native[..., :3]
