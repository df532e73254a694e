"""What the presets look like on the chosen face: small pictures, drawn when there is time."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

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
    """Draws the presets it is given, and draws them again on another face; what is there stays until then.

    came: there is another picture of a preset (its id). cleared: there is no face, and no picture. failed: an error.
    """

    came = Signal(str)
    cleared = Signal()
    failed = Signal(object)

    def __init__(self, document: ProjectDocument, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine = document, engine
        self._presets: tuple[Preset, ...] = ()
        self._side = 0
        self._pictures: dict[Preset, np.ndarray] = {}
        self._face: FaceKey | None = None  # whose pictures these are, or will be
        self._drawing: Ask[list[np.ndarray]] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._face_changed)
        engine.engine_ready.connect(self._engine_ready)

    def stop(self) -> None:
        """Draw nothing any more: the end."""
        self._rest.stop()

    def set_presets(self, presets: Sequence[Preset], side: int) -> None:
        """Which presets there are. side: of a picture, pixels. Nothing happens when both are known already."""
        if (tuple(presets), side) == (self._presets, self._side):
            return
        self._presets, self._side = tuple(presets), side
        self._pictures = {preset: picture for preset, picture in self._pictures.items() if preset in self._presets}
        self._face = None
        self._rest.start()

    def picture(self, preset: Preset) -> np.ndarray | None:
        """(side, side, 3|4) uint8; None while there is none."""
        return self._pictures.get(preset)

    def _face_changed(self, _: int = 0) -> None:
        self._rest.start()

    def _engine_ready(self, _: EngineFacade) -> None:
        self._rest.start()

    def _draw(self) -> None:
        photo, face = self._document.photo, self._document.selected
        wanted = (photo.id, face) if photo is not None and face >= 0 else None
        if not self._engine.ready or (wanted == self._face and wanted is not None):
            return
        if self._drawing is not None:
            self._drawing.drop()
        self._face, self._drawing = wanted, None
        if wanted is None:
            self._pictures.clear()
            self.cleared.emit()
            return
        presets, side, photo_id = self._presets, self._side, wanted[0]
        looks = [preset.look for preset in presets]
        self._drawing = Ask(self, QCoreApplication.translate("ExpressionPanel", "Drawing the presets"),
                            lambda engine: engine.pictures.thumbnails(photo_id, face, looks, side), Rank.QUIET) \
            .progress(partial(self._progress, presets)).failed(self.failed.emit).start(self._engine)

    def _progress(self, presets: tuple[Preset, ...], progress: Progress) -> None:
        number = int(progress.done) - 1
        if progress.preview is not None and 0 <= number < len(presets):
            self._pictures[presets[number]] = progress.preview
            self.came.emit(presets[number].id)
