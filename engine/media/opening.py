"""Media files opened: nothing but an ordinary file, of a kind of its own, that leads to no other file.

FFmpeg's demuxers know lists of other files and addresses (HLS, concat, image sequences). What a film is driven by is
one file: kinds are named, and the file is handed over open, so that there is no protocol to follow anything by.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.files import open_plain
from engine.base.text import Text

if TYPE_CHECKING:
    from av.container import InputContainer

KINDS = ("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi", "mpegts", "mpeg", "flv", "ogg", "asf", "gif", "mp3", "wav",
         "flac", "aac", "m4v", "h264", "hevc")
"""FFmpeg's names of the containers that are read."""
_MOST_STREAMS = 64
SUFFIXES = (".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".ts", ".mpg", ".mpeg", ".flv", ".ogv", ".wmv", ".gif",
            ".3gp")


@contextmanager
def opened(path: Path, said: Callable[[Path, Exception], EngineError] | None = None) -> Iterator["InputContainer"]:
    """A media file's container. EngineError, naming the file, for whatever is none.

    said: makes that error, where it is not a film that is wanted."""
    import av

    with open_plain(path) as file:
        with reading(path, said):
            container = av.open(file, mode="r", metadata_errors="replace",
                                options={"format_whitelist": ",".join(KINDS), "max_streams": str(_MOST_STREAMS)})
        with container:
            yield container


@contextmanager
def reading(path: Path, said: Callable[[Path, Exception], EngineError] | None = None) -> Iterator[None]:
    """What FFmpeg says while it reads this file becomes an EngineError that names it; `said` makes it."""
    import av.error

    try:
        yield
    except (av.error.FFmpegError, ValueError, OSError, OverflowError, IndexError) as error:
        raise (said or unreadable)(path, error) from None


def unreadable(path: Path, error: Exception) -> EngineError:
    """That a file is no film, in one line."""
    said = getattr(error, "strerror", None) or error
    return EngineError(Text("{0}: cannot be read as a film: {1}", path, " ".join(str(said).split())[:200]),
                       Text("MP4, MOV, MKV, WebM and AVI can be read"))
