"""Which of the window's commands would do something now; the others are grey wherever they stand."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.canvas.canvas import Canvas
from gui.model.session import Session
from gui.window.actions import Actions
from gui.window.face_commands import FaceCommands

_OF_A_PHOTO = ("save", "save as", "close", "wipe", "beside", "panels", "history", "timeline")
_OF_A_FACE = ("export", "copy look")


class CommandStates(QObject):
    """Follows the document, the canvas and what was copied."""

    def __init__(self, session: Session, actions: Actions, canvas: Canvas, faces: FaceCommands, history: QWidget,
                 parent: QObject) -> None:
        """history: the header of the strip of steps."""
        super().__init__(parent)
        self._session, self._document, self._actions = session, session.document, actions
        self._canvas, self._history = canvas, history
        document, stack = self._document, self._document.undo_stack
        stack.canUndoChanged.connect(actions["undo"].setEnabled)
        stack.canRedoChanged.connect(actions["redo"].setEnabled)
        document.look_changed.connect(self._look_changed)
        document.moving_changed.connect(self._tell_look)
        document.selection_changed.connect(self._tell_look)
        document.timeline_changed.connect(self._tell_film)
        document.selection_changed.connect(self._tell_film)
        faces.copied.connect(self._tell_look)
        canvas.view_changed.connect(self._tell_view)
        self.tell()

    def tell(self) -> None:
        """Of all of them: another photo is open, or none."""
        document, act = self._document, self._actions
        has_photo, has_face = document.photo is not None, document.selected >= 0
        for names, possible in ((_OF_A_PHOTO, has_photo), (_OF_A_FACE, has_face),
                                (("next face", "last face"), document.face_count > 1)):
            for name in names:
                act[name].setEnabled(possible)
        self._history.setEnabled(has_photo)
        act["undo"].setEnabled(document.undo_stack.canUndo())
        act["redo"].setEnabled(document.undo_stack.canRedo())
        self._tell_look()
        self._tell_view()
        self._tell_film()

    def _tell_film(self, *_: object) -> None:
        self._actions["film"].setEnabled(self._document.selected >= 0 and self._document.timeline().duration > 0)

    def _look_changed(self, face: int) -> None:
        if not self._document.moving:  # a hand is not made to wait for this; it lets go soon
            self._tell_look()

    def _tell_look(self, *_: object) -> None:
        look, copied, has_face = self._document.look(), self._session.copied_look, self._document.selected >= 0
        self._actions["reset look"].setEnabled(has_face and len(look) > 0)
        self._actions["paste look"].setEnabled(has_face and copied is not None and copied != look)

    def _tell_view(self) -> None:
        has_photo, view = self._document.photo is not None, self._canvas.view
        for name, there in (("fit", view.fitted), ("actual", view.exact), ("zoom in", view.nearest),
                            ("zoom out", view.farthest)):
            self._actions[name].setEnabled(has_photo and not there)
