"""The way back into the photo: only the face, in place, without a seam, in the photo's own samples."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.expression.magicface.crop import CanvasMap, canvas_map, to_canvas
from engine.expression.magicface.paste_back import face_mask, match_colours, patch_for
from engine.photo.crop import Crop, cut
from engine.photo.paste import paste

SIDE = 512


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    """Smooth colours with some grain, (300, 260, 3) float 0..1."""
    random = np.random.default_rng(3)
    coarse = random.random((6, 5, 3))
    return np.clip(cv2.resize(coarse, (260, 300), interpolation=cv2.INTER_CUBIC) * 0.6 + 0.2
                   + random.normal(0, 0.01, (300, 260, 3)), 0, 1)


@pytest.fixture(scope="module")
def where() -> CanvasMap:
    return canvas_map((120.0, 90.0), 110.0)  # overhangs the top and the left


@pytest.fixture(scope="module")
def mask() -> np.ndarray:
    labels = cv2.ellipse(np.zeros((SIDE, SIDE), np.uint8), (256, 256), (90, 120), 0, 0, 360, 1, -1)
    return face_mask(hull(), labels)


def hull(x: float = 256) -> np.ndarray:
    turns = np.linspace(0, 2 * np.pi, 40)
    return np.stack([x + 90 * np.cos(turns), 256 + 120 * np.sin(turns)], axis=1)


CROP = Crop(-20, -40, 280)


def source_of(photo: np.ndarray, where: CanvasMap) -> np.ndarray:
    return to_canvas(np.rint(photo * 255).astype(np.uint8), where, extend=True).astype(np.float32) / 255


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_an_edit_that_changes_nothing_changes_nothing(photo, where, mask, dtype, channels) -> None:
    most = np.iinfo(dtype).max
    native = np.rint(np.concatenate([photo, photo[..., :1]], axis=2)[..., :channels] * most).astype(dtype)
    samples = cut(np.repeat(native, 3, axis=2) if channels == 1 else native[..., :3], CROP)
    source = source_of(np.repeat(native, 3, axis=2) / most if channels == 1 else native[..., :3] / most, where)
    drawn = native.copy()
    paste(drawn, patch_for(samples, CROP, where, source, source, mask), CROP.x0, CROP.y0)
    assert np.abs(drawn.astype(int) - native.astype(int)).max() <= 1


def test_only_the_mask_is_touched_and_alpha_is_left(photo, where, mask) -> None:
    native = np.rint(np.concatenate([photo, photo[..., :1]], axis=2) * 65535).astype(np.uint16)
    edited = np.random.default_rng(4).random((SIDE, SIDE, 3)).astype(np.float32)
    source = source_of(photo, where)
    drawn = native.copy()
    paste(drawn, patch_for(cut(native[..., :3], CROP), CROP, where, edited, source, mask), CROP.x0, CROP.y0)
    size = (native.shape[1], native.shape[0])
    reach = cv2.warpAffine(mask, where.matrix, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP) > 0
    reach = cv2.dilate(reach.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    changed = (drawn != native).any(axis=2)
    assert changed.mean() > 0.1 and not (changed & ~reach).any()
    assert np.array_equal(drawn[..., 3], native[..., 3])


@pytest.mark.parametrize("scale", [1.0, 0.5, 0.37])
def test_it_lies_where_the_face_is(photo, where, mask, scale: float) -> None:
    """A dot drawn on the canvas comes out where the map says, whatever the size of the patch."""
    source = source_of(photo, where)
    edited = source.copy()
    dot = np.array([280.0, 230.0])
    cv2.circle(edited, (280, 230), 9, (1, 1, 1), -1)
    side = round(CROP.side * scale)
    samples = cut(np.rint(photo * 255).astype(np.uint8), CROP)
    small = cv2.resize(samples, (side, side), interpolation=cv2.INTER_AREA)
    patch = patch_for(small, CROP, where, edited, source, mask, side / CROP.side)
    white = (patch[..., :3].min(axis=2) > 240).astype(float)
    ys, xs = np.mgrid[:side, :side]
    found = np.array([(xs * white).sum(), (ys * white).sum()]) / white.sum() + 0.5
    wanted = ((dot - (where.x, where.y)) / where.scale + 0.5 - (CROP.x0, CROP.y0)) * side / CROP.side
    assert np.abs(found - wanted).max() < 0.6 * max(scale, 0.5)


def test_fine_detail_of_the_photo_stays_where_nothing_moved(where, mask) -> None:
    """A photo finer than the canvas keeps its grain under an edit that changes something elsewhere."""
    large = CanvasMap(where.scale / 4, where.x, where.y)
    grain = np.random.default_rng(5).normal(0.5, 0.08, (1200, 1040, 1)).repeat(3, axis=2)
    native = np.rint(np.clip(grain, 0, 1) * 255).astype(np.uint8)
    crop = Crop(-80, -160, 1120)
    source = to_canvas(native, large, extend=True).astype(np.float32) / 255
    edited = source.copy()
    edited[300:340, 230:280] = (0.9, 0.2, 0.2)
    drawn = native.copy()
    paste(drawn, patch_for(cut(native, crop), crop, large, edited, source, mask), crop.x0, crop.y0)
    x, y = ((np.array([230, 190]) - (large.x, large.y)) / large.scale).astype(int)
    window = np.s_[y - 40:y + 40, x - 40:x + 40]
    assert drawn[window].std() > 0.9 * native[window].std()


# ---- mask and colours

def test_the_mask_covers_the_face_and_fades_at_its_rim(mask: np.ndarray) -> None:
    assert mask[256, 256] > 0.999 and mask[0].max() == 0
    across = mask[256, 256:]
    assert (np.diff(across) <= 1e-6).all()  # only falls
    feather = ((across > 0.02) & (across < 0.98)).sum()
    assert 6 <= feather <= 40
    assert 80 <= (across > 0.5).sum() <= 110


def test_other_people_and_odd_spots_are_left_out() -> None:
    labels = cv2.ellipse(np.zeros((SIDE, SIDE), np.uint8), (200, 256), (70, 90), 0, 0, 360, 1, -1)
    cv2.circle(labels, (460, 200), 40, 1, -1)
    found = face_mask(hull(200), labels)
    assert found[256, 200] > 0.999 and found[200, 460] == 0


def test_ears_hair_and_clothes_are_not_the_face() -> None:
    for label in (0, 7, 8, 9, 14, 15, 16, 17, 18):
        assert not face_mask(hull(), np.full((SIDE, SIDE), label, np.uint8)).any()


def test_a_shift_of_colour_is_taken_back_everywhere(mask: np.ndarray, photo, where) -> None:
    source = source_of(photo, where)
    matched = match_colours(source + np.float32([0.04, -0.03, 0.02]), source, mask, np.ones((SIDE, SIDE), bool))
    assert np.abs(matched - source)[mask > 0].max() < 0.01


def test_a_gradient_is_met_at_the_rim(mask: np.ndarray) -> None:
    source = np.full((SIDE, SIDE, 3), 0.5, np.float32)
    edited = source + np.linspace(-0.08, 0.08, SIDE, dtype=np.float32)[None, :, None]
    matched = match_colours(edited, source, mask, np.ones((SIDE, SIDE), bool))
    rim = (mask > 0) & (mask < 0.5)
    assert np.abs(matched - source)[rim].max() < 0.4 * np.abs(edited - source)[rim].max()


def test_a_jaw_over_a_collar_does_not_turn_white(mask: np.ndarray) -> None:
    source = np.full((SIDE, SIDE, 3), 0.5, np.float32)
    edited, alike = source.copy(), np.ones((SIDE, SIDE), bool)
    source[330:], alike[330:] = 1.0, False
    matched = match_colours(edited, source, mask, alike)
    assert np.abs(matched - edited).max() < 0.01


def test_no_rim_no_change() -> None:
    flat = np.full((64, 64, 3), 0.5, np.float32)
    nothing = np.zeros((64, 64), np.float32)
    assert np.array_equal(match_colours(flat, flat + 0.2, nothing, nothing > 0), flat)
