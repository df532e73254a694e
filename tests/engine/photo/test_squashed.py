"""A picture that somebody squashed: the face in it is measured as in the one before."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.head.pack import load_head
from engine.photo.arkit import ARKIT_INDEX
from engine.puppet.facemap import face_axes, flatness


@pytest.mark.parametrize("sample", ("smile", "neutral"))
def test_a_squashed_face_is_measured_as_before(samples, analyser, sample):
    whole = cv2.resize(samples[sample], (512, 512), interpolation=cv2.INTER_AREA)
    expected = analyser.faces(whole)[0]
    found = analyser.faces(cv2.resize(whole, (512, 250), interpolation=cv2.INTER_AREA))[0]
    where = expected.landmarks[:, :2] * np.array([1, 250 / 512], np.float32)
    away = np.linalg.norm(found.landmarks[:, :2] - where, axis=1)
    assert away.mean() < 0.03 * expected.interocular
    assert found.score > 0.8
    assert flatness(face_axes(expected.landmarks)) == 1
    assert 0.4 < flatness(face_axes(found.landmarks)) < 0.6


def test_in_a_squashed_picture_the_mouth_opens_less_far(samples, analyser):
    from engine.base.jobs import run
    from engine.photo.crop import crop_for, cut
    from engine.puppet.prepare import prepare_puppet

    moved = []
    for size in ((512, 512), (512, 250)):
        pixels = cv2.resize(samples["neutral"], size, interpolation=cv2.INTER_AREA)
        face = analyser.faces(pixels)[0]
        crop = crop_for(face.landmarks)
        puppet = run(prepare_puppet(cut(pixels, crop), crop.to_crop(face.landmarks), face.blendshapes, load_head(),
                                    None))
        jaw = puppet.person.own.motion.basis[ARKIT_INDEX["jawOpen"]].reshape(-1, 3)
        moved.append(float(np.abs(jaw[:, 1]).max()) * puppet.side)
        puppet.release()
    assert 0.35 < moved[1] / moved[0] < 0.75
