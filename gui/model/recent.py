"""The files opened last, with a small picture of each, kept between runs."""

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.paths import data_folder

MOST = 12
THUMBNAIL = 192
"""Side of the square in which a thumbnail is kept, pixels."""
_LARGEST_THUMBNAIL = 1 << 20
MOST_THUMBNAILS = 2000
"""Files of them, 80 MB together."""
_SPARE = 200
"""More of them than that before any is taken away, so that it happens seldom."""


def recent_files(settings: QSettings | None = None) -> tuple[Path, ...]:
    """Newest first; files that are gone are left out."""
    return tuple(path for path in map(Path, _stored(settings or QSettings())) if path.is_file())


def distinct_names(paths: Sequence[Path]) -> list[tuple[str, str]]:
    """How to tell files apart: for each its name, without the ending where that says nothing, and of those that have
    the same name in different folders the shortest end of the folder's path that no other has, else ""."""
    stems = Counter(path.stem for path in paths)
    names = Counter(path.name for path in paths)
    named = []
    for path in paths:
        others = [other.parent.parts for other in paths if other.name == path.name and other != path]
        parts, count = path.parent.parts, 1 if names[path.name] > 1 else 0
        while count < len(parts) and any(other[-count:] == parts[-count:] for other in others):
            count += 1
        same_kind = names[path.name] == stems[path.stem]
        named.append((path.stem if same_kind else path.name, str(Path(*parts[-count:])) if count else ""))
    return named


def remember(path: Path, settings: QSettings | None = None) -> None:
    """Put a file first."""
    settings = settings or QSettings()
    name = str(path.absolute())
    settings.setValue("recent/files", [name, *(other for other in _stored(settings) if other != name)][:MOST])


def keep_thumbnail(path: Path, picture: QImage) -> QImage:
    """Keep a small picture of a file, which is given back; picture: what it is made of. May be called on any thread."""
    side = min(picture.width(), picture.height())
    square = picture.copy((picture.width() - side) // 2, (picture.height() - side) // 3, side, side)
    small = square.scaled(THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio,
                          Qt.TransformationMode.SmoothTransformation)
    with suppress(OSError):
        target = _thumbnail_path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        small.save(str(target))  # the suffix says what kind
    return small


def thumbnail(path: Path) -> QImage:
    """The picture kept for a file; null when there is none."""
    try:
        return QImage.fromData(read_limited(_thumbnail_path(path), _LARGEST_THUMBNAIL))
    except EngineError:
        return QImage()


def has_thumbnail(path: Path) -> bool:
    """Whether a picture is kept of a file as it is now. May be called on any thread."""
    try:
        return _thumbnail_path(path).stat().st_mtime_ns >= path.stat().st_mtime_ns
    except (OSError, ValueError):
        return False


def fresh_thumbnail(path: Path) -> QImage:
    """That picture; null when there is none. May be called on any thread."""
    return thumbnail(path) if has_thumbnail(path) else QImage()


def prune_thumbnails() -> None:
    """Where there are too many take away those that were kept longest ago, but none of the files opened last. May be
    called on any thread."""
    with suppress(OSError):
        paths = [entry.path for entry in os.scandir(_folder())]
        if len(paths) > MOST_THUMBNAILS + _SPARE:
            spared = {str(_thumbnail_path(Path(name))) for name in _stored(QSettings())}
            oldest = sorted((path for path in paths if path not in spared), key=os.path.getmtime)
            for path in oldest[: len(paths) - MOST_THUMBNAILS]:
                os.unlink(path)


def forget_all(settings: QSettings | None = None) -> None:
    settings = settings or QSettings()
    for name in _stored(settings):
        with suppress(OSError):
            _thumbnail_path(Path(name)).unlink()
    settings.remove("recent/files")


def _stored(settings: QSettings) -> Sequence[str]:
    value = settings.value("recent/files", [])
    # A list of one comes back from an INI file as a plain string.
    values = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return [str(name) for name in values if name]


def _folder() -> Path:
    return data_folder() / "thumbnails"


def _thumbnail_path(path: Path) -> Path:
    return _folder() / f"{hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]}.png"
