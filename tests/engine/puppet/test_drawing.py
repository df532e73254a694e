"""What a puppet draws: exactly nothing at zero, only where it must, never a hole, the same with and without OpenGL."""

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.head.pack import load_head
from engine.photo.arkit import ARKIT_52
from engine.puppet.deformation import Deformation, weight_names
from engine.puppet.facemap import NOSE_TIP
from engine.puppet.prepare import prepare_puppet


def _both(name: str, value: float) -> dict[str, float]:
    return {f"{name}Left": value, f"{name}Right": value}


SMILE = Deformation.of(_both("mouthSmile", 0.8))
BROWS_UP = Deformation.of({"browInnerUp": 1.0})


@pytest.mark.parametrize("who", ["closed_lips", "toothy_smile"])
def test_zero_leaves_every_byte_also_when_the_renderer_is_forced_to_run(who, request):
    puppet = request.getfixturevalue(who).puppet
    for size in (puppet.side, 256):
        assert not puppet.draw(Deformation(), size).any()
        assert not puppet.draw_always(Deformation(), size)[..., 3].any()
    assert Deformation(wrinkles=0.5, relight=0.2).is_zero


@pytest.mark.parametrize("deformation, still_above, still_below", [(SMILE, True, False), (BROWS_UP, False, True)])
def test_changes_stay_in_their_part_of_the_face(closed_lips, deformation, still_above, still_below):
    alpha = closed_lips.puppet.draw(deformation, closed_lips.puppet.side)[..., 3]
    brow = int(closed_lips.landmarks[[105, 334], 1].min())
    nose = int(closed_lips.landmarks[NOSE_TIP, 1])
    assert alpha.any()
    if still_above:
        assert not alpha[:brow].any()
    if still_below:
        assert not alpha[nose:].any()
    border = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert not border.any()


@pytest.mark.parametrize("who", ["closed_lips", "toothy_smile"])
def test_random_sliders_leave_no_hole_and_nothing_undefined(who, request):
    subject = request.getfixturevalue(who)
    rng = np.random.default_rng(3)
    for _ in range(40):
        values = rng.uniform(-1, 1.3, len(weight_names())) * (rng.random(len(weight_names())) < 0.3)
        turn = rng.uniform(-1, 1, 3) * (15, 10, 15)
        deformation = Deformation(tuple(values.tolist()), *turn.tolist())
        drawing = subject.puppet.drawing(deformation, 256)
        for array in (drawing.target, drawing.offset, drawing.depth, drawing.ratio, drawing.folds):
            assert np.isfinite(array).all()
        assert all(np.isfinite(under.colour).all() for under in drawing.underlays)
        drawn = subject.puppet.draw(deformation, 256)
        assert set(np.unique(drawn[..., 3])) <= {0, 255}
        shown = drawn[..., 3] == 255
        assert shown.any()
        # Where neither mesh nor opening is drawn there is a hole.
        covered = _covered(subject.puppet.frame.motion.mesh.triangles, drawing, 256)
        assert covered.all()


def _covered(triangles: np.ndarray, drawing, size: int) -> np.ndarray:
    from engine.head.raster import rasterise

    points = np.column_stack([drawing.target * size, drawing.depth])
    covered = rasterise(points, triangles, (size, size))[0] >= 0
    for under in drawing.underlays:
        h, w = under.changed.shape
        covered[under.y0:under.y0 + h, under.x0:under.x0 + w] |= under.changed
    return covered


def test_mesh_covers_the_whole_crop_however_it_is_turned(closed_lips):
    from engine.head.raster import rasterise

    mesh = closed_lips.puppet.frame.motion.mesh
    for deformation in (Deformation(), Deformation(yaw=15, pitch=-10), Deformation(roll=-20, yaw=-15)):
        moved = closed_lips.puppet.frame.motion.move(deformation).positions
        points = np.column_stack([moved[:, :2] * 128, np.zeros(len(moved))])
        face, _ = rasterise(points, mesh.triangles, (128, 128))
        uncovered = face < 0
        # Only the eyes stand open in this photo.
        for name in ("eyeRight", "eyeLeft"):
            rim = np.concatenate(mesh.rims[name])
            (x0, y0), (x1, y1) = points[rim, :2].min(0) - 1, points[rim, :2].max(0) + 1
            uncovered[int(y0):int(y1) + 1, int(x0):int(x1) + 1] = False
        assert not uncovered.any()


def test_without_opengl_the_picture_is_the_same(closed_lips):
    deformation = Deformation.of({**_both("mouthSmile", 0.7), "jawOpen": 0.3, **_both("browDown", 0.7),
                                  **_both("eyeBlink", 0.5)}, yaw=6)
    plain = run(prepare_puppet(closed_lips.pixels, closed_lips.landmarks, closed_lips.face.blendshapes, load_head(),
                               None))
    assert not plain.draw_always(Deformation(), 256)[..., 3].any()
    ours, other = closed_lips.puppet.draw(deformation, 256), plain.draw(deformation, 256)
    assert (ours[..., 3] != other[..., 3]).mean() < 0.002
    both = (ours[..., 3] > 0) & (other[..., 3] > 0)
    difference = np.abs(ours[both][:, :3].astype(int) - other[both][:, :3])
    assert difference.mean() < 1.5
    assert np.percentile(difference, 99.5) < 24


def test_sixteen_bits_stay_sixteen_bits(closed_lips, gl_context):
    deep = closed_lips.pixels.astype(np.uint16) * 257
    puppet = run(prepare_puppet(deep, closed_lips.landmarks, closed_lips.face.blendshapes, load_head(), gl_context))
    assert not puppet.draw_always(Deformation(), puppet.side)[..., 3].any()
    drawn, shallow = puppet.draw(SMILE, puppet.side), closed_lips.puppet.draw(SMILE, puppet.side)
    assert drawn.dtype == np.uint16
    shown = (drawn[..., 3] > 0) & (shallow[..., 3] > 0)
    assert np.abs(drawn[shown][:, :3] / 257 - shallow[shown][:, :3]).max() < 2
    assert (drawn[shown][:, :3] % 257 != 0).any()


def test_small_steps_change_the_picture_a_little(toothy_smile):
    frames = [toothy_smile.shown(Deformation.of({**_both("mouthSmile", -0.08 * k), "jawOpen": 0.03 * k})).astype(int)
              for k in range(9)]
    steps = [np.abs(b - a).mean() for a, b in zip(frames, frames[1:], strict=False)]
    assert min(steps) > 0
    assert max(steps) / float(np.median(steps)) < 2.5


def test_bad_input_is_refused_in_words(closed_lips):
    head = load_head()
    with pytest.raises(EngineError):
        run(prepare_puppet(closed_lips.pixels[:40], closed_lips.landmarks, np.zeros(52), head, None))
    with pytest.raises(EngineError):
        run(prepare_puppet(closed_lips.pixels, np.full((478, 3), np.nan), np.zeros(52), head, None))
    with pytest.raises(UsageError):
        Deformation((0.0,) * 3)
    with pytest.raises(UsageError):
        Deformation(yaw=float("nan"))
    with pytest.raises(UsageError):
        Deformation.of({"jawOpne": 1.0})
    assert weight_names()[:52] == ARKIT_52


def test_a_frame_depends_on_nothing_drawn_before_it(closed_lips):
    puppet = closed_lips.puppet
    wanted = Deformation.of({"browInnerUp": 1.0, "mouthShrugLower": 0.4})
    first = puppet.draw(wanted, 256).copy()
    puppet.draw(Deformation.of({"jawOpen": 0.7, **_both("eyeWide", 1.0)}, yaw=10), 256)
    assert (puppet.draw(wanted, 256) == first).all()
