"""A puppet with keys on: exactly the plain one where keys have no say, and what they show where they have."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.head.pack import load_head
from engine.puppet.deformation import Deformation, weight_names
from engine.puppet.keys.prepare import prepare_keys
from tests.engine.puppet.keys.sittings import both, painted
from tests.engine.puppet.test_drawing import _covered

BLINK = Deformation.of(both("eyeBlink", 1.0))
SMILE = Deformation.of(both("mouthSmile", 0.76))
OUT = Deformation.of({**both("mouthSmile", -0.9), "lipClose": 1.0, "foldFade": 1.0})


@pytest.mark.parametrize("who", ["grave", "merry"])
def test_zero_leaves_every_byte(who, request):
    sitting = request.getfixturevalue(who)
    for puppet in (sitting.puppet, sitting.plain_numpy):
        puppet.put_on(sitting.made)
        assert not puppet.draw(Deformation(), 256).any()
        assert not puppet.draw_always(Deformation(), 256)[..., 3].any()
        puppet.put_on(None)


@pytest.mark.parametrize("deformation", [BLINK, SMILE, Deformation.of({"jawOpen": 0.5}, yaw=6)])
def test_taken_off_it_draws_the_very_bytes_of_before(grave, deformation):
    before = grave.puppet.draw(deformation, 256)
    grave.puppet.put_on(grave.made)
    grave.puppet.draw(deformation, 256)
    grave.puppet.put_on(None)
    assert np.array_equal(grave.puppet.draw(deformation, 256), before)


@pytest.mark.parametrize("deformation", [Deformation.of({"browInnerUp": 1.0}), Deformation.of({"jawOpen": 0.6}),
                                         Deformation(yaw=8.0)])
def test_what_no_key_is_about_is_drawn_as_ever(grave, deformation):
    assert np.array_equal(grave.shown(deformation, grave.made, 256), grave.shown(deformation, None, 256))


def test_closed_lids_are_the_keys(grave):
    key = grave.keys["closed-eyes"]
    eyes = key.landmarks[[33, 133, 159, 145]]
    unit = float(np.ptp(eyes[:, 0]))
    low, high = eyes[:, 1].min() - 0.35 * unit, eyes[:, 1].max() + 0.2 * unit
    rows = slice(int(low), int(high))
    blue = painted(key, (20, 40, 220), rows, slice(int(eyes[:, 0].min()), int(eyes[:, 0].max())))
    made = grave.prepared(closed_eyes=blue)
    plain, polished = grave.shown(BLINK, None).astype(int), grave.shown(BLINK, made).astype(int)
    lid = grave.landmarks[[159, 145], :2].mean(0).astype(int)
    around = np.s_[lid[1] - 2:lid[1] + 3, lid[0] - 4:lid[0] + 5]
    assert (polished[around][..., 2] - polished[around][..., 0]).mean() > 60
    assert (plain[around][..., 2] - plain[around][..., 0]).mean() < 0
    wink = grave.shown(Deformation.of({"eyeBlinkLeft": 1.0}), made).astype(int)
    assert (wink[around][..., 2] - wink[around][..., 0]).mean() < 0


def test_a_smile_has_the_keys_shape_and_its_teeth(grave):
    key, puppet = grave.made.mouths["smile"], grave.puppet
    rims = np.concatenate(puppet.frame.motion.mesh.rims["mouth"])
    drawing = puppet.drawing(SMILE, 256, grave.made)
    assert drawing.keyed is not None and drawing.keyed.skin == "smile"
    away = np.abs(drawing.target[rims] - (puppet.frame.motion.rest + np.pad(key.move, ((0, 0), (0, 1))))[rims, :2])
    assert away.max() < 0.006
    upper, lower = puppet.frame.motion.mesh.rims["mouth"]
    middle = len(upper) // 2
    opened = drawing.target[lower[middle], 1] - drawing.target[upper[middle], 1]
    assert opened > 0.02 * puppet.frame.motion.mesh.axes.height
    teeth = drawing.underlays[-1].colour
    green = grave.prepared(smile=painted(grave.keys["smile"], (30, 200, 60), *_mouth_of(grave.keys["smile"])))
    assert (puppet.drawing(SMILE, 256, green).underlays[-1].colour[..., 1] - teeth[..., 1]).max() > 0.15


def _mouth_of(key) -> tuple[slice, slice]:
    lips = key.landmarks[[78, 308, 13, 14], :2]
    (left, top), (right, bottom) = lips.min(0).astype(int), lips.max(0).astype(int)
    return slice(top, bottom + 1), slice(left, right + 1)


def test_without_the_smile_lips_meet_whatever_the_key_shows(merry):
    puppet = merry.puppet
    upper, lower = puppet.frame.motion.mesh.rims["mouth"]

    def gap(deformation: Deformation, keys) -> float:
        target = puppet.drawing(deformation, 256, keys).target
        axes = puppet.frame.motion.mesh.axes
        return float(np.abs((target[lower] - target[upper]) @ axes.down).max()) / axes.height

    apart = replace(merry.keys["neutral"], landmarks=merry.keys["neutral"].reference_landmarks)
    for keys in (merry.made, merry.prepared(neutral=apart)):
        assert gap(OUT, keys) < 0.003
        assert gap(Deformation.of(both("mouthSmile", -0.3)), keys) > 0.01


def test_colours_of_key_and_reference_alike_count_for_nothing(merry):
    key = merry.keys["neutral"]
    light = np.array([0.85, 0.9, 0.95])
    tinted = replace(key, picture=(key.picture * light).astype(np.uint8),
                     reference=(key.reference * light).astype(np.uint8))
    one, other = (merry.shown(OUT, merry.prepared(neutral=which)).astype(float) for which in (key, tinted))
    assert np.abs(one - other).mean() < 0.6 and np.percentile(np.abs(one - other), 99) < 12


@pytest.mark.parametrize("who, deformation", [("grave", BLINK), ("grave", SMILE), ("merry", OUT)])
def test_both_renderers_agree(who, deformation, request):
    sitting = request.getfixturevalue(who)
    pictures = []
    for puppet in (sitting.puppet, sitting.plain_numpy):
        puppet.put_on(sitting.made)
        pictures.append(puppet.draw(deformation, sitting.puppet.side))
        puppet.put_on(None)
    one, other = (picture[..., :3].astype(float) * (picture[..., 3:] > 0) for picture in pictures)
    both_drawn = (pictures[0][..., 3] > 0) & (pictures[1][..., 3] > 0)
    assert (pictures[0][..., 3] != pictures[1][..., 3]).mean() < 0.01
    assert np.abs(one - other)[both_drawn].mean() < 1.5


def test_the_numpy_renderer_shows_keys(merry):
    merry.plain_numpy.put_on(merry.made)
    polished = merry.plain_numpy.draw(OUT, 200)
    merry.plain_numpy.put_on(None)
    assert np.abs(polished.astype(float) - merry.plain_numpy.draw(OUT, 200)).mean() > 0.2


@pytest.mark.parametrize("who, name, first, last", [("grave", "mouthSmile", 0.0, 0.76), ("grave", "eyeBlink", 0.0, 1.0),
                                                    ("merry", "mouthSmile", -0.9, 0.0)])
def test_no_step_is_much_larger_than_the_others(who, name, first, last, request):
    sitting = request.getfixturevalue(who)
    frames = [sitting.shown(Deformation.of(both(name, float(value))), sitting.made, 160).astype(float)
              for value in np.linspace(first, last, 41)]
    steps = [np.abs(b - a).mean() for a, b in zip(frames, frames[1:], strict=False)]
    assert max(steps) < 2.5 * float(np.median(steps))


@pytest.mark.parametrize("who", ["grave", "merry"])
def test_random_sliders_leave_no_hole_and_nothing_undefined(who, request):
    sitting = request.getfixturevalue(who)
    rng = np.random.default_rng(5)
    for _ in range(15):
        values = rng.uniform(-1, 1.3, len(weight_names())) * (rng.random(len(weight_names())) < 0.3)
        deformation = Deformation(tuple(values.tolist()), *(rng.uniform(-1, 1, 3) * (15, 10, 15)).tolist())
        drawing = sitting.puppet.drawing(deformation, 256, sitting.made)
        for array in (drawing.target, drawing.offset, drawing.depth, drawing.ratio, drawing.folds):
            assert np.isfinite(array).all()
        if drawing.keyed is not None:
            assert np.isfinite(drawing.keyed.at).all() and 0 <= drawing.keyed.weight.min()
            assert drawing.keyed.weight.max() <= 1
        assert all(np.isfinite(under.colour).all() for under in drawing.underlays)
        assert _covered(sitting.puppet.frame.motion.mesh.triangles, drawing, 256).all()


def test_another_picture_of_the_person_takes_keys_off_and_keys_bring_the_own_one_back(grave):
    puppet = grave.puppet
    before = grave.shown(SMILE, grave.made, 160)
    puppet.put_on(grave.made)
    puppet.show(puppet.person.frame(grave.pixels, grave.landmarks, puppet.person.own.facts.blendshapes))
    assert puppet.keys is None
    puppet.put_on(grave.made)
    assert puppet.frame is puppet.person.own
    puppet.put_on(None)
    assert np.array_equal(grave.shown(SMILE, grave.made, 160), before)


def test_no_keys_and_keys_without_a_head_are_refused(grave):
    with pytest.raises(EngineError):
        run(prepare_keys(grave.puppet, grave.landmarks, {}, load_head()))
    key = replace(grave.keys["smile"], landmarks=np.zeros((478, 3), np.float32))
    with pytest.raises(EngineError):
        grave.prepared(smile=key)
