"""The whole picture as edited, at the photo's own size, to the clipboard."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from engine.base.jobs import Job
from engine.base.look import Look
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.photo.open_photo import OpenPhoto
from engine.render.request import Rendering
from engine.systems import RENDERERS
from gui.model.ask import Ask
from gui.model.lanes import Rank
from gui.model.photo_image import PhotoImage
from gui.model.session import Session
from gui.words.engine_texts import shown


class PictureCopy(QObject):
    """Draws what an export would write, and puts it on the clipboard for other programs."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ask: Ask[tuple[QImage, tuple[Text, ...]]] | None = None

    def copy(self) -> None:
        session, document = self._session, self._session.document
        photo = document.photo
        if photo is None:
            return
        looks = {face: look for face in range(document.face_count) if (look := document.look(face))}
        rendering = session.choice.rendering(session.choice.drawing)
        rank = Rank.NORMAL if RENDERERS[rendering.renderer].live else Rank.PATIENT
        self._ask = Ask(self, self.tr("Copying the picture"),
                        lambda engine: _drawn(engine, photo, looks, rendering), rank) \
            .then(self._copied).start(session.thread_, replacing=self._ask)

    def _copied(self, made: tuple[QImage, tuple[Text, ...]]) -> None:
        image, notes = made
        QGuiApplication.clipboard().setImage(image)
        size = self.tr("Picture copied, {0} × {1} pixels").format(image.width(), image.height())
        self._session.message.emit("; ".join((size, *map(shown, notes))))


def _drawn(engine: EngineFacade, photo: OpenPhoto, looks: Mapping[int, Look],
           rendering: Rendering) -> Job[tuple[QImage, tuple[Text, ...]]]:
    """In sRGB, eight bits a channel, see-through where the photo is: what a clipboard holds."""
    from engine.photo.colour import viewed

    finished = yield from engine.pictures.finish(photo.id, looks, rendering)
    native = finished.native
    alpha = native[..., 3] if native.shape[2] == 4 else None
    if alpha is not None and alpha.dtype == np.uint16:
        alpha = (alpha >> 8).astype(np.uint8)
    return PhotoImage(viewed(native, photo.picture.profile), alpha).levels[0].copy(), finished.notes
