"""The eyeballs: the photo's irises laid round the pole of each, so that a gaze simply turns them."""

import numpy as np

from engine.head.model import Head
from engine.photo.landmark_sets import IRISES, LIDS
from engine.rig.texture.codes import coded
from engine.rig.texture.seen import SeenFace

SIDE = 512
_WHITE = np.array([0.755, 0.735, 0.72], np.float32)  # root of light
_SHARE, _MOST_WHITER = 0.3, 1.2  # of any eye's in the white; times the photo's
_FLESH = np.array([0.62, 0.42, 0.40], np.float32)
_PUPIL = np.array([0.09, 0.08, 0.075], np.float32)
_PUPIL_REACH, _LIMBUS = (0.30, 0.42), (0.80, 1.0)  # of the iris
_LIMBUS_SHADE, _MOST_LIFT = 0.72, 1.08
_RINGS = 48
_BRIGHT = 1.35  # times its ring's median: a reflection, which the viewer's own lamp makes anew
_SMALLEST = 3.0  # pixels of radius below which an iris says no more than its colour


def eye_textures(head: Head, seen: SeenFace, iris: np.ndarray) -> dict[str, np.ndarray]:
    """By side a picture (SIDE, SIDE, 3) uint8 sRGB. iris: (3,) root of light, where an iris is too small to see."""
    white, lift = _white(seen)
    return {side: coded(_eye(head, seen, side, white, lift, iris)) for side in ("left", "right")}


def iris_radius(seen: SeenFace) -> float:
    """Pixels, of the eye that is seen larger; 0 where neither is."""
    radii = [np.linalg.norm(seen.landmarks[list(ring)] - seen.landmarks[centre], axis=1).mean()
             for centre, ring in IRISES.values()]
    return float(np.nan_to_num(radii).max())


def _eye(head: Head, seen: SeenFace, side: str, white: np.ndarray, lift: float, iris: np.ndarray) -> np.ndarray:
    from engine.base.opencv import cv2

    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    x, y = (x + 0.5) / SIDE - 0.5, 0.5 - (y + 0.5) / SIDE  # up is up
    angle = np.hypot(x, y) * 2 * np.pi
    limit = float(np.arcsin(head.iris_radius / head.eyes[side].radius))
    out = np.sin(np.minimum(angle, np.pi / 2)) / np.sin(limit)  # 1 at the limbus
    turn = np.arctan2(y, x)
    picture = np.ones((SIDE, SIDE, 3), np.float32) * white
    centre, ring = seen.landmarks[IRISES[side][0]], seen.landmarks[list(IRISES[side][1])]
    radius = float(np.linalg.norm(ring - centre, axis=1).mean())
    share = np.clip((1.06 - out) / 0.12, 0, 1)[..., None]
    if radius < _SMALLEST or not np.isfinite(radius):
        drawn = np.broadcast_to(iris, picture.shape) * (0.75 + 0.5 * (1 - out.clip(0, 1)))[..., None]
    else:
        opening = np.zeros(seen.root.shape[:2], np.uint8)
        cv2.fillPoly(opening, [np.rint(seen.landmarks[list(LIDS[side])] * 8).astype(np.int32)], 1, cv2.LINE_8, 3)
        keep_off = 1 + 2 * max(1, round(0.09 * radius))
        lids = cv2.erode(opening, np.ones((keep_off, keep_off), np.uint8)).astype(np.float32)
        at = np.stack([centre[0] + out * radius * np.cos(turn), centre[1] - out * radius * np.sin(turn)], 2)
        at = at.astype(np.float32) - np.float32(0.5)
        found = cv2.remap(seen.root, at[..., 0], at[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        free = cv2.remap(lids, at[..., 0], at[..., 1], cv2.INTER_LINEAR)
        drawn = _completed(np.clip(found, 0, 1) * min(lift, _MOST_LIFT), free, out)
    # A photo of a face has few pixels of a pupil, and its reflections: it is dark, and so is the rim.
    drawn = drawn * (1 - (1 - _LIMBUS_SHADE) * np.clip((out - _LIMBUS[0]) / (_LIMBUS[1] - _LIMBUS[0]), 0, 1))[..., None]
    pupil = np.clip((_PUPIL_REACH[1] - out) / (_PUPIL_REACH[1] - _PUPIL_REACH[0]), 0, 1)[..., None]
    drawn = drawn + (np.minimum(drawn, _PUPIL) - drawn) * pupil
    picture += (drawn - picture) * share
    inner = np.clip((angle - 0.7) / 0.35, 0, 1)[..., None]
    return picture + (_FLESH - picture) * inner


def _completed(found: np.ndarray, free: np.ndarray, out: np.ndarray) -> np.ndarray:
    """An iris (SIDE, SIDE, 3) whose hidden and mirroring parts are those of its ring."""
    number = np.clip((out * _RINGS / 1.1).astype(np.int64), 0, _RINGS)
    seen = free > 0.9
    light = found.mean(axis=2)
    usual = np.zeros((_RINGS + 1, 3), np.float32)
    known = np.zeros(_RINGS + 1, bool)
    near = out < 1.15
    for ring in range(_RINGS + 1):
        here = (number == ring) & seen & near
        if int(here.sum()) >= 6:
            usual[ring], known[ring] = np.median(found[here], axis=0), True
    if not known.any():
        return found
    places = np.arange(_RINGS + 1)
    usual = np.stack([np.interp(places, places[known], usual[known, c]) for c in range(3)], axis=1)
    flat = usual[number].astype(np.float32)
    share = np.clip(free * 2 - 1, 0, 1) * np.clip((_BRIGHT - light / np.maximum(flat.mean(axis=2), 0.02)) * 5, 0, 1)
    return flat + (found - flat) * share[..., None]


def _white(seen: SeenFace) -> tuple[np.ndarray, float]:
    """The white of the eyes (3,) root of light, the photo's and a little of any eye's; and by how much an eye lies in
    the shade of its lids."""
    from engine.base.opencv import cv2

    samples = []
    for side, (centre, ring) in IRISES.items():
        lids = np.zeros(seen.root.shape[:2], np.uint8)
        cv2.fillPoly(lids, [np.rint(seen.landmarks[list(LIDS[side])]).astype(np.int32)], 1)
        radius = np.linalg.norm(seen.landmarks[list(ring)] - seen.landmarks[centre], axis=1).mean()
        if not np.isfinite(radius):
            continue
        cv2.circle(lids, tuple(np.rint(seen.landmarks[centre]).astype(int).tolist()), int(np.ceil(radius * 1.2)), 0, -1)
        samples.append(seen.root[cv2.erode(lids, np.ones((3, 3), np.uint8)) > 0])
    found = np.concatenate(samples) if samples else np.zeros((0, 3), np.float32)
    if len(found) < 20:
        return _WHITE, 1.0
    light = found.mean(axis=1)
    bright = np.median(found[light >= np.quantile(light, 0.6)], axis=0)
    lift = float(np.clip(_WHITE.mean() / max(float(bright.mean()), 0.1), 1.0, _MOST_WHITER))
    return (bright * lift + _SHARE * (_WHITE - bright * lift)).astype(np.float32), lift
