"""The photo on the head's uv: what was photographed is there, what was not is filled, and light is taken out."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.base.jobs import run
from engine.base.opencv import cv2
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.head.fit import fit_head
from engine.head.pack import load_head
from engine.head.portrait import Skin
from engine.photo.landmark_sets import LIDS
from engine.photo.open_photo import OpenPhoto
from engine.rig.texture import layout as layouts
from engine.rig.texture.bake import UNPARSED, bake
from engine.rig.texture.codes import coded, roots
from engine.rig.texture.colours import plain_skin
from engine.rig.texture.completion import pushed_pulled
from engine.rig.texture.delight import light_gain, luminance
from engine.rig.texture.layout import atlas_layout
from engine.rig.texture.photo_texture import PhotoTexture
from engine.rig.texture.seen import look_at
from engine.rig.texture.surface_maps import normal_map
from engine.rig.texture.white_balance import neutral_gain


@pytest.fixture(scope="module")
def photo(engine: Engine) -> OpenPhoto:
    return run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))


@pytest.fixture(scope="module")
def texture(photo: OpenPhoto) -> PhotoTexture:
    face = photo.faces[0]
    fit = fit_head(load_head(), face.landmarks, face.blendshapes)
    return run(bake(atlas_layout(load_head()), load_head(), fit, look_at(photo, 0, None), 1024))


def test_every_texel_knows_its_place_on_the_head() -> None:
    head, layout = load_head(), atlas_layout(load_head())
    # A landmark's own uv leads back to the landmark.
    corners = head.uv[head.uv_triangles[head.landmark_triangle]]
    uv = np.einsum("lk,lkc->lc", head.landmark_barycentric, corners)
    chosen = np.flatnonzero(np.isin(head.part[head.landmark_triangle], [head.parts.index("skin")]))
    column, row = (uv[chosen] * [layouts.SIDE, -layouts.SIDE] + [0, layouts.SIDE]).astype(int).T
    away = np.linalg.norm(layout.rest[row, column] - head.landmarks(head.vertices)[chosen], axis=1)
    assert np.median(away) < 0.003 and away.max() < 0.02
    assert layout.mirrored[layout.mask["face"] * (layout.part == 0) > 0.9].mean() > 0.95


def test_the_photo_lies_where_it_was_seen(photo: OpenPhoto, texture: PhotoTexture) -> None:
    layout, pixels = atlas_layout(load_head()), photo.picture.pixels
    light = texture.base_color.astype(float) @ [0.299, 0.587, 0.114]
    plain = (layout.mask["face"] > 0.95) & (layout.rest[..., 2] > 0.7) & (layout.part == 0)
    brows, lips = layout.mask["brows"] > 0.9, layout.mask["lips"] > 0.9
    assert light[brows & plain].mean() < 0.85 * light[plain & ~brows & ~lips].mean()
    red = texture.base_color[..., 0].astype(float) / texture.base_color[..., 1]
    assert red[lips].mean() > 1.1 * red[plain & ~lips].mean()
    # Its skin's colour is the photo's: the cheek, as photographed, is about the median found.
    x, y = photo.faces[0].landmarks[50, :2]
    cheek = pixels[int(y) - 4:int(y) + 5, int(x) - 4:int(x) + 5].reshape(-1, 3).mean(0) / 255
    assert np.abs(cheek - texture.skin).max() < 0.15
    assert 0.3 < texture.covered < 1 and not texture.parsed and UNPARSED in texture.notes


def test_nothing_is_left_empty(texture: PhotoTexture) -> None:
    assert texture.base_color.shape == texture.normal.shape == (1024, 1024, 3)
    assert texture.base_color.min(axis=2).min() > 0 or texture.base_color.mean() > 30
    behind = (atlas_layout(load_head()).rest[..., 2] < -0.5) & (atlas_layout(load_head()).mask["scalp"] > 0.9)
    assert texture.hair[behind].mean() > 200
    skin = 255 * float(np.dot(texture.skin, [0.299, 0.587, 0.114]))
    assert np.median(texture.base_color[behind] @ [0.299, 0.587, 0.114]) < 0.7 * skin  # hair is no skin
    assert np.ptp(texture.base_color[behind].mean(axis=1)) > 10  # strands, not one flat colour
    assert {side: eye.shape for side, eye in texture.eyes.items()} == dict.fromkeys(("left", "right"), (512, 512, 3))
    for eye in texture.eyes.values():  # the iris is darker than the white around it
        assert eye[248:264, 248:264].mean() < 0.7 * eye[256, 256 + 45].mean()


def test_a_side_that_no_texture_has_is_refused(photo: OpenPhoto) -> None:
    face = photo.faces[0]
    fit = fit_head(load_head(), face.landmarks, face.blendshapes)
    with pytest.raises(UsageError, match="1000 texels"):
        run(bake(atlas_layout(load_head()), load_head(), fit, look_at(photo, 0, None), 1000))


def _held(engine: Engine) -> int:
    return sum(one.cost.host for one in engine.shared.residency.holdings() if str(one.name) == "Textures from photos")


def test_a_texture_is_baked_once_and_forgotten_with_its_photo(engine: Engine, photo: OpenPhoto) -> None:
    first = run(engine.rigs.texture(photo.id, 0, 1024))
    assert run(engine.rigs.texture(photo.id, 0, 1024)) is first
    before = _held(engine)
    engine.rigs.forget(photo.id)
    assert _held(engine) == before - first.cost


def test_what_the_layout_takes_is_told_and_let_go_of(engine: Engine, photo: OpenPhoto) -> None:
    assert run(engine.rigs.texture(photo.id, 0, 1024)).cost + 50_000_000 < _held(engine)
    engine.shared.residency.relieve()
    assert _held(engine) == 0


def test_light_from_one_side_is_taken_out() -> None:
    y, x = np.mgrid[-1:1:200j, -1:1:200j]
    inside = np.hypot(x, y) < 0.9
    normal = np.dstack([x, -y, np.sqrt(np.maximum(1 - x * x - y * y, 0))]).astype(np.float32)
    lit = 0.25 * np.exp(0.6 * normal[..., 0])
    root = np.sqrt(lit)[..., None].repeat(3, 2).astype(np.float32)
    root[90:110, 90:110] *= 0.5  # a mole
    even = root * light_gain(root, normal, inside.astype(np.float32))[..., None]
    inside[90:110, 90:110] = False
    spread = np.log(luminance(root))[inside].std(), np.log(luminance(even))[inside].std()
    assert spread[1] < 0.4 * spread[0]
    assert luminance(even)[100, 100] < 0.4 * luminance(even)[100, 60]  # it stays a mole


def test_light_from_above_is_the_faces_relief_and_stays_for_more_than_half() -> None:
    y, x = np.mgrid[:240, :240] / 120 - 1
    inside = x * x + y * y < 0.8
    normal = np.dstack([x, -y, np.sqrt(np.maximum(1 - x * x - y * y, 0.05))]).astype(np.float32)
    pure, slopes = inside.astype(np.float32), {}
    for name, axis in (("side", 0), ("above", 1)):
        root = (0.5 + 0.2 * normal[..., axis])[..., None] * np.array([1.0, 0.8, 0.7], np.float32)
        light = luminance(root * light_gain(root, normal, pure)[..., None])
        slopes[name] = np.polyfit(normal[..., axis][inside], np.log(light[inside]), 1)[0]
    assert slopes["side"] < 0.6 * slopes["above"]


def test_what_is_known_stays_and_what_is_not_is_between() -> None:
    known = np.zeros((64, 64), np.float32)
    known[:, :16] = known[:, 48:] = 1
    picture = np.where(np.arange(64) < 32, 0.2, 0.8)[None, :, None].repeat(64, 0).repeat(3, 2).astype(np.float32)
    found = pushed_pulled(picture, known)[..., 0]
    assert np.allclose(found[:, :16], 0.2) and np.allclose(found[:, 48:], 0.8)
    assert np.all(found > 0.19) and np.all(found < 0.81) and np.all(np.diff(found[32, 14:50]) > -0.02)


def test_bytes_come_back_from_roots() -> None:
    assert np.array_equal(coded(roots()), np.arange(256))


def test_plain_skin_has_the_median_colours_of_what_is_parsed(photo: OpenPhoto) -> None:
    unparsed, seen = Skin(skin=(0.9, 0.1, 0.1)), look_at(photo, 0, None)
    assert plain_skin(seen, unparsed) is unparsed  # nobody parsed it
    root = np.full_like(seen.root, roots()[200])
    root[:100] = roots()[40]
    root[200:210] = roots()[255]  # shine, which a median passes over
    skin, hair = np.zeros_like(seen.pure), np.zeros_like(seen.pure)
    skin[150:400], hair[:100] = 1, 1
    found = plain_skin(replace(seen, root=root, pure=skin, hair_inside=hair, parsed=True), unparsed)
    assert np.allclose(found.skin, 200 / 255, atol=0.005) and found.hair is not None
    assert np.allclose(found.hair, 40 / 255, atol=0.005) and found.iris == unparsed.iris


def test_relief_is_as_steep_at_every_side() -> None:
    def tilt(side: int) -> float:
        waves = 0.5 + 0.02 * np.sin(np.arange(side) * (2 * np.pi * 128 / side))
        return float(np.abs(normal_map(waves[None, :, None].repeat(side, 0).repeat(3, 2).astype(np.float32))[..., 0]
                            .astype(int) - 128).mean())

    assert tilt(2048) > 5 and tilt(1024) == pytest.approx(tilt(2048), rel=0.25)


def _face_in_light(photo: OpenPhoto, skin: tuple[float, float, float], light: tuple[float, float, float],
                   behind: float = 0.9) -> np.ndarray:
    """(3,) linear light of somebody's skin of that colour, seen in that light before greys, as the bake takes it."""
    seen = look_at(photo, 0, None)
    root = np.sqrt(np.where(seen.pure[..., None] > 0.5, skin, (0.5, 0.5, 0.5)) * np.array(light)).astype(np.float32)
    for ring in LIDS.values():
        mask = np.zeros(root.shape[:2], np.uint8)
        cv2.fillPoly(mask, [np.rint(seen.landmarks[list(ring)]).astype(np.int32)], 1)
        root[mask > 0] = np.sqrt(np.array([0.5, 0.42, 0.4]) * light)
    pixels = coded(root * 0 + np.sqrt(np.linspace(0.05, behind, len(root)))[:, None, None] * np.sqrt(np.array(light)))
    gain = neutral_gain(np.ascontiguousarray(pixels), root, seen.landmarks, seen.pure)
    return (np.median(root[seen.pure > 0.9], axis=0) * gain) ** 2


def test_the_lights_colour_is_not_the_skins(photo: OpenPhoto) -> None:
    fair = (0.55, 0.31, 0.24)
    plain, warm, dim = (_face_in_light(photo, fair, light)
                        for light in ((1.0, 1.0, 1.0), (1.1, 0.9, 0.65), (0.5, 0.5, 0.5)))
    assert np.abs(np.log(plain / np.array(fair))).max() < 0.2
    assert np.abs(np.log(warm / plain)).max() < 0.55 * np.log(1 / 0.65)
    assert np.abs(np.log(dim / plain)).max() < 0.5 * np.log(2)


def test_dark_skin_stays_dark(photo: OpenPhoto) -> None:
    brown = (0.11, 0.045, 0.026)
    for behind in (0.9, 0.1):
        seen = _face_in_light(photo, brown, (1.0, 1.0, 1.0), behind)
        assert np.abs(np.log(seen / np.array(brown))).max() < 0.35, "before black, too"
