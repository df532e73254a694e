"""Small pictures of the files in the tray, read when they come into sight."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from engine.base.errors import EngineError
from engine.base.jobs import on_thread, single
from engine.photo.picture import decode_picture, read_bytes
from engine.project.project import SUFFIX
from engine.project.project_file import read_project
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank
from gui.model.photo_image import PhotoImage
from gui.model.recent import THUMBNAIL, fresh_thumbnail, keep_thumbnail, prune_thumbnails

_LEAST = 2 * THUMBNAIL
"""Pixels of a side that a tile is scaled down from."""
MOST = 400
"""Pictures in memory: sixty megabytes, and more than any screen shows."""


class TrayPictures(QObject):
    """Reads one at a time, those that are in sight first and no others, behind everything somebody waits for; none is
    begun while a hand holds a control, for decoding takes a processor as a whole.

    came:   there is a picture of a file (its path). failed: a file (its path) has none, with the EngineError that says
            why.
    """

    came = Signal(object)
    failed = Signal(object, object)

    def __init__(self, thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._pictures: OrderedDict[Path, QImage] = OrderedDict()  # the one that was looked at last at the end
        self._broken: set[Path] = set()
        self._wanted: list[Path] = []
        self._reading: Ask[QImage] | None = None
        self._held = False

    def picture(self, path: Path) -> QImage | None:
        """A square, as `recent` keeps them; None while there is none."""
        picture = self._pictures.get(path)
        if picture is not None:
            self._pictures.move_to_end(path)
        return picture

    @property
    def reading(self) -> bool:
        """Whether one is being read."""
        return self._reading is not None

    def want(self, paths: Sequence[Path]) -> None:
        """Which files are in sight, in the order they are to be read; what was wanted before is not any more."""
        self._wanted = [path for path in paths if path not in self._pictures and path not in self._broken]
        self._next()

    def hold(self, held: bool) -> None:
        """Whether a hand holds a control."""
        self._held = held
        self._next()

    def again(self, path: Path) -> None:
        """The file is another now: forget its picture, and what was wrong with it."""
        self._pictures.pop(path, None)
        self._broken.discard(path)

    def clear(self) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        self._wanted.clear()
        self._pictures.clear()
        self._broken.clear()

    def _next(self) -> None:
        if self._reading is None and self._wanted and not self._held:
            path = self._wanted.pop(0)
            self._reading = Ask(self, "thumbnail", lambda: on_thread(single(lambda: read_small(path))), Rank.QUIET,
                                lane=Lane.FILES)
            self._reading.then(partial(self._came, path)).failed(partial(self._failed, path)).ended(self._ended)
            self._reading.start(self._thread)

    def _came(self, path: Path, picture: QImage) -> None:
        self._pictures[path] = picture
        while len(self._pictures) > MOST:
            self._pictures.popitem(last=False)
        self.came.emit(path)

    def _failed(self, path: Path, error: EngineError) -> None:
        self._broken.add(path)
        self.failed.emit(path, error)

    def _ended(self) -> None:
        self._reading = None
        self._next()


def read_small(path: Path) -> QImage:
    """A small picture of a picture file or a project: the one that was kept, if the file is no newer; else from the
    file, and then it is kept. EngineError when the file is none that can be opened."""
    kept = fresh_thumbnail(path)
    if not kept.isNull():
        return kept
    if path.suffix.lower() == SUFFIX:
        photo = read_project(path).photo
        data, name = photo.data, photo.name
    else:
        data, name = read_bytes(path), path.name
    made = keep_thumbnail(path, PhotoImage.of(decode_picture(data, name, least=_LEAST)).levels[-1])
    prune_thumbnails()
    return made
