"""Several photos as one, and what lies on skin and is not the person's."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.base.jobs import run
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.head.fit import fit_head
from engine.head.pack import load_head
from engine.photo.open_photo import OpenPhoto
from engine.photo.writing import write_picture
from engine.rig.texture.layout import AtlasLayout, atlas_layout
from engine.rig.texture.merging import merged
from engine.rig.texture.not_skin import own_skin
from engine.rig.texture.seen import look_at
from engine.rig.texture.surface_view import SurfaceView, view_of


@pytest.fixture(scope="module")
def photo(engine: Engine) -> OpenPhoto:
    return run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))


@pytest.fixture(scope="module")
def layout() -> AtlasLayout:
    return atlas_layout(load_head())


@pytest.fixture(scope="module")
def view(photo: OpenPhoto, layout: AtlasLayout) -> SurfaceView:
    face = photo.faces[0]
    fit = fit_head(load_head(), face.landmarks, face.blendshapes)
    return view_of(layout, load_head(), fit, look_at(photo, 0, None))


def test_a_place_comes_from_the_photo_that_shows_it_in_the_best_ones_light(layout: AtlasLayout,
                                                                           view: SurfaceView) -> None:
    left = layout.rest[..., 0] > 0.2
    half = replace(view, sure=np.where(left, 0, view.sure).astype(np.float32), pure=np.where(left, 0, view.pure))
    dim = replace(view, own=view.own * 0.7, even=view.even * 0.7, tone=view.tone * 0.7, sure=view.sure * 0.8)
    found = merged(layout, [dim, half])
    assert found.views[0] is dim, "what shows more of the face is the best"
    known = (view.sure > 0.5) & (layout.part == 0)
    assert np.allclose(sum(found.shares), 1, atol=1e-5)
    assert found.shares[1][known & (layout.rest[..., 0] > 0.3)].max() < 0.01, "not where it does not show anything"
    tone = np.median([dim.tone, half.tone], axis=0)
    ratio = found.even[known] / np.maximum(view.even[known] * tone / view.tone, 0.02)
    assert np.abs(np.log(np.maximum(ratio, 0.02))).max() < 0.08, "one light, no seam"


def test_a_single_photo_stays_as_it_is(layout: AtlasLayout, view: SurfaceView) -> None:
    found = merged(layout, [view])
    assert found.even is view.even and found.sure is view.sure and found.tone is view.tone


def test_what_is_no_colour_of_skin_is_left_out_and_a_beard_is_not(layout: AtlasLayout) -> None:
    x, y, z = (layout.rest[..., axis] for axis in range(3))
    skin = (layout.part == 0).astype(np.float32)
    face = (layout.mask["face"] > 0.9) & (z > 0.7)
    even = np.sqrt(np.array([0.42, 0.24, 0.17], np.float32)) * np.ones((*x.shape, 1), np.float32)
    collar = (layout.mask["neck"] > 0.9) & (x > 0.2)
    beard = face & (y < -0.45) & (layout.mask["lips"] < 0.05)
    green = face & (y > 0.5) & (np.abs(x) < 0.2) & (layout.mask["brows"] < 0.05)
    lips = layout.mask["lips"] > 0.95
    for where, colour in ((collar, (0.9, 0.9, 0.9)), (beard, (0.10, 0.06, 0.045)), (green, (0.1, 0.4, 0.1)),
                          (lips, (0.5, 0.05, 0.1))):
        even[where] = np.sqrt(np.array(colour, np.float32))
    kept = own_skin(layout, even, skin * face * ~(beard | green | lips), skin)
    middle = {name: float(np.median(kept[where])) for name, where in
              {"collar": collar, "beard": beard, "green": green, "lips": lips}.items()}
    assert middle == pytest.approx({"collar": 0, "beard": 1, "green": 0, "lips": 1}, abs=0.05)


def test_the_arms_of_glasses_are_not_painted_on_the_temples(layout: AtlasLayout, view: SurfaceView) -> None:
    everywhere = np.ones_like(view.seen.skin)
    bare = replace(view.seen, skin=everywhere)
    worn = replace(bare, frame=everywhere, glasses=True)
    behind, before = (layout.rest[..., 2] < 0.6), (layout.rest[..., 2] > 0.72)
    usual, arms = (view_of(layout, load_head(), view.fit, seen).sure for seen in (bare, worn))
    assert usual[behind].max() > 0.5 and arms[behind].max() < 0.01
    assert np.allclose(arms[before], usual[before], atol=0.02)
    assert view_of(layout, load_head(), view.fit, worn, unglazed=True).sure.max() < 0.01, "another photo shows more"


def test_a_texture_of_two_photos_goes_with_either(engine: Engine, photo: OpenPhoto, tmp_path: Path) -> None:
    write_picture(tmp_path / "dim.png", (photo.picture.pixels * 0.6).astype(np.uint8))
    other = run(engine.photos.open(tmp_path / "dim.png"))
    both = run(engine.rigs.texture(photo.id, 0, 1024, [other.id]))
    assert run(engine.rigs.texture(photo.id, 0, 1024, [other.id])) is both
    alone = run(engine.rigs.texture(photo.id, 0, 1024))
    assert both is not alone and both.covered >= alone.covered - 0.02
    before = _held(engine)
    engine.rigs.forget(other.id)
    assert _held(engine) == before - both.cost and run(engine.rigs.texture(photo.id, 0, 1024)) is alone
    engine.rigs.forget(photo.id)


def _held(engine: Engine) -> int:
    return sum(one.cost.host for one in engine.shared.residency.holdings() if str(one.name) == "Textures from photos")
