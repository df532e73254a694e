"""Message boxes: what they say is plain text, and their signs are ours."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.style.icons import pixmap
from gui.style.theme import tokens
from gui.words.plain import literal

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
