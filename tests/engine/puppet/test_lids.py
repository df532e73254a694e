"""Closed eyes: that they are shut, and that the lid over them is skin of the same face."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.puppet.basis import Confinement
from engine.puppet.deformation import Deformation
from engine.puppet.facemap import BROW, NOSE_TIP
from engine.puppet.lids import no_warmer
from tests.engine.puppet.conftest import Subject

SHUT = Deformation.of({"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0})


@pytest.fixture(params=["closed_lips", "toothy_smile"])
def subject(request) -> Subject:
    return request.getfixturevalue(request.param)


def _seam(subject: Subject, name: str) -> np.ndarray:
    """(K, 2) where a shut eye's rims lie, pixels."""
    motion = subject.puppet.frame.motion
    upper, lower = (motion.move(SHUT).positions[rim, :2] for rim in motion.mesh.rims[name])
    return (upper + lower) / 2 * subject.puppet.side


def test_a_blink_leaves_no_gap(subject):
    motion = subject.puppet.frame.motion
    moved = motion.move(SHUT).positions[:, :2]
    for name in ("eyeRight", "eyeLeft"):
        upper, lower = motion.mesh.rims[name]
        gap = (moved[lower] - moved[upper]) @ motion.mesh.axes.down
        assert gap.max() <= 0.0005 * motion.mesh.axes.height


def test_the_brow_stays_over_a_blink(subject):
    motion = subject.puppet.frame.motion
    free = ~motion.mesh.first_ring
    moved = np.linalg.norm(motion.move(SHUT).positions - motion.rest, axis=1) / motion.mesh.axes.height
    for side in ("Right", "Left"):
        edge = subject.landmarks[list(BROW[side]), :2] / subject.puppet.side
        nearest = np.argmin(np.where(free, np.linalg.norm(motion.mesh.points - edge[:, None], axis=2), np.inf), axis=1)
        assert moved[nearest].max() < 0.003


def test_a_closed_lid_has_pores_and_lashes_along_its_seam(subject):
    shown = cv2.cvtColor(subject.shown(SHUT), cv2.COLOR_RGB2GRAY).astype(np.float32)
    unit = subject.puppet.frame.motion.mesh.axes.height * subject.puppet.side
    fine = shown - cv2.GaussianBlur(shown, (0, 0), max(0.007 * unit, 0.8))

    def around(image: np.ndarray, points: np.ndarray) -> np.ndarray:
        x, y = np.round(points).astype(int).T
        return image[y, x]

    for name, cheek in (("eyeRight", 101), ("eyeLeft", 330)):
        seam = _seam(subject, name)
        inner = seam[len(seam) // 4:-len(seam) // 4]
        lid = np.concatenate([inner - (0, height * unit) for height in np.linspace(0.012, 0.026, 6)])
        x, y = subject.landmarks[cheek, :2].astype(int)
        reach = max(2, round(0.012 * unit))
        pores = fine[y - reach:y + reach + 1, x - reach:x + reach + 1].std()
        assert around(fine, lid).std() > 0.4 * pores
        assert around(shown, inner).mean() < 0.75 * around(shown, lid).mean()


def test_lids_are_not_confined_where_a_face_looks_up(subject):
    mesh = subject.puppet.frame.motion.mesh
    landmarks = subject.landmarks[:, :2] / subject.puppet.side
    landmarks[NOSE_TIP] = (landmarks[33] + landmarks[263]) / 2 + 0.10 * mesh.axes.height * mesh.axes.down
    above = Confinement.of(mesh, landmarks).above
    for name in ("eyeRight", "eyeLeft"):
        assert above[mesh.loops[name][:3]].min() > 0.999


def test_a_lid_is_no_warmer_than_the_skin_below_it_by_much():
    skin = np.log(np.array([0.60, 0.45, 0.38], np.float32))
    orange, blue, alike = skin + (0.15, 0.0, -0.15), skin - (0.15, 0.0, -0.15), skin + (0.02, 0.0, -0.02) - 0.4
    warmth = [float((lid - skin)[0] - (lid - skin)[2]) for lid in no_warmer(np.stack([orange, blue, alike]), skin)]
    assert 0.05 < warmth[0] < 0.15  # nearer, and still its own
    assert warmth[1:] == pytest.approx([-0.30, 0.04])  # paint, and a shade of the same hue, stay what they are
    assert no_warmer(orange, skin).mean() == pytest.approx(orange.mean())  # as dark as it was
