"""A recording's lines are counted before they are taken apart: each costs far more than its letters."""

from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.motion import csv_file


@pytest.mark.parametrize("end", ["\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_lines_are_counted_before_they_are_taken_apart(end, monkeypatch):
    monkeypatch.setattr(csv_file, "MOST_TIMES", 4)
    with pytest.raises(EngineError, match="longer than any recording"):
        csv_file.decode_csv(("Timecode,BlendShapeCount,JawOpen\n" + ("ab" + end) * 9).encode(), Path("a.csv"))
