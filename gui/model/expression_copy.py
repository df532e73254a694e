"""What a face of another photo does, set on the chosen face."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.base.errors import EngineError
from engine.base.look import Look
from engine.base.text import Text
from engine.expression.several_faces import SeveralFaces
from engine.expression.units import CONTROLS
from engine.project.face_state import LOOK
from gui.model.arriving import Arriving
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread

_DRAWING = ("wrinkles", "relight")
"""How the face is drawn, not what it does: another expression leaves it alone unless it names it."""


def is_kept(control_id: str) -> bool:
    """Whether another expression leaves a value alone: how the face is drawn, and what the person looks like."""
    return control_id in _DRAWING or control_id not in CONTROLS


class ExpressionCopy(QObject):
    """failed:  an EngineError, of the photo that was to be copied from.
    several: (path, SeveralFaces): nobody has said yet which face of it is meant.
    """

    failed = Signal(object)
    several = Signal(object, object)

    def __init__(self, document: ProjectDocument, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine = document, engine

    def start(self, path: Path, other: int | None = None) -> Ask[Look] | None:
        """Copy the expression of a picture onto the chosen face, as one step; unless another is chosen meanwhile.

        other: which face of the picture, None where it shows one, or it is to be asked.
        """
        photo, face = self._document.photo, self._document.selected
        if photo is None or face < 0:
            return None
        key, arriving = (photo.id, face), Arriving(self._document, LOOK)
        return Ask(self, QCoreApplication.translate("ExpressionPanel", "Copying the expression"),
                   lambda engine: engine.expressions.copy(*key, path, other)) \
            .timed("copying").then(partial(self._copied, arriving, path.name)) \
            .failed(partial(self._failed, path)).start(self._engine)

    def _failed(self, path: Path, error: EngineError) -> None:
        self.several.emit(path, error) if isinstance(error, SeveralFaces) else self.failed.emit(error)

    def _copied(self, arriving: Arriving, name: str, values: Look) -> None:
        kept = {control: value for control, value in self._document.look().items() if is_kept(control)}
        arriving.put({**kept, **values}, Text("Expression of {0}", name))
