"""A drawn head that was turned, laid into a photo: on pictures painted here."""

import numpy as np
import pytest

from engine.generator.change import SIDE
from engine.generator.composite import Composer
from engine.generator.turned import TurnedHead
from tests.engine.generator.test_composite import CROP, SQUARE, disc, pasted

WALL, HEAD = np.float32([0.2, 0.6, 0.2]), np.float32([0.7, 0.5, 0.4])
AWAY = 24 / 320  # crop sides by which the head moves to the right
SMALL = 80


def scene(at: float) -> np.ndarray:
    """(320, 320, 3) float32: a head of 60 pixels before a wall, its middle so many pixels from the left."""
    y, x = np.mgrid[:320, :320] + 0.5
    inside = np.clip(60 - np.hypot(x - at, y - 160), 0, 1)[..., None]
    grain = 0.02 * np.random.default_rng(3).standard_normal((320, 320, 1))
    return (inside * HEAD + (1 - inside) * WALL + grain).astype(np.float32)


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    return np.rint(255 * np.clip(scene(160), 0, 1)).astype(np.uint8)


def laid(amount: float, away: float) -> TurnedHead:
    """A head drawn in the middle of the square, to be laid `away` to the right."""
    line = (np.arange(SMALL, dtype=np.float32) + 0.5) / SMALL
    x, y = np.meshgrid(line, line)
    there, before = (np.clip((60 / 320 - np.hypot(x - at, y - 0.5)) * 320, 0, 1) for at in (0.5 + away, 0.5))
    own = np.dstack([np.broadcast_to(HEAD, (SMALL, SMALL, 3)), before]).astype(np.float32)
    plate = np.dstack([np.broadcast_to(WALL, (SMALL, SMALL, 3)), before > 0]).astype(np.float32)
    source = np.dstack([x - away, y]).astype(np.float32)
    under = (there * (1 - amount)).astype(np.float32)
    head = disc(60 * SIDE / 200)[..., 0]
    return TurnedHead(np.array([[1, 0, away], [0, 1, 0]]), source, (away * (before > 0)).astype(np.float32), own, plate,
                      under, head, np.zeros((SIDE, SIDE), np.float32), amount)


@pytest.fixture(scope="module")
def drawn(photo) -> tuple[np.ndarray, np.ndarray]:
    """A generator's pictures before and after: the second has a mark on the head."""
    head = disc(60 * SIDE / 200)
    before = (head * (HEAD + 0.05) + (1 - head) * np.float32(0.9)).astype(np.float32)
    return before, (before * (1 - disc(12)) + disc(12) * np.float32([0.1, 0.1, 0.9])).astype(np.float32)


def test_the_head_is_laid_where_the_turn_leads_and_the_wall_filled_in_where_it_was(photo, drawn):
    before, after = drawn
    patch = Composer(photo, CROP, SQUARE, before).patch(after, turned=laid(1.0, AWAY))
    shown = pasted(photo, patch).astype(np.float32) / 255
    y, x = np.mgrid[:320, :320] + 0.5
    was, now = np.hypot(x - 160, y - 160), np.hypot(x - 184, y - 160)
    assert np.abs(shown[(was < 57) & (now > 64)].mean(0) - WALL).max() < 0.02
    assert np.abs(shown[(now < 54) & (now > 22)].mean(0) - HEAD).max() < 0.03  # in the photo's colours, not the drawn
    blue = shown[..., 2] - shown[..., 0] > 0.3
    assert blue.any() and abs(x[blue].mean() - 184) < 1.5 and abs(y[blue].mean() - 160) < 1.5


def test_what_is_far_from_both_heads_keeps_its_bytes(photo, drawn):
    before, after = drawn
    patch = Composer(photo, CROP, SQUARE, before).patch(after, turned=laid(1.0, AWAY))
    y, x = np.mgrid[:320, :320] + 0.5
    far = np.minimum(np.hypot(x - 160, y - 160), np.hypot(x - 184, y - 160)) > 72
    assert not patch[far][:, 3].any() and patch[160, 184, 3] == 255
    assert np.array_equal(pasted(photo, patch)[far], photo[far])


def test_a_head_that_hardly_turns_is_the_photos_own(photo, drawn):
    before, _ = drawn
    assert not Composer(photo, CROP, SQUARE, before).patch(before, turned=laid(0.0, 0.0)).any()
    patch = Composer(photo, CROP, SQUARE, before).patch(before, turned=laid(0.0, AWAY))
    shown = pasted(photo, patch).astype(int)
    y, x = np.mgrid[:320, :320] + 0.5
    inner = np.hypot(x - 184, y - 160) < 50
    assert np.abs(shown[inner] - np.roll(photo, 24, axis=1)[inner]).max() <= 2  # grain and all


def test_a_deeper_photo_in_its_own_colours(photo, drawn):
    def darker(colours: np.ndarray) -> np.ndarray:
        return colours * np.float32(0.5)

    before, after = drawn
    deep = np.rint(photo.astype(np.float64) * 257 * 0.5).astype(np.uint16)
    patch = Composer(deep, CROP, SQUARE, before, into=darker).patch(after, turned=laid(1.0, AWAY))
    same = Composer(photo, CROP, SQUARE, before).patch(after, turned=laid(1.0, AWAY))
    there = same[..., 3] == 255
    assert patch.dtype == np.uint16
    assert np.abs(patch[there][:, :3] / 65535 - same[there][:, :3] / 255 * 0.5).mean() < 0.01
