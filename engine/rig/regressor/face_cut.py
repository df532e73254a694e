"""The upright cut of a face that a regressor reads: the same of a photo and of a database's picture."""

from functools import cache

import numpy as np

from engine.networks.identity.face_chip import similarity

SIDE = 96
_ZOOM = 1.7
"""How near the head is in the cut: from the brow's top to under the chin."""
_POINTS = 468


@cache
def _frame() -> np.ndarray:
    """(468, 2): where the points of the average head lie in the cut, seen from the front, in its pixels."""
    from engine.head.pack import load_head
    from engine.head.portrait import HeadView

    head = load_head()
    return HeadView(zoom=_ZOOM).pixels(head.landmarks(head.vertices), SIDE)[:_POINTS, :2].astype(np.float64)


def cut_matrix(landmarks: np.ndarray) -> np.ndarray:
    """(2, 3) float64: picture coordinates to the cut's, both with pixel centres at one half: the turn, scale and shift
    that bring a face's landmarks (478, 2 or more) nearest to the average head's."""
    turn, shift = similarity(np.asarray(landmarks, np.float64)[:_POINTS, :2], _frame())
    return np.array([[turn.real, -turn.imag, shift.real], [turn.imag, turn.real, shift.imag]])


def cut_face(pixels: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """(SIDE, SIDE, 3) uint8 of a picture (h, w, 3) uint8; its edge goes on beyond it."""
    from engine.base.opencv import cv2

    matrix = np.array(matrix, np.float64)
    pixels = np.ascontiguousarray(pixels[..., :3])
    while np.hypot(matrix[0, 0], matrix[1, 0]) < 0.5 and min(pixels.shape[:2]) > 2:  # a finer one is averaged first
        height, width = pixels.shape[:2]
        pixels = cv2.resize(pixels, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        matrix[:, :2] *= np.array([width / (width // 2), height / (height // 2)])
    matrix[:, 2] += matrix[:, :2] @ [0.5, 0.5] - 0.5  # OpenCV counts pixels from their middles
    return cv2.warpAffine(pixels, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def shaken(matrix: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """The same cut, laid as the landmarks of another photo would have it: a little turned, scaled and shifted."""
    turn = np.exp(complex(random.normal(0, 0.03), random.normal(0, 0.03)))
    middle = SIDE / 2 * (1 + 1j)
    shift = complex(*random.normal(0, 0.012 * SIDE, 2)) + middle - turn * middle
    rows = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    return np.hstack([rows @ matrix[:, :2], (rows @ matrix[:, 2:]) + [[shift.real], [shift.imag]]])


def recoloured(cut: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """(SIDE, SIDE, 3) uint8: what another camera and lamp would have made of it: contrast, light from one side, a
    cast, blur, grain."""
    from engine.base.opencv import cv2

    seen: np.ndarray = cut.astype(np.float32) / 255
    if random.random() < 0.5:
        seen = cv2.GaussianBlur(seen, (0, 0), float(random.uniform(0.3, 1.4)))
    if random.random() < 0.2:
        seen = seen.mean(2, keepdims=True).repeat(3, 2)
    place = (np.arange(SIDE, dtype=np.float32) - SIDE / 2) / SIDE
    light = random.normal(0, 0.35, 2).astype(np.float32)
    seen = seen ** np.float32(np.exp(random.normal(0, 0.25))) * np.exp(random.normal(0, 0.12, 3)).astype(np.float32)
    seen = seen * np.exp(light[0] * place[:, None] + light[1] * place)[..., None]
    seen = (seen - 0.5) * np.float32(np.exp(random.normal(0, 0.15))) + 0.5 + np.float32(random.normal(0, 0.06))
    seen += random.standard_normal(seen.shape, np.float32) * np.float32(random.uniform(0, 0.03))
    return np.rint(seen.clip(0, 1) * 255).astype(np.uint8)
