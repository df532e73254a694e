"""One running editor without its window: the document, the engine's thread, autosave, and opening and saving files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.jobs import single
from engine.base.look import Look
from engine.base.text import verbatim
from engine.facade import EngineFacade
from engine.project.project import SUFFIX
from engine.project.recovery import RecoverySession, Snapshot, abandoned
from gui.model.autosave import Autosave
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.final_renderer import FinalRenderer
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.identity import IdentityMeter
from gui.model.inversions import Inversions
from gui.model.lanes import Rank
from gui.model.live_preview import LivePreview
from gui.model.opening import Opened, open_file, save_file
from gui.model.photo_image import PhotoImage
from gui.model.polish import Polish
from gui.model.recent import remember


class Session(QObject):
    """Outlives the window, which is built anew when theme or language change, and knows nothing of it.

    What the engine is asked for without a hand on it belongs here, too: `preview` and `final` draw the faces,
    `inversions` looks for them in the generator, `polish` and `meter` work in the background.

    photo_opened: a picture or project is in the document and `image` is ready to paint.
    failed:       an EngineError to be told, wherever it came from.
    message:      one passing line.
    """

    photo_opened = Signal()
    failed = Signal(object)
    message = Signal(str)
    saved = Signal(object)
    device_known = Signal(str)

    def __init__(self, table: ControlTable, make_engine: Callable[[], EngineFacade],
                 recovery_folder: Path | None = None, autosave_seconds: float | None = None,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = ProjectDocument(table, self)
        self.thread_ = EngineThread(make_engine, self)
        self.image: PhotoImage | None = None
        self.engine: EngineFacade | None = None
        self.device = ""
        self.copied_look: Look | None = None
        self.choice = FinalRendererChoice(self.thread_, self)
        self.inversions = Inversions(self.document, self.thread_, self)
        self.preview = LivePreview(self.document, self.thread_, self.inversions, self)
        self.final = FinalRenderer(self.document, self.thread_, self.preview, self.choice, self.inversions, self)
        self.polish = Polish(self.document, self.thread_, self.inversions, self.preview, self)
        self.meter = IdentityMeter(self.document, self.thread_, self)
        self._folder = recovery_folder
        self._recovery = RecoverySession(recovery_folder)
        self.autosave = Autosave(self.document, self.thread_, self._recovery, autosave_seconds, self)
        self._opening: JobTicket | None = None
        self._restoring: Snapshot | None = None
        self.thread_.failed.connect(self.failed)
        self.thread_.engine_ready.connect(self._ready)
        self.document.dirty_changed.connect(self.autosave.follow)

    def start(self) -> None:
        self.thread_.start()

    def close(self, keep: bool = False) -> None:
        """The end: no thread, timer or lock stays behind, and no snapshot either unless it is to be kept for the
        next start."""
        self.autosave.stop()
        for part in (self.preview, self.final, self.inversions, self.polish, self.meter):
            part.stop()
        self.thread_.stop()
        if not keep:
            self._recovery.close()

    # ---- opening

    def open(self, path: Path) -> JobTicket:
        """Open a picture or a project in place of what is open. What is open stays until the new one is ready."""
        if self._opening is not None:
            self._opening.cancel()
        namespaces = self.document.namespaces
        ticket = self.thread_.submit(self.tr("Opening"), lambda engine: open_file(engine, path, namespaces))
        ticket.done.connect(self._opened)
        ticket.failed.connect(self._not_opened)
        self._opening = ticket
        return ticket

    def recover(self, snapshot: Snapshot) -> JobTicket:
        """Open work left by a crash; it counts as unsaved, and the snapshot goes once it is safely here."""
        ticket = self.open(snapshot.path)
        self._restoring = snapshot
        return ticket

    def abandoned(self) -> tuple[Snapshot, ...]:
        """Work left by editors that crashed."""
        return abandoned(self._folder)

    def close_photo(self) -> None:
        """Back to an empty document; the caller has asked about unsaved work."""
        photo = self.document.photo
        self.thread_.forget()
        self.image = None
        self.document.close()
        if photo is not None:
            self.thread_.submit("close", lambda engine: single(lambda: engine.photos.forget(photo.id)), Rank.QUIET)
        self.photo_opened.emit()

    def _opened(self, opened: Opened) -> None:
        self._opening = None
        snapshot, self._restoring = self._restoring, None
        self.thread_.forget()
        before = self.document.photo
        if before is not None and before.id != opened.photo.id:
            self.thread_.submit("close", lambda engine: single(lambda: engine.photos.forget(before.id)), Rank.QUIET)
        self.image = opened.image
        self.document.open_photo(opened.photo, opened.original, opened.project,
                                 None if snapshot else opened.path, unsaved=snapshot is not None)
        self.photo_opened.emit()
        if snapshot is not None:
            self.autosave.save_now()
            snapshot.discard()
        else:
            path = opened.path or opened.photo.picture.path
            if path is not None:
                remember(Path(path), opened.image.levels[-1])
        if not opened.photo.faces:
            self.failed.emit(EngineError(
                verbatim(self.tr("No face was found in this picture.")),
                verbatim(self.tr("Try one where the face is larger, sharper, or less turned away."))))
        elif self.document.unknown:
            self.message.emit(self.tr("Kept but not shown, because this version does not know it: {0}").format(
                ", ".join(self.document.unknown[:5])))

    def _not_opened(self, error: EngineError) -> None:
        self._opening, self._restoring = None, None
        self.failed.emit(error)

    # ---- saving

    def save(self, path: Path) -> JobTicket | None:
        """Write the project in the background; None when there is nothing to save."""
        self.document.end_gesture()
        project = self.document.project()
        if project is None:
            return None
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        revision = self.document.revision
        ticket = self.thread_.submit(self.tr("Saving"), lambda engine: save_file(path, project))
        ticket.done.connect(lambda saved: self._saved(saved, revision))
        ticket.failed.connect(self.failed)
        return ticket

    def _saved(self, path: Path, revision: int) -> None:
        self.document.mark_saved(path, unchanged=revision == self.document.revision)
        if self.image is not None:
            remember(path, self.image.levels[-1])
        self.message.emit(self.tr("Saved {0}").format(path.name))
        self.saved.emit(path)

    # ---- the engine

    def _ready(self, engine: EngineFacade) -> None:
        self.engine = engine
        # In line before any photo that was asked for, so it is what opening would have to wait for anyway.
        self.thread_.submit("warm", lambda engine: engine.warm(), Rank.QUIET)
        ticket = self.thread_.submit("device", lambda engine: single(engine.device), Rank.PROMPT)
        ticket.done.connect(self._device_found)
        ticket.failed.connect(self.failed)

    def _device_found(self, text: str) -> None:
        self.device = text
        self.device_known.emit(text)
