"""The presets as small pictures of this very face."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.controls import Control
from engine.expression.presets import Preset
from gui.controls.context_menu import ContextMenu, menu_place
from gui.controls.flow import FlowLayout
from gui.controls.ink import ink, mix
from gui.controls.label import Label
from gui.controls.row_menu import ValueMenu
from gui.controls.slider import Slider
from gui.controls.tip import set_tip
from gui.controls.value_field import ValueField
from gui.style.icons import icon
from gui.style.scale import px
from gui.words import language
from gui.words.plain import one_line, unmarked

PICTURE = 64
"""Side of a preset's picture, logical pixels."""

AMOUNT = Control(id="preset.amount", label="Amount", group="Presets", minimum=0.0, maximum=100.0, default=100.0,
                 step=5.0, unit="%", help="How much of a preset is taken.")


def _tile() -> QSize:
    """Room for a picture with its name."""
    return QSize(px(66), PICTURE + 6 + px(18))


class PresetTile(QAbstractButton):
    """A preset: its picture on this face, or a drawn stand-in until there is one, and its name."""

    delete_requested = Signal()
    add_requested = Signal()

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        self._picture: QPixmap | None = None
        label = one_line(preset.label_in(language.current_language()))
        self.label = label
        self.setText(unmarked(label))
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setMinimumSize(_tile())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        values = ", ".join(f"{name} {value:+g}" for name, value in preset.look.items())
        set_tip(self, f"{label}\n{values}\n" + self.tr("Shift: add to what is set"))

    def nextCheckState(self) -> None:  # noqa: N802 - which tile is lit follows the document, not the click
        pass

    def set_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.preset.own:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def menu(self) -> ContextMenu:
        menu = ContextMenu(self)
        menu.add(self.tr("Apply"), self.click, self.isEnabled())
        menu.add(self.tr("Add to what is set"), self.add_requested.emit, self.isEnabled())
        if self.preset.own:
            menu.addSeparator()
            menu.add(self.tr("Delete…"), self.delete_requested.emit)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu().open_at(menu_place(event, self))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF((self.width() - PICTURE) / 2, 3, PICTURE, PICTURE)
        clip = QPainterPath()
        clip.addRoundedRect(box, 6, 6)
        if self._picture is not None:
            painter.save()
            painter.setClipPath(clip)
            painter.setOpacity(1.0 if self.isEnabled() else 0.4)
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
            painter.restore()
        else:
            painter.fillPath(clip, colours.hover)
            _paint_stand_in(painter, box, mix(colours.paper, colours.text, 0.28))
        hot = self.underMouse() and self.isEnabled()
        if self.isChecked() or self.hasFocus() or hot:
            painter.setPen(QPen(colours.accent if self.isChecked() or self.hasFocus() else colours.faint,
                                2.0 if self.isChecked() else 1.25))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 7, 7)
        font = self.font()
        small = max(10, self.fontInfo().pixelSize() - 2)
        font.setPixelSize(small)
        wide = QFontMetrics(font).horizontalAdvance(self.label)
        if wide > self.width():  # a little smaller rather than cut short
            font.setPixelSize(max(small - 2, small * self.width() // wide))
        painter.setFont(font)
        painter.setPen(colours.text if self.isChecked() or hot else colours.faint if not self.isEnabled()
                       else mix(colours.text, colours.faint, 0.4))
        text = painter.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRect(0, PICTURE + 6, self.width(), px(18)), Qt.AlignmentFlag.AlignCenter, text)


def _paint_stand_in(painter: QPainter, box: QRectF, colour) -> None:
    """A head and shoulders, for as long as there is no picture."""
    painter.save()
    painter.setClipRect(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    centre = box.center()
    painter.drawEllipse(QRectF(centre.x() - 12, box.top() + 13, 24, 29))
    painter.drawEllipse(QRectF(centre.x() - 24, box.top() + 46, 48, 40))
    painter.restore()


class PresetStrip(QWidget):
    """Tiles, the amount that a click takes, and buttons to save and to copy an expression.

    `picked(preset)`: a click. `added(preset)`: with Shift, on top of what is set. `amount_changing(share)` and
    `amount_changed(share)`: the amount is moved (0..1), between `amount_started` and the end.
    """

    picked = Signal(object)
    added = Signal(object)
    amount_started = Signal()
    amount_changing = Signal(float)
    amount_changed = Signal(float)
    save_requested = Signal()
    copy_requested = Signal()
    delete_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: dict[str, PresetTile] = {}
        self._grid = QWidget()
        self._flow = FlowLayout(_tile(), 4, self._grid)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._grid.setSizePolicy(policy)
        self.amount = Slider(AMOUNT)
        self.amount_field = ValueField(AMOUNT)
        label = self._amount_label = Label(self.tr("Amount"))
        set_tip(label, language.translated("controls", AMOUNT.help))
        self.amount.setAccessibleName(label.text())
        self.amount_field.setAccessibleName(label.text())
        self.amount_field.setFixedSize(px(50), px(23))
        self.amount.gesture_started.connect(self.amount_started)
        self.amount.changing.connect(self._amount_moves)
        self.amount.changed.connect(lambda value: self.amount_changed.emit(value / 100.0))
        self.amount.edit_requested.connect(self.amount_field.edit)
        self.amount.menu_requested.connect(self._amount_menu)
        self.amount_field.menu_requested.connect(self._amount_menu)
        self.amount_field.entered.connect(self.amount.apply)
        self.amount_field.closed.connect(lambda: self.amount.setFocus(Qt.FocusReason.OtherFocusReason))
        self._show_amount(AMOUNT.default)
        self.save_button = self._button("plus", self.tr("Save…"), self.save_requested)
        self.copy_button = self._button("copy", self.tr("Copy from photo…"), self.copy_requested)
        set_tip(self.save_button, self.tr("Save what is set now as a preset of your own"))
        set_tip(self.copy_button, self.tr("Copy the expression of another photo onto this face"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label)
        row.addWidget(self.amount, 1)
        row.addWidget(self.amount_field)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self._grid)
        layout.addLayout(row)
        layout.addLayout(buttons)

    def _button(self, name: str, text: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setText(unmarked(text))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        button.clicked.connect(lambda: signal.emit())
        return button

    def _show_amount(self, value: float) -> None:
        self.amount_field.show_value(value)
        self.amount.setAccessibleDescription(self.amount_field.text())

    def _amount_menu(self, at: QPoint) -> None:
        ValueMenu(self.amount, AMOUNT, self.amount.amount, self.amount.reset, self.amount.apply).open_at(at)

    def _amount_moves(self, value: float) -> None:
        self._show_amount(value)
        self.amount_changing.emit(value / 100.0)

    @property
    def share(self) -> float:
        """The amount, 0..1."""
        return self.amount.amount / 100.0

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Show these, in this order; pictures of those that stay are kept."""
        kept = {tile.preset: tile._picture for tile in self.tiles.values()}
        for tile in self.tiles.values():
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        for preset in presets:
            tile = PresetTile(preset, self._grid)
            tile.set_picture(kept.get(preset))
            tile.clicked.connect(lambda _=False, preset=preset: self._clicked(preset))
            tile.add_requested.connect(lambda preset=preset: self.added.emit(preset))
            tile.delete_requested.connect(lambda preset=preset: self.delete_requested.emit(preset))
            self.tiles[preset.id] = tile
            self._flow.addWidget(tile)
            tile.show()
        self._grid.updateGeometry()
        self._flow.invalidate()

    def _clicked(self, preset: Preset) -> None:
        # Shift as well as Alt: many Linux desktops move the window on a press with Alt
        if QGuiApplication.keyboardModifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
            self.added.emit(preset)
        else:
            self.picked.emit(preset)

    def set_picture(self, preset_id: str, picture: QPixmap | None) -> None:
        if preset_id in self.tiles:
            self.tiles[preset_id].set_picture(picture)

    def clear_pictures(self) -> None:
        for tile in self.tiles.values():
            tile.set_picture(None)

    def set_lit(self, preset_id: str) -> None:
        """Which tile shows that its look is on; "" for none."""
        for name, tile in self.tiles.items():
            tile.setChecked(name == preset_id)

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through, in reading order."""
        return [*self.tiles.values(), self.amount, self.save_button, self.copy_button]

    def set_photo_present(self, present: bool) -> None:
        for widget in (*self.tiles.values(), self._amount_label, self.amount, self.amount_field, self.save_button,
                       self.copy_button):
            widget.setEnabled(present)
