"""A face at rest: lids are not taken from an open eye, and a photographed smile leaves no folds."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.jobs import run
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.head.fit import HeadFit, fit_head
from engine.head.pack import load_head
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.texture.bake import bake
from engine.rig.texture.layout import atlas_layout
from engine.rig.texture.lids_folds import at_rest, lid_fill, unfolded
from engine.rig.texture.projection import project
from engine.rig.texture.seen import SeenFace, look_at


@pytest.fixture(scope="module")
def looked_at(engine: Engine) -> tuple[HeadFit, SeenFace]:
    photo = run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))
    face = photo.faces[0]
    return fit_head(load_head(), face.landmarks, face.blendshapes), look_at(photo, 0, None)


def test_an_open_eyes_lids_are_not_taken_from_the_photo(looked_at: tuple[HeadFit, SeenFace]) -> None:
    fit, seen = looked_at
    layout = atlas_layout(load_head())
    shown = unfolded(layout, project(layout, load_head(), fit, seen))
    lids, cheeks = layout.mask["lids"] > 0.8, (layout.mask["face"] > 0.9) & (layout.rest[..., 1] < 0.1)
    assert np.all(shown[cheeks & (layout.rest[..., 2] > 0.6)] > 0.99) and shown[lids].mean() < 0.6


def test_lids_get_the_colour_of_the_skin_above_their_crease() -> None:
    layout = atlas_layout(load_head())
    even = np.full((*layout.part.shape, 3), 0.6, np.float32)
    lids = (layout.mask["lids"] > 0.8) & (layout.part == 0) & layout.island
    even[lids] = 0.1  # the dark of an open eye's rim
    filled = lid_fill(layout, even, np.ones_like(layout.rest[..., 0]), even)
    assert np.median(filled[lids]) > 0.4
    far = layout.mask["lids"] == 0
    assert np.allclose(filled[far], even[far])


def test_a_smiles_folds_go_and_a_neutral_faces_stay(looked_at: tuple[HeadFit, SeenFace]) -> None:
    layout, fit = atlas_layout(load_head()), looked_at[0]
    x, y, z = (layout.rest[..., axis] for axis in range(3))
    fold = (np.abs(np.abs(x) - 0.30) < 0.012) & (np.abs(y + 0.2) < 0.15) & (z > 0.6) & (layout.part == 0)
    fold &= layout.mask["lips"] + layout.mask["nose"] < 0.05
    even = np.where(fold, 0.4, 0.6)[..., None].repeat(3, 2).astype(np.float32)
    sure = (layout.part == 0).astype(np.float32)
    lightened = {}
    for amount in (0.0, 0.9):
        weights = fit.expression.copy()
        weights[[ARKIT_INDEX["mouthSmileLeft"], ARKIT_INDEX["mouthSmileRight"]]] = amount
        lightened[amount] = float(at_rest(layout, replace(fit, expression=weights), even, sure)[fold].mean())
    assert lightened[0.0] < 1.02 and lightened[0.9] > lightened[0.0] + 0.05


def test_a_baked_blink_shows_no_dark_lids(looked_at: tuple[HeadFit, SeenFace]) -> None:
    texture = run(bake(atlas_layout(load_head()), load_head(), *looked_at, 1024))
    layout = atlas_layout(load_head())
    light = texture.base_color.astype(float) @ [0.299, 0.587, 0.114]
    lids = (layout.mask["lids"] > 0.8) & layout.island
    assert np.median(light[lids]) > 0.6 * 255 * float(np.dot(texture.skin, [0.299, 0.587, 0.114]))
