"""What the face looked like after each step: small pictures for the history.

Of steps that are in sight they are taken from the frames that were drawn anyway, whichever renderer drew them. Where
there is none, as in a project that was opened again, the live renderer draws them when there is time; a state whose
face the generator would have to look for first has none until it is on the canvas, and keeps that one. None is kept in
the project (see `engine.project.history`).
"""

from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from engine.base.errors import EngineError
from engine.base.jobs import Progress, on_thread, single
from engine.base.look import Look
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.render.request import Quality
from engine.systems import split
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_picture import around, face_picture
from gui.model.lanes import Lane, Rank
from gui.model.live_preview import LivePreview
from gui.model.photo_image import PhotoImage
from gui.model.steps import Step

SIDE = 96
"""Pixels: sharp at 200 % in the row of the history."""
REST_MS = 600
"""After the last change before missing pictures are asked for: the hand and the final picture come first."""
_MOST = 500
"""As many as a project keeps steps."""
_AT_ONCE = 8
"""Drawn in one job, so that a long history holds nothing up."""

State = tuple[int, Look]
"""A face and its look: states that differ in what no picture shows share one."""


class HistoryPictures(QObject):
    """What is asked for by `picture` is in sight, and made if it can be; what nobody looks at costs nothing.

    came: there are other pictures.
    """

    came = Signal()

    def __init__(self, document: ProjectDocument, engine: EngineThread, preview: LivePreview,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine, self._preview = document, engine, preview
        self.photo: PhotoImage | None = None
        self._pictures: OrderedDict[State, QImage] = OrderedDict()
        self._wanted: set[State] = set()
        self._failed: set[State] = set()
        self._told = False
        self._drawing: Ask[list[np.ndarray]] | None = None
        self._taking: dict[State, Ask[QImage]] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw)
        preview.frame_changed.connect(self._take)
        document.undo_stack.indexChanged.connect(lambda _: self._rest.start())
        engine.engine_ready.connect(self._ready)

    def stop(self) -> None:
        """Draw nothing any more: the end."""
        self._rest.stop()

    def open(self, photo: PhotoImage | None) -> None:
        """Another photo, and no picture yet."""
        self.photo = photo
        self._pictures.clear()
        self._wanted.clear()
        self._failed.clear()
        self._told = False
        for ask in (self._drawing, *self._taking.values()):
            if ask is not None:
                ask.drop()
        self._drawing = None
        self._taking.clear()
        self._rest.start()
        self.came.emit()

    def picture(self, row: int) -> QImage | None:
        """After so many steps; 0 is the beginning. None while there is none."""
        state = self._state(row)
        if state is None:
            return None
        if state not in self._wanted:
            self._wanted.add(state)
            self._rest.start()
        return self._pictures.get(state)

    def _state(self, row: int) -> State | None:
        """What a line of the history shows: the beginning shows the chosen face."""
        stack = self._document.undo_stack
        if not 0 <= row <= stack.count() or self._document.selected < 0:
            return None
        step = stack.command(max(0, row - 1)) if stack.count() else None
        if not isinstance(step, Step):
            return self._document.selected, self._document.look()
        return step.face, step.states[0 if row == 0 else 1].look

    def _keep(self, state: State, picture: QImage) -> None:
        self._pictures[state] = picture
        self._pictures.move_to_end(state)
        while len(self._pictures) > _MOST:
            self._pictures.popitem(last=False)
        self.came.emit()

    def _take(self, face: int) -> None:
        """A final frame of what is set shows what the step led to. Not on the window's thread: a frame is large, and a
        hand may be at work."""
        frame, photo, image = self._preview.frame(face), self._document.photo, self.photo
        if frame is None or photo is None or image is None or frame.quality is not Quality.FINAL:
            return
        state = (face, frame.request.look)
        if frame.request.photo != photo.id or frame.request.look != self._document.look(face):
            return
        wanted = state in self._wanted or not _drawn_live(state)  # such a one would not be had later
        if not wanted or state in self._pictures or state in self._taking:
            return
        part = around(photo.faces[face].box, image.size)

        def make() -> QImage:
            return face_picture(image, part, [frame], SIDE)

        self._taking[state] = Ask(self, "thumbnail", lambda: on_thread(single(make)), Rank.QUIET, lane=Lane.FILES) \
            .then(lambda picture: self._keep(state, picture)).ended(lambda: self._taking.pop(state, None)) \
            .start(self._engine)

    def _ready(self, _: EngineFacade) -> None:
        self._rest.start()

    def _missing(self) -> list[State]:
        """States in sight without a picture that the live renderer can draw as they are, the newest first."""
        rows = range(self._document.undo_stack.count(), -1, -1)
        states = [state for state in map(self._state, rows) if state is not None]
        return [state for state in dict.fromkeys(states)
                if state in self._wanted and _drawn_live(state)
                and not any(state in known for known in (self._pictures, self._failed, self._taking))]

    def _draw(self) -> None:
        photo = self._document.photo
        if photo is None or self.photo is None or not self._engine.ready or self._document.moving:
            return
        for shown in range(len(photo.faces)):
            self._take(shown)  # drawn before its step came into sight
        missing = self._missing()
        if not missing or (self._drawing is not None and self._drawing.active):
            return
        face = missing[0][0]
        states = [state for state in missing if state[0] == face][:_AT_ONCE]
        looks, photo_id = [look for _, look in states], photo.id

        def came(progress: Progress) -> None:
            number = int(progress.done) - 1
            if progress.preview is not None and 0 <= number < len(states):
                pixels = np.ascontiguousarray(progress.preview)
                self._keep(states[number], _image(pixels))

        def ended() -> None:
            self._failed.update(state for state in states if state not in self._pictures)  # not again, without an end
            self._rest.start()

        self._drawing = Ask(self, Text("Drawing the history"),
                            lambda engine: engine.pictures.thumbnails(photo_id, face, looks, SIDE), Rank.QUIET) \
            .progress(came).failed(self._not_drawn).ended(ended).start(self._engine)

    def _not_drawn(self, error: EngineError) -> None:
        """Told once: what keeps one step from being drawn keeps others, too."""
        if not self._told:
            self._told = True
            self._engine.tell(error)


def _drawn_live(state: State) -> bool:
    """Whether the live renderer can draw it as it is."""
    return not split(state[1])[1]


def _image(pixels: np.ndarray) -> QImage:
    """(h, w, 3) uint8 as an image of its own."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
