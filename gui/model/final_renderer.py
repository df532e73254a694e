"""When the hand has rested, a slow renderer draws the face again over the live picture; a change stops it at once."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from engine.base.errors import EngineError
from engine.render.request import Frame, Quality, Rendering, RenderRequest
from engine.systems import RENDERERS, draws, needs_inversion
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.durations import drawing_kind
from gui.model.engine_thread import EngineThread
from gui.model.final_frames import FinalFrames
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.inversions import Inversions
from gui.model.lanes import Rank
from gui.model.live_preview import LivePreview
from gui.words.renderers import not_followed, renderer_name

REST_MS = 600
"""How long the hand must rest: longer than for the live picture in full quality."""


class FinalRenderer(QObject):
    """Works for the chosen face; what was begun for another goes on.

    drawn:   a picture was finished (a Frame); it may belong to a look that is no longer set.
    changed: what `awaited` and `line` say has changed.
    """

    drawn = Signal(object)
    changed = Signal()

    def __init__(self, document: ProjectDocument, engine: EngineThread, live: LivePreview, choice: FinalRendererChoice,
                 inversions: Inversions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine, self._live = document, engine, live
        self._choice, self._inversions = choice, inversions
        self._finals = FinalFrames()
        self._drawing: dict[int, Ask[Frame]] = {}  # about the picture wanted
        self._declined: set[RenderRequest] = set()  # failed, or stopped by hand: not begun again by itself
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        document.look_changed.connect(self._look_changed)
        document.moving_changed.connect(self._hand)
        document.selection_changed.connect(self._look_changed)
        document.photo_changed.connect(self._photo_changed)
        choice.changed.connect(self._choice_changed)
        choice.known.connect(self._choice_changed)
        inversions.found.connect(self._look_changed)
        inversions.missed.connect(self._look_changed)

    # ---- what to say

    def awaited(self, face: int) -> bool:
        """Whether the slow renderer's picture of this face as it is set is still to come."""
        wanted = self.wanted(face)
        return wanted is not None and wanted not in self._declined and self._live.covered(face) is None

    def line(self, face: int) -> str:
        """Why the slow renderer does not draw this look; "" when it does or is not asked to."""
        line = not_followed(self._choice.drawing, self._document.table, [self._document.look(face)])
        if not line and self._to_find(face):
            return self.tr("{0} waits until the face is found").format(renderer_name(self._choice.drawing))
        return line

    def wanted(self, face: int) -> RenderRequest | None:
        """The picture a slow renderer should draw of a face; None when none is asked to, or it cannot follow the look,
        or the face is not found in the generator yet and must be."""
        photo, look, rendering = self._document.photo, self._document.look(face), self._rendering()
        if photo is None or not self._follows(face) or self._to_find(face) or self._inversions.waits(face):
            return None
        return RenderRequest(photo.id, face, look, self._live.final_limit, Quality.FINAL, rendering)

    def _rendering(self) -> Rendering:
        return self._choice.rendering(self._choice.drawing)

    def _follows(self, face: int) -> bool:
        """Whether a slow renderer is wanted, and the look asks something of it and nothing that it cannot follow."""
        photo, renderer = self._document.photo, self._choice.drawing
        if photo is None or RENDERERS[renderer].live or not 0 <= face < len(photo.faces):
            return False
        return draws(renderer, self._document.look(face))

    def _to_find(self, face: int) -> bool:
        """Whether the renderer could draw the look if the face had been found in the generator."""
        return (self._follows(face) and needs_inversion(self._choice.drawing, self._document.look(face))
                and self._inversions.face(face).inversion is None)

    def stop(self) -> None:
        """Stop everything and hear nothing more of it: the photo goes."""
        self._rest.stop()
        for face in list(self._drawing):
            self._drop(face)

    # ---- following the hand

    def _look_changed(self, face: int) -> None:
        wanted = self.wanted(face)
        known = self._drawing.get(face)
        if known is not None and known.about != wanted:
            self._drop(face)
        if self._document.moving or face != self._document.selected:
            if wanted is not None and not self._document.moving:
                self._show_known(wanted)
        elif (wanted is not None and not self._show_known(wanted)) or self._to_find(face):
            self._rest.start()
        self.changed.emit()

    def _hand(self, holding: bool) -> None:
        if holding:
            self._rest.stop()
        else:
            self._look_changed(self._document.selected)

    def _photo_changed(self) -> None:
        self.stop()
        self._declined.clear()
        photo = self._document.photo
        self._finals.keep_only(photo.id if photo is not None else None)
        self.changed.emit()

    def _choice_changed(self) -> None:
        self._declined.clear()
        for face in range(self._document.face_count):
            covered, wanted = self._live.covered(face), self.wanted(face)
            if covered is not None and (wanted is None or self._finals.get(wanted) is not covered):
                self._live.uncover(face)
            self._look_changed(face)

    def _show_known(self, wanted: RenderRequest) -> bool:
        frame = self._finals.get(wanted)
        if frame is None:
            return False
        if self._live.covered(wanted.face) is not frame:
            self._live.cover(frame)
        return True

    # ---- drawing

    def _begin(self) -> None:
        face = self._document.selected
        wanted = self.wanted(face)
        if self._to_find(face):
            self._inversions.find_once(face)
        if wanted is None or wanted in self._declined or face in self._drawing or self._show_known(wanted):
            return
        self._drawing[face] = Ask(self, renderer_name(wanted.rendering.renderer),
                                  lambda engine: engine.pictures.draw(wanted), Rank.PATIENT, wanted) \
            .timed(drawing_kind(wanted)).then(self._done) \
            .failed(partial(self._not_drawn, wanted)).cancelled(partial(self._not_drawn, wanted)) \
            .start(self._engine)

    def _drop(self, face: int) -> None:
        self._drawing.pop(face).drop()

    def _done(self, frame: Frame) -> None:
        wanted = frame.request
        del self._drawing[wanted.face]
        self._finals.put(frame)
        if self.wanted(wanted.face) == wanted:
            self._live.cover(frame)
        self.drawn.emit(frame)
        self.changed.emit()

    def _not_drawn(self, wanted: RenderRequest, error: EngineError | None = None) -> None:
        """Failed, or stopped by hand."""
        del self._drawing[wanted.face]
        self._declined.add(wanted)
        if error is not None:
            self._engine.tell(error)
        self.changed.emit()
