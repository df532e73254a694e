"""What a job brings for the face that was chosen when it was asked for: a hand that has moved on since has its way."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from engine.project.face_state import Value
from gui.model.document import ProjectDocument
from gui.model.face_key import FaceKey


class Arriving(QObject):
    """Made when the job begins; `put` sets its values as one undo step. Values that were changed since stay as they
    are; while a hand holds a control nothing is set, but when it lets go."""

    def __init__(self, document: ProjectDocument, namespace: str) -> None:
        super().__init__()
        self._document, self._namespace = document, namespace
        self._key, self._before = self._chosen(), document.values(namespace)
        self._values: Mapping[str, Value] = {}
        self._text = ""
        self._told: Callable[[frozenset[str]], object] = lambda stayed: None

    @property
    def wanted(self) -> bool:
        """Whether the face is still the one that is chosen."""
        return self._key is not None and self._chosen() == self._key

    def put(self, values: Mapping[str, Value], text: str,
            told: Callable[[frozenset[str]], object] = lambda stayed: None) -> None:
        """values: all that the face is to hold in the namespace, by control id. text: the undo step's name. told: is
        called once they are set, with the ids of those that stay as the hand has them."""
        self._values, self._text, self._told = values, text, told
        if self._document.in_gesture:
            self.setParent(self._document)  # nobody else keeps it that long
            self._document.gesture_changed.connect(self._let_go)
        else:
            self._set()

    def _let_go(self, _: bool) -> None:
        self._document.gesture_changed.disconnect(self._let_go)
        self._set()
        self.deleteLater()

    def _set(self) -> None:
        if not self.wanted:
            return
        now = self._document.values(self._namespace)
        moved = {name for name in {*now, *self._before} if now.get(name) != self._before.get(name)}
        values = {name: value for name, value in self._values.items() if name not in moved}
        self._document.set_values(self._namespace, {**values, **{name: now[name] for name in moved if name in now}},
                                  self._text)
        self._told(frozenset(moved))

    def _chosen(self) -> FaceKey | None:
        photo, face = self._document.photo, self._document.selected
        return (photo.id, face) if photo is not None and face >= 0 else None
