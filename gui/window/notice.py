"""One line above the canvas that says what went wrong and what to do, or what is to be known of a photo; it never
stands in the way."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.errors import EngineError
from engine.base.text import Text
from gui.controls.label import Label, label
from gui.controls.tip import set_tip
from gui.style.icons import icon, pixmap
from gui.style.theme import tokens
from gui.window.remedies import Remedies
from gui.words.engine_texts import sentence, shown_error
from gui.words.plain import unmarked


class Notice(QWidget):
    """Shows the newest error, or note, until it is closed or something goes well."""

    dismissed = Signal()

    def __init__(self, remedies: Remedies, parent: QWidget | None = None) -> None:
        """remedies: what is offered against an error."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("notice")
        self.error: EngineError | None = None
        self._remedies = remedies
        self._remedy: Callable[[], object] | None = None
        self._sign = Label()
        self.text = label("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hint = label("", "small")
        self.details = QPushButton(self.tr("Details"))
        self.details.setProperty("flat", "true")
        self.details.clicked.connect(self._show_details)
        self.remedy = QPushButton()
        self.remedy.clicked.connect(self._apply_remedy)
        self.remedy.hide()
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setIconSize(QSize(16, 16))
        set_tip(close, self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.details)
        layout.addWidget(self.remedy)
        layout.addWidget(close)
        self.hide()

    def tell(self, text: Text, remedy: str, action: Callable[[], object]) -> None:
        """Something that went well but leaves something to do. remedy: the words for doing it."""
        self.show_error(EngineError(text))
        self._colour(tokens().accent)
        self._offer(remedy, action)

    def show_error(self, error: EngineError) -> None:
        self.error = error
        self._colour(tokens().bad)
        self._offer(*self._remedies.offer(error) or ("", None))
        self.text.setText(sentence(error.message))
        self.hint.setText(sentence(error.hint))
        self.hint.setVisible(bool(self.hint.text()))
        self.details.setVisible(bool(error.detail))
        self.setAccessibleName(shown_error(error))
        self.show()

    def _offer(self, words: str, action: Callable[[], object] | None) -> None:
        self._remedy = action
        self.remedy.setText(unmarked(words))
        self.remedy.setVisible(action is not None)

    def _apply_remedy(self) -> None:
        if self._remedy is not None:
            self._remedy()

    def show_note(self, note: Text) -> None:
        """What is to be known though nothing went wrong."""
        self.show_error(EngineError(note))
        self._colour(tokens().warn)

    def _colour(self, colour: str) -> None:
        colours = tokens()
        self.setStyleSheet(f"#notice {{ background: {colours.raised}; border-bottom: 1px solid {colours.line}; "
                           f"border-left: 4px solid {colour}; }}")
        self._sign.setPixmap(pixmap("warning", 20, self.devicePixelRatioF(), colour))

    def dismiss(self) -> None:
        if self.error is not None:
            self.error = None
            self.hide()
            self.dismissed.emit()

    def _show_details(self) -> None:
        if self.error is not None:
            DetailDialog(self.error, self.window()).open()


class DetailDialog(QDialog):
    """The technical text of an error, to be copied into a report."""

    def __init__(self, error: EngineError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Details"))
        self.resize(720, 420)
        title = label(sentence(error.message), "heading")
        self.text = QPlainTextEdit(error.detail)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        copy = QPushButton(self.tr("Copy"))
        copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for widget in (title, self.text):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
