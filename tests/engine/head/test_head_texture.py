"""A head that wears a picture: where it lies, how much of it shows, and that nobody else's head changes."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.head.model import Head
from engine.head.portrait import HeadPainter, HeadTexture, HeadView, Skin, Worn
from engine.head.portrait.mesh import drawn_mesh
from engine.rig.texture.layout import SIDE, atlas_layout

SIZE = 256


@pytest.fixture(scope="module")
def plain(head: Head) -> HeadPainter:
    return HeadPainter(head, None)


@pytest.fixture(scope="module", params=["opengl", "numpy"])
def either(request: pytest.FixtureRequest, head: Head) -> HeadPainter:
    return HeadPainter(head, request.getfixturevalue("context")) if request.param == "opengl" \
        else request.getfixturevalue("plain")


@pytest.fixture(scope="module")
def sides(head: Head) -> HeadTexture:
    """The subject's left half green, the right half blue; the left eye's iris red, the right eye's yellow."""
    left = atlas_layout(head).rest[..., 0] > 0
    base = np.full((SIDE, SIDE, 4), 255, np.uint8)
    base[..., :3] = np.where(left[..., None], (60, 160, 60), (60, 60, 160))
    base[..., 3] = 0
    eyes = np.full((64, 128, 4), 255, np.uint8)
    eyes[:, :64, :3], eyes[:, 64:, :3] = (200, 200, 20), (200, 20, 20)
    return HeadTexture(base, eyes)


def test_the_picture_lies_on_its_side_of_the_head(head: Head, either: HeadPainter, sides: HeadTexture) -> None:
    drawn = either.draw(head.vertices, HeadView(), SIZE, worn=Worn(sides)).astype(int)
    eyes = HeadView().pixels(np.stack([head.eyes[side].centre for side in ("left", "right")]), SIZE)[:, :2].astype(int)
    for (x, y), first, second in zip(eyes, (0, 0), (1, 2), strict=True):  # red over green, yellow (red over blue)
        pupil = drawn[y - 1:y + 2, x - 1:x + 2].reshape(-1, 4).mean(0)
        assert pupil[first] > 1.5 * pupil[second]
    cheek = HeadView().pixels(head.landmarks(head.vertices)[[280, 50]], SIZE)[:, :2].astype(int)
    left, right = drawn[cheek[0, 1], cheek[0, 0]], drawn[cheek[1, 1], cheek[1, 0]]
    assert left[1] > 1.3 * left[2] and right[2] > 1.3 * right[1]


def test_strength_goes_from_plain_skin_to_the_picture(head: Head, either: HeadPainter, sides: HeadTexture) -> None:
    bare = either.draw(head.vertices, HeadView(), SIZE).astype(int)
    none, half, full = (either.draw(head.vertices, HeadView(), SIZE, worn=Worn(sides, strength)).astype(int)
                        for strength in (0.0, 0.5, 1.0))
    assert np.array_equal(bare, none)
    skin = (bare[..., 3] == 255)
    to_half, to_full = np.abs(half - bare)[skin].mean(), np.abs(full - bare)[skin].mean()
    assert 5 < to_half < to_full
    assert np.array_equal(bare, either.draw(head.vertices, HeadView(), SIZE))


def test_a_photos_skin_is_not_shaded_by_folds_once_more(head: Head, either: HeadPainter) -> None:
    """Beside the nostrils light is scarce; a photo has that in its own colours."""
    white = HeadTexture(np.full((64, 64, 4), 190, np.uint8), np.full((64, 128, 4), 190, np.uint8))
    plain = replace(Skin(), skin=(190 / 255,) * 3, hair=None)
    view = HeadView()
    spots = view.pixels(head.landmarks(head.vertices)[[97, 151]], 256).astype(int)  # beside a nostril, the forehead
    dark, light = ([float(either.draw(head.vertices, view, 256, plain, worn)[y - 2:y + 3, x - 2:x + 3, 1].mean())
                    for x, y, _ in spots] for worn in (None, Worn(white)))
    assert light[0] / light[1] > dark[0] / dark[1] + 0.05


def test_both_ways_of_drawing_agree(head: Head, plain: HeadPainter, sides: HeadTexture, context: object) -> None:
    with HeadPainter(head, context) as painter:
        ours, theirs = (one.draw(head.vertices, HeadView(30, -5), SIZE, worn=Worn(sides)).astype(int)
                        for one in (painter, plain))
    inside = (ours[..., 3] == 255) & (theirs[..., 3] == 255)
    assert np.abs(ours - theirs)[inside].mean() < 5


def test_every_drawn_vertex_has_its_own_place_in_the_picture(head: Head) -> None:
    mesh, layout = drawn_mesh(head), atlas_layout(head)
    skin = np.unique(mesh.triangles[mesh.material["skin"]])
    column, row = np.clip((mesh.uv[skin] * [SIDE, -SIDE] + [0, SIDE]).astype(int), 0, SIDE - 1).T
    away = np.linalg.norm(layout.rest[row, column] - mesh.rest[skin], axis=1)
    assert np.median(away) < 0.006 and np.quantile(away, 0.99) < 0.03
    corners = mesh.uv[mesh.triangles[mesh.material["skin"]]]
    assert np.ptp(corners, axis=1).max() < 0.1  # no triangle reaches across a seam


@pytest.mark.parametrize("shape", [(8, 8, 3), (8, 9, 4), (8, 8)])
def test_what_is_no_square_of_four_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(UsageError, match="cannot wear"):
        HeadTexture(np.zeros(shape, np.uint8), np.zeros((4, 8, 4), np.uint8))
    with pytest.raises(UsageError, match="0 to 1"):
        Worn(HeadTexture(np.zeros((4, 4, 4), np.uint8), np.zeros((4, 8, 4), np.uint8)), 1.5)
