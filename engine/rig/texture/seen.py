"""What a photo shows of a face, as the bake needs it: the face's square, and of each pixel what it shows.

With the face parsing network by its classes; without it by the landmarks' outline and the skin's colour, which knows
nothing of neck and ears and little of hair.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.photo.crop import Crop, cut
from engine.photo.landmark_sets import BROWS, FACE_OVAL, INNER_LIP_LOWER, INNER_LIP_UPPER, LIDS
from engine.photo.open_photo import OpenPhoto
from engine.rig.texture.codes import roots
from engine.rig.texture.white_balance import neutral_gain

if TYPE_CHECKING:
    from engine.networks.face_parser import FaceParser

LARGEST = 1536
"""Pixels a side of the square: what a texture of 2048 can show of a face, and some more."""

_SKIN = ("skin", "left brow", "right brow", "left eye", "right eye", "glasses", "left ear", "right ear", "nose",
         "mouth", "upper lip", "lower lip")
_PURE = ("skin", "nose")
_EDGE, _NECK_EDGE, _HAIR_EDGE = 0.005, 0.010, 0.008  # of the square's side, by which what is taken stays off its border
_HAT_EDGE = 0.01  # of the square's side, by which skin keeps off a hat
_HAT_SHADE = 0.12  # of the square's side, how far down a hat's shadow is looked for
_SHADED = 0.8  # of the skin's lightness: what is darker so near to a hat is its shadow
_LEAST_GLASSES = 0.002  # of the square
_DARK = 0.55  # of the skin's lightness: what is darker on the forehead, brows aside, is hair


@dataclass(frozen=True, eq=False)
class SeenFace:
    """A face's square cut from a photo.

    root:     (n, n, 3) float32, the square root of linear light: near to how it looks, and quick to go to and fro; the
              colour of the photo's light taken out in part.
    origin, scale: a photo pixel p lies at (p - origin) * scale in the square.
    landmarks: (478, 2) in the square.
    skin:     (n, n) float32 0..1: skin that may be baked (with brows, lips, ears; glasses, too, for want of what is
              behind them).
    pure:     (n, n) float32: nothing but skin, for its light and colour.
    hair:     (n, n) float32: hair of the head. hair_inside: well inside of it, where its colour is its own.
    mouth:    (n, n) float32: what the lips let see.
    inside:   (n, n) float32: 1 in the photo, 0 beyond its edge.
    frame:    (n, n) float32: glasses.
    hat:      (n, n) float32: a hat, and what is so near to it that its edge colours it.
    parsed:   whether a network said so. glasses: whether there are some. shaded: whether a hat's shade was left out.
    """

    root: np.ndarray
    origin: np.ndarray
    scale: float
    landmarks: np.ndarray
    skin: np.ndarray
    pure: np.ndarray
    hair: np.ndarray
    hair_inside: np.ndarray
    mouth: np.ndarray
    inside: np.ndarray
    frame: np.ndarray
    hat: np.ndarray
    parsed: bool
    glasses: bool
    shaded: bool = False


def look_at(photo: OpenPhoto, face: int, parser: "FaceParser | None") -> SeenFace:
    """Cut and look at a face. About .05 s, with a parser .3 s more. Raises EngineError for a face there is not."""
    from engine.base.opencv import cv2

    found, crop = photo.face(face), photo.crop(face)
    square = np.ascontiguousarray(cut(photo.picture.pixels, crop)[..., :3])
    scale = min(1.0, LARGEST / crop.side)
    if scale < 1:
        square = cv2.resize(square, (LARGEST, LARGEST), interpolation=cv2.INTER_AREA)
    landmarks = ((crop.to_crop(found.landmarks)[:, :2]) * scale).astype(np.float64)
    side = len(square)
    masks = _by_network(parser, square, landmarks) if parser is not None else _by_landmarks(square, landmarks)
    inside = _inside(photo, crop, side)
    root = roots()[square]
    root = np.minimum(root * neutral_gain(photo.picture.pixels, root, landmarks, masks[1] * inside), 1)
    origin = np.array([crop.x0, crop.y0], np.float64)
    skin, pure, hair, hair_inside, mouth, frame, hat, shaded = masks
    glasses = bool((frame > 0.5).mean() > _LEAST_GLASSES)
    return SeenFace(root, origin, scale, landmarks, skin * inside, pure * inside, hair * inside, hair_inside * inside,
                    mouth, inside, frame, hat, parser is not None, glasses, shaded)


def _by_network(parser: "FaceParser", square: np.ndarray, landmarks: np.ndarray) -> tuple:
    from engine.render.covers import parsed_upright

    parsed = parsed_upright(parser, square, landmarks)
    side = len(square)

    def together(*names: str) -> np.ndarray:
        return np.logical_or.reduce([parsed[name] for name in names])

    neck, hair = parsed["neck"], parsed["hair"]
    shaded = _shaded(square, together(*_PURE), parsed["hat"])
    hat = ~_off_border(~parsed["hat"], _HAT_EDGE, side)
    bare = ~shaded & ~(hat & together(*_PURE))
    skin = np.maximum(_off_border(together(*_SKIN), _EDGE, side) & bare, _off_border(neck, _NECK_EDGE, side))
    pure = _off_border(together(*_PURE) & bare, _EDGE, side)
    return (_soft(skin, side), _soft(pure, side), _soft(hair, side),
            _soft(_off_border(hair, _HAIR_EDGE, side), side), _soft(parsed["mouth"], side),
            _soft(parsed["glasses"], side), _soft(hat, side), bool(shaded.any()))


def _shaded(square: np.ndarray, skin: np.ndarray, hat: np.ndarray) -> np.ndarray:
    """Skin that a hat darkens: it would be baked as a band over the brows."""
    from engine.base.opencv import cv2

    if not hat.any() or not skin.any():
        return np.zeros_like(skin)
    size = skin.shape[::-1]
    light = cv2.resize(square, size, interpolation=cv2.INTER_AREA) @ np.array([0.299, 0.587, 0.114])
    reach = max(1, round(_HAT_SHADE * len(skin)))
    below = cv2.dilate(hat.astype(np.uint8), np.ones((2 * reach + 1, 1), np.uint8)) > 0
    return skin & below & (light < _SHADED * np.median(light[skin]))


def _by_landmarks(square: np.ndarray, landmarks: np.ndarray) -> tuple:
    from engine.base.opencv import cv2

    side = len(square)
    small = 512

    def filled(*rings: tuple[int, ...]) -> np.ndarray:
        mask = np.zeros((small, small), np.uint8)
        for ring in rings:
            cv2.fillPoly(mask, [np.rint(landmarks[list(ring)] * (small / side)).astype(np.int32)], 1)
        return mask > 0

    oval, brows = filled(FACE_OVAL), filled(*BROWS.values())
    mouth = filled(INNER_LIP_UPPER + INNER_LIP_LOWER[::-1])
    eyes = filled(*LIDS.values())
    light = cv2.resize(square, (small, small), interpolation=cv2.INTER_AREA) @ np.array([0.299, 0.587, 0.114])
    lowest_brow = landmarks[[i for ring in BROWS.values() for i in ring], 1].min() * small / side
    above = oval & (np.arange(small)[:, None] < lowest_brow)
    plain = oval & ~brows & ~mouth & ~eyes
    dark = above & (light < _DARK * np.median(light[plain])) if plain.any() else above & False
    skin, pure = oval & ~dark, plain & ~dark
    nothing = np.zeros((side, side), np.float32)
    return (_soft(_off_border(skin, 2 * _EDGE, small), side), _soft(_off_border(pure, 2 * _EDGE, small), side),
            _soft(dark, side), nothing, _soft(mouth, side), nothing, nothing, False)


def _off_border(mask: np.ndarray, share: float, side: int) -> np.ndarray:
    """A mask without a rim of that share of the square's side."""
    from engine.base.opencv import cv2

    reach = max(1, round(share * len(mask)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return cv2.erode(mask.astype(np.uint8), kernel, borderValue=1) > 0


def _soft(mask: np.ndarray, side: int) -> np.ndarray:
    """(side, side) float32 0..1 with soft borders."""
    from engine.base.opencv import cv2

    blurred = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.0 + len(mask) / 700)
    return cv2.resize(blurred, (side, side), interpolation=cv2.INTER_LINEAR)


def _inside(photo: OpenPhoto, crop: Crop, side: int) -> np.ndarray:
    """1 where the photo is, three pixels off its edge: what is repeated beyond it shows nothing."""
    width, height = photo.picture.size
    middles = (np.arange(side) + 0.5) * (crop.side / side)
    across, down = crop.x0 + middles, crop.y0 + middles
    there = np.outer((down >= 3) & (down < height - 3), (across >= 3) & (across < width - 3))
    gone = photo.picture.missing
    if gone is not None:
        there &= ~np.outer((down >= gone.y0 - 3) & (down < gone.y1), (across >= gone.x0 - 3) & (across < gone.x1))
    return there.astype(np.float32)
