"""The progress bar: on a terminal only, gone when the work is done or fails."""

import io
import sys

import pytest

from engine.base.jobs import Job, Progress
from engine.commands.output import finish
from tests.engine.terminal import Terminal


def work(fails: bool = False) -> Job[str]:
    yield Progress(1, 4, "drawing")
    if fails:
        raise ValueError("no paint")
    return "drawn"


def test_nothing_is_shown_when_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    assert finish(work()) == "drawn"
    assert pipe.getvalue() == ""


@pytest.mark.parametrize("fails", [False, True])
def test_a_terminal_sees_it_and_keeps_a_clean_line(fails: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    if fails:
        with pytest.raises(ValueError, match="no paint"):
            finish(work(fails))
    else:
        assert finish(work()) == "drawn"
    shown = terminal.getvalue()
    assert "25%  drawing" in shown
    assert shown.endswith("\r") and shown.rstrip("\r").split("\r")[-1].strip() == ""
