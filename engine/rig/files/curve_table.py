"""MetaHuman's face curves as the CSV that Unreal imports as a curve table: times in the first line, then one line a
curve. Which curves a shape moves, and how far, stands in resources/engines/engines.toml."""

from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.photo.arkit import ARKIT_52
from engine.rig.engines import TABLE, Curves, engine_preset
from engine.rig.files.written import Written
from engine.rig.movement import Movement

LARGEST_FILE = 1 << 28
_CORNER = "---"


def metahuman_curves() -> Curves:
    """The curves and how they are mixed."""
    curves = engine_preset("metahuman").curves
    if curves is None:
        raise EngineError(Text("{0}: MetaHuman has no curves", TABLE))
    return curves


def encode_curve_table(movement: Movement) -> bytes:
    """The file's bytes; each curve is limited to 0..1, as the face takes it."""
    curves = metahuman_curves()
    values = np.clip(movement.weights.astype(np.float64) @ curves.mixing, 0, 1).T
    lines = [",".join([_CORNER, *(f"{time:.6f}" for time in movement.times.tolist())])]
    lines += [",".join([name, *(f"{value:.6g}" for value in row)])
              for name, row in zip(curves.names, values.tolist(), strict=True)]
    return ("\n".join(lines) + "\n").encode("ascii")


def decode_curve_table(data: bytes, name: str = "curve table") -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
    """Curves, times (T,) and values (T, C) of such bytes. Raises EngineError for anything that is no such file."""
    try:
        rows = [line.split(",") for line in data.decode("utf-8").splitlines()]
        times = np.array(rows[0][1:], np.float64)
        values = np.array([row[1:] for row in rows[1:]], np.float64).reshape(len(rows) - 1, len(times)).T
    except (ValueError, IndexError) as error:
        raise EngineError(Text("{0}: no table of curves", name), detail=repr(error)) from None
    if rows[0][0] != _CORNER or not (np.isfinite(times).all() and np.isfinite(values).all()):
        raise EngineError(Text("{0}: no table of curves", name))
    return tuple(row[0] for row in rows[1:]), times, values


def write_curve_table(path: Path, movement: Movement) -> Written:
    """Write, read back, compare. EngineError. Its shapes are those that some curve moves and the movement knows."""
    data = encode_curve_table(movement)

    def check(written: Path) -> None:
        names, times, values = decode_curve_table(read_limited(written, LARGEST_FILE), str(path))
        wanted = np.clip(movement.weights @ metahuman_curves().mixing, 0, 1)
        if (names != metahuman_curves().names or values.shape != wanted.shape or times.shape != movement.times.shape
                or not np.allclose(times, movement.times, rtol=0, atol=1e-6)
                or not np.allclose(values, wanted, atol=1e-5)):
            raise EngineError(Text("{0}: the file does not read back as written", path))

    write_whole(path, data, check)
    moving = {ARKIT_52[row] for row in np.flatnonzero(metahuman_curves().mixing.any(axis=1))}
    return Written(len(moving & set(movement.told)), movement.frames)
