"""The status bar: what runs and can be stopped, how far the face is from itself, zoom, and what draws."""

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from engine.base.jobs import Progress
from gui.controls.label import ElidedLabel, Label
from gui.controls.tip import set_tip
from gui.model.engine_thread import EngineThread, JobTicket
from gui.model.lanes import Rank
from gui.style.scale import px
from gui.style.theme import tokens
from gui.window.job_picture import JobPicture
from gui.words.engine_texts import shown
from gui.words.plain import unmarked

SHOW_AFTER = 0.5
"""Seconds before a job's progress is shown: what is quicker would only flicker."""

SHOW_FOR = 0.5
"""Seconds it then stays at least."""

NEAR, FAR = 0.35, 0.5
"""dlib distances between the edited and the original face: below the first it is surely the same person, above the
second other people start to be as near (the model's own threshold is 0.6)."""


class JobStrip(QWidget):
    """The running job's title, bar and Cancel. It comes late and leaves late, so that it never flickers."""

    def __init__(self, engine: EngineThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticket: JobTicket | None = None
        self._shown_at = 0.0
        self.picture = JobPicture()
        self.title = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setProperty("thin", "true")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setProperty("flat", "true")
        self.cancel_button.setFixedHeight(px(22))
        self.cancel_button.setStyleSheet(f"padding: 0 8px; min-height: {px(20)}px;")
        self.cancel_button.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.picture, self.title, self.bar, self.cancel_button):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._late, self._linger = QTimer(self), QTimer(self)
        for timer, slot in ((self._late, self._appear), (self._linger, self._leave)):
            timer.setSingleShot(True)
            timer.timeout.connect(slot)
        self.hide()
        self._engine = engine
        self._resume()
        engine.job_started.connect(self._started)
        engine.job_progress.connect(self._progress)
        engine.job_ended.connect(self._ended)

    def _started(self, ticket: JobTicket) -> None:
        if not ticket.rank.shown:
            return
        self._ticket = ticket
        self._linger.stop()
        self.picture.clear()
        self.title.setText(ticket.title)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        if not self.isVisible():
            self._late.start(round(SHOW_AFTER * 1000))

    def _appear(self) -> None:
        if self._ticket is not None:
            self._shown_at = time.monotonic()
            self.show()

    def _progress(self, ticket: JobTicket, progress: Progress) -> None:
        if ticket is not self._ticket:
            return
        if progress.preview is not None:
            self.picture.show_picture(progress.preview)
        self.bar.setRange(0, 1000 if progress.total > 0 else 0)
        if progress.total > 0:
            self.bar.setValue(round(1000 * min(1.0, progress.done / progress.total)))
        if progress.message and not ticket.cancelling:
            words = shown(progress.message)
            counts = ticket.rank is Rank.PATIENT and progress.total > 0 and not any(map(str.isdigit, words))
            count = f" {int(progress.done)}/{int(progress.total)}" if counts else ""
            self.title.setText(f"{ticket.title} · {words}{count}")

    def _cancel(self) -> None:
        if self._ticket is not None:
            self.cancel_button.setEnabled(False)
            self.title.setText(self.tr("Stopping…"))
            self._ticket.cancel()

    def _ended(self, ticket: JobTicket) -> None:
        if ticket is self._ticket:
            self._ticket = None
            self._late.stop()
            self._linger.start(max(0, round((self._shown_at + SHOW_FOR - time.monotonic()) * 1000)))
            self._resume()

    def _resume(self) -> None:
        """Show a job that is under way already: it has stepped aside for one that has ended, or is older than this."""
        for ticket in self._engine.under_way[-1:]:
            self._started(ticket)
            if ticket.latest is not None:
                self._progress(ticket, ticket.latest)

    def _leave(self) -> None:
        self.hide()


class StatusBar(QStatusBar):
    """Left: the job, or a passing message. Right: identity, zoom, device. What is said of a frame stands on it."""

    device_clicked = Signal()
    zoom_clicked = Signal()

    def __init__(self, engine: EngineThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.jobs = JobStrip(engine)
        self.addWidget(self.jobs, 1)
        self.identity = Label()
        set_tip(self.identity, self.tr(
            "How far the edited face is from the original, by a face recogniser. Up to 0.35: surely the same person."))
        self.zoom = self._button(self.tr("Zoom"))
        self.zoom.clicked.connect(self.zoom_clicked)
        self.device = self._button(self.tr("What the engine runs on"))
        self.device.clicked.connect(self.device_clicked)
        self.device.setText(self.tr("Starting…"))
        for widget in (self.identity, self.zoom, self.device):
            self.addPermanentWidget(widget)
        self.identity.hide()

    def _button(self, text: str) -> QToolButton:
        button = QToolButton()
        set_tip(button, text)
        button.setAccessibleName(text)
        button.setStyleSheet("QToolButton { padding: 1px 6px; border-radius: 4px; }")
        return button

    def show_identity(self, distance: float | None) -> None:
        """The distance to the original face; None hides the meter."""
        self.identity.setVisible(distance is not None)
        if distance is not None:
            colours = tokens()
            colour = colours.good if distance <= NEAR else colours.warn if distance <= FAR else colours.bad
            self.identity.set_dotted(colour, self.tr("Identity {0}").format(f"{distance:.2f}"))

    def show_zoom(self, zoom: float | None) -> None:
        self.zoom.setText("" if zoom is None else f"{zoom * 100:.0f} %")
        self.zoom.setVisible(zoom is not None)

    def show_device(self, text: str) -> None:
        """The device in few words; all of them are in the tooltip."""
        self.device.setText(unmarked(short_device(text)))
        set_tip(self.device, self.tr("The engine draws with: {0}").format(text))


def short_device(text: str) -> str:
    """A renderer's name without its build details: "llvmpipe (LLVM 15.0.6, 256 bits) (software)" → "llvmpipe"."""
    return text.split(" (")[0].split("/")[0].removeprefix("NVIDIA ").strip() or text
