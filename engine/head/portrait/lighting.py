"""The lamps of the portrait studio, fixed to the camera. Linear light: a white card facing the camera is near 1."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text


@dataclass(frozen=True, eq=False)
class Lamps:
    """Key, fill and rim, and what surrounds the head.

    directions (3, 3) float32: unit, toward the light, in view space; colours (3, 3); spread (3,): concentration, larger
    is harder; sky and ground (3,): light from above and below; catch (3,): toward what mirrors in the eyes;
    worn (4,): see `shares`, for a head that shows nothing but a photo.
    """

    directions: np.ndarray
    colours: np.ndarray
    spread: np.ndarray
    sky: np.ndarray
    ground: np.ndarray
    catch: np.ndarray
    worn: np.ndarray

    def shares(self, photo: float) -> np.ndarray:
        """(4,) float32: the shares of lamps, surroundings, shade and shine for a head that shows so much of a photo,
        0..1; all 1 for plain skin.

        A photo's skin brings its own shade of folds and hollows, which no fit of its light takes out, and its own
        shine: drawn once more they would be there twice, and the face would be another's.
        """
        return 1 + (self.worn - 1) * np.float32(photo)


@dataclass(frozen=True)
class HeadLight:
    """Which lamps, and the degrees by which all of them are turned round the head: + to the viewer's right, and up."""

    lamps: str = "studio"
    yaw: float = 0.0
    pitch: float = 0.0

    def __post_init__(self) -> None:
        if self.lamps not in LAMPS:
            raise UsageError(Text("there is no light {0}", repr(self.lamps)), Text("known: {0}", ", ".join(LAMPS)))
        if not np.isfinite([self.yaw, self.pitch]).all():
            raise UsageError(Text("the light must be turned by finite numbers"))

    def shining(self) -> Lamps:
        """The lamps where they stand now."""
        return _turned(self)


@lru_cache(maxsize=8)
def _turned(light: HeadLight) -> Lamps:
    lamps = LAMPS[light.lamps]
    if not light.yaw and not light.pitch:
        return lamps
    a, b = np.radians(light.yaw), np.radians(-light.pitch)
    yaw = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    pitch = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    turn = (yaw @ pitch).astype(np.float32)
    return Lamps(lamps.directions @ turn.T, lamps.colours, lamps.spread, lamps.sky, lamps.ground, lamps.catch @ turn.T,
                 lamps.worn)


def _unit(rows: list[list[float]]) -> np.ndarray:
    array = np.array(rows, np.float32)
    return array / np.linalg.norm(array, axis=1, keepdims=True)


def _row(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


LAMPS = {
    # Key from the upper left, fill from the right, rim from behind.
    "studio": Lamps(_unit([[-0.52, 0.58, 0.74], [0.80, 0.10, 0.66], [0.62, 0.42, -0.72]]),
                    np.array([[0.74, 0.70, 0.645], [0.235, 0.255, 0.29], [0.62, 0.66, 0.72]], np.float32),
                    _row(9.0, 4.0, 10.0), _row(0.40, 0.42, 0.45), _row(0.25, 0.215, 0.195),
                    _unit([[-0.34, 0.36, 0.87]])[0], _row(0.58, 1.95, 0.1, 0.2)),
    # A bright sky and a broad window in front: shape is told by shade in the hollows alone.
    "soft": Lamps(_unit([[-0.25, 0.40, 0.88], [0.45, 0.20, 0.87], [0.0, 0.70, -0.71]]),
                  np.array([[0.40, 0.395, 0.385], [0.26, 0.262, 0.27], [0.20, 0.205, 0.215]], np.float32),
                  _row(3.0, 2.0, 3.0), _row(0.66, 0.67, 0.69), _row(0.46, 0.44, 0.42),
                  _unit([[-0.15, 0.30, 0.94]])[0], _row(1.0, 1.0, 0.2, 0.2)),
    # One hard lamp from the side and next to nothing against it: every bump throws its shadow.
    "side": Lamps(_unit([[-0.90, 0.30, 0.32], [0.80, 0.10, 0.66], [0.75, 0.30, -0.60]]),
                  np.array([[1.18, 1.12, 1.04], [0.05, 0.055, 0.065], [0.30, 0.33, 0.38]], np.float32),
                  _row(16.0, 4.0, 10.0), _row(0.13, 0.14, 0.16), _row(0.08, 0.075, 0.07),
                  _unit([[-0.62, 0.34, 0.71]])[0], _row(1.0, 1.4, 0.7, 0.4)),
}
"""By name. The first is the usual one."""
STUDIO = HeadLight()
