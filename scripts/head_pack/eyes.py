"""Eyeballs with a cornea, and lashes with strip coordinates."""

import numpy as np

from head_pack.assembly import Assembly
from head_pack.source import Source

IRIS_RADIUS = 0.0605  # dm, a human iris is 11.7-12.1 mm across
CORNEA_BULGE = 0.007  # dm at the pole; more would poke through the closed lids of this mesh
BLINK = 0.82  # of the source's motion, which carries the upper lid 4 mm past the lower one
LIDS_FOLLOW_UP = 1.6  # of the source's lid motion, made for an eye that turns 10 degrees: the iris stays in sight
_AZIMUTHS = 32
# Angles from the pole in degrees: dense over the iris, sparse behind.
_RINGS = (0, 4, 8, 12, 16, 19, 22.4, 26, 31, 38, 47, 58, 72, 90, 115, 145, 180)
# How far the eye turns at weight 1 (degrees): what people reach with comfort; the source's own targets turn 10-21.
GAZE = {"Up": (-18.0, 0.0), "Down": (26.0, 0.0), "In": (0.0, -27.0), "Out": (0.0, 27.0)}


def fit_sphere(points: np.ndarray) -> tuple[np.ndarray, float]:
    """Least-squares sphere: centre (3,), radius."""
    system = np.c_[2 * points, np.ones(len(points))]
    solution = np.linalg.lstsq(system, (points**2).sum(axis=1), rcond=None)[0]
    return solution[:3], float(np.sqrt(solution[3] + solution[:3] @ solution[:3]))


def add_eye(assembly: Assembly, source: Source, base: np.ndarray, side: str) -> dict:
    """Adds one eyeball looking along +z; returns {"centre", "radius", "vertices"}."""
    helper = source.group_vertices(f"helper-{side[0]}-eye")
    centre, radius = fit_sphere(base[helper])
    limbus = np.arcsin(IRIS_RADIUS / radius)
    points, uv = [], []
    for ring, degrees in enumerate(_RINGS):
        angle = np.radians(degrees)
        # cos^2 dome that meets the sclera with a soft limbus slightly outside the iris
        inside = np.clip(angle / (limbus * 1.25), 0.0, 1.0)
        reach = radius + CORNEA_BULGE * np.cos(inside * np.pi / 2) ** 2
        for k in range(_AZIMUTHS):
            turn = 2 * np.pi * k / _AZIMUTHS
            sine = 0.0 if ring in (0, len(_RINGS) - 1) else np.sin(angle)
            direction = np.array([sine * np.cos(turn), sine * np.sin(turn), np.cos(angle)])
            points.append(centre + reach * direction)
            uv.append([0.5 + 0.5 * angle / np.pi * np.cos(turn), 0.5 + 0.5 * angle / np.pi * np.sin(turn)])
    keep: list[int] = []
    remap = np.zeros(len(points), dtype=int)
    for index in range(len(points)):
        ring = index // _AZIMUTHS
        if ring in (0, len(_RINGS) - 1) and index % _AZIMUTHS:
            remap[index] = remap[ring * _AZIMUTHS]
        else:
            remap[index] = len(keep)
            keep.append(index)
    ids = np.array(assembly.add_affine(np.array(points)[keep], helper, base[helper]))
    uv_ids = np.array([assembly.add_uv(np.array(t)) for t in uv]).reshape(len(_RINGS), _AZIMUTHS)
    grid = ids[remap].reshape(len(_RINGS), _AZIMUTHS)
    wrap = np.r_[np.arange(_AZIMUTHS), 0]
    assembly.add_grid(f"eye_{side}", grid[:, wrap], uv_ids[:, wrap], flip=True)
    return {"centre": centre, "radius": radius, "vertices": ids, "helper": helper}


def gaze_target(positions: np.ndarray, eye: dict, pitch: float, yaw: float) -> np.ndarray:
    """Displacement (n, 3) that turns the eyeball about its centre; a chord: exact at weight 1, no swelling before."""
    a, b = np.radians(pitch), np.radians(yaw)
    turn_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    turn_y = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    arm = positions - eye["centre"]
    return arm @ (turn_y @ turn_x).T - arm


def _strip(source: Source, group: str) -> np.ndarray:
    """The vertices of a rectangular quad patch as a grid (rows, columns), columns along the long side."""
    quads = source.quads[source.quad_group == group]
    neighbours: dict[int, set[int]] = {}
    opposite: dict[frozenset, list[tuple[int, int]]] = {}
    for quad in quads:
        for k in range(4):
            a, b, c, d = (int(quad[(k + j) % 4]) for j in range(4))
            neighbours.setdefault(a, set()).update((b, d))
            opposite.setdefault(frozenset((a, b)), []).append((d, c) if a < b else (c, d))
    corners = sorted(v for v, n in neighbours.items() if len(n) == 2)

    def walk(start: int, step: int) -> list[int]:
        line = [start, step]
        while True:
            options = [n for n in neighbours[line[-1]] if len(neighbours[n]) < 4 and n not in line]
            if not options or len(neighbours[line[-1]]) == 2:
                return line
            line.append(options[0])

    sides = [walk(corners[0], n) for n in sorted(neighbours[corners[0]])]
    top = max(sides, key=len)
    left = min(sides, key=len)
    grid = np.full((len(left), len(top)), -1)
    grid[0], grid[:, 0] = top, left
    for i in range(1, len(left)):
        for j in range(1, len(top)):
            a, b = int(grid[i - 1, j - 1]), int(grid[i - 1, j])
            for d, c in opposite[frozenset((a, b))]:
                d, c = (d, c) if a < b else (c, d)
                if d == grid[i, j - 1]:
                    grid[i, j] = c
    assert (grid >= 0).all()
    return grid


def add_lashes(assembly: Assembly, source: Source, base: np.ndarray, eyes: dict[str, dict]) -> None:
    """The source's four lash strips as grids: u runs 0..1 from the nose outwards, v 0 at the lid to 1 at the tips."""
    for side in ("left", "right"):
        for lid, number in (("upper", 2), ("lower", 1)):
            grid = _strip(source, f"helper-{side[0]}-eyelashes-{number}")
            centre = eyes[side]["centre"]
            reach = np.linalg.norm(base[grid] - centre, axis=2).mean(axis=1)
            if reach[0] > reach[-1]:
                grid = grid[::-1]
            if abs(base[grid[0, 0], 0]) > abs(base[grid[0, -1], 0]):
                grid = grid[:, ::-1]
            rows, columns = grid.shape
            ids = np.empty((rows, columns), dtype=int)
            uv_ids = np.empty((rows, columns), dtype=int)
            for i in range(rows):
                for j in range(columns):
                    v = grid[i, j]
                    ids[i, j] = assembly.add_vertex(base[v], np.array([v]), np.array([1.0]))
                    uv_ids[i, j] = assembly.add_uv(np.array([j / (columns - 1), i / (rows - 1)]))
            a, b, c = (base[grid[k]] for k in ((0, 5), (0, 6), (1, 5)))
            flip = np.cross(b - a, c - a)[2] < 0
            assembly.add_grid(f"lash_{lid}", ids, uv_ids, flip=bool(flip))
