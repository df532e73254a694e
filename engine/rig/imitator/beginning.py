"""Our imitator worked out of a database before it learns: optical flow says where each pixel of a picture comes from,
least squares how that hangs on the values.

1. One picture, the nearest to the mean, gives the frame. The others are moved into it, and their mean is the average.
2. For each picture: its move to the average (dense inverse search, Kroeger et al., ECCV 2016), and what of its colours
   is left when it is moved there.
3. Moves and colours are fitted to [x, |x|, 1] by ridge regression, summed up as pictures come, and the fit's largest
   directions (by singular values) are the modes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.imitator.warp_network import COARSE, COARSE_COLOURS, COLOUR_UNIT, FINE_COLOURS, MOVES, WarpImitator

LOOKED_AT = 1500
"""Pictures; more make the modes no better than learning does."""
_AVERAGED = 120
_BATCH = 16
_RIDGE = 2.0


@dataclass(eq=False)
class _Sums:
    """Of rows: features (k,) and numbers (m,) that hang on them."""

    squares: np.ndarray
    products: np.ndarray

    @classmethod
    def of(cls, features: int, numbers: int) -> "_Sums":
        return cls(np.zeros((features, features)), np.zeros((features, numbers), np.float32))

    def add(self, features: np.ndarray, numbers: np.ndarray) -> None:
        """(B, k) and (B, m)."""
        self.squares += features.T.astype(np.float64) @ features
        self.products += features.T @ numbers

    def modes(self, most: int, count: int) -> tuple[np.ndarray, np.ndarray]:
        """(k, most) and (most, m): the ridge fit's largest directions; amounts vary by about one."""
        ridge = np.full(len(self.squares), _RIDGE)
        ridge[-1] = 1e-3  # the constant
        fit = np.linalg.inv(self.squares + np.diag(ridge)).astype(np.float32) @ self.products
        spread = self.squares / count
        # Directions by how much of the database they explain: the fit's Gram matrix in the features' own measure.
        root = np.linalg.cholesky(spread + 1e-9 * np.eye(len(spread)))
        white = root.T.astype(np.float32) @ fit
        values, vectors = np.linalg.eigh((white @ white.T).astype(np.float64))
        vectors = vectors[:, ::-1][:, :most]
        scale = np.where(values[::-1][:most] > 1e-12, 1.0, 0.0)
        left = np.linalg.solve(root.T, vectors) * scale
        return left.astype(np.float32), vectors.T.astype(np.float32) @ white * scale[:, None].astype(np.float32)


def begin_from(picture: Callable[[int], np.ndarray], values: np.ndarray, side: int, seed: int) -> Job[WarpImitator]:
    """picture: place to (side, side, 3) uint8; values (N, n) 0..1, what each was drawn from."""
    import torch

    from engine.base.opencv import cv2

    count = min(len(values), LOOKED_AT)
    imitator = WarpImitator.still(values.shape[1], side, seed)
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)

    def flow(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """(h, w, 2) pixels from where a grey picture shows something to where the other does."""
        return np.asarray(search.calc(one, other, np.zeros((*one.shape, 2), np.float32)))

    yield Progress(0, count, Text("looking for the average picture"))
    average = _average(picture, range(min(count, _AVERAGED)), flow)
    grey = _grey(average)
    grid = min(COARSE, side)
    features = 2 * values.shape[1] + 1
    moves, coarse, fine = (_Sums.of(features, size) for size in (2 * grid**2, 3 * grid**2, 3 * side**2))
    for start in range(0, count, _BATCH):
        places = range(start, min(start + _BATCH, count))
        x = 2 * values[places.start:places.stop].astype(np.float32) - 1
        rows = np.concatenate([x, np.abs(x), np.ones((len(x), 1), np.float32)], 1)
        found: list[list[np.ndarray]] = [[], [], []]
        for place in places:
            seen = picture(place)
            there = cv2.resize(flow(_grey(seen), grey), (grid, grid), interpolation=cv2.INTER_AREA)
            left = (_moved(seen, flow(grey, _grey(seen))) - average) / (255 * COLOUR_UNIT)
            small = cv2.resize(left, (grid, grid), interpolation=cv2.INTER_AREA)
            sharp = left - cv2.resize(small, (side, side), interpolation=cv2.INTER_LINEAR)
            for kept, field in zip(found, (there, small, sharp), strict=True):
                kept.append(field.astype(np.float32).transpose(2, 0, 1).ravel())
        for sums, fields in zip((moves, coarse, fine), found, strict=True):
            sums.add(rows, np.stack(fields))
        yield Progress(places.stop, count, Text("following pictures to the average: {0} of {1}", places.stop, count))
    weights = imitator.weights
    amounts = []
    for name, sums, most, shape in (("move", moves, MOVES, (2, grid, grid)),
                                    ("coarse", coarse, COARSE_COLOURS, (3, grid, grid)),
                                    ("fine", fine, FINE_COLOURS, (3, side, side))):
        linear, modes = sums.modes(most, count)
        filled = torch.zeros(weights[f"{name}.modes"].shape)
        filled[:len(modes)] = torch.from_numpy(modes.reshape(-1, *shape))
        weights[f"{name}.modes"] = filled
        amounts.append(np.pad(linear, ((0, 0), (0, len(filled) - linear.shape[1]))))
        yield Progress(count, count, Text("working out how the pictures hang on the values"))
    joined = np.concatenate(amounts, 1)
    weights["linear.weight"] = torch.from_numpy(np.ascontiguousarray(joined[:-1].T))
    weights["linear.bias"] = torch.from_numpy(np.ascontiguousarray(joined[-1]))
    weights["average"] = torch.from_numpy((average / 255).astype(np.float32).transpose(2, 0, 1).copy())
    return WarpImitator(weights)


def _average(picture: Callable[[int], np.ndarray], places: Sequence[int],
             flow: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    """(side, side, 3) float32 0..255, sharp: the mean of pictures moved onto the one that is nearest to their mean."""
    pictures = [picture(place) for place in places]
    mean = np.mean(pictures, 0, dtype=np.float32)
    nearest = min(pictures, key=lambda one: float(np.abs(one - mean).mean()))
    grey, shifts = _grey(nearest), np.zeros((*nearest.shape[:2], 2), np.float32)
    total = np.zeros(nearest.shape, np.float32)
    for one in pictures:
        there = flow(grey, _grey(one))
        total += _moved(one, there)
        shifts += there
    # The frame of one face becomes that of all: by the mean of the ways to the others, followed back.
    return _moved(total / len(pictures), -shifts / len(pictures))


def _grey(picture: np.ndarray) -> np.ndarray:
    from engine.base.opencv import cv2

    return cv2.cvtColor(np.clip(np.rint(picture), 0, 255).astype(np.uint8), cv2.COLOR_RGB2GRAY)


def _moved(picture: np.ndarray, shift: np.ndarray) -> np.ndarray:
    """The picture (h, w, 3) whose pixel at p is the given one's at p + shift(p), (h, w, 2) in pixels."""
    from engine.base.opencv import cv2

    rows, columns = np.mgrid[:picture.shape[0], :picture.shape[1]].astype(np.float32)
    return cv2.remap(picture, columns + shift[..., 0], rows + shift[..., 1], cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE)
