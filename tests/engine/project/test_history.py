"""The history in a project: what is kept comes back, and whatever else lies there is refused with a line, soon."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.base.text import Term, Text
from engine.base.text_data import decode_text, encode_text
from engine.project.face_state import LOOK, FaceState
from engine.project.history import LARGEST, MOST_STEPS, PART, History, PastStep, encode_step, history_of, history_part
from engine.project.namespaces import Namespaces
from engine.project.project import Part
from engine.systems import LOOK_CONTROLS, face_namespaces


@pytest.fixture(scope="module")
def namespaces() -> Namespaces:
    return face_namespaces(LOOK_CONTROLS)


def face(**values: float) -> FaceState:
    return FaceState.of({LOOK: values} if values else {}, (1.0, 2.0, 3.0, 4.0))


def walk() -> tuple[PastStep, ...]:
    """Three steps on one face and one on another, the last two undone in the tests."""
    return (PastStep(0, None, face(), face(AU26=2.0)),
            PastStep(0, Text("Reset {0}", Text("the face")), face(AU26=2.0), face()),
            PastStep(1, "Happy & glad", face(), face(AU12L=8.0, AU12R=8.0)),
            PastStep(0, Term("AU4", "Brow lowerer", "controls"), face(), face(AU4L=1.0)))


def part(steps: tuple[PastStep, ...], index: int) -> Part:
    made = history_part([encode_step(step) for step in steps], index)
    assert made is not None
    return made


@pytest.mark.parametrize("index", range(5))
def test_what_is_kept_comes_back_wherever_one_stands(index: int, namespaces: Namespaces) -> None:
    faces = [face(), face()]
    for step in walk()[:index]:
        faces[step.face] = step.after
    found = history_of([Part("other", b"x"), part(walk(), index)], faces, namespaces)
    assert found == History(walk(), index)
    names = [step.name for step in found.steps]
    assert isinstance(names[1], Text) and names[1].template == "Reset {0}" and isinstance(names[3], Term)
    assert type(names[2]) is str


def test_no_history_is_none(namespaces: Namespaces) -> None:
    assert history_of([Part("other", b"x")], [face()], namespaces) is None
    assert history_part([], 0) is None


def test_what_this_version_does_not_know_goes_back_and_forth_with_the_rest(namespaces: Namespaces) -> None:
    before = namespaces.sorted_out(FaceState.of({LOOK: {"AU99": 2.0, "AU26": 1.0}, "aura": {"hue": 1.0}}))
    after = namespaces.sorted_out(FaceState.of({LOOK: {"AU26": 3.0}, "aura": {"hue": 1.0}}))
    step = PastStep(0, None, before, after)
    assert history_of([part((step,), 1)], [after], namespaces) == History((step,), 1)


def test_it_is_dropped_when_it_leads_elsewhere(namespaces: Namespaces) -> None:
    """An older Facewright keeps the part and changes the faces."""
    for faces in ([face(AU26=3.0), face()], [face()]):
        with pytest.raises(EngineError, match="begins anew"):
            history_of([part(walk(), 3)], faces, namespaces)


def test_it_is_bounded_by_letting_the_oldest_go(namespaces: Namespaces) -> None:
    steps = [PastStep(0, None, face(AU26=number / 100), face(AU26=(number + 1) / 100)) for number in range(1, 700)]
    kept = part(tuple(steps), len(steps) - 2)
    found = history_of([kept], [steps[-3].after], namespaces)
    assert found is not None and len(found.steps) == MOST_STEPS and found.steps[-1] == steps[-1]
    assert len(found.steps) - found.index == 2
    long = [PastStep(0, Text("x" * 10_000), step.before, step.after) for step in steps[:300]]
    kept = part(tuple(long), 299)
    assert len(kept.data) <= LARGEST
    found = history_of([kept], [long[298].after], namespaces)
    assert found is not None and found.steps[-1] == long[-1] and 90 < len(found.steps) < 110


def step(**changes: Any) -> dict[str, Any]:
    return {"face": 0, "name": None, "old": {}, "new": {LOOK: {"AU26": 2.0}}, **changes}


NESTED: Any = "x"
for _ in range(40):
    NESTED = {"text": "{0}{0}", "values": [NESTED]}
HOSTILE: dict[str, Any] = {
    "empty": b"", "no json": b"\xff{", "a list": [], "no steps": {"index": 0},
    "many": {"index": 0, "steps": [step()] * 600},
    "beyond": {"index": 2, "steps": [step()]}, "before": {"index": -1, "steps": [step()]},
    "no such face": {"index": 1, "steps": [step(face=7)]}, "face below": {"index": 1, "steps": [step(face=-1)]},
    "no number": {"index": 1, "steps": [step(new={LOOK: {"AU26": []}})]},
    "nan": b'{"index":1,"steps":[{"face":0,"old":{},"new":{"look":{"AU26":NaN}}}]}',
    "too large a number": b'{"index":1,"steps":[{"face":0,"old":{},"new":{"look":{"AU26":1e999}}}]}',
    "format": {"index": 1, "steps": [step(name={"text": "{0.__class__}", "values": ["x"]})]},
    "width": {"index": 1, "steps": [step(name={"text": "{0:999999999}", "values": ["x"]})]},
    "place": {"index": 1, "steps": [step(name={"text": "{7}", "values": ["x"]})]},
    "billion laughs": {"index": 1, "steps": [step(name=NESTED)]},
    "wide laughs": {"index": 1, "steps": [step(name={"text": "{0}" * 5000, "values": ["x" * 5000]})]},
    "term": {"index": 1, "steps": [step(name={"term": 1, "label": "x", "context": "y"})]},
    "deep": b'{"index":0,"steps":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "large": b" " * (LARGEST + 1),
    "work": {"index": 400, "steps": [step(new={LOOK: {f"x{key}": 1.0 for key in range(60)}}),
                                     *[step(new={}) for _ in range(399)]]},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_history_is_told_and_hurts_nothing(name: str, namespaces: Namespaces) -> None:
    what = HOSTILE[name]
    data = what if isinstance(what, bytes) else json.dumps(what).encode()
    many = FaceState.of({LOOK: {f"x{number}": 1.0 for number in range(3000)}}) if name == "work" else face(AU26=2.0)
    with pytest.raises(EngineError, match="the work itself is whole"):
        history_of([Part(PART, data)], [many], namespaces)


@given(st.binary(max_size=400) | st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["index", "steps", "face", "name", "old", "new", "text", "values", LOOK, "AU26"]), inner),
    max_leaves=20).map(lambda data: json.dumps(data).encode()))
def test_any_bytes_give_a_history_or_an_error_for_a_person(namespaces: Namespaces, data: bytes) -> None:
    try:
        history_of([Part(PART, data)], [face()], namespaces)
    except EngineError:
        pass


@given(st.text(max_size=20), st.text(max_size=20))
def test_names_come_back_as_they_were(word: str, other: str) -> None:
    text = Text("{0}: {1}", word, Text("{0} {{0}} {1}", other, word))
    back = decode_text(json.loads(json.dumps(encode_text(text))))
    assert back == text and isinstance(back, Text) and back.template == text.template
