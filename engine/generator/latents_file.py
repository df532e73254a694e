"""Faces as latents in a file: seeds, z and w, and which generator they belong to. ``.npz`` or ``.safetensors``."""

import io
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.archive import pack, unpack
from engine.base.arrays_file import array_of_npy
from engine.base.errors import EngineError, UsageError
from engine.base.files import read_head, read_limited
from engine.base.json_text import parse_json
from engine.base.limits import LARGEST_UNPACKED
from engine.base.tensors_file import check_tensors, check_tensors_in
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.generator.space import SEED_KINDS

_FORMAT = "facewright latents 1"
_ARRAYS = ("seeds", "z", "w")
_OWN = "wplus"
"""The array that is only there when the faces' rows are codes of their own."""
_SUFFIXES = (".npz", ".safetensors")


@dataclass(frozen=True, eq=False)
class Latents:
    """Faces of one generator.

    seeds: (n,) int64, -1 for a face of no seed, such as one found for a photo. seed_kind: "torch" or "numpy".
    z: (n, z) float32, z 0 where there is none. w: (n, w) float32, not truncated.
    truncation, cutoff: as they were drawn (see Generator.spread). generator, family, digest: see Generator.
    wplus: (n, rows, w) float32, what is drawn where the rows are codes of their own (w is then their mean); or None.
    """

    seeds: np.ndarray
    seed_kind: str
    z: np.ndarray
    w: np.ndarray
    truncation: float
    cutoff: int
    generator: str
    family: str
    digest: str
    wplus: np.ndarray | None = None

    def __post_init__(self) -> None:
        count = len(self.seeds)
        if not (self.seeds.shape == (count,) and self.seeds.dtype == np.int64 and self.seed_kind in SEED_KINDS):
            raise EngineError(Text("the seeds of the latents are not what they should be"))
        for name, values in (("z", self.z), ("w", self.w)):
            if values.ndim != 2 or len(values) != count or values.dtype != np.float32:
                raise EngineError(Text("{0} of the latents is {1} {2}, not float32 ({3}, any)", name, values.dtype,
                                       values.shape, count))
            if not np.isfinite(values).all():
                raise EngineError(Text("{0} of the latents holds numbers that are not finite", name))
        own = self.wplus
        if own is not None and (own.ndim != 3 or own.dtype != np.float32 or own.shape[::2] != self.w.shape
                                or not np.isfinite(own).all()):
            raise EngineError(Text("w+ of the latents is not (faces, rows, width of w) of finite float32 numbers"))
        if not (math.isfinite(self.truncation) and self.cutoff >= 0):
            raise EngineError(Text("the truncation of the latents is not what it should be"))


def check_suffix(path: Path) -> None:
    """UsageError when latents cannot be written to a file of this name."""
    if path.suffix.lower() not in _SUFFIXES:
        raise UsageError(Text("{0}: latents are written as {1}", path.name, " or ".join(_SUFFIXES)))


def write_latents(path: Path, latents: Latents) -> None:
    """Write whole or not at all; read back and compared before it takes its place. UsageError for another suffix."""
    check_suffix(path)
    names = _ARRAYS if latents.wplus is None else (*_ARRAYS, _OWN)
    arrays = {name: np.ascontiguousarray(getattr(latents, name)) for name in names}
    facts = {"format": _FORMAT, "seed_kind": latents.seed_kind, "truncation": latents.truncation,
             "cutoff": latents.cutoff, "generator": latents.generator, "family": latents.family,
             "digest": latents.digest}
    if path.suffix.lower() == ".npz":
        entries = {f"{name}.npy": _npy(values) for name, values in arrays.items()}
        data = pack({**entries, "facts.json": json.dumps(facts, indent=1).encode()})
    else:
        from safetensors.numpy import save

        data = save(arrays, {"facts": json.dumps(facts)})
    write_whole(path, data, lambda written: _compare(written, path, latents))


def read_latents(path: Path) -> Latents:
    """Raises only EngineError, whatever is in the file. Nothing in it is run: there are no pickles."""
    if read_head(path, 2) != b"PK":
        check_tensors(path)  # before all of it is read
    return _read(read_limited(path, LARGEST_UNPACKED), path)


def _compare(written: Path, path: Path, latents: Latents) -> None:
    again = _read(read_limited(written, LARGEST_UNPACKED), path)
    if not all(np.array_equal(getattr(again, name), getattr(latents, name)) for name in (*_ARRAYS, _OWN)):
        raise EngineError(Text("{0}: what was written is not what was meant", path))


def _read(data: bytes, path: Path) -> Latents:
    try:
        arrays, facts = _read_npz(data, path) if data[:2] == b"PK" else _read_safetensors(data, path)
        if facts.get("format") != _FORMAT:
            raise EngineError(Text("{0}: holds no latents of Facewright", path))
        truncation, cutoff = facts["truncation"], facts["cutoff"]
        texts = [facts[name] for name in ("seed_kind", "generator", "family", "digest")]
        if not (type(truncation) in (int, float) and type(cutoff) is int and all(type(one) is str for one in texts)):
            raise EngineError(Text("{0}: what it says about its latents is not what it should be", path))
        kind, generator, family, digest = texts
        return Latents(arrays["seeds"], kind, arrays["z"], arrays["w"], float(truncation), cutoff, generator, family,
                       digest, arrays.get(_OWN))
    except EngineError as error:
        if str(path) in error.message:
            raise
        raise EngineError(Text("{0}: {1}", path, error.message), error.hint) from None
    except Exception as error:  # on hostile bytes the readers let out a dozen kinds
        raise EngineError(Text("{0}: damaged, or not a file of latents", path), detail=repr(error)) from None


def _read_npz(data: bytes, path: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    entries = unpack(data, str(path), 16, LARGEST_UNPACKED)
    facts = parse_json(entries["facts.json"]) if len(entries["facts.json"]) < 1 << 16 else {}
    names = [name for name in (*_ARRAYS, _OWN) if name != _OWN or f"{name}.npy" in entries]
    return {name: array_of_npy(entries[f"{name}.npy"]) for name in names}, facts


def _read_safetensors(data: bytes, path: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    from safetensors.numpy import load

    facts = parse_json(check_tensors_in(data, str(path))["facts"].encode())
    return load(data), facts


def _npy(values: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, values, allow_pickle=False)
    return buffer.getvalue()
