"""Teeth for mouths that the photo shows shut, and where photographed teeth end: two arches drawn tooth by tooth.

Widths and heights of permanent teeth: the averages of Wheeler's Dental Anatomy (S. Nelson, M. Ash). One millimetre is
the distance between the outer canthi over 92.
"""

from dataclasses import dataclass

import numpy as np

from engine.puppet.patches import step

CANTHI_MM = 92.0
_UPPER_WIDTHS = (8.5, 6.6, 7.6, 7.0, 6.8, 9.5)
_LOWER_WIDTHS = (5.2, 5.6, 6.8, 7.0, 7.1, 10.5)
_UPPER_HEIGHTS = (10.3, 9.0, 10.0, 8.6, 8.0, 7.6)
_LOWER_HEIGHTS = (8.8, 9.2, 10.0, 8.4, 8.0, 7.5)
_ARCH_HALF_WIDTH = 29.0  # mm, across the molars
BOW = 0.0045  # mm per mm²: how the upper biting edge rises to the sides
_GUM = np.array([0.74, 0.47, 0.45], np.float32)


@dataclass(frozen=True, eq=False)
class Arch:
    """One row of teeth as seen from the front.

    boundaries: (n,) mm from the midline where each tooth ends; heights (n,) mm.
    """

    boundaries: np.ndarray
    heights: np.ndarray
    upper: bool


def arch(upper: bool) -> Arch:
    widths = _UPPER_WIDTHS if upper else _LOWER_WIDTHS
    # Along the arch to across the picture: the side teeth turn away.
    reach = _ARCH_HALF_WIDTH if upper else _ARCH_HALF_WIDTH * 0.93
    along = np.cumsum(widths)
    return Arch(reach * np.sin(np.minimum(along / (reach * 1.18), np.pi / 2)),
                np.array(_UPPER_HEIGHTS if upper else _LOWER_HEIGHTS), upper)


def lightness(x: np.ndarray) -> np.ndarray:
    """How much light teeth get so many mm from the midline, against the front ones."""
    return 1 - 0.62 * np.clip(np.abs(x) / _ARCH_HALF_WIDTH, 0, 1) ** 2.2


def paint(row: Arch, across: np.ndarray, beyond: np.ndarray, enamel: np.ndarray,
          pixel: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """The arch's colour (..., 3) float32 and coverage (...).

    across: (...) mm from the midline. beyond: (...) mm from the biting edge of the front teeth toward the gum
    (negative: past the edge). enamel: (3,) RGB of a front tooth in this photo's light. pixel: mm; what is
    finer is left out.
    """
    fine = 1 / (1 + (max(pixel - 0.15, 0.0) / 0.5) ** 2)
    x = np.abs(across)
    number = np.minimum(np.searchsorted(row.boundaries, x), len(row.boundaries) - 1)
    starts = np.concatenate([[0], row.boundaries[:-1]])
    width = row.boundaries[number] - starts[number]
    place = np.clip((x - starts[number]) / width, 0, 1)  # 0 at the tooth's inner side
    from_side = np.minimum(place, 1 - place) * width
    # Biting edges curve up to the sides, corners are round, laterals a little short.
    lift = (BOW if row.upper else 0.002) * x ** 2 + fine * np.where(number == 1, 0.5 if row.upper else 0.1, 0.0)
    corner = fine * (0.8 if row.upper else 0.5) * np.exp(-from_side / 0.75)
    point = np.where(number == 2, 0.6 * fine * np.abs(place - 0.45), 0)
    edge = lift + corner + point
    top = row.heights[number] - 1.6 * (2 * np.abs(place - 0.5)) ** 2
    soft = max(0.35, 0.7 * pixel)
    cover = step(-soft, soft, beyond - edge)
    cover = cover * (1 - step(row.boundaries[-1] - 1.0, row.boundaries[-1], x))
    gum = step(-0.5, 0.5, beyond - top)
    # Round fronts: darker toward the gaps, a little translucent at the edge, yellower at the neck.
    front = 1 - 0.11 * (2 * np.abs(place - 0.5)) ** 4 - 0.20 * fine * np.exp(-from_side / 0.20)
    front = front * (1 - 0.10 * np.exp(-np.maximum(beyond - edge, 0) / 1.3))
    neck = np.clip(beyond / 10, 0, 1)[..., None] * np.array([0.02, 0.06, 0.14], np.float32)
    shade = lightness(x)
    tooth = enamel * (1 - neck) * front[..., None]
    flesh = _GUM * float(enamel.mean()) * 0.95
    colour = (tooth + (flesh - tooth) * gum[..., None]) * shade[..., None]
    return colour.astype(np.float32), np.clip(cover, 0, 1).astype(np.float32)
