"""Teeth cut from a photo are teeth: no lip colour among them, no row made of too little, and none invented."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.photo.crop import crop_for, cut
from engine.puppet.facemap import OUTER_LIPS, FaceAxes, face_axes
from engine.puppet.mouth.mouth_photo import PhotoTeeth, cut_photo_teeth
from engine.puppet.mouth.teeth import CANTHI_MM
from engine.puppet.mouth.tooth_mask import find_teeth
from engine.puppet.rims import Aperture, apertures

SKIN, LIP, ENAMEL, DARK = (205, 160, 140), (190, 95, 105), (222, 210, 196), (40, 22, 22)


def _redness(colour: np.ndarray) -> np.ndarray:
    """Log ratio of red to green; colour (..., 3) 0..1."""
    colour = np.asarray(colour, np.float64)
    return np.log((colour[..., 0] + 0.03) / (colour[..., 1] + 0.03))


def _lip_share(photo_teeth: PhotoTeeth, lips: np.ndarray, mm: float) -> float:
    """Of the pixels that the upper row shows as teeth, the share that is redder than halfway to the lips."""
    assert photo_teeth.upper_edge is not None and photo_teeth.enamel is not None
    texel = mm * photo_teeth.texels
    height, width = photo_teeth.upper_alpha.shape
    edge = height - np.argmax(photo_teeth.upper_alpha[::-1] > 0.5, axis=0)  # of each column that has any
    rows = np.arange(height)[:, None]
    teeth = (photo_teeth.upper_alpha > 0.5) & (rows > edge - 5 * texel)
    assert teeth.sum() > 40 * texel ** 2
    limit = (_redness(photo_teeth.enamel) + _redness(lips)) / 2
    return float((_redness(photo_teeth.upper[teeth]) > limit).mean())


@pytest.mark.parametrize("name, scale", [("smile", 0.35), ("half-smile", 0.7), ("half-smile", 0.35), ("smile", 0.18)])
def test_no_lip_is_among_the_teeth_of_a_smile(name, scale, samples, analyser):
    pixels = cv2.resize(samples[name], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = analyser.faces(pixels)[0].landmarks
    crop = crop_for(found)
    square, points = cut(pixels, crop), crop.to_crop(found)[:, :2] / crop.side
    mouth = apertures(points, np.zeros((4, 4), np.float32), face_axes(points))["mouth"]  # an open one needs no seam
    mm = face_axes(points).iod / CANTHI_MM
    photo_teeth = cut_photo_teeth(mouth, face_axes(points), square, mm)
    assert photo_teeth is not None
    at = (points[list(OUTER_LIPS[12:19])] * crop.side).astype(int)
    lips = np.median(square[at[:, 1] - 1, at[:, 0]] / 255, axis=0)
    assert _lip_share(photo_teeth, lips, mm) < 0.02


def _drawn_mouth(tooth_mm: float, lip_mm: float, texel: float = 4.0) -> tuple[Aperture, FaceAxes, np.ndarray, float]:
    """A face's crop with lips and a strip of teeth, and an opening that lies `lip_mm` onto both lips."""
    side, mm = int(100 * texel), 0.01
    photo = np.full((side, side, 3), SKIN, np.uint8)
    centre = np.array([50.0, 60.0])
    x = np.linspace(-22, 22, 37)

    def lens(above: float, below: float) -> tuple[np.ndarray, np.ndarray]:
        bow = 1 - (x / 22) ** 2
        return np.stack([x, -above * bow], 1) + centre, np.stack([x, below * bow], 1) + centre

    def area(upper: np.ndarray, lower: np.ndarray, colour: tuple[int, ...]) -> None:
        outline = np.concatenate([upper, lower[-2:0:-1]]) * texel
        cv2.fillPoly(photo, [np.round(outline).astype(np.int32)], colour, cv2.LINE_AA)

    area(*lens(9, 11), LIP)
    area(*lens(tooth_mm / 2, tooth_mm / 2), ENAMEL)
    for gap in (-15.5, -8.5, 0.0, 8.5, 15.5):
        bow = tooth_mm / 2 * (1 - (gap / 22) ** 2)
        ends = [(np.array([centre[0] + gap, centre[1] + sign * bow]) * texel).astype(int) for sign in (-1, 1)]
        cv2.line(photo, tuple(map(int, ends[0])), tuple(map(int, ends[1])), DARK, 1, cv2.LINE_AA)
    photo = cv2.GaussianBlur(photo, (0, 0), 0.3 * texel)
    upper, lower = (rim * mm for rim in lens(tooth_mm / 2 + lip_mm, tooth_mm / 2 + lip_mm))
    gap = lower[:, 1] - upper[:, 1]
    aperture = Aperture("mouth", upper, lower, gap, np.linspace(0, 1, len(x)), np.zeros(len(x)))
    axes = FaceAxes(np.array([1.0, 0.0]), np.array([0.0, 1.0]), 1.45 * CANTHI_MM * mm, CANTHI_MM * mm)
    return aperture, axes, photo, mm


def test_lip_within_the_outline_is_no_tooth():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=7, lip_mm=1.2)
    photo_teeth = cut_photo_teeth(aperture, axes, photo, mm)
    assert photo_teeth is not None
    assert _lip_share(photo_teeth, np.array(LIP) / 255, mm) < 0.01
    assert np.abs(photo_teeth.enamel - np.array(ENAMEL) / 255).max() < 0.04
    assert photo_teeth.ends is not None and photo_teeth.ends.across[0] < -8 and photo_teeth.ends.across[1] > 8


def test_a_thin_strip_is_drawn_in_its_own_colour_and_place():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=1.2, lip_mm=0.6)
    photo_teeth = cut_photo_teeth(aperture, axes, photo, mm)
    assert photo_teeth is not None
    assert not photo_teeth.upper_alpha.any() and not photo_teeth.lower_alpha.any()
    assert photo_teeth.ends is None
    assert photo_teeth.enamel is not None and _redness(photo_teeth.enamel) < 0.5 * _redness(np.array(LIP) / 255)
    assert abs(float(photo_teeth.upper_edge[0]) - 0.6) < 1.0


def test_a_mouth_without_teeth_gets_none_from_the_photo():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=8, lip_mm=0.4)
    was_tooth = np.abs(photo.astype(int) - ENAMEL).sum(-1) < 90
    photo[was_tooth] = DARK
    photo_teeth = cut_photo_teeth(aperture, axes, photo, mm)
    assert photo_teeth is not None
    assert not photo_teeth.upper_alpha.any() and not photo_teeth.lower_alpha.any()


def test_a_dark_line_tells_upper_from_lower_teeth():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=11, lip_mm=0.4)
    row = int(61.5 * 4)
    photo[row - 3:row + 3][np.abs(photo[row - 3:row + 3].astype(int) - ENAMEL).sum(-1) < 200] = DARK
    inside = np.zeros(photo.shape[:2], np.float32)
    outline = np.concatenate([aperture.upper, aperture.lower[-2:0:-1]]) * len(photo)
    cv2.fillPoly(inside, [np.round(outline).astype(np.int32)], 1.0)
    teeth = find_teeth(photo.astype(np.float32) / 255, inside, 4.0)
    rows = np.arange(len(photo))[:, None]
    assert teeth.upper.any() and teeth.lower.any()
    assert rows[teeth.upper.any(1)].max() <= row <= rows[teeth.lower.any(1)].min()
