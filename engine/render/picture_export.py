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
from engine.photo.jpeg_file import look_over
from engine.photo.picture import Picture, read_bytes
from engine.photo.picture_kinds import kind_of
from engine.photo.reading_back import read_back
from engine.photo.strips import same_samples
from engine.photo.writing import can_copy, copy_source, format_of, write_picture

Result = TypeVar("Result")


def exporting(picture: Picture, native: np.ndarray, path: Path, strip: bool = False) -> Job[Text]:
    """`export_picture` on a thread of its own."""
    return writing(lambda check: export_picture(picture, native, path, check, strip))


def losses(picture: Picture, path: Path, strip: bool = False) -> tuple[Text, ...]:
    """What the kind of file that a name asks for cannot hold of what a photo carries; for telling before it is written.
    Of a photo that is to be stripped nothing is lost."""
    kind = kind_of(path)
    lost = None if strip or kind is None else picture.metadata.lost_in(kind)
    return () if lost is None else (lost,)


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
                   check: Callable[[Path], None] | None = None, strip: bool = False) -> Text:
    """Write a picture's edited samples (H, W, C) and read them back; gives a line that says what was found.

    An unedited picture in its own format is the source's very bytes. check: called before a file is replaced; what it
    raises leaves that as it is. strip: whether what the photo carries (camera, captions, notes) is left out; its colour
    profile stays. EngineError when what comes back differs.
    """
    if not strip and can_copy(picture, path) and same_samples(native, picture.native):
        copy_source(picture, path, check)
        return Text("{0}: the photo's own bytes, nothing was changed", path.name)
    write_picture(path, native, picture.profile, None if strip else picture, check)
    size = f"{native.shape[1]} × {native.shape[0]}"
    if format_of(path) == "JPEG":  # colours come back only nearly; to see that all is there, it needs no whole picture
        _same_size(look_over(read_bytes(path), path.name), native, path)
        return _nearly(path, size, "JPEG")
    kind = kind_of(path)
    assert kind is not None
    back = read_back(path, native, converted=not kind.profile and picture.profile is not None)
    _same_size(back.size, native, path)
    if back.same is None:
        return _nearly(path, size, kind.name)
    if not back.same:
        raise EngineError(Text("{0} came back with other pixels", path),
                          Text("the disk may be failing; write it elsewhere"))
    return Text("{0}: {1}, read back and found the same", path.name, size)


def _same_size(back: tuple[int, ...], native: np.ndarray, path: Path) -> None:
    if tuple(back) != native.shape[1::-1]:
        raise EngineError(Text("{0} came back in another size", path),
                          Text("the disk may be failing; write it somewhere else"))


def _nearly(path: Path, size: str, kind: str) -> Text:
    return Text("{0}: {1}, read back; {2} keeps colours only nearly", path.name, size, kind)


def refuse_to_replace(picture: Picture, *paths: Path) -> None:
    """UsageError when a file that is to be written is the very photo that is edited."""
    refuse_to_overwrite(paths, [] if picture.path is None else [picture.path])
