"""What is never written over: whatever a command, or an export of the window, reads, and Facewright's own files."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from engine.base.errors import UsageError
from engine.base.paths import RESOURCES
from engine.base.text import Text


def refuse_to_overwrite(written: Sequence[Path], read: Iterable[Path]) -> None:
    """UsageError when a file that is to be written is one that is read, under whatever name, or one of Facewright's
    own, or when two of them are the same."""
    sources: set[object] = set().union(*map(_names, read))
    seen: set[object] = set()
    for path in written:
        names = _names(path)
        if names & sources:
            raise UsageError(Text("{0} is read here, and what is read is never written over", path),
                             Text("choose another name"))
        if names & seen:
            raise UsageError(Text("{0} would be written twice", path), Text("choose another name"))
        if os.path.lexists(path) and RESOURCES in Path(os.path.realpath(path)).parents:
            raise UsageError(Text("{0} belongs to Facewright itself, which is never written over", path),
                             Text("choose another name"))
        seen |= names


def _names(path: Path) -> set[object]:
    """All that tells a file from others: where it lies, or would, and which one it is (links, upper and lower case)."""
    names: set[object] = set()
    with suppress(OSError, ValueError):
        names.add(os.path.realpath(path))
        found = path.stat()
        if found.st_ino:
            names.add((found.st_dev, found.st_ino))
    return names
