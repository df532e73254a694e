"""MetaHuman's face curves as the CSV that Unreal imports as a curve table: times in the first line, then one line a
curve. Which curves a shape moves, and how far, stands in resources/engines/engines.toml."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import open_plain
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.photo.arkit import ARKIT_52
from engine.rig.engines import TABLE, Curves, engine_preset
from engine.rig.files.written import Written
from engine.rig.movement import Movement

_CORNER = "---"


def metahuman_curves() -> Curves:
    """The curves and how they are mixed."""
    curves = engine_preset("metahuman").curves
    if curves is None:
        raise EngineError(Text("{0}: MetaHuman has no curves", TABLE))
    return curves


def write_rows(movement: Movement, file: IO[bytes]) -> None:
    """The file's bytes, line by line; each curve is limited to 0..1, as the face takes it. OSError."""
    curves = metahuman_curves()
    file.write(_line(_CORNER, movement.times, ".6f"))
    for name, mixing in zip(curves.names, curves.mixing.T, strict=True):
        file.write(_line(name, np.clip(movement.weights.astype(np.float64) @ mixing, 0, 1), ".6g"))


def _line(name: str, values: np.ndarray, how: str) -> bytes:
    return (",".join([name, *(format(value, how) for value in values.tolist())]) + "\n").encode("ascii")


def read_rows(lines: Iterable[bytes], name: str = "curve table") -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Times (T,) and each curve's values (T,) in such lines. Raises EngineError for anything that is no such file."""
    table: dict[str, np.ndarray] = {}
    try:
        for line in lines:
            curve, *cells = line.decode("utf-8").rstrip("\r\n").split(",")
            if curve in table:
                raise ValueError(curve)
            table[curve] = np.array(cells, np.float64)
        times = table.pop(_CORNER)
        if not all(values.shape == times.shape and np.isfinite(values).all() for values in (times, *table.values())):
            raise ValueError("values")
    except (ValueError, KeyError) as error:
        raise EngineError(Text("{0}: no table of curves", name), detail=repr(error)) from None
    return times, table


def write_curve_table(path: Path, movement: Movement) -> Written:
    """Write, read back, compare. EngineError. Its shapes are those that some curve moves and the movement knows."""
    curves = metahuman_curves()

    def check(written: Path) -> None:
        with open_plain(written) as file:
            times, values = read_rows(file, str(path))
        wanted = zip(values.values(), curves.mixing.T, strict=False)
        if not (tuple(values) == curves.names and times.shape == movement.times.shape
                and np.allclose(times, movement.times, rtol=0, atol=1e-6)
                and all(np.allclose(found, np.clip(movement.weights @ mixing, 0, 1), atol=1e-5)
                        for found, mixing in wanted)):
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, lambda file: write_rows(movement, file), check)
    moving = {ARKIT_52[row] for row in np.flatnonzero(curves.mixing.any(axis=1))}
    return Written(len(moving & set(movement.told)), movement.frames)
