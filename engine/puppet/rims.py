"""The edges of the eye and mouth openings as smooth dense curves.

The landmarks of closed lips or lids may cross by a pixel and miss the true seam by more; both would show the moment
the opening opens. So crossing pairs are set apart, and the seam of closed lips is moved to the dark line between them.
"""

from dataclasses import dataclass

import numpy as np

from engine.puppet.facemap import APERTURES, FaceAxes, Rim

SAMPLES = {"eyeRight": 25, "eyeLeft": 25, "mouth": 37}
_ONTO_LIP = 0.003  # face heights
_SEAM_REACH = 0.014  # face heights: how far from where the landmarks put it the seam of closed lips is looked for


@dataclass(frozen=True, eq=False)
class Aperture:
    """One opening.

    upper, lower: (K, 2) matching points of the two rims, corner to corner; the first and last are shared.
    gap:          (K,) how far lower lies below upper along the face's own down, >= 0.
    along:        (K,) 0..1 position along the opening.
    sealed:       (K,) 0..1: how surely the photo shows it shut here.
    """

    name: str
    upper: np.ndarray
    lower: np.ndarray
    gap: np.ndarray
    along: np.ndarray
    sealed: np.ndarray

    @property
    def middle(self) -> np.ndarray:
        return (self.upper + self.lower) / 2

    @property
    def outline(self) -> np.ndarray:
        """(2K-2, 2) once around."""
        return np.concatenate([self.upper, self.lower[-2:0:-1]])


def curve(points: np.ndarray, at: np.ndarray) -> np.ndarray:
    """A smooth curve through (n, d) points, evaluated at parameters 0..1 of its chord length (m,). (m, d) float64."""
    from scipy.interpolate import make_interp_spline

    points = np.asarray(points, np.float64)
    length = np.concatenate([[0], np.cumsum(np.maximum(np.hypot(*np.diff(points[:, :2], axis=0).T), 1e-6))])
    degree = min(3, len(points) - 1)
    return np.asarray(make_interp_spline(length / length[-1], points, k=degree, check_finite=False)(at))


def apertures(landmarks: np.ndarray, gray: np.ndarray, axes: FaceAxes) -> dict[str, Aperture]:
    """The three openings.

    landmarks: (478, 2|3) in pixels of `gray`, (h, w) float32 luminance 0..1 around the face.
    """
    found = {}
    for name, rim in APERTURES.items():
        found[name] = _aperture(name, rim, np.asarray(landmarks, np.float64)[:, :2], gray, axes)
    return found


def rim_parameters(name: str) -> np.ndarray:
    """Where along the rim samples lie, (K,) 0..1; closer at the corners, where rims curve."""
    t = np.linspace(0, 1, SAMPLES[name])
    return 0.55 * t + 0.45 * (1 - np.cos(np.pi * t)) / 2


def _aperture(name: str, rim: Rim, points: np.ndarray, gray: np.ndarray, axes: FaceAxes) -> Aperture:
    upper, lower = points[list(rim.upper)], points[list(rim.lower)]
    gap = (lower - upper) @ axes.down
    least = 0.0
    crossing = gap < least
    middle = (upper + lower) / 2
    upper[crossing], lower[crossing] = middle[crossing], middle[crossing]
    at = rim_parameters(name)
    upper, lower = curve(upper, at), curve(lower, at)
    gap = (lower - upper) @ axes.down
    sealed = 1 - np.clip((gap / axes.height - 0.006) / 0.008, 0, 1)
    sealed[[0, -1]] = sealed[[1, -2]]
    if name == "mouth":
        shift = _seam_shift((upper + lower) / 2, gray, axes) * sealed
        upper, lower = upper + shift[:, None] * axes.down, lower + shift[:, None] * axes.down
    # Where it is shut, both rims are the one seam.
    middle = (upper + lower) / 2
    shut = np.clip(sealed + (gap <= 0), 0, 1)[:, None]
    upper, lower = upper + (middle - upper) * shut, lower + (middle - lower) * shut
    upper[[0, -1]], lower[[0, -1]] = middle[[0, -1]], middle[[0, -1]]
    if name == "mouth":  # a sliver of tooth on the lip's edge would travel with the lip
        back = _ONTO_LIP * axes.height * (1 - shut) * np.minimum(1, gap[:, None] / (0.02 * axes.height))
        upper, lower = upper - back * axes.down, lower + back * axes.down
    gap = np.maximum((lower - upper) @ axes.down, 0)
    return Aperture(name, upper, lower, gap, at, sealed)


def seam_margin(height: float) -> float:
    """How far around closed lips a picture is looked at for their seam, in pixels; height: of the face in pixels."""
    return _SEAM_REACH * height + 4 * _seam_blur(height) + 4


def _seam_blur(height: float) -> float:
    return max(0.003 * height, 0.6)


def _seam_shift(middle: np.ndarray, gray: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """How far along `down` the darkest line near the middle of closed lips lies: (K,) pixels, smooth.

    The cheapest path through (sample, offset), darkness against smoothness (dynamic programming).
    """
    from engine.base.opencv import cv2

    reach = _SEAM_REACH * axes.height
    offsets = np.linspace(-reach, reach, 15)
    where = (middle[:, None] + offsets[None, :, None] * axes.down).astype(np.float32) - 0.5
    blurred = cv2.GaussianBlur(gray, (0, 0), _seam_blur(axes.height))
    dark = cv2.remap(blurred, where[..., 0], where[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    spread = max(float(dark.max() - dark.min()), 1e-3)
    cost = (dark - dark.min(1, keepdims=True)) / spread + 0.08 * (offsets / reach) ** 2
    step = 0.04 * (np.arange(15)[:, None] - np.arange(15)[None]) ** 2
    total, choice = cost[0], []
    for row in cost[1:]:
        through = total[:, None] + step
        choice.append(through.argmin(0))
        total = through.min(0) + row
    path = [int(total.argmin())]
    for back in reversed(choice):
        path.append(int(back[path[-1]]))
    shift = offsets[path[::-1]]
    ends = np.minimum(np.arange(len(shift)), np.arange(len(shift))[::-1]) / 4  # corners stay where they were found
    smooth = np.convolve(np.pad(shift, 2, mode="edge"), [0.1, 0.2, 0.4, 0.2, 0.1], "valid")
    return smooth * np.clip(ends, 0, 1)
