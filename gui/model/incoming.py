"""What is dropped on the window or pasted into it: files, a picture itself, or something that cannot be opened."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.picture_files import pictures_in
from engine.photo.picture_kinds import PICTURE_KINDS, is_picture_name
from engine.project.project import SUFFIX

_WEB = ("http", "https", "ftp", "data", "blob")
_ADDRESS = re.compile(r"www\.\S+$", re.IGNORECASE)
"""A web address as people write it, without saying that it is one. Without this beginning it may as well be a path."""


@dataclass(frozen=True)
class IncomingFiles:
    """Files, in the order given; there is at least one path.

    paths:    what looks as if it could be opened; where nothing does, the first file, whose reader will say what it is.
    left_out: names of the others.
    """

    paths: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class IncomingPicture:
    """A picture that is in no file.

    data: a picture file's bytes, or the picture, to be coded where there is time for it (`coded`).
    name: what to call it, with the ending of its kind.
    """

    data: bytes | QImage
    name: str

    def coded(self) -> bytes:
        """The bytes of a picture file; takes a second for a large picture, on whatever thread."""
        if isinstance(self.data, bytes):
            return self.data
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.data.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())


Incoming = IncomingFiles | IncomingPicture


def may_come(data: QMimeData) -> bool:
    """Whether there is anything that can be answered when it is let go, be it with a word why not."""
    return data.hasUrls() or data.hasText() or _has_picture(data)


def promises_picture(data: QMimeData) -> bool:
    """Whether it looks as if it could be opened; nothing is fetched from whoever holds it."""
    return _has_picture(data) or any(url.isLocalFile() for url in data.urls())


def incoming(data: QMimeData, title: Callable[[], str]) -> Incoming:
    """What there is to open. title: what to call a picture without a name. Raises EngineError, saying why, when there
    is nothing."""
    urls = data.urls() or _named_in_text(data)
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    web = [url for url in urls if url.scheme() in _WEB]
    if files:
        return _files(files)
    if _has_picture(data):
        return _picture(data, title() if not web else PurePosixPath(web[0].path()).stem or title())
    if web:
        raise EngineError(Text("This is a web address, and nothing is fetched from the web"),
                          Text("Save the picture there first, then open the file, or copy the picture itself."))
    if data.hasText() and data.text().strip():
        raise EngineError(Text("This is text, not a picture"), Text("Take a picture, a file or a folder."))
    raise EngineError(Text("There is nothing in it that can be opened"), Text("Take a picture, a file or a folder."))


def _named_in_text(data: QMimeData) -> list[QUrl]:
    """A file or web address that is there as a line of text, as terminals and editors give it."""
    line = data.text().strip() if data.hasText() else ""
    if not line or "\n" in line or len(line) > 4096:
        return []
    url = QUrl(f"https://{line}" if _ADDRESS.match(line) else line)
    if url.isLocalFile() or url.scheme() in _WEB:
        return [url]
    path = Path(line.strip("'\"")).expanduser()
    try:
        return [QUrl.fromLocalFile(str(path))] if path.is_absolute() and path.exists() else []
    except OSError:  # longer than a name may be
        return []


def _files(files: list[Path]) -> IncomingFiles:
    folders = [path for path in files if path.is_dir()]
    named = [path for path in files if path not in folders]
    openable = [path for path in named if is_openable(path)]
    inside = [path for folder in folders for path in _openable_in(folder)]
    left_out = tuple(path.name for path in named if path not in openable)
    if openable or inside:
        return IncomingFiles((*openable, *inside), left_out)
    if not named:
        raise _empty(folders[0])
    return IncomingFiles((named[0],), left_out[1:])


def in_folders(paths: Sequence[Path]) -> list[Path]:
    """The same files, and instead of each folder what can be opened in it. EngineError for one with nothing."""
    found: list[Path] = []
    for path in paths:
        inside = _openable_in(path) if path.is_dir() else [path]
        if not inside:
            raise _empty(path)
        found += inside
    return found


def _openable_in(folder: Path) -> list[Path]:
    projects = (path for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith(".") and path.is_file())
    return sorted((*pictures_in(folder), *projects))


def _empty(folder: Path) -> EngineError:
    return EngineError(Text("there is no picture in {0}", folder.name))


def is_openable(path: Path) -> bool:
    """Whether the name looks like something that can be opened; what is in it shows when it is."""
    return is_picture_name(path) or path.suffix.lower() == SUFFIX


def _has_picture(data: QMimeData) -> bool:
    return data.hasImage() or any(one.startswith("image/") for one in data.formats())


def _picture(data: QMimeData, stem: str) -> IncomingPicture:
    """The picture file's own bytes where they are there, for these are the pixels and the profile as they are."""
    for kind in PICTURE_KINDS:
        for name in dict.fromkeys((kind.name.lower(), kind.label.lower())):
            coded = bytes(data.data(f"image/{name}").data())
            if coded:
                return IncomingPicture(coded, stem + kind.suffixes[0])
    image = data.imageData()
    if isinstance(image, QImage) and not image.isNull():
        return IncomingPicture(image, stem + ".png")
    raise EngineError(Text("The picture is of a kind that cannot be read: {0}",
                           ", ".join(one for one in data.formats() if one.startswith("image/")) or "?"),
                      Text("Save it as a PNG or JPEG file and open that."))
