"""Whether a generator's picture of a unit is better than the puppet's: by what neither of them was made with.

The closed loop steers by blendshapes, and what steers cannot judge: a network that takes a slit for a shut eye led it
there. Landmarks of the same network are fooled alike (on the faces in docs/latent.md they give half-shut lids the same
figure as shut ones). So both pictures are held against the photo by three others:

movement: the way that what is seen went (dense optical flow: Kroeger et al., DIS, ECCV 2016), the puppet's way, which
          is the anatomy of a head, being the yardstick.
identity: dlib's distance to the photo.
colours:  the spot whose colours the photo has nowhere in this part of the face: blue eyes, yellow teeth, an ear.
opening:  where lids or lips are to shut, how much the generator's picture still differs from the puppet's, which shuts
          them by its mesh with the person's own skin: slits, half-open lids, teeth that stay.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.base.opencv import cv2

SIDE = 512
"""Pixels of a face's crop at which pictures are compared."""

Fault = Literal["stays open", "moves less", "other person", "other colours"]

_LEAST_WAY = 0.5  # share of the puppet's movement, along it
_MOVES = 0.3  # of the puppet's largest movement: what counts of it
_STILL = 0.15  # pixels: less movement than this is none
_LESS_LIKE = 0.03  # of dlib's distance: what the same face scatters by
_SPOT = 6.2  # in CIELAB, lightness counting half; puppets' pictures have 3 to 6 where no mouth opens wide
_LIGHTNESS = 0.5
_COLOURS, _SPOT_SIZE = 64, 3.0  # of the photo's part; pixels
_CHANGED = 5.0  # of 255
_OPEN = 0.4  # of what shutting it changes in an opening
_SHUTS, _OPENING_BLUR = 4.0, 2.0  # of 255: with less there was nothing to shut; pixels


@dataclass(frozen=True)
class Comparison:
    """way: of the generator's movement along the puppet's, in its lengths. identities: dlib's distance to the photo of
    the puppet's picture and of the generator's. spot: how far the worst spot's colour is from all of the photo's.
    open: of what the puppet changes in the opening that is to shut, how much the generator's picture lacks; 0 without.
    """

    way: float
    identities: tuple[float, float]
    spot: float
    open: float = 0.0

    @property
    def fault(self) -> Fault | None:
        """Why the puppet is to draw it; None when by no measure the generator is the worse."""
        if self.open > _OPEN:
            return "stays open"
        if self.spot > _SPOT:
            return "other colours"
        if self.identities[1] > self.identities[0] + _LESS_LIKE:
            return "other person"
        return "moves less" if self.way < _LEAST_WAY else None


def compare(photo: np.ndarray, puppet: np.ndarray, drawn: np.ndarray, part: np.ndarray,
            distance: Callable[[np.ndarray], float], opening: np.ndarray | None = None) -> Comparison:
    """Three pictures of a face's crop, (s, s, 3) uint8; part: (s, s) where on the face the unit is drawn, 0..1;
    distance: dlib's of such a picture to the photo; opening: (s, s) bool, what the photo shows between lids or lips
    that the unit shuts."""
    where = part > 0.5
    return Comparison(_way(photo, puppet, drawn, where), (distance(puppet), distance(drawn)),
                      _spot(photo, drawn, where), 0.0 if opening is None else _open(photo, puppet, drawn, opening))


def _open(photo: np.ndarray, puppet: np.ndarray, drawn: np.ndarray, opening: np.ndarray) -> float:
    def apart(one: np.ndarray) -> float:
        difference = cv2.GaussianBlur(one.astype(np.float32) - puppet, (0, 0), _OPENING_BLUR)
        return float(np.abs(difference[opening]).mean()) if opening.any() else 0.0

    shuts = apart(photo)
    return apart(drawn) / shuts if shuts > _SHUTS else 0.0


def _way(photo: np.ndarray, puppet: np.ndarray, drawn: np.ndarray, where: np.ndarray) -> float:
    """1 where the puppet does not move at all."""
    dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    before, one, other = (cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) for picture in (photo, puppet, drawn))
    yardstick, flow = (dis.calc(now, before, None) for now in (one, other))  # type: ignore[call-overload]
    length = np.hypot(yardstick[..., 0], yardstick[..., 1])
    if not where.any() or length[where].max() < _STILL:
        return 1.0
    moves = where & (length > max(_STILL, _MOVES * float(np.percentile(length[where], 99))))
    return float((yardstick * flow)[moves].sum() / (yardstick[moves] ** 2).sum())


def _spot(photo: np.ndarray, drawn: np.ndarray, where: np.ndarray) -> float:
    weight = np.array([_LIGHTNESS, 1, 1], np.float32)
    own, now = (cv2.cvtColor(one.astype(np.float32) / 255, cv2.COLOR_RGB2LAB) * weight for one in (photo, drawn))
    changed = cv2.GaussianBlur(np.abs(drawn.astype(np.float32) - photo).max(2), (0, 0), _SPOT_SIZE / 2) > _CHANGED
    changed &= where
    if np.count_nonzero(where) < _COLOURS or not changed.any():
        return 0.0
    cv2.setRNGSeed(1)
    stop = (cv2.TERM_CRITERIA_COUNT + cv2.TERM_CRITERIA_EPS, 8, 1.0)
    known = cv2.kmeans(own[where], _COLOURS, None, stop, 1, cv2.KMEANS_PP_CENTERS)[2]  # type: ignore[call-overload]
    off = np.zeros(where.shape, np.float32)
    off[where] = np.sqrt(np.min([((now[where] - colour) ** 2).sum(1) for colour in known], axis=0))
    return float(cv2.GaussianBlur(off, (0, 0), _SPOT_SIZE)[changed].max())
