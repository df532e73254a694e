"""Help, a page within the program: first steps, what hands do where, every shortcut; searchable."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from gui.controls.help_topic import Topic
from gui.controls.key_caps import KeyCaps
from gui.controls.label import Label, label
from gui.controls.wheel import ScrollArea
from gui.dialogs.first_steps import FIRST_STEPS, FirstStep
from gui.dialogs.job_dialog import Dialog
from gui.style.icons import pixmap
from gui.style.scale import px
from gui.style.theme import tokens
from gui.words.engine_texts import shown

_PICTURE = 22


class HelpDialog(Dialog):
    """Stands beside the window, which goes on working."""

    def __init__(self, topics: Sequence[Topic], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(px(640), px(680))
        self.filter_box = QLineEdit(placeholderText=self.tr("Search in help"), clearButtonEnabled=True)
        self.filter_box.setAccessibleName(self.tr("Search in help"))
        self.filter_box.textChanged.connect(self._filter)
        self.sections = [_Steps(self.tr("First steps"), FIRST_STEPS, self.devicePixelRatioF()),
                         *(_Keys(topic) for topic in topics)]
        self._nothing = label(self.tr("Nothing in help has these words."), "dim")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(px(22))
        for widget in (*self.sections, self._nothing):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = ScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        for widget in (page, self.area.viewport()):
            widget.setAutoFillBackground(False)  # on the dialog's own ground
        self.area.setAccessibleName(self.tr("Help"))
        self.body.addWidget(self.filter_box)
        self.body.addWidget(self.area, 1)
        self.button(self.tr("Close"), self.accept)
        self.filter_box.setFocus()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        found = [section.show_only(words) for section in self.sections]
        self._nothing.setVisible(not any(found))


class _Section(QWidget):
    """A heading and lines below it; each line with the words it can be found by."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(14))
        self.grid.setVerticalSpacing(px(7))
        self.grid.setColumnStretch(1, 1)
        self.grid.addWidget(label(title, "heading"), 0, 0, 1, 2)
        self._title = title.casefold()
        self._lines: list[tuple[str, tuple[QWidget, ...]]] = []

    def add_line(self, text: str, sign: QWidget, words: QWidget) -> None:
        row = len(self._lines) + 1
        self.grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.grid.addWidget(words, row, 1)
        self._lines.append((f"{text} {self._title}".casefold(), (sign, words)))

    def show_only(self, words: Sequence[str]) -> bool:
        """Show the lines that have all these words; whether there is one."""
        any_there = False
        for text, widgets in self._lines:
            there = all(word in text for word in words)
            any_there = any_there or there
            for widget in widgets:
                widget.setVisible(there)
        self.setVisible(any_there)
        return any_there


class _Steps(_Section):
    def __init__(self, title: str, steps: Sequence[FirstStep], ratio: float) -> None:
        super().__init__(title)
        self.grid.setVerticalSpacing(px(12))
        for number, step in enumerate(steps, 1):
            sign = Label()
            sign.setPixmap(pixmap(step.picture, px(_PICTURE), ratio, tokens().accent))
            words, heading = QWidget(), label(f"{number}. {shown(step.title)}")
            column = QVBoxLayout(words)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(2))
            column.addWidget(heading)
            column.addWidget(label(shown(step.words), "dim"))
            self.add_line(f"{shown(step.title)} {shown(step.words)}", sign, words)


class _Keys(_Section):
    def __init__(self, topic: Topic) -> None:
        super().__init__(topic.title)
        self.grid.setColumnMinimumWidth(0, px(190))
        for entry in topic.entries:
            self.add_line(f"{entry.keys} {entry.does}", KeyCaps(entry), label(entry.does))
