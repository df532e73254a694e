"""What a look asks of the closed loop, and what it may ask."""

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.look import Look
from engine.expression.latent.basis import GROUPS, Basis, read_basis, shipped, write_basis
from engine.expression.latent.measures import LOGITS, NAMES, PLACE, logits, measured
from engine.expression.latent.units import (
    KEYS,
    MEASURED,
    SUPPORT,
    UNITS,
    LatentUnit,
    aim,
    aim_of,
    asked_units,
    besides,
    remark,
    shares,
    support_of,
)
from engine.expression.units import CONTROLS
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.au_measures import measure_units
from engine.photo.face import Face
from engine.puppet.keys.polish_key import KINDS
from tests.engine.expression.latent.toy import ToyAnalyser


def look(**values: float) -> Look:
    return Look.of(CONTROLS, values)


def test_every_unit_is_a_control_and_speaks_of_measures_that_there_are(toy_analyser: ToyAnalyser) -> None:
    face = toy_analyser.faces(np.full((64, 64, 3), 128, np.uint8))[0]
    for unit in UNITS.values():
        assert unit.controls and set(unit.asks) | set(unit.frees) <= set(NAMES) and unit.asks
        assert not set(unit.plus or unit.to or unit.least) & set(unit.frees), unit.id
        assert unit.sight.lstrip("-") in {"", *measure_units(face)}
    assert tuple(KEYS) == KINDS


def test_what_was_measured_is_there_for_every_unit() -> None:
    assert MEASURED.keys() == UNITS.keys() == SUPPORT.keys()
    for name, row in MEASURED.items():
        assert row["support"] in ("good", "side effects", "no")
        assert bool(row["remark"]) == bool(besides(name)) == (row["support"] != "good"), name
        assert {measure.lstrip("+-") for measure in row.get("measures", ())} <= {*NAMES}
    assert {"good", "no"} <= set(SUPPORT.values())


def test_what_is_not_supported_is_passed_over() -> None:
    assert SUPPORT["AU6"] == SUPPORT["AU9"] == "no"
    assert asked_units(look(AU6=5, AU12=3)) == {"AU12": 3}
    assert asked_units(look(**{"mouth.x": 3.0, "jawOpen": 0.5, "head.roll": 4.0, "upperlip": 4.0})) == {}
    assert support_of("AU6L") == support_of("jaw.z") == "no" and support_of("AU12L") == SUPPORT["AU12"] != "no"


def test_a_side_has_what_its_unit_has() -> None:
    telling = [name for name, row in MEASURED.items() if row["support"] == "side effects"]
    assert telling
    for name in telling:
        for control in UNITS[name].controls:
            assert besides(control) == besides(name) != "" and remark(control) == remark(name)
            assert support_of(control) == support_of(name) == "side effects"
    assert besides("AU12") == besides("AU12L") == besides("jaw.z") == "" and remark("AU12") is None


def test_what_comes_along_is_said_in_words() -> None:
    assert besides("AU1") == "brings along more frown, less raised outer brows, more squint"
    assert besides("AU9") == "cannot be measured: noseSneer is never seen on drawn faces"
    assert remark("AU9L") == "Latent leaves this to the live puppet: noseSneer is never seen on drawn faces".replace(
        "noseSneer", "wrinkled nose")
    assert remark("AU4") == "Latent: brings along less opened eyes" and remark("head.yaw") == "Latent: weak"
    assert remark("jaw.z") == "Latent leaves this to the live puppet"


def test_sides_go_together() -> None:
    assert asked_units(look(AU12=4, wrinkles=30)) == {"AU12": 4}
    assert asked_units(look(AU12L=4)) == asked_units(look(AU12L=4, AU12R=2)) == {}


def test_attributes_are_somebody_elses() -> None:
    assert asked_units({"attribute.age": 2.0, "AU12L": 1.0, "AU12R": 1.0}) == {"AU12": 1.0}


def test_below_nothing_only_where_there_is_a_less(all_supported: None) -> None:
    assert asked_units(look(AU12=-4)) == {"AU12": -4}
    assert asked_units(look(AU15=-4)) == {} and asked_units(look(AU15=4)) == {"AU15": 4}


def test_ten_is_three_standard_deviations_and_no_more_than_faces_do(basis: Basis) -> None:
    own = np.zeros(len(NAMES))
    half = aim({"AU4": 5.0}, own, basis)
    assert half.target[PLACE["browDown"]] == pytest.approx(1.5) and half.weight[PLACE["browDown"]] == 1
    assert half.asked.sum() == 1 and half.weight[PLACE["eyeSquint"]] == 0 and 0 < half.weight[PLACE["jawOpen"]] < 1
    frowning = own.copy()
    frowning[PLACE["browDown"]] = 3.0
    assert aim({"AU4": 10.0}, frowning, basis).target[PLACE["browDown"]] == pytest.approx(4.0)  # `high`
    basis.high[PLACE["browDown"]] = basis.centre[PLACE["browDown"]] + 2
    frowning[PLACE["browDown"]] = 1.0
    assert aim({"AU4": 10.0}, frowning, basis).target[PLACE["browDown"]] == pytest.approx(2.5)  # and a little
    assert aim({"AU4": -10.0}, frowning, basis).target[PLACE["browDown"]] == pytest.approx(-2.0)


def test_shut_is_shut_whatever_the_photo_shows(basis: Basis) -> None:
    for start in (-2.0, 1.0):
        own = np.full(len(NAMES), start)
        target = aim({"blink": 10.0}, own, basis)
        place = PLACE["eyeBlink"]
        assert basis.centre[place] + basis.spread[place] * target.target[place] == pytest.approx(1.2)
        assert aim({"blink": 5.0}, own, basis).target[place] == pytest.approx((start + target.target[place]) / 2)


def test_what_is_lower_already_stays(basis: Basis) -> None:
    unit = LatentUnit("neutral", least={"jawOpen": -2.0})
    assert not aim_of(unit, np.full(len(NAMES), -3.0), basis).asked.any()
    high = aim_of(unit, np.zeros(len(NAMES)), basis)
    assert high.target[PLACE["jawOpen"]] == pytest.approx(-2.0 - basis.centre[PLACE["jawOpen"]])


def test_each_unit_is_told_what_it_got(basis: Basis) -> None:
    own, there = np.zeros(len(NAMES)), np.zeros(len(NAMES))
    values = {"AU4": 10.0, "AU1": 10.0}
    there[PLACE["browDown"]], there[PLACE["browInnerUp"]] = 3.0, -0.75
    assert shares(values, aim(values, own, basis), own, there) == pytest.approx({"AU4": 1.0, "AU1": -0.25})


def test_logits_are_of_both_sides_and_alive_at_a_millionth(toy_analyser: ToyAnalyser) -> None:
    weights = np.full(52, 0.5)
    assert logits(weights) == pytest.approx(np.zeros(len(LOGITS) + 2))
    weights[ARKIT_INDEX["cheekSquintLeft"]] = weights[ARKIT_INDEX["cheekSquintRight"]] = 1e-6
    weights[ARKIT_INDEX["eyeLookUpLeft"]] = 1 / (1 + np.exp(-2))
    found = dict(zip(NAMES, logits(weights), strict=False))
    assert found["cheekSquint"] == pytest.approx(-13.8, abs=0.1) and found["gazeUp"] == pytest.approx(0.5)
    assert np.isfinite(logits(np.zeros(52))).all() and np.isfinite(logits(np.ones(52))).all()


def test_measures_agree_with_what_labels_call_by_the_same_names(samples: dict[str, np.ndarray], analyser) -> None:
    from engine.attributes.labels import measures as labelled

    pixels = samples["smile"]
    face: Face = analyser.faces(pixels)[0]
    ours = dict(zip(NAMES, measured(face), strict=True))
    table = labelled.measure(pixels, face, {})
    theirs = dict(zip((column.name for column in labelled.COLUMNS), table, strict=False))
    for mine, other in {"yaw": "yaw", "pitch": "pitch", "eyesOpen": "eyes-open", "mouthOpen": "mouth-open",
                        "mouthWidth": "mouth-width", "faceWidth": "face-width"}.items():
        assert ours[mine] == pytest.approx(float(theirs[other]), rel=1e-4), mine


def test_the_shipped_basis_moves_only_its_rows() -> None:
    basis = shipped()
    code = np.zeros((23, 512), np.float32)
    move = np.zeros(basis.moves)
    move[PLACE["mouthSmile"] * len(GROUPS) + 1] = 2.0
    moved = basis.moved(code, move)
    rows = np.flatnonzero(np.abs(moved).sum(1))
    assert rows.tolist() == list(range(*GROUPS[1]))
    assert np.allclose(moved[rows[0]], 2 * basis.directions[PLACE["mouthSmile"]])
    assert not code.any()


def test_more_smile_is_expected_of_more_smile() -> None:
    """Whatever the face: the known Jacobians say that each direction does what it was fitted to."""
    basis = shipped()
    for own in (np.zeros(len(NAMES)), basis.standard(basis.low)):
        jacobian = basis.jacobian(own)
        for name in ("mouthSmile", "eyeBlink", "browInnerUp", "browDown", "jawOpen", "yaw", "mouthOpen"):
            place = PLACE[name]
            assert jacobian[place, place * 4:place * 4 + 4].sum() > 0.3, name


def test_a_damaged_basis_is_told(tmp_path, basis: Basis) -> None:
    path = tmp_path / "latent.npz"
    write_basis(path, basis, "a test")
    again = read_basis(path)
    assert again.digest == "toy" and np.allclose(again.jacobians, basis.jacobians, atol=1e-3)
    data = path.read_bytes()
    for bad in (data[:len(data) // 2], b"", b"PK\x03\x04" + bytes(200)):
        path.write_bytes(bad)
        with pytest.raises(EngineError, match="damaged"):
            read_basis(path)
    with pytest.raises(EngineError, match="missing"):
        read_basis(tmp_path / "none.npz")


def test_another_generator_is_refused() -> None:
    with pytest.raises(EngineError, match="MobileStyleGAN only"):
        shipped().check((18, 512), "0" * 64, "StyleGAN2")
