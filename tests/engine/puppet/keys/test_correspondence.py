"""Which point of a key is which of the photo."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.head.pack import load_head
from engine.puppet.keys.correspondence import lay, similarity
from engine.puppet.keys.ground import colour_gains, ground, pulled
from engine.puppet.keys.prepare import _sitter
from engine.puppet.keys.textures import mouth_tone


@pytest.fixture(scope="session")
def of(grave):
    return _sitter(grave.puppet, grave.landmarks[:, :2].astype(np.float64) / grave.puppet.side, load_head(), 512)


@pytest.fixture(scope="session")
def itself(grave, of):
    key = grave.keys["smile"]
    return lay(key.reference, grave.landmarks, grave.puppet.facts.blendshapes, of, load_head(), 512)


def test_similarity_finds_the_turn_scale_and_shift_again():
    points = np.random.default_rng(1).uniform(0, 9, (7, 2))
    turn = np.array([[0.8, -0.5], [0.5, 0.8]])
    matrix = similarity(points, points @ turn.T + (3, -2))
    assert np.allclose(matrix, np.column_stack([turn, (3, -2)]))


def test_the_photo_laid_on_itself_stays_where_it_is(of, itself):
    face = of.mesh.face > 0
    assert np.abs(itself.at - of.mesh.points)[face].max() < 1e-3


def test_another_framing_is_laid_back(grave, of):
    key = grave.keys["smile"]
    side = key.side
    matrix = cv2.getRotationMatrix2D((side / 2, side / 2), 8.0, 0.8)
    points = grave.landmarks[:, :2] - 0.5
    turned = replace(key, picture=cv2.warpAffine(key.reference, matrix, (side, side), flags=cv2.INTER_CUBIC))
    marks = points @ matrix[:, :2].T + matrix[:, 2] + 0.5
    laid = lay(turned.picture, marks, grave.puppet.facts.blendshapes, of, load_head(), 512)
    assert np.abs(laid.at - of.mesh.points)[of.mesh.face > 0].max() < 0.004
    on = ground(of, grave.puppet.frame.skin.photo)
    away = np.abs(pulled(laid, on) - on.photo).mean(2)
    assert away[on.skin > 0.5].mean() < 0.02


def test_the_same_picture_twice_changes_no_light(grave, of, itself):
    on = ground(of, grave.puppet.frame.skin.photo)
    same = pulled(itself, on)
    assert not mouth_tone(same, same, on).any()
    gain, lips = colour_gains(same, on)
    assert np.abs(gain - 1).max() < 0.03 and np.abs(lips - 1).max() < 0.03


def test_a_key_in_another_light_is_led_back_to_the_photos(grave, of, itself):
    on = ground(of, grave.puppet.frame.skin.photo)
    gain, lips = colour_gains(pulled(itself, on) * (0.8, 0.9, 1.0), on)
    assert np.allclose(gain[on.skin > 0.9], (1 / 0.8, 1 / 0.9, 1.0), atol=0.05)
    assert np.allclose(lips, (1 / 0.8, 1 / 0.9, 1.0), atol=0.05)
