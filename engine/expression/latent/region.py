"""Where on a face an expression is drawn: the rest of it, hair and collar stay as they are.

Generators change the whole picture along with a smile: light, hair, clothes, the shape of the jaw. An expression has no
business there, so a look is drawn only in the regions of its units, in the layers of the generator
(`engine.generator.regional`), and what lies outside is the unmoved face to the last bit.

A region ends within the face. Its outline, and ears, hair and collar beside it, are never quite where the inversion has
them, so whatever were drawn there would be seen beside the photo's own. Only a jaw that opens takes the chin along,
over the neck.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.expression.latent.units import Region
from engine.generator.generator import Generator, to_pixels
from engine.generator.regional import Host, can_draw_regions, draw_host, draw_over
from engine.puppet.facemap import face_axes

_FULL, _NONE = 0.05, 0.0  # of the square's side within the face's outline: all of the edit, none of it
_CHIN_FULL, _CHIN_NONE = -0.02, -0.075  # the same of a chin that goes down
_CHIN_WIDE, _CHIN_ENDS = 0.93, 0.8  # cosines of the angle to straight below the eyes: the chin, the jaw's corners
_EYES_TO, _EYES_END = 0.06, 0.16  # face heights below the line of the eyes: all of it down to here, none from there
_MOUTH_END, _MOUTH_FROM = 0.06, 0.16


@dataclass(frozen=True, eq=False)
class Within:
    """A face (`host`) and where in its square another is drawn, mask (k, k) float32 0..1."""

    host: Host
    mask: np.ndarray


def mask_of(regions: Iterable[Region], landmarks: np.ndarray, side: int) -> np.ndarray | None:
    """(side, side) float32 0..1 over a drawn square, 1 where these regions of a face are; None for all of the picture.

    landmarks: (478, 2|3) of the face in pixels of the square.
    """
    wanted = set(regions)
    if "head" in wanted:
        return None
    inside = np.zeros((side, side), np.uint8)
    cv2.fillConvexPoly(inside, cv2.convexHull(np.rint(landmarks[:, :2]).astype(np.int32)), 1)
    depth = (cv2.distanceTransform(inside, cv2.DIST_L2, 5) - cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5)) / side
    axes, middle = face_axes(landmarks), (landmarks[33, :2] + landmarks[263, :2]) / 2
    y, x = np.mgrid[:side, :side] + 0.5
    away = np.dstack([x - middle[0], y - middle[1]])
    down = (away @ axes.down) / axes.height
    face = _soft((depth - _NONE) / (_FULL - _NONE))
    below = _soft((down - _MOUTH_END) / (_MOUTH_FROM - _MOUTH_END))
    straight = (away @ axes.down) / (np.linalg.norm(away, axis=2) + 1e-6)
    chin = (_soft((straight - _CHIN_ENDS) / (_CHIN_WIDE - _CHIN_ENDS))
            * _soft((depth - _CHIN_NONE) / (_CHIN_FULL - _CHIN_NONE)))
    parts = {"face": face, "eyes": face * (1 - _soft((down - _EYES_TO) / (_EYES_END - _EYES_TO))),
             "mouth": face * below, "jaw": np.maximum(face, chin) * below}
    return np.asarray(np.max([parts[name] for name in wanted], axis=0), np.float32)


def host_of(generator: Generator, code: np.ndarray, size: int) -> Host:
    """A face of a code (rows, width) to draw regions of others in."""
    if can_draw_regions(generator):
        return draw_host(generator, code, size)
    return Host(_whole(generator, code, size), ())


def draw_within(generator: Generator, within: Within, code: np.ndarray) -> np.ndarray:
    """Another code's face in a region of a host, (size, size, 3) float32 0..1. By the picture alone where a generator
    gives no way in between its layers."""
    host = within.host
    if can_draw_regions(generator):
        return draw_over(generator, host, code, within.mask).picture
    over = cv2.resize(within.mask, host.picture.shape[:2], interpolation=cv2.INTER_LINEAR)[..., None]
    return np.asarray(host.picture + over * (_whole(generator, code, len(host.picture)) - host.picture), np.float32)


def _whole(generator: Generator, code: np.ndarray, size: int) -> np.ndarray:
    import torch

    with torch.inference_mode():
        wplus = torch.from_numpy(np.ascontiguousarray(code, np.float32))[None].to(generator.device)
        return to_pixels(generator.synthesis(wplus, generator.size_for(size)))[0].astype(np.float32) / 255


def _soft(share: np.ndarray) -> np.ndarray:
    share = np.clip(share, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)
