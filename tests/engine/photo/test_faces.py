"""Faces on real pictures: found whatever their size, tilt and crop, with the signs and precision that are promised."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.opencv import cv2
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.arkit import ARKIT_52
from engine.photo.face import Box
from engine.photo.identity import SAME_PERSON
from engine.photo.landmarker import Landmarker
from engine.photo.levels import Levels

SAMPLES = ("neutral", "smile", "half-smile")


def turned(pixels: np.ndarray, degrees: float, scale: float = 1.0, shift: tuple[float, float] = (0, 0)):
    """The picture turned clockwise about its centre on gray, and the (2, 3) that carries old pixels to new ones."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2 - 0.5, height / 2 - 0.5), -degrees, scale)
    matrix[:, 2] += shift
    turned = cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC,
                            borderMode=cv2.BORDER_CONSTANT, borderValue=(128, 128, 128))
    return turned, matrix


def carried(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    return (points[:, :2] - 0.5) @ matrix[:, :2].T + matrix[:, 2] + 0.5


def test_the_astronaut(analyser, astronaut):
    (face,) = analyser.faces(astronaut)
    assert face.index == 0 and face.score > 0.7
    assert face.landmarks.shape == (478, 3) and face.landmarks.dtype == np.float32
    assert face.blendshapes.shape == (len(ARKIT_52),) and face.blendshapes.dtype == np.float32
    assert face.box.overlap(Box(175, 70, 270, 180)) > 0.7
    assert face.box == Box.around(face.landmarks)
    assert face.blendshapes[ARKIT_52.index("mouthSmileLeft")] > 0.5
    assert face.landmarks[1, 2] < face.landmarks[234, 2]  # the nose is nearer than an ear
    # Left and right are the subject's: her left eye is on the picture's right.
    assert face.landmarks[263, 0] > face.landmarks[33, 0]


@pytest.mark.parametrize("name", SAMPLES)
def test_mirroring_flips_yaw_and_roll(analyser, samples, name):
    pixels, _ = turned(samples[name], 8)
    (face,) = analyser.faces(pixels)
    (mirrored,) = analyser.faces(np.ascontiguousarray(pixels[:, ::-1]))
    assert mirrored.yaw == pytest.approx(-face.yaw, abs=3)
    assert mirrored.roll == pytest.approx(-face.roll, abs=2)
    assert mirrored.pitch == pytest.approx(face.pitch, abs=3)


@pytest.mark.parametrize("degrees", [-35, -15, 15, 35])
def test_turning_the_picture_changes_roll_by_as_much(analyser, astronaut, degrees):
    (face,) = analyser.faces(astronaut)
    pixels, matrix = turned(astronaut, degrees)
    (tilted,) = analyser.faces(pixels)
    assert tilted.roll - face.roll == pytest.approx(degrees, abs=1.5)
    assert tilted.yaw == pytest.approx(face.yaw, abs=2.5) and tilted.pitch == pytest.approx(face.pitch, abs=2.5)
    apart = np.linalg.norm(carried(matrix, face.landmarks) - tilted.landmarks[:, :2], axis=1)
    assert apart.mean() < 0.02 * face.interocular


def test_pose_signs_on_a_head_turned_by_hand(analyser, samples):
    # A face seen from its right side shows more of its right cheek: the nose is nearer to the left edge of the face.
    (face,) = analyser.faces(samples["half-smile"])
    nose, right, left = (face.landmarks[i, 0] for i in (1, 234, 454))
    assert abs(face.yaw) > 5
    assert np.sign(face.yaw) == np.sign((nose - right) - (left - nose))


def test_small_faces_of_a_group_are_found(analyser, samples, astronaut):
    group = np.full((900, 1600, 3), (90, 110, 120), np.uint8)
    places = [(60, 500), (420, 90), (760, 560), (1180, 240), (1420, 620)]
    heads = [*(samples[name] for name in SAMPLES), samples["smile"][:, ::-1], samples["neutral"][:, ::-1]]
    for (x, y), head in zip(places, heads, strict=True):
        group[y : y + 140, x : x + 140] = cv2.resize(head, (140, 140), interpolation=cv2.INTER_AREA)
    faces = analyser.faces(group)
    assert len(faces) == 5
    for x, y in places:
        assert sum(face.box.contains(x + 65, y + 85) for face in faces) == 1
    assert [face.index for face in faces] == list(range(5))
    areas = [face.box.area for face in faces]
    assert areas == sorted(areas, reverse=True)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("cut", [0.0, 0.1, 0.2])
def test_a_crop_that_cuts_into_the_face_still_shows_it(analyser, samples, name, cut):
    (face,) = analyser.faces(samples[name])
    x0, y0 = int(face.box.x0 + cut * face.box.width), int(face.box.y0 + cut * face.box.height)
    x1, y1 = int(face.box.x1 - cut * face.box.width), int(face.box.y1 - cut * face.box.height)
    (found,) = analyser.faces(np.ascontiguousarray(samples[name][y0:y1, x0:x1]))
    apart = np.linalg.norm(found.landmarks[:, :2] + [x0, y0] - face.landmarks[:, :2], axis=1).mean()
    assert apart < 0.06 * face.interocular


def test_a_close_look_is_steadier_than_a_look_at_the_whole(analyser, astronaut):
    rng = np.random.default_rng(3)
    whole, close = [], []
    for _ in range(6):
        pixels, matrix = turned(astronaut, rng.uniform(-4, 4), rng.uniform(0.93, 1.07), tuple(rng.uniform(-8, 8, 2)))
        inverse = cv2.invertAffineTransform(matrix)
        (rough,) = analyser._whole(Levels(pixels))
        (face,) = analyser.faces(pixels)
        whole.append(carried(inverse, rough.landmarks))
        close.append(carried(inverse, face.landmarks))
    noise = [np.sqrt(np.var(looks, axis=0).sum(axis=1)).mean() for looks in (whole, close)]
    assert noise[1] < 0.5 * noise[0]


def test_refine_finds_the_face_from_a_rough_idea_and_keeps_it_where_there_is_none(analyser, astronaut):
    (face,) = analyser.faces(astronaut)
    moved = replace(face, index=4, landmarks=face.landmarks + np.float32(6))
    refined = analyser.refine(astronaut, moved)
    assert refined.index == 4
    assert np.abs(refined.landmarks - face.landmarks).mean() < 0.02 * face.interocular
    assert analyser.refine(np.zeros_like(astronaut), moved) is moved


def test_pictures_without_a_face(analyser):
    rng = np.random.default_rng(0)
    for pixels in (np.full((200, 300, 3), 128, np.uint8), rng.integers(0, 256, (256, 256, 3), dtype=np.uint8),
                   np.zeros((1, 1, 3), np.uint8), np.zeros((3, 900, 3), np.uint8)):
        assert analyser.faces(pixels) == ()


def test_identity_tells_people_apart(analyser, samples, astronaut):
    def vector(pixels: np.ndarray) -> np.ndarray:
        return analyser.identity(pixels, analyser.faces(pixels)[0])

    (face,) = analyser.faces(astronaut)
    known = analyser.identity(astronaut, face)
    assert known.shape == (128,) and known.dtype == np.float32
    changed, _ = turned(astronaut, 12, 0.9)
    changed = np.clip(changed * 0.8 + 15, 0, 255).astype(np.uint8)
    assert np.linalg.norm(vector(changed) - known) < SAME_PERSON / 2
    others = [vector(samples[name]) for name in SAMPLES]
    assert min(np.linalg.norm(other - known) for other in others) > SAME_PERSON


def test_a_missing_model_is_said_with_the_cure(tmp_path, astronaut):
    with pytest.raises(EngineError, match="facewright models get face-landmarker"):
        FaceAnalyser(ModelStore(tmp_path)).faces(astronaut)


def test_a_damaged_model_is_said(tmp_path, astronaut):
    (tmp_path / "face-landmarker").mkdir()
    file = tmp_path / "face-landmarker" / "face_landmarker.task"
    file.write_bytes(b"PK" * 100)
    with pytest.raises(EngineError, match="damaged"):
        FaceAnalyser(ModelStore(tmp_path)).faces(astronaut)
    file.write_bytes(b"PK" * (ModelStore().catalogue["face-landmarker"].bytes // 2))  # of the right size
    with pytest.raises(EngineError, match="damaged"):
        FaceAnalyser(ModelStore(tmp_path)).faces(astronaut)
    with pytest.raises(EngineError, match="could not be loaded"):
        Landmarker(file).detect(astronaut)


def test_an_analyser_can_be_closed_and_used_again(model_store, astronaut):
    analyser = FaceAnalyser(model_store)
    analyser.warm()
    before = analyser.faces(astronaut)
    analyser.close()
    assert np.array_equal(analyser.faces(astronaut)[0].landmarks, before[0].landmarks)
    analyser.close()


def test_a_run_ends_without_a_word(model_store, tmp_path):
    program = """
import sys
import numpy as np
from pathlib import Path
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
import os
analyser = FaceAnalyser(ModelStore(Path(sys.argv[1])))
assert analyser.faces(np.zeros((64, 64, 3), np.uint8)) == ()
# OpenCV, which MediaPipe brings, must not have led Qt to its own plugins.
assert not [name for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR") if "cv2" in os.environ.get(name, "")]
"""
    ended = subprocess.run([sys.executable, "-c", program, str(model_store.folder)], capture_output=True, text=True,
                           cwd=Path(__file__).parents[3], check=False)
    assert (ended.returncode, ended.stdout) == (0, "")
    if os.name == "posix":  # elsewhere MediaPipe talks about its start
        assert ended.stderr == ""
