"""What slider and knob share: one value, changed by hand, wheel or keys, with one beginning and one end per gesture."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from engine.base.controls import Control
from engine.base.typed_number import plain_digits
from gui.controls.context_menu import menu_place
from gui.controls.typed import typed
from gui.controls.wheel import HELD, WheelSteps, is_scrolled
from gui.words import number

_FINE = Qt.KeyboardModifier.ShiftModifier
_SNAP = Qt.KeyboardModifier.ControlModifier
_WHEEL_REST = 350  # ms without another notch that end a turn of the wheel
PACE = 16
"""Milliseconds between two values of a drag: a mouse tells of itself up to a thousand times a second, no screen shows
more than this, and every value costs the window's thread some milliseconds."""
_TYPED = "0123456789.,-+*"
_RESET_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_END_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_PAGES = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}


class ValueControl(QAbstractSlider):
    """Base of `Slider` and `Knob`.

    A `QAbstractSlider` only so that screen readers see a slider with a range and a value: its integers count the last
    digit that is shown, so that they are the shown number itself wherever that has no decimals. The value that counts
    is `amount`, a float in the control's unit; `value_text` is told to the reader whenever the keys change it.

    Keys: arrows one step, Page Up and Page Down a coarse one, Home the minimum, End the maximum, Delete or Backspace
    the default, Enter or a digit to type. The wheel: with Alt one step, with Ctrl a coarse one, with Shift a fine one;
    without, it scrolls (`ValueField`, the number, takes it).

    Signals: `gesture_started()`, then `changing(value)` on every tick, then `changed(value)` once at the end.
    `edit_requested(text)`: the artist wants to type (text is the first character, may be empty).
    `menu_requested(global position)`, `copy_requested()`, `paste_requested()`.
    `jump_retracted()`: the click whose `changed` came last was only the first half of a double-click; what it did
    counts for nothing, and a reset follows.
    """

    gesture_started = Signal()
    changing = Signal(float)
    changed = Signal(float)
    edit_requested = Signal(str)
    menu_requested = Signal(QPoint)
    jump_retracted = Signal()
    copy_requested = Signal()
    paste_requested = Signal()

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._amount = control.default
        self._before = control.default
        self._active = ""  # what moves it now: "", "drag", "wheel", "keys", or "once" when it is set at once
        self._moved = False
        self._raw = control.default  # where the hand is, before rounding; may lie past the ends
        self._last = QPointF()
        self._jumped: float | None = None  # value before the click that just moved the handle, without a drag
        self._other: float | None = None
        self._rest: QTimer | None = None
        self._pace: QTimer | None = None
        self._awaited: float | None = None  # where the hand is, while the control keeps to its pace
        self._wheel = WheelSteps()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._scale = 1.0 / number.quantum(control)
        self.setRange(round(control.minimum * self._scale), round(control.maximum * self._scale))
        self._show_value()
        self.valueChanged.connect(self._spoken)

    # -- the value ---------------------------------------------------------------------------------------------
    @property
    def amount(self) -> float:
        return self._amount

    def set_amount(self, value: float) -> None:
        """Show a value that came from elsewhere; no signal.

        When the hand is just moving this control, something overruled it (an undo, a reset): it loses its hold.
        """
        if value == self._amount:
            return
        self._active, self._jumped, self._awaited = "", None, None
        self._amount = value
        self._show_value()
        self.update()

    def apply(self, value: float) -> None:
        """A whole gesture at once: typed, pasted, reset."""
        self._end()
        if value == self._amount:
            return
        self._begin("once")
        self._move(value)
        self._end()

    def reset(self) -> None:
        """Back to the default, as one gesture."""
        self.apply(self.control.default)

    @property
    def other(self) -> float | None:
        """Where the other side of a linked pair stands when the two differ."""
        return self._other

    def set_other(self, value: float | None) -> None:
        if value != self._other:
            self._other = value
            self.update()

    @property
    def is_moving(self) -> bool:
        return bool(self._active)

    @property
    def in_steps(self) -> bool:
        """Whether it is moved a step at a time: those that follow each other soon are one in the history."""
        return self._active in ("keys", "wheel")

    def value_text(self) -> str:
        return number.written(self.control, self._amount)

    # -- one gesture -------------------------------------------------------------------------------------------
    def _begin(self, by: str) -> None:
        if self._active == by:
            return
        self._end()
        self._active, self._moved = by, False
        self._before = self._raw = self._amount
        self.gesture_started.emit()

    def _move(self, value: float) -> None:
        if value == self._amount:
            return
        self._amount = value
        self._moved = True
        self._show_value()
        self.update()
        self.changing.emit(value)
        if self._active in ("keys", "wheel", "once"):
            self._announce()

    def _end(self) -> None:
        if not self._active:
            return
        if self._rest is not None:
            self._rest.stop()
        if self._pace is not None:
            self._pace.stop()
        self._catch_up()
        if not self._active:
            return  # who heard of the last move ended the gesture, or overruled it
        self._active = ""
        self.update()
        if self._moved:
            self.changed.emit(self._amount)

    def _take_back(self) -> None:
        """Escape while moving: as if nothing had happened."""
        self._awaited = None
        self._move(self._before)
        self._end()

    def _placed(self, modifiers: Qt.KeyboardModifier) -> float:
        """The value where the hand is: snapped, fine, or with a small hold at the default."""
        if modifiers & _SNAP:
            return number.rounded(self.control, self._raw, number.snap_step(self.control))
        grid = number.quantum(self.control)
        if modifiers & _FINE:
            return number.rounded(self.control, self._raw, grid / 10.0)
        if abs(self._raw - self.control.default) <= 2.5 * self._per_pixel():
            return self.control.default
        return number.rounded(self.control, self._raw, grid)

    def _show_value(self) -> None:
        blocked = self.blockSignals(True)
        self.setValue(round(self._amount * self._scale))
        self.blockSignals(blocked)

    def _announce(self) -> None:
        """Read the number as it is shown; the integer that a reader sees has no decimals and no unit."""
        if QAccessible.isActive() and number.decimals(self.control):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.value_text()))

    def _spoken(self, count: int) -> None:
        """A screen reader moved the integer."""
        self.apply(number.rounded(self.control, count / self._scale, number.quantum(self.control)))

    # -- what slider and knob answer differently ---------------------------------------------------------------
    def _per_pixel(self) -> float:
        """Change of value per pixel of drag."""
        raise NotImplementedError

    def _travel(self, delta: QPointF) -> float:
        """Pixels of drag in the direction that raises the value."""
        raise NotImplementedError

    def _jump(self, position: QPointF) -> float | None:
        """The value under a press, or None when the press takes hold of the handle where it is."""
        return None

    # -- events ------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.RightButton:
            self._end()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._begin("drag")
            self._last = event.position()
            target = None if event.modifiers() & _FINE else self._jump(event.position())
            self._jumped = None
            if target is not None:
                before, self._raw = self._amount, target
                self._move(self._placed(event.modifiers()))
                self._jumped = before if self._moved else None
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._active != "drag":
            return
        travel = self._travel(event.position() - self._last)
        self._last = event.position()
        if travel:
            self._jumped = None
            self._raw += travel * self._per_pixel() * (0.1 if event.modifiers() & _FINE else 1.0)
            self._awaited = self._placed(event.modifiers())
            if self._pace is None:
                self._pace = QTimer(self, singleShot=True, interval=PACE)
                self._pace.timeout.connect(self._keep_pace)
            if not self._pace.isActive():
                self._keep_pace()

    def _keep_pace(self) -> None:
        """The first move of a hand counts at once; of those that follow within the pace, the last."""
        if self._catch_up() and self._pace is not None:
            self._pace.start()

    def _catch_up(self) -> bool:
        """Go where the hand is. Whether it had gone on."""
        value, self._awaited = self._awaited, None
        if value is not None:
            self._move(value)
        return value is not None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self._active == "drag":
            self._end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            if self._jumped is not None:
                self._end()
                self._amount, self._jumped = self._jumped, None
                self.jump_retracted.emit()
            self.reset()
        elif event.button() == Qt.MouseButton.RightButton:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_requested.emit(menu_place(event, self))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if not event.modifiers() & HELD or is_scrolled(self, event):
            event.ignore()  # the panel scrolls
            return
        event.accept()
        self.turn(self._wheel.add(event, across=True), event.modifiers())  # with Alt, Qt tells of a sideways turn

    def turn(self, steps: int, modifiers: Qt.KeyboardModifier) -> None:
        """Steps of a wheel, here or on the control's number; a gesture until it rests. The keys go here next."""
        if not steps:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._begin("wheel")
        self._nudge(steps, modifiers)
        if self._rest is None:
            self._rest = QTimer(self, singleShot=True, interval=_WHEEL_REST)
            self._rest.timeout.connect(self._end)
        self._rest.start()

    def _nudge(self, steps: float, modifiers: Qt.KeyboardModifier) -> None:
        step = self.control.step
        if modifiers & _FINE:
            step *= 0.1
        elif modifiers & _SNAP:
            step = number.snap_step(self.control)
        grid = step if modifiers & _SNAP else number.quantum(self.control) / (10.0 if modifiers & _FINE else 1.0)
        self._raw = self._amount + steps * step
        self._move(number.rounded(self.control, self._raw, grid))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._active:
            self._take_back()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif key in _STEPS:
            self._begin("keys")
            self._nudge(_STEPS[key], event.modifiers())
        elif key in _PAGES:
            self._begin("keys")
            self._nudge(_PAGES[key] * number.snap_step(self.control) / self.control.step, _no_modifiers())
        elif key in _RESET_KEYS:
            self.reset()
        elif key in _END_KEYS:
            self.apply(self.control.minimum if key == Qt.Key.Key_Home else self.control.maximum)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_requested.emit("")
        elif _begins_number(event):
            self.edit_requested.emit(event.text())
        else:
            # not QAbstractSlider's own keys: they would move the integer behind our back
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._active == "keys" and not event.isAutoRepeat():
            self._end()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._end()
        self._wheel.forget()
        super().focusOutEvent(event)

    def hideEvent(self, event) -> None:  # noqa: N802
        self._end()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._end()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        # The window's own shortcuts (a bare digit, Ctrl+C, Delete) must not win while a control has the focus.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()
            return True
        return super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            held = QGuiApplication.clipboard().mimeData()
            return held.hasText() and not held.hasImage() and not held.hasUrls()  # a picture is for the window to open
        if typed(event):
            return _begins_number(event)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        return Qt.Key(event.key()) in (*_STEPS, *_PAGES, *_RESET_KEYS, *_END_KEYS)


def _begins_number(event: QKeyEvent) -> bool:
    """Whether what is typed opens the number's field; full-width digits do, too."""
    text = plain_digits(typed(event))
    return bool(text) and text in _TYPED


def _no_modifiers() -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.NoModifier
