"""Writes arrays as an .npz that is the same bytes on every run: fixed order, dates and compression."""

import io
import zipfile
from pathlib import Path

import numpy as np


def write_npz(path: Path, arrays: dict[str, np.ndarray]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            raw = io.BytesIO()
            np.lib.format.write_array(raw, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, raw.getvalue(), compresslevel=9)


def sparse_targets(deltas: list[np.ndarray], step: float) -> dict[str, np.ndarray]:
    """Displacements (V, 3) each, as the vertices they move and int16 multiples of `step` (dm).

    counts (N,) int32: moved vertices per target; index (K,) uint16: their ids, each target's as differences;
    value (3, K) int16: x, y, z planes.
    """
    counts, index, value = [], [], []
    for delta in deltas:
        steps = np.rint(delta / step)
        if np.abs(steps).max() > 32767:
            raise SystemExit("a target moves further than int16 steps can say")
        moved = np.flatnonzero(steps.any(axis=1))
        counts.append(len(moved))
        index.append(np.diff(moved, prepend=0))
        value.append(steps[moved].T)
    return {
        "counts": np.array(counts, dtype=np.int32),
        "index": np.concatenate(index).astype(np.uint16),
        "value": np.concatenate(value, axis=1).astype(np.int16),
    }
