"""The hair alone: what is behind and beside it does not tint it."""

from dataclasses import replace

import numpy as np

from engine.head.fit import HeadFit
from engine.rig.hair.matte import matte_of
from engine.rig.texture.seen import SeenFace
from tests.engine.rig.hair.conftest import drawn_hair, told


def test_what_shows_through_the_edge_is_taken_out(sample: tuple[HeadFit, SeenFace]) -> None:
    seen = told(sample, drawn_hair(sample, 0.4, 1.0))
    root = np.where(seen.hair[..., None] > 0.5, np.float32([0.3, 0.2, 0.1]), np.float32([0.1, 0.9, 0.1]))
    for reach in (1, 2, 3):  # soft, as a photo's edge is
        root = (root + np.roll(root, reach, 0) + np.roll(root, -reach, 0)) / 3
    root = np.where(seen.skin[..., None] > 0.5, np.float32([0.8, 0.6, 0.5]), root)
    seen = replace(seen, root=root.astype(np.float32))
    matte = matte_of(seen)
    assert matte is not None
    green = (seen.hair > 0.5) & (seen.root[..., 1] > 0.3) & (seen.skin < 0.1)
    assert green.sum() > 50
    assert np.abs(matte.root[green] - [0.3, 0.2, 0.1]).max() < 0.05
    assert np.allclose(matte.colour, [0.3, 0.2, 0.1], atol=0.01)


def test_no_hair_has_no_matte(sample: tuple[HeadFit, SeenFace]) -> None:
    assert matte_of(told(sample, np.zeros(sample[1].hair.shape, bool))) is None
