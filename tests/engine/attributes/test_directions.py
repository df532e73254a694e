"""Directions: conditions, edits, files, and other programs' layouts."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.attributes.code_edit import Move, leaving_alone, moved, rfm_edit, with_sigma
from engine.attributes.directions import (
    Direction,
    Directions,
    conditional,
    read_directions,
    shipped,
    unit,
    without,
    write_directions,
)
from engine.attributes.foreign import read_foreign, write_foreign
from engine.attributes.labels.latent_codes import read_array
from engine.base.errors import EngineError, UsageError
from engine.generator.mobilestylegan import rows_of_stylegan2


def some(width: int = 512, rows: tuple[int, int] | None = None) -> Direction:
    return Direction("smile", unit(np.random.RandomState(0).randn(width)), 2.0, "ridge", {"auc": 0.9}, rows, 0.7,
                     {"yaw": -0.1})


@pytest.mark.parametrize("count", range(5))
def test_conditions_are_those_of_the_reference(count: int, reference: Path) -> None:
    known = np.load(reference / "conditional.npz")
    mine = without(known["primal"], list(known["conditions"][:count]))
    np.testing.assert_allclose(mine, known[f"proj{count}"][0], atol=1e-6, rtol=0)
    assert np.linalg.norm(mine) == pytest.approx(1)


def test_any_number_of_conditions_however_alike() -> None:
    source = np.random.RandomState(2)
    others = list(source.randn(20, 64))
    others += [others[0] * 3, others[1] + 1e-9 * source.randn(64)]
    left = without(source.randn(64), others)
    assert max(abs(left @ other) for other in others) < 1e-6
    with pytest.raises(EngineError, match="nothing of the direction"):
        without(others[0], others)
    with pytest.raises(UsageError, match="widths"):
        without(others[0], [np.ones(3)])


def test_a_conditional_direction_knows_nothing_of_its_score() -> None:
    other = Direction("yaw", unit(np.random.RandomState(1).randn(512)))
    one = conditional(Directions((some(), other)), "smile", ["yaw"])
    assert abs(float(one.vector @ other.vector)) < 1e-6 and one.score == {} and np.isnan(one.effect)


@pytest.mark.parametrize("index", range(4))
def test_rfms_edit(index: int, reference: Path) -> None:
    known = np.load(reference / "edit.npz")
    amount, first, last, clip = known["configs"][index]
    result = rfm_edit(known["w_y"], known["w_d"], amount, int(first), int(last), clip)
    np.testing.assert_allclose(result[:, ::16], known["results"][index], atol=3e-3)


def test_a_move_is_in_standard_deviations_and_only_in_its_rows() -> None:
    code = np.random.RandomState(5).randn(6, 512).astype(np.float32)
    one = some(rows=(1, 4))
    changed = moved(code, [Move(one, 1.5)])
    np.testing.assert_allclose((changed - code)[1:4], np.tile(3.0 * one.vector, (3, 1)), atol=1e-5)
    np.testing.assert_array_equal(changed[[0, 4, 5]], code[[0, 4, 5]])
    np.testing.assert_array_equal(moved(code, [Move(one, 0.0)]), code)


def test_moves_that_do_not_fit() -> None:
    code = np.zeros((6, 512), np.float32)
    for direction in (some(64), some(rows=(2, 9)), replace(some(), sigma=np.nan)):
        with pytest.raises(UsageError):
            moved(code, [Move(direction, 1.0)])
    with pytest.raises(EngineError, match="finite"):
        moved(code * np.nan, [])
    with pytest.raises(UsageError, match="finite"):
        Move(some(), float("nan"))


def test_spread_is_measured_when_it_is_not_known(toy) -> None:  # noqa: ANN001
    direction = Direction("x", unit(np.eye(8)[0]))
    assert with_sigma(direction, toy).sigma == pytest.approx(1, abs=0.1)
    assert with_sigma(some(), toy).sigma == 2.0


def test_kept_attributes_are_taken_out() -> None:
    kept = Direction("yaw", unit(np.random.RandomState(1).randn(512)))
    assert abs(float(leaving_alone(some(), [kept]).vector @ kept.vector)) < 1e-6
    assert leaving_alone(some(), [some()]).vector is not None  # itself is not a condition


def test_the_file(tmp_path: Path) -> None:
    path = tmp_path / "d.npz"
    two = (some(rows=(0, 7)), replace(some(), name="b", sigma=np.nan))
    write_directions(path, Directions(two, "toy", "abc", "how"))
    first = path.read_bytes()
    again = read_directions(path)
    np.testing.assert_array_equal(again.items[0].vector, some().vector)
    assert (again.names, again.generator, again.digest, again.about) == (("smile", "b"), "toy", "abc", "how")
    assert again.items[0].rows == (0, 7) and again.items[0].moves == {"yaw": -0.1} and np.isnan(again.items[1].sigma)
    write_directions(path, again)
    assert path.read_bytes() == first
    with pytest.raises(UsageError):
        write_directions(tmp_path / "d.pkl", again)


@given(st.integers(0, 3000), st.integers(1, 255), st.booleans())
def test_a_damaged_file_is_an_error_for_people(place: int, value: int, cut: bool) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "d.npz"
        write_directions(path, Directions((some(32),), "toy", "abc"))
        data = bytearray(path.read_bytes())
        place %= len(data)
        data[place] ^= value
        path.write_bytes(bytes(data[:place]) if cut else bytes(data))
        try:
            read_directions(path)
        except EngineError as error:
            assert "d.npz" in str(error)


def test_directions_of_another_generator_are_refused() -> None:
    ours = Directions((some(),), "mobilestylegan", "abc")
    ours.check_generator("same", 512, "abc")
    for width, digest in ((64, "abc"), (512, "other")):
        with pytest.raises(UsageError):
            ours.check_generator("toy", width, digest)
    with pytest.raises(UsageError, match="there is no direction"):
        ours.named("nonsense")


@pytest.mark.parametrize("suffix", [".npy", ".pt"])
@pytest.mark.parametrize("layout", ["vector", "rows", "flat"])
def test_other_programs_layouts(suffix: str, layout: str, tmp_path: Path) -> None:
    path = tmp_path / f"smile{suffix}"
    write_foreign(path, some(), layout)  # type: ignore[arg-type]
    shape = {"vector": (1, 512), "rows": (18, 512), "flat": (1, 9216)}[layout]
    assert read_array(path).shape == shape
    again = read_foreign(path).named("smile")
    np.testing.assert_allclose(again.vector, some().vector, atol=1e-6)
    assert again.rows is None and np.isnan(again.sigma) and np.isnan(again.effect)


def test_rows_of_eighteen_become_those_of_the_generator(tmp_path: Path) -> None:
    path = tmp_path / "smile.npy"
    write_foreign(path, some(rows=(9, 18)), "flat")
    assert read_foreign(path).items[0].rows == (9, 18)
    first, last = read_foreign(path, rows=23).items[0].rows or (0, 0)
    assert last == 23 and all(row >= 9 for row in rows_of_stylegan2()[first:last]) and first == 13


def test_length_and_columns_of_numpy_do_not_matter(tmp_path: Path) -> None:
    table = np.asfortranarray(np.tile(some().vector * 4.2, (18, 1)).astype(np.float64))
    np.save(tmp_path / "long.npy", table)
    np.testing.assert_allclose(read_foreign(tmp_path / "long.npy").items[0].vector, some().vector, atol=1e-6)


def test_wrong_directions_are_one_line(tmp_path: Path, evil: Path) -> None:
    path = tmp_path / "odd.npy"
    for values in (np.zeros(512), np.full(512, np.nan), np.ones(500), np.random.RandomState(0).randn(18, 512),
                   np.ones((2, 2, 2, 512)), np.array(["a"])):
        np.save(path, values)
        with pytest.raises(EngineError) as refused:
            read_foreign(path)
        assert "odd.npy" in str(refused.value) and "\n" not in str(refused.value)
    with pytest.raises(EngineError, match="objects"):
        read_foreign(evil / "direction_object.npy")


def test_those_that_come_along_are_good() -> None:
    """Held-out scores and what was seen, as the recipe asks for it (scripts/make_directions.py)."""
    ours = shipped()
    expressions = {"smile", "mouth-open", "eyes-open", "yaw", "pitch"}
    assert ours.width == 512
    assert expressions | {"age", "masculine", "glasses", "hair-length", "hair-light", "beard"} <= set(ours.names)
    for one in ours.items:
        assert one.score["auc"] >= 0.75 and one.score["faces"] >= 100
        assert one.effect >= 0.2 and one.score["agreeing"] >= 0.85 and 0 < one.sigma < 20
        assert one.name not in expressions or one.score["auc"] > 0.9 and one.effect > 0.5


def test_what_comes_together_among_faces_does_not_come_together_here() -> None:
    """Seen on drawn faces: gender leaves the hair's length alone, glasses the age, and each moves itself most."""
    ours = shipped()
    for name, other in (("masculine", "hair-length"), ("glasses", "age"), ("age", "glasses"), ("beard", "masculine")):
        one = ours.named(name)
        assert one.effect > 1.5 * abs(one.moves[other]), (name, other, one.effect, one.moves[other])
    assert "apart from hair-length" in ours.named("masculine").method
