"""What our dialogs look alike in: margins, a heading, a row of buttons; and a line of progress for a job."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QPushButton, QStyle, QVBoxLayout, QWidget

from engine.base.errors import EngineError
from engine.base.jobs import Progress
from gui.controls.label import ElidedLabel, label, set_role
from gui.controls.wheel import ScrollArea
from gui.model.ask import Ask
from gui.style.scale import px
from gui.words.duration import left
from gui.words.engine_texts import shown, shown_error
from gui.words.plain import unmarked

_LEAST = 120
"""Pixels of height of a page on the smallest screen."""


class Dialog(QDialog):
    """A dialog that goes away for good when closed. Subclasses fill `body`, and `buttons` from the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(self.body, 1)
        layout.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        self.resize(self.size().boundedTo(self.screen().availableSize() - QSize(0, title)))  # the rest scrolls within

    def button(self, text: str, action: Callable[[], object], default: bool = False) -> QPushButton:
        """Add a button at the right end."""
        button = QPushButton(unmarked(text))
        button.setDefault(default)
        button.setAutoDefault(default)
        button.clicked.connect(lambda: action())
        self.buttons.addWidget(button)
        return button


class Page(ScrollArea):
    """A part of a dialog that is as large as what it holds, and scrolls where the screen is smaller."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(held)
        held.setAutoFillBackground(False)  # which setWidget has just set
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._held.sizeHint() + QSize(self._bar, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._held.minimumSizeHint().width() + self._bar, px(_LEAST))

    @property
    def _bar(self) -> int:
        """Pixels that the scroll bar takes when it comes."""
        return self.verticalScrollBar().sizeHint().width()


class JobLine(QWidget):
    """A thin bar, what is being done, and Cancel; hidden while there is no job."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask: Ask[Any] | None = None
        self.bar = QProgressBar()
        self.bar.setProperty("thin", True)
        self.bar.setTextVisible(False)
        self.text = ElidedLabel()
        self.text.setProperty("role", "small")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self._cancel)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.text)
        words.addWidget(self.bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(self.cancel)
        self.hide()

    @property
    def busy(self) -> bool:
        return self.ask is not None and self.ask.active

    def watch(self, ask: Ask[Any]) -> None:
        """Show this job until it ends."""
        self.ask = ask
        self.text.setText(ask.title)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()
        ask.progress(self._progress).ended(self._end)

    def _progress(self, progress: Progress) -> None:
        title, fraction, rest = "", None, None
        if self.ask is not None:
            title, fraction, rest = self.ask.title, self.ask.ticket.fraction, self.ask.ticket.left
        self.bar.setRange(0, 0 if fraction is None else 1000)
        self.bar.setValue(0 if fraction is None else round(1000 * fraction))
        words = shown(progress.message)
        said = f"{title}: {words}" if words else title
        self.text.setText(f"{said} · {left(rest)}" if rest is not None else said)

    def _cancel(self) -> None:
        if self.ask is not None:
            self.cancel.setEnabled(False)
            self.ask.cancel()

    def _end(self) -> None:
        self.ask = None
        self.hide()
        self.ended.emit()


class JobDialog(Dialog):
    """A dialog that runs one job at a time: `job` shows it, `report` says what came of it. Subclasses place both."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.job = JobLine()
        self.report = label("")
        self.report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.report.hide()

    def say(self, text: str, role: str) -> None:
        """Say what came of it; role as in `label`."""
        self.report.setText(text)
        set_role(self.report, role)
        self.report.show()

    def say_failed(self, error: EngineError) -> None:
        self.say(shown_error(error), "bad")

    def reject(self) -> None:
        """Closing the dialog stops its job."""
        if self.job.ask is not None:
            self.job.ask.cancel()
        super().reject()
