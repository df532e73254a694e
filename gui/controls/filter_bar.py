"""The bar above a panel's rows: which of them are shown, and the way back to all of them."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from engine.base.controls import Control
from engine.base.text import Text
from gui.controls.glyphs import GlyphButton
from gui.controls.label import Label, set_role
from gui.words import language
from gui.words.plain import short


class FilterBar(QWidget):
    """A field to search by, "changed only", "favourites only", and "reset all". While one of the two is on, a line
    below says so, says how many rows are left, and shows all again.

    changed: other rows may pass.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter_box = QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True)
        self.filter_box.setObjectName("filterBox")
        self.filter_box.setAcceptDrops(False)  # a picture dropped here is for the window to open
        self.filter_box.setAccessibleName(self.tr("Filter the sliders"))
        self.changed_only = GlyphButton("changed", self.tr("Show only what is changed"), checked_glyph="changed")
        self.favourites_only = GlyphButton("star", self.tr("Show only favourites"), checked_glyph="star_full")
        self.reset_button = GlyphButton("reset", Text("Reset all"))
        self.changed_only.set_marked()
        self.favourites_only.set_marked()
        self.filter_box.textChanged.connect(self._changed)
        self.changed_only.toggled.connect(self._changed)
        self.favourites_only.toggled.connect(self._changed)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(6, 4, 6, 4)
        self._row.setSpacing(4)
        self._row.addWidget(self.filter_box, 1)
        for button in (self.changed_only, self.favourites_only, self.reset_button):
            self._row.addWidget(button)
        self.state = Label()
        set_role(self.state, "accent")
        self.all_button = QPushButton(self.tr("Show all"))
        self.all_button.setProperty("small", True)
        self.all_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes with its click, and the focus would go on
        self.all_button.clicked.connect(self.show_all)
        self.line = QWidget()
        line = QHBoxLayout(self.line)
        line.setContentsMargins(12, 0, 6, 5)
        line.addWidget(self.state, 1)
        line.addWidget(self.all_button)
        self.line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self.line)

    def add_button(self, button: QWidget) -> None:
        """One more, right of the field."""
        self._row.insertWidget(1, button)

    def _changed(self) -> None:
        self.line.setVisible(self.changed_only.isChecked() or self.favourites_only.isChecked())
        self.changed.emit()

    @property
    def words(self) -> list[str]:
        return self.filter_box.text().casefold().split()

    @property
    def is_on(self) -> bool:
        """Whether only some rows are asked for."""
        return bool(self.words) or self.changed_only.isChecked() or self.favourites_only.isChecked()

    def show_all(self) -> None:
        self.filter_box.clear()
        self.changed_only.setChecked(False)
        self.favourites_only.setChecked(False)

    def passes(self, name: str, text: str, controls: Sequence[Control], values: Mapping[str, float],
               favourites: Collection[str]) -> bool:
        """Whether a row is to be shown. text: all that may be searched of it, as `searchable` has it. values: that are
        not at default."""
        if self.changed_only.isChecked() and not any(control.id in values for control in controls):
            return False
        if self.favourites_only.isChecked() and name not in favourites:
            return False
        return all(word in text for word in self.words)

    def show_count(self, shown: int, of: int) -> None:
        """How many rows pass, in the line below."""
        if self.changed_only.isChecked() and self.favourites_only.isChecked():
            words = self.tr("Changed favourites only: {0} of {1}")
        elif self.changed_only.isChecked():
            words = self.tr("Changed only: {0} of {1}")
        else:
            words = self.tr("Favourites only: {0} of {1}")
        self.state.setText(words.format(shown, of))

    def nothing(self, has_favourites: bool) -> str:
        """Why no row is shown."""
        if self.words and (self.changed_only.isChecked() or self.favourites_only.isChecked()):
            return self.tr("Nothing of what is shown is called “{0}”.").format(short(self.filter_box.text().strip()))
        if self.words:
            return self.tr("Nothing is called “{0}”.").format(short(self.filter_box.text().strip()))
        if self.favourites_only.isChecked() and not has_favourites:
            return self.tr("There are no favourites yet. The star before a name makes it one.")
        if self.favourites_only.isChecked():
            return self.tr("None of the favourites is changed.")
        return self.tr("Nothing is changed yet.")


def searchable(name: str, controls: Sequence[Control]) -> str:
    """Everything a filter word may match, in English and in the language in use."""
    parts = [name]
    for control in controls:
        parts += [control.id, control.label, control.group, control.help, *control.ends,
                  language.control_label(control), language.control_help(control),
                  language.translated("controls", control.group)]
        for choice in control.choices:
            parts += [choice.word, choice.label, language.translated("controls", choice.label)]
    return "\n".join(parts).casefold()
