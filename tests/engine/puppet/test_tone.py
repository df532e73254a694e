"""What is painted takes the photo's own tonal range, hue, grain and softness."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.jobs import run
from engine.base.opencv import cv2
from engine.head.pack import load_head
from engine.puppet.deformation import Deformation, weight_index
from engine.puppet.face_picture import FacePicture
from engine.puppet.patches import luminance
from engine.puppet.prepare import prepare_puppet
from engine.puppet.puppet import Puppet
from engine.puppet.tone import PhotoTone, plain_tone

_OPEN = Deformation(np.eye(1, len(Deformation().weights), weight_index("jawOpen"), dtype=np.float32)[0] * 0.8)


def _puppet(subject, pixels: np.ndarray, context) -> Puppet:
    return run(prepare_puppet(pixels, subject.landmarks, subject.face.blendshapes, load_head(), context))


def _tone(subject, pixels: np.ndarray) -> PhotoTone:
    return FacePicture.of(pixels, subject.landmarks).with_own_tone().tone


def _cavity(puppet: Puppet, size: int = 384) -> np.ndarray:
    """(n, 3) 0..1 what the opened mouth shows, away from the lips."""
    mouth = next(layer for layer in puppet.drawing(_OPEN, size).underlays if layer.y0 > 0.55 * size)
    inner = cv2.erode(mouth.changed.astype(np.uint8), np.ones((9, 9))) > 0
    assert inner.sum() > 100
    return mouth.colour[inner]


def _hazy(pixels: np.ndarray, veil: float) -> np.ndarray:
    return (255 * veil + pixels * (1 - veil)).astype(np.uint8)


def _gray(pixels: np.ndarray) -> np.ndarray:
    return np.repeat(luminance(pixels.astype(np.float32))[..., None], 3, 2).astype(np.uint8)


def test_an_ordinary_photo_is_left_alone(closed_lips, toothy_smile):
    for subject in (closed_lips, toothy_smile):
        assert subject.puppet.frame.tone.plain
        assert _tone(subject, subject.pixels).contrast == 1


@pytest.mark.parametrize("veil", (0.5, 0.7))
def test_in_haze_the_mouth_is_no_darker_than_the_haze(closed_lips, gl_context, veil):
    pixels = _hazy(closed_lips.pixels, veil)
    puppet = _puppet(closed_lips, pixels, gl_context)
    shown = luminance(_cavity(puppet))
    assert float(np.percentile(shown, 1)) > veil - 0.05  # nothing in the photo is darker than the veil
    assert float(np.ptp(np.percentile(shown, [2, 98]))) > 0.03  # yet cavity and teeth can be told apart
    puppet.release()


def test_at_night_teeth_are_no_lighter_than_the_photo(closed_lips, gl_context):
    pixels = ((closed_lips.pixels / 255) ** 1.6 * 0.4 * 255).astype(np.uint8)
    puppet = _puppet(closed_lips, pixels, gl_context)
    assert float(luminance(_cavity(puppet)).max()) <= float(luminance(pixels / np.float32(255)).max()) + 0.02
    puppet.release()


@pytest.mark.parametrize("tint", ((1, 1, 1), (1.05, 0.95, 0.76)))
def test_a_photo_without_colour_gets_none(closed_lips, gl_context, tint):
    pixels = np.clip(_gray(closed_lips.pixels) * np.array(tint), 0, 255).astype(np.uint8)
    puppet = _puppet(closed_lips, pixels, gl_context)
    shown = _cavity(puppet)
    expected = luminance(shown)[:, None] * np.array(tint) / luminance(np.array(tint, np.float32))
    assert float(np.abs(shown - expected).max()) < 0.03
    puppet.release()


def test_grain_goes_on_in_the_mouth_and_is_the_photos(closed_lips, gl_context):
    noise = np.random.default_rng(1).normal(0, 14, closed_lips.pixels.shape[:2])[..., None]
    pixels = np.clip(_gray(closed_lips.pixels) + noise, 0, 255).astype(np.uint8)
    puppet = _puppet(closed_lips, pixels, gl_context)
    grain = puppet.frame.tone.grain
    assert grain is not None and 0.6 < float(grain.tile.std()) * 255 / 14 < 1.2
    smooth = replace(puppet.frame.tone, grain=None)
    side = puppet.side
    layer = np.full((40, 60, 3), 0.4, np.float32)
    difference = puppet.frame.tone.painted(layer, 5, 7, side) - smooth.painted(layer, 5, 7, side)
    assert float(difference.std()) * 255 > 5
    assert float(np.abs(difference - difference.mean(-1, keepdims=True)).max()) < 0.02  # gray, as the photo's is
    again = puppet.frame.tone.painted(layer[10:], 5, 17, side)  # in place, wherever the layer begins
    assert np.allclose(again, puppet.frame.tone.painted(layer, 5, 7, side)[10:], atol=1e-6)
    puppet.release()


def test_a_soft_photo_has_soft_edges(closed_lips, gl_context):
    sharp = closed_lips.puppet.drawing(_OPEN, closed_lips.puppet.side)
    assert sharp.rim_width == 1
    puppet = _puppet(closed_lips, cv2.GaussianBlur(closed_lips.pixels, (0, 0), 3), gl_context)
    assert 2 < puppet.frame.tone.blur * puppet.side < 4.5
    soft = puppet.drawing(_OPEN, puppet.side)
    assert soft.rim_width > 2

    def steepest(drawing) -> float:
        colour = next(one for one in drawing.underlays if one.y0 > 0.55 * puppet.side).colour
        return float(np.abs(np.diff(luminance(colour), axis=0)).max())

    assert steepest(soft) < 0.6 * steepest(sharp)
    puppet.release()


def test_evened_colours_come_back(closed_lips):
    tone = _tone(closed_lips, _hazy(closed_lips.pixels, 0.6))
    colours = np.random.default_rng(2).uniform(0.7, 0.95, (50, 3)).astype(np.float32)
    assert np.allclose(tone.back(tone.even(colours)), colours, atol=1e-5)
    assert plain_tone().even(closed_lips.pixels) is closed_lips.pixels
