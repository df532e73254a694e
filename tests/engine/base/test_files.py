"""Small files: ordinary ones only."""

import os
import threading
from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.base.files import read_limited

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
