"""Fits, conversion, random characters, mirror."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.head.fit import HeadFit, fit_head
from engine.head.pack import load_head
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.appearance import brow_grey, colours_of, skin_for
from engine.rig.fit import convert, fit_rig, fit_together, personal_shape, values_from_amounts
from engine.rig.rest import moment, resting
from engine.rig.schema import LIVE, load_schema
from engine.rig.shaping import rig_vertices, shaping
from engine.rig.solve import solve
from engine.rig.variation import mirrored, random_rig

SCHEMAS = ("face-nn", "facewright-head")


@pytest.fixture(scope="module")
def portrait(analyser, astronaut: np.ndarray) -> tuple[HeadFit, np.ndarray]:  # noqa: ANN001
    face = analyser.faces(astronaut)[0]
    return fit_head(load_head(), face.landmarks, face.blendshapes), face.landmarks


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_head_made_of_values_is_found_again(name: str) -> None:
    values = random_rig(name, 11)
    found = solve(name, rig_vertices(values))
    wanted = load_schema(name).amounts(values)
    fitted = np.array([slot.fitted for slot in load_schema(name).slots])
    distance = np.linalg.norm(rig_vertices(values) - load_head().vertices, axis=1)
    face = load_head().masks["face"] > 0.5
    assert np.sqrt(np.mean(found.residuals**2)) < 0.25 * np.sqrt(np.mean(distance[face] ** 2))
    assert np.corrcoef(found.amounts[fitted], wanted[fitted])[0, 1] > 0.75
    assert np.abs(found.amounts).max() <= 1


@pytest.mark.parametrize("name", SCHEMAS)
def test_where_the_head_stands_and_how_large_it_is_does_not_matter(name: str) -> None:
    target = rig_vertices(random_rig(name, 12))
    moved = target * np.float32(1.05) + np.array([0.1, -0.2, 0.05], np.float32)
    assert np.abs(solve(name, target).amounts - solve(name, moved).amounts).max() < 0.2


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_photo_gives_values_near_it(name: str, portrait: tuple[HeadFit, np.ndarray], astronaut: np.ndarray) -> None:
    fit, landmarks = portrait
    found = fit_rig(name, fit, landmarks, pixels=astronaut)
    schema = load_schema(name)
    for slot, value in zip(schema.slots, found.values.values, strict=True):
        assert slot.minimum <= value <= slot.maximum
        if slot.state != LIVE and not slot.id.startswith("brow"):
            assert value == slot.default
    plain = fit.project(load_head().landmarks(load_head().vertices))[:468, :2]
    unfitted = np.linalg.norm(plain - landmarks[:468, :2], axis=1).mean()
    assert found.landmark_px is not None and found.landmark_px < 0.4 * unfitted
    assert found.landmark_relative is not None and found.landmark_relative < 0.01
    assert 0 < found.residual_mm < found.residual_max_mm < 10


def test_an_expression_does_not_enter_the_values(portrait: tuple[HeadFit, np.ndarray]) -> None:
    """The astronaut smiles; the mouth stays shut in the values and the rig head's lips meet."""
    fit, _ = portrait
    values = fit_rig("face-nn", fit).values
    assert values.values[load_schema("face-nn").index("mouth-open.jaw")] == 0.5


def test_the_role_shape_is_the_one_asked_for(portrait: tuple[HeadFit, np.ndarray]) -> None:
    assert fit_rig("face-nn", portrait[0], shape="male").values.shape == "male"
    with pytest.raises(UsageError):
        fit_rig("facewright-head", portrait[0], shape="male")


def test_conversion_keeps_the_face() -> None:
    values = random_rig("face-nn", 4, shape="male")
    other = convert(values, "facewright-head")
    back = convert(other.values, "face-nn", "male")
    away = np.abs(load_schema("face-nn").amounts(values)).mean()
    left = np.abs(load_schema("face-nn").amounts(back.values) - load_schema("face-nn").amounts(values))
    assert other.residual_mm < 1.0 and back.residual_mm < 1.0
    assert np.median(left) < 0.5 * away
    assert convert(values, "face-nn").values is values


@pytest.mark.parametrize("name", SCHEMAS)
def test_random_characters(name: str) -> None:
    schema = load_schema(name)
    first, again, other = random_rig(name, 1), random_rig(name, 1), random_rig(name, 2)
    assert first.same_as(again) and not first.same_as(other)
    assert np.all(schema.amounts(random_rig(name, 1, strength=0)) == 0)
    weak, strong = (np.abs(schema.amounts(random_rig(name, 1, strength=s))).mean() for s in (0.3, 1.0))
    assert 0 < weak < strong
    size = [np.sqrt(np.mean(schema.amounts(random_rig(name, seed)) ** 2)) for seed in range(30)]
    assert max(size) < 0.36, "no character is extreme everywhere"


def test_locks_hold() -> None:
    schema = load_schema("facewright-head")
    start = schema.set(schema.defaults(), {"eye-scale": 0.75})
    found = random_rig("facewright-head", 3, locks=["eye-scale", "nose-point"], start=start)
    assert found.values[schema.index("l-eye-scale")] == found.values[schema.index("r-eye-scale")] == 0.75
    assert found.values[schema.index("nose-point")] == 0
    with pytest.raises(UsageError):
        random_rig("facewright-head", 3, locks=["nonsense"])
    with pytest.raises(UsageError):
        random_rig("facewright-head", 3, strength=3)


def test_a_mirror_mirrors_the_head() -> None:
    values = random_rig("facewright-head", 8)
    flipped = mirrored(values)
    assert mirrored(flipped).same_as(values) and not flipped.same_as(values)
    head = load_head()
    seen = head.landmarks(rig_vertices(values))[[33, 263, 61, 291, 4]] * (-1, 1, 1)
    mirror = head.landmarks(rig_vertices(flipped))[[263, 33, 291, 61, 4]]
    assert np.abs(seen - mirror).max() < 0.02


def test_brows_in_a_photo(portrait: tuple[HeadFit, np.ndarray], astronaut: np.ndarray) -> None:
    dark, light = (brow_grey((astronaut * share).astype(np.uint8), portrait[1]) for share in (0.4, 1.0))
    assert 0 <= dark < light <= 1
    assert brow_grey(astronaut, portrait[1] + 5000) == 0.5
    from engine.head.portrait.skin import Skin

    schema = load_schema("face-nn")
    skin = skin_for(schema.set(schema.defaults(), {"brow.grey": 1, "brow.style2": 1}), Skin())
    assert (skin.brow_grey, skin.brow_style) == (pytest.approx(0.8), 2)
    assert skin_for(load_schema("facewright-head").defaults(), Skin()) == Skin()
    assert colours_of(Skin(lip=(0.1, 0.2, 0.3))).lips == (0.1, 0.2, 0.3)


def test_values_from_amounts_are_the_amounts() -> None:
    for name in SCHEMAS:
        schema = shaping(name).schema
        amounts = schema.amounts(random_rig(name, 9))
        assert np.allclose(schema.amounts(values_from_amounts(schema, amounts)), amounts, atol=1e-6)


def test_several_photos_are_fitted_as_the_mean_of_their_heads(portrait: tuple[HeadFit, np.ndarray]) -> None:
    fit, _ = portrait
    wrong = 0.5 * shaping("face-nn").column(load_schema("face-nn").index("jaw-angle.width"), 1.0)
    pair = [replace(fit, vertices=fit.vertices + sign * wrong) for sign in (1, -1)]
    alone = np.array(fit_rig("face-nn", fit).values.values)
    both, one = (np.array(fit_together("face-nn", fits).values.values) for fits in (pair, pair[:1]))
    assert np.abs(both - alone).max() < 0.02 < np.abs(one - alone).max()
    away = np.array([[0.34, 0, 0.94], [0, 1, 0], [-0.94, 0, 0.34]])
    turned = replace(pair[1], camera=replace(fit.camera, rotation=away @ fit.rotation))
    leaning = np.array(fit_together("face-nn", [pair[0], turned]).values.values)
    assert np.abs(leaning - one).max() < np.abs(leaning - alone).max(), "who looks away counts less"


def test_paint_values_of_several_photos_are_the_middle_ones(portrait: tuple[HeadFit, np.ndarray],
                                                            astronaut: np.ndarray) -> None:
    fit, landmarks = portrait
    pictures = [((astronaut * share).astype(np.uint8), landmarks) for share in (1.0, 0.4, 0.7)]
    found = fit_together("face-nn", [fit] * 3, pictures=pictures).values
    grey = found.values[load_schema("face-nn").index("brow.grey")]
    assert grey == pytest.approx(brow_grey(*pictures[2]), abs=1e-6)
    assert sorted(found.values[96:]) == [0, 0, 1]


def test_the_personal_shape_of_several_photos_is_that_of_their_mean(portrait: tuple[HeadFit, np.ndarray]) -> None:
    fit, _ = portrait
    wrong = np.zeros_like(fit.vertices)
    wrong[:, 2] = 0.02 * np.sin(20 * fit.vertices[:, 0])  # no slider says that
    pair = [replace(fit, vertices=fit.vertices + sign * wrong) for sign in (1, -1)]
    alone, both, one = (personal_shape("face-nn", *fits) for fits in ((fit,), pair, pair[:1]))
    assert np.abs(both - alone).max() < 1e-3 < np.abs(one - alone).max()


def test_low_brows_are_the_persons_and_an_open_mouth_is_the_moments(portrait: tuple[HeadFit, np.ndarray]) -> None:
    weights = np.zeros(52, np.float32)
    for name, weight in (("browDownLeft", 0.5), ("eyeSquintLeft", 1.0), ("jawOpen", 0.8), ("mouthSmileLeft", 0.7)):
        weights[ARKIT_INDEX[name]] = weight
    kept = {ARKIT_52[place]: float(weight) for place, weight in enumerate(resting(weights)) if weight}
    assert kept == pytest.approx({"browDownLeft": 0.475, "eyeSquintLeft": 0.6})
    assert np.allclose(resting(weights) + moment(weights), weights)
    fit, head = portrait[0], load_head()
    rest = fit.vertices - np.tensordot(fit.expression, head.expression_basis, 1)
    lengths = []
    for shown in (0 * weights, weights):
        seen = replace(fit, expression=shown, vertices=rest + np.tensordot(shown, head.expression_basis, 1))
        found = rig_vertices(fit_rig("face-nn", seen).values) + personal_shape("face-nn", seen)
        y = head.landmarks(found)[:, 1]
        lengths.append((y[334] - y[263], y[1] - y[152]))  # brow to eye, nose to chin
    (brow, chin), (low, same) = lengths
    assert low < brow - 0.01 and same == pytest.approx(chin, abs=0.02)
