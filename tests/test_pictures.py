"""scripts/pictures: its rules, on points and pictures made here; and the page names the faces that there are."""

import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from pictures import mouths, presets, table, units  # noqa: E402
from pictures.faces import listed_faces  # noqa: E402


def face_of(rng: np.random.Generator) -> np.ndarray:
    points = rng.uniform(300, 600, (68, 2))
    points[[36, 45]] = (300, 400), (600, 400)
    return points


def test_points_are_measured_upright_in_distances_of_the_eyes_whatever_the_pose_in_the_picture() -> None:
    rest = face_of(np.random.default_rng(3))
    turn = 1.3 * np.exp(0.4j)
    turned = (rest @ (1, 1j)) * turn + (20 - 7j)
    places = [units.upright(points, rest) for points in (rest, np.stack([turned.real, turned.imag], axis=1))]
    assert places[0] == pytest.approx(places[1])
    assert places[0][45] - places[0][36] == pytest.approx([1, 0])


def test_a_smile_a_raised_brow_and_a_jaw_raise_their_own_distance() -> None:
    rest = units.upright(points := face_of(np.random.default_rng(4)), points)
    for unit, numbers, down in (("AU12", (48, 54), -0.1), ("AU2", (17, 26), -0.1), ("AU26", (8,), 0.1),
                                ("AU4", (21, 22), 0.1), ("AU15", (48, 54), 0.1), ("AU5", (37, 44), -0.1)):
        moved = rest.copy()
        moved[list(numbers), 1] += down
        assert units.MEASURES[unit](moved) > units.MEASURES[unit](rest) + 0.02, unit


def test_a_way_is_as_straight_as_a_line_through_it() -> None:
    assert units.straight(np.array([0.0, 1, 2, 3, 4])) == pytest.approx(1)
    assert units.straight(np.array([0.0, 3, 3.5, 3.8, 4])) < 0.9
    assert units.straight(np.zeros(5)) == 0


def test_a_unit_rises_by_the_rule_and_not_by_its_end_alone() -> None:
    def record(fall: float) -> table.Record:
        return {"units": {"AU5 rise": 0.02, "AU5 fall": fall, "AU5 R2": 0.95}}

    figure = next(figure for what, _, figure in table.ROWS if what == "AU5 rises")
    assert figure([record(0.001), record(0.003)]).startswith("1 of 2")


def test_the_lower_row_goes_with_the_jaw_and_what_is_painted_over_is_not_kept() -> None:
    photo = np.full((60, 60, 3), 90, np.uint8)
    teeth = np.zeros((60, 60), bool)
    teeth[10:20, 10:50] = teeth[26:34, 10:50] = True
    photo[teeth] = np.random.default_rng(5).integers(180, 240, (int(teeth.sum()), 3), np.uint8)
    upper, lower = mouths._rows(teeth)
    assert upper.sum() == 400 and lower.sum() == 320
    drawn = np.roll(photo, 7, axis=0)
    drawn[10:20] = photo[10:20]
    assert mouths._kept(photo, drawn, upper)[0] == 400
    assert mouths._kept(photo, drawn, mouths._moved(lower, 7), 7)[0] == 320
    assert mouths._kept(photo, drawn, mouths._moved(lower, 3), 3)[0] < 100
    drawn[10:20] = 210
    assert mouths._kept(photo, drawn, upper)[0] < 200


def test_the_emotion_that_is_seen_is_the_one_whose_shapes_there_are() -> None:
    def seen(**shapes: float) -> str:
        return presets.by_blendshapes({f"asked {name}": shapes.get(name, 0.0) for name in presets.REACH}, "asked")

    assert seen(smile=0.8) == seen(smile=0.9, browDown=0.5) == "happy"
    assert seen(browDown=0.5) == "angry"
    assert seen(frown=0.12, browInnerUp=0.2) == "sad"
    assert seen(jawOpen=0.4, browInnerUp=0.4, browOuterUp=0.3) == "surprised"
    assert seen(stretch=0.3, browInnerUp=0.3) == "fearful"
    assert seen(upperUp=0.4) == "disgusted"


def test_the_faces_are_many_and_the_page_names_every_one() -> None:
    faces, page = listed_faces(), (ROOT / "docs" / "pictures.md").read_text("utf-8")
    assert len({face.name for face in faces}) == len(faces) >= 40
    assert sum(face.role == "judging" for face in faces) >= 25
    for face in faces:
        assert (f"{face.name} {face.shows}" if face.seed is not None else face.name) in page, face.name


def test_what_the_network_never_reads_is_no_part_of_the_judgement() -> None:
    found = presets.reached([dict.fromkeys(presets.UNITS, 0.4) | {"eyeWide": value} for value in (0, 0.01, 0.02, 0.1)])
    assert "eyeWide" not in found and found["smile"] == 0.4 and presets.REACH.keys() == found.keys()
    assert {shape for made in presets.MADE_OF.values() for shape in made} <= presets.REACH.keys()
