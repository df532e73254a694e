"""Regions of a face by its landmarks, and who is drawn there."""

import numpy as np
import pytest

from engine.attributes.knobs import REGIONS
from engine.attributes.mixing import row_groups
from engine.attributes.regions import SIDE, guests_of, region_mask
from engine.generator.alignment import align
from engine.photo.analyser import FaceAnalyser


@pytest.fixture(scope="module")
def landmarks(analyser: FaceAnalyser, samples: dict[str, np.ndarray]) -> np.ndarray:
    """Of a bundled portrait, in sides of the drawn square."""
    face = analyser.faces(samples["neutral"])[0]
    matrix = align(face.landmarks).to_drawn(1)
    return face.landmarks[:, :2].astype(np.float64) @ matrix[:, :2].T + matrix[:, 2]


def middle(landmarks: np.ndarray, name: str) -> np.ndarray:
    mask = region_mask(landmarks, {name: 1.0})
    y, x = np.mgrid[:SIDE, :SIDE] + 0.5
    return np.array([(x * mask).sum(), (y * mask).sum()]) / mask.sum() / SIDE


def test_regions_lie_where_their_names_say(landmarks: np.ndarray) -> None:
    assert np.abs(middle(landmarks, "eyes") - landmarks[[33, 263]].mean(0)).max() < 0.05
    assert np.abs(middle(landmarks, "mouth") - landmarks[[61, 291]].mean(0)).max() < 0.06
    assert np.abs(middle(landmarks, "nose") - landmarks[[168, 4]].mean(0)).max() < 0.06
    assert middle(landmarks, "hair")[1] < landmarks[1, 1] < middle(landmarks, "mouth")[1]


def test_regions_together_are_the_whole_and_overlap_nowhere(landmarks: np.ndarray) -> None:
    whole = region_mask(landmarks, dict.fromkeys(REGIONS, 1.0))
    assert 0.999 < whole.max() < 1.001 and (whole > 0.99).mean() > 0.93
    assert np.abs(region_mask(landmarks, {"eyes": 0.5}) - 0.5 * region_mask(landmarks, {"eyes": 1.0})).max() < 1e-5


def test_features_take_shape_but_no_colours(landmarks: np.ndarray) -> None:
    one, other = np.zeros((23, 4), np.float32), np.ones((23, 4), np.float32)
    (shaped, eyes), (whole, skin) = guests_of(one, other, landmarks, {"eyes": 1.0, "skin": 0.5})
    first, last = 4, row_groups(23)["fine"][0]
    assert not shaped[:first].any() and shaped[first:last].all() and not shaped[last:].any()
    assert not whole[:first].any() and whole[first:].all()
    assert eyes.max() > 0.99 and 0.45 < skin.max() < 0.51
    assert len(guests_of(one, other, landmarks, {"nose": 1.0})) == 1
