"""Reads the head pack, resources/head/head.npz (written by scripts/build_head_pack.py)."""

import io
import json
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import open_plain
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.head.model import Eyeball, Head
from engine.photo.arkit import ARKIT_52

PACK = RESOURCES / "head" / "head.npz"
_VERSION = 1
# A head has thousands of vertices, not millions: a damaged or hostile file must not make us allocate.
_LARGEST_MEMBER = 64 * 2**20
_MOST_MEMBERS = 64
_LARGEST_BASIS = 512 * 2**20
_LIMITS = {"vertices": 60_000, "triangles": 120_000, "targets": 2_000}


@lru_cache(maxsize=1)
def load_head() -> Head:
    """The program's own head, loaded once. EngineError when the pack is missing or damaged."""
    return read_head(PACK)


def read_head(path: Path) -> Head:
    """Reads a head pack. Raises EngineError, and only that, for anything that is not a whole, consistent pack."""
    try:
        if not path.exists():
            raise EngineError(Text("{0}: the head pack is missing", path.name), Text("reinstall the program"),
                              str(path))
        return _assemble(_read_arrays(path))
    except EngineError:
        raise
    except Exception as error:  # zip, npy, JSON and index errors of a damaged file come in many classes
        raise EngineError(Text("{0}: not a head pack, or damaged", path.name), Text("reinstall the program"),
                          repr(error)) from error


def _read_arrays(path: Path) -> dict[str, np.ndarray]:
    arrays = {}
    with open_plain(path) as whole, zipfile.ZipFile(whole) as archive:
        if len(archive.infolist()) > _MOST_MEMBERS:
            raise ValueError(f"{len(archive.infolist())} members")
        for entry in archive.infolist():
            if entry.file_size > _LARGEST_MEMBER or not entry.filename.endswith(".npy"):
                raise ValueError(f"unexpected member {entry.filename!r} of {entry.file_size} bytes")
            raw = archive.read(entry)
            arrays[entry.filename[:-4]] = np.lib.format.read_array(io.BytesIO(raw), allow_pickle=False)
    return arrays


def _names(meta: dict[str, Any], key: str) -> tuple[str, ...]:
    names = meta[key]
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names) or len(set(names)) != len(names):
        raise ValueError(f"{key} is not a list of distinct names")
    return tuple(names)


def _sliders(meta: dict[str, Any], shapes: tuple[str, ...]) -> tuple[tuple[str, str | None, str], ...]:
    known = set(shapes)
    sliders = []
    for name, low, high in meta["sliders"]:
        if not isinstance(name, str) or high not in known or not (low is None or low in known):
            raise ValueError(f"slider {name!r} names an unknown target")
        sliders.append((name, low, high))
    if len({name for name, _, _ in sliders}) != len(sliders):
        raise ValueError("two sliders share a name")
    return tuple(sliders)


def _eyes(meta: dict[str, Any]) -> dict[str, Eyeball]:
    eyes = {}
    for side in ("left", "right"):
        centre = np.array(meta["eyes"][side]["centre"], dtype=np.float32)
        radius = float(meta["eyes"][side]["radius"])
        if centre.shape != (3,) or not np.isfinite(centre).all() or not 0 < radius < 1:
            raise ValueError("an eye without a sensible place")
        eyes[side] = Eyeball(centre, radius)
    return eyes


def _check(condition: bool, what: str) -> None:
    if not condition:
        raise ValueError(what)


def _indices(array: np.ndarray, columns: int, below: int, what: str) -> np.ndarray:
    _check(array.ndim == 2 and array.shape[1] == columns and array.dtype.kind in "ui" and len(array) > 0, what)
    _check(len(array) <= _LIMITS["triangles"] and int(array.min()) >= 0 and int(array.max()) < below, what)
    return array.astype(np.int32)


def _dense(arrays: dict[str, np.ndarray], kind: str, count: int, vertices: int, step: float) -> np.ndarray:
    """Targets (count, V, 3) float32 from the sparse tables counts, index (differences) and value (x, y, z planes)."""
    counts, index, value = (arrays[f"{kind}_{key}"] for key in ("counts", "index", "value"))
    _check(counts.shape == (count,) and counts.dtype == np.int32 and int(counts.min()) >= 0, f"{kind} counts")
    total = int(counts.sum(dtype=np.int64))
    _check(index.shape == (total,) and index.dtype == np.uint16, f"{kind} index")
    _check(value.shape == (3, total) and value.dtype == np.int16, f"{kind} value")
    dense = np.zeros((count, vertices, 3), dtype=np.float32)
    start = 0
    for row, size in enumerate(counts.tolist()):
        ids = np.cumsum(index[start : start + size], dtype=np.int64)
        _check(size == 0 or int(ids[-1]) < vertices, f"{kind} index")
        dense[row, ids] = (value[:, start : start + size] * np.float32(step)).T
        start += size
    return dense


def _assemble(arrays: dict[str, np.ndarray]) -> Head:
    meta = json.loads(arrays["meta"].tobytes().decode("utf-8"))
    if meta["format"] != "facewright head":
        raise ValueError("not a head pack")
    if meta["version"] != _VERSION:
        raise EngineError(
            Text("the head pack is of version {0}, this program reads {1}", meta["version"], _VERSION),
            Text("reinstall the program"))
    parts, shapes, masks = (_names(meta, key) for key in ("parts", "shapes", "masks"))
    _check(_names(meta, "expressions") == ARKIT_52, "the expressions are not ARKit's 52")
    _check(0 < len(shapes) <= _LIMITS["targets"], "number of shapes")
    _check(len(shapes) * arrays["vertices"].size * 4 <= _LARGEST_BASIS, "size of the targets")
    step = float(meta["step"])
    _check(0 < step < 1, "step")

    vertices = arrays["vertices"]
    _check(vertices.ndim == 2 and vertices.shape[1] == 3 and vertices.dtype == np.float32, "vertices")
    _check(0 < len(vertices) <= _LIMITS["vertices"] and bool(np.isfinite(vertices).all()), "vertices")
    triangles = _indices(arrays["triangles"], 3, len(vertices), "triangles")
    part = arrays["part"]
    _check(part.shape == (len(triangles),) and part.dtype == np.uint8 and int(part.max()) < len(parts), "part")
    uv = arrays["uv"]
    _check(uv.ndim == 2 and uv.shape[1] == 2 and uv.dtype == np.uint16, "uv")
    uv_triangles = _indices(arrays["uv_triangles"], 3, len(uv), "uv triangles")
    _check(len(uv_triangles) == len(triangles), "uv triangles")
    mask = arrays["masks"]
    _check(mask.shape == (len(masks), len(vertices)) and mask.dtype == np.uint8, "masks")
    landmark_triangle, barycentric = arrays["landmark_triangle"], arrays["landmark_barycentric"]
    _check(landmark_triangle.ndim == 1 and landmark_triangle.dtype.kind in "ui", "landmarks")
    _check(barycentric.shape == (len(landmark_triangle), 3) and bool(np.isfinite(barycentric).all()), "landmarks")
    _check(len(landmark_triangle) == 478 and int(landmark_triangle.max()) < len(triangles), "landmarks")
    iris = float(meta["iris_radius"])
    _check(0 < iris < 1, "iris radius")
    return Head(
        vertices=vertices,
        triangles=triangles,
        part=part,
        parts=parts,
        uv=(uv / np.float32(65535)).astype(np.float32),
        uv_triangles=uv_triangles,
        shape_names=shapes,
        expression_names=ARKIT_52,
        sliders=_sliders(meta, shapes),
        masks={name: mask[row] / np.float32(255) for row, name in enumerate(masks)},
        eyes=_eyes(meta),
        iris_radius=iris,
        landmark_triangle=landmark_triangle.astype(np.int32),
        landmark_barycentric=barycentric.astype(np.float32),
        shape_basis=_dense(arrays, "shape", len(shapes), len(vertices), step),
        expression_basis=_dense(arrays, "expression", len(ARKIT_52), len(vertices), step),
    )
