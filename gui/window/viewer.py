"""The middle of the window: the photo with its frames, or the welcome page; above it what is to be told, below it how
it is looked at."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from engine.base.errors import EngineError
from gui.canvas.canvas import Canvas
from gui.canvas.picture import rectangle
from gui.model.opening import sample_portraits
from gui.model.recent import recent_files
from gui.model.session import Session
from gui.style.theme import tokens
from gui.window.actions import Actions
from gui.window.frame_words import FrameWords, frame_words
from gui.window.notice import Notice
from gui.window.remedies import Remedies
from gui.window.viewer_bar import ViewerBar, chosen_zoom
from gui.window.welcome import Welcome

RATE_EVERY = 250
"""Milliseconds between two looks at how many frames are painted, while a hand moves."""


class Viewer(QWidget):
    """Shows what the session has open, and follows it.

    Actions that say how the photo is looked at are answered here.
    """

    def __init__(self, session: Session, actions: Actions, remedies: Remedies, parent: QWidget | None = None) -> None:
        """remedies: what is offered against what goes wrong."""
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.canvas, self.welcome, self.notice = Canvas(), Welcome(), Notice(remedies)
        self.bar = ViewerBar(session, actions)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.middle = QSplitter()
        self.middle.setChildrenCollapsible(False)
        self.middle.addWidget(self.canvas)
        self.pages.addWidget(self.middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.bar)
        self._column = column
        # while a hand moves, what the frames are is said now and then, not with each of them
        self._rate = QTimer(self, interval=RATE_EVERY)
        self._rate.timeout.connect(self._remark)
        session.noted.connect(self.notice.show_note)
        session.preview.frame_changed.connect(self._show_frame)
        session.final.changed.connect(self._remark_soon)
        session.inversions.changed.connect(self._remark)
        self._document.selection_changed.connect(self._selection_changed)
        self._document.look_changed.connect(self._look_changed)
        session.meter.measured.connect(self._show_identity)
        self._document.moving_changed.connect(self._hand)
        self.canvas.face_chosen.connect(self._document.select)
        self.canvas.view_changed.connect(self._view_changed)
        self.canvas.comparing_changed.connect(self._remark)
        self.bar.compared.connect(self.canvas.set_comparing)
        self.bar.zoom_menu.triggered.connect(self._zoom_chosen)
        self._bind(actions)

    def _bind(self, actions: Actions) -> None:
        canvas = self.canvas
        for name, slot in (("fit", canvas.fit), ("actual", lambda: canvas.actual_size()),
                           ("zoom in", lambda: canvas.zoom_by(1.25)), ("zoom out", lambda: canvas.zoom_by(0.8))):
            actions[name].triggered.connect(slot)
        actions["wipe"].toggled.connect(self._toggle_wipe)
        actions["beside"].toggled.connect(canvas.set_beside)
        canvas.wipe_changed.connect(actions["wipe"].setChecked)
        canvas.beside_changed.connect(actions["beside"].setChecked)

    def put_above(self, widget: QWidget) -> None:
        """A strip above the photo."""
        self._column.insertWidget(0, widget)

    def put_below(self, widget: QWidget) -> None:
        """A strip between the photo and its bar."""
        self._column.insertWidget(self._column.indexOf(self.bar), widget)

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
            if self.pages.currentWidget() is not self.middle:
                self.pages.setCurrentWidget(self.middle)
                self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # its keys are those one wants first
            self.notice.dismiss()
            for face in range(self._document.face_count):
                self._show_frame(face)
        self._remark()
        self._show_identity()
        self._view_changed()

    def show_error(self, error: EngineError) -> None:
        """One clear line above the canvas; what is open stays open."""
        self.notice.show_error(error)

    def set_dropping(self, on: bool) -> None:
        """A file is held over the window."""
        self.welcome.set_dropping(on)
        self.canvas.set_dropping(on)

    def bars(self) -> list[QWidget]:
        """What lies about the photo and is no word that must be read: it goes while the photo is alone."""
        return [self.bar]

    # ---- following the session

    def _selection_changed(self, face: int) -> None:
        self.canvas.set_selected(face)
        self._remark()

    def _show_frame(self, face: int) -> None:
        frame = self._session.preview.frame(face)
        if frame is not None:
            self.canvas.show_frame(frame)
            self._remark_soon()

    def _hand(self, holding: bool) -> None:
        self.canvas.set_editing(holding)
        self._rate.start() if holding else self._rate.stop()
        self._remark()

    def _show_identity(self) -> None:
        self.bar.show_identity(self._session.meter.distance)

    def _look_changed(self, face: int) -> None:
        # A hand back on the sliders means the last trouble has been read.
        if self._document.in_gesture:
            self.notice.dismiss()

    def _remark_soon(self) -> None:
        """While a hand holds a control it is said a few times a second, not with each move and each frame."""
        if not self._rate.isActive():
            self._remark()

    def _remark(self, *_: object) -> None:
        """Say of the chosen face's picture what it is, and whether a better one is to come."""
        self.bar.show_state(self._words())

    def _words(self) -> FrameWords:
        face, session, colours = self._document.selected, self._session, tokens()
        if self._document.photo is None:
            return FrameWords("", "", "")
        if face < 0:
            return FrameWords(self.tr("No face in this picture"), colours.warn, "")
        frame = self.canvas.frame(face)
        waits = self.tr("attributes wait until the face is found") if session.inversions.waits(face) else ""
        line = waits or session.final.line(face)
        if frame is None or frame.patch is None or self.canvas.comparing:
            return FrameWords(self._joined(self.tr("Original"), line), colours.text_faint, "")
        rate = self.canvas.rate.per_second() if self._document.moving else None
        words = frame_words(frame, session.final.awaited(face), rate)
        return words._replace(text=self._joined(words.text, line))

    @staticmethod
    def _joined(text: str, line: str) -> str:
        return f"{text} · {line}" if line else text

    def _view_changed(self) -> None:
        zoom = self.canvas.view.zoom
        self._session.preview.set_view(zoom)
        self.bar.show_zoom(zoom if self._document.photo is not None else None)

    # ---- how the photo is looked at

    def _toggle_wipe(self, on: bool) -> None:
        if on and self.canvas.wipe is None:
            self.canvas.start_wipe()
        elif not on:
            self.canvas.set_wipe(None)

    def _zoom_chosen(self, action: QAction) -> None:
        zoom = chosen_zoom(action)
        if zoom is not None:
            self.canvas.zoom_by(zoom / self.canvas.view.zoom)
