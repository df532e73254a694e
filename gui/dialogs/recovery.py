"""After a crash: the work that was kept, offered once, at the next start."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.jobs import on_thread, single
from engine.project.project_file import read_project
from engine.project.recovery import Snapshot
from gui.controls.label import Label
from gui.controls.line_list import LineList
from gui.controls.tip import set_tip
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank
from gui.words.engine_texts import shown_error
from gui.words.plain import short


class RecoveryDialog(QDialog):
    """Lists snapshots of editors that ended badly. After `exec`, `chosen` is the one to open, or None.

    Closing the window keeps everything for the next start; only Discard takes snapshots away.
    thread: reads what they were called; without one they go by when they were kept.
    """

    def __init__(self, snapshots: Sequence[Snapshot], parent: QWidget | None = None,
                 thread: EngineThread | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recover unsaved work"))
        self.setMinimumWidth(440)
        self.chosen: Snapshot | None = None
        self._snapshots = list(snapshots)
        title = Label(self.tr("Facewright did not end well last time"))
        title.setProperty("role", "title")
        text = Label(self.tr("This work was not saved, but it was kept. You can open it now, or leave it for later."))
        text.setWordWrap(True)
        text.setProperty("role", "dim")
        self.list = LineList()
        self.list.setAccessibleName(self.tr("Kept work"))
        for snapshot in self._snapshots:
            moment = QDateTime.fromSecsSinceEpoch(int(snapshot.saved_at))
            when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            item = QListWidgetItem(self.tr("Kept on {0}").format(when))
            item.setData(Qt.ItemDataRole.UserRole, snapshot)
            self.list.addItem(item)
            if thread is not None:
                self._ask_name(thread, snapshot, when)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self._open)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.later_button = QPushButton(self.tr("Later"))
        self.later_button.clicked.connect(self.reject)
        self.discard_button = QPushButton(self.tr("Discard"))
        self.discard_button.setProperty("flat", "true")
        self.discard_button.clicked.connect(self._discard)
        buttons = QHBoxLayout()
        buttons.addWidget(self.discard_button)
        buttons.addStretch(1)
        buttons.addWidget(self.later_button)
        buttons.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for widget in (title, text, self.list):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _current(self) -> Snapshot | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _ask_name(self, thread: EngineThread, snapshot: Snapshot, when: str) -> None:
        """What its project was called, or its photo if it was never saved; of one that cannot be read, that it cannot.
        It stays, too."""
        ask = Ask(self, "snapshot", lambda: on_thread(single(lambda: _name(snapshot))),
                  Rank.QUIET, lane=Lane.FILES)
        ask.then(lambda name: self._show(snapshot, self.tr("{0} · kept on {1}").format(short(name), when)))
        ask.failed(lambda error: self._show(snapshot, self.tr("Kept on {0} · cannot be read").format(when),
                                            shown_error(error)))
        ask.start(thread)

    def _show(self, snapshot: Snapshot, text: str, hint: str = "") -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == snapshot:
                item.setText(text)
                set_tip(item, hint)

    def _open(self) -> None:
        self.chosen = self._current()
        self.accept()

    def _discard(self) -> None:
        snapshot = self._current()
        if snapshot is not None:
            snapshot.discard()
            self.list.takeItem(self.list.currentRow())
        if self.list.count() == 0:
            self.reject()


def _name(snapshot: Snapshot) -> str:
    kept = read_project(snapshot.path)
    return kept.origin.path.name if kept.origin is not None else kept.photo.name
