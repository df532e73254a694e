"""Values come back out of a picture that an engine drew; what no pixel shows stays at its default."""

from pathlib import Path

import numpy as np
import pytest

from engine.base.gl import open_context
from engine.base.jobs import run
from engine.commands import DONE, run_command
from engine.head.pack import load_head
from engine.head.portrait import HeadPainter
from engine.photo.writing import write_picture
from engine.rig.database.draws import drawn_rig
from engine.rig.database.portrait_setting import portrait_of
from engine.rig.files.reading import read_values
from engine.rig.imitator import picture_fit
from engine.rig.imitator.picture_fit import Level, fit_picture
from engine.rig.imitator.weights_file import SHIPPED, read_imitator

pytestmark = pytest.mark.usefixtures("one_thread")
JAW, HEIGHT = 7, 2


def test_values_come_back_and_the_unseen_stays() -> None:
    imitator, _ = read_imitator(SHIPPED)
    truth = np.full(99, 0.5, np.float32)
    truth[[JAW, HEIGHT]] = 0.8, 0.3
    truth[96:] = 0, 1, 0
    found = run(fit_picture(imitator.draw(truth), imitator, [JAW, HEIGHT, 90]))
    assert found.values[[JAW, HEIGHT]] == pytest.approx([0.8, 0.3], abs=0.03)
    assert found.values[90] == pytest.approx(0.5, abs=0.02)  # no rig reads it
    assert found.values[96:].tolist() == [0, 1, 0] and found.difference == min(found.choices) < 0.3 * found.begun
    still = np.delete(found.values[:96], [JAW, HEIGHT, 90])
    assert (still == 0.5).all()


def test_the_last_steps_go_by_the_engine_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine whose values mean less than the imitator's: by its own pictures they are found all the same."""
    monkeypatch.setattr(picture_fit, "BY_IMITATOR", (Level(64, 0.06),))
    monkeypatch.setattr(picture_fit, "BY_ENGINE", (Level(64, 0.06),))
    imitator, _ = read_imitator(SHIPPED)

    def engine(values: np.ndarray) -> np.ndarray:
        weaker = values.copy()
        weaker[:96] = 0.5 + 0.8 * (values[:96] - 0.5)
        return imitator.draw(weaker)

    truth = np.full(99, 0.5, np.float32)
    truth[[JAW, HEIGHT]], truth[96:] = (0.85, 0.25), (1, 0, 0)
    off = {name: np.abs(run(fit_picture(engine(truth), imitator, [JAW, HEIGHT], engine=by)).values - truth).max()
           for name, by in (("imitator", None), ("engine", engine))}
    assert off["engine"] < 0.5 * off["imitator"] and off["imitator"] > 0.04


def test_values_at_an_end_and_beyond_the_middle_come_back() -> None:
    """Steps end at 0 and 1 and the others make up for it; a value on the wrong side of the middle crosses it."""
    imitator, _ = read_imitator(SHIPPED)
    moving = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    truth = np.full(99, 0.5, np.float32)
    truth[moving], truth[96:] = (0, 1, 1, 0, 0.9, 0.1, 1, 0.2, 0.8, 0), (0, 0, 1)
    found = run(fit_picture(imitator.draw(truth), imitator, moving)).values
    assert np.abs(found - truth).mean() < 0.01 and np.abs(found - truth).max() < 0.12


def test_every_step_of_the_job_draws_little() -> None:
    """So that it can be stopped at once: between two steps there are six pictures at most."""
    imitator, _ = read_imitator(SHIPPED)
    drawn: list[int] = []
    job = fit_picture(imitator.draw(np.full(99, 0.5, np.float32)), imitator, [JAW, HEIGHT],
                      engine=lambda values: (drawn.append(1), imitator.draw(values))[1])
    most = 0
    for progress in job:
        most, done = max(most, len(drawn)), progress.done / progress.total
        drawn.clear()
        assert 0 <= done <= 1
    assert 0 < most <= 6  # the three styles before a level, and what is there before its first slope


def test_by_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_fit, "BY_ENGINE", ())
    rig = drawn_rig(3, 1, 0, "female")
    write_picture(tmp_path / "p.png", portrait_of(HeadPainter(load_head(), open_context()), rig, 128))
    assert run_command(["rig", "fit", str(tmp_path / "p.png"), "--method", "drawn", "-o",
                        str(tmp_path / "o.bytes")]) == DONE
    found = read_values(tmp_path / "o.bytes").array()
    assert sorted(found[96:]) == [0, 0, 1] and found[82:95].tolist() == [0.5] * 13
    assert np.abs(found - rig.array())[[0, HEIGHT]].max() < 0.15
