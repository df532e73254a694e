"""How commands speak: data as JSON on stdout, what was written as one line, a progress bar on a terminal only."""

import json
import re
import sys
import time
from typing import Any, TypeVar

from engine.base.jobs import Job, Progress, run
from engine.commands import interrupts
from engine.commands.terminal import draw_over

Result = TypeVar("Result")

BAR = 24
SECONDS_BETWEEN = 0.1


def print_json(data: Any) -> None:
    """One JSON document on stdout."""
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
    print(re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text))  # of names that are no text


def finish(job: Job[Result]) -> Result:
    """Run a job to its end, showing a bar on stderr when that is a terminal."""
    if not sys.stderr.isatty():
        return run(job, cancelled=interrupts.arrived)
    bar = ProgressBar()
    try:
        return run(job, bar.show, interrupts.arrived)
    finally:
        bar.clear()


class ProgressBar:
    """One line on stderr that is drawn over itself, at most ten times a second."""

    def __init__(self) -> None:
        self._width = 0
        self._when = 0.0

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._when < SECONDS_BETWEEN:
            return
        self._when = now
        line: str = progress.message
        if progress.total:
            part = min(max(progress.done / progress.total, 0.0), 1.0)
            full = round(part * BAR)
            line = f"[{'#' * full}{'.' * (BAR - full)}] {part:4.0%}  {line}"
        self._draw(line[:110])

    def clear(self) -> None:
        """Leave the line empty for whatever comes next."""
        if self._width:
            self._draw("")
            draw_over("")

    def _draw(self, line: str) -> None:
        draw_over(line.ljust(self._width))
        self._width = len(line)
