"""Directions found by fitting: logistic regression or ridge from w to one attribute, scored on faces held out."""

import math
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from engine.attributes.directions import Direction, Directions, unit, without
from engine.attributes.labels.label_set import Column, LabelSet
from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress
from engine.base.text import Text

Method = Literal["ridge", "l2", "l1"]
METHODS: tuple[str, ...] = get_args(Method)
_FEWEST = 60
"""Labelled faces below which nothing is fitted."""
_FEWEST_OF_A_CLASS = 10
_PENALTIES = tuple(10.0 ** power for power in np.arange(1, 5.5, 0.5))
"""For ridge, with w in units of its spread."""
_C = {"ridge": 1.0, "l2": 0.01, "l1": 0.3}
_FOLDS = 4
_AS_GOOD = 0.015
"""Of correlation that is given up for a larger penalty. The larger, the more the direction lies where faces do: yaw at
10, 100, 1000, 10000 predicts with r .97, .98, .97, .96, and one sigma turns the head by .2, .4, 1.0, 1.3 standard
deviations, with less besides."""


@dataclass(frozen=True)
class Recipe:
    """How to fit.

    method:   "ridge" (to the numbers themselves), "l2" or "l1" (logistic, upper half against lower).
    penalty:  C of the logistic regressions (smaller: fewer and smaller weights), w in units of its spread; None takes
              what did best on our own labels.
    held_out: share of the faces kept for the score. seed: which ones.
    tails:    for the logistic ones: share of the faces at each end that are used; 0.5 is all.
    """

    method: Method = "ridge"
    penalty: float | None = None
    held_out: float = 0.2
    seed: int = 0
    tails: float = 0.5

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise UsageError(Text("unknown method {0}", repr(self.method)), Text("methods are {0}", ", ".join(METHODS)))
        if not (0.05 <= self.held_out <= 0.5 and 0.05 <= self.tails <= 0.5 and 0 < self.strength < math.inf):
            raise UsageError(Text("held_out and tails are 0.05 to 0.5, penalty is positive"))

    @property
    def strength(self) -> float:
        """C."""
        return _C[self.method] if self.penalty is None else self.penalty


@dataclass(frozen=True)
class Condition:
    """How an attribute is freed of what comes along with it.

    apart: columns; what they say of it is taken out before the fit (see `apart`). among: columns and numbers; only
    faces on which each is more than that are fitted: a beard found among men is no direction from women to men.
    without: columns whose own directions are taken out of what was fitted (see `directions.without`). plus: columns,
    and how many standard deviations along their own directions are added for one along this: what undoes that they
    were seen to move along. penalty: of the ridge, instead of the one that is chosen; larger ones do more, to more.
    """

    apart: tuple[str, ...] = ()
    among: tuple[tuple[str, float], ...] = ()
    without: tuple[str, ...] = ()
    plus: tuple[tuple[str, float], ...] = ()
    penalty: float | None = None

    def __str__(self) -> str:
        words = [f"apart from {', '.join(self.apart)}"] if self.apart else []
        words += [f"among faces with {name} over {least:g}" for name, least in self.among]
        words += [f"without {', '.join(self.without)}"] if self.without else []
        words += [f"plus {amount:g} {name}" for name, amount in self.plus]
        words += [f"penalty {self.penalty:g}"] if self.penalty is not None else []
        return "; ".join(words)


_FREE = Condition()


def fit_directions(labels: LabelSet, names: Sequence[str], recipe: Recipe,
                   conditions: Mapping[str, Condition] | None = None) -> Job[Directions]:
    """A direction for each named column, in the labels' order of faces; those that cannot be fitted are left out.

    conditions: by column. EngineError when the labels have no w, or none can be fitted; UsageError for a name that is
    no column.
    """
    if labels.w is None:
        raise EngineError(Text("these labels come without latents"), Text("give the file of their w"))
    if not len(labels.w) or not np.isfinite(labels.w).all():
        raise EngineError(Text("the latents hold numbers that are not finite, or there are none"))
    wanted = [labels.columns[labels.names.index(name)] for name in names if labels.column(name) is not None]
    asked = conditions or {}
    others: dict[str, Direction | None] = {}
    found: list[Direction] = []
    for place, column in enumerate(wanted):
        condition = asked.get(column.name, _FREE)
        for name in (*condition.without, *(name for name, _ in condition.plus)):
            if name not in others:
                yield Progress(place, len(wanted), Text("Fitting {0}", name))
                labels.column(name)  # UsageError when there is none
                alone = replace(asked.get(name, _FREE), without=(), plus=())
                others[name] = fit_with(labels, labels.columns[labels.names.index(name)], recipe, alone)
        yield Progress(place, len(wanted), Text("Fitting {0}", column.name))
        direction = fit_with(labels, column, recipe, condition, others)
        if direction is not None:
            found.append(direction)
    if not found:
        raise EngineError(Text("none of these attributes can be fitted"),
                          Text("a fit takes {0} labelled faces, {1} of them with and without", _FEWEST,
                               _FEWEST_OF_A_CLASS))
    return Directions(tuple(found), labels.generator, labels.digest)


def apart(labels: LabelSet, names: Sequence[str], others: Sequence[str]) -> LabelSet:
    """The labels with what `others` say of the named columns taken out (least squares, over faces where all are known).

    For what is always seen together: a smile makes the nose wider, so a fit to the width of noses finds the smile; the
    width apart from the smile is that of the nose. UsageError for a name that is no column.
    """
    given = np.stack([np.ones(len(labels.seeds)), *(labels.column(name).astype(np.float64) for name in others)], 1)
    scores = labels.scores.copy()
    for name in names:
        values = labels.column(name).astype(np.float64)
        known = np.isfinite(values) & np.isfinite(given).all(1)
        scores[:, labels.names.index(name)] = np.nan
        if known.any():
            weights = np.linalg.lstsq(given[known], values[known], rcond=None)[0]
            scores[known, labels.names.index(name)] = values[known] - given[known] @ weights
    return replace(labels, scores=scores)


def fit_with(labels: LabelSet, column: Column, recipe: Recipe, condition: Condition,
             others: Mapping[str, Direction | None] | None = None) -> Direction | None:
    """As `fit_one`, under a condition; others: the directions it is to be without, or plus. UsageError for a name that
    is no column, EngineError when there is no w, or one of the others could not be fitted."""
    if labels.w is None:
        raise EngineError(Text("these labels come without latents"), Text("give the file of their w"))
    told = labels.column(column.name).astype(np.float64)
    for name, least in condition.among:
        told = np.where(labels.column(name) > least, told, np.nan)
    fitted, apart_from = told, tuple(name for name in condition.apart if name != column.name)
    if apart_from:
        chosen = replace(labels, scores=np.where(np.isfinite(told)[:, None], labels.scores, np.float32(np.nan)))
        fitted = apart(chosen, [column.name], apart_from).column(column.name)

    def other(name: str) -> Direction:
        found = (others or {}).get(name)
        if found is None:
            raise EngineError(Text("{0} cannot be freed of {1}: there is no direction of that", column.name, name))
        return found

    removed = [other(name).vector for name in condition.without]
    added = [amount * other(name).sigma * other(name).vector for name, amount in condition.plus]

    def changed(weights: np.ndarray) -> np.ndarray:
        """One standard deviation along what was fitted, with what is to be added to it."""
        vector = without(weights, removed)
        return vector * float((labels.w @ vector).std()) + sum(added)

    direction = fit_one(labels.w, fitted, column, recipe, told if apart_from else None, condition.penalty,
                        changed if removed or added else None)
    if direction is None or condition == _FREE:
        return direction
    return replace(direction, method=f"{direction.method}; {condition}")


def fit_one(w: np.ndarray, scores: np.ndarray, column: Column, recipe: Recipe, told: np.ndarray | None = None,
            penalty: float | None = None,
            changed: Callable[[np.ndarray], np.ndarray] | None = None) -> Direction | None:
    """The direction of one attribute from w (n, width) and its scores (n,), nan where missing; None when there are too
    few faces, or (nearly) all are alike.

    told: the attribute itself, when `scores` is only a part of it (apart from others). AUC and accuracy are then of
    that, and the correlation of what was fitted. penalty: of the ridge; None chooses one. changed: makes another
    direction (width,) of the one found; scored is what was found, for hair that is added to undo hair predicts worse.
    """
    known = np.isfinite(scores) if told is None else np.isfinite(scores) & np.isfinite(told)
    x, y = w[known].astype(np.float64), scores[known].astype(np.float64)
    if len(y) < _FEWEST or float(np.ptp(y)) == 0:
        return None
    there = classes(y if told is None else told[known], column)
    held = _held_out(there, recipe)
    train = ~held
    if min(np.bincount(there[train], minlength=2).min(), np.bincount(there[held], minlength=2).min()) \
            < _FEWEST_OF_A_CLASS * recipe.held_out:
        return None
    centre, spread = x[train].mean(0), float(x[train].std())
    inputs = (x - centre) / max(spread, 1e-12)
    if recipe.method == "ridge":
        weights, bias = ridge_weights(inputs[train], y[train], _PENALTIES if penalty is None else (penalty,))
        weights, how = weights / max(float(y[train].std()), 1e-12), "ridge"
    else:
        halves = there if told is None else classes(y, Column(column.name, "ratio"))
        use = train & _tails(y, halves, recipe.tails, column)
        weights, bias = logistic_weights(inputs[use], halves[use], recipe.method, recipe.strength, balanced=True)
        how = f"logistic {recipe.method}, C {recipe.strength:g}"
    if float(np.linalg.norm(weights)) < 1e-9:
        return None  # so strong a penalty that nothing is left
    vector = unit(weights if changed is None else changed(weights))
    score = score_of(inputs[held] @ weights, y[held], there[held])
    return Direction(column.name, vector, float((x @ vector.astype(np.float64)).std()), how, score)


def classes(y: np.ndarray, column: Column) -> np.ndarray:
    """(n,) int: 1 where the attribute is there. Logits at 0, binary at one half; everything that comes in degrees, in
    years or in shares at its median (a fixed one half would call nearly everybody old). A median that is the least
    number, as of shares that are mostly 0, splits at any more than that."""
    if column.kind in ("logit", "binary"):
        return (y >= (0.0 if column.kind == "logit" else 0.5)).astype(int)
    middle = float(np.median(y))
    return (y > middle if middle == y.min() else y >= middle).astype(int)


def _held_out(there: np.ndarray, recipe: Recipe) -> np.ndarray:
    """Which faces are kept for the score: the same share of either class."""
    source = np.random.RandomState(recipe.seed)
    held = np.zeros(len(there), bool)
    for value in (0, 1):
        places = source.permutation(np.flatnonzero(there == value))
        held[places[:round(len(places) * recipe.held_out)]] = True
    return held


def _tails(y: np.ndarray, there: np.ndarray, share: float, column: Column) -> np.ndarray:
    if share >= 0.5 or column.kind == "binary":
        return np.ones(len(y), bool)
    low, high = np.quantile(y, [share, 1 - share])
    return ((y <= low) & (there == 0)) | ((y >= high) & (there == 1))


def logistic_weights(x: np.ndarray, there: np.ndarray, method: str, penalty: float = 1.0, balanced: bool = False,
                     most: int = 2000) -> tuple[np.ndarray, float]:
    """Weights (width,) and bias of a logistic regression with scikit-learn: "l1" by SAGA, "l2" by L-BFGS; C = penalty.

    balanced: both classes count the same, however many there are of each.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=penalty, l1_ratio=1.0 if method == "l1" else 0.0, max_iter=most, random_state=0,
                               solver="saga" if method == "l1" else "lbfgs",
                               class_weight="balanced" if balanced else None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the score on faces held out says what it is worth
        model.fit(x, there)
    return model.coef_[0].astype(np.float64), float(model.intercept_[0])


def ridge_weights(x: np.ndarray, y: np.ndarray, penalties: Sequence[float] = _PENALTIES) -> tuple[np.ndarray, float]:
    """Weights (width,) and bias of a ridge regression with the largest penalty that predicts nearly as well as the best
    one, by cross-validation on these faces alone."""
    from sklearn.linear_model import Ridge

    fold = np.arange(len(y)) % _FOLDS
    quality = np.zeros(len(penalties))
    for place, penalty in enumerate(penalties):
        predicted = np.zeros(len(y))
        for part in range(_FOLDS):
            there = fold != part
            predicted[~there] = Ridge(alpha=penalty).fit(x[there], y[there]).predict(x[~there])
        quality[place] = np.corrcoef(predicted, y)[0, 1] if np.ptp(predicted) > 0 else 0.0
    chosen = int(np.flatnonzero(quality >= quality.max() - _AS_GOOD)[-1])
    model = Ridge(alpha=penalties[chosen]).fit(x, y)
    return np.asarray(model.coef_, np.float64), float(model.intercept_)


def score_of(predicted: np.ndarray, y: np.ndarray, there: np.ndarray) -> dict[str, float]:
    """Scores of predictions (n,) on faces that were not fitted; see Direction.score."""
    order = np.argsort(np.argsort(predicted, kind="stable"), kind="stable") + 1.0
    with_it, without_it = int(there.sum()), int((1 - there).sum())
    auc = (order[there == 1].sum() - with_it * (with_it + 1) / 2) / max(with_it * without_it, 1)
    cut = np.quantile(predicted, without_it / len(there))
    accuracy = (np.mean(predicted[there == 1] >= cut) + np.mean(predicted[there == 0] < cut)) / 2
    level = float(np.ptp(predicted)) == 0 or float(np.ptp(y)) == 0
    r = 0.0 if level else float(np.corrcoef(predicted, y)[0, 1])
    return {"auc": round(float(auc), 4), "accuracy": round(float(accuracy), 4), "r": round(r, 4),
            "faces": float(len(y))}
