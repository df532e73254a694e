"""Writing an edited picture and looking at what was written before calling it done."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import Job, on_thread, single
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text
from engine.photo.picture import Picture, read_picture
from engine.photo.picture_kinds import kind_named
from engine.photo.writing import can_copy, copy_source, write_picture

Result = TypeVar("Result")


def exporting(picture: Picture, native: np.ndarray, path: Path) -> Job[Text]:
    """`export_picture` on a thread of its own."""
    return writing(lambda check: export_picture(picture, native, path, check))


def writing(write: Callable[[Callable[[Path], None]], Result]) -> Job[Result]:
    """A picture written on a thread of its own: a large one takes seconds. Once stopped it replaces nothing.

    write: writes with the `check` it is given, see `write_whole`.
    """
    stopped = threading.Event()

    def wanted(_: Path) -> None:
        if stopped.is_set():
            raise Cancelled

    try:
        return (yield from on_thread(single(lambda: write(wanted))))
    finally:
        stopped.set()


def export_picture(picture: Picture, native: np.ndarray, path: Path,
                   check: Callable[[Path], None] | None = None) -> Text:
    """Write a picture's edited samples (H, W, C) and read them back; gives a line that says what was found.

    An unedited picture in its own format is the source's very bytes. check: called before a file is replaced; what it
    raises leaves that as it is. EngineError when what comes back differs.
    """
    if native.shape == picture.native.shape and np.array_equal(native, picture.native) and can_copy(picture, path):
        copy_source(picture, path, check)
        return Text("{0}: the photo's own bytes, nothing was changed", path.name)
    write_picture(path, native, picture.profile, picture, check)
    back = read_picture(path)
    if back.pixels.shape[:2] != native.shape[:2]:
        raise EngineError(Text("{0} came back in another size", path),
                          Text("the disk may be failing; write it somewhere else"))
    size = f"{native.shape[1]} × {native.shape[0]}"
    kind = kind_named(back.format)
    converted = not kind.profile and picture.profile is not None  # its pixels are sRGB then
    if kind.lossless and not converted and back.native.dtype == native.dtype \
            and back.native.shape == native.shape:
        if not np.array_equal(back.native, native):
            raise EngineError(Text("{0} came back with other pixels", path),
                              Text("the disk may be failing; write it elsewhere"))
        return Text("{0}: {1}, read back and found the same", path.name, size)
    return Text("{0}: {1}, read back; {2} keeps colours only nearly", path.name, size, back.format)


def refuse_to_replace(picture: Picture, *paths: Path) -> None:
    """UsageError when a file that is to be written is the very photo that is edited."""
    refuse_to_overwrite(paths, [] if picture.path is None else [picture.path])
