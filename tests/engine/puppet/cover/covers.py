"""Things drawn over a face: what a test covers it with."""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import OVAL, face_axes


def hand(pixels: np.ndarray, landmarks: np.ndarray, over: tuple[int, ...],
         colour: tuple[int, int, int] = (224, 178, 150)) -> tuple[np.ndarray, np.ndarray]:
    """Four fingers from the right side of the picture whose tips lie beyond the middle of landmarks; with where they
    are."""
    axes = face_axes(landmarks)
    x, y = landmarks[list(over), :2].mean(0) - 0.16 * axes.height * axes.right
    finger, side = 0.08 * axes.height, pixels.shape[0]
    mask = np.zeros(pixels.shape[:2], np.uint8)
    lines = mask.copy()
    for number in range(4):
        top = y + (number - 2) * finger
        cv2.rectangle(mask, (int(x), int(top)), (side, int(top + finger)), 1, -1)
        cv2.circle(mask, (int(x), int(top + finger / 2)), int(finger / 2), 1, -1)
        if number:
            cv2.line(lines, (int(x), int(top)), (int(x + 0.35 * axes.height), int(top)), 1, 1)
    return _laid(pixels, mask, np.where(lines[..., None], 0.65, 1.0) * colour)


def own_hand(pixels: np.ndarray, landmarks: np.ndarray, over: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """The same of the face's own skin: made of its cheek, each finger round, with a shadow on the face."""
    axes = face_axes(landmarks)
    reach, side = int(0.07 * axes.height), pixels.shape[0]
    column, row = landmarks[50, :2].astype(int)
    cheek = pixels[row - reach:row + reach, column - reach:column + reach].astype(np.float32)
    cheek = cheek / cv2.GaussianBlur(cheek, (0, 0), reach / 2) * np.median(cheek.reshape(-1, 3), axis=0)
    tile = np.concatenate([cheek, cheek[:, ::-1]], 1)
    times = -(-side // len(tile)) + 1
    skin = np.tile(np.concatenate([tile, tile[::-1]]), (times, times, 1))[:side, :side]
    top = landmarks[list(over), 1].mean() - 0.16 * axes.height
    across = ((np.arange(side) - top) / (0.08 * axes.height)) % 1 * 2 - 1
    _, where = hand(pixels, landmarks, over)
    shadow = cv2.GaussianBlur(where.astype(np.float32), (0, 0), 0.012 * axes.height)[..., None]
    return _laid((pixels * (1 - 0.25 * shadow)).astype(np.uint8), where.astype(np.uint8),
                 skin * (1 - 0.25 * across ** 4)[:, None, None])


def mask(pixels: np.ndarray, landmarks: np.ndarray,
         colour: tuple[int, int, int] = (150, 190, 220)) -> tuple[np.ndarray, np.ndarray]:
    """A surgical mask from the bridge of the nose to the chin."""
    where = landmarks[[227, 123, 100, 195, 329, 352, 447, 288, 365, 152, 136, 58], :2]
    return _filled(pixels, where, colour)


def sunglasses(pixels: np.ndarray, landmarks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    axes = face_axes(landmarks)
    where = np.zeros(pixels.shape[:2], np.uint8)
    for corners in ((33, 133), (362, 263)):
        middle = landmarks[list(corners), :2].mean(0)
        cv2.ellipse(where, tuple(int(value) for value in middle), (int(0.145 * axes.height), int(0.115 * axes.height)),
                    0, 0, 360, 1, -1)
    ends = (tuple(int(value) for value in landmarks[number, :2]) for number in (133, 362))
    cv2.line(where, *ends, 1, max(2, int(0.02 * axes.height)))
    return _laid(pixels, where, np.full(3, 24.0))


def frames(pixels: np.ndarray, landmarks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Glasses without colour in them."""
    axes = face_axes(landmarks)
    where = np.zeros(pixels.shape[:2], np.uint8)
    thick = max(2, int(0.02 * axes.height))
    for corners in ((33, 133), (362, 263)):
        middle = landmarks[list(corners), :2].mean(0) + 0.02 * axes.height * axes.down
        cv2.ellipse(where, tuple(int(value) for value in middle), (int(0.15 * axes.height), int(0.115 * axes.height)),
                    0, 0, 360, 1, thick)
    return _laid(pixels, where, np.array([20.0, 18.0, 18.0]))


def thin_frames(pixels: np.ndarray, landmarks: np.ndarray, width: float = 0.008,
                colour: tuple[int, int, int] = (70, 55, 45)) -> tuple[np.ndarray, np.ndarray]:
    """Glasses of wire, with a bridge and pieces to the ears; width in face heights."""
    axes = face_axes(landmarks)
    where = np.zeros(pixels.shape[:2], np.uint8)
    thick, out = max(1, round(width * axes.height)), 0.145 * axes.height
    below = 0.02 * axes.height * axes.down
    middles = [landmarks[list(corners), :2].mean(0) + below for corners in ((33, 133), (362, 263))]
    ends = [(middle - out * axes.right, middle + out * axes.right) for middle in middles]
    for middle in middles:
        half = int(out), int(0.1 * axes.height)
        cv2.ellipse(where, tuple(int(value) for value in middle), half, 0, 0, 360, 1, thick)
    for first, second in ((ends[0][1], ends[1][0]), (ends[0][0], landmarks[127, :2]), (ends[1][1], landmarks[356, :2])):
        cv2.line(where, *(tuple(int(value) for value in end) for end in (first, second)), 1, thick)
    return _laid(pixels, where, np.array(colour, float))


def before_a_wall(pixels: np.ndarray, landmarks: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    """The same face with a wall of that colour to its left, right to the edge of its cheek."""
    axes = face_axes(landmarks)
    face = np.zeros(pixels.shape[:2], np.uint8)
    cv2.fillPoly(face, [np.round(landmarks[list(OVAL), :2]).astype(np.int32).reshape(-1, 1, 2)], 1)
    rows, columns = np.mgrid[:pixels.shape[0], :pixels.shape[1]]
    beside = (np.stack([columns, rows], -1) - landmarks[1, :2]) @ axes.right > 0
    return _laid(pixels, (beside & (face == 0)).astype(np.uint8), np.array(colour, float))[0]


def lit_from_the_side(pixels: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """Half of the face in a shadow with a narrow border."""
    axes = face_axes(landmarks)
    rows, columns = np.mgrid[:pixels.shape[0], :pixels.shape[1]]
    across = (np.stack([columns, rows], -1) - landmarks[1, :2]) @ axes.right / axes.height
    return np.rint(pixels * np.exp(-1.2 / (1 + np.exp(-across / 0.05)))[..., None]).astype(np.uint8)


def _filled(pixels: np.ndarray, outline: np.ndarray, colour: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray]:
    where = np.zeros(pixels.shape[:2], np.uint8)
    cv2.fillPoly(where, [np.round(outline).astype(np.int32).reshape(-1, 1, 2)], 1)
    return _laid(pixels, where, np.array(colour, float))


def _laid(pixels: np.ndarray, where: np.ndarray, colour: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    soft = cv2.GaussianBlur(where.astype(np.float32), (0, 0), 0.7)[..., None]
    return np.rint(pixels * (1 - soft) + colour * soft).astype(np.uint8), where > 0
