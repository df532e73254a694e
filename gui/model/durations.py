"""How long each kind of job took on this machine, last: what is said of the time left comes from here alone."""

import json
import math
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from statistics import median

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.render.request import Rendering, RenderRequest
from engine.systems import split

KEPT = 5
"""Runs of a kind that are remembered: the last ones, for the machine may have got a card meanwhile."""
MOST = 200
"""Kinds; the one that was run longest ago goes first."""
LONGEST = 7 * 24 * 3600.0
"""Seconds: a longer run was a machine asleep."""
_LARGEST = 1 << 17
_NAME = 160
_VERSION = 1


class Durations:
    """Seconds by kind. A kind is a word for each thing that decides how long it takes, with slashes between; units: of
    how many equal parts a run was (photos of a batch)."""

    def __init__(self, runs: Mapping[str, tuple[float, ...]] | None = None) -> None:
        self._runs = dict(runs or {})

    @property
    def runs(self) -> dict[str, tuple[float, ...]]:
        """Seconds for one unit each, the newest last."""
        return dict(self._runs)

    def expected(self, kind: str, units: float = 1.0) -> float | None:
        """Seconds that a run will take: the median of the last ones; None when there was none."""
        runs = self._runs.get(kind)
        return median(runs) * units if runs else None

    def note(self, kind: str, seconds: float, units: float = 1.0) -> None:
        """A run has come to its end."""
        share = seconds / units if units > 0 else math.nan
        if not kind or len(kind) > _NAME or not 0.0 < share <= LONGEST:
            return
        self._runs[kind] = (*self._runs.pop(kind, ()), share)[-KEPT:]  # the newest kind last
        for oldest in list(self._runs)[:-MOST]:
            del self._runs[oldest]

    def take(self, earlier: Mapping[str, tuple[float, ...]]) -> None:
        """What was remembered from before; what was run since counts as newer."""
        ours, self._runs = self._runs, {}
        for kind, runs in (*earlier.items(), *ours.items()):
            for seconds in runs:
                self.note(kind, seconds)


def read_durations(path: Path) -> dict[str, tuple[float, ...]]:
    """What was kept; nothing where there is no file, or none that can be seen. EngineError when it cannot be read or is
    not one of ours."""
    if not os.path.exists(path):  # a folder that may not be looked into has none either
        return {}
    try:
        found = parse_json(read_limited(path, _LARGEST), most_values=4 * MOST * KEPT)
        if found["version"] != _VERSION:
            raise ValueError("another version")
        return dict(_checked(found["seconds"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise EngineError(Text("{0}: cannot be read: {1}", path, str(error))) from None


def _checked(seconds: Mapping[str, object]) -> Iterator[tuple[str, tuple[float, ...]]]:
    for kind, runs in list(seconds.items())[-MOST:]:
        if not isinstance(runs, list) or len(kind) > _NAME:
            raise ValueError("not a list of seconds")
        yield kind, tuple(float(run) for run in runs[-KEPT:] if 0.0 < float(run) <= LONGEST)


def write_durations(path: Path, runs: Mapping[str, tuple[float, ...]]) -> None:
    """EngineError when it cannot be written."""
    rounded = {kind: [round(run, 3) for run in some] for kind, some in runs.items()}
    write_whole(path, json.dumps({"version": _VERSION, "seconds": rounded}, indent=1).encode())


def kept_durations(path: Path) -> dict[str, tuple[float, ...]]:
    """The same as `read_durations`; a damaged file counts as none, for it only costs what is said of the time left."""
    with suppress(EngineError):
        return read_durations(path)
    return {}


# ---- kinds

def drawing_kind(request: RenderRequest) -> str:
    """Of one face's picture."""
    expression, attributes = split(request.look)
    parts = [word for word, some in (("expression", expression), ("attributes", attributes)) if len(some)]
    return "/".join(("picture", rendering_kind(request.rendering), *parts, str(request.size)))


def rendering_kind(rendering: Rendering) -> str:
    """Of who draws, and how."""
    return "/".join((rendering.renderer, *(f"{name}={value:g}" for name, value in rendering.settings.items()
                                           if name != "seed")))


def size_class(width: int, height: int) -> str:
    """Pictures of about as many pixels: each class twice the one before."""
    return f"{2.0 ** round(math.log2(max(width * height, 1) / 1e6)):g}MP"
