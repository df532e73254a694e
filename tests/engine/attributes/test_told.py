"""What knobs do not show on a face, in words; and how it is looked at, and kept."""

from typing import Any

import numpy as np
import pytest

from engine.attributes import reaches
from engine.attributes.attribute_edit import AttributeEdit
from engine.attributes.directions import shipped
from engine.attributes.knob_regions import KNOB_REGIONS
from engine.attributes.knobs import MANNERS, TOLD
from engine.attributes.labels.measures import COLUMNS
from engine.attributes.reach import Reach
from engine.attributes.reaches import FoundFace, Reaches
from engine.attributes.told import Told, shortfall

GLASSES = Told("more", "frame", 0.75, "on this face glasses reach about {0} % of a frame")
CODE = np.zeros((23, 512), np.float32)


def test_what_is_declared_can_be_measured() -> None:
    columns = {column.name for column in COLUMNS}
    for name, told in ((name, one) for name, some in TOLD.items() for one in some):
        manner = MANNERS[name]
        assert told.end in ("less", "more") and told.enough > 0 and set(told.where) <= set(KNOB_REGIONS)
        looked_at = manner.is_looked_at(1.0 if told.end == "more" else -1.0)
        assert looked_at or told.by in columns or told.by in ("lines", "shade") and told.where
        assert told.words.format("50") and told.words[0].islower()


def test_less_than_enough_is_told_with_its_amount() -> None:
    assert shortfall("glasses", GLASSES, 1.0) is None and shortfall("glasses", GLASSES, None) is None
    half, hardly = (shortfall("glasses", GLASSES, share) for share in (0.52, 0.11))
    assert half is not None and half.level == 2 and half.sentence == "on this face glasses reach about 50 % of a frame"
    assert hardly is not None and hardly.level == 1 and "10 %" in hardly.sentence
    assert half.sentence.template == GLASSES.words
    years = shortfall("age", Told("less", "age", 15.0, "about {0} years come off", unit="years"), 0.33)
    assert years is not None and years.sentence == "about 5 years come off"


def found(code: np.ndarray = CODE) -> FoundFace:
    return FoundFace(("photo", 0), code, np.zeros((478, 2)), lambda name: np.zeros((4, 4), np.float32))


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> tuple[Reaches, list[str]]:
    """Reaches whose looking is counted and finds half of everything."""
    looked: list[str] = []

    def look(self: Reaches, face: FoundFace, name: str, manner: Any) -> Reach:
        looked.append(name)
        return Reach(2.0 + len(looked), 0.5)

    monkeypatch.setattr(Reaches, "_look", look)
    return Reaches(lambda: None, shipped, lambda: None, lambda: None), looked  # type: ignore[arg-type, return-value]


def test_a_draft_takes_what_is_known_and_never_looks(looking: tuple[Reaches, list[str]]) -> None:
    known, looked = looking
    edit = AttributeEdit((("beard", -1.0), ("glasses", 1.0), ("smile", 2.0)))
    assert known.looked_up(found(), edit) == {} and not looked
    first = known.needed(found(), edit)
    assert set(first) == {"glasses"} and looked == ["glasses"]
    better = found(CODE + 1)  # the face was found better meanwhile: the old lengths, until somebody has looked
    assert known.looked_up(better, edit) == first == known.needed(found(), edit) and looked == ["glasses"]
    assert known.needed(better, edit) != first and looked == ["glasses", "glasses"]
    known.forget("photo")
    assert known.looked_up(found(), edit) == {}


def test_what_no_network_can_measure_here_is_not_told(looking: tuple[Reaches, list[str]],
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    known, _ = looking
    assert known.share(found(), "glasses", GLASSES) == 0.5
    monkeypatch.setattr(reaches, "draw_host", lambda *_: None)
    monkeypatch.setattr(Reaches, "_drawn", lambda *_: None)
    generator = type("Net", (), {"space": type("Space", (), {"mean": CODE})})
    monkeypatch.setattr(known, "_generator", lambda: generator)
    assert known.share(found(), "age", TOLD["age"][0]) is None
