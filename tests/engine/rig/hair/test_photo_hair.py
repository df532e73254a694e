"""The hair of a photo as a mesh: as thick and as long as it is seen, whole, and nobody's for a bald head."""

import numpy as np
import pytest

from engine.head.fit import HeadFit
from engine.head.pack import load_head
from engine.head.portrait.piece import Piece
from engine.rig.hair.photo_hair import photo_hair
from engine.rig.shaping import rig_vertices
from engine.rig.texture.seen import SeenFace
from engine.rig.variation import random_rig
from tests.engine.rig.hair.conftest import drawn_hair, told

Sample = tuple[HeadFit, SeenFace]


@pytest.fixture(scope="module")
def short(sample: Sample) -> Piece:
    piece = photo_hair(load_head(), sample[0], told(sample, drawn_hair(sample, 0.15, 1.0)), 512)
    assert piece is not None
    return piece


@pytest.fixture(scope="module")
def long(sample: Sample) -> Piece:
    piece = photo_hair(load_head(), sample[0], told(sample, drawn_hair(sample, 0.25, -0.8)), 512)
    assert piece is not None
    return piece


def _covered(piece: Piece) -> np.ndarray:
    """Places of the corners that show."""
    at = np.clip((piece.uv * len(piece.picture)).astype(int), 0, len(piece.picture) - 1)
    return piece.placed(load_head().vertices)[piece.picture[at[:, 1], at[:, 0], 3] > 128]


def test_a_bald_head_has_none(sample: Sample) -> None:
    side = len(sample[1].root)
    assert photo_hair(load_head(), sample[0], told(sample, np.zeros((side, side), bool)), 512) is None
    beside = np.zeros((side, side), bool)
    beside[:, :side // 16] = True  # somebody else's
    assert photo_hair(load_head(), sample[0], told(sample, beside), 512) is None


def test_hair_of_which_no_pixel_is_hair_alone_is_drawn_in_its_middle_colour(sample: Sample) -> None:
    stripes = (np.arange(len(sample[1].root)) // 2 % 2 == 0)[:, None]  # thinner than what their edges are softened by
    piece = photo_hair(load_head(), sample[0], told(sample, drawn_hair(sample, 0.3, -0.5) & stripes), 256)
    assert piece is not None and (piece.picture[..., 3] > 128).any()


def test_thick_hair_stands_off_as_it_is_seen(sample: Sample, short: Piece) -> None:
    thick = photo_hair(load_head(), sample[0], told(sample, drawn_hair(sample, 0.45, 1.0)), 512)
    assert thick is not None
    skull = load_head().vertices[:, 1].max()
    low, high = _covered(short)[:, 1].max() - skull, _covered(thick)[:, 1].max() - skull
    assert 0.03 < low < 0.3 and low + 0.15 < high < 0.7
    assert _covered(short)[:, 1].min() > -0.7


def test_long_hair_hangs_as_far_as_it_is_seen(long: Piece) -> None:
    places = _covered(long)
    assert -1.2 < places[:, 1].min() < -0.5
    hanging = places[places[:, 1] < -0.5]
    assert hanging[:, 2].max() < 0.75  # beside and behind the neck, not before the throat
    assert np.abs(hanging[:, 0]).max() > 0.7 and hanging[:, 2].min() < -0.5


@pytest.mark.parametrize("which", ["short", "long"])
def test_the_mesh_is_sound_on_any_head(which: str, request: pytest.FixtureRequest) -> None:
    piece: Piece = request.getfixturevalue(which)
    head = load_head()
    assert np.allclose(np.linalg.norm(piece.normals, axis=1), 1, atol=1e-3)
    assert np.allclose(piece.weights.sum(axis=1), 1, atol=1e-4)
    assert 0 <= piece.uv.min() and piece.uv.max() <= 1
    edges = np.sort(np.concatenate([piece.triangles[:, pair] for pair in ([0, 1], [1, 2], [2, 0])]), axis=1)
    assert np.unique(edges, axis=0, return_counts=True)[1].max() == 2  # no edge belongs to three triangles
    rest = piece.placed(head.vertices)
    for seed in range(3):
        for schema in ("face-nn", "facewright-head"):
            shaped = rig_vertices(random_rig(schema, seed, 2.0))
            placed = piece.placed(shaped)
            assert np.isfinite(placed).all()
            # It goes where the head goes, and no farther.
            assert np.abs(placed - rest).max() <= np.abs(shaped - head.vertices).max() + 1e-4


def test_the_picture_is_filled_where_nothing_shows(short: Piece) -> None:
    assert short.picture.shape == (512, 512, 4) and short.picture.dtype == np.uint8
    assert 0.1 < (short.picture[..., 3] > 128).mean() < 0.9
    seen, hidden = (short.picture[..., :3][where].astype(float).mean() for where in
                    (short.picture[..., 3] > 128, short.picture[..., 3] == 0))
    assert 0.4 < hidden / seen < 2.5
