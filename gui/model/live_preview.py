"""Keeps the canvas true to the document: asks the engine for a frame whenever something set on a face changes."""

import math

from PySide6.QtCore import QObject, QTimer

from engine.base.look import Look
from engine.photo.crop import SIDE_IN_FACE_HEIGHTS
from engine.render.request import Frame, Quality, RenderRequest
from engine.systems import split
from gui.canvas.canvas import Canvas
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.inversions import DRAFT_SIDE, Inversions
from gui.model.settings import PREVIEW_SIDE

_STEP = 128


class LivePreview(QObject):
    """Document in, requests to the engine, frames onto the canvas. Nothing waits: only the newest request counts.

    Attribute values of a face that the generator cannot draw yet are left out until it can.
    """

    def __init__(self, document: ProjectDocument, engine: EngineThread, canvas: Canvas, inversions: Inversions) -> None:
        super().__init__(canvas)
        self._document, self._engine, self._canvas, self._inversions = document, engine, canvas, inversions
        self._asked: dict[int, Look] = {}  # what was asked for last
        # The greatest side of the patch on the canvas; export alone draws at the photo's own size.
        self.final_limit = PREVIEW_SIDE.value()
        self._ready: set[tuple[str, int]] = set()
        self._preparing: dict[tuple[str, int], JobTicket] = {}
        self._covers: dict[int, Frame] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(200)
        self._settle.timeout.connect(self.refine_all)
        document.look_changed.connect(self._look_changed)
        document.photo_changed.connect(self._forget)
        inversions.found.connect(self._found)
        document.gesture_changed.connect(self._hand)
        document.selection_changed.connect(self.prepare)
        canvas.view_changed.connect(self._settle.start)
        engine.frame_ready.connect(self._show)

    def _forget(self) -> None:
        """Another photo, or the same one again: the engine has let go of what was ready."""
        self._asked.clear()
        self._ready.clear()

    def _look_changed(self, face: int) -> None:
        if face in self._covers or self._asked.get(face) != self._inversions.drawable(face):
            self.ask(face)  # else only what cannot be drawn yet has changed

    def _found(self, face: int) -> None:
        """The generator can draw a face, or draw it better: with its attributes from now on."""
        if len(split(self._document.look(face))[1]):
            self.ask(face)

    def ask(self, face: int) -> None:
        """Draw this face as it is set now; a face that never had anything set needs no drawing."""
        photo = self._document.photo
        if photo is None or not 0 <= face < len(photo.faces):
            return
        look = self._inversions.drawable(face)
        cover = self.covered(face)
        if cover is not None:
            self._canvas.show_frame(cover)
            return
        self._covers.pop(face, None)
        if len(look) == 0 and self._canvas.frame(face) is None and not self._document.in_gesture:
            return
        if (photo.id, face) not in self._ready:
            self.prepare(face)
            return
        self._asked[face] = look
        draft = DRAFT_SIDE if len(split(look)[1]) else self.side(face, DRAFT_SIDE)
        self._engine.show(RenderRequest(photo.id, face, look, draft, Quality.DRAFT),
                          RenderRequest(photo.id, face, look, self.side(face, self.final_limit), Quality.FINAL))

    def cover(self, frame: Frame) -> None:
        """Show another renderer's final picture of a face until its look changes."""
        self._covers[frame.request.face] = frame
        self._canvas.show_frame(frame)

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

    def prepare(self, face: int) -> None:
        """Make a face ready before it is first drawn; what was asked for meanwhile is drawn when it is."""
        self._tell_busy()
        photo = self._document.photo
        if photo is None or not 0 <= face < len(photo.faces):
            return
        key = (photo.id, face)
        if key in self._ready or key in self._preparing:
            return
        ticket = self._engine.submit(self.tr("Preparing the face"), lambda engine: engine.pictures.prepare(*key))
        self._preparing[key] = ticket
        self._tell_busy()
        ticket.done.connect(self._prepared)
        ticket.failed.connect(self._unprepared)
        ticket.cancelled.connect(self._unprepared)

    def _prepared(self) -> None:
        for key in self._ended():
            self._ready.add(key)
            self.ask(key[1])

    def _unprepared(self, error: object = None) -> None:
        self._ended()
        if error is not None:
            self._engine.failed.emit(error)

    def _ended(self) -> list[tuple[str, int]]:
        over = [key for key, ticket in self._preparing.items() if not ticket.active]
        for key in over:
            del self._preparing[key]
        self._tell_busy()
        return over

    def _tell_busy(self) -> None:
        photo = self._document.photo
        waiting = photo is not None and (photo.id, self._document.selected) in self._preparing
        self._canvas.set_busy(self.tr("Preparing the face…") if waiting else "")

    def ask_all(self) -> None:
        for face in range(self._document.face_count):
            self.ask(face)

    def refine_all(self) -> None:
        """The view came to rest: frames drawn for another zoom are drawn again at the size that is seen now."""
        photo = self._document.photo
        for face in range(self._document.face_count):
            frame = self._canvas.frame(face)
            if photo is None or frame is None or frame.patch is None or self.covered(face) is not None:
                continue
            side = self.side(face, self.final_limit)
            if frame.quality is Quality.FINAL and frame.request.size < side:
                self._engine.show(RenderRequest(photo.id, face, self._inversions.drawable(face), side, Quality.FINAL))

    def side(self, face: int, limit: int) -> int:
        """Pixels a face's patch covers on the screen, rounded up to few sizes, since each needs buffers of its own."""
        photo = self._document.photo
        assert photo is not None
        seen = SIDE_IN_FACE_HEIGHTS * photo.faces[face].height * self._canvas.view.zoom
        return max(256, min(limit, _STEP * math.ceil(seen / _STEP)))

    def _hand(self, holding: bool) -> None:
        self._canvas.set_editing(holding)
        if not holding:
            self._engine.rest()

    def _show(self, frame: Frame) -> None:
        photo = self._document.photo
        # A live frame that was under way must not take the place of the final picture.
        if photo is not None and frame.request.photo == photo.id and self.covered(frame.request.face) is None:
            self._canvas.show_frame(frame)
