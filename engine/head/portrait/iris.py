"""The pattern of an iris."""

import numpy as np

from engine.head.portrait.pattern import byte, ramp

IRIS_SIDE = 256
IRIS_REACH = 0.75  # radians from the pole of the eye to the map's edge


def iris_map() -> np.ndarray:
    """The front of an eyeball (IRIS_SIDE, IRIS_SIDE, 4) uint8 in equidistant polar coordinates about its pole.

    red: brightness of the fibres, green: iris, blue: pupil, alpha: veins of the white.
    """
    from engine.base.opencv import cv2

    random = np.random.default_rng(11)
    limbus = 0.3906  # radians: a 6.05 mm iris on a 15.9 mm eye
    y, x = (np.mgrid[:IRIS_SIDE, :IRIS_SIDE] + 0.5) / IRIS_SIDE * 2 - 1
    angle = np.hypot(x, y) * IRIS_REACH
    turn = np.arctan2(y, x)
    out_to = angle / limbus

    def ring(count: int, reach: float) -> np.ndarray:
        """Random along the turn, correlated outward: fibres."""
        grid = random.standard_normal((24, count)).astype(np.float32)
        wide = cv2.GaussianBlur(np.hstack([grid, grid, grid]), (0, 0), sigmaX=0.7, sigmaY=reach)
        fibre = wide[:, count:2 * count]
        column = (turn / (2 * np.pi) + 0.5) * count
        row = np.clip(out_to, 0, 1.1) * 20
        wrapped = np.hstack([fibre, fibre[:, :2]])
        found = cv2.remap(wrapped, column.astype(np.float32), row.astype(np.float32), cv2.INTER_LINEAR,
                          borderMode=cv2.BORDER_REPLICATE)
        return found / fibre.std()

    fibres = 0.50 + 0.12 * ring(120, 5.0) + 0.10 * ring(48, 3.0)
    fibres += 0.16 * np.exp(-((out_to - 0.52) / 0.10) ** 2)  # the collarette
    fibres *= 1.0 - 0.55 * ramp(out_to, 0.74, 1.0)  # the limbal ring
    iris = 1.0 - ramp(out_to, 0.93, 1.06)
    pupil = 1.0 - ramp(out_to, 0.355, 0.405)
    veins = np.abs(cv2.GaussianBlur(random.standard_normal(angle.shape).astype(np.float32), (0, 0), 4.0))
    veins = np.exp(-((veins / (veins.mean() * 0.16)) ** 2)) * ramp(out_to, 1.25, 1.9) * 0.5
    return np.dstack([byte(fibres), byte(iris), byte(pupil), byte(veins)])
