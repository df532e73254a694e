"""PNG with 16 bits a channel, which Pillow cannot do in colour."""

import numpy as np


def encode_sixteen_bits(native: np.ndarray) -> bytes:
    """PNG bytes of (H, W, 1|3|4) uint16, with nothing beside the pixels."""
    from engine.base.opencv import cv2

    done, encoded = cv2.imencode(".png", native[:, :, [0] if native.shape[2] == 1 else [2, 1, 0, 3][: native.shape[2]]])
    if not done:
        raise ValueError("OpenCV could not encode a PNG")
    return encoded.tobytes()
