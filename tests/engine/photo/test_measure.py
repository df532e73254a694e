"""What is measured about a face: units that rise with what they measure, and a document that is sound JSON."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.photo.action_units import action_units
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.photo.au_measures import TWO_SIDED, UNITS, frontal, measure_units
from engine.photo.face import Face
from engine.photo.measure import measure
from engine.photo.picture import read_picture


@pytest.fixture(scope="module")
def face(analyser, samples) -> Face:
    return analyser.faces(samples["neutral"])[0]


def moved(face: Face, points: list[int], shift: tuple[float, float, float]) -> Face:
    """The face with some landmarks moved along its own axes (to its left, up, out), in interocular distances."""
    landmarks = face.landmarks.copy()
    axes = face.rotation * [[1], [-1], [-1]]  # the face's axes in the picture, y down, z away
    landmarks[points] += (axes @ np.array(shift) * face.interocular).astype(np.float32)
    return replace(face, landmarks=landmarks)


# What a unit does to a face, in words of landmarks (right side; the left ones mirrored), and the unit that must rise.
@pytest.mark.parametrize(("unit", "right", "left", "shift"), [
    ("AU1", [107, 55, 66], [336, 285, 296], (0, 0.05, 0)),
    ("AU2", [70, 46, 63, 53], [300, 276, 293, 283], (0, 0.05, 0)),
    ("AU4", [107, 55, 66, 105, 52, 65], [336, 285, 296, 334, 282, 295], (0.02, -0.05, 0)),
    ("AU5", [158, 159, 160], [385, 386, 387], (0, 0.02, 0)),
    ("AU6", [144, 145, 153, 230], [373, 374, 380, 450], (0, 0.03, 0)),
    ("AU9", [129, 98, 64, 37, 39], [358, 327, 294, 267, 269], (0, 0.03, 0)),
    ("AU12", [61], [291], (-0.04, 0.04, 0)),
    ("AU15", [61], [291], (0, -0.04, 0)),
    ("AU20", [61], [291], (-0.05, 0, 0)),
])
def test_a_units_measure_rises_on_the_side_that_moves(face, unit, right, left, shift):
    before = measure_units(face)
    on_right = measure_units(moved(face, right, shift))
    on_left = measure_units(moved(face, left, (-shift[0], *shift[1:])))
    assert on_right[unit + "R"] > before[unit + "R"] + 0.01
    assert on_left[unit + "L"] > before[unit + "L"] + 0.01
    for one in (on_right, on_left):
        assert one[unit] > before[unit] + 0.005
    if unit != "AU4":  # the gap between the brows is shared
        assert on_right[unit + "L"] == pytest.approx(before[unit + "L"], abs=1e-5)
        assert on_left[unit + "R"] == pytest.approx(before[unit + "R"], abs=1e-5)


@pytest.mark.parametrize(("unit", "points", "shift"), [
    ("AU17", [17, 18, 200], (0, 0.04, 0)),
    ("AU25", [14, 87, 317], (0, -0.05, 0)),
    ("AU26", [152, 17, 14, 87, 317], (0, -0.1, 0)),
])
def test_the_middle_units_rise(face, unit, points, shift):
    assert measure_units(moved(face, points, shift))[unit] > measure_units(face)[unit] + 0.02


def test_measures_do_not_depend_on_size_place_or_turn_of_the_head(face):
    before = measure_units(face)
    angle = np.radians(20)
    turn = np.array([[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]])
    flip = np.diag([1.0, -1.0, -1.0])
    matrix = np.eye(4, dtype=np.float32)
    matrix[:3, :3] = turn @ face.rotation
    landmarks = (face.landmarks @ (flip @ turn @ flip).T * 0.3 + [50, 20, 0]).astype(np.float32)
    after = measure_units(replace(face, landmarks=landmarks, matrix=matrix))
    assert after == pytest.approx(before, abs=2e-4)
    assert np.allclose(frontal(face)[[33, 263], 0].sum(), 0, atol=1e-6)


def test_a_mirrored_picture_exchanges_the_sides(analyser, samples):
    for pixels in samples.values():
        here = measure_units(analyser.faces(pixels)[0])
        there = measure_units(analyser.faces(np.ascontiguousarray(pixels[:, ::-1]))[0])
        for unit in TWO_SIDED:
            assert there[unit + "L"] == pytest.approx(here[unit + "R"], abs=0.03), unit


def test_a_smile_measures_as_one(analyser, samples):
    neutral, smile = (measure_units(analyser.faces(samples[name])[0]) for name in ("neutral", "smile"))
    assert smile["AU12"] > neutral["AU12"] + 0.03 and smile["AU25"] > neutral["AU25"] + 0.05


def test_action_units_from_blendshapes():
    weights = np.zeros(52, np.float32)
    assert action_units(weights) == dict.fromkeys(UNITS, 0.0)
    weights[ARKIT_INDEX["mouthSmileLeft"]] = 0.8
    weights[ARKIT_INDEX["mouthSmileRight"]] = 0.4
    weights[ARKIT_INDEX["eyeSquintLeft"]] = weights[ARKIT_INDEX["eyeSquintRight"]] = 0.5
    weights[ARKIT_INDEX["jawOpen"]] = 0.3
    found = action_units(weights)
    assert found["AU12"] == pytest.approx(6) and found["AU6"] == pytest.approx(3)
    assert found["AU26"] == pytest.approx(3) and found["AU25"] == pytest.approx(3)
    assert max(action_units(np.full(52, 5.0)).values()) <= 10


def test_a_smiling_photo_reads_as_smiling(analyser, astronaut):
    assert action_units(analyser.faces(astronaut)[0].blendshapes)["AU12"] > 5


def test_the_document(analyser):
    picture = read_picture(RESOURCES / "samples" / "smile.jpg")
    faces = analyser.faces(picture.pixels)
    document = json.loads(json.dumps(measure(picture, faces, analyser), allow_nan=False))
    assert document["schema"] == 1 and document["file"] == "smile.jpg" and document["sha256"] == picture.digest
    (entry,) = document["faces"]
    assert len(entry["landmarks"]) == 478 and {len(point) for point in entry["landmarks"]} == {3}
    assert tuple(entry["blendshapes"]) == ARKIT_52 and set(entry["action_units"]) == set(UNITS)
    assert set(entry["au_measures"]) == set(UNITS) | {unit + side for unit in TWO_SIDED for side in "LR"}
    assert len(entry["identity"]) == 128
    assert entry["box"][0] < entry["box"][2] and set(entry["pose"]) == {"yaw", "pitch", "roll"}


def test_every_field_of_the_document_is_documented(analyser):
    text = (RESOURCES.parent / "docs" / "measure.md").read_text(encoding="utf-8")
    picture = read_picture(RESOURCES / "samples" / "smile.jpg")
    document = measure(picture, analyser.faces(picture.pixels), analyser)
    for field in (*document, *document["faces"][0]):
        assert f"`{field}`" in text


def test_no_face_and_no_such_face(analyser):
    picture = read_picture(RESOURCES / "samples" / "smile.jpg")
    with pytest.raises(EngineError, match="no face"):
        measure(picture, (), analyser)
    with pytest.raises(EngineError, match="no face 3"):
        measure(picture, analyser.faces(picture.pixels), analyser, face=3)
