"""Holds the newest frame of every face true to the document: asks the engine for one whenever something set changes."""

import math
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from engine.base.look import Look
from engine.base.text import Text
from engine.photo.crop import SIDE_IN_FACE_HEIGHTS
from engine.render.request import Frame, Quality, RenderRequest
from engine.systems import split
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.inversions import DRAFT_SIDE, Inversions
from gui.model.lanes import Rank
from gui.model.settings import PREVIEW_SIDE

_STEP = 128


class LivePreview(QObject):
    """Document in, requests to the engine, frames to whoever shows them. Nothing waits: only the newest request counts.

    Attribute values of a face that the generator cannot draw yet are left out until it can.

    frame_changed: there is a newer frame of a face. notes_changed: what `notes` says of a face.
    """

    frame_changed = Signal(int)
    notes_changed = Signal(int)

    def __init__(self, document: ProjectDocument, engine: EngineThread, inversions: Inversions,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine, self._inversions = document, engine, inversions
        self._zoom = 1.0
        self._frames: dict[int, Frame] = {}
        self._known: dict[int, tuple[Text, ...]] = {}  # of faces that are ready
        self._asked: dict[int, Look] = {}  # what was asked for last
        # The greatest side of the patch on the canvas; export alone draws at the photo's own size.
        self.final_limit = PREVIEW_SIDE.value()
        self._ready: set[FaceKey] = set()
        self._preparing: set[FaceKey] = set()
        self._covers: dict[int, Frame] = {}
        self._settle = QTimer(self, singleShot=True, interval=200)
        self._settle.timeout.connect(self.refine_all)
        document.look_changed.connect(self._look_changed)
        document.photo_changed.connect(self._forget)
        inversions.found.connect(self._found)
        document.moving_changed.connect(self._hand)
        document.selection_changed.connect(self.prepare)
        engine.frame_ready.connect(self._frame_came)

    def stop(self) -> None:
        """Ask for nothing any more by itself: the end."""
        self._settle.stop()

    # ---- what is to be seen

    def frame(self, face: int) -> Frame | None:
        """The newest frame of a face, None while none ever came."""
        return self._frames.get(face)

    def notes(self, face: int) -> tuple[Text, ...]:
        """What the artist should know of how a face is drawn; of one that shows the photo, how it would be."""
        frame = self.frame(face)
        return self._known.get(face, ()) if frame is None or frame.patch is None else frame.notes

    def set_view(self, zoom: float) -> None:
        """The photo is seen at another place or scale. zoom: screen pixels for each of the photo's."""
        self._zoom = zoom
        self._settle.start()

    def side(self, face: int, limit: int) -> int:
        """Pixels a face's patch covers on the screen, rounded up to few sizes, since each needs buffers of its own."""
        photo = self._document.photo
        assert photo is not None
        seen = SIDE_IN_FACE_HEIGHTS * photo.faces[face].height * self._zoom
        return max(256, min(limit, _STEP * math.ceil(seen / _STEP)))

    def _show(self, frame: Frame) -> None:
        self._frames[frame.request.face] = frame
        self.frame_changed.emit(frame.request.face)
        self.notes_changed.emit(frame.request.face)

    # ---- following the document

    def _forget(self) -> None:
        """Another photo, or the same one again: the engine has let go of what was ready."""
        self._frames.clear()
        self._known.clear()
        self._asked.clear()
        self._ready.clear()
        self.notes_changed.emit(self._document.selected)

    def _look_changed(self, face: int) -> None:
        if face in self._covers or self._asked.get(face) != self._inversions.drawable(face):
            self.ask(face)  # else only what cannot be drawn yet has changed

    def _found(self, face: int) -> None:
        """The generator can draw a face, or draw it better: with its attributes from now on."""
        if len(split(self._document.look(face))[1]):
            self.ask(face)

    def _hand(self, holding: bool) -> None:
        if not holding:
            self._engine.rest()

    # ---- asking

    def ask(self, face: int) -> None:
        """Draw this face as it is set now; a face that never had anything set needs no drawing."""
        photo = self._document.photo
        if photo is None or not 0 <= face < len(photo.faces):
            return
        look = self._inversions.drawable(face)
        cover = self.covered(face)
        if cover is not None:
            self._show(cover)
            return
        self._covers.pop(face, None)
        if len(look) == 0 and self.frame(face) is None and not self._document.moving:
            return
        if (photo.id, face) not in self._ready:
            self.prepare(face)
            return
        self._asked[face] = look
        draft = DRAFT_SIDE if len(split(look)[1]) else self.side(face, DRAFT_SIDE)
        self._engine.show(RenderRequest(photo.id, face, look, draft, Quality.DRAFT),
                          RenderRequest(photo.id, face, look, self.side(face, self.final_limit), Quality.FINAL))

    def ask_all(self) -> None:
        for face in range(self._document.face_count):
            self.ask(face)

    def refine_all(self) -> None:
        """The view came to rest: frames drawn for another zoom are drawn again at the size that is seen now."""
        photo = self._document.photo
        for face in range(self._document.face_count):
            frame = self.frame(face)
            if photo is None or frame is None or frame.patch is None or self.covered(face) is not None:
                continue
            side = self.side(face, self.final_limit)
            if frame.quality is Quality.FINAL and frame.request.size < side:
                self._engine.show(RenderRequest(photo.id, face, self._inversions.drawable(face), side, Quality.FINAL))

    def prepare(self, face: int) -> None:
        """Make a face ready before it is first drawn; what was asked for meanwhile is drawn when it is."""
        photo = self._document.photo
        if photo is None or not 0 <= face < len(photo.faces):
            return
        key = (photo.id, face)
        if key in self._ready or key in self._preparing:
            return
        self._preparing.add(key)
        Ask(self, self.tr("Preparing the face"), lambda engine: engine.pictures.prepare(*key)) \
            .timed("preparing").then(partial(self._prepared, key)) \
            .ended(partial(self._preparing.discard, key)).start(self._engine)

    def _prepared(self, key: FaceKey, notes: tuple[Text, ...]) -> None:
        self._ready.add(key)
        photo = self._document.photo
        if photo is not None and photo.id == key[0]:
            self._known[key[1]] = notes
            self.notes_changed.emit(key[1])
            # Cutting out the head takes half a second, which a hand on the slider of its turn would wait for.
            Ask(self, "turn", lambda engine: engine.pictures.prepare_turn(*key), Rank.IDLE) \
                .failed(lambda _: None).start(self._engine)
        self.ask(key[1])

    def _frame_came(self, frame: Frame) -> None:
        photo = self._document.photo
        # A live frame that was under way must not take the place of the final picture.
        if photo is not None and frame.request.photo == photo.id and self.covered(frame.request.face) is None:
            self._show(frame)

    # ---- another renderer's picture over it

    def cover(self, frame: Frame) -> None:
        """Show another renderer's final picture of a face until its look changes."""
        self._covers[frame.request.face] = frame
        self._show(frame)

    def covered(self, face: int) -> Frame | None:
        """The other renderer's picture that is shown for a face as it is set now, if there is one."""
        frame, photo = self._covers.get(face), self._document.photo
        if frame is None or photo is None or frame.request.photo != photo.id:
            return None
        return frame if frame.request.look == self._document.look(face) else None

    def uncover(self, face: int) -> None:
        """Back to the live picture."""
        if self._covers.pop(face, None) is not None:
            self.ask(face)
