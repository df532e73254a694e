"""Small files: ordinary ones only, and nothing left behind for ever."""

import os
import threading
from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.writing import sweep_parts, write_whole

PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")


@PIPES
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    told: list[str] = []

    def read() -> None:
        try:
            read_limited(pipe, 10)
        except EngineError as error:
            told.append(str(error))

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    reading.join(10)
    assert told == [f"{pipe} is not an ordinary file"]


@PIPES
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(EngineError, match="is not an ordinary file"):
        write_whole(pipe, b"x")
    assert pipe.is_fifo() and list(tmp_path.iterdir()) == [pipe]


def test_what_killed_programs_left_is_swept_up(tmp_path: Path) -> None:
    path = tmp_path / "a[1].png"
    old, new, other = (tmp_path / name for name in (".a[1].png.1234.part", ".a[1].png.5678.part", ".b.png.1234.part"))
    for part in (old, new, other):
        part.write_bytes(b"half")
    for part in (old, other):
        os.utime(part, (0, 0))
    sweep_parts(path)
    assert sorted(tmp_path.iterdir()) == sorted([new, other])  # somebody may be writing the new one
    sweep_parts(tmp_path / "nowhere" / "a.png")
