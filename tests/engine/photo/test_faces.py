"""Faces on a real picture."""

from engine.photo.face import Box


def test_the_astronaut_has_one_face(analyser, astronaut):
    (face,) = analyser.faces(astronaut)
    assert face.landmarks.shape == (478, 3) and face.blendshapes.shape == (52,)
    assert face.box.overlap(Box(175, 70, 270, 180)) > 0.7
