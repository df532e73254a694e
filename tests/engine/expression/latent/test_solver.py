"""The closed loop on measures that are known functions of the move."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.expression.latent.solver import Aim, Solution, Tuning, reached, solve, within

K, N = 6, 12


@pytest.fixture
def jacobian() -> np.ndarray:
    return np.random.RandomState(1).randn(K, N) / 3


def asking(place: int, amount: float, hold: float = 0.35) -> Aim:
    target, weight = np.zeros(K), np.full(K, hold)
    target[place], weight[place] = amount, 1.0
    return Aim(target, weight, np.arange(K) == place)


def solved(look: Callable[[np.ndarray], np.ndarray | None], aim: Aim, jacobian: np.ndarray,
           tuning: Tuning | None = None, identity: np.ndarray | None = None,
           begin: np.ndarray | None = None) -> Solution:
    metric = np.zeros((N, N)) if identity is None else identity
    return run(solve(look, aim, np.zeros(K), jacobian, metric, tuning or Tuning(effort=1e-3), begin))


def test_reaches_what_is_asked_in_one_look_where_all_is_linear_and_known(jacobian: np.ndarray) -> None:
    found = solved(lambda move: jacobian @ move, asking(2, 2.0), jacobian)
    assert found.looks == 1 and found.reached == pytest.approx(1, abs=0.08)
    assert np.abs(np.delete(found.measures, 2)).max() < 0.1


def test_what_is_not_held_may_move(jacobian: np.ndarray) -> None:
    aim = asking(2, 2.0)
    aim.weight[4] = 0
    bound = solved(lambda move: jacobian @ move, asking(2, 2.0), jacobian, Tuning(effort=0.1))
    free = solved(lambda move: jacobian @ move, aim, jacobian, Tuning(effort=0.1))
    assert abs(free.measures[4]) > abs(bound.measures[4])
    assert np.linalg.norm(free.move) < np.linalg.norm(bound.move)


def test_bends_are_followed_with_a_jacobian_that_is_only_nearly_right(jacobian: np.ndarray) -> None:
    wrong = jacobian + 0.12 * np.random.RandomState(2).randn(K, N)

    def bent(move: np.ndarray) -> np.ndarray:
        straight = jacobian @ move
        return 3 * np.tanh(straight / 3) + 0.05 * straight ** 2

    first = solved(bent, asking(1, 1.8), wrong, Tuning(effort=1e-3, rounds=1))
    found = solved(bent, asking(1, 1.8), wrong, Tuning(effort=1e-3, rounds=8, enough=0.02))
    assert found.reached == pytest.approx(1, abs=0.1) and abs(found.reached - 1) < abs(first.reached - 1)
    assert np.abs(np.delete(found.measures, 1)).max() < 0.35
    assert np.linalg.norm(found.jacobian - wrong) > 0


def test_of_two_ways_the_one_that_keeps_the_person_is_taken() -> None:
    jacobian, identity = np.zeros((K, N)), np.zeros((N, N))
    jacobian[0, 0] = jacobian[0, 1] = 0.5
    identity[0, 0] = 0.1
    found = solved(lambda move: jacobian @ move, asking(0, 1.0), jacobian, Tuning(effort=1e-3), identity)
    assert found.reached > 0.9 and abs(found.move[0]) < 0.1 * abs(found.move[1])


def test_the_best_that_was_seen_is_kept(jacobian: np.ndarray) -> None:
    seen: list[tuple[np.ndarray, np.ndarray]] = []

    def restless(move: np.ndarray) -> np.ndarray:
        measures = jacobian @ move * (0.5 if len(seen) < 2 else -1.0)
        seen.append((move, measures))
        return measures

    aim = asking(3, 2.0)
    found = solved(restless, aim, jacobian, Tuning(effort=1e-3, enough=0.0))

    def missed(measures: np.ndarray) -> float:
        return float(aim.weight ** 2 @ (aim.target - measures) ** 2)

    assert len(seen) > 2
    assert missed(found.measures) == pytest.approx(min(missed(measures) for _, measures in seen))


def test_where_the_face_is_lost_smaller_steps_are_tried(jacobian: np.ndarray) -> None:
    found = solved(lambda move: None if np.linalg.norm(move) > 1.5 else jacobian @ move, asking(0, 3.0), jacobian)
    assert 0 < found.reached < 1 and np.linalg.norm(found.move) <= 1.5


def test_nothing_but_lost_faces_is_an_error(jacobian: np.ndarray) -> None:
    with pytest.raises(EngineError, match="no face"):
        solved(lambda move: None, asking(0, 3.0), jacobian)


def test_an_earlier_answer_is_looked_at_first(jacobian: np.ndarray) -> None:
    moves: list[np.ndarray] = []

    def look(move: np.ndarray) -> np.ndarray:
        moves.append(move)
        return jacobian @ move

    begin = np.linalg.pinv(jacobian)[:, 0] * 2
    found = solved(look, asking(0, 2.0), jacobian, begin=begin)
    assert np.array_equal(moves[0], begin) and found.looks == 1


def test_closed_between_two_looks_it_looks_no_more(jacobian: np.ndarray) -> None:
    looks = []
    job = solve(lambda move: looks.append(move) or 0.1 * jacobian @ move, asking(0, 2.0), np.zeros(K), jacobian,
                np.zeros((N, N)), Tuning())
    next(job)
    next(job)
    job.close()
    assert len(looks) == 1


def test_nothing_asked_is_nothing_done(jacobian: np.ndarray) -> None:
    aim = Aim(np.zeros(K), np.ones(K), np.zeros(K, bool))
    found = solved(lambda move: jacobian @ move, aim, jacobian)
    assert found.looks == 0 and not found.move.any() and found.reached == 1


def test_a_step_is_as_long_as_it_may_be_and_no_longer() -> None:
    source = np.random.RandomState(3)
    half = source.randn(N, N)
    curve, slope = half @ half.T + np.eye(N), source.randn(N)
    best = np.linalg.solve(curve, slope)
    assert np.allclose(within(curve, slope, 10 * np.linalg.norm(best)), best)
    short = within(curve, slope, 0.5 * np.linalg.norm(best))
    assert np.linalg.norm(short) == pytest.approx(0.5 * np.linalg.norm(best), rel=1e-6)
    assert slope @ short > 0


def test_the_other_way_is_less_than_nothing() -> None:
    aim = asking(0, 2.0)
    assert reached(aim, np.zeros(K), np.eye(K)[0]) == pytest.approx(0.5)
    assert reached(aim, np.zeros(K), -np.eye(K)[0]) == pytest.approx(-0.5)
