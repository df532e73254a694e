"""Two arcs of teeth and their gums, built from tables of human tooth sizes; the source's own are coarse strips.

The arc is a superellipse laid through the source's strips, so that the jaw targets that move the strips move these.
"""

import numpy as np

from head_pack.assembly import Assembly
from head_pack.source import Source

# Mesio-distal widths in mm from the middle outwards (textbook means), crown heights, and how round the tip is.
_UPPER = ((8.7, 10.5, 0.25), (6.7, 9.2, 0.45), (7.7, 10.0, 1.0), (7.1, 8.4, 0.8), (6.8, 7.8, 0.7), (10.0, 7.3, 0.4),
          (9.5, 7.0, 0.4))  # fmt: skip
_LOWER = ((5.4, 8.8, 0.15), (5.9, 9.2, 0.2), (6.9, 10.5, 0.9), (7.0, 8.6, 0.8), (7.1, 8.0, 0.6), (11.0, 7.4, 0.4),
          (10.5, 7.0, 0.4))  # fmt: skip
_ROUNDNESS = 2.25
_ACROSS = 6
# A tooth's profile from the gum at the front, over the edge, to the gum at the back: (height 0..1, depth 0..1).
_PROFILE = ((1.12, 0.10), (0.85, 0.02), (0.5, 0.0), (0.2, 0.05), (0.03, 0.16), (0.0, 0.34), (0.12, 0.62), (0.75, 1.0))


class _Arc:
    """Points on the dental arc by length along it; position in x, z, and the outward normal."""

    def __init__(self, half_width: float, back: float, front: float) -> None:
        angle = np.linspace(0.0, np.pi / 2, 400)
        self.x = half_width * np.sin(angle) ** (2 / _ROUNDNESS)
        self.z = back + (front - back) * np.cos(angle) ** (2 / _ROUNDNESS)
        self.length = np.r_[0.0, np.cumsum(np.hypot(np.diff(self.x), np.diff(self.z)))]

    def at(self, s: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """x, z, outward normal x, z at signed arc lengths s (positive: the subject's left)."""
        side, s = np.sign(s), np.abs(s)
        x, z = np.interp(s, self.length, self.x), np.interp(s, self.length, self.z)
        step = 1e-2
        dx = np.interp(s + step, self.length, self.x) - np.interp(np.maximum(s - step, 0), self.length, self.x)
        dz = np.interp(s + step, self.length, self.z) - np.interp(np.maximum(s - step, 0), self.length, self.z)
        norm = np.hypot(dx, dz)
        return side * x, z, side * -dz / norm, dx / norm


def _row(assembly, helper, points, base) -> list[int]:
    return assembly.add_affine(points.reshape(-1, 3), helper, base[helper])


def add_teeth(assembly: Assembly, source: Source, base: np.ndarray) -> None:
    for jaw, table in (("upper", _UPPER), ("lower", _LOWER)):
        helper = source.group_vertices(f"helper-{jaw}-teeth")
        strip = base[helper]
        up = 1.0 if jaw == "upper" else -1.0
        # Slight overbite: the upper arc stands in front of and just below the lower one's edge.
        push = 0.012 if jaw == "upper" else -0.012
        arc = _Arc(np.abs(strip[:, 0]).max(), strip[:, 2].min(), strip[:, 2].max() - 0.024 + push)
        front = strip[np.argmax(strip[:, 2])]
        edge_front = 6.847 if jaw == "upper" else 6.852
        # The strips' occlusal plane rises towards the back.
        slope = 0.165
        total = sum(width for width, _, _ in table)
        scale = arc.length[-1] / total * (0.985 if jaw == "upper" else 0.965)
        gum_front = []
        for side in (1.0, -1.0):
            start = 0.0
            for width, height, tip in table:
                w, h = width * scale, height * 0.01 * 1.12
                u = np.linspace(0.0, 1.0, _ACROSS)
                s = start + w * (0.005 + 0.99 * u)
                start += w
                depth = 0.055 + 0.035 * (width > 9.0) + 0.02 * (tip > 0.6)
                points = np.empty((len(_PROFILE), _ACROSS, 3))
                # round the crown: sides turn back, corners of the edge and the gum line are rounded
                bow = np.abs(2 * u - 1)
                for i, (level, inward) in enumerate(_PROFILE):
                    narrow = np.interp(level, (0.0, 0.03, 0.2, 0.5, 0.85, 1.12), (0.93, 0.97, 1.0, 0.985, 0.93, 0.84))
                    si = start - w / 2 + (s - (start - w / 2)) * narrow
                    x, z, nx, nz = arc.at(side * si)
                    back = depth * inward + 0.024 * bow**4 * (1 - 0.5 * inward)
                    lift = (0.010 * tip + 0.006) * bow**2 * (1 - level) - 0.012 * bow**2 * (level > 0.8)
                    points[i, :, 0] = x - nx * back
                    points[i, :, 2] = z - nz * back
                    points[i, :, 1] = (
                        edge_front + slope * (front[2] - points[i, :, 2]) * 0.9 + up * (h * level + lift)
                    )
                ids = np.array(_row(assembly, helper, points, base)).reshape(points.shape[:2])
                levels = np.linspace(0, 1, len(_PROFILE))
                uv_ids = np.array([[assembly.add_uv(np.array([a, 1 - b])) for a in u] for b in levels])
                assembly.add_grid(f"teeth_{jaw}", ids, uv_ids, flip=(side * up > 0))
                gum_front.append((side * (start - w / 2), h))
        _add_gum(assembly, helper, base, arc, gum_front, edge_front, slope * 0.9, front[2], up)


def _add_gum(assembly, helper, base, arc, crowns, edge, slope, front_z, up) -> None:
    """A half tube along the arc that covers the roots, scalloped between the teeth."""
    order = sorted(crowns)
    s_crown = np.array([s for s, _ in order])
    h_crown = np.array([h for _, h in order])
    s = np.linspace(-arc.length[-1] * 0.995, arc.length[-1] * 0.995, 57)
    crown = np.interp(s, s_crown, h_crown)
    nearest = np.abs(s[:, None] - s_crown[None]).min(axis=1)
    spacing = np.interp(s, s_crown[:-1], np.diff(s_crown))
    scallop = np.clip(nearest / (0.5 * spacing), 0, 1) ** 2
    x, z, nx, nz = arc.at(np.where(s == 0, 1e-9, s))
    # (height above the gum line, depth inwards): from inside the cleft, out over the ridge, up, and back behind
    profile = ((0.0, 0.055), (0.004, 0.012), (0.022, -0.012), (0.065, -0.014), (0.12, 0.01), (0.10, 0.12),
               (-0.015, 0.115))  # fmt: skip
    points = np.empty((len(profile), len(s), 3))
    for i, (rise, inward) in enumerate(profile):
        line = crown * 0.93 - 0.022 * scallop * (i < 3) - 0.012 * scallop * (i == 3)
        points[i, :, 0], points[i, :, 2] = x - nx * inward, z - nz * inward
        points[i, :, 1] = edge + slope * (front_z - points[i, :, 2]) + up * (line + rise)
    ids = np.array(_row(assembly, helper, points, base)).reshape(points.shape[:2])
    uv_ids = np.array(
        [[assembly.add_uv(np.array([j / (len(s) - 1), i / (len(profile) - 1)])) for j in range(len(s))]
         for i in range(len(profile))]
    )  # fmt: skip
    assembly.add_grid("gum", ids, uv_ids, flip=(up < 0))
