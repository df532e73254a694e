"""An edit laid into a photo: on pictures painted here, whose every pixel is known."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.generator.alignment import Alignment
from engine.generator.change import SIDE, Change
from engine.generator.composite import Composer, composite
from engine.generator.outline import outlined
from engine.photo.crop import Crop
from engine.photo.paste import paste

CROP = Crop(0, 0, 320)
SQUARE = Alignment(160.0, 160.0, 100.0, 0.0)
"""The drawn square covers pixels 60 to 260 of the crop."""


def noise(side: int, reach: float, amount: float, seed: int) -> np.ndarray:
    """(side, side, 3) float32 around 0."""
    values = np.random.default_rng(seed).standard_normal((side, side, 3)).astype(np.float32)
    values = cv2.GaussianBlur(values, (0, 0), reach)
    return values * np.float32(amount / values.std())


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    """(320, 320, 3) uint8 with structure of every size."""
    picture = 0.5 + noise(320, 12, 0.08, 1) + noise(320, 1.2, 0.05, 2)
    return np.rint(255 * np.clip(picture, 0, 1)).astype(np.uint8)


@pytest.fixture(scope="module")
def before(photo: np.ndarray) -> np.ndarray:
    """What a generator makes of it: smooth, and of another colour."""
    inner = cv2.resize(photo[60:260, 60:260].astype(np.float32) / 255, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    return np.ascontiguousarray(cv2.GaussianBlur(inner, (0, 0), 3.0) + np.float32([0.06, -0.03, 0.02]), np.float32)


def disc(radius: float, at: tuple[float, float] = (128, 128)) -> np.ndarray:
    """(SIDE, SIDE, 1) float32, soft at its rim."""
    y, x = np.mgrid[:SIDE, :SIDE] + 0.5
    return np.clip(radius - np.hypot(x - at[0], y - at[1]), 0, 1).astype(np.float32)[..., None]


def pasted(photo: np.ndarray, patch: np.ndarray) -> np.ndarray:
    result = photo.copy()
    paste(result, patch, 0, 0)
    return result


def drawn_part(picture: np.ndarray) -> np.ndarray:
    """The drawn square of a crop, at SIDE pixels, 0..1."""
    return cv2.resize(picture[60:260, 60:260].astype(np.float32) / 255, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)


def test_nothing_changed_is_nothing_drawn(photo: np.ndarray, before: np.ndarray) -> None:
    assert not composite(photo, CROP, SQUARE, before, before.copy()).any()


def test_a_change_too_small_to_see_is_none(photo: np.ndarray, before: np.ndarray) -> None:
    assert not composite(photo, CROP, SQUARE, before, before + np.float32(0.004)).any()


def test_only_what_changed_is_taken(photo: np.ndarray, before: np.ndarray) -> None:
    patch = composite(photo, CROP, SQUARE, before, before * (1 - disc(30)) + disc(30) * np.float32([0.9, 0.1, 0.1]))
    y, x = np.mgrid[:320, :320] + 0.5
    away = np.hypot(x - 160, y - 160)
    assert (patch[away < 20, 3] == 255).all()
    assert (patch[away > 50, 3] == 0).all() and not patch[away > 60].any()
    result = pasted(photo, patch)
    assert np.array_equal(result[away > 50], photo[away > 50])


def test_what_is_new_follows_the_photos_colours(photo: np.ndarray, before: np.ndarray) -> None:
    gray = before * (1 - disc(30)) + disc(30) * np.float32(0.5)
    result = pasted(photo, composite(photo, CROP, SQUARE, before, gray))
    middle = result[150:170, 150:170].reshape(-1, 3).mean(0) / 255
    # the inversion is off by (.06, -.03, .02) everywhere, and what it draws anew is led back by as much
    assert np.abs(middle - (0.5 - np.array([0.06, -0.03, 0.02]))).max() < 0.015


def test_the_photos_texture_moves_along(photo: np.ndarray, before: np.ndarray) -> None:
    """The middle of the square moves by five pixels; what the generator left out of it moves too."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    shift = 5 * np.exp(-((x - 128) ** 2 + (y - 128) ** 2) / (2 * 35.0 ** 2)).astype(np.float32)
    after = cv2.remap(before, x + shift, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    truth = cv2.remap(drawn_part(photo), x + shift, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    result = drawn_part(pasted(photo, composite(photo, CROP, SQUARE, before, after)))
    inner = np.s_[100:156, 100:156]
    assert np.abs(result[inner] - truth[inner]).mean() < 0.25 * np.abs(drawn_part(photo)[inner] - truth[inner]).mean()
    assert np.abs(result[inner] - truth[inner]).mean() < 0.5 * np.abs(after[inner] - truth[inner]).mean()


def test_a_new_shade_keeps_the_texture(photo: np.ndarray, before: np.ndarray) -> None:
    result = drawn_part(pasted(photo, composite(photo, CROP, SQUARE, before, before - np.float32(0.15))))
    inner = np.s_[70:186, 70:186]
    assert np.abs(result[inner] - (drawn_part(photo)[inner] - 0.15)).mean() < 0.01


def test_what_leaves_the_square_goes_on_around_it(photo: np.ndarray, before: np.ndarray) -> None:
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    after = cv2.remap(before, x, y + 6, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    patch = composite(photo, CROP, SQUARE, before, after)
    above = patch[30:60, 140:180, 3]  # around the square, above it
    assert above[-1].min() > 200 and above.mean() > 100
    assert not patch[:10].any()


@pytest.mark.parametrize("where", ["keep", "behind"])
def test_what_is_to_stay_stays(photo: np.ndarray, before: np.ndarray, where: str) -> None:
    left = np.zeros((64, 64), np.float32)
    left[:, :32] = 1
    after = before - np.float32(0.12)
    if where == "keep":
        patch = composite(photo, CROP, SQUARE, before, after, keep=left)
    else:
        patch = Composer(photo, CROP, SQUARE, before, behind=left).patch(after)
    assert not patch[80:240, 70:130].any()
    assert (patch[100:220, 190:225, 3] == 255).all()


def test_sixteen_bits_and_a_profile_of_the_photos_own(photo: np.ndarray, before: np.ndarray) -> None:
    def darker(colours: np.ndarray) -> np.ndarray:
        return colours * np.float32(0.5)

    deep = np.rint(photo.astype(np.float64) * 257 * 0.5).astype(np.uint16)
    after = before * (1 - disc(30)) + disc(30) * np.float32(0.5)
    patch = composite(deep, CROP, SQUARE, before, after, into=darker)
    same = composite(photo, CROP, SQUARE, before, after)
    assert patch.dtype == np.uint16 and patch.shape == (320, 320, 4)
    there = same[..., 3] == 255
    assert np.abs(patch[there][:, :3] / 65535 - same[there][:, :3] / 255 * 0.5).mean() < 0.01


def test_a_smaller_picture_shows_the_same(photo: np.ndarray, before: np.ndarray) -> None:
    after = before * (1 - disc(30)) + disc(30) * np.float32([0.9, 0.1, 0.1])
    half = cv2.resize(photo, (160, 160), interpolation=cv2.INTER_AREA)
    small = composite(half, CROP, SQUARE, before, after, scale=0.5)
    whole = cv2.resize(composite(photo, CROP, SQUARE, before, after), (160, 160), interpolation=cv2.INTER_AREA)
    assert small.shape == (160, 160, 4)
    assert np.abs(small[70:90, 70:90].astype(int) - whole[70:90, 70:90]).mean() < 4


def test_a_turned_square_lands_where_it_was_cut(photo: np.ndarray) -> None:
    from engine.generator.alignment import cut_aligned

    turned = Alignment(160.0, 150.0, 80.0, 40.0)
    before = cut_aligned(photo, turned, SIDE).astype(np.float32) / 255
    after = before * (1 - disc(25)) + disc(25) * np.float32([0.9, 0.1, 0.1])
    result = pasted(photo, composite(photo, CROP, turned, before, after))
    red = (result[..., 0].astype(int) - result[..., 1]) > 120
    y, x = np.nonzero(red)
    assert abs(x.mean() + 0.5 - 160) < 1 and abs(y.mean() + 0.5 - 150) < 1
    assert abs(red.sum() - np.pi * (25 / SIDE * turned.side) ** 2) < 0.15 * red.sum()


def test_a_square_that_reaches_over_the_crop_leaves_no_hard_edge(photo: np.ndarray) -> None:
    wide = Alignment(160.0, 160.0, 190.0, 0.0)
    before = np.full((SIDE, SIDE, 3), 0.5, np.float32)
    patch = composite(photo, CROP, wide, before, before + np.float32(0.2))
    for edge in (patch[0], patch[-1], patch[:, 0], patch[:, -1]):
        assert not edge[:, 3].any()
    assert patch[160, 160, 3] == 255


def test_lines_that_are_smoothed_away_are_not_brought_back_by_the_photo() -> None:
    """Skin with furrows, half of which the generator found; then a younger one without any."""
    x = np.mgrid[:320, :320][1].astype(np.float32)
    furrows = 0.06 * np.sin(x / 1.6)[..., None]
    photo = np.rint(255 * np.clip(0.6 + np.repeat(furrows, 3, 2), 0, 1)).astype(np.uint8)
    at = (np.mgrid[:SIDE, :SIDE][1] + 0.5) * 200 / SIDE + 60 - 0.5
    before = (0.6 + 0.5 * 0.06 * np.sin(at / 1.6)[..., None] * np.ones(3)).astype(np.float32)
    smooth = np.full_like(before, 0.6)
    result = pasted(photo, composite(photo, CROP, SQUARE, before, smooth))
    inner = np.s_[130:190, 130:190, 1]
    assert result[inner].std() < 0.15 * photo[inner].std()


def test_what_comes_into_view_behind_has_the_photos_colours(before: np.ndarray) -> None:
    """A dark head on green before a white wall in the generator's picture; it grows narrower."""
    head, narrow = disc(60), disc(40)
    green = np.float32([0.2, 0.6, 0.2])
    inner = head * np.float32(0.2) + (1 - head) * green
    whole = np.tile(green, (320, 320, 1))
    whole[60:260, 60:260] = cv2.resize(inner, (200, 200), interpolation=cv2.INTER_AREA)
    photo = np.rint(255 * whole).astype(np.uint8)
    white = np.float32(1.0)
    drawn, after = (one * np.float32(0.2) + (1 - one) * white for one in (head, narrow))
    drawn, after = (np.broadcast_to(one, (SIDE, SIDE, 3)).astype(np.float32) for one in (drawn, after))
    around = cv2.copyMakeBorder(1 - head[..., 0], 48, 48, 48, 48, cv2.BORDER_REPLICATE)
    result = pasted(photo, Composer(photo, CROP, SQUARE, drawn, behind=around).patch(after, behind=1 - narrow[..., 0]))
    y, x = np.mgrid[:320, :320] + 0.5
    away = np.hypot(x - 160, y - 160)
    ring = (away > 35) & (away < 43)  # was head, is wall
    assert np.abs(result[ring].mean(0) / 255 - green).max() < 0.06
    assert np.array_equal(result[away > 70], photo[away > 70])


@pytest.mark.parametrize(("shift", "gone"), [(18, True), (3, False)])
def test_what_the_inversion_missed_goes_with_an_outline_that_draws_back(shift: int, gone: bool) -> None:
    """An ear that was not found stands on the right of a head that moves to the left."""
    ear = disc(12, (200, 128))[..., 0]
    head, moved = disc(70)[..., 0], disc(70, (128 - shift, 128))[..., 0]
    still = Change(np.zeros((SIDE, SIDE), np.float32), np.zeros((SIDE, SIDE, 2), np.float32),
                   np.ones((SIDE, SIDE), np.float32))
    found = outlined(still, 1 - np.maximum(head, ear), 1 - head, 1 - moved)
    middle = np.s_[124:132, 202:208]
    assert (found.mask[middle] > 0.9).all() == gone and (found.carried[middle] < 0.1).all() == gone
    assert (found.mask[:, :40] == 0).all() and (found.mask[:, 220:] == 0).all()
    new = (moved > 0.5) & (head < 0.5)  # was background, is head
    assert (found.carried[new] < 0.6).all() and found.carried[120:136, 100:140].min() == 1


def test_detail_that_is_given_up_is_the_generators(photo: np.ndarray, before: np.ndarray) -> None:
    """A shade of the same keeps the photo's grain; with none of its detail left the generator's smoothness is seen."""
    after = np.ascontiguousarray(before - 0.15 * disc(60), np.float32)
    composer = Composer(photo, CROP, SQUARE, before)

    def grain(detail: np.ndarray | None) -> float:
        shown = drawn_part(pasted(photo, composer.patch(after, detail=detail)))[100:156, 100:156]
        return float((shown - cv2.GaussianBlur(shown, (0, 0), 2.0)).std())

    some = [np.full((64, 64), share, np.float32) for share in (1.0, 0.5, 0.0)]
    kept, half, none = map(grain, some)
    assert kept == grain(None) > 1.5 * half > 2 * none
