"""Regions drawn one over another: how many pictures a draft costs, and faces of which parts are another's."""

import numpy as np

from engine.attributes.attribute_edit import ChangedCodes, RegionCode
from engine.attributes.region_drawing import DraftHost, draft_host, split_by
from engine.generator.regional import Host

CODE = np.zeros((2, 3), np.float32)


class Drafts:
    """Draws drafts as a renderer does, and counts pictures; a picture tells what was drawn into it, in order."""

    def __init__(self) -> None:
        self.kept: DraftHost | None = None
        self.pictures = 0

    def draw(self, whole: float, **parts: float) -> list[float]:
        codes = [RegionCode(name, CODE + value) for name, value in parts.items()]
        self.kept, drawn = draft_host(self.kept, ((CODE + whole).tobytes(), 128), codes,
                                      lambda: self._picture([whole]), lambda host, one: self._picture(
                                          [*host.picture.tolist(), float(one.code[0, 0])]))
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
    assert drafts.cost(0, glasses=1, beard=2, hair=3) == 4
    assert drafts.cost(0, glasses=1.1, beard=2, hair=3) == 4  # another is turned now: once what lies under it
    assert [drafts.cost(0, glasses=value, beard=2, hair=3) for value in (1.2, 1.3, 1.4)] == [1, 1, 1]
    assert drafts.cost(0, glasses=1.4, beard=2.5, hair=3) > 1
    assert [drafts.cost(0, glasses=1.4, beard=value, hair=3) for value in (2.6, 2.7)] == [1, 1]


def test_a_region_that_goes_leaves_nothing_and_another_face_is_drawn_anew() -> None:
    drafts = Drafts()
    drafts.draw(0, glasses=1, beard=2)
    drafts.draw(0, glasses=1, beard=2.5)
    assert drafts.cost(0, beard=2.5) == 2
    assert drafts.cost(0, beard=2.6) == 1
    assert drafts.cost(0.5, beard=2.6) == 2


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
