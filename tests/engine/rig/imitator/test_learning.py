"""An imitator learns, its rate goes down as the original's, and a training that was stopped ends in the same bits."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError
from engine.base.jobs import Progress, run
from engine.photo.writing import write_picture
from engine.process.child import run_child
from engine.process.training import TrainingRun
from engine.rig.database.database_file import write_database
from engine.rig.database.rendered import open_database
from engine.rig.imitator import kinds
from engine.rig.imitator.learning import ImitatorLearner, LearningPlan, planned
from engine.rig.imitator.network import Imitator
from engine.rig.imitator.training import plan_for, train_imitator
from engine.rig.imitator.weights_file import read_imitator, write_imitator
from engine.rig.training import board
from engine.rig.training.plan import learning_rate
from tests.engine.rig.imitator.seeded import numbers

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(kinds.WIDTHS, "tiny", (8, 6))  # draws 16 x 16
    monkeypatch.setitem(kinds.WIDTHS, "wider", (16, 12))
    yield


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pictures whose colours are three of the values: what an imitator learns in a few steps."""
    folder = tmp_path_factory.mktemp("database")
    for half, (name, count) in enumerate((("trainset_female", 24), ("testset_female", 6))):
        names = [f"db_{index:05d}_4" for index in range(count)]
        values = np.full((count, 99), 0.5, np.float32)
        values[:, :3] = np.random.default_rng(half).random((count, 3))
        for one, row in zip(names, values, strict=True):
            picture = np.zeros((32, 32, 3), np.uint8)
            picture[:] = (row[:3] * 255).astype(np.uint8)
            write_picture(folder / name / f"{one}.jpg", picture)
        write_database(folder / name / "db_description", names, values)
    return folder


def plan(database: Path, **settings: object) -> LearningPlan:
    return plan_for(database, **{"network": "tiny", "steps": 12, "batch": 4, "every": 4, **settings})  # type: ignore


@pytest.mark.parametrize(("name", "rate", "steps"), [("imitator_readme", 0.01, 30_000),
                                                     ("imitator_default", 0.1, 600_000)])
def test_the_rate_is_the_original_s(name: str, rate: float, steps: int) -> None:
    known = numbers("lr")
    original = LearningPlan("", steps=steps, rate=rate, floor=0.002, every=1000)
    found = [learning_rate(int(step), original) for step in known[f"{name}_index"]]
    assert len(found) == 121 and np.allclose(found, known[name], atol=1e-12)


def test_it_learns_and_looks_at_what_is_held_out_without_learning_from_it(database: Path) -> None:
    settings = plan(database, network="wider", steps=120, batch=16, rate=0.005, every=30)
    learner = ImitatorLearner(settings, open_database(Path(settings.database)), open_database(Path(settings.held_out)))
    before = learner.held_out_error()
    weights = {key: tensor.clone() for key, tensor in learner.imitator.weights.items()}
    learner.held_out_error()
    learner.preview()
    assert all(torch.equal(learner.imitator.weights[key], tensor) for key, tensor in weights.items())
    for number in range(120):
        learner.step(number)
    assert before is not None and learner.curve[-1][2] < 0.9 * before
    assert [entry[0] for entry in learner.curve] == [30, 60, 90, 120]
    assert learner.preview().shape == (32, 64, 3)


def bits(folder: Path) -> dict[str, bytes]:
    newest = TrainingRun.open(folder).newest()
    assert newest is not None
    return {key: values.tobytes() for key, values in newest.arrays.items()} | {"facts": repr(newest.facts).encode()}


@pytest.mark.parametrize("mixed", [False, True])
def test_stopped_and_gone_on_with_it_ends_in_the_same_bits(database: Path, mixed: bool, tmp_path: Path) -> None:
    config = plan(database, mixed=mixed).config
    whole, halved = tmp_path / "whole", tmp_path / "halved"
    answer = run(train_imitator(str(whole), config, 5))
    with closing(train_imitator(str(halved), config, 5)) as job:
        while next(job).done < 7:
            pass
    assert TrainingRun.open(halved).step == 7
    run(train_imitator(str(halved), config, 5))
    assert bits(whole) == bits(halved)
    first, second = (read_imitator(folder / "imitator_12_cpu.pth") for folder in (whole, halved))
    assert answer["file"] == str(whole / "imitator_12_cpu.pth") and first[1] == second[1] == 12
    assert all(torch.equal(first[0].weights[key], tensor) for key, tensor in second[0].weights.items())
    names = sorted(path.name for path in (whole / "previews").iterdir())
    assert names == ["imit_12.jpg", "imit_4.jpg", "imit_8.jpg"]


def test_tensorboard_is_told_where_it_is_installed(database: Path, tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[object, ...]] = []

    class SummaryWriter:
        def __init__(self, folder: str, purge_step: int) -> None:
            told.append((folder, purge_step))

        def add_scalar(self, name: str, value: float, step: int) -> None:
            told.append((name, step))

        def add_image(self, name: str, pixels: np.ndarray, step: int, dataformats: str) -> None:
            told.append((name, step, pixels.shape, dataformats))

        def close(self) -> None:
            told.append(("closed",))

    module = ModuleType("torch.utils.tensorboard")
    module.SummaryWriter = SummaryWriter  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(board, "find_spec", lambda name: name)
    run(train_imitator(str(tmp_path), plan(database, steps=4).config))
    assert told == [(str(tmp_path / "logs"), 0), ("imitator/loss", 4), ("imitator/learning rate", 4),
                    ("imitator/held out", 4), ("imitator/preview", 4, (32, 64, 3), "HWC"), ("closed",)]


def test_mixed_precision_is_another_arithmetic_of_the_same_training(database: Path) -> None:
    losses = {}
    for mixed in (False, True):
        settings = plan(database, mixed=mixed)
        learner = ImitatorLearner(settings, open_database(Path(settings.database)), None)
        learner.step(0)
        losses[mixed] = learner._since[0]
        assert all(tensor.dtype in (torch.float32, torch.int64) for tensor in learner.imitator.weights.values())
    assert 0 < abs(losses[True] - losses[False]) < 0.01


def test_it_goes_on_from_a_published_file_whose_adam_torch_takes(database: Path, tmp_path: Path) -> None:
    write_imitator(tmp_path / "start.pth", Imitator.begun(99, (5, 4), 3), 7)
    config = plan(database, start=str(tmp_path / "start.pth"), steps=3).config
    answer = run(train_imitator(str(tmp_path / "run"), config))
    found, steps = read_imitator(Path(str(answer["file"])))
    assert found.widths == (5, 4) and steps == 3
    plain = torch.load(str(answer["file"]), weights_only=True)
    adam = torch.optim.Adam(list(found.learnt.values()))
    adam.load_state_dict(plain["optimizer"])
    assert int(adam.state[found.learnt["0.0.weight"]]["step"]) == 3


def test_in_a_child_process_it_tells_and_shows(database: Path, tmp_path: Path) -> None:
    config = plan_for(database, steps=2, batch=2, every=1).config
    seen: list[Progress] = []
    answer = run(run_child("engine.rig.imitator.training:train_imitator",
                           {"folder": str(tmp_path / "run"), "config": config, "every": 1}), seen.append)
    assert answer["steps"] == 2 and Path(answer["file"]).stat().st_size > 1e6 and 0 < answer["held_out"] < 1
    assert any("step 2 of 2" in progress.message for progress in seen)
    assert {one.preview.shape[1] / one.preview.shape[0] for one in seen if one.preview is not None} == {2}


def test_nothing_is_written_for_what_cannot_be_read(database: Path, tmp_path: Path) -> None:
    (tmp_path / "start.pth").write_bytes(b"PK")
    for change in ({"database": str(tmp_path / "none")}, {"start": str(tmp_path / "start.pth")}):
        with pytest.raises(EngineError):
            run(train_imitator(str(tmp_path / "run"), {**plan(database).config, **change}))
    assert not (tmp_path / "run").exists()
    with pytest.raises(EngineError, match="not known here"):
        planned({"database": "", "colour": "red"})
    with pytest.raises(EngineError, match="none to learn from"):
        (tmp_path / "db").mkdir()
        (tmp_path / "db" / "testset_female").symlink_to(database / "testset_female")
        plan_for(tmp_path / "db")


def test_a_training_with_other_settings_is_left_alone(database: Path, tmp_path: Path) -> None:
    run(train_imitator(str(tmp_path), plan(database, steps=2).config))
    before = bits(tmp_path)
    with pytest.raises(EngineError, match="other settings"):
        run(train_imitator(str(tmp_path), plan(database, steps=3).config))
    assert bits(tmp_path) == before
