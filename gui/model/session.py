"""One running editor without its window: the document, the engine's thread, autosave, and opening and saving files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.jobs import Job, on_thread, single
from engine.base.look import Look
from engine.base.paths import data_folder
from engine.base.text import Text, in_a_row, verbatim
from engine.facade import EngineFacade
from engine.photo.open_photo import OpenPhoto
from engine.project.project import SUFFIX
from engine.project.project_lock import ProjectInUse
from engine.project.recovery import RecoverySession, Snapshot, abandoned
from engine.project.stamp import ProjectChanged
from gui.model.ask import Ask
from gui.model.autosave import Autosave
from gui.model.document import ProjectDocument
from gui.model.durations import size_class
from gui.model.engine_thread import EngineThread
from gui.model.expression_copy import ExpressionCopy
from gui.model.face_picture import around, face_picture
from gui.model.face_textures import FaceTextures
from gui.model.final_renderer import FinalRenderer
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.history_pictures import HistoryPictures
from gui.model.identity import IdentityMeter
from gui.model.incoming import IncomingPicture
from gui.model.inversions import Inversions
from gui.model.kept_durations import KeptDurations
from gui.model.kept_work import KeptWork
from gui.model.lanes import Lane, Rank
from gui.model.live_preview import LivePreview
from gui.model.opening import (
    Access,
    Opened,
    ProjectOnDisk,
    ReadFile,
    find_faces,
    read_file,
    read_incoming,
)
from gui.model.own_projects import OwnProjects, Place
from gui.model.person_photos import PersonPhotos
from gui.model.photo_image import PhotoImage
from gui.model.polish import Polish
from gui.model.preset_pictures import PresetPictures
from gui.model.recent import THUMBNAIL, has_thumbnail, keep_thumbnail, remember
from gui.model.rig_fits import RigFits
from gui.model.saving import Tile, save_with_tile
from gui.model.takes import TakeWork
from gui.model.timeline import TimelineModel
from gui.model.tray import Tray, TrayEntry

_OTHER_FACES = Text("the steps of this project belong to faces that are not found any more: its history begins anew")


class Session(QObject):
    """Outlives the window, which is built anew when theme or language change, and knows nothing of it.

    What the engine is asked for without a hand on it belongs here, too: `preview` and `final` draw the faces,
    `inversions` looks for them in the generator, `polish`, `meter` and `preset_pictures` work in the background,
    `face_textures` makes what game heads wear, of `person_photos` too;
    `expression_copy` and `rig_fits` bring what a panel asked for, whether or not that panel is still there.

    photo_opened: a picture or project is in the document and `image` is ready to paint.
    failed:       an EngineError to be told, wherever it came from.
    in_use:       (path, ProjectInUse): another editor has the project that was to be opened. Nothing was opened.
    not_saved:    (path, ProjectInUse or ProjectChanged): somebody else works on that file. Nothing was written.
    may_replace:  asked when something was edited while a file was being opened: whether that file may take its place
                  now. If not at once, what it was given is called when it may.
    noted:        a text to be told and kept in sight: how a photo was read.
    message:      one passing line.
    """

    photo_opened = Signal()
    failed = Signal(object)
    noted = Signal(object)
    message = Signal(str)
    saved = Signal(object)
    in_use = Signal(object, object)
    not_saved = Signal(object, object)
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
        self.timeline = TimelineModel(self.document, self)
        self.takes = TakeWork(self.document, self.timeline, self.thread_, self)
        self.choice = FinalRendererChoice(self.thread_, self)
        self.inversions = Inversions(self.document, self.thread_, self)
        self.preview = LivePreview(self.document, self.thread_, self.inversions, self)
        self.final = FinalRenderer(self.document, self.thread_, self.preview, self.choice, self.inversions, self)
        self.polish = Polish(self.document, self.thread_, self.inversions, self.preview, self)
        self.meter = IdentityMeter(self.document, self.thread_, self)
        self.preset_pictures = PresetPictures(self.document, self.thread_, self)
        self.history_pictures = HistoryPictures(self.document, self.thread_, self.preview, self)
        self.expression_copy = ExpressionCopy(self.document, self.thread_, self)
        self.person_photos = PersonPhotos(self.document, self.thread_, lambda photo_id: photo_id == self._coming, self)
        self.face_textures = FaceTextures(self.document, self.thread_, self.person_photos, self)
        self.rig_fits = RigFits(self.document, self.thread_, self)
        self._folder = recovery_folder
        self._own = OwnProjects(self._release)
        self.autosave = Autosave(self.document, self.thread_, RecoverySession(recovery_folder), autosave_seconds, self,
                                 origin=lambda: self._own.on_disk.origin if self._own.on_disk is not None else None)
        self.tray = Tray(self.document, self.thread_, self.autosave, self._own, recovery_folder, self, self)
        self._reading: Ask[ReadFile] | None = None
        self._finding: Ask[Opened] | None = None
        self._coming = ""  # id of the photo that the engine looks for faces in
        self._saves: list[Ask[ProjectOnDisk]] = []
        self.may_replace: Callable[[Callable[[], object]], bool] = lambda _: True
        self.thread_.failed.connect(self.failed)
        self.thread_.engine_ready.connect(self._ready)

    def start(self) -> None:
        self.thread_.start()
        self.durations = KeptDurations(self.thread_, data_folder() / "durations.json", self)

    @property
    def unsaved(self) -> bool:
        """Whether anything would be lost if the program ended now."""
        return self.autosave.unsaved or bool(self.tray.unsaved_others)

    def keep_now(self) -> None:
        """Keep all unsaved work for the next start, on this very thread: for the moment of a crash. Never raises."""
        self.autosave.save_now()
        self.tray.keep_now()

    def close(self, keep: bool = False) -> None:
        """The end: no thread, timer or lock stays behind, and no snapshot either unless it is to be kept for the
        next start."""
        self.autosave.stop()
        self.timeline.pause()
        for part in (self.preview, self.final, self.inversions, self.polish, self.meter,
                     self.preset_pictures, self.history_pictures):
            part.stop()
        self.thread_.stop()
        self._own.close()
        if not keep:
            self.autosave.session.close()
        self.tray.close(keep)

    # ---- opening

    @property
    def read_only(self) -> bool:
        """Whether the project that is open is only looked at, and to be saved under another name."""
        return self._own.on_disk is not None and self._own.on_disk.read_only

    @property
    def saving_asks(self) -> bool:
        """Whether the work that is open has no place where it may simply be saved."""
        return self._own.on_disk is None or self._own.on_disk.asks

    def open(self, path: Path, access: Access = Access.EDIT) -> Ask[ReadFile]:
        """Open a picture or a project in place of what is open. What is open stays until the new one is ready."""
        return self._open(path, access)

    def open_picture(self, picture: IncomingPicture) -> Ask[ReadFile]:
        """Open a picture that is in no file, in the same way."""
        return self._read(lambda: read_incoming(picture), self.thread_.tell)

    def recover(self, snapshot: Snapshot) -> Ask[ReadFile]:
        """Open work left by a crash, as the project it came from; it counts as unsaved, and the snapshot goes once it
        is kept again."""
        return self._open(snapshot.path, Access.RECOVER, snapshot)

    def open_entry(self, entry: TrayEntry) -> Ask[ReadFile]:
        """Open a photo of the tray, with what was set on it before."""
        work, path, namespaces, ours = entry.work, entry.path, self.document.namespaces, self._own.lying_at

        def failed(error: EngineError) -> None:
            self.tray.not_opened(entry, error)
            self._tell_not_opened(path or Path(entry.name), error)

        if work is not None:
            return self._read(lambda: work.read(namespaces, ours), failed, work)
        assert path is not None, "what is in no file is set aside"
        return self._read(lambda: read_file(path, namespaces, Access.EDIT, ours), failed)

    def stop_opening(self) -> None:
        """What is open stays open after all."""
        for earlier in (self._reading, self._finding):
            if earlier is not None:
                earlier.drop()
        self._has_come()

    def _has_come(self) -> None:
        self._coming = ""

    def _open(self, path: Path, access: Access, restoring: Snapshot | None = None) -> Ask[ReadFile]:
        namespaces, ours = self.document.namespaces, self._own.lying_at
        return self._read(lambda: read_file(path, namespaces, access, ours),
                          lambda error: self._tell_not_opened(path, error), restoring)

    def _tell_not_opened(self, path: Path, error: EngineError) -> None:
        self.in_use.emit(path, error) if isinstance(error, ProjectInUse) else self.thread_.tell(error)

    def _read(self, make: Callable[[], Job[ReadFile]], failed: Callable[[EngineError], object],
              restoring: Snapshot | KeptWork | None = None) -> Ask[ReadFile]:
        self.stop_opening()
        revision = self.document.revision
        self._reading = Ask(self, self.tr("Opening"), lambda: on_thread(make()), lane=Lane.FILES) \
            .then(lambda file: self._find(file, failed, restoring, revision)).failed(failed).start(self.thread_)
        return self._reading

    def _find(self, file: ReadFile, failed: Callable[[EngineError], object],
              restoring: Snapshot | KeptWork | None, revision: int) -> None:
        self._coming = file.picture.digest
        self._finding = Ask(self, self.tr("Opening"), lambda engine: find_faces(engine, file)) \
            .timed(f"opening/{size_class(*file.picture.size)}") \
            .then(lambda opened: self._found(opened, restoring, revision)).failed(failed).ended(self._has_come) \
            .start(self.thread_)

    def _found(self, opened: Opened, restoring: Snapshot | KeptWork | None, revision: int) -> None:
        """revision: what the document was at when opening was asked for, and somebody knew what would be lost."""
        edited = self.document.dirty and self.document.revision != revision
        if not edited or self.tray.keeps_open_work or self.may_replace(lambda: self._opened(opened, restoring)):
            self._opened(opened, restoring)

    def abandoned(self) -> tuple[Snapshot, ...]:
        """Work left by editors that crashed."""
        return abandoned(self._folder)

    def unclaimed(self) -> tuple[Snapshot, ...]:
        """The same without what is open here already."""
        return tuple(snapshot for snapshot in self.abandoned() if snapshot not in self.autosave.recovered)

    def close_photo(self) -> None:
        """Back to an empty document; the caller has asked about unsaved work."""
        photo = self.document.photo
        self.thread_.forget()
        self.image = None
        self._own.open(None)
        self.document.close()
        self.tray.opened(None)
        self.history_pictures.open(None)
        if photo is not None:
            self._forget(photo)
        Ask(self, "rest", lambda engine: single(engine.release_networks), Rank.QUIET).start(self.thread_)
        self.photo_opened.emit()

    def _opened(self, opened: Opened, restoring: Snapshot | KeptWork | None) -> None:
        self.tray.leave()
        self.thread_.forget()
        before, file = self.document.photo, opened.file
        work, snapshot = (restoring, None) if isinstance(restoring, KeptWork) else (None, restoring)
        if before is not None and before.id != opened.photo.id:
            self._forget(before)
        self.image = file.image
        self._own.open(file.on_disk)
        self.document.open_photo(opened.photo, file.original, file.project, file.path,
                                 unsaved=snapshot is not None or (work is not None and work.unsaved))
        fits = file.history is None or self.document.restore(file.history)
        self.history_pictures.open(file.image)
        self.tray.opened(work)
        self.photo_opened.emit()
        if snapshot is not None:
            self.autosave.take_over(snapshot)
        elif work is None:
            path = file.path or opened.photo.picture.path
            if path is not None:
                self._remember(Path(path))
        self._tell_notes(opened, () if fits else (_OTHER_FACES,))
        if self.document.unplaced:
            self.message.emit(self.tr("Faces that are not found any more are kept; “Choose face” places them."))
        if self.document.unknown:
            self.message.emit(self.tr("Kept but not shown, because this version does not know it: {0}").format(
                ", ".join(self.document.unknown[:5])))

    def _tell_notes(self, opened: Opened, more: tuple[Text, ...]) -> None:
        """What is to be known of what was opened: no face in it, where it cannot be saved, how its photo was read."""
        detached = opened.file.on_disk.detached if opened.file.on_disk is not None else None
        where = (detached,) if detached is not None else ()
        notes = (*where, *opened.file.notes, *more, *opened.photo.notes)
        if not opened.photo.faces:
            hint = verbatim(self.tr("Try one where the face is larger, sharper, or less turned away, "
                                    "or turn the photo the right way up."))
            self.failed.emit(EngineError(verbatim(self.tr("No face was found in this picture.")),
                                         in_a_row((hint, *notes))))
        elif notes:
            self.noted.emit(in_a_row(notes))

    def _forget(self, photo: OpenPhoto) -> None:
        """Have the engine let go of a photo when it comes to it, unless it is open again by then, or soon will be."""
        def forget(engine: EngineFacade) -> None:
            now = self.document.photo
            wanted = photo.id == self._coming or self.person_photos.wants(photo.id)
            if not wanted and (now is None or photo.id != now.id):
                engine.photos.forget(photo.id)

        Ask(self, "close", lambda engine: single(lambda: forget(engine)), Rank.QUIET).start(self.thread_)

    def _remember(self, path: Path) -> None:
        """Among the files opened last, with a small picture of it; that of a project shows what it was when saved."""
        remember(path)
        if self.image is not None and not (path.suffix.lower() == SUFFIX and has_thumbnail(path)):
            picture = self.image.levels[-1]
            Ask(self, "thumbnail", lambda: single(lambda: keep_thumbnail(path, picture)), Rank.QUIET,
                lane=Lane.FILES).start(self.thread_)

    # ---- saving

    def save(self, path: Path, replacing: bool = False) -> Ask[ProjectOnDisk] | None:
        """Write the project in the background; None when there is nothing to save.

        replacing: also what somebody else wrote there since, or has open.
        """
        self.document.end_gesture()
        project = self.document.project()
        if project is None:
            return None
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        revision, place, tile = self.document.revision, self._own.hold(), self.tile()

        def save() -> Job[ProjectOnDisk]:
            return save_with_tile(path, project, tile, place.on_disk, replacing)

        # On a thread of its own: a slow disk must not hold up autosave. So one after the other, the newest last.
        ask = Ask(self, self.tr("Saving"), lambda: on_thread(save()), lane=Lane.FILES)
        ask.then(lambda saved: self._saved(saved, place, revision)).failed(lambda error: self._not_saved(path, error))
        ask.ended(lambda: self._save_next(place))
        self._saves.append(ask)
        if len(self._saves) == 1:
            ask.start(self.thread_)
        return ask

    def tile(self) -> Tile:
        """The chosen face as it is set now, whatever is set on it later."""
        photo, face, image = self.document.photo, self.document.selected, self.image
        if photo is None or face < 0 or image is None:
            return lambda: None
        frames = [frame for frame in map(self.preview.frame, range(len(photo.faces))) if frame is not None]
        return partial(face_picture, image, around(photo.faces[face].box, image.size), frames, THUMBNAIL)

    def _save_next(self, place: Place) -> None:
        self._own.let_go(place)
        del self._saves[0]
        if self._saves:
            self._saves[0].start(self.thread_)

    def _not_saved(self, path: Path, error: EngineError) -> None:
        if isinstance(error, ProjectInUse | ProjectChanged):
            self.not_saved.emit(path, error)
        else:
            self.thread_.tell(error)

    def _release(self, on_disk: ProjectOnDisk) -> None:
        Ask(self, "release", lambda: single(on_disk.release), Rank.QUIET, lane=Lane.FILES).start(self.thread_)

    def _saved(self, on_disk: ProjectOnDisk, place: Place, revision: int) -> None:
        path = on_disk.path
        self._own.move(place, on_disk)
        if place is not self._own.place:  # other work is open
            self.message.emit(self.tr("Saved {0}").format(path.name))
            return
        unchanged = revision == self.document.revision
        self.document.mark_saved(path, unchanged)
        if unchanged:
            self.autosave.saved()
        remember(path)
        self.message.emit(self.tr("Saved {0}").format(path.name))
        self.saved.emit(path)

    # ---- the engine

    def _ready(self, engine: EngineFacade) -> None:
        self.engine = engine
        # What it cannot load, opening a photo will say; what somebody looks for is never behind it.
        Ask(self, "warm", lambda engine: engine.warm(), Rank.IDLE).failed(lambda _: None).start(self.thread_)
        Ask(self, "device", lambda engine: single(engine.device), Rank.PROMPT) \
            .then(self._device_found).start(self.thread_)

    def _device_found(self, text: str) -> None:
        self.device = text
        self.device_known.emit(text)
