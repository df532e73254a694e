"""A photo's colours at places between its pixels."""

import numpy as np


def sampled(pixels: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Bilinear samples, of the photo's type; beyond its edge the edge goes on.

    pixels: (h, w) or (h, w, c), uint8 or float32, of any size; places: (..., n, 2) in it, a pixel's middle at a half.
    Only the part around the places is looked at: a photo may be larger than OpenCV takes (32767 pixels a side).
    """
    from engine.base.opencv import cv2

    flat = np.asarray(places, np.float64).reshape(-1, 2) - 0.5
    size = np.array(pixels.shape[1::-1])
    low = np.clip(np.floor(flat.min(0)) - 1, 0, size - 1).astype(int)
    high = np.clip(np.ceil(flat.max(0)) + 2, low + 1, size).astype(int)
    part = np.ascontiguousarray(pixels[low[1]:high[1], low[0]:high[0]])
    at = (flat - low).astype(np.float32).reshape(-1, places.shape[-2], 2)
    found = cv2.remap(part, np.ascontiguousarray(at[..., 0]), np.ascontiguousarray(at[..., 1]), cv2.INTER_LINEAR,
                      borderMode=cv2.BORDER_REPLICATE)
    return found.reshape(*places.shape[:-1], *pixels.shape[2:])
