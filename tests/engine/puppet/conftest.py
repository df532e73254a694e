"""Puppets of the sample portraits, made once for all tests of this room."""

from dataclasses import dataclass

import numpy as np
import pytest

from engine.base.gl import open_context
from engine.base.jobs import run
from engine.head.pack import load_head
from engine.photo.analyser import FaceAnalyser
from engine.photo.crop import crop_for, cut
from engine.photo.face import Face
from engine.puppet.deformation import Deformation
from engine.puppet.prepare import prepare_puppet
from engine.puppet.puppet import Puppet


@dataclass(frozen=True)
class Subject:
    """A face's crop with its measurements, and puppets of it drawn by either renderer."""

    pixels: np.ndarray
    face: Face
    landmarks: np.ndarray
    puppet: Puppet

    def shown(self, deformation: Deformation) -> np.ndarray:
        """(side, side, 3) the crop as it would look."""
        drawn = self.puppet.draw(deformation, self.puppet.side)
        return np.where(drawn[..., 3:] > 0, drawn[..., :3], self.pixels)


@pytest.fixture(scope="session")
def gl_context():
    context = open_context()
    if context is None:
        pytest.skip("no OpenGL 3.3 on this machine")
    yield context
    context.release()


def _subject(pixels: np.ndarray, analyser: FaceAnalyser, context) -> Subject:
    from engine.base.opencv import cv2

    small = cv2.resize(pixels, None, fx=0.35, fy=0.35, interpolation=cv2.INTER_AREA)
    face = analyser.faces(small)[0]
    crop = crop_for(face.landmarks)
    landmarks = crop.to_crop(face.landmarks)
    square = cut(small, crop)
    return Subject(square, face, landmarks,
                   run(prepare_puppet(square, landmarks, face.blendshapes, load_head(), context)))


@pytest.fixture(scope="session")
def closed_lips(samples, analyser, gl_context) -> Subject:
    """A man with his lips closed."""
    return _subject(samples["neutral"], analyser, gl_context)


@pytest.fixture(scope="session")
def toothy_smile(samples, analyser, gl_context) -> Subject:
    """A woman whose smile shows her teeth."""
    return _subject(samples["smile"], analyser, gl_context)
