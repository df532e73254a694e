"""What becomes of the mouth's inside: are the teeth that the photo shows still these, and are they the same on the
screen and in the file?

A tooth pixel is *kept* when it is within SAME of the photo's in every channel, at its own place or, for what lies
below a dark gap, as far down as the jaw went. A rim of one millimetre beside the lips is left out on both pictures: a
millimetre is a 90th of the distance between the outer corners of the eyes.
"""

import numpy as np

from engine.base.jobs import run
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.photo.crop import cut
from engine.photo.face import Face
from engine.photo.landmark_sets import INNER_LIP_LOWER, INNER_LIP_UPPER
from pictures.judges import LEAST
from pictures.sitter import Sitter, look_of

LOOKS: dict[str, Look] = {"AU12 3": look_of({"AU12": 3}), "AU26 1": look_of({"AU26": 1}),
                          "AU26 4": look_of({"AU26": 4})}
SAME = 12
_LEAST_TEETH = 25.0
"""Square millimetres: what shows less shows no teeth."""
_INNER = (*INNER_LIP_UPPER, *reversed(INNER_LIP_LOWER))
_CHIN = 152


def teeth(sitter: Sitter) -> dict[str, float]:
    """By look "kept", the share of the photo's tooth pixels between the lips that stay, and "PSNR" of all of them;
    "shown mm2" at rest. Only that where the photo shows no teeth."""
    base, rest = sitter.base(LEAST), sitter.face
    mm = rest.interocular / 90
    mask = tooth_mask(base, rest)
    found = {"shown mm2": float(mask.sum() / mm**2)}
    if found["shown mm2"] < _LEAST_TEETH:
        return found
    upper, lower = _rows(mask)
    for name, look in LOOKS.items():
        picture = sitter.shown(look)
        face = sitter.seen(picture)
        free = opening(face, LEAST, -1.0)
        drop = max(0, round(float(face.landmarks[_CHIN, 1] - rest.landmarks[_CHIN, 1]))) + round(mm)
        good, error, count = _kept(base, picture, upper & free)
        best = max((_kept(base, picture, _moved(lower, down) & free, down) for down in range(drop + 1)),
                   key=lambda result: result[0] / max(result[2], 1))
        good, error, count = good + best[0], error + best[1], count + best[2]
        if count >= _LEAST_TEETH * mm**2 / 2:
            found[f"{name} kept"] = good / count
            found[f"{name} PSNR"] = _psnr(error / count)
    return found


def tooth_mask(pixels: np.ndarray, face: Face) -> np.ndarray:
    """(h, w) bool: bright and less red than the lips, between them, a millimetre off."""
    inside = opening(face, len(pixels), -1.0)
    if not inside.any():
        return inside
    lab = cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    light, red = lab[..., 0], lab[..., 1]
    lips = opening(face, len(pixels), 4.0) & ~opening(face, len(pixels), 0.5)
    bright = float(np.percentile(light[inside], 90))
    pale = float(np.median(red[inside & (light >= bright)]))
    border = pale + 0.45 * max(6.0, float(np.median(red[lips])) - pale)
    found = inside & (light > 0.62 * bright) & (red < border)
    return np.asarray(cv2.morphologyEx(found.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) > 0)


def opening(face: Face, size: int, wider: float) -> np.ndarray:
    """(size, size) bool: between the inner lips, wider or narrower by millimetres."""
    mask = np.zeros((size, size), np.uint8)
    cv2.fillPoly(mask, [np.rint(face.landmarks[list(_INNER), :2]).astype(np.int32)], 1)
    reach = max(1, round(abs(wider) * face.interocular / 90))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return np.asarray((cv2.dilate if wider > 0 else cv2.erode)(mask, disc) > 0)


def _rows(mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The upper row's pixels and the lower one's: by column, what lies below a gap in what is seen of teeth."""
    first = np.maximum.accumulate(mask, axis=0)
    gap = np.maximum.accumulate(first & ~mask, axis=0)
    below = mask & gap
    few = below.sum() < 0.1 * mask.sum()
    return (mask, np.zeros_like(mask)) if few else (mask & ~below, below)


def _moved(mask: np.ndarray, down: int) -> np.ndarray:
    moved = np.zeros_like(mask)
    moved[down:] = mask[:len(mask) - down]
    return moved


def _kept(base: np.ndarray, picture: np.ndarray, mask: np.ndarray, down: int = 0) -> tuple[int, float, int]:
    """How many pixels are kept, the sum of their mean square errors, and how many there are. The photo `down` lower."""
    rows, columns = np.nonzero(mask)
    apart = picture[rows, columns].astype(np.int32) - base[rows - down, columns]
    return int((np.abs(apart).max(axis=1, initial=0) <= SAME).sum()), float((apart**2).mean(axis=1).sum()), len(rows)


def _psnr(square: float) -> float:
    return float(min(60.0, 10 * np.log10(255**2 / max(square, 1e-9))))


def screen(sitter: Sitter) -> dict[str, float]:
    """By look "PSNR" of what the screen shows in the mouth against what is exported, brought to the same size; where
    the photo is so small that both are one puppet, 60. Nothing where the mouth stays shut."""
    found = {}
    for name, look in LOOKS.items():
        size = sitter.puppet.side
        seen = sitter.shown(look, size)
        native = sitter.photo.picture.native[..., :3].copy()
        run(sitter.program.puppets.finish(sitter.photo, {0: look}, native))
        written = cv2.resize(cut(native, sitter.crop), (size, size), interpolation=cv2.INTER_AREA)
        small = [cv2.resize(one, (LEAST, LEAST), interpolation=cv2.INTER_AREA) for one in (seen, written)]
        inside = opening(sitter.seen(small[0]), LEAST, -0.3)
        if inside.sum() > _LEAST_TEETH * (sitter.face.interocular / 90) ** 2:
            apart = small[0][inside].astype(np.float64) - small[1][inside]
            found[f"{name} PSNR"] = _psnr(float((apart**2).mean()))
    return found
