"""The number at the end of a slider: click it, type, press Enter."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.base.controls import Control
from engine.base.errors import UsageError
from gui.controls.context_menu import menu_place
from gui.controls.gesture import ValueControl
from gui.controls.ink import ink, mix
from gui.controls.tip import show_tip
from gui.controls.wheel import PointerRest, WheelSteps
from gui.style.scale import px
from gui.words import number

_LEFT, _RIGHT = 2, 4
"""Room beside the number, px."""
_WIDEST = 110
"""Most that a value's name gets, px at the usual font size."""
LETTER = 12
"""Room for the letter of a side before the number, at the usual font size."""


def number_width(control: Control, metrics: QFontMetrics) -> int:
    """What the widest number of a control needs in a field, px; long names are cut."""
    least = 0.4 * number.quantum(control)  # written with a digit more, since it is not nothing
    values = [control.minimum, control.maximum, control.default, *(choice.value for choice in control.choices)]
    values += [value for value in (least, -least)
               if not control.whole and control.minimum <= value <= control.maximum]
    widest = max(metrics.horizontalAdvance(number.written(control, value)) for value in values)
    return min(widest, px(_WIDEST)) + _LEFT + _RIGHT


class ValueField(QWidget):
    """Shows a control's value; turns into an editor when clicked or when the slider is typed at.

    `entered(value)`: a checked value was committed (Enter, or leaving the editor). Escape and nonsense change nothing.
    `turned(steps, modifiers)`: by the wheel, while the pointer rests on the number.
    `menu_requested(global position)`: right click on the number.
    """

    entered = Signal(float)
    turned = Signal(int, object)
    closed = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, control: Control, parent: QWidget | None = None, centred: bool = False) -> None:
        """centred: under a knob, instead of at the end of a line."""
        super().__init__(parent)
        self.control = control
        self._centred = centred
        self._value = control.default
        self._letter = ""
        self._steps, self._rest = WheelSteps(), PointerRest(self)
        self._editor: QLineEdit | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def editor(self) -> QLineEdit | None:
        """The editor while somebody types, else None."""
        return self._editor

    def show_value(self, value: float) -> None:
        if value != self._value:
            self._value = value
            self.update()

    def set_letter(self, letter: str) -> None:
        """Which side the number is of, "" where there is one number only."""
        if letter != self._letter:
            self._letter = letter
            self.update()

    @property
    def letter(self) -> str:
        return self._letter

    def text(self) -> str:
        return number.written(self.control, self._value)

    def edit(self, typed: str = "") -> None:
        """Open the editor on the number; `typed` replaces it (the key that opened it)."""
        if self._editor is not None or not self.isEnabled():
            return
        editor = self._editor = QLineEdit(self)
        editor.setObjectName("valueEditor")
        editor.setAcceptDrops(False)  # a picture dropped here is for the window to open
        editor.setStyleSheet("QLineEdit { padding: 0 3px; min-height: 0; border-radius: 4px; }")  # fits the row
        editor.setAlignment(self._aligned())
        names = (number.name(self.control, choice.value) for choice in self.control.choices)
        editor.setMaxLength(max(24, *map(len, names), 0))
        editor.setText(typed or number.name(self.control, self._value)
                       or f"{self._value:.{number.decimals(self.control)}f}")
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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._rest.moved()
        event.accept()

    def leaveEvent(self, event) -> None:  # noqa: N802
        self._rest.left()
        self._steps.forget()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self._editor is not None or not self._rest.takes(event):
            event.ignore()  # the panel scrolls
            return
        event.accept()
        self.turned.emit(self._steps.add(event, across=True), event.modifiers())

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
        if self._letter or self.underMouse() and self.isEnabled():  # what stands together, is on one plate
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(colours.paper, colours.text, 0.16 if self.underMouse() else 0.09))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1 if self._letter else 0, 1, 0, -1), 3, 3)
        room = self.rect().adjusted(_LEFT, 0, -_LEFT if self._centred else -_RIGHT, 0)
        if self._letter:
            painter.setPen(colours.faint)
            painter.drawText(room.adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                             self._letter)
        painter.setPen(colours.text if self._value != self.control.default or self.underMouse() else colours.faint)
        painter.drawText(room, self._aligned(),
                         painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width()))

    def _aligned(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


def join(control: ValueControl, field: ValueField) -> None:
    """A slider or knob and its number: what is typed at the one opens the other, and a wheel on the number turns it."""
    control.edit_requested.connect(field.edit)
    field.turned.connect(control.turn)
    field.closed.connect(lambda: control.setFocus(Qt.FocusReason.OtherFocusReason))
