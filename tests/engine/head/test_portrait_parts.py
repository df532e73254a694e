"""What the painted head is made of: rounding, soft shadow, texture places, hairs, and the step-by-step start."""

import numpy as np
import pytest

from engine.base.jobs import run
from engine.head.pack import load_head
from engine.head.portrait import HeadPainter, HeadView, prepare_painter
from engine.head.portrait.lashes import Lashes
from engine.head.portrait.light import head_visibility
from engine.head.portrait.mesh import drawn_mesh, wrap
from engine.head.portrait.subdivide import subdivide
from engine.head.raster import rasterise


@pytest.fixture(scope="module")
def head():
    return load_head()


@pytest.fixture(scope="module")
def mesh(head):
    return drawn_mesh(head)


def edges_by_use(triangles):
    """How many triangles use each edge."""
    pairs = np.sort(np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    return np.unique(pairs, axis=0, return_counts=True)[1]


def octahedron():
    points = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)
    triangles = np.array([[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]])
    return points, triangles


def test_a_closed_surface_stays_closed_and_grows_rounder():
    points, triangles = octahedron()
    for _ in range(3):
        matrix, triangles, source = subdivide(triangles, points, 0.0)
        points = matrix @ points
        assert (edges_by_use(triangles) == 2).all()
    assert len(triangles) == 8 * 4**3
    radius = np.linalg.norm(points, axis=1)
    assert radius.max() / radius.min() < 1.35
    assert np.allclose(np.asarray(matrix.sum(axis=1)), 1, atol=1e-6)


@pytest.mark.parametrize("longest", [0.0, 0.3, 0.6, 1.0, 1.3, 1.9, 9.0])
def test_splitting_only_long_edges_leaves_no_crack(longest):
    points, triangles = octahedron()
    points = points * [1.0, 1.7, 0.2] + np.array([0, 0, 0.0])
    points[4] += [0.6, 0.1, 0.4]
    matrix, fresh, source = subdivide(triangles, points, longest)
    moved = matrix @ points
    assert (edges_by_use(fresh) == 2).all()
    corners = moved[fresh]
    old = points[triangles[source]]
    facing = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    before = np.cross(old[:, 1] - old[:, 0], old[:, 2] - old[:, 0])
    assert ((facing * before).sum(1) > -1e-9).mean() > 0.95  # the same side stays outside
    if longest == 9.0:
        assert np.array_equal(fresh, triangles) and np.allclose(moved, points)


def test_a_plane_stays_a_plane_and_its_border_stays_put():
    y, x = np.mgrid[:4, :4]
    points = np.stack([x.ravel(), y.ravel(), 2.0 * x.ravel() - y.ravel()], 1).astype(float)
    corner = (y[:3, :3] * 4 + x[:3, :3]).ravel()
    triangles = np.concatenate([np.stack([corner, corner + 1, corner + 5], 1),
                                np.stack([corner, corner + 5, corner + 4], 1)])
    matrix, fresh, _ = subdivide(triangles, points, 0.0)
    moved = matrix @ points
    assert np.allclose(moved[:, 2], 2 * moved[:, 0] - moved[:, 1], atol=1e-5)
    assert moved[:, :2].min() >= 0 and moved[:, :2].max() <= 3
    assert len(fresh) == 4 * len(triangles)


def test_the_drawn_mesh_follows_the_head(head, mesh):
    shift = np.array([0.3, -0.2, 0.1], np.float32)
    assert np.allclose(mesh.weights @ (head.vertices + shift), mesh.rest + shift, atol=1e-4)
    assert mesh.triangles.max() < len(mesh.rest)
    assert [part.stop - part.start > 1000 for part in mesh.material.values()] == [True] * 3
    normals = mesh.normals(mesh.facing(mesh.rest))
    assert np.allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-4)
    outward = (normals * (mesh.rest - [0, 0.3, 0])).sum(1)
    skin = np.unique(mesh.triangles[mesh.material["skin"]])
    assert (outward[skin] > 0).mean() > 0.85


def test_no_skin_triangle_reaches_across_the_texture(mesh):
    u = mesh.texel[mesh.triangles[mesh.material["skin"]], 0]
    assert (np.ptp(u, axis=1) <= 0.5 + 1e-6).all()
    assert mesh.texel[:, 1].min() >= 0 and mesh.texel[:, 1].max() <= 1


def test_the_texture_gives_every_turn_its_own_place():
    turn = np.radians(np.linspace(-179.9, 179.9, 720))
    u = wrap(np.stack([np.sin(turn), np.zeros(720), np.cos(turn)], 1))[:, 0]
    assert (np.diff(u) > 0).all() and u[0] >= 0 and u[-1] <= 1
    assert (u[361] - u[358]) > 1.2 * (u[3] - u[0])  # more room in front


def test_shade_gathers_where_the_head_hides_itself(head):
    steps = head_visibility(head)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            visibility = end.value
            break
    up = np.array([0.0, 1.0, 0.0])
    shade = visibility.shade(np.array([[0.0, 0.966, 0.259]]), np.array([8.0]), up)
    assert shade.shape == (len(head.vertices), 2) and shade.min() >= 0 and shade.max() <= 1.0001
    brow = shade[np.argmin(np.linalg.norm(head.vertices - [0.0, 0.75, 1.05], axis=1))]
    # Below the chin a lamp from above does not reach; the mouth's inside sees nothing at all.
    chin = head.masks["chin"] > 0.5
    lowest = np.flatnonzero(chin)[np.argsort(head.vertices[chin, 1])[:10]]
    throat = np.flatnonzero((head.masks["neck"] > 0.5) & (head.vertices[:, 2] > 0.25))
    assert brow[0] > 0.85
    assert shade[throat, 0].mean() < 0.5 * brow[0]
    assert shade[lowest, 1].mean() < brow[1]
    assert np.median(shade[head.vertices_of("cavity"), 1]) < 0.35


def test_lashes_stand_on_the_lids_and_follow_a_blink(head):
    lashes = Lashes(head)
    places = lashes.weights @ head.vertices
    rim = head.vertices[np.intersect1d(head.vertices_of("skin"), head.vertices_of("socket"))]
    nearest = np.sqrt(((places[:, None] - rim[None]) ** 2).sum(2)).min(1)
    assert nearest.max() < 0.2
    blink = np.zeros(52, np.float32)
    blink[[head.expression_names.index(f"eyeBlink{side}") for side in ("Left", "Right")]] = 1
    assert np.abs(lashes.weights @ head.shape(None, blink) - places).max() > 0.05


def test_a_hair_thinner_than_a_pixel_is_drawn_faint_not_broken(head):
    lashes = Lashes(head)

    def drawn(size):
        view = HeadView()
        points, cover = lashes.ribbons(head.vertices, lambda p, near: view.pixels(p, size, near),
                                       view.focal * size / 2)
        face, _ = rasterise(points, lashes.triangles, (size, size))
        return cover, (face >= 0).mean()

    small, large = drawn(128), drawn(2048)
    assert small[0].max() < 0.35 < 0.9 < large[0].max()
    assert small[1] > large[1]  # never thinner than a pixel


def test_a_painter_can_be_made_step_by_step(head):
    from engine.head.portrait import painter as module

    module._kept.clear()
    reports = []
    made = run(prepare_painter(head), reports.append)
    assert isinstance(made, HeadPainter)
    assert len(reports) >= 8
    assert all(0 < r.done < r.total for r in reports)
    assert [r.done for r in reports] == sorted(r.done for r in reports)
    again = []
    run(prepare_painter(head), again.append)
    assert not again
