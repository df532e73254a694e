"""A row of buttons of which those that find no room are in one menu at its end; nothing is ever cut."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from gui.controls.tip import set_tip
from gui.style.icons import icon
from gui.words.plain import unmarked

ICON = QSize(18, 18)
_SPACING = 2


@dataclass(frozen=True)
class _Place:
    """rank: what has the highest goes into the menu first, all of it; 0 never goes, and a line (-1) with its
    neighbours. action: what it is there."""

    widget: QWidget
    rank: int
    action: QAction | None


class ToolRow(QWidget):
    """Filled from the left; `fit` says how much room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[_Place] = []
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setIconSize(ICON)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_tip(self.more, self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.menu_ = QMenu(self)
        self.more.setMenu(self.menu_)
        self._note = QAction(self)
        self._note.setEnabled(False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SPACING)
        self._row.addWidget(self.more)
        self.more.hide()

    def add(self, widget: QWidget, rank: int = 0, action: QAction | None = None) -> None:
        self._places.append(_Place(widget, rank, action))
        self._row.insertWidget(self._row.count() - 1, widget)

    def add_action(self, action: QAction, rank: int) -> QToolButton:
        """A button for a command; its picture alone, its words are in the tooltip."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(ICON)
        button.setAccessibleName(action.text())
        self.add(button, rank, action)
        return button

    def add_line(self) -> None:
        """Between two groups."""
        line = QFrame()
        line.setObjectName("barLine")
        line.setFixedSize(9, 18)
        self.add(line, -1)

    @property
    def left_out(self) -> list[QAction]:
        """What is in the menu."""
        return [place.action for place in self._places if place.action is not None and place.widget.isHidden()]

    def fit(self, width: int, note: str = "") -> None:
        """Show what has room in so many pixels, the rest in the menu. note: words that have no room elsewhere, for the
        menu, too."""
        shown = list(self._places)
        while self._width(shown, bool(note)) > width:
            last = max((place.rank for place in shown), default=0)
            if last <= 0:
                break
            shown = [place for place in shown if place.rank != last]
        shown = _without_loose_lines(shown)
        for place in self._places:
            place.widget.setVisible(place in shown)
        self._note.setText(unmarked(note))
        entries = [*self.left_out, *([self._note] if note else [])]
        if entries != self.menu_.actions():
            self.menu_.clear()
            self.menu_.addActions(entries)
        self.more.setVisible(bool(entries))

    def _width(self, shown: list[_Place], noted: bool) -> int:
        """Pixels these take, with the menu's button if there is anything in it."""
        kept = [place.widget for place in _without_loose_lines(shown)]
        if noted or len(shown) < len(self._places):
            kept.append(self.more)
        return sum(max(widget.sizeHint().width(), widget.minimumWidth()) + _SPACING for widget in kept) - _SPACING


def _without_loose_lines(shown: list[_Place]) -> list[_Place]:
    """The same without a line that has nothing at its left or right."""
    kept: list[_Place] = []
    for place in shown:
        if place.rank >= 0 or (kept and kept[-1].rank >= 0):
            kept.append(place)
    return kept[:-1] if kept and kept[-1].rank < 0 else kept
