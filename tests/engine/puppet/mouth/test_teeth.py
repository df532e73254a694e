"""What a photo shows between the lips is read as what it is: no lip among the teeth, and none invented."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.photo.crop import crop_for, cut
from engine.puppet.facemap import OUTER_LIPS, FaceAxes, face_axes
from engine.puppet.mouth.plates import HiddenParts, hidden_parts
from engine.puppet.mouth.reading import QUICK_TEXELS, TEXELS, MouthReading, TeethReading, patch_of, read_mouth
from engine.puppet.mouth.teeth import CANTHI_MM, lower_bow, paint
from engine.puppet.mouth.tooth_mask import find_teeth
from engine.puppet.patches import luminance
from engine.puppet.rims import Aperture, apertures

SKIN, LIP, ENAMEL, DARK = (205, 160, 140), (190, 95, 105), (222, 210, 196), (40, 22, 22)


def _redness(colour: np.ndarray) -> np.ndarray:
    """Log ratio of red to green; colour (..., 3) 0..1."""
    colour = np.asarray(colour, np.float64)
    return np.log((colour[..., 0] + 0.03) / (colour[..., 1] + 0.03))


def _hidden(reading: MouthReading, photo: np.ndarray, lips: np.ndarray) -> tuple[TeethReading, HiddenParts, np.ndarray]:
    teeth = reading.teeth
    assert teeth is not None
    patch = patch_of(photo, teeth.origin, teeth.texels, teeth.shape, reading.axes)
    return teeth, hidden_parts(teeth, patch, np.array([0.8, 0.75, 0.7], np.float32), lips.astype(np.float32)), patch


def _lip_share(teeth: TeethReading, hidden: HiddenParts, patch: np.ndarray, lips: np.ndarray) -> float:
    """Of the pixels that stay with the skull as teeth, the share that is redder than halfway to the lips."""
    rows = np.arange(teeth.shape[0])[:, None]
    kept = (teeth.seen > 0.5) & (rows > teeth.edge - 4 * TEXELS) & (rows < teeth.edge - 0.5 * TEXELS)
    kept &= (teeth.enamel[..., 0] > 0).any(0) & (luminance(patch) > 0.5 * luminance(hidden.enamel))
    assert kept.sum() > 30 * TEXELS ** 2
    return float((_redness(patch[kept]) > (_redness(hidden.enamel) + _redness(lips)) / 2).mean())


@pytest.mark.parametrize("name, scale", [("smile", 0.35), ("half-smile", 0.7), ("half-smile", 0.35), ("smile", 0.18)])
def test_no_lip_is_among_the_teeth_of_a_smile(name, scale, samples, analyser):
    pixels = cv2.resize(samples[name], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = analyser.faces(pixels)[0].landmarks
    crop = crop_for(found)
    square, points = cut(pixels, crop), crop.to_crop(found)[:, :2] / crop.side
    mouth = apertures(points, np.zeros((4, 4), np.float32), face_axes(points))["mouth"]  # an open one needs no seam
    at = (points[list(OUTER_LIPS[12:19])] * crop.side).astype(int)
    lips = np.median(square[at[:, 1] - 1, at[:, 0]] / 255, axis=0)
    assert _lip_share(*_hidden(read_mouth(mouth, face_axes(points), square), square, lips), lips) < 0.03


def _drawn_mouth(tooth_mm: float, lip_mm: float, texel: float = 4.0,
                 enamel: tuple[int, int, int] = ENAMEL) -> tuple[Aperture, FaceAxes, np.ndarray, float]:
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
    area(*lens(tooth_mm / 2, tooth_mm / 2), enamel)
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


def test_lip_within_the_outline_goes_with_its_lip():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=7, lip_mm=1.2)
    lips = np.array(LIP) / 255
    teeth, hidden, patch = _hidden(read_mouth(aperture, axes, photo), photo, lips)
    assert _lip_share(teeth, hidden, patch, lips) < 0.01
    assert np.abs(hidden.enamel - np.array(ENAMEL) / 255).max() < 0.04
    assert teeth.span is not None and teeth.across[teeth.span[0]] < -8 and teeth.across[teeth.span[1]] > 8
    middle = np.abs(teeth.across) < 10
    for rim, true, fringe, sign in ((teeth.rims[0], teeth.ceiling, teeth.fringe[..., 0], 1),
                                    (teeth.rims[1], teeth.floor, teeth.fringe[..., 1], -1)):
        assert np.abs(np.median((sign * (true - rim))[middle]) / TEXELS - 1.2) < 0.5
        assert fringe[np.round(rim[middle] + sign * 2).astype(int), np.flatnonzero(middle)].min() > 0.8


def test_a_coarser_reading_finds_the_same():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=7, lip_mm=1.2)
    lips = np.array(LIP) / 255
    fine, coarse = (_hidden(read_mouth(aperture, axes, photo, texel), photo, lips) for texel in (TEXELS, QUICK_TEXELS))
    assert coarse[0].seen.size < 0.3 * fine[0].seen.size
    assert np.abs(coarse[1].enamel - fine[1].enamel).max() < 0.03
    at = np.linspace(-9, 9, 40)
    for line in ("ceiling", "edge", "floor"):
        one, other = (np.interp(at, teeth.across, np.interp(getattr(teeth, line), np.arange(len(teeth.down)) + 0.5,
                                                            teeth.down)) for teeth in (fine[0], coarse[0]))
        assert np.abs(one - other).max() < 0.5


def test_a_thin_strip_is_kept_and_goes_on_in_its_own_colour():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=1.2, lip_mm=0.6)
    teeth, hidden, _ = _hidden(read_mouth(aperture, axes, photo), photo, np.array(LIP) / 255)
    assert abs(float(teeth.upper_edge[0]) - 0.6) < 1.0
    under_lip = hidden.upper[int(teeth.ceiling[len(teeth.ceiling) // 2] - 2 * TEXELS), len(teeth.ceiling) // 2]
    assert _redness(under_lip) < 0.5 * _redness(np.array(LIP) / 255)


def test_a_mouth_without_teeth_gets_none_from_the_photo():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=8, lip_mm=0.4, enamel=DARK)
    teeth, _, _ = _hidden(read_mouth(aperture, axes, photo), photo, np.array(LIP) / 255)
    assert teeth.span is None and teeth.lower == 0 and not teeth.enamel.any()
    seen = (teeth.seen * teeth.opening) > 0.5
    assert (teeth.rows[seen] < 0.5).all()  # and none that is drawn hangs into what is seen


def test_lips_that_are_shut_show_nothing():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=0.4, lip_mm=0.1)
    assert read_mouth(aperture, axes, photo).teeth is None


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


def test_a_tooth_that_touches_the_upper_row_is_one_of_the_lower():
    aperture, axes, photo, mm = _drawn_mouth(tooth_mm=7, lip_mm=3.0)
    photo[int(62 * 4):int(66.5 * 4), int(46 * 4):int(49 * 4)] = ENAMEL  # hangs three millimetres below the others
    inside = np.zeros(photo.shape[:2], np.float32)
    outline = np.concatenate([aperture.upper, aperture.lower[-2:0:-1]]) * len(photo)
    cv2.fillPoly(inside, [np.round(outline).astype(np.int32)], 1.0)
    teeth = find_teeth(photo.astype(np.float32) / 255, inside, 4.0)
    assert np.flatnonzero(teeth.upper.any(1)).max() < 65.2 * 4
    assert teeth.lower[int(65.6 * 4), int(47.5 * 4)]


@pytest.mark.parametrize("upper", [True, False])
def test_drawn_teeth_stand_one_beside_the_other(upper):
    """Seen from the front, each is lighter than the gap beside it, and the side ones are darker than the front ones."""
    across, beyond = np.meshgrid(np.arange(-20, 20, 0.1, np.float32), np.full(1, 4.0, np.float32))
    row = luminance(paint(upper, across, beyond, np.array([0.8, 0.76, 0.7], np.float32), 0.1)[..., :3])[0]
    gaps = [at for at in range(8, len(row) - 8) if row[at] <= row[at - 8:at + 9].min() and row[at] < row.max() * 0.75]
    assert 5 <= len(gaps) <= 9
    assert row[:100].max() < 0.9 * row[100:300].max()


def test_drawn_teeth_are_as_light_from_near_as_from_far():
    across, beyond = np.meshgrid(np.arange(-6, 6, 0.1, np.float32), np.arange(2, 6, 0.1, np.float32))
    near, far = (paint(False, across, beyond, np.array([0.8, 0.76, 0.7], np.float32), pixel) for pixel in (0.05, 0.9))
    assert abs(float(near.mean() - far.mean())) < 0.02
    assert far[..., :3].std() < near[..., :3].std()


def test_the_sides_of_the_lower_row_stand_higher_the_further_a_jaw_is_open():
    assert lower_bow(-3.0) == lower_bow(0.0) == 0.0
    assert 1.0 < lower_bow(20.0) * 15 ** 2 < 5.0  # mm at the premolars
