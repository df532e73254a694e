"""Hair by colour, for want of a network: as it is drawn, none for a bald head, and unclear before its own colour."""

from dataclasses import replace

import numpy as np
import pytest

from engine.head.fit import HeadFit
from engine.head.pack import load_head
from engine.rig.hair.unparsed import with_hair
from engine.rig.texture.seen import SeenFace
from tests.engine.rig.hair.conftest import drawn_hair

SKIN, HAIR, BEHIND = (0.75, 0.6, 0.52), (0.25, 0.18, 0.12), (0.55, 0.68, 0.8)


def _painted(sample: tuple[HeadFit, SeenFace], hair: np.ndarray, behind: tuple[float, float, float]) -> SeenFace:
    """The same face with a head of one colour, hair and what is behind."""
    seen = sample[1]
    root = np.where(drawn_hair(sample, 0.0, 0.3)[..., None] | (seen.skin > 0.05)[..., None], SKIN, behind)
    root = np.where(hair[..., None] & (seen.skin < 0.5)[..., None], HAIR, root)
    root = root + np.random.default_rng(1).normal(0, 0.02, root.shape)
    return replace(seen, root=root.astype(np.float32), hair=np.zeros_like(seen.hair), inside=np.ones_like(seen.hair))


def test_hair_is_found_where_it_is(sample: tuple[HeadFit, SeenFace]) -> None:
    drawn = drawn_hair(sample, 0.15, 0.3)
    found = with_hair(load_head(), sample[0], _painted(sample, drawn, BEHIND))
    assert found is not None
    shown = drawn & (sample[1].skin < 0.5)
    assert ((found.hair > 0.5) & shown).sum() > 0.7 * shown.sum()
    assert ((found.hair > 0.5) & ~shown).sum() < 0.2 * shown.sum()


def test_a_bald_head_has_none(sample: tuple[HeadFit, SeenFace]) -> None:
    found = with_hair(load_head(), sample[0], _painted(sample, np.zeros(sample[1].hair.shape, bool), BEHIND))
    assert found is not None and not found.hair.any()


@pytest.mark.parametrize("thick", [0.1, 0.2])
def test_hair_before_its_own_colour_is_not_guessed(sample: tuple[HeadFit, SeenFace], thick: float) -> None:
    seen = _painted(sample, drawn_hair(sample, thick, 0.3), HAIR)
    assert with_hair(load_head(), sample[0], seen) is None
