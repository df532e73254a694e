"""A large frame drawn in parts is the same picture, and takes no more memory than one part does."""

import gc
import tracemalloc
import weakref
from types import SimpleNamespace

import numpy as np
import pytest

from engine.base.jobs import run
from engine.expression import puppet_renderer
from engine.head.pack import load_head
from engine.photo.crop import Crop, cut
from engine.photo.large_crop import LargeCrop
from engine.puppet.cover.cover import Cover
from engine.puppet.deformation import Deformation
from engine.puppet.prepare import prepare_puppet
from engine.puppet.puppet import Puppet
from engine.puppet.render.parts import LARGEST_WHOLE, parts_of

LAUGH = Deformation.of({**{f"{name}{side}": 0.7 for name in ("mouthSmile", "browDown", "eyeBlink", "cheekSquint")
                           for side in ("Left", "Right")}, "jawOpen": 0.4, "browInnerUp": 0.5}, yaw=6)


def _assembled(puppet: Puppet, deformation: Deformation, within: tuple[int, int, int, int], part: int) -> np.ndarray:
    side = puppet.side
    whole = np.zeros((side, side, 4), puppet.frame.skin.photo.dtype)
    for x, y, patch in puppet.draw_parts(deformation, within, 64, part):
        assert patch.shape[0] <= part and patch.shape[1] <= part
        whole[y:y + patch.shape[0], x:x + patch.shape[1]] = patch
    return whole


def _same(ours: np.ndarray, wanted: np.ndarray) -> None:
    """But for rounding: a triangle cut off at another edge starts its sums elsewhere."""
    step = np.iinfo(wanted.dtype).max / 255
    assert (ours[..., 3] == wanted[..., 3]).mean() > 0.9999
    shown = (ours[..., 3] > 0) & (wanted[..., 3] > 0)
    assert shown.any()
    off = np.abs(ours[shown][:, :3].astype(int) - wanted[shown][:, :3])
    assert np.percentile(off, 99.9) <= step


@pytest.mark.parametrize("part", [100, 256])
@pytest.mark.parametrize("who", ["closed_lips", "toothy_smile"])
def test_parts_make_up_the_whole(who, part, request):
    puppet = request.getfixturevalue(who).puppet
    ours = _assembled(puppet, LAUGH, (0, 0, puppet.side, puppet.side), part)
    _same(ours, puppet.draw(LAUGH, puppet.side))


def test_parts_of_sixteen_bits_and_without_opengl_make_up_the_whole(closed_lips, gl_context):
    def puppet_of(pixels: np.ndarray, context: object) -> Puppet:
        return run(prepare_puppet(pixels, closed_lips.landmarks, closed_lips.face.blendshapes, load_head(), context))

    for puppet in (puppet_of(closed_lips.pixels.astype(np.uint16) * 257, gl_context),
                   puppet_of(closed_lips.pixels, None)):
        _same(_assembled(puppet, LAUGH, (0, 0, puppet.side, puppet.side), 150), puppet.draw(LAUGH, puppet.side))
        puppet.release()


def test_nothing_beyond_the_photo_is_drawn_and_what_stands_still_is_left_out(closed_lips):
    puppet = closed_lips.puppet
    side = puppet.side
    inside = (side // 3, 10, side, side - 30)
    ours = _assembled(puppet, LAUGH, inside, 100)
    wanted = np.zeros_like(ours)
    window = np.s_[inside[1]:inside[3], inside[0]:inside[2]]
    wanted[window] = puppet.draw(LAUGH, side)[window]
    _same(ours, wanted)
    assert not list(puppet.draw_parts(Deformation(), (0, 0, side, side), 64, 100))
    brow = Deformation.of({"browInnerUp": 0.5})
    assert len(list(puppet.draw_parts(brow, (0, 0, side, side), 64, 64))) < len(list(parts_of((0, 0, side, side), 64)))
    assert [patch.shape for _, _, patch in puppet.draw_parts(LAUGH, (0, 0, side, side))] == [(side, side, 4)]


@pytest.mark.parametrize("opengl", [True, False])
def test_a_window_of_a_whole_frame_is_cut_from_it(opengl, closed_lips, gl_context):
    puppet = closed_lips.puppet
    if not opengl:
        puppet = run(prepare_puppet(closed_lips.pixels, closed_lips.landmarks, closed_lips.face.blendshapes,
                                    load_head(), None))
    side = puppet.side
    whole = puppet.draw(LAUGH, side)
    (x, y, patch), = puppet.draw_parts(LAUGH, (side // 3, 10, side, side - 30))
    assert (x, y) == (side // 3, 10) and np.array_equal(patch, whole[10:side - 30, side // 3:])
    assert np.array_equal(puppet.draw(LAUGH, side), whole)  # the next one is whole again


def test_a_puppet_of_a_crop_that_is_not_cut_out_draws_the_same(closed_lips, gl_context):
    """Of a face that fills a photo, the crop reaches over its edges."""
    photo = closed_lips.pixels[40:-30, 25:]
    crop = Crop(-25, -40, closed_lips.puppet.side)
    kinds = (LargeCrop(photo, crop), cut(photo, crop))
    ours, wanted = (run(prepare_puppet(pixels, closed_lips.landmarks, closed_lips.face.blendshapes, load_head(),
                                       gl_context)) for pixels in kinds)
    assert ours.frame.skin.photo is kinds[0]
    within = crop.within(photo.shape[1], photo.shape[0])
    _same(_assembled(ours, LAUGH, within, 150), _assembled(wanted, LAUGH, within, 150))
    _same(ours.draw(LAUGH, 256), wanted.draw(LAUGH, 256))
    ours.release()
    wanted.release()


def test_of_a_large_face_no_second_photo_is_cut():
    picture = SimpleNamespace(native=np.zeros((1000, 1400, 3), np.uint16), pixels=np.zeros((1000, 1400, 3), np.uint8))
    tracemalloc.start()
    source = puppet_renderer._source(SimpleNamespace(picture=picture), Crop(-1500, -1500, LARGEST_WHOLE + 2), True)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert source.shape == (LARGEST_WHOLE + 2, LARGEST_WHOLE + 2, 3)
    assert peak < picture.native.nbytes / 10


def test_a_mouth_painted_in_rows_is_the_same(toothy_smile, monkeypatch):
    side = 700
    whole = toothy_smile.puppet.drawing(LAUGH, side).underlays
    monkeypatch.setattr("engine.puppet.mouth.mouth._WHOLE", 100)
    monkeypatch.setattr("engine.puppet.mouth.mouth._TOGETHER", 1000)
    for ours, wanted in zip(toothy_smile.puppet.drawing(LAUGH, side).underlays, whole, strict=True):
        assert np.array_equal(ours.changed, wanted.changed)
        np.testing.assert_allclose(ours.colour, wanted.colour, atol=2e-5)


def test_a_cover_is_as_softly_kept_in_parts():
    rng = np.random.default_rng(1)
    cover = Cover(rng.random((60, 60)).astype(np.float32), True, frozenset(), 0.4)
    whole = cover.at(500)
    for part in parts_of((0, 0, 500, 500), 160):
        window = np.s_[part.y0:part.y0 + part.height, part.x0:part.x0 + part.width]
        np.testing.assert_allclose(cover.in_part(part, 500), whole[window], atol=2e-4)


def test_the_photo_goes_with_its_puppet(closed_lips):
    pixels = closed_lips.pixels.copy()
    gc.disable()
    try:
        puppet = run(prepare_puppet(pixels, closed_lips.landmarks, closed_lips.face.blendshapes, load_head(), None))
        photo = weakref.ref(puppet.frame.skin.photo)
        puppet.release()
        del puppet, pixels
        assert photo() is None
    finally:
        gc.enable()


def test_memory_goes_by_a_part_and_not_by_the_frame(closed_lips, gl_context):
    """Counted: pixels of the textures that OpenGL is asked for, and what numpy holds, for a large frame."""
    from engine.base.opencv import cv2

    side = 3000
    large = cv2.resize(closed_lips.pixels, (side, side), interpolation=cv2.INTER_CUBIC)
    scale = np.float32(side / closed_lips.pixels.shape[0])
    puppet = run(prepare_puppet(large, closed_lips.landmarks * scale, closed_lips.face.blendshapes, load_head(),
                                gl_context))
    largest = 0
    texture = gl_context.texture

    class Counting:
        """The context, its textures measured."""

        def __getattr__(self, name: str) -> object:
            return getattr(gl_context, name)

        def texture(self, size: tuple[int, int], *rest: object, **more: object) -> object:
            nonlocal largest
            largest = max(largest, size[0] * size[1])
            return texture(size, *rest, **more)

    list(puppet.draw_parts(LAUGH, (0, 0, side, side), 64, 512))  # what is compiled and kept once for all
    puppet.renderer._context = Counting()
    tracemalloc.start()
    try:
        for _ in puppet.draw_parts(LAUGH, (0, 0, side, side), 64, 512):
            pass
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        puppet.renderer._context = gl_context
        puppet.release()
    assert 0 < largest < side * side / 4
    assert peak < 4 * side * side
