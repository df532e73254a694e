"""A database is the same whoever draws it and however often they were stopped."""

from collections.abc import Callable, Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run
from engine.process.workers import Answer, Item
from engine.rig.database import rendered
from engine.rig.database.database_file import encode_database, read_database
from engine.rig.database.draws import BONES, TEST, TRAIN, disturbed, drawn_values, noisy_label
from engine.rig.database.making import DatabasePlan, make_database
from engine.rig.database.portrait_setting import PortraitSetting, Record
from engine.rig.database.rendered import databases_in, open_database

DATA = Path(__file__).parents[3] / "data" / "facenn"


def jpeg(shade: int = 90, size: int = 16) -> bytes:
    from PIL import Image

    buffer = BytesIO()
    Image.new("RGB", (size, size), (shade, 100, 110)).save(buffer, "JPEG")
    return buffer.getvalue()


class Scribblers:
    """Workers that draw nothing: a plain picture for each record, the last asked for first."""

    def __init__(self) -> None:
        self.asked: list[Record] = []

    def map(self, setting: Callable[[], Callable[[Item], Answer]], items: Sequence[Item],
            take: Callable[[int, Answer], object]) -> Job[None]:
        for place in reversed(range(len(items))):
            yield Progress(0, len(items))
            self.asked.append(items[place])  # type: ignore[arg-type]
            take(place, jpeg())  # type: ignore[arg-type]


def made(folder: Path, plan: DatabasePlan) -> list[Record]:
    workers = Scribblers()
    run(make_database(folder, plan, workers))
    return workers.asked


# ---- what is drawn

def test_a_record_is_drawn_from_its_own_stream() -> None:
    values = drawn_values(7, TRAIN, 3)
    assert values.dtype == np.float32 and values.shape == (99,)
    assert (values[:96] >= 0).all() and (values[:96] < 1).all() and sorted(values[96:]) == [0, 0, 1]
    assert np.array_equal(values, drawn_values(7, TRAIN, 3))
    for other in (drawn_values(8, TRAIN, 3), drawn_values(7, TEST, 3), drawn_values(7, TRAIN, 4)):
        assert abs(np.corrcoef(values[:95], other[:95])[0, 1]) < 0.4
    many = np.stack([drawn_values(0, TRAIN, index) for index in range(600)])
    assert np.abs(many[:, :96].mean(0) - 0.5).max() < 0.06 and np.abs(many[:, 96:].mean(0) - 1 / 3).max() < 0.08


def test_label_noise_is_the_original_s() -> None:
    known = np.load(DATA / "label_noise.npz", allow_pickle=False)
    hit = known["first_draw_0_94"] == known["index"]
    assert 3 < hit.sum() < 30
    found = np.where(hit, disturbed(known["value"], known["second_draw_m40_39"]), known["value"])
    assert np.allclose(found, known["out_float64"], atol=1e-6)


def test_label_noise_is_about_one_value_a_record_and_never_paint() -> None:
    changed = 0
    for index in range(400):
        values = drawn_values(1, TRAIN, index)
        label = noisy_label(values, 1, TRAIN, index)
        assert np.array_equal(label, noisy_label(values, 1, TRAIN, index))
        assert np.array_equal(label[BONES:], values[BONES:])
        differs = label != values
        assert (label[differs] >= -0.101).all() and (label[differs] <= 0.991).all()
        changed += int(differs.sum())
    assert 0.8 < changed / 400 < 1.2


# ---- the folder

def test_the_description_is_the_original_format_and_comes_last(tmp_path: Path) -> None:
    plan = DatabasePlan(10, seed=5, test_share=0.3, size=64)
    workers = Scribblers()
    with closing(make_database(tmp_path, plan, workers)) as job:
        while len(workers.asked) < 4:
            next(job)
    assert not list(tmp_path.rglob("db_description"))
    drawn = len(list(tmp_path.rglob("*.jpg")))
    assert 3 <= drawn <= 4
    assert len(made(tmp_path, plan)) == 10 - drawn and made(tmp_path, plan) == []
    names = [f"db_{index:05d}_4" for index in range(7)]
    expected = encode_database(names, np.stack([drawn_values(5, TRAIN, index) for index in range(7)]))
    assert (tmp_path / "trainset_female" / "db_description").read_bytes() == expected
    found = databases_in(tmp_path)
    assert {name: len(one) for name, one in found.items()} == {"trainset_female": 7, "testset_female": 3}
    assert found["testset_female"].picture(0).shape == (16, 16, 3) and found["testset_female"].problems == ()


def test_a_larger_count_goes_on_and_moves_no_record(tmp_path: Path) -> None:
    made(tmp_path, DatabasePlan(10, test_share=0.3))
    before = {half: read_database(tmp_path / half / "db_description") for half in ("trainset_female", "testset_female")}
    assert len(made(tmp_path, DatabasePlan(20, test_share=0.3))) == 10
    for half, old in before.items():
        new = read_database(tmp_path / half / "db_description")
        assert new.names[:len(old.names)] == old.names and np.array_equal(new.values[:len(old.names)], old.values)


@pytest.mark.parametrize("fewer", [{"count": 9}, {"count": 10, "test_share": 0.5}, {"count": 10, "test_share": 0.1}])
def test_a_list_is_never_made_shorter(fewer: dict[str, float], tmp_path: Path) -> None:
    made(tmp_path, DatabasePlan(10, test_share=0.3))
    before = sorted((path, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file())
    with pytest.raises(EngineError, match="are fewer"):
        made(tmp_path, DatabasePlan(**fewer))  # type: ignore[arg-type]
    assert sorted((path, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize("left", [b"", b"x", jpeg()[:-20], jpeg()[2:]])
def test_a_picture_that_is_empty_or_cut_short_is_drawn_anew(left: bytes, tmp_path: Path) -> None:
    plan = DatabasePlan(4, test_share=0.0)
    made(tmp_path, plan)
    hurt = tmp_path / plan.picture((TRAIN, 2))
    hurt.write_bytes(left)
    assert made(tmp_path, plan) == [(TRAIN, 2)] and hurt.read_bytes() == jpeg() and made(tmp_path, plan) == []


def test_two_do_not_draw_into_one_folder(tmp_path: Path) -> None:
    plan = DatabasePlan(4)
    with closing(make_database(tmp_path, plan, Scribblers())) as first:
        next(first)
        with pytest.raises(EngineError, match="in use by another") as told:
            made(tmp_path, plan)
        assert "\n" not in str(told.value)
    assert len(made(tmp_path, plan)) >= 2, "free again"


def test_noise_is_in_the_file_and_the_pictures_know_nothing_of_it(tmp_path: Path) -> None:
    made(tmp_path, DatabasePlan(60, noise=True, test_share=0.0))
    label = read_database(tmp_path / "trainset_female" / "db_description").values
    values = np.stack([drawn_values(0, TRAIN, index) for index in range(60)])
    assert 30 < (label != values).sum() < 100
    assert not hasattr(PortraitSetting(0, "female", 64), "noise")


@pytest.mark.parametrize("change", [{"seed": 1}, {"size": 32}, {"noise": True}, {"shape": "male"}])
def test_another_database_in_the_folder_is_left_alone(change: dict[str, object], tmp_path: Path) -> None:
    made(tmp_path, DatabasePlan(4))
    before = sorted((path, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file())
    with pytest.raises(EngineError, match="other settings"):
        made(tmp_path, DatabasePlan(**{"count": 4, **change}))  # type: ignore[arg-type]
    assert sorted((path, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file()) == before


def test_a_game_engine_s_database_is_not_drawn_over(tmp_path: Path) -> None:
    (tmp_path / "trainset_female").mkdir()
    (tmp_path / "trainset_female" / "db_description").write_bytes((DATA / "db_standard.bin").read_bytes())
    with pytest.raises(EngineError, match="not drawn by this program"):
        made(tmp_path, DatabasePlan(4))
    assert [path.name for path in tmp_path.iterdir()] == ["trainset_female"]


def test_a_damaged_recipe_is_said(tmp_path: Path) -> None:
    made(tmp_path, DatabasePlan(2))
    (tmp_path / "database.json").write_bytes(b"{")
    with pytest.raises(EngineError, match="other settings"):
        made(tmp_path, DatabasePlan(2))


# ---- what others exported

def test_old_and_long_names_are_read_and_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "db_description").write_bytes((DATA / "db_mixed_names.bin").read_bytes())
    names = read_database(tmp_path / "db_description").names
    assert {len(name) for name in names} == {9, 10, 11}
    for name in names[:2]:
        (tmp_path / f"{name}.jpg").write_bytes(jpeg())
    found = databases_in(tmp_path)[""]
    assert found.names == names[:2] and found.values.shape == (2, 99)
    assert found.problems == ("1 of 3 records have no picture",)
    assert found.picture(1).shape == (16, 16, 3)


@pytest.mark.parametrize("name", ["../db_00000_4", "a/b_4", "a\\b_4", "c:b_4", "db_00000_5", "", "a" * 400 + "_4"])
def test_a_hostile_name_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "db_description").write_bytes(encode_database([name], np.zeros((1, 99))))
    with pytest.raises(EngineError):
        open_database(tmp_path)


def test_records_of_one_name_are_looked_for_once_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "db_description").write_bytes(encode_database(["a_4", "b_4", *["c_4"] * 50], np.zeros((52, 99))))
    (tmp_path / "a_4.jpg").write_bytes(jpeg())
    (tmp_path / "c_4.jpg").write_bytes(b"")
    looked, find = [], rendered._has_bytes

    def has_bytes(path: str) -> bool:
        looked.append(path)
        return find(path)

    monkeypatch.setattr(rendered, "_has_bytes", has_bytes)
    found = open_database(tmp_path)
    assert len(looked) == 3 and found.names == ("a_4",)
    assert found.problems == ("51 of 52 records have no picture",
                              "49 records have the name, and the picture, of another")


def test_a_database_without_pictures_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "db_description").write_bytes((DATA / "db_standard.bin").read_bytes())
    with pytest.raises(EngineError, match="no picture of any of its 3"):
        open_database(tmp_path)
    with pytest.raises(EngineError, match="there is no db_description"):
        databases_in(tmp_path / "elsewhere")
