"""Hair that the photo does not show, quilted from patches of the hair that it does: each cut along its strands and laid
so that they run down, and blended so that light differs as much as in each of them (Heitz & Neyret, "High-performance
by-example noise using a histogram-preserving blending operator", 2018)."""

from dataclasses import dataclass

import numpy as np

_BROAD = 0.08  # dm: what is broader than that is shade, and not of the strands
_GRAIN = 0.03  # dm over which strands run in one direction
_SIZES = ((0.90, 0.42), (0.60, 0.34), (0.40, 0.24), (0.26, 0.18), (0.17, 0.13), (0.11, 0.09))
"""dm along and across: a patch, the largest of which there are enough."""
_ENOUGH, _TRIED, _LAID = 24, 600, 160  # patches; places looked at; patches kept
_WHOLE, _STRAND = 0.60, 0.09  # dm: patches as tall need no smearing; along strands, deviations of it
_WITHIN = 0.985  # of a patch that must be hair
_DEEP, _STEEP = 2.2, 3.0  # so many patches lie over one another each way; how soon one gives way to the next
_CURLED = 0.38
"""Coherence of the structure tensor below which strands have no common way."""
_FINE = 2.0  # deviations of light that a texel keeps


@dataclass(frozen=True, eq=False)
class Strands:
    """detail: (n, n, 3) float32, log of the root of light beside its surroundings; inside: (n, n) bool where it is
    hair's own; along: (n, n) radians by which strands run from straight down; scale: pixels by dm; curled: whether
    they have no common way."""

    detail: np.ndarray
    inside: np.ndarray
    along: np.ndarray
    scale: float
    curled: bool


def strands_seen(root: np.ndarray, inside: np.ndarray, scale: float, density: float) -> Strands:
    """The strands of the hair `inside` (n, n) of a picture's root of light (n, n, 3), `scale` pixels a dm, brought to
    `density` pixels a dm."""
    from engine.base.opencv import cv2

    size = tuple(max(16, round(length * density / scale)) for length in inside.shape[::-1])
    how = cv2.INTER_AREA if density < scale else cv2.INTER_LINEAR
    log = np.log(np.maximum(cv2.resize(root, size, interpolation=how), np.float32(0.03)))
    share = cv2.resize(inside.astype(np.float32), size, interpolation=how)
    broad = _blurred(log * share[..., None], _BROAD * density) / np.maximum(
        _blurred(share, _BROAD * density), 1e-3)[..., None]
    detail = np.where((share > 0.5)[..., None], log - broad, 0).astype(np.float32)
    light = detail.mean(2)
    across, down = cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1)
    xx, yy, xy = (_blurred(one, _GRAIN * density) for one in (across * across, down * down, across * down))
    # The gradient's way is across the strands; strands run down rather than up.
    along = 0.5 * np.arctan2(2 * xy, xx - yy)
    hair = share > 0.9
    coherent = np.hypot(xx - yy, 2 * xy) / np.maximum(xx + yy, 1e-9)
    curled = bool(hair.any()) and float(np.median(coherent[hair])) < _CURLED
    return Strands(detail, hair, along.astype(np.float32), density, curled)


def quilted(strands: Strands, height: int, width: int, seed: int = 7) -> np.ndarray | None:
    """(height, width, 3) float32 of detail without a seam from right to left, strands running down; None where the
    photo shows too little hair."""
    random = np.random.Generator(np.random.SFC64(seed))
    patches = _patches(strands, random)
    if patches is None:
        return None
    tall, wide = patches.shape[1:3]
    window = np.outer(_bump(tall), _bump(wide)).astype(np.float32) + np.float32(1e-4)
    columns = max(2, round(width / wide * _DEEP))
    rows = max(2, round((height + tall) / tall * _DEEP))
    summed = np.zeros((height + 2 * tall, width, 3), np.float32)
    squares = np.zeros(summed.shape[:2], np.float32)
    order = np.concatenate([random.permutation(len(patches)) for _ in range(columns * rows // len(patches) + 1)])
    for number in range(columns * rows):
        column, row = divmod(number, rows)
        # Neither rows nor columns lie on a line: the eye finds those.
        top = int(((row + (column * 0.618) % 1 + random.uniform(-0.2, 0.2)) * tall / _DEEP) % (height + tall))
        left = int((column + random.uniform(-0.3, 0.3)) * width / columns) % width
        patch = patches[order[number]] * window[..., None]
        for start, taken in ((left, slice(0, width - left)), (0, slice(width - left, wide))):
            part = patch[:, taken]
            if part.shape[1]:
                summed[top:top + tall, start:start + part.shape[1]] += part
                squares[top:top + tall, start:start + part.shape[1]] += window[:, taken] ** 2
    summed, squares = summed[tall:tall + height], squares[tall:tall + height]
    laid = summed / np.sqrt(np.maximum(squares, 1e-12))[..., None]
    return laid if strands.curled else _drawn_out(laid, tall / strands.scale, strands.scale)


def _drawn_out(laid: np.ndarray, tall: float, scale: float) -> np.ndarray:
    """Short patches of straight strands smeared along them, as strands longer than the patches (dm) would be."""
    from engine.base.opencv import cv2

    share = np.float32(np.clip((_WHOLE - tall) / (_WHOLE - _SIZES[-1][0]), 0, 1))
    if not share:
        return laid
    long = cv2.GaussianBlur(laid, (0, 0), sigmaX=0.6, sigmaY=_STRAND * scale)
    long *= laid.std() / max(float(long.std()), 1e-6)
    return laid * np.sqrt(1 - 0.8 * share) + long * np.sqrt(0.8 * share)


def _bump(count: int) -> np.ndarray:
    return np.sin((np.arange(count) + 0.5) / count * np.pi) ** _STEEP


def _patches(strands: Strands, random: np.random.Generator) -> np.ndarray | None:
    """(k, tall, wide, 3): as many as there are, of the largest size of which there are enough."""
    from engine.base.opencv import cv2

    deep = cv2.distanceTransform(np.pad(strands.inside, 1).astype(np.uint8), cv2.DIST_L2, 3)[1:-1, 1:-1]
    inside = strands.inside.astype(np.float32)
    best: list[np.ndarray] = []
    for tall, wide in _SIZES:
        size = (max(8, round((wide if not strands.curled else 0.7 * tall) * strands.scale)),
                max(8, round((tall if not strands.curled else 0.7 * tall) * strands.scale)))
        places = np.argwhere(deep > 0.45 * min(size))
        found: list[np.ndarray] = []
        if len(places):
            for y, x in places[random.integers(0, len(places), _TRIED)]:
                turn = float(strands.along[y, x]) if not strands.curled else 0.0
                mirrored = 1.0 if random.random() < 0.5 else -1.0
                cos, sin = np.cos(turn), np.sin(turn)
                # From a texel of the patch to a pixel: its columns lie across the strands.
                move = np.array([[cos * mirrored, -sin, x], [sin * mirrored, cos, y]])
                move[:, 2] -= move[:, :2] @ [(size[0] - 1) / 2, (size[1] - 1) / 2]
                flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
                if cv2.warpAffine(inside, move, size, flags=flags).mean() < _WITHIN:
                    continue
                found.append(cv2.warpAffine(strands.detail, move, size, flags=flags, borderMode=cv2.BORDER_REFLECT))
                if len(found) == _LAID:
                    break
        if len(found) >= _ENOUGH:
            best = found
            break
    if not best:
        return None
    patches = np.stack(best)
    patches -= patches.mean(axis=(1, 2), keepdims=True)
    most = _FINE * float(patches.std())
    return most * np.tanh(patches / most)


def _blurred(picture: np.ndarray, width: float) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.GaussianBlur(picture, (0, 0), max(width, 0.5))
