"""Regions drawn one over another: how many pictures a draft costs, and faces of which parts are another's."""

import numpy as np
import pytest

from engine.attributes import region_drawing
from engine.attributes.attribute_edit import ChangedCodes, RegionCode
from engine.attributes.region_drawing import DraftHost, draft_host, draw_with_guests, split_by
from engine.attributes.regions import SIDE
from engine.attributes.rims import EYES
from engine.base.opencv import cv2
from engine.generator.generator import Generator
from engine.generator.regional import Host

CODE = np.zeros((2, 3), np.float32)


class Drafts:
    """Draws drafts as a renderer does, and counts pictures; a picture tells what was drawn into it, in order."""

    def __init__(self) -> None:
        self.kept: DraftHost | None = None
        self.pictures = 0

    def draw(self, whole: float, **parts: float) -> list[float]:
        codes = [RegionCode(name, CODE + value, "frame" if name == "glasses" else "") for name, value in parts.items()]
        self.kept, drawn = draft_host(self.kept, ((CODE + whole).tobytes(), 128), codes,
                                      lambda: self._picture([whole]), lambda host, one: self._picture(
                                          [*host.picture.tolist(), float(one.code[0, 0])]))
        if "glasses" in parts:
            assert drawn.picture[-1] == np.float32(parts["glasses"])  # worn over all the others
        return [drawn.picture[0], *sorted(drawn.picture[1:])]

    def _picture(self, told: list[float]) -> Host:
        self.pictures += 1
        return Host(np.array(told), ())

    def cost(self, whole: float, **parts: float) -> int:
        before = self.pictures
        assert np.allclose(self.draw(whole, **parts), [whole, *sorted(parts.values())])
        return self.pictures - before


def test_a_knob_that_is_turned_draws_one_picture_however_many_regions_are_set() -> None:
    drafts = Drafts()
    assert drafts.cost(0, fringe=1, beard=2, hair=3) == 4
    assert drafts.cost(0, fringe=1.1, beard=2, hair=3) == 4  # another is turned now: once what lies under it
    assert [drafts.cost(0, fringe=value, beard=2, hair=3) for value in (1.2, 1.3, 1.4)] == [1, 1, 1]
    assert drafts.cost(0, fringe=1.4, beard=2.5, hair=3) > 1
    assert [drafts.cost(0, fringe=1.4, beard=value, hair=3) for value in (2.6, 2.7)] == [1, 1]


def test_what_is_worn_is_drawn_last_and_costs_one_more_while_something_under_it_is_turned() -> None:
    drafts = Drafts()
    drafts.draw(0, glasses=1, beard=2, hair=3)
    drafts.draw(0, glasses=1.1, beard=2, hair=3)
    assert [drafts.cost(0, glasses=value, beard=2, hair=3) for value in (1.2, 1.3)] == [1, 1]
    drafts.draw(0, glasses=1.3, beard=2.1, hair=3)
    drafts.draw(0, glasses=1.3, beard=2.2, hair=3)
    assert [drafts.cost(0, glasses=1.3, beard=value, hair=3) for value in (2.3, 2.4)] == [2, 2]


def test_a_region_that_goes_leaves_nothing_and_another_face_is_drawn_anew() -> None:
    drafts = Drafts()
    drafts.draw(0, fringe=1, beard=2)
    drafts.draw(0, fringe=1, beard=2.5)
    assert drafts.cost(0, beard=2.5) == 2
    assert drafts.cost(0, beard=2.6) == 1
    assert drafts.cost(0.5, beard=2.6) == 2


def test_of_glasses_on_a_face_with_guests_the_frame_alone_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture with glasses shows two rims, and everything else of it is another person's."""
    own, other = np.full((SIDE, SIDE, 3), 0.6, np.float32), np.full((SIDE, SIDE, 3), 0.5, np.float32)
    landmarks, rims = np.zeros((478, 2)), np.zeros((SIDE, SIDE), np.uint8)
    for eye, x in zip(EYES, (0.36, 0.64), strict=True):
        landmarks[list(eye)] = np.array([x, 0.3]) + np.linspace([-0.04, -0.01], [0.04, 0.01], len(eye))
        cv2.ellipse(rims, (round(SIDE * x), round(SIDE * 0.3)), (28, 22), 0, 0, 360, 1, 3)
    other[rims > 0] = 0.0

    def draw_regions(generator: Generator, code: np.ndarray, guests: list[tuple[np.ndarray, np.ndarray]],
                     size: int) -> np.ndarray:
        return other if any((guest == 7).all() for guest, _ in guests) else own

    monkeypatch.setattr(region_drawing, "draw_regions", draw_regions)
    mouth = np.zeros((SIDE, SIDE), np.float32)
    mouth[3 * SIDE // 4:] = 1
    guest = ChangedCodes(CODE + 2, ())

    def drawn(*parts: RegionCode) -> np.ndarray:
        return draw_with_guests(object(), ChangedCodes(CODE, parts), [(guest, mouth)],  # type: ignore[arg-type]
                                {"eyes": 1 - mouth, "beard": mouth}, landmarks, SIDE)

    assert (drawn(RegionCode("beard", CODE + 1)) == own).all()
    assert (drawn(RegionCode("eyes", CODE + 7)) == other).all()  # all of it, where all of it is asked for
    worn = drawn(RegionCode("beard", CODE + 1), RegionCode("eyes", CODE + 7, "frame"))
    assert worn[rims > 0].mean() < 0.1 and np.abs(worn[SIDE // 2:] - own[SIDE // 2:]).max() < 0.02
    assert np.abs(worn - own)[cv2.dilate(rims, np.ones((9, 9))) == 0].max() < 0.02


def test_moves_in_regions_stay_there_on_a_face_with_guests() -> None:
    mouth, beard = np.zeros((4, 4), np.float32), np.zeros((4, 4), np.float32)
    mouth[2:] = 1
    beard[:, 2:] = 0.5

    def codes(first: float) -> ChangedCodes:
        return ChangedCodes(CODE + first, (RegionCode("beard", CODE + first + 0.5),))

    drawn = split_by({"beard": beard}, codes(1), [(codes(2), mouth)])
    whole = 1 - np.sum([mask for _, mask in drawn], axis=0)  # what is left is the host's
    picture = whole + np.sum([code[0, 0] * mask for code, mask in drawn], axis=0)
    assert picture.tolist() == [[1, 1, 1.25, 1.25]] * 2 + [[2, 2, 2.25, 2.25]] * 2
