"""Another theme or language: the window built anew, a short step at a time, with the old one's picture in its place."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from gui.controls.label import Label
from gui.model.job_loop import as_engine_error
from gui.model.session import Session
from gui.panels.panel import Panel
from gui.panels.registry import PANELS
from gui.style.icons import drawing_icons
from gui.window.main_window import MainWindow
from gui.window.window_place import carry_view, keep_place

_END = object()


class Rebuilding(QObject):
    """Goes from one window to the next. Each step is an event of its own, so that none of them holds up the window's
    thread for long; asked again meanwhile, it begins anew once it has ended."""

    def __init__(self, session: Session, dressing: Callable[[], Iterator[None]], ready: Callable[[MainWindow], None],
                 parent: QObject) -> None:
        """dressing: puts theme and language of the settings in force. ready: given the new window, which is shown; what
        it does is done before the old one goes."""
        super().__init__(parent)
        self._session, self._dressing, self._ready = session, dressing, ready
        self._steps: Iterator[None] | None = None
        self._again = False
        self._panel: Panel | None = None  # built, and not yet in the new window
        self._new: MainWindow | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self, old: MainWindow) -> None:
        if self._steps is None:
            self._steps = self._rebuild(old)
            self._timer.start()
        else:
            self._again = True

    def stop(self) -> None:
        """The program ends."""
        self._timer.stop()
        self._steps, self._again = None, False
        self._discard()

    def _discard(self) -> None:
        for widget in (self._panel, self._new):
            if widget is not None:
                widget.deleteLater()
        self._panel = self._new = None

    def _step(self) -> None:
        steps, going_on = self._steps, False
        try:
            going_on = steps is not None and next(steps, _END) is not _END
        finally:
            if not going_on and self._steps is steps:  # else its last step has begun the next rebuilding
                self._steps = None
        if self._steps is not None:
            self._timer.start()

    def _rebuild(self, old: MainWindow) -> Iterator[None]:
        keep_place(old)
        cover = _cover(old)  # what is under a hand lets go: it goes with the window
        self._session.document.end_gesture()
        try:
            yield from self._built(old)
        except Exception:
            # It stays, without its panels: the photo, its menus and saving are there. What went wrong is told by
            # whoever hears of exceptions in slots.
            self._discard()
            self._again = False
            old.panels.clear()
            cover.deleteLater()
            old.setEnabled(True)
            raise

    def _built(self, old: MainWindow) -> Iterator[None]:
        yield
        old.beside.stop()
        # Style and palette go through every widget there is: most are in the panels, which nobody sees any more.
        old.viewer.bar.renderer.drop_panel()
        for widget in old.panels.values():
            widget.deleteLater()
        yield
        yield from self._dressing()
        yield from drawing_icons()
        new = self._new = MainWindow(self._session, whole=False)
        carry_view(old.canvas, new.canvas)  # at once, or faces would be drawn for another size meanwhile
        yield
        new.viewer.bar.renderer.make_panel()
        yield
        for name, spec in PANELS.items():
            try:
                self._panel = spec.build(self._session)
            except Exception as error:  # the window comes without it, rather than not at all
                self._session.failed.emit(as_engine_error(error))
                continue
            yield
            new.add_panel(name, self._panel)
            self._panel = None
            yield
        new.settle()
        yield
        new.show()
        new.photo_alone.be_like(old.photo_alone)
        self._new = None
        carry_view(old.canvas, new.canvas)
        again, self._again, self._steps = self._again, False, None
        self._ready(new)
        old.hide()
        # Python's collector comes for the window some time: what is large does not wait for it.
        old.canvas.let_go()
        old.face_chooser.let_go()
        old.deleteLater()
        if again:
            self.start(new)


def _cover(window: MainWindow) -> Label:
    """Show how the window looks over what is in it, which may go."""
    picture = Label(parent=window)
    picture.setPixmap(window.grab())
    picture.setGeometry(window.rect())
    window.setEnabled(False)
    picture.show()
    picture.raise_()
    return picture
