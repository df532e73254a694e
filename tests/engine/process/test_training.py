"""A training goes on where it was, however it ended."""

import os
import signal
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run
from engine.base.lock_file import held, hold
from engine.base.text import Text
from engine.process.training import Checkpoint, TrainingRun, read_checkpoint, write_checkpoint
from tests.engine.process.test_child import gone, toy
from tests.engine.process.toys import Adder


def training(folder: Path, **config: Any) -> TrainingRun:
    return TrainingRun.begin(folder, config)


def taken(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "notes").read_text(encoding="utf-8").split()]


def child_of(job: Job[Any], step: int) -> int:
    """Go on until so many steps are done; the child's number."""
    while True:
        progress = next(job)
        if progress.done >= step and progress.message.startswith("by "):
            return int(progress.message.removeprefix("by "))
        if progress.waiting is not None:
            progress.waiting.result(60)


def test_it_trains_to_the_end_and_keeps_the_newest_two(tmp_path: Path) -> None:
    seen: list[Progress] = []
    assert run(training(tmp_path).train(Adder(tmp_path / "notes"), 10, 3), seen.append) == 10
    assert [progress.done for progress in seen] == list(range(11)) and seen[0].message == "step 0 of 10"
    assert sorted(path.name for path in tmp_path.glob("checkpoint*")) == [
        "checkpoint-00000009.safetensors", "checkpoint-00000010.safetensors"]
    again = TrainingRun.open(tmp_path)
    newest = again.newest()
    assert again.step == 10 and newest is not None and newest.step == 10 and newest.arrays["total"][0] == 45
    assert run(again.train(Adder(tmp_path / "notes"), 10, 3)) == 10 and len(taken(tmp_path)) == 10
    assert run(again.train(Adder(tmp_path / "notes"), 12, 3)) == 12 and taken(tmp_path)[-2:] == [10, 11]


def test_closed_it_keeps_what_was_done(tmp_path: Path) -> None:
    with closing(training(tmp_path).train(Adder(tmp_path / "notes"), 10, 100)) as job:
        while next(job).done < 4:
            pass
        assert held(tmp_path / "lock")
    assert TrainingRun.open(tmp_path).step == 4 and not held(tmp_path / "lock")
    assert run(training(tmp_path).train(Adder(tmp_path / "notes"), 6, 100)) == 6 and taken(tmp_path) == list(range(6))


def test_a_step_that_fails_is_not_kept(tmp_path: Path) -> None:
    class Broken(Adder):
        def step(self, number: int) -> Progress:
            if number == 3:
                self.total += np.nan
                raise EngineError("no")  # type: ignore[arg-type]
            return super().step(number)

    with pytest.raises(EngineError, match="no"):
        run(training(tmp_path).train(Broken(tmp_path / "notes"), 9, 2))
    newest = TrainingRun.open(tmp_path).newest()
    assert newest is not None and newest.step == 2 and newest.arrays["total"][0] == 1


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_it_goes_on_from_its_last_checkpoint(tmp_path: Path) -> None:
    arguments = {"folder": str(tmp_path), "steps": 400, "every": 5}
    job = toy("train", **arguments, pause=0.02)
    os.kill(child_of(job, 12), signal.SIGKILL)
    with pytest.raises(EngineError, match="ended by itself"):
        run(job)
    before = taken(tmp_path)
    assert before == list(range(len(before))) and 12 <= len(before) < 400
    kept = TrainingRun.open(tmp_path).step
    assert kept % 5 == 0 and kept >= 10
    (tmp_path / ".facewright-0123abcd.part").write_bytes(b"half")  # killed while it wrote
    assert run(toy("train", **arguments, pause=0)) == 400
    assert taken(tmp_path) == before + list(range(kept, 400))
    newest = TrainingRun.open(tmp_path).newest()
    assert newest is not None and newest.arrays["total"][0] == sum(range(400))
    assert not list(tmp_path.glob(".*.part"))


def test_stopped_in_a_child_it_keeps_what_was_done_and_can_be_started_at_once(tmp_path: Path) -> None:
    arguments = {"folder": str(tmp_path), "steps": 100_000, "every": 100_000}
    with closing(toy("train", **arguments, pause=0.005)) as job:
        number = child_of(job, 4)
    with closing(toy("train", **arguments, pause=0.005)) as job:
        second = child_of(job, 5)
    gone(number)
    gone(second)
    steps = taken(tmp_path)
    assert steps == list(range(len(steps))) and TrainingRun.open(tmp_path).step == len(steps)


def test_two_do_not_train_in_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.process.training.PATIENCE", 0.02)
    here = training(tmp_path)
    with hold(tmp_path / "lock"), pytest.raises(EngineError, match="in use by another Facewright"):
        run(here.train(Adder(tmp_path / "notes"), 3, 1))
    assert run(here.train(Adder(tmp_path / "notes"), 3, 1)) == 3


def test_other_settings_are_another_training(tmp_path: Path) -> None:
    training(tmp_path, rate=0.1)
    assert training(tmp_path, rate=0.1).config == {"rate": 0.1}
    with pytest.raises(EngineError, match="holds a training with other settings"):
        training(tmp_path, rate=0.2)


def test_what_is_no_training(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read"):
        TrainingRun.open(tmp_path)
    for data in (b"", b"[]", b'{"format": "facewright training 1"}', b'{"format": 3, "config": {}}', b"\xff"):
        (tmp_path / "run.json").write_bytes(data)
        with pytest.raises(EngineError, match="damaged, or of another kind"):
            TrainingRun.open(tmp_path)


def test_a_damaged_checkpoint_costs_the_steps_since_the_one_before(tmp_path: Path) -> None:
    run(training(tmp_path).train(Adder(tmp_path / "notes"), 6, 2))
    (tmp_path / "checkpoint-00000006.safetensors").write_bytes(b"half of")
    newest = TrainingRun.open(tmp_path).newest()
    assert newest is not None and newest.step == 4
    (tmp_path / "checkpoint-00000004.safetensors").write_bytes(b"")
    with pytest.raises(EngineError, match="checkpoint-00000006.safetensors: damaged"):
        TrainingRun.open(tmp_path).newest()


def test_checkpoints_come_back_bit_for_bit(tmp_path: Path) -> None:
    arrays = {"a": np.float32([[1, np.nan]]), "b.c": np.arange(6, dtype=np.int64).reshape(2, 3).T, "d": np.float16(3),
              "e": np.zeros((0, 4), np.uint8)}
    write_checkpoint(tmp_path / "c.safetensors", Checkpoint(7, arrays, {"x": [1, "ü", None]}))
    again = read_checkpoint(tmp_path / "c.safetensors")
    assert again.step == 7 and again.facts == {"x": [1, "ü", None]} and set(again.arrays) == set(arrays)
    for name, values in arrays.items():
        assert again.arrays[name].dtype == values.dtype
        np.testing.assert_array_equal(again.arrays[name], values)


@given(st.binary(max_size=400), st.integers(0, 300), st.booleans())
def test_nothing_else_than_an_engine_error_comes_of_damage(tmp_path_factory: pytest.TempPathFactory, noise: bytes,
                                                           place: int, whole: bool) -> None:
    path = tmp_path_factory.mktemp("damage") / "c.safetensors"
    write_checkpoint(path, Checkpoint(7, {"a": np.arange(8.0)}, {"x": 1}))
    data = path.read_bytes()
    path.write_bytes(noise if whole else data[:place] + noise + data[place + len(noise):])
    try:
        read_checkpoint(path)
    except EngineError as error:
        assert "damaged" in error.message


def test_newer_ones_that_cannot_be_read_do_not_count(tmp_path: Path) -> None:
    run(training(tmp_path).train(Adder(tmp_path / "notes"), 4, 1))
    for step in (8, 9):
        (tmp_path / f"checkpoint-{step:08}.safetensors").write_bytes(b"damaged")
    run(training(tmp_path).train(Adder(tmp_path / "notes"), 6, 1))
    newest = training(tmp_path).newest()
    assert newest is not None and newest.step == 6 and taken(tmp_path) == list(range(6))


def test_a_checkpoint_of_no_step(tmp_path: Path) -> None:
    for step in (-1, True):
        write_checkpoint_unread(tmp_path / "x.safetensors", step)
        with pytest.raises(EngineError, match="damaged"):
            read_checkpoint(tmp_path / "x.safetensors")


def write_checkpoint_unread(path: Path, step: int) -> None:
    from safetensors.numpy import save

    facts = f'{{"step": {str(step).lower()}, "facts": {{}}}}'
    path.write_bytes(save({"a": np.zeros(1)}, {"format": "facewright training 1", "facts": facts}))


def test_where_nothing_was_kept_another_training_may_begin(tmp_path: Path) -> None:
    class Stumbler(Adder):
        def begin(self) -> Job[None]:
            yield Progress(1, 2)
            raise EngineError(Text("picture 7 cannot be read"))

    with pytest.raises(EngineError, match="picture 7"):
        run(training(tmp_path, rate=1).train(Stumbler(tmp_path / "notes"), 4, 2))
    assert not (tmp_path / "run.json").exists() and not (tmp_path / "lock").exists()
    assert run(training(tmp_path, rate=2).train(Adder(tmp_path / "notes"), 4, 2)) == 4
    assert TrainingRun.open(tmp_path).config == {"rate": 2}
