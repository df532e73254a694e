"""The timeline in its window: made when it is first wanted, under the photo."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.motion.take_file import RECORDINGS, VIDEOS
from gui.model.session import Session
from gui.window.actions import Actions
from gui.window.viewer import Viewer


class TimelinePlace(QObject):
    """strip: None until it was wanted once."""

    def __init__(self, session: Session, viewer: Viewer, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._viewer = session, viewer
        self._show, self._alone, self._film = actions["timeline"], actions["full screen"], actions["film"]
        self.strip: QWidget | None = None
        self._show.toggled.connect(self._place)
        self._alone.toggled.connect(self._place)
        session.photo_opened.connect(self._place)
        self._show.setChecked(session.timeline.shown)  # the window is built anew, the session goes on

    def _place(self, *_: object) -> None:
        """There while it is wanted, and there is a photo."""
        looked_at = self._show.isChecked() and self._session.document.photo is not None
        there = looked_at and not self._alone.isChecked()
        if there and self.strip is None:
            self.strip = self._made()
            self._viewer.put_below(self.strip)
        if self.strip is not None:
            self.strip.setVisible(there)
        timeline = self._session.timeline
        if looked_at and not timeline.shown and timeline.trouble is not None:
            self._session.failed.emit(timeline.trouble)
        timeline.show(looked_at)

    def _made(self) -> QWidget:
        from gui.timeline.strip import TimelineStrip

        strip = TimelineStrip(self._session.timeline, self._session.document.table, self._film)
        strip.closed.connect(lambda: self._show.setChecked(False))
        strip.load_requested.connect(self._ask_take)
        strip.bake_requested.connect(self._session.takes.bake)
        return strip

    def _ask_take(self) -> None:
        """Ask for a recording, or a video, and load it."""
        settings = QSettings()
        recordings = " ".join(f"*{suffix}" for suffix in RECORDINGS)
        videos = " ".join(f"*{suffix}" for suffix in VIDEOS)
        kinds = ";;".join((self.tr("Recordings and videos ({0})").format(f"{recordings} {videos}"),
                           self.tr("All files (*)")))
        name, _ = QFileDialog.getOpenFileName(self._viewer, self.tr("Load a take"),
                                              str(settings.value("folders/take", "")), kinds)
        if name:
            settings.setValue("folders/take", str(Path(name).parent))
            self._session.takes.load(Path(name))
