"""Hair that nobody sees is made of the hair that is seen: as contrasty, along the strands, without a seam."""

import numpy as np
import pytest

from engine.rig.hair.quilt import quilted, strands_seen


@pytest.fixture(scope="module")
def slanted() -> tuple[np.ndarray, np.ndarray]:
    """Root of light (300, 300, 3) of stripes that run down to the right, and where they are."""
    y, x = np.mgrid[:300, :300]
    light = 0.4 * np.exp(0.3 * np.sin((x - y) / 2.5))
    inside = np.hypot(x - 150, y - 150) < 120
    return np.repeat(np.where(inside, light, 0.9)[..., None], 3, 2).astype(np.float32), inside


def test_strands_run_down_whichever_way_the_photo_has_them(slanted: tuple[np.ndarray, np.ndarray]) -> None:
    found = strands_seen(*slanted, 160, 160)
    assert not found.curled
    quilt = quilted(found, 200, 300)
    assert quilt is not None and quilt.shape == (200, 300, 3)
    down, across = (np.abs(np.diff(quilt[..., 0], axis=axis)).mean() for axis in (0, 1))
    assert across > 3 * down


def test_it_is_as_contrasty_as_the_photo_and_closes(slanted: tuple[np.ndarray, np.ndarray]) -> None:
    found = strands_seen(*slanted, 160, 160)
    quilt = quilted(found, 200, 300)
    assert quilt is not None
    assert 0.6 < quilt.std() / found.detail[found.inside].std() < 1.4
    beside = np.abs(np.diff(quilt, axis=1)).mean()
    assert np.abs(quilt[:, 0] - quilt[:, -1]).mean() < 2 * beside


def test_what_is_beside_hair_is_not_laid(slanted: tuple[np.ndarray, np.ndarray]) -> None:
    root, inside = slanted
    bright = root.copy()
    bright[~inside] = 1.0
    quilt = quilted(strands_seen(bright, inside, 160, 160), 100, 100)
    assert quilt is not None and quilt.max() < 0.6


def test_too_little_hair_gives_no_patches(slanted: tuple[np.ndarray, np.ndarray]) -> None:
    root, inside = slanted
    few = inside & (np.arange(300) < 34)[:, None]
    assert quilted(strands_seen(root, few, 160, 160), 100, 100) is None
