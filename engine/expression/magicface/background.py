"""The second picture MagicFace is given: what to keep, black where to draw, and the jaw line as dots for the pose."""

from enum import Enum

import numpy as np


class MaskPolicy(Enum):
    """What goes black.

    PERSON: everything but the background. The published weights were almost certainly trained so, and the pictures
            published with them were made so: the default.
    FACE:   skin, brows, eyes, glasses, nose, mouth, lips and necklace; hair, ears, neck and clothes stay as they are.
            The authors' later advice when identity is lost.
    """

    PERSON = "person"
    FACE = "face"


_REMOVED = {
    MaskPolicy.PERSON: tuple(range(1, 19)),
    MaskPolicy.FACE: (1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 15),
}


def background_picture(canvas: np.ndarray, labels: np.ndarray, contour: np.ndarray, policy: MaskPolicy) -> np.ndarray:
    """(512, 512, 3) uint8.

    canvas:  the source, (512, 512, 3) uint8.
    labels:  (512, 512) parsing classes of it.
    contour: (512, 512, 3) uint8 dots on black; added to what is kept, as the original does.
    """
    kept = np.where(np.isin(labels, _REMOVED[policy])[..., None], 0, canvas).astype(np.uint16)
    return np.minimum(kept + contour, 255).astype(np.uint8)
