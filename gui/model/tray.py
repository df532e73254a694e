"""The photos that are open beside each other: a row to walk through, in which nothing that was set is lost."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from engine.base.errors import EngineError
from engine.base.jobs import on_thread, single
from engine.base.text import Text
from engine.project.project_lock import ProjectInUse
from engine.project.recovery import RecoverySession
from gui.model.ask import Ask
from gui.model.autosave import Autosave
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.kept_work import KeptWork
from gui.model.lanes import Lane, Rank
from gui.model.opening import ProjectOnDisk
from gui.model.own_projects import OwnProjects
from gui.model.saving import Tile
from gui.model.tray_pictures import TrayPictures

MOST = 5000
"""Photos in the tray: more than anybody walks through, and few enough to be listed at once."""


@dataclass(eq=False)
class TrayEntry:
    """One photo of the row.

    path:    the picture or the project that it is opened from; None for a picture that is in no file.
    work:    what was set on it, while another is open. trouble: why it cannot be opened, as far as that is known.
    picture: the face as it was set when the photo was left last; None where nothing was, or a project has it.
    """

    path: Path | None
    name: str
    work: KeptWork | None = None
    trouble: EngineError | None = None
    picture: QImage | None = None


class Opener(Protocol):
    """gui.model.session"""

    def open_entry(self, entry: TrayEntry) -> object: ...

    def stop_opening(self) -> None: ...

    def close_photo(self) -> None: ...

    def tile(self) -> Tile: ...


class Tray(QObject):
    """Empty while no photo is open, or only one. The work on a photo that is left for another is set aside and gone on
    with when it is opened again, so that walking asks nothing.

    wanted:     whether it is to be shown, None where nobody has said.
    opener:     opens entries, in place of what is open.
    reset:      entries came or went. changed: an entry (its row) is told differently. moved: another is open, or is to
                be.
    cut:        so many files were given, of which only `MOST` are in the row.
    """

    reset = Signal()
    changed = Signal(int)
    moved = Signal()
    cut = Signal(int)

    def __init__(self, document: ProjectDocument, thread: EngineThread, autosave: Autosave, own: OwnProjects,
                 recovery_folder: Path | None, opener: Opener,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._thread, self._autosave, self._own = document, thread, autosave, own
        self._folder, self._opener = recovery_folder, opener
        self.entries: list[TrayEntry] = []
        self.pictures = TrayPictures(thread, self)
        self._open: TrayEntry | None = None
        self._pending: TrayEntry | None = None
        self.wanted: bool | None = None
        self._told = False
        self._leaving: list[RecoverySession] = []  # of works that are let go of
        document.path_changed.connect(self._path_changed)
        document.dirty_changed.connect(self._dirty_changed)
        document.moving_changed.connect(self.pictures.hold)
        self.pictures.failed.connect(self._no_picture)

    # ---- reading

    @property
    def active(self) -> bool:
        """Whether there is a row."""
        return bool(self.entries)

    @property
    def keeps_open_work(self) -> bool:
        """Whether what is set on the photo that is open is kept when another is opened."""
        return self._open is not None and self._open in self.entries

    @property
    def row(self) -> int:
        """Which entry is open, or will be; -1 when none is."""
        return self._row_of(self._pending or self._open)

    def unsaved(self, entry: TrayEntry) -> bool:
        """Whether something is set on it that no project file has."""
        return self._document.dirty if entry is self._open else entry.work is not None and entry.work.unsaved

    @property
    def open_row(self) -> int:
        """Which entry is open; -1 when none is."""
        return self._row_of(self._open)

    @property
    def unsaved_others(self) -> list[TrayEntry]:
        """Those of which something unsaved is set aside."""
        return [entry for entry in self.entries if entry is not self._open and self.unsaved(entry)]

    def picture(self, entry: TrayEntry) -> QImage | None:
        """A small square: what is set on it, else its file; None while there is none."""
        if entry.picture is not None:
            return entry.picture
        return self.pictures.picture(entry.path) if entry.path is not None else None

    @property
    def paths(self) -> list[Path]:
        return [entry.path for entry in self.entries if entry.path is not None]

    def _row_of(self, entry: TrayEntry | None) -> int:
        return next((row for row, one in enumerate(self.entries) if one is entry), -1)

    # ---- walking

    def add(self, paths: Sequence[Path]) -> None:
        """Put files into the row, each once, and open the first of them. What is open stays in it where it is in the
        row already, or would be lost."""
        if not self.entries and (self._document.dirty or (self._document.photo is not None and self._path is None)):
            self._open = TrayEntry(self._path, self._document.name)
            self.entries.append(self._open)
        known = {entry.path: entry for entry in self.entries}
        for path in dict.fromkeys(path.absolute() for path in paths):
            if path not in known and len(self.entries) < MOST:
                known[path] = TrayEntry(path, path.name)
                self.entries.append(known[path])
                if self._open is None and path == self._path:
                    self._open = known[path]
        self.reset.emit()
        missing = len({path.absolute() for path in paths} - set(known))
        if missing:
            self.cut.emit(len(self.entries) + missing)
        first = known.get(paths[0].absolute()) if paths else None
        if first is not None:
            self.go(self._row_of(first))

    def go(self, row: int) -> None:
        """Open the entry of a row."""
        entry = self.entries[row]
        if entry is self._open:
            if self._pending is not None:  # back before the other was there
                self._pending = None
                self._opener.stop_opening()
                self.moved.emit()
            return
        if entry.trouble is not None:  # it may have been mended
            self._tell(entry, None)
        self._pending = entry
        self.moved.emit()
        self._opener.open_entry(entry)

    def step(self, by: int) -> None:
        """Open the next (1) or the one before (-1); those that cannot be opened are passed over."""
        row = self.row + by
        while 0 <= row < len(self.entries):
            if self.entries[row].trouble is None:
                self.go(row)
                return
            row += by

    def not_opened(self, entry: TrayEntry, error: EngineError) -> None:
        """It could not be opened; what is open stays."""
        if entry is self._pending:
            self._pending = None
        if not isinstance(error, ProjectInUse):
            self._tell(entry, error)
        self.moved.emit()

    def leave(self) -> None:
        """Another photo takes the place of the one that is open: set aside what would be lost of it."""
        self._document.end_gesture()
        entry, self._open = self._open, None
        if entry is not None:
            entry.picture = None
        if entry is None or entry not in self.entries or not (self._document.dirty or entry.path is None):
            return
        project = self._autosave.project()
        if project is not None:
            unsaved, photo = self._document.dirty, self._photo_path
            before = self._autosave.move_to(RecoverySession(self._folder))
            entry.work = KeptWork(project, before, self._own.hold(), photo, unsaved, self._opener.tile())
            Ask(self, "autosave", entry.work.keep, Rank.QUIET, lane=Lane.FILES).failed(self._not_kept) \
                .then(partial(self._kept, entry, entry.work)).start(self._thread)

    def _kept(self, entry: TrayEntry, work: KeptWork, _: None) -> None:
        if entry.work is work and work.unsaved:
            entry.picture = work.picture
            self.changed.emit(self._row_of(entry))

    def opened(self, work: KeptWork | None) -> None:
        """Another photo is open, with work that had been set aside or without; or none any more."""
        entry, self._open, self._pending = self._found(work), None, None
        if self.entries and self._document.photo is not None:
            grown = entry is None
            if entry is None:  # it came another way
                entry = TrayEntry(self._path, self._document.name)
                self.entries.append(entry)
            if work is not None:
                entry.work = None
                self._closing(self._autosave.move_to(work.recovery))
                self._own.let_go(work.place)
            entry.trouble = None
            self._open = entry
            if self._fold() or grown:
                self.reset.emit()
            else:
                self.changed.emit(self._row_of(entry))
        self.moved.emit()

    def _found(self, work: KeptWork | None) -> TrayEntry | None:
        """Which entry it is that was opened."""
        candidates = [one for one in (self._pending, *self.entries) if one is not None and one.work is work]
        if work is not None:
            return candidates[0] if candidates else None
        return next((one for one in candidates if one.path is not None and one.path == self._path), None)

    def _fold(self) -> bool:
        """A single photo that is open is no row."""
        alone = len(self.entries) == 1 and self.entries[0] is self._open
        if alone:
            self.entries.clear()
            self.pictures.clear()
            self._open = None
        return alone

    # ---- taking out and keeping

    def remove(self, row: int) -> None:
        """Take a photo out, and with it what is set on it; one that is open makes place for its neighbour."""
        entry = self.entries.pop(row)
        self._drop(entry)
        if entry is self._pending:
            self._pending = None
            self._opener.stop_opening()
        if entry is not self._open:
            self._fold()
        self.reset.emit()
        self.moved.emit()
        if entry is self._open and self.entries:
            self.go(min(row, len(self.entries) - 1))
        elif entry is self._open:
            self._opener.close_photo()

    def clear(self) -> None:
        """No row any more; the photo that is open stays, and what is set on the others is gone."""
        for entry in self.entries:
            self._drop(entry)
        self.entries.clear()
        self.pictures.clear()
        self._open = None
        self.reset.emit()
        self.moved.emit()

    def save(self, entry: TrayEntry, path: Path) -> Ask[ProjectOnDisk]:
        """Write as a project what is set aside of a photo. When that fails it stays set aside."""
        work = entry.work
        assert work is not None
        ask = Ask(self, self.tr("Saving"), lambda: on_thread(work.save(path, self._document.namespaces)),
                  lane=Lane.FILES)
        return ask.then(partial(self._saved, entry, work)).start(self._thread)

    def _saved(self, entry: TrayEntry, work: KeptWork, on_disk: ProjectOnDisk) -> None:
        self._own.move(work.place, on_disk)
        if entry.work is work:
            self._drop(entry)
            self._rename(entry, on_disk.path)

    def keep_now(self) -> None:
        """The program ends in a crash: keep what is not kept yet, on this very thread. Never raises."""
        for entry in self.entries:
            with suppress(Exception):
                if entry.work is not None:
                    entry.work.keep_now()

    def close(self, keep: bool) -> None:
        """The program ends, and its lanes have: nothing stays behind of what was let go of, nor of what is set aside
        unless that is to be kept."""
        for recovery in (*self._leaving, *(entry.work.recovery for entry in self.entries
                                           if entry.work is not None and not keep)):
            recovery.close()

    def _drop(self, entry: TrayEntry) -> None:
        work, entry.work = entry.work, None
        if work is not None:
            self._own.let_go(work.place)
            self._closing(work.recovery)

    def _closing(self, recovery: RecoverySession) -> None:
        # In the background, for it waits for what is still being written there.
        self._leaving.append(recovery)
        Ask(self, "autosave", lambda: on_thread(single(recovery.close)), Rank.QUIET, lane=Lane.FILES) \
            .then(lambda _: self._leaving.remove(recovery)).start(self._thread)

    # ---- following

    @property
    def _path(self) -> Path | None:
        """Where what is open lies: its project, else its picture; None for a picture in no file."""
        return self._document.path.absolute() if self._document.path is not None else self._photo_path

    @property
    def _photo_path(self) -> Path | None:
        photo = self._document.photo
        return Path(photo.picture.path).absolute() if photo is not None and photo.picture.path else None

    def _path_changed(self) -> None:
        if self._open is not None and self._document.path is not None:  # it was saved, perhaps under another name
            self._rename(self._open, self._document.path.absolute())

    def _rename(self, entry: TrayEntry, path: Path) -> None:
        entry.path, entry.name, entry.picture = path, path.name, None
        self.pictures.again(path)
        self.changed.emit(self._row_of(entry))

    def _dirty_changed(self, _: bool) -> None:
        if self._row_of(self._open) >= 0:
            self.changed.emit(self._row_of(self._open))

    def _no_picture(self, path: Path, error: EngineError) -> None:
        for entry in self.entries:
            if entry.path == path and entry.work is None and entry is not self._open:
                self._tell(entry, error)

    def _tell(self, entry: TrayEntry, error: EngineError | None) -> None:
        entry.trouble = error
        if error is None and entry.path is not None:
            self.pictures.again(entry.path)
        self.changed.emit(self._row_of(entry))

    def _not_kept(self, error: EngineError) -> None:
        if not self._told:  # once; it stays in memory
            self._told = True
            self._thread.tell(EngineError(Text("The work could not be kept for recovery."), error.message,
                                          error.detail))
