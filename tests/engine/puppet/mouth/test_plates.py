"""A mouth that the photo shows open is the photo, laid out in plates: whole at rest, the own teeth in any movement."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.puppet.deformation import Deformation
from engine.puppet.mouth.mouth import MouthLayer, prepare_mouth
from engine.puppet.mouth.reading import TEXELS
from engine.puppet.patches import polygon_mask
from engine.puppet.tone import PhotoTone, plain_tone

STILL = np.zeros(2)


def _layer(subject, photo: np.ndarray | None = None, tone: PhotoTone | None = None) -> MouthLayer:
    """The mouth of a smiling subject, of another size of its photo with the reading of its own."""
    own, tone = subject.puppet.frame.mouth, tone or plain_tone()
    photo = subject.pixels if photo is None else photo
    colours = np.array([0.9, 0.9, 0.9], np.float32), np.array([0.7, 0.5, 0.45], np.float32), own.lips
    return prepare_mouth(own.open.reading, tone.even(photo), photo, tone, *colours)


def _rims(layer: MouthLayer, up: float = 0.0, down: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """The rims with the lips so many crop sides further apart in the middle."""
    mouth = layer.open.reading.aperture
    bow = (1 - (2 * mouth.along - 1) ** 2)[:, None] * layer.open.reading.axes.down
    return mouth.upper - up * bow, mouth.lower + down * bow


def _clear(layer: MouthLayer, under, size: int, rims) -> np.ndarray:
    outline = np.concatenate([rims[0], rims[1][-2:0:-1]]) * size - (under.x0, under.y0)
    return polygon_mask(under.changed.shape, outline) > 0.99


@pytest.mark.parametrize("share", [1.0, 0.6, 0.31])
def test_at_rest_the_plates_are_the_photo(toothy_smile, share):
    layer, size = _layer(toothy_smile), round(toothy_smile.puppet.side * share)
    rims = _rims(layer)
    under = layer.draw(size, *rims, STILL, STILL, 1e-6)
    photo = cv2.resize(toothy_smile.pixels, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    h, w = under.changed.shape
    off = np.abs(under.colour - photo[under.y0:under.y0 + h, under.x0:under.x0 + w])[_clear(layer, under, size, rims)]
    assert off.max() < 1.5 / 255


def test_in_haze_and_grain_the_photo_is_kept_as_it_is(toothy_smile):
    tone = PhotoTone(np.full(3, 0.2, np.float32), np.full(3, 0.9, np.float32), blur=0.004)
    photo = (toothy_smile.pixels * 0.7 + 51).astype(np.uint8)
    layer, size = _layer(toothy_smile, photo, tone), toothy_smile.puppet.side
    rims = _rims(layer)
    under = layer.draw(size, *rims, STILL, STILL, 1e-6)
    shown = tone.painted(under.colour, under.x0, under.y0, size, under.own)
    h, w = under.changed.shape
    wanted = photo[under.y0:under.y0 + h, under.x0:under.x0 + w].astype(np.float32) / 255
    clear = _clear(layer, under, size, rims)
    painted = tone.painted(under.colour, under.x0, under.y0, size)  # as if nothing of it were the photo
    assert np.abs(shown - wanted)[clear].mean() < 0.4 * np.abs(painted - wanted)[clear].mean()


@pytest.mark.parametrize("weights", [{"jawOpen": 0.25}, {"mouthSmileLeft": 0.3, "mouthSmileRight": 0.3},
                                     {"mouthLowerDownLeft": 0.5, "mouthLowerDownRight": 0.5}])
def test_own_teeth_stay_in_every_movement(toothy_smile, weights):
    puppet, teeth = toothy_smile.puppet, toothy_smile.puppet.frame.mouth.open.teeth
    moved = puppet.frame.motion.move(Deformation.of(weights)).positions[:, :2]
    upper, lower = puppet.frame.motion.mesh.rims["mouth"]
    side = puppet.side
    outline = np.concatenate([moved[upper], moved[lower[-2:0:-1]]]) * side
    mm = 4 * side / teeth.texels
    clear = cv2.erode((polygon_mask((side, side), outline) > 0.5).astype(np.uint8),
                      np.ones((2 * round(mm) + 1,) * 2)) > 0
    ys, xs = np.nonzero(clear)
    axes = puppet.frame.mouth.open.reading.axes
    at = (((np.stack([xs, ys], 1) + 0.5) / side - teeth.origin) @ np.stack([axes.right, axes.down], 1)) * teeth.texels
    column, row = (np.clip(at[:, axis].astype(int), 0, teeth.shape[1 - axis] - 1) for axis in range(2))
    # The lip's shadow goes with the lip.
    tooth = (teeth.enamel[..., 0][row, column] > 0) & (row > teeth.ceiling[column] + 2 * TEXELS)
    off = np.abs(toothy_smile.shown(Deformation.of(weights))[ys, xs].astype(int) - toothy_smile.pixels[ys, xs]).max(-1)
    assert tooth.sum() > 200
    assert (off[tooth] <= 12).mean() > 0.8  # in a face of 350 pixels; before it was a half


def test_the_same_reading_shows_the_same_teeth_at_any_size(toothy_smile):
    side = toothy_smile.puppet.side
    large = cv2.resize(toothy_smile.pixels, (2 * side, 2 * side), interpolation=cv2.INTER_CUBIC)
    small = _layer(toothy_smile, cv2.resize(large, (side, side), interpolation=cv2.INTER_AREA))
    big = _layer(toothy_smile, large)
    rims, jaw = _rims(small, 0.004, 0.03), 0.02 * small.open.reading.axes.down
    screen, export = (layer.draw(size, *rims, STILL, jaw, 0.05) for layer, size in ((small, side), (big, 2 * side)))
    h, w = screen.changed.shape
    x, y = 2 * screen.x0 - export.x0, 2 * screen.y0 - export.y0
    twice = np.array([[2, 0, x], [0, 2, y]], np.float64)
    shrunk = cv2.warpAffine(cv2.blur(export.colour, (2, 2), anchor=(0, 0)), twice, (w, h),
                            flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP)
    off = (shrunk - screen.colour)[cv2.erode(screen.changed.astype(np.uint8), np.ones((5, 5))) > 0]
    assert -10 * np.log10(np.mean(off ** 2)) > 36  # of a face of 350 pixels; 39 to 51 of one of 1024


def test_lips_that_leave_take_their_own_edge_along(toothy_smile):
    """Below a dropped jaw's teeth, no second lip and no photographed edge of one stays."""
    layer, size = _layer(toothy_smile), toothy_smile.puppet.side
    open_ = layer.open
    far = 0.05
    rims = _rims(layer, 0.0, far)
    under = layer.draw(size, *rims, STILL, far * open_.reading.axes.down, 0.1)
    middle = open_.reading.aperture.lower[len(open_.reading.aperture.lower) // 2]
    at = np.round((middle + 0.4 * far * open_.reading.axes.down) * size - (under.x0, under.y0)).astype(int)
    assert under.colour[at[1] - 3:at[1] + 4, at[0] - 3:at[0] + 4].mean() < 0.5 * float(layer.lips.mean())


def test_another_layers_tongue_and_lips_are_taken_over(toothy_smile):
    layer = _layer(toothy_smile)
    other = replace(layer, flesh=layer.flesh * 0.5, lips=layer.lips * 0.5)
    lit = layer.lit_as(other)
    assert lit.open is not None and lit.open.flesh is other.flesh and lit.lips is other.lips


def test_lips_that_all_but_meet_show_their_seam(toothy_smile):
    """No sliver of teeth stays between lips that a smile is taken from."""
    layer, size = _layer(toothy_smile), toothy_smile.puppet.side
    mouth = layer.open.reading.aperture
    rims = mouth.middle + 0.06 * (mouth.upper - mouth.middle), mouth.middle + 0.06 * (mouth.lower - mouth.middle)
    under = layer.draw(size, *rims, STILL, STILL, 0.05)
    middle = np.round(mouth.middle[len(mouth.middle) // 2] * size).astype(int) - (under.x0, under.y0)
    assert under.colour[middle[1], middle[0]].mean() < 0.62 * layer.lips.mean()


def test_teeth_behind_an_o_are_in_the_dark(closed_lips):
    """Lips that protrude let little light in."""
    puppet = closed_lips.puppet
    layer = puppet.drawing(Deformation.of({"mouthFunnel": 0.9}), 256).underlays[-1]
    row, column = (length // 2 for length in layer.changed.shape)
    teeth = np.median(layer.colour[row - 2:row + 3, column - 4:column + 5].mean(-1))
    assert teeth < 0.45 * puppet.frame.mouth.enamel.mean()


def test_lips_that_hardly_move_keep_their_own_seam(closed_lips):
    """Nothing dark springs up between shut lips with the first of a movement."""
    look = Deformation.of({"mouthShrugLower": 0.002})
    moved = closed_lips.shown(look).astype(int)
    assert (moved != closed_lips.pixels).any()
    assert np.abs(cv2.blur(moved.astype(np.float32), (3, 3))
                  - cv2.blur(closed_lips.pixels.astype(np.float32), (3, 3))).max() < 22
