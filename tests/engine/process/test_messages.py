"""What child and parent say to each other comes back as it was, and nothing else is believed."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import BadValue, Cancelled, EngineError, ModelMissing
from engine.base.jobs import Progress
from engine.base.text import Term, Text
from engine.process.messages import (
    LONGEST_LINE,
    PREVIEW_SIDE,
    Ending,
    ending_line,
    progress_line,
    read_answer,
    read_request,
    request_line,
)


def test_progress_keeps_its_template() -> None:
    text = Text("{0}: drawing {1}", "ü {0}.png", Text("the {0} key", Term("smile", "Smile", "rig")))
    line = progress_line(Progress(1, 3, text))
    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    answer = read_answer(line)
    assert isinstance(answer, Progress)
    assert (answer.done, answer.total, answer.message, answer.preview) == (1, 3, text, None)
    key = answer.message.values[1]
    assert answer.message.template == "{0}: drawing {1}" and isinstance(key, Text) and key.template == "the {0} key"
    assert isinstance(key.values[0], Term) and key.values[0].context == "rig"


@pytest.mark.parametrize("channels", [3, 4])
def test_a_preview_arrives_small(channels: int) -> None:
    colour = np.array([200, 30, 90, 128][:channels], np.uint8)
    line = progress_line(Progress(0, 0, preview=np.broadcast_to(colour, (1000, 500, channels)).copy()))
    answer = read_answer(line)
    assert isinstance(answer, Progress) and answer.preview is not None
    assert answer.preview.shape == (PREVIEW_SIDE, PREVIEW_SIDE // 2, channels) and len(line) < 20_000
    assert np.abs(answer.preview.astype(int) - colour).max() <= 6


def test_what_cannot_be_counted_is_none() -> None:
    answer = read_answer(progress_line(Progress(float("nan"), float("inf"))))
    assert isinstance(answer, Progress) and (answer.done, answer.total) == (0, 0)


def test_endings() -> None:
    assert read_answer(ending_line(Ending({"a": [1, None]}))) == Ending({"a": [1, None]})
    stopped = read_answer(ending_line(Ending(error=Cancelled())))
    assert isinstance(stopped, Ending) and isinstance(stopped.error, Cancelled)
    for error in (ModelMissing(Text("no {0}", "moon"), Text("get it"), "where it was"), BadValue(Text("{0}", "x"))):
        ending = read_answer(ending_line(Ending(error=error)))
        assert isinstance(ending, Ending) and type(ending.error) is type(error)
        found = ending.error
        assert (found.message, found.hint, found.detail) == (error.message, error.hint, error.detail)
        assert found.message.template == error.message.template


def test_what_is_no_json_is_refused_where_it_is_said() -> None:
    for result in (object(), float("nan"), "x" * LONGEST_LINE):
        with pytest.raises((TypeError, ValueError)):
            ending_line(Ending(result))


def test_a_request_comes_back() -> None:
    assert read_request(request_line("a:b", {"c": [1, "ü"]})) == ("a:b", {"c": [1, "ü"]})
    for line in (b"", b"[]", b'{"task": 3}', b'{"task": "a"}', b"\xff"):
        with pytest.raises(EngineError, match="cannot be read"):
            read_request(line)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
DOCUMENTS = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from(["progress", "message", "text", "values", "term", "label", "preview", "error", "hint", "detail",
                     "result"]) | st.text(max_size=3), inner, max_size=4), max_leaves=12)


@given(st.binary(max_size=200) | DOCUMENTS.map(lambda document: json.dumps(document).encode()))
def test_nothing_else_than_an_engine_error_comes_of_garbage(line: bytes) -> None:
    try:
        answer = read_answer(line)
    except EngineError as error:
        assert "cannot be read" in error.message
    else:
        assert isinstance(answer, (Progress, Ending))
