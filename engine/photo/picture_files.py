"""Which picture files are meant: by a folder, by a pattern, by a name."""

import glob
import os
from collections.abc import Iterable
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.picture_kinds import is_picture_name

_PATTERN = "*?["
"""What makes a name a pattern, unless there is a file of that very name."""


def _is_file(entry: "os.DirEntry[str]") -> bool:
    """Whether something in a folder is a file, or a link to one. What cannot be said of (a link that leads back to
    itself, a share that went) is none, and no trouble of the folder."""
    try:
        return entry.is_file()
    except OSError:
        return False


def pictures_in(folder: Path) -> list[Path]:
    """The pictures that lie in a folder, by name, without those in folders below it and without hidden ones (other
    systems put a ``._portrait.jpg`` beside a ``portrait.jpg``). EngineError when the folder cannot be looked into."""
    try:
        with os.scandir(folder) as entries:  # quicker than asking for each file once more what it is
            return sorted(path for entry in entries if is_picture_name(path := folder / entry.name)
                          and not entry.name.startswith(".") and _is_file(entry))
    except OSError as error:
        raise EngineError(Text("cannot look into {0}: {1}", folder, error.strerror or error)) from None


def named_pictures(words: Iterable[Path]) -> list[Path]:
    """The files that words on a command line mean, each once, in the order named.

    A folder means the pictures in it; a pattern (``*.jpg``, which not every shell replaces by what it finds) the files
    it fits, by name; everything else the file of that name, whether or not it is there. Raises EngineError for a folder
    or a pattern that gives none.
    """
    found: dict[Path, None] = {}
    for word in words:
        if word.is_dir():
            files = pictures_in(word)
            if not files:
                raise EngineError(Text("there is no picture in {0}", word))
        elif not word.exists() and any(mark in str(word) for mark in _PATTERN):
            files = sorted(path for path in map(Path, glob.glob(str(word))) if path.is_file())
            if not files:
                raise EngineError(Text("no file fits {0}", word))
        else:
            files = [word]
        found.update(dict.fromkeys(files))
    return list(found)
