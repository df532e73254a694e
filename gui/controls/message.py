"""Message boxes: what they say is plain text."""

from PySide6.QtWidgets import QMessageBox, QWidget

from gui.words.plain import literal


class MessageBox(QMessageBox):
    """A question, or something that went wrong."""

    def __init__(self, sign: QMessageBox.Icon, title: str, text: str, more: str = "",
                 buttons: QMessageBox.StandardButton = QMessageBox.StandardButton.Ok,
                 parent: QWidget | None = None) -> None:
        """more: below the text, smaller."""
        super().__init__(sign, title, literal(text), buttons, parent)
        self.setInformativeText(literal(more))


def is_sure(parent: QWidget, title: str, question: str) -> bool:
    """Yes or no; Enter, pressed once too often, says no."""
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox.question(parent, title, literal(question), yes | no, no) == yes
