"""The number at the end of a slider: click it, type, press Enter."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.base.controls import Control
from engine.base.errors import UsageError
from gui.controls.context_menu import menu_place
from gui.controls.ink import ink
from gui.controls.tip import show_tip
from gui.words import number


class ValueField(QWidget):
    """Shows a control's value; turns into an editor when clicked or when the slider is typed at.

    `entered(value)`: a checked value was committed (Enter, or leaving the editor). Escape and nonsense change nothing.
    `menu_requested(global position)`: right click on the number.
    """

    entered = Signal(float)
    closed = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, control: Control, parent: QWidget | None = None, centred: bool = False) -> None:
        """centred: small, under a knob, instead of at the end of a line."""
        super().__init__(parent)
        self.control = control
        self._centred = centred
        self._value = control.default
        self._other: float | None = None
        self._editor: QLineEdit | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def editor(self) -> QLineEdit | None:
        """The editor while somebody types, else None."""
        return self._editor

    def show_value(self, value: float, other: float | None = None) -> None:
        """other: the other side's value when a linked pair differs."""
        if (value, other) != (self._value, self._other):
            self._value, self._other = value, other
            self.update()

    def text(self) -> str:
        if self._other is None:
            return number.written(self.control, self._value)
        places = number.decimals(self.control)
        return " | ".join(f"{round(value, places):g}".replace("-", "−") for value in (self._value, self._other))

    def edit(self, typed: str = "") -> None:
        """Open the editor on the number; `typed` replaces it (the key that opened it)."""
        if self._editor is not None or not self.isEnabled():
            return
        editor = self._editor = QLineEdit(self)
        editor.setObjectName("valueEditor")
        editor.setAcceptDrops(False)  # a picture dropped here is for the window to open
        editor.setStyleSheet("QLineEdit { padding: 0 3px; min-height: 0; border-radius: 4px; }")  # fits the row
        editor.setAlignment(self._aligned())
        editor.setMaxLength(24)
        editor.setText(typed or f"{self._value:.{number.decimals(self.control)}f}")
        editor.setAccessibleName(self.accessibleName())
        editor.setGeometry(self.rect())
        editor.installEventFilter(self)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if not typed:
            editor.selectAll()

    def _commit(self, leaving: bool) -> None:
        if self._editor is None:
            return
        try:
            value = self.control.check(number.read(self.control, self._editor.text(), self._value))
        except UsageError:
            message = self.tr("Between {0} and {1}, please").format(
                number.written(self.control, self.control.minimum), number.written(self.control, self.control.maximum))
        except ValueError:
            message = self.tr("This is not a number")
        else:
            self._close()
            self.entered.emit(value)
            return
        if leaving:
            self._close()
        else:
            self._editor.selectAll()
        show_tip(self.mapToGlobal(QPoint(0, self.height())), message, self)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()
            self.update()
            self.closed.emit()

    def eventFilter(self, watched, event: QEvent) -> bool:  # noqa: N802
        if watched is self._editor:
            if isinstance(event, QFocusEvent):
                if event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
                    self._commit(leaving=True)
            elif event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # Escape and digits belong to the editor, not to the window's shortcuts
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self._commit(leaving=False)
                    return True
                if event.key() == Qt.Key.Key_Escape:
                    self._close()
                    return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_requested.emit(menu_place(event, self))
        event.accept()

    def resizeEvent(self, event) -> None:  # noqa: N802
        if self._editor is not None:
            self._editor.setGeometry(self.rect())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._editor is not None:
            return
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), 3, 3)
        room = self.rect().adjusted(2, 0, -2 if self._centred else -4, 0)
        changed = self._value != self.control.default or self._other is not None
        painter.setPen(colours.text if changed else colours.faint)
        aligned = self._aligned()
        if self._other is None:
            text = self.text()
            painter.setFont(self._fitting(text, room.width(), self.fontInfo().pixelSize() - 2 * self._centred))
            painter.drawText(room, aligned, text)
            return
        half = room.height() // 2  # left above right
        for top, value in ((room.top(), self._value), (room.top() + half, self._other)):
            text = number.written(self.control, value)
            painter.setFont(self._fitting(text, room.width(), min(half, 10)))
            painter.drawText(QRect(room.left(), top, room.width(), half), aligned, text)

    def _aligned(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _fitting(self, text: str, width: int, pixels: int) -> QFont:
        """The field's font at a size, smaller where the text would not fit."""
        font = QFont(self.font())
        font.setPixelSize(pixels)
        wide = QFontMetrics(font).horizontalAdvance(text)
        if wide > width:
            font.setPixelSize(max(8, pixels * width // wide))
        return font
