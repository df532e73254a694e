"""The middle of the window: the photo with its frames, or the welcome page, and above it what is to be told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engine.base.errors import EngineError
from gui.canvas.canvas import Canvas
from gui.canvas.picture import rectangle
from gui.model.opening import sample_portraits
from gui.model.recent import recent_files
from gui.model.session import Session
from gui.window.notice import Notice
from gui.window.welcome import Welcome


class Viewer(QWidget):
    """Shows what the session has open, and follows it.

    zoom_changed: the photo is seen at another scale, or no photo at all.
    """

    zoom_changed = Signal()

    def __init__(self, session: Session, models: QAction, parent: QWidget | None = None) -> None:
        """models: the command that leads to the trained models."""
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.canvas, self.welcome, self.notice = Canvas(), Welcome(), Notice(models)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        self._column = column
        session.noted.connect(self.notice.show_note)
        session.preview.frame_changed.connect(self._show_frame)
        session.preview.waiting_changed.connect(self._show_waiting)
        session.final.changed.connect(self._remark)
        session.inversions.changed.connect(self._remark)
        self._document.selection_changed.connect(self._selection_changed)
        self._document.look_changed.connect(self._look_changed)
        self._document.gesture_changed.connect(self.canvas.set_editing)
        self.canvas.face_chosen.connect(self._document.select)
        self.canvas.view_changed.connect(self._view_changed)

    def put_below(self, widget: QWidget) -> None:
        """A strip under the photo."""
        self._column.addWidget(widget)

    def show_photo(self) -> None:
        """What is open is another photo, or none."""
        photo, image = self._document.photo, self._session.image
        if photo is None or image is None:
            self.canvas.set_photo(None)
            self.welcome.set_files(recent_files(), sample_portraits())
            self.pages.setCurrentWidget(self.welcome)
        else:
            self.canvas.set_photo(image, [rectangle(face.box) for face in photo.faces])
            self.canvas.set_selected(self._document.selected)
            if self.pages.currentWidget() is not self.canvas:
                self.pages.setCurrentWidget(self.canvas)
                self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # its keys are those one wants first
            self.notice.dismiss()
            for face in range(self._document.face_count):
                self._show_frame(face)
        self._show_waiting()
        self._view_changed()

    def show_error(self, error: EngineError) -> None:
        """One clear line above the canvas; what is open stays open."""
        self.notice.show_error(error)

    def set_dropping(self, on: bool) -> None:
        """A file is held over the window."""
        self.welcome.set_dropping(on)
        self.canvas.set_dropping(on)

    def toggle_wipe(self, on: bool) -> None:
        if on and self.canvas.wipe is None:
            self.canvas.start_wipe()
        elif not on:
            self.canvas.set_wipe(None)

    def bars(self) -> list[QWidget]:
        """What lies about the photo and is no word that must be read: it goes while the photo is alone."""
        return []

    # ---- following the session

    def _selection_changed(self, face: int) -> None:
        self.canvas.set_selected(face)
        self._remark()

    def _show_frame(self, face: int) -> None:
        frame = self._session.preview.frame(face)
        if frame is not None:
            self.canvas.show_frame(frame)
            self._remark()

    def _show_waiting(self) -> None:
        self.canvas.set_busy(self._session.preview.waiting_for)

    def _look_changed(self, face: int) -> None:
        # A hand back on the sliders means the last trouble has been read.
        if self._document.in_gesture:
            self.notice.dismiss()

    def _remark(self, *_: object) -> None:
        """Say of the chosen face's frame what it is, and whether a better one is to come."""
        face, session = self._document.selected, self._session
        waits = self.tr("attributes wait until the face is found") if session.inversions.waits(face) else ""
        self.canvas.set_remark(session.final.awaited(face), waits or session.final.line(face))

    def _view_changed(self) -> None:
        self._session.preview.set_view(self.canvas.view.zoom)
        self.zoom_changed.emit()
