"""The presets in one row of small pictures, how much of one is taken, and buttons to save and to copy an expression."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.base.controls import Control
from engine.expression.presets import Preset
from gui.controls.label import Label
from gui.controls.row_menu import ValueMenu
from gui.controls.side_scroll import SideScroll
from gui.controls.slider import Slider
from gui.controls.tip import set_tip
from gui.controls.top_strip import TopStrip
from gui.controls.value_field import ValueField, join
from gui.panels.preset_tile import PresetTile, tile_height
from gui.panels.tool_button import tool_button
from gui.style.scale import px
from gui.words import language

AMOUNT = Control(id="preset.amount", label="Amount", group="Presets", minimum=0.0, maximum=100.0, default=100.0,
                 step=5.0, unit="%", help="How much of a preset is taken.")



class PresetStrip(TopStrip):
    """Tiles in one row that scrolls sideways. Its head holds the amount that a click takes, and buttons to save and to
    copy an expression; the tiles fold away.

    `picked(preset)`: a click. `added(preset)`: with Shift, on top of what is set. `amount_changing(share)` and
    `amount_changed(share)`: the amount is moved (0..1), between `amount_started` and the end. `scrolled()`: other
    tiles are in sight. `over_switched(over)`: presets are laid over the photo's own smile from now on, or not any more.
    """

    picked = Signal(object)
    added = Signal(object)
    amount_started = Signal()
    amount_changing = Signal(float)
    amount_changed = Signal(float)
    save_requested = Signal()
    copy_requested = Signal()
    delete_requested = Signal(object)
    rename_requested = Signal(object)
    replace_requested = Signal(object)
    scrolled = Signal()
    over_switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ExpressionPanel", "Presets"), parent)
        self.tiles: dict[str, PresetTile] = {}
        self._row = QWidget()
        self._tiles = QHBoxLayout(self._row)
        self._tiles.setContentsMargins(6, 0, 6, 0)
        self._tiles.setSpacing(2)
        self._tiles.addStretch(1)
        self.area = SideScroll(self._row, tile_height())
        self.area.edges.moved.connect(self.scrolled)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 3)
        column.addWidget(self.area)
        self._build_amount()
        self.save_button = tool_button("plus", self.tr("Save what is set now as a preset of your own"),
                                       self.save_requested.emit)
        self.copy_button = tool_button("copy", self.tr("Copy the expression of another photo onto this face"),
                                       self.copy_requested.emit)
        self.unsmile_button = tool_button("unsmile", self.tr("Presets that do not smile take the photo's own smile out "
                                                             "first"), self._unsmile_clicked)
        self.unsmile_button.setCheckable(True)
        self.unsmile_button.setChecked(True)
        self.head.addStretch(1)
        for button in (self.unsmile_button, self.save_button, self.copy_button):
            button.setProperty("small", True)
        for widget in (self._amount_label, self.amount, self.amount_field, self.unsmile_button, self.save_button,
                       self.copy_button):
            self.head.addWidget(widget)

    def _build_amount(self) -> None:
        self.amount = Slider(AMOUNT)
        self.amount.setMinimumWidth(48)
        self.amount.setMaximumWidth(px(110))
        self.amount_field = ValueField(AMOUNT)
        self.amount_field.setFixedSize(px(44), px(22))
        label = self._amount_label = Label(self.tr("Amount"))
        set_tip(label, language.translated("controls", AMOUNT.help))
        self.amount.setAccessibleName(label.text())
        self.amount_field.setAccessibleName(label.text())
        join(self.amount, self.amount_field)
        self.amount.gesture_started.connect(self.amount_started)
        self.amount.changing.connect(self._amount_moves)
        self.amount.changed.connect(lambda value: self.amount_changed.emit(value / 100.0))
        self.amount_field.entered.connect(self.amount.apply)
        self.amount.menu_requested.connect(self._amount_menu)
        self.amount_field.menu_requested.connect(self._amount_menu)
        self._show_amount(AMOUNT.default)

    def _show_amount(self, value: float) -> None:
        self.amount_field.show_value(value)
        self.amount.setAccessibleDescription(self.amount_field.text())

    def _amount_menu(self, at: QPoint) -> None:
        ValueMenu(self.amount, AMOUNT, self.amount.amount, self.amount.reset, self.amount.apply).open_at(at)

    def _amount_moves(self, value: float) -> None:
        self._show_amount(value)
        self.amount_changing.emit(value / 100.0)

    def _unsmile_clicked(self) -> None:
        self.over_switched.emit(self.over)

    @property
    def over(self) -> bool:
        """Whether presets are laid over the smile that the photo shows."""
        return not self.unsmile_button.isChecked()

    def set_over(self, over: bool) -> None:
        """Show how presets are laid on; no signal."""
        self.unsmile_button.setChecked(not over)

    @property
    def share(self) -> float:
        """The amount, 0..1."""
        return self.amount.amount / 100.0

    def set_share(self, share: float) -> None:
        """Show an amount, 0..1; no signal."""
        self.amount.set_amount(share * 100.0)
        self._show_amount(share * 100.0)

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Show these, in this order; pictures of those that stay are kept."""
        kept = {tile.preset: tile.picture for tile in self.tiles.values()}
        for tile in self.tiles.values():
            self._tiles.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        for place, preset in enumerate(presets):
            tile = PresetTile(preset, self._row)
            tile.set_picture(kept.get(preset))
            tile.clicked.connect(lambda _=False, preset=preset: self._clicked(preset))
            tile.add_requested.connect(lambda preset=preset: self.added.emit(preset))
            tile.delete_requested.connect(lambda preset=preset: self.delete_requested.emit(preset))
            tile.rename_requested.connect(lambda preset=preset: self.rename_requested.emit(preset))
            tile.replace_requested.connect(lambda preset=preset: self.replace_requested.emit(preset))
            tile.focused.connect(lambda tile=tile: self.area.ensureWidgetVisible(tile, px(24), 0))
            self.tiles[preset.id] = tile
            self._tiles.insertWidget(place, tile)
            tile.show()

    def _clicked(self, preset: Preset) -> None:
        # Shift as well as Alt: many Linux desktops move the window on a press with Alt
        if QGuiApplication.keyboardModifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
            self.added.emit(preset)
        else:
            self.picked.emit(preset)

    def in_sight(self) -> list[str]:
        """Ids of the presets whose tiles are seen, from the left."""
        left = self.area.horizontalScrollBar().value()
        right = left + self.area.viewport().width()
        return [name for name, tile in self.tiles.items() if tile.x() + tile.width() > left and tile.x() < right]

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
        return [*super().stops(), self.amount, self.unsmile_button, self.save_button, self.copy_button,
                *self.tiles.values()]

    def set_photo_present(self, present: bool) -> None:
        for widget in (*self.tiles.values(), self._amount_label, self.amount, self.amount_field, self.unsmile_button,
                       self.save_button, self.copy_button):
            widget.setEnabled(present)
