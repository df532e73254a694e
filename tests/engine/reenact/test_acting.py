"""What a portrait does of a performance: lips that meet and part as far as the driver's, whatever the photo shows."""

import numpy as np
import pytest

from engine.base.jobs import run
from engine.engine import Engine
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.open_photo import OpenPhoto
from engine.puppet.deformation import PITCH_LIMIT, YAW_LIMIT, Deformation, weight_index
from engine.puppet.lip_gap import LipGap
from engine.puppet.puppet import Puppet
from engine.reenact.acting import Actor

SMALL = 320


def actor(puppet: Puppet, relative: bool = True, base: Deformation = Deformation()) -> Actor:  # noqa: B008
    return Actor(puppet.facts, LipGap.of(puppet.frame.motion), np.array([4.0, -2.0, 1.0]), base, relative)


@pytest.fixture(scope="module")
def closed(engine: Engine, man: OpenPhoto) -> Puppet:
    return run(engine.puppets.prepare(man, 0))


@pytest.fixture(scope="module")
def toothy(engine: Engine, smiling: OpenPhoto) -> Puppet:
    return run(engine.puppets.prepare(smiling, 0))


def parted(puppet: Puppet, deformation: Deformation) -> float:
    """Heights of the face between the lips, as the whole mesh is moved."""
    moved = puppet.frame.motion.move(deformation).unturned
    mesh = puppet.frame.motion.mesh
    upper, lower = mesh.rims["mouth"]
    return float(((moved[lower, :2] - moved[upper, :2]) @ mesh.axes.down).max()) / mesh.axes.height


def weights(**values: float) -> np.ndarray:
    made = np.zeros(52, np.float32)
    for name, value in values.items():
        made[ARKIT_INDEX[name]] = value
    return made


def test_the_gap_of_the_rims_alone_is_that_of_the_whole_mesh(closed: Puppet, toothy: Puppet) -> None:
    generator = np.random.default_rng(1)
    for puppet in (closed, toothy):
        gap = LipGap.of(puppet.frame.motion)
        for _ in range(20):
            made = np.where(generator.random(63) < 0.2, generator.uniform(-0.5, 1, 63), 0)
            made[[weight_index(f"eyeLook{way}{side}") for way in ("Down", "Up", "In", "Out")
                  for side in ("Left", "Right")]] = 0
            seam = np.clip(made[weight_index("lipClose")], 0, 1) * gap.meeting.seam.max() / gap.unit
            assert gap(made) == pytest.approx(parted(puppet, Deformation(tuple(made.tolist()))) - seam, abs=2e-4)


@pytest.mark.parametrize("gap", [0.0, 0.02, 0.06, 0.1])
@pytest.mark.parametrize("driver", [{}, {"jawOpen": 0.4}, {"mouthSmileLeft": 0.6, "mouthSmileRight": 0.6}])
def test_lips_are_as_far_apart_as_the_drivers(closed: Puppet, toothy: Puppet, gap: float,
                                              driver: dict[str, float]) -> None:
    for puppet in (closed, toothy):
        shown = actor(puppet).deformation(weights(**driver), np.zeros(3), gap)
        assert parted(puppet, shown) == pytest.approx(gap, abs=0.005)


def test_a_smile_that_is_there_can_be_driven_further_and_back(toothy: Puppet) -> None:
    assert toothy.facts.blendshapes[ARKIT_INDEX["mouthSmileLeft"]] > 0.5
    calm = actor(toothy).deformation(weights(), np.zeros(3), 0.0)
    smile = actor(toothy).deformation(weights(mouthSmileLeft=0.7, mouthSmileRight=0.7), np.zeros(3), 0.02)
    assert calm.weight("mouthSmileLeft") < -0.3
    assert smile.weight("mouthSmileLeft") > calm.weight("mouthSmileLeft") + 0.4
    assert calm.weight("foldFade") > 0.3


def test_a_resting_driver_leaves_a_resting_portrait_as_it_is(closed: Puppet) -> None:
    shown = actor(closed).deformation(weights(), np.zeros(3), float("nan"))
    assert np.abs(shown.weights).max() < 0.1 and not shown.turns


def test_without_a_measured_gap_lips_part_by_the_weights(closed: Puppet) -> None:
    shown = actor(closed).deformation(weights(jawOpen=0.5), np.zeros(3), float("nan"))
    assert parted(closed, shown) > 0.03
    assert shown.weight("lipClose") == 0


def test_absolute_counts_from_what_the_photo_shows(toothy: Puppet) -> None:
    own = np.array(toothy.facts.blendshapes, np.float32)
    shown = actor(toothy, relative=False).deformation(own, np.array([4.0, -2.0, 1.0]), float("nan"))
    assert np.abs(shown.weights[:52]).max() < 0.05 and not (shown.yaw or shown.pitch or shown.roll)


def test_turns_end_softly_before_the_limit(closed: Puppet) -> None:
    some, more, most = (actor(closed).deformation(weights(), np.array([yaw, -yaw, 0.0]), 0.0)
                        for yaw in (5.0, 20.0, 80.0))
    assert some.yaw == pytest.approx(5.0, abs=0.2)
    assert some.yaw < more.yaw < most.yaw < YAW_LIMIT + 1e-6
    assert most.pitch > -PITCH_LIMIT - 1e-6


def test_what_it_wears_stays_beside_what_it_does(closed: Puppet) -> None:
    worn = Deformation.of({"browInnerUp": 0.4}, yaw=3.0)
    shown = actor(closed, base=worn).deformation(weights(jawOpen=0.3), np.zeros(3), float("nan"))
    assert shown.weight("browInnerUp") == pytest.approx(0.38, abs=0.05) and shown.weight("jawOpen") > 0.2
    assert shown.yaw == pytest.approx(3.0, abs=0.05)


def test_anything_a_driver_may_say_can_be_drawn(closed: Puppet, toothy: Puppet) -> None:
    generator = np.random.default_rng(5)
    for puppet in (closed, toothy):
        for relative in (True, False):
            acting = actor(puppet, relative)
            for _ in range(15):
                shown = acting.deformation(generator.uniform(-3, 3, 52), generator.uniform(-90, 90, 3),
                                           float(generator.uniform(0, 0.5)))
                assert np.isfinite(puppet.frame.motion.move(shown).positions).all()
