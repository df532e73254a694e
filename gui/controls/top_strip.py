"""What stands above a panel's rows: a head that always shows, and a body that folds away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.controls.group_header import GroupHeader
from gui.controls.label import rule


class TopStrip(QWidget):
    """`folded(open)`: somebody folded or unfolded it. What the head holds beside its title stays in reach."""

    folded = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self.header = GroupHeader(title)
        self.header.toggled.connect(self._toggle)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 6, 0)
        self.head.setSpacing(4)
        self.head.addWidget(self.header)
        self.body = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.body)
        column.addWidget(rule())

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        self._open = is_open
        self.body.setVisible(is_open)
        self.header.set_state(is_open, 0)

    def _toggle(self) -> None:
        self.set_open(not self._open)
        self.folded.emit(self._open)

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through, in reading order."""
        return [self.header]
