"""Soft masks over the vertices (lip, lid, nose, ear, scalp ...) from painted masks, target support and geometry."""

import numpy as np

from head_pack.assembly import PARTS, Assembly
from head_pack.source import Source


def _sample(source: Source, assembly: Assembly, name: str) -> np.ndarray:
    """The painted mask at the vertices of skin, sockets and cavity: the largest over a vertex's texels."""
    image = source.mask(name)
    uv = np.array(assembly.uv)
    size = image.shape[0]
    column = np.clip(uv[:, 0] * size, 0, size - 1).astype(int)
    row = np.clip((1 - uv[:, 1]) * size, 0, size - 1).astype(int)
    values = np.zeros(len(assembly.positions))
    body = np.isin(assembly.part, [PARTS.index("skin"), PARTS.index("socket")])
    corners, texels = np.array(assembly.triangles)[body], np.array(assembly.uv_triangles)[body]
    np.maximum.at(values, corners.ravel(), image[row, column][texels].ravel())
    return values


def _support(deltas: dict[str, np.ndarray], names: list[str], full: float) -> np.ndarray:
    """How far the named targets reach: 0 where none moves a vertex, 1 where one moves it by `full` dm or more."""
    reach = np.max([np.linalg.norm(deltas[n], axis=1) for n in names], axis=0)
    return np.clip(reach / full, 0.0, 1.0)


def _ramp(values: np.ndarray, low: float, high: float) -> np.ndarray:
    t = np.clip((values - low) / (high - low), 0.0, 1.0)
    return t * t * (3 - 2 * t)


def carried_by_jaw(expression: dict[str, np.ndarray], lips: np.ndarray) -> np.ndarray:
    """(V,): 0 where the upper lip's share of the jaw's motion or less, 1 where the lower lip's or more."""
    jaw = np.linalg.norm(expression["jawOpen"], axis=1)
    return _ramp(jaw, *np.quantile(jaw[lips > 0.5], [0.40, 0.60]))


def masks(source: Source, assembly: Assembly, positions: np.ndarray, shape: dict, expression: dict, eyes: dict) -> dict:
    """name -> (V,) float 0..1. positions are relative to the head's pivot."""
    part_of = np.full(len(positions), -1)
    for name in ("lash_lower", "lash_upper", "tongue", "gum", "cavity", "socket", "skin"):
        index = PARTS.index(name)
        part_of[np.unique(np.array(assembly.triangles)[np.array(assembly.part) == index])] = index
    skin = (part_of == PARTS.index("skin")).astype(float)
    lips = _sample(source, assembly, "lips")
    x, y, z = positions.T
    lower = carried_by_jaw(expression, lips)
    lids = np.zeros(len(positions))
    for side, eye in eyes.items():
        blink = np.linalg.norm(expression[f"eyeBlink{side.title()}"], axis=1)
        near = np.linalg.norm(positions - eye["centre"], axis=1)
        lids = np.maximum(lids, np.clip(blink / 0.05, 0, 1) * _ramp(-near, -0.30, -0.22) * skin)
    ears = _sample(source, assembly, "ears") * skin
    nose = _support(shape, ["nose-volume-incr", "nose-scale-horiz-incr", "nose-scale-depth-incr"], 0.03) * skin
    chin = _support(shape, ["chin-prominent-incr", "chin-height-incr"], 0.03) * skin
    chin *= _ramp(y, -0.80, -0.70) * _ramp(z, 0.45, 0.65)
    neck = _ramp(-y, 0.62, 0.80) * skin * (1 - _ramp(z, 0.55, 0.80) * _ramp(y, -0.80, -0.70))
    return {
        "skin": skin,
        "lips": lips * skin,
        "lip_upper": lips * skin * (1 - lower),
        "lip_lower": lips * skin * lower,
        "lids": lids,
        "face": _sample(source, assembly, "face") * skin,
        "ears": ears,
        "nose": nose,
        "chin": chin,
        "neck": neck,
        "scalp": _scalp(positions, ears) * skin,
    }


def brows(positions: np.ndarray, loops: list[np.ndarray]) -> np.ndarray:
    """(V,): 1 inside the brows, loops (n, 3) of landmark points, fading over 5 mm; seen from the front."""
    value = np.zeros(len(positions))
    for loop in loops:
        a, b = loop[:, :2], np.roll(loop[:, :2], -1, axis=0)
        edge = b - a
        arm = positions[:, None, :2] - a[None]
        along = np.clip((arm * edge).sum(-1) / (edge**2).sum(-1), 0, 1)
        distance = np.linalg.norm(arm - along[..., None] * edge, axis=-1).min(axis=1)
        crosses = (a[:, 1] > positions[:, None, 1]) != (b[:, 1] > positions[:, None, 1])
        with np.errstate(divide="ignore", invalid="ignore"):
            at = a[:, 0] + (positions[:, None, 1] - a[:, 1]) / edge[:, 1] * edge[:, 0]
        inside = (crosses & (positions[:, None, 0] < at)).sum(axis=1) % 2 == 1
        signed = np.where(inside, distance, -distance)
        value = np.maximum(value, _ramp(signed, -0.05, 0.01) * (positions[:, 2] > loop[:, 2].min() - 0.1))
    return value


def _scalp(positions: np.ndarray, ears: np.ndarray) -> np.ndarray:
    """Where short hair grows: above a line over the forehead, down the temples, round the ears to the nape."""
    x, y, z = positions.T
    azimuth = np.abs(np.degrees(np.arctan2(x, z - 0.15)))  # 0 front, 90 side, 180 back
    line = np.interp(
        azimuth,
        [0, 20, 33, 42, 50, 58, 66, 74, 84, 92, 100, 112, 130, 180],
        [0.93, 0.93, 0.90, 0.80, 0.70, 0.52, 0.40, 0.20, 0.10, 0.36, 0.36, -0.02, -0.38, -0.45],
    )
    return _ramp(y - line, -0.03, 0.05) * (1 - ears)
