"""Where single knobs draw, and what they leave of the photo."""

import numpy as np
import pytest

from engine.attributes.attribute_edit import AttributeEdit
from engine.attributes.knob_regions import KNOB_REGIONS, beyond_hair, detail_kept, knob_region
from engine.attributes.knobs import MANNERS
from engine.attributes.regions import SIDE
from engine.generator.alignment import align
from engine.photo.analyser import FaceAnalyser


@pytest.fixture(scope="module")
def landmarks(analyser: FaceAnalyser, samples: dict[str, np.ndarray]) -> np.ndarray:
    """Of a bundled portrait, in sides of the drawn square."""
    face = analyser.faces(samples["neutral"])[0]
    matrix = align(face.landmarks).to_drawn(1)
    return face.landmarks[:, :2].astype(np.float64) @ matrix[:, :2].T + matrix[:, 2]


def at(region: np.ndarray, place: np.ndarray) -> float:
    x, y = np.clip((place * SIDE).astype(int), 0, SIDE - 1)
    return float(region[y, x])


def test_every_region_that_a_knob_names_is_one() -> None:
    for manner in MANNERS.values():
        assert {manner.region, manner.over} <= {"", *KNOB_REGIONS}
        assert 0 <= manner.detail <= 1 and all(amount > 0 for amount in manner.seen.values())


def test_regions_lie_where_their_names_say(landmarks: np.ndarray) -> None:
    iris, mouth, chin, top = landmarks[159], landmarks[13], landmarks[152], landmarks[10]
    inside = {"glasses": (iris,), "beard": (mouth, chin), "fringe": (top,), "face": (iris, mouth)}
    outside = {"glasses": (mouth, chin), "beard": (iris, top), "fringe": (mouth, landmarks[2]), "hair": (mouth, iris)}
    for name, places in inside.items():
        assert min(at(knob_region(name, landmarks), place) for place in places) > 0.8, name
    for name, places in outside.items():
        assert max(at(knob_region(name, landmarks), place) for place in places) < 0.1, name
    assert knob_region("hair", landmarks)[0, 0] > 0.99


def test_glasses_that_are_worn_belong_to_their_region(landmarks: np.ndarray) -> None:
    worn = np.zeros((64, 64), np.uint8)
    worn[60, 5] = 6
    assert knob_region("glasses", landmarks)[241, 21] == 0 < 0.5 < knob_region("glasses", landmarks, worn)[241, 21]


def test_detail_is_given_up_only_where_and_as_far_as_a_knob_says() -> None:
    region = np.zeros((SIDE, SIDE), np.float32)
    region[:64] = 1
    regions = {"face": region, "hair": region, "fringe": region}
    assert detail_kept(AttributeEdit((("smile", 3.0),)), regions) is None
    weak, strong = (detail_kept(AttributeEdit((("age", value),)), regions) for value in (0.3, -3.0))
    assert weak is not None and strong is not None
    assert strong[0, 0] == pytest.approx(MANNERS["age"].detail)
    assert strong[0, 0] < weak[0, 0] < 1 == strong[-1, -1]


def test_an_edit_of_the_hair_alone_keeps_what_is_not_near_hair() -> None:
    was, now = np.zeros((SIDE, SIDE), np.uint8), np.zeros((SIDE, SIDE), np.uint8)
    was[:100, :100], now[:40, :100] = 17, 17
    kept = beyond_hair(AttributeEdit((("hair-length", -2.0),)), was, now)
    assert kept is not None and kept[80, 50] < 0.01 and kept[200, 200] == 1
    assert beyond_hair(AttributeEdit((("age", 1.0), ("hair-length", -2.0))), was, now) is None
