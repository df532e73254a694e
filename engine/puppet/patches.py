"""Small picture tools the eye, mouth and lid layers share: sampling in the face's own axes, filling, soft masks."""

import numpy as np

from engine.base.opencv import cv2


def sample(image: np.ndarray, points: np.ndarray) -> np.ndarray:
    """image (h, w, C) at points (..., 2) in its pixels, centres at +0.5; bilinear, edges repeat. (..., C) float32."""
    where = np.asarray(points, np.float32) - np.float32(0.5)
    flat = where.reshape(where.shape[0], -1, 2)
    found = cv2.remap(image, flat[..., 0], flat[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return found.reshape(*where.shape[:-1], -1) if image.ndim == 3 else found.reshape(where.shape[:-1])


def as_unit(image: np.ndarray) -> np.ndarray:
    """uint8 or uint16 pixels as float32 0..1; float32 ones are that already."""
    if image.dtype == np.float32:
        return image
    return image.astype(np.float32) / np.float32(65535 if image.dtype == np.uint16 else 255)


def luminance(colour: np.ndarray) -> np.ndarray:
    """(..., 3) coded RGB to (...) by Rec. 709 weights."""
    return colour @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def step(low: float, high: float, value: np.ndarray | float) -> np.ndarray:
    """Smooth 0..1 between low and high."""
    t = np.clip((np.asarray(value, np.float32) - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def fill(image: np.ndarray, weight: np.ndarray, radii: tuple[float, ...]) -> np.ndarray:
    """The known pixels spread over the unknown: blurs of growing radius, the finest that found enough wins.

    image (h, w, C) float32; weight (h, w) 0..1, how well each pixel is known; radii in pixels, ascending.
    """
    weight = weight.astype(np.float32)
    total = float(weight.sum())
    mean = (image * weight[..., None]).sum((0, 1)) / max(total, 1e-6)
    result = np.broadcast_to(mean, image.shape).astype(np.float32)
    for radius in sorted(radii, reverse=True):
        spread = cv2.GaussianBlur(image * weight[..., None], (0, 0), max(radius, 0.5))
        found = cv2.GaussianBlur(weight, (0, 0), max(radius, 0.5))
        trust = np.clip(found / 0.12, 0, 1)[..., None]
        result = result + (spread / np.maximum(found, 1e-6)[..., None] - result) * trust
    return result


def polygon_mask(shape: tuple[int, int], polygon: np.ndarray, soft: float = 0.0) -> np.ndarray:
    """(h, w) float32 1 inside a polygon (n, 2) in pixels, edges anti-aliased or blurred by `soft` pixels."""
    mask = np.zeros(shape, np.uint8)
    points = np.round((np.asarray(polygon) - 0.5) * 16).astype(np.int32)
    cv2.fillPoly(mask, [points.reshape(-1, 1, 2)], 255, cv2.LINE_AA, 4)
    unit = mask.astype(np.float32) / 255
    return cv2.GaussianBlur(unit, (0, 0), soft) if soft > 0.3 else unit


def inner_distance(mask: np.ndarray) -> np.ndarray:
    """(h, w) float32 pixels from each pixel inside (mask > 0.5) to the outside."""
    return cv2.distanceTransform((mask > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
