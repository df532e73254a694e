"""One calm line on what is to be known of the head: what it is made without, and what would help."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from engine.base.note import Note
from engine.base.remedy import Cure
from gui.controls.state_line import BETWEEN, StateLine
from gui.controls.tip import set_tip
from gui.style.theme import tokens
from gui.words.engine_texts import sentence


class HeadNotes(QWidget):
    """There while there is something to say. model_requested: one that would help, by its id."""

    model_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headNotes")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        ground = QColor(tokens().raised)
        self.setStyleSheet(f"#headNotes {{ background: rgba({ground.red()}, {ground.green()}, {ground.blue()}, 200); "
                           "border-radius: 6px; }")
        self.line, self.remedy = StateLine(), QPushButton(self.tr("Get…"))
        self._told: list[tuple[object, ...]] = []
        self._model = ""
        self.remedy.setProperty("flat", "true")
        self.remedy.setAutoDefault(False)
        self.remedy.clicked.connect(lambda: self.model_requested.emit(self._model))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.remedy)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """In their order: where there is little room the first is seen."""
        told = {_told(note): note for note in notes}
        ordered = tuple(told.values())
        if list(told) == self._told:
            return
        self._told = list(told)
        cures = [note.remedy for note in ordered if note.remedy is not None and note.remedy.cure is Cure.MODEL]
        colour = tokens().warn if cures else tokens().accent
        self.line.say(BETWEEN.join(sentence(note.brief) for note in ordered), colour,
                      "\n".join(sentence(note) for note in ordered))
        self._model = cures[0].what if cures else ""
        what = self.tr("Get the model {0}, which helps…").format(self._model) if cures else ""
        set_tip(self.remedy, what)
        self.remedy.setAccessibleName(what)
        self.remedy.setVisible(bool(cures))
        self.setVisible(bool(ordered))


def _told(note: Note) -> tuple[object, ...]:
    """By what two notes differ: as strings they are their sentences alone."""
    remedy = note.remedy
    return str(note), str(note.brief), None if remedy is None else (str(remedy), remedy.cure, remedy.what)
