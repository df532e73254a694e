"""Where on a face an expression is drawn: the rest of it, hair and collar stay as they are.

Generators change the whole picture along with a smile: light, hair, clothes, the shape of the jaw. An expression has no
business there, so a look is drawn only in the regions of its units, in the layers of the generator
(`engine.generator.regional`), and what lies outside is the unmoved face to the last bit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.expression.latent.units import Region
from engine.generator.generator import Generator, to_pixels
from engine.generator.regional import Host, can_draw_regions, draw_host, draw_over
from engine.puppet.facemap import face_axes

_FULL, _NONE = 0.02, 0.075  # of the square's side beyond the face's outline: all of the edit, none of it
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
    face = 1 - _soft((cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5) / side - _FULL) / (_NONE - _FULL))
    axes, middle = face_axes(landmarks), (landmarks[33, :2] + landmarks[263, :2]) / 2
    y, x = np.mgrid[:side, :side] + 0.5
    down = ((x - middle[0]) * axes.down[0] + (y - middle[1]) * axes.down[1]) / axes.height
    parts = {"face": np.ones_like(face), "eyes": 1 - _soft((down - _EYES_TO) / (_EYES_END - _EYES_TO)),
             "mouth": _soft((down - _MOUTH_END) / (_MOUTH_FROM - _MOUTH_END))}
    return np.asarray(face * np.max([parts[name] for name in wanted], axis=0), np.float32)


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
