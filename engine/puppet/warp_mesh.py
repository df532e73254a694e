"""The photo as an elastic surface: one triangulated mesh over the whole crop with the eyes and the mouth cut out.

Fine around lids and lips, medium over the face, coarse outside. One surface for face, hair and background means that
nothing can tear between them. Each opening's edge runs exactly along its rim; lips that the photo shows shut are a slit
with two edges at one place, which is why the triangulation happens in a plan where every opening stands open.
Beyond each edge a narrow skirt continues the photo into the opening, so that edges can be drawn anti-aliased.
"""

from dataclasses import dataclass, replace

import numpy as np

from engine.puppet.facemap import OVAL, FaceAxes
from engine.puppet.rims import Aperture

RINGS = {"eye": (0.008, 0.017, 0.029, 0.045, 0.064), "mouth": (0.008, 0.018, 0.031, 0.048, 0.07)}
"""Distances from the rim, in face heights, of the loops of points around each opening."""

SKIRT = 0.006
"""Face heights by which skirts hang into the openings."""
_LEAST_OPENING = 0.014  # of the plan, in face heights, half of it to either side
_FINE, _MEDIUM, _COARSE = 0.026, 0.034, 0.075  # point distances in face heights: inner face, face, the rest


@dataclass(frozen=True, eq=False)
class WarpMesh:
    """points (N, 2) in crop sides 0..1; plan (N, 2) the same with every opening open; triangles (F, 3) int32.

    rims:   per aperture the point numbers of the upper and the lower rim, (K,) each, sharing both ends.
    skirts: likewise the points of the skirt hanging from each rim.
    loops:  per aperture (rings + 1, 2K - 2) the points around it, the rim first, then outward: columns 0..K-1 are the
            upper half corner to corner, the rest the lower half back.
    edge:   (N,) float32 distance from the nearest rim in crop sides within the first ring, negative on skirts;
            beyond the first ring it is the first ring's distance.
    first_ring: (N,) bool, points on rims, skirts and first rings: they belong to their rim more than to what lies
            around them.
    face:   (N,) float32 signed distance to the face's outline in face heights, positive inside.
    axes:   the face's own, lengths in crop sides.
    """

    points: np.ndarray
    plan: np.ndarray
    triangles: np.ndarray
    rims: dict[str, tuple[np.ndarray, np.ndarray]]
    skirts: dict[str, tuple[np.ndarray, np.ndarray]]
    loops: dict[str, np.ndarray]
    edge: np.ndarray
    first_ring: np.ndarray
    face: np.ndarray
    axes: FaceAxes


def build_mesh(apertures: dict[str, Aperture], landmarks: np.ndarray, axes: FaceAxes) -> WarpMesh:
    """apertures, landmarks (478, 2|3) and axes in crop sides."""
    from scipy.spatial import Delaunay

    unit = axes.height
    points: list[np.ndarray] = []
    plans: list[np.ndarray] = []
    rims, skirts, rounds, holes = {}, {}, {}, []
    edge: list[np.ndarray] = []
    first: list[np.ndarray] = []
    skirt_points, skirt_edges, skirt_triangles = [], [], []
    count = 0
    for name, aperture in apertures.items():
        rings = RINGS["mouth" if name == "mouth" else "eye"]
        loops, plan_loops, upper, lower = _loops(aperture, rings, axes)
        points.extend(loops)
        plans.extend(plan_loops)
        size = len(loops[0])
        edge.append(np.zeros(size))
        edge.extend(np.full(size, rings[0] * unit) for _ in rings)
        first.extend(np.full(size, i < 2) for i in range(len(loops)))
        rims[name] = (upper + count, lower + count)
        rounds[name] = count + np.arange(size * len(loops)).reshape(len(loops), size)
        holes.append(np.arange(count, count + size))
        count += sum(map(len, loops))
    rim_and_rings = np.concatenate(plans)
    outlines = [plans[i * (len(RINGS["eye"]) + 1) + len(RINGS["eye"])] for i in range(len(apertures))]
    grid = _grid(landmarks, axes, outlines)
    points.append(grid)
    plans.append(grid)
    edge.append(np.full(len(grid), RINGS["eye"][0] * unit))
    first.append(np.zeros(len(grid), bool))
    plan = np.concatenate([rim_and_rings, grid])
    triangles = Delaunay(plan).simplices.astype(np.int32)
    hole = np.full(len(plan), -1)
    for number, members in enumerate(holes):
        hole[members] = number
    inside = (hole[triangles] == hole[triangles[:, :1]]).all(1) & (hole[triangles[:, 0]] >= 0)
    for number, members in enumerate(holes):
        candidates = np.flatnonzero(inside & (hole[triangles[:, 0]] == number))
        inside[candidates] = contains(plan[members], plan[triangles[candidates]].mean(1))
    triangles = _wind(plan, triangles[~inside])

    # Skirts hang into the openings; they are no part of the plan.
    total = len(plan)
    for name in apertures:
        pair = []
        for rim, sign in zip(rims[name], (1.0, -1.0), strict=True):
            numbers = np.arange(total, total + len(rim))
            total += len(rim)
            normal = rim_normals(np.concatenate(points)[rim], axes) * sign
            skirt_points.append(np.concatenate(points)[rim] + normal * SKIRT * unit)
            skirt_edges.append(np.full(len(rim), -SKIRT * unit))
            a, b, c, d = rim[:-1], rim[1:], numbers[:-1], numbers[1:]
            skirt_triangles += [np.stack([a, b, c], 1), np.stack([b, d, c], 1)]
            pair.append(numbers)
        skirts[name] = (pair[0], pair[1])
    everything = np.concatenate([*points, *skirt_points])
    skirt = np.concatenate(skirt_points)
    all_plan = np.concatenate([plan, skirt])
    # Skirts first: a lip's own surface is drawn over the other's skirt.
    all_triangles = np.concatenate([*skirt_triangles, triangles]).astype(np.int32)
    return WarpMesh(
        points=everything, plan=all_plan, triangles=all_triangles, rims=rims, skirts=skirts, loops=rounds,
        edge=np.concatenate([*edge, *skirt_edges]).astype(np.float32),
        first_ring=np.concatenate([*first, np.ones(len(skirt), bool)]),
        face=_inside_face(everything, landmarks, axes), axes=axes)


def moved_mesh(mesh: WarpMesh, points: np.ndarray, axes: FaceAxes) -> WarpMesh:
    """The same mesh in another picture: points (count, 2) of it without skirts, and the face's axes there."""
    everything = np.empty_like(mesh.points)
    everything[:len(points)] = points
    for name, pair in mesh.rims.items():
        for rim, skirt, sign in zip(pair, mesh.skirts[name], (1.0, -1.0), strict=True):
            everything[skirt] = points[rim] + rim_normals(points[rim], axes) * (sign * SKIRT * axes.height)
    edge = mesh.edge * np.float32(axes.height / mesh.axes.height)
    return replace(mesh, points=everything, edge=edge, axes=axes)


def halves(loops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The upper and lower halves (rings + 1, K) of a mesh's loops around one opening, both corner to corner."""
    k = loops.shape[1] // 2 + 1
    return loops[:, :k], np.concatenate([loops[:, :1], loops[:, :k - 2:-1]], axis=1)


def rim_normals(rim: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(K, 2) unit normals of a rim running left to right, on the side of the face's down."""
    tangent = np.gradient(rim, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    return np.stack([-tangent[:, 1], tangent[:, 0]], 1)


def contains(polygon: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Which points (n, 2) lie inside a polygon (m, 2), (n,) bool, by the even-odd rule."""
    a, b = polygon, np.roll(polygon, -1, axis=0)
    x, y = points[:, :1], points[:, 1:]
    spans = (a[:, 1] > y) != (b[:, 1] > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return (spans & (x < crossing)).sum(1) % 2 == 1


def _loops(aperture: Aperture, rings: tuple[float, ...], axes: FaceAxes) -> tuple[list, list, np.ndarray, np.ndarray]:
    """Closed loops of points, rim first, as in the photo and in the plan; and where in a loop the two rims lie."""
    k = len(aperture.along)
    upper, lower = np.arange(k), np.concatenate([[0], np.arange(2 * k - 3, k - 1, -1), [k - 1]])
    middle = aperture.middle
    # The plan's opening: an ellipse at least, so that corners are round and no two edges touch.
    half = np.maximum(aperture.gap / 2,
                      _LEAST_OPENING * axes.height * np.sqrt(np.maximum(1 - (2 * aperture.along - 1) ** 2, 0)))
    push_up = (middle - half[:, None] * axes.down) - aperture.upper
    push_down = (middle + half[:, None] * axes.down) - aperture.lower
    rim = np.concatenate([aperture.upper, aperture.lower[-2:0:-1]])
    push = np.concatenate([push_up, push_down[-2:0:-1]])
    push[[0, k - 1]] = 0
    open_rim = rim + push
    loops, plans = [rim], [open_rim]
    plans_ring, before = open_rim, 0.0
    for number, distance in enumerate(rings):
        # Farther rings are rounder, or they would bunch up at the hollow of the inner canthus.
        plans_ring = plans_ring + _outward(plans_ring, 2 + 8 * number) * (distance - before) * axes.height
        before = distance
        fade = 1 - (number + 1) / len(rings)
        plans.append(plans_ring - push * (1 - fade))
        loops.append(plans_ring - push)
    return loops, plans, upper, lower


def _outward(loop: np.ndarray, rounds: int) -> np.ndarray:
    """Unit normals out of a closed loop that runs clockwise in picture coordinates, smoothed `rounds` times."""
    tangent = np.roll(loop, -1, axis=0) - np.roll(loop, 1, axis=0)
    normal = np.stack([tangent[:, 1], -tangent[:, 0]], 1)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    for _ in range(rounds):
        normal = 0.25 * np.roll(normal, 1, axis=0) + 0.5 * normal + 0.25 * np.roll(normal, -1, axis=0)
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    return normal


def _grid(landmarks: np.ndarray, axes: FaceAxes, outlines: list[np.ndarray]) -> np.ndarray:
    """Points in between: three densities on staggered lattices, clear of the openings' outermost rings."""
    unit = axes.height
    found: list[np.ndarray] = []
    for spacing, low, high in ((_COARSE, -np.inf, -0.05), (_MEDIUM, -0.05, 0.12), (_FINE, 0.12, np.inf)):
        lattice = _lattice(spacing * unit)
        inside = _inside_face(lattice, landmarks, axes)
        found.append(lattice[(inside >= low) & (inside < high)])
    border = np.linspace(0, 1, 15)
    zeros, ones = np.zeros(15), np.ones(15)
    border_points = np.concatenate([np.stack(p, 1) for p in (
        (border, zeros), (border, ones), (zeros[1:-1], border[1:-1]), (ones[1:-1], border[1:-1]))])
    inner = np.concatenate(found)
    inner = inner[((inner > 0.02) & (inner < 0.98)).all(1)]
    from scipy.spatial import cKDTree

    for outline in outlines:
        near = cKDTree(outline).query(inner)[0] < 0.6 * _FINE * unit
        inner = inner[~(near | contains(outline, inner))]
    return np.concatenate([inner, border_points])


def _lattice(spacing: float) -> np.ndarray:
    rows = np.arange(0.02, 0.981, spacing * 0.866)
    columns = np.arange(0.02, 0.981, spacing)
    x = columns[None] + np.where(np.arange(len(rows)) % 2, spacing / 2, 0)[:, None]
    return np.stack([x, np.broadcast_to(rows[:, None], x.shape)], -1).reshape(-1, 2)


def _inside_face(points: np.ndarray, landmarks: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(n,) float32 distance inside the face's outline in face heights; negative outside."""
    from scipy.spatial import cKDTree

    oval = np.asarray(landmarks, np.float64)[list(OVAL), :2]
    sides = np.roll(oval, -1, axis=0) - oval
    dense = np.concatenate([oval + t * sides for t in np.linspace(0, 1, 8, endpoint=False)])
    distance = cKDTree(dense).query(points)[0]
    return (np.where(contains(oval, points), distance, -distance) / axes.height).astype(np.float32)


def _wind(points: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """All triangles turned the same way, those without area left out."""
    a, b, c = points[triangles].transpose(1, 0, 2)
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    triangles = triangles.copy()
    triangles[area < 0] = triangles[area < 0][:, [0, 2, 1]]
    return triangles[np.abs(area) > 1e-12]
