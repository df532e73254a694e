"""Message boxes: what they say is plain text, and their signs are ours."""

from collections.abc import Callable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from engine.base.errors import EngineError
from gui.style.icons import pixmap
from gui.style.theme import tokens
from gui.words.engine_texts import sentence
from gui.words.plain import literal, unmarked

_SIDE = 32
"""Of the sign, logical pixels."""


class MessageBox(QMessageBox):
    """A question, or something that went wrong."""

    def __init__(self, sign: QMessageBox.Icon, title: str, text: str, more: str = "",
                 buttons: QMessageBox.StandardButton = QMessageBox.StandardButton.Ok,
                 parent: QWidget | None = None) -> None:
        """more: below the text, smaller."""
        super().__init__(sign, title, literal(text), buttons, parent)
        self.setInformativeText(literal(more))
        name, colour = _sign(sign)
        self.setIconPixmap(pixmap(name, _SIDE, self.devicePixelRatioF(), colour))
        for button in self.buttons():
            button.setIcon(QIcon())  # the style's own, of another hand


class FailureBox(MessageBox):
    """What somebody asked for failed; where something can be done about it, by a button."""

    def __init__(self, title: str, error: EngineError, offer: tuple[str, Callable[[], object]] | None,
                 parent: QWidget) -> None:
        """offer: the words on the button and what it does, once the box is closed."""
        super().__init__(QMessageBox.Icon.Warning, title, sentence(error.message), sentence(error.hint), parent=parent)
        self.remedy: QAbstractButton | None = None
        self._act = offer[1] if offer is not None else None
        if offer is not None:
            self.remedy = self.addButton(unmarked(offer[0]), QMessageBox.ButtonRole.ActionRole)
        self.finished.connect(self._end)

    def _end(self) -> None:
        self.deleteLater()
        if self._act is not None and self.clickedButton() is self.remedy:
            self._act()


def _sign(sign: QMessageBox.Icon) -> tuple[str, str]:
    """Our icon for one of Qt's, and its colour."""
    colours = tokens()
    return {QMessageBox.Icon.Question: ("question", colours.accent),
            QMessageBox.Icon.Warning: ("warning", colours.warn),
            QMessageBox.Icon.Critical: ("warning", colours.bad)}.get(sign, ("about", colours.accent))


def is_sure(parent: QWidget | None, title: str, question: str) -> bool:
    """Yes or no; Enter, pressed once too often, says no."""
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    box = MessageBox(QMessageBox.Icon.Question, title, question, "", yes | no, parent)
    box.setDefaultButton(no)
    answer = box.exec()
    box.deleteLater()
    return answer == yes
