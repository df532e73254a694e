"""What the presets look like on the chosen face: small pictures, drawn when there is time."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from engine.base.errors import EngineError
from engine.base.jobs import Progress
from engine.expression.presets import Preset
from engine.facade import EngineFacade
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.lanes import Rank

REST_MS = 400
"""After the last change of photo or face before pictures are asked for."""


class PresetPictures(QObject):
    """Draws the presets it is given on the chosen face, those in sight first. With another face the pictures are gone
    at once: one person's expressions never stand for another's.

    came: there is another picture of a preset (its id). cleared: there is no picture. failed: an error.
    """

    came = Signal(str)
    cleared = Signal()
    failed = Signal(object)

    def __init__(self, document: ProjectDocument, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine = document, engine
        self._presets: tuple[Preset, ...] = ()
        self._in_sight: tuple[str, ...] = ()
        self._side = 0
        self._pictures: dict[Preset, np.ndarray] = {}
        self._face: FaceKey | None = None  # whose pictures these are, or will be
        self._drawing: Ask[list[np.ndarray]] | None = None
        self._order: tuple[Preset, ...] = ()  # of what is being drawn
        self._failed = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._face_changed)
        engine.engine_ready.connect(self._engine_ready)
        self._face_changed()

    def stop(self) -> None:
        """Draw nothing any more: the end."""
        self._rest.stop()

    def set_presets(self, presets: Sequence[Preset], side: int) -> None:
        """Which presets there are. side: of a picture, pixels. Nothing happens when both are known already."""
        if (tuple(presets), side) == (self._presets, self._side):
            return
        kept = self._pictures if side == self._side else {}
        self._presets, self._side, self._failed = tuple(presets), side, False
        self._pictures = {preset: picture for preset, picture in kept.items() if preset in self._presets}
        self._drop()
        self._soon()

    def prefer(self, ids: Sequence[str]) -> None:
        """Which presets are seen now, and so are drawn before the others."""
        if tuple(ids) != self._in_sight:
            self._in_sight = tuple(ids)
            self._soon()

    def picture(self, preset: Preset) -> np.ndarray | None:
        """(side, side, 3|4) uint8; None while there is none."""
        return self._pictures.get(preset)

    def _face_changed(self, _: int = 0) -> None:
        photo, face = self._document.photo, self._document.selected
        wanted = (photo.id, face) if photo is not None and face >= 0 else None
        if wanted != self._face:
            self._face, self._failed = wanted, False
            self._drop()
            self._pictures.clear()
            self.cleared.emit()
        self._soon()

    def _engine_ready(self, _: EngineFacade) -> None:
        self._failed = False
        self._soon()

    def _soon(self) -> None:
        """Draw what is missing once things have come to rest; without a face there is nothing to draw."""
        if self._face is not None:
            self._rest.start()

    def _drop(self) -> None:
        if self._drawing is not None:
            self._drawing.drop()
        self._drawing, self._order = None, ()

    def _missing(self, order: Sequence[Preset]) -> tuple[Preset, ...]:
        return tuple(preset for preset in order if preset not in self._pictures)

    def _draw(self) -> None:
        seen = [preset for preset in self._presets if preset.id in self._in_sight]
        wanted = self._missing((*seen, *(preset for preset in self._presets if preset not in seen)))
        if self._face is None or not self._engine.ready or self._failed or not wanted:
            return
        if self._drawing is not None:
            first = len(self._missing(seen))
            if set(self._missing(self._order)[:first]) == set(wanted[:first]):
                return  # what is seen comes next as it is
            self._drop()
        self._order, side, (photo_id, face) = wanted, self._side, self._face
        looks = [preset.look for preset in wanted]
        self._drawing = Ask(self, QCoreApplication.translate("ExpressionPanel", "Drawing the presets"),
                            lambda engine: engine.pictures.thumbnails(photo_id, face, looks, side), Rank.QUIET) \
            .progress(partial(self._progress, wanted)).failed(self._not_drawn).ended(self._drop).start(self._engine)

    def _progress(self, presets: tuple[Preset, ...], progress: Progress) -> None:
        number = int(progress.done) - 1
        if progress.preview is not None and 0 <= number < len(presets):
            self._pictures[presets[number]] = progress.preview
            self.came.emit(presets[number].id)

    def _not_drawn(self, error: EngineError) -> None:
        self._failed = True  # not again with every tile that comes into sight
        self.failed.emit(error)
