"""Whether sliders move evenly: no layer jumps as it comes or goes, nothing depends on where a hand came from."""

from collections.abc import Sequence

import numpy as np

from engine.base.opencv import cv2
from engine.expression.weights import deformation
from pictures.sitter import Sitter, look_of

MOUTH = (("AU12", 10), ("AU12", -10), ("AU15", 10), ("AU17", 10), ("AU17", -10), ("AU20", 10), ("AU25", 10),
         ("AU25", -10), ("AU26", 10), ("AU26", -10), ("pucker", 10), ("suck", 10), ("upperlip", 10), ("lowerlip", 10))
SLOW = (("AU12", 10), ("AU26", 10), ("AU5", 10), ("blink", 10))
_SIZE = 256
_SOFT = 1.5
"""Pixels by which steps at the ends are softened: what moves by less than a pixel is also sampled anew, which is seen
by nobody and would count more than what a layer does that appears."""
_STEP = 0.1
_ENDS = ((0.0, 0.1, 0.2), (9.8, 9.9, 10.0))
_BETWEEN = ((2.0, 2.1), (4.0, 4.1), (6.0, 6.1), (8.0, 8.1))


def ends(sitter: Sitter) -> dict[str, float]:
    """By slider of the mouth the largest step of .1 in its first and its last .2 over the median step between, in
    "first pixels" and "last pixels" (mean change) and in "first points" (largest move of the surface)."""
    found: dict[str, float] = {}
    for name, end in MOUTH:
        sign = 1 if end > 0 else -1
        runs = [_run(sitter, name, [sign * value for value in values]) for values in (*_ENDS, *_BETWEEN)]
        for kind, place in (("pixels", 0), ("points", 1)):
            first, last = max(runs[0][place]), max(runs[1][place])
            usual = float(np.median([step for one in runs[2:] for step in one[place]]))
            if usual > (1e-3 if kind == "pixels" else 1e-6):
                found[f"{name}{'-' if sign < 0 else '+'} first {kind}"] = first / usual
                found[f"{name}{'-' if sign < 0 else '+'} last {kind}"] = last / usual
    return found


def _run(sitter: Sitter, name: str, values: Sequence[float]) -> tuple[list[float], list[float]]:
    pictures, points = [], []
    for value in values:
        look = look_of({name: value})
        pictures.append(cv2.GaussianBlur(sitter.shown(look, _SIZE).astype(np.float32), (0, 0), _SOFT))
        points.append(sitter.puppet.drawing(deformation(look, sitter.puppet.facts), _SIZE).target)
    pairs = range(len(values) - 1)
    return ([float(np.abs(pictures[i + 1] - pictures[i]).mean()) for i in pairs],
            [float(np.abs(points[i + 1] - points[i]).max()) for i in pairs])


def flicker(sitter: Sitter) -> dict[str, float]:
    """By slider "jump", the largest over the median step of a slow slide; and "hysteresis", the largest difference of
    one draft drawn after lower values and after higher ones, of 255."""
    found = {}
    for name, end in SLOW:
        values = np.linspace(0, end, 41)
        frames = [sitter.shown(look_of({name: float(value)}), _SIZE, final=False).astype(np.int16) for value in values]
        steps = [float(np.abs(b - a).mean()) for a, b in zip(frames, frames[1:], strict=False)]
        found[f"{name} jump"] = max(steps) / max(float(np.median(steps)), 1e-6)
        back = sitter.shown(look_of({name: float(values[20])}), _SIZE, final=False)
        found[f"{name} hysteresis"] = float(np.abs(frames[20] - back).max())
    return found
