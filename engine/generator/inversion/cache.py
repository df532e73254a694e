"""Faces that were looked for, kept on the disk: a small file each, the oldest let go when there are too many."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import numpy as np

from engine.base.arrays_file import read_arrays, said_of, write_arrays
from engine.base.errors import EngineError
from engine.base.text import Text
from engine.generator.alignment import Alignment
from engine.generator.inversion.result import Fidelity, Inversion

BUDGET = 64 << 20
"""Bytes: well over a thousand faces."""

_FORMAT = "facewright inversion 1"
_LARGEST = 4 << 20
_NEAR = 0.2
"""Of a side: faces of one photo whose middles are nearer are the same face."""
_NAME = 24
_KINDS = {"quality": str, "complete": bool, "prior": float, "steps": int, "seconds": float, "generator": str,
          "digest": str, "objective": str}


class InversionCache:
    """folder: made when the first face is kept. budget: bytes that all files may hold together.

    warnings: what was wrong with files that were passed over, a line each.
    """

    def __init__(self, folder: Path, budget: int = BUDGET) -> None:
        self._folder, self._budget = folder, budget
        self.warnings: list[Text] = []

    def find(self, photo: str, generator: str, place: Alignment) -> Inversion | None:
        """What is known of the face at `place` in a photo (its digest), of a generator (its digest)."""
        for path in self._files(photo, generator):
            try:
                kept = _read(path, photo, generator)
            except EngineError as error:
                self.warnings.append(Text("{0}: passed over and removed", error.message))
                with suppress(OSError):
                    path.unlink()
                continue
            if _same_face(kept.alignment, place):
                with suppress(OSError):
                    os.utime(path)  # the least recently used goes first
                return kept
        return None

    def keep(self, photo: str, found: Inversion) -> None:
        """Write it, in place of what was known of that face. EngineError when that is not possible."""
        self.drop(photo, found.digest, found.alignment)
        place = f"{round(found.alignment.x)}-{round(found.alignment.y)}"
        path = self._folder / f"{photo[:_NAME]}-{found.digest[:_NAME]}-{place}.npz"
        facts = {"format": _FORMAT, "photo": photo, **{name: value for name, value in vars(found).items()
                                                        if name not in ("code", "alignment", "fidelity")},
                 "alignment": asdict(found.alignment),
                 "fidelity": {name: value if np.isfinite(value) else None
                              for name, value in asdict(found.fidelity).items()}}
        write_arrays(path, {"code": found.code}, facts)
        self._fit(path)

    def drop(self, photo: str, generator: str, place: Alignment) -> None:
        """Remove what is known of a face."""
        for path in self._files(photo, generator):
            with suppress(EngineError, OSError):
                if _same_face(_read(path, photo, generator).alignment, place):
                    path.unlink()

    def _files(self, photo: str, generator: str) -> Iterator[Path]:
        with suppress(OSError):
            yield from sorted(self._folder.glob(f"{photo[:_NAME]}-{generator[:_NAME]}-*.npz"))

    def _fit(self, newest: Path) -> None:
        with suppress(OSError):
            files = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self._folder.glob("*.npz"))
            held = sum(size for _, size, _ in files)
            for _, size, path in files:
                if held > self._budget and path != newest:
                    path.unlink(missing_ok=True)
                    held -= size


def _same_face(one: Alignment, other: Alignment) -> bool:
    side = max(one.side, other.side)
    return bool(np.hypot(one.x - other.x, one.y - other.y) < _NEAR * side and min(one.side, other.side) > side / 2)


def _read(path: Path, photo: str, generator: str) -> Inversion:
    """Raises only EngineError, whatever is in the file."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise EngineError(Text("{0}: cannot be read: {1}", path, error.strerror or error)) from None
    if size > _LARGEST:
        raise EngineError(Text("{0}: larger than any face's latents", path))
    arrays, facts = read_arrays(path)

    def parse() -> Inversion:
        given = dict(facts)
        if given.pop("format") != _FORMAT or given.pop("photo") != photo or given["digest"] != generator:
            raise EngineError(Text("holds another face than its name says"))
        place, fidelity = given.pop("alignment"), given.pop("fidelity")
        if {name: type(value) for name, value in given.items()} != _KINDS:
            raise EngineError(Text("what it says about its face is not what it should be"))
        numbers = {name: float("nan") if value is None else float(value) for name, value in fidelity.items()}
        alignment = Alignment(**{name: float(value) for name, value in place.items()})
        return Inversion(code=arrays["code"].copy(), alignment=alignment, fidelity=Fidelity(**numbers), **given)

    return said_of(path, parse)
