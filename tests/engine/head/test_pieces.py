"""What a head wears with a mesh of its own: in front of it or behind, as much as it covers, the same in both ways."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from engine.base.errors import UsageError
from engine.head.model import Head
from engine.head.portrait import HeadPainter, HeadView
from engine.head.portrait.head_texture import HeadTexture, Worn
from engine.head.portrait.piece import Piece

SIZE = 192


@pytest.fixture(scope="module", params=["opengl", "numpy"])
def either(request: pytest.FixtureRequest, head: Head) -> HeadPainter:
    return HeadPainter(head, request.getfixturevalue("context") if request.param == "opengl" else None)


def _board(head: Head, away: float, alpha: int, two_sided: bool = True, turned: bool = False) -> Piece:
    """A green square of 4 cm at the height of the eyes, `away` dm along +z, that hangs on the head's first vertex."""
    corners = np.array([[-0.2, 0.14, away], [0.2, 0.14, away], [0.2, 0.54, away], [-0.2, 0.54, away]], np.float32)
    triangles = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    weights = csr_matrix((np.ones(4, np.float32), (np.arange(4), np.zeros(4, int))), shape=(4, len(head.vertices)))
    picture = np.full((8, 8, 4), (40, 190, 40, alpha), np.uint8)
    uv = np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32)
    return Piece("board", weights, corners - head.vertices[0], np.tile(np.float32([0, 0, 1]), (4, 1)), uv,
                 triangles[:, ::-1] if turned else triangles, picture, two_sided=two_sided)


def _middle(head: Head, painter: HeadPainter, *pieces: Piece) -> np.ndarray:
    drawn = painter.draw(head.vertices, HeadView(), SIZE, pieces=pieces)
    x, y = HeadView().pixels(np.array([[0.0, 0.34, 1.0]]), SIZE)[0, :2].astype(int)
    return drawn[y - 4:y + 5, x - 4:x + 5, :3].reshape(-1, 3).astype(float).mean(0)


def test_what_is_in_front_covers_and_what_is_behind_is_covered(head: Head, either: HeadPainter) -> None:
    bare, before, behind, half = (_middle(head, either, *pieces) for pieces in (
        (), (_board(head, 1.4, 255),), (_board(head, -1.2, 255),), (_board(head, 1.4, 128),)))
    assert before[1] > 1.5 * before[0]
    assert np.allclose(behind, bare, atol=1)
    assert np.allclose(half, (bare + before) / 2, atol=12)


def test_an_inner_side_shows_where_it_can_be_seen(head: Head, either: HeadPainter) -> None:
    bare, away, inside = (_middle(head, either, *pieces) for pieces in (
        (), (_board(head, 1.4, 255, two_sided=False, turned=True),), (_board(head, 1.4, 255, turned=True),)))
    assert np.allclose(away, bare, atol=1)
    assert inside[1] > 1.5 * inside[0]


def test_a_near_veil_lies_over_a_far_one(head: Head, either: HeadPainter) -> None:
    near, far = _board(head, 1.6, 128), _board(head, 1.3, 255)
    far.picture[..., :3] = (190, 40, 40)
    one, other = _middle(head, either, near, far), _middle(head, either, far, near)
    assert np.allclose(one, other, atol=3)
    assert one[1] > 70 and one[0] > 70


def test_the_next_picture_is_bare_again(head: Head, either: HeadPainter) -> None:
    bare = either.draw(head.vertices, HeadView(), SIZE)
    either.draw(head.vertices, HeadView(), SIZE, pieces=(_board(head, 1.4, 200),))
    assert np.array_equal(either.draw(head.vertices, HeadView(), SIZE), bare)


def test_both_ways_of_drawing_agree(head: Head, context: object) -> None:
    piece = _board(head, 1.3, 170)
    one, other = (HeadPainter(head, way).draw(head.vertices, HeadView(25, 5), SIZE, pieces=(piece,)).astype(int)
                  for way in (context, None))
    whole = (one[..., 3] == 255) & (other[..., 3] == 255)
    assert np.abs(one - other)[whole].mean() < 2


def test_a_photos_hair_is_in_the_light_of_its_skin(head: Head, either: HeadPainter) -> None:
    texture = HeadTexture(np.full((8, 8, 4), 200, np.uint8), np.full((8, 16, 4), 200, np.uint8))
    bright = []
    for aside in (-1, 1):
        piece = _board(head, 1.3, 255)
        piece.normals[:] = (aside, 0, 0)
        for strength in (0.0, 1.0):
            drawn = either.draw(head.vertices, HeadView(), SIZE, worn=Worn(texture, strength), pieces=(piece,))
            x, y = HeadView().pixels(np.array([[0.0, 0.34, 1.3]]), SIZE)[0, :2].astype(int)
            bright.append(float(drawn[y, x, 1]))
    plain, worn = np.abs(np.log([bright[0] / bright[2], bright[1] / bright[3]]))
    assert worn < 0.8 * plain


def test_a_mesh_that_does_not_hang_together_is_refused(head: Head) -> None:
    piece = _board(head, 1.0, 255)
    with pytest.raises(UsageError, match="hang together"):
        Piece("board", piece.weights, piece.offset, piece.normals, piece.uv, piece.triangles + 3, piece.picture)
    with pytest.raises(UsageError, match="picture"):
        Piece("board", piece.weights, piece.offset, piece.normals, piece.uv, piece.triangles, piece.picture[..., :3])
