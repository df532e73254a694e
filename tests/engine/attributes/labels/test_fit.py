"""Fits against the reference and against what was planted."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.attributes.directions import unit
from engine.attributes.labels.fit import (
    METHODS,
    Condition,
    Recipe,
    apart,
    classes,
    fit_directions,
    logistic_weights,
    score_of,
)
from engine.attributes.labels.label_set import Column, LabelSet
from engine.attributes.labels.report import correlations, draw_report, seen_matrix
from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run

PLANTED = unit(np.random.RandomState(9).randn(24))


def labelled(count: int = 400, kind: str = "weight", noise: float = 0.3) -> LabelSet:
    source = np.random.RandomState(1)
    w = source.randn(count, 24).astype(np.float32)
    along = w @ PLANTED + noise * source.randn(count)
    rest = source.randn(count)
    scores = np.stack([along if kind != "binary" else along > 0.8, rest, np.zeros(count)], 1).astype(np.float32)
    columns = (Column("planted", kind), Column("rest", "weight"), Column("flat", "weight"))
    return LabelSet(columns, scores, w, np.arange(count, dtype=np.int64), "numpy", 0.8, 4, "toy", "toy")


def test_l1_is_that_of_the_reference(reference: Path) -> None:
    """The objective within 1e-3, the cosine above .99: coefficients differ from run to run in the original too."""
    known = np.load(reference / "classifiers.npz")
    x, y, best = known["w"].astype(np.float64), known["y"], known["coef"]

    def objective(weights: np.ndarray, bias: float) -> float:
        return float(np.abs(weights).sum() + np.logaddexp(0, -y * (x @ weights + bias)).sum())

    weights, bias = logistic_weights(x, (y > 0).astype(int), "l1")
    assert objective(weights, bias) == pytest.approx(objective(best, float(known["intercept"])), rel=1e-3)
    assert weights @ best / np.linalg.norm(weights) / np.linalg.norm(best) > 0.99


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("kind", ["weight", "binary"])
def test_what_was_planted_is_found(method: str, kind: str) -> None:
    directions = run(fit_directions(labelled(kind=kind), ["planted"], Recipe(method, penalty=1.0)))  # type: ignore
    found = directions.named("planted")
    assert found.vector @ PLANTED > 0.95
    assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-5)
    assert found.score["auc"] > 0.9 and found.score["accuracy"] > 0.8 and found.score["faces"] == 80
    assert found.sigma == pytest.approx(1, abs=0.15)


def test_scores_are_of_faces_that_were_not_fitted() -> None:
    """Noise fits perfectly where it was seen; held out it is worth nothing."""
    source = np.random.RandomState(3)
    w = source.randn(120, 200).astype(np.float32)
    labels = LabelSet((Column("noise", "weight"),), source.randn(120, 1).astype(np.float32), w,
                      np.arange(120, dtype=np.int64))
    assert abs(run(fit_directions(labels, ["noise"], Recipe())).items[0].score["auc"] - 0.5) < 0.3


def test_a_rare_class_counts_as_much_as_the_other() -> None:
    source = np.random.RandomState(4)
    x = source.randn(600, 2)
    there = (x[:, 0] + 0.5 * source.randn(600) > 1.8).astype(int)
    even, plain = (logistic_weights(x, there, "l2", 1.0, balanced) for balanced in (True, False))
    found = [np.mean((x @ weights + bias > 0)[there == 1]) for weights, bias in (even, plain)]
    assert there.mean() < 0.1 and found[0] > found[1] + 0.1


def test_years_are_split_at_their_middle() -> None:
    ages = np.arange(10, 60, dtype=float)
    assert classes(ages, Column("age", "years")).mean() == 0.5
    assert classes(np.array([-2.0, 3.0]), Column("hat", "logit")).tolist() == [0, 1]
    assert classes(np.array([0, 0, 0, 0.4]), Column("bald", "probability")).tolist() == [0, 0, 0, 1]


def test_scores() -> None:
    y = np.array([0.0, 1, 2, 3])
    there = np.array([0, 0, 1, 1])
    assert score_of(y, y, there) == {"auc": 1.0, "accuracy": 1.0, "r": 1.0, "faces": 4.0}
    assert score_of(-y, y, there)["auc"] == 0.0


def test_what_is_the_same_everywhere_is_left_out() -> None:
    assert run(fit_directions(labelled(), ["planted", "flat"], Recipe())).names == ("planted",)
    with pytest.raises(EngineError, match="none of these"):
        run(fit_directions(labelled(40), ["planted"], Recipe()))
    with pytest.raises(UsageError, match="no column"):
        run(fit_directions(labelled(), ["smile"], Recipe()))
    with pytest.raises(UsageError):
        Recipe("svm")  # type: ignore[arg-type]


def test_a_column_apart_from_another() -> None:
    labels = labelled(noise=0.0)
    w, along = labels.w, labels.column("planted")
    assert w is not None
    mixed = replace(labels, scores=np.stack([along, along + w[:, 0], along * 0], 1).astype(np.float32))
    alone, plain = (run(fit_directions(one, ["rest"], Recipe())).items[0].vector
                    for one in (apart(mixed, ["rest"], ["planted"]), mixed))
    assert abs(alone @ PLANTED) < 0.15 < 0.5 < plain @ PLANTED
    np.testing.assert_array_equal(apart(mixed, ["rest"], ["planted"]).column("planted"), mixed.column("planted"))


@pytest.mark.parametrize("method", METHODS)
def test_a_direction_under_conditions(method: str) -> None:
    """The old wear glasses: age apart from glasses is fitted from what glasses do not say. And a beard among men."""
    source = np.random.RandomState(5)
    w = source.randn(600, 12).astype(np.float32)
    glasses = w[:, 0] + 0.1 * source.randn(600)
    age = w[:, 1] + w[:, 0]
    man = w[:, 2]
    beard = np.where(man > 0, w[:, 3], -3)  # no woman has one
    labels = LabelSet((Column("age", "years"), Column("glasses", "weight"), Column("man", "logit"),
                       Column("beard", "weight")), np.stack([age, glasses, man, beard], 1).astype(np.float32), w,
                      np.arange(600, dtype=np.int64))
    names, recipe = ["age", "beard"], Recipe(method, penalty=1.0)  # type: ignore[arg-type]
    free = run(fit_directions(labels, names, recipe))
    bound = run(fit_directions(labels, names, recipe, {"age": Condition(("glasses",)),
                                                       "beard": Condition(among=(("man", 0.0),))}))
    assert free.named("age").vector[0] > 0.5 and abs(bound.named("age").vector[0]) < 0.15
    assert bound.named("age").vector[1] > 0.9 and bound.named("beard").vector[3] > 0.95
    assert free.named("beard").vector[2] > 0.5 and abs(bound.named("beard").vector[2]) < 0.15
    assert bound.named("beard").score["faces"] < 0.6 * free.named("beard").score["faces"]
    assert bound.named("beard").method.endswith("; among faces with man over 0")
    assert 0.65 < bound.named("age").score["auc"] < free.named("age").score["auc"]  # of age itself: half is left


def test_a_direction_without_and_plus_others() -> None:
    """What is taken out is gone (but for what comes back with what is added); that is there in its own spread."""
    source = np.random.RandomState(6)
    w = (source.randn(500, 6) * [1, 1, 3, 1, 1, 1]).astype(np.float32)
    scores = np.stack([w[:, 0] + w[:, 1], w[:, 1], w[:, 2], np.zeros(500)], 1).astype(np.float32)
    columns = tuple(Column(name, "weight") for name in ("age", "glasses", "hair", "flat"))
    labels = LabelSet(columns, scores, w, np.arange(500, dtype=np.int64))
    names = ["age", "glasses", "hair"]
    conditions = {"age": Condition(without=("glasses",), plus=(("hair", 0.5),))}
    found = run(fit_directions(labels, names, Recipe(), conditions))
    age, hair = found.named("age"), found.named("hair")
    assert abs(age.vector[1]) < 0.03 and age.method == "ridge; without glasses; plus 0.5 hair"
    assert age.vector[2] / age.vector[0] == pytest.approx(0.5 * hair.sigma, rel=0.1)  # w[0] has the spread 1
    assert age.score["auc"] > 0.95  # of the fit as it was
    with pytest.raises(EngineError, match="age cannot be freed of flat"):
        run(fit_directions(labels, names, Recipe(), {"age": Condition(without=("flat",))}))
    with pytest.raises(UsageError, match="no column 'wings'"):
        run(fit_directions(labels, names, Recipe(), {"age": Condition(plus=(("wings", 1.0),))}))


def test_a_penalty_of_ones_own() -> None:
    labels = labelled()
    free, bound = (run(fit_directions(labels, ["planted"], Recipe(), {"planted": Condition(penalty=penalty)})).items[0]
                   for penalty in (1e-3, 1e6))
    assert free.vector @ PLANTED > 0.97 and not np.allclose(free.vector, bound.vector, atol=1e-3)


def test_the_report_shows_every_direction() -> None:
    labels = labelled()
    directions = run(fit_directions(labels, ["planted", "rest"], Recipe()))
    names, matrix = correlations(directions, labels)
    assert names == ["planted", "rest"] and matrix[0, 0] > 0.9 and abs(matrix[0, 1]) < 0.2
    page = draw_report(directions, names, matrix, "caption")
    blank = draw_report(directions, names, np.full_like(matrix, np.nan), "caption")
    assert page.dtype == np.uint8 and (page != blank).any()
    assert np.isnan(seen_matrix(directions)[1]).all()
