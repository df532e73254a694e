"""Labelling by other processes gives what labelling here gives, and a worker is sure that it is the same."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.attributes.labels.label_set import read_labels
from engine.attributes.labels.labelling import Labellers, label_seeds
from engine.attributes.labels.measures import COLUMNS
from engine.attributes.labels.workers import Labeller, Setting
from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.process.pool import Pool


@dataclass(frozen=True)
class Rows:
    """A setting that travels to other processes. dies: on which face, by the first number of its w."""

    dies: float | None = None

    def __call__(self) -> Labeller:
        return self.label

    def label(self, code: tuple[np.ndarray, float]) -> np.ndarray:
        w, truncation = code
        if self.dies is not None and w[0] == np.float32(self.dies):
            os._exit(9)
        return np.full(len(COLUMNS), float(w.sum()) * truncation, np.float32)


def test_when_a_worker_dies_what_was_labelled_is_kept(toy: Any, tmp_path: Path) -> None:
    from engine.generator.sample import sample_latents

    first = float(sample_latents(toy, [5], "numpy", 0.8).w[0, 0])
    path = tmp_path / "labels.npz"
    with pytest.raises(EngineError, match=r"ended by itself \(exit code 9\)"):
        run(label_seeds(toy, Labellers(Pool(1), Rows(dies=first), ("a",)), range(9), "numpy", 0.8, path))
    assert read_labels(path).seeds.tolist() == [0, 1, 2, 3, 4]
    labels = run(label_seeds(toy, Labellers(Pool(2), Rows(), ("a",)), range(9), "numpy", 0.8, path))
    assert labels.seeds.tolist() == list(range(9)) and labels.analysers == ("a",)
    assert np.allclose(labels.scores[:, 0], 0.8 * labels.w.sum(1), rtol=1e-5)


def test_a_worker_with_another_generator_is_none(monkeypatch: pytest.MonkeyPatch, toy: Any, measurer: Any) -> None:
    monkeypatch.setattr("engine.generator.load.load_from_store", lambda store: toy)
    monkeypatch.setattr("engine.attributes.labels.measures.installed", lambda store: measurer)
    w = np.zeros(8, np.float32)
    assert np.isfinite(Setting("", "toy", ("face-landmarker",))()((w, 1.0))[0])
    for other in (Setting("", "other", ("face-landmarker",)), Setting("", "toy", ("face-landmarker", "face-parsing"))):
        with pytest.raises(EngineError, match="another generator or other analysers"):
            other()
