"""Normal and roughness of a baked head: folds and pores out of its shading, gloss by region."""

import numpy as np

_FOLD = 4.0  # texels at 2048: coarser light and dark is colour, not relief
_STEEP = 1.6
_SKIN, _OILY, _LIPS, _HAIR, _CAVITY = 0.62, 0.48, 0.42, 0.78, 0.35


def normal_map(root: np.ndarray) -> np.ndarray:
    """(S, S, 3) uint8 from the root of light (S, S, 3): what is darker than around it lies deeper."""
    from engine.base.opencv import cv2

    light = root @ np.array([0.3, 0.5, 0.2], np.float32)
    reach = _FOLD * len(root) / 2048
    steep = _STEEP * len(root) / 2048  # a finer texture's texels are nearer to one another
    relief = light - cv2.GaussianBlur(light, (0, 0), reach)
    relief = cv2.GaussianBlur(np.clip(relief, -0.08, 0.08), (0, 0), 0.7)
    across = cv2.Sobel(relief, cv2.CV_32F, 1, 0, ksize=3) * -steep
    down = cv2.Sobel(relief, cv2.CV_32F, 0, 1, ksize=3) * steep
    out = np.empty((*light.shape, 3), np.uint8)
    length = 1 / np.sqrt(1 + across * across + down * down)
    for place, part in enumerate((across * length, down * length, length)):
        out[..., place] = np.rint(part * 127 + 128)
    return out


def roughness_map(mask: dict[str, np.ndarray], part: np.ndarray, hair: np.ndarray, rest: np.ndarray) -> np.ndarray:
    """(S, S) float32 0..1 from the layout's masks, parts (0 skin, 1 socket, 2 cavity), hair and places."""
    middle = np.exp(-((rest[..., 0] / 0.35) ** 2)) * np.clip((rest[..., 2] - 0.6) / 0.3, 0, 1)
    rough = _SKIN + (_OILY - _SKIN) * middle * mask["face"]
    rough += (_LIPS - rough) * mask["lips"]
    rough += (_HAIR - rough) * hair
    rough[part == 1] = _LIPS
    rough[part == 2] = _CAVITY
    return rough
