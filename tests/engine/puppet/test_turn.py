"""A head's turn: how far it goes where the sheet that goes is flatter than the head."""

from dataclasses import replace

import numpy as np
import pytest

from engine.puppet.deformation import PITCH_LIMIT, YAW_LIMIT, Deformation
from engine.puppet.turn import Turn


def _rounded(flatter: float) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, 3) of half a ball before the pivot of the turn below, and the same on a sheet that is flatter."""
    line = np.linspace(-0.15, 0.15, 9)
    x, y = (one.ravel() for one in np.meshgrid(line, line))
    away = -np.sqrt(0.3 ** 2 - x ** 2 - y ** 2)
    head = np.column_stack([0.5 + x, 0.5 + y, away])
    sheet = head.copy()
    sheet[:, 2] = away.mean() + flatter * (away - away.mean())
    return head, sheet


TURN = Turn(np.array([0.5, 0.5, 0.0]), np.eye(3), 4.0, 0.4, np.ones(0))


def test_a_sheet_as_deep_as_the_head_turns_as_it_is_asked_to():
    head, _ = _rounded(1.0)
    assert TURN.reaching(head, head).reach == pytest.approx((1.0, 1.0), abs=1e-6)


def test_a_flatter_sheet_turns_by_so_much_more_that_its_landmarks_follow():
    head, sheet = _rounded(0.95)
    turn = TURN.reaching(sheet, head)
    assert 0.87 < turn.reach[0] < 0.98 and turn.reach[1] < 0.98
    plain = TURN.placement(10, 0, 0)

    def across(placement, points):
        """How far the middle of the face goes beyond its rim, as by which a turn is seen."""
        went = (TURN.apply(points, placement, 1.0) - points)[:, 0]
        near = np.hypot(*(points[:, :2] - 0.5).T) < 0.06
        return went[near].mean() - went[~near].mean()

    wanted = across(plain, head)
    assert across(plain, sheet) < 0.97 * wanted
    assert across(turn.placement(10, 0, 0), sheet) == pytest.approx(wanted, rel=0.02)


def test_what_hardly_follows_is_not_made_up_for():
    head, sheet = _rounded(0.3)
    assert TURN.reaching(sheet, head).reach == (0.87, 0.94)


def test_a_turn_is_clipped_before_it_is_made_up_for():
    far = Deformation(yaw=90, pitch=-90)
    assert far.turn == (YAW_LIMIT, -PITCH_LIMIT, 0.0)
    matrix = replace(TURN, reach=(0.9, 1.0)).placement(*far.turn).matrix
    assert np.allclose(matrix, TURN.placement(YAW_LIMIT / 0.9, -PITCH_LIMIT, 0).matrix)


@pytest.mark.parametrize("pitch", (-14, 14))
def test_a_nod_leaves_lips_shut_and_eyes_open(closed_lips, pitch):
    motion = closed_lips.puppet.frame.motion
    unit = motion.mesh.axes.height
    moved = motion.move(Deformation(pitch=pitch)).positions

    def gap(positions, name):
        upper, lower = motion.mesh.rims[name]
        return float(np.linalg.norm((positions[upper] - positions[lower])[:, :2], axis=1).max()) / unit

    assert gap(motion.rest, "mouth") < 0.002 and gap(moved, "mouth") < 0.004
    for eye in ("eyeRight", "eyeLeft"):
        assert 0.75 < gap(moved, eye) / gap(motion.rest, eye) < 1.15
