"""How lopsided a character is, and how unusual a random one may be; folded away until it is wanted."""

from PySide6.QtCore import QCoreApplication, QPoint, QSettings
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.base.controls import Control
from engine.base.text import Text
from engine.rig.values import RigValues
from engine.rig.variation import is_lopsided, lopsided
from gui.controls.label import label
from gui.controls.row_menu import ValueMenu
from gui.controls.slider import Slider
from gui.controls.tip import set_tip
from gui.controls.top_strip import TopStrip
from gui.controls.value_field import ValueField, join
from gui.model.shown_rig import ShownRig
from gui.style.scale import px

ASYMMETRY = Control(id="rig.asymmetry", label="Asymmetry", group="Rig", minimum=0.0, maximum=100.0, default=100.0,
                    step=5.0, unit="%")
STRENGTH = Control(id="rig.strength", label="Randomise", group="Rig", minimum=0.0, maximum=200.0, default=100.0,
                   step=5.0, unit="%")


class VariationStrip(TopStrip):
    """`strength` is what random characters are drawn with. Asymmetry goes by what the two sides were when the hand took
    hold of it, as long as nothing else has changed: down to none, and back."""

    def __init__(self, rig: ShownRig, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("VariationStrip", "Character"), parent)
        self._settings, self._rig = QSettings(), rig
        self._fields: dict[Slider, ValueField] = {}
        self._whole: RigValues | None = None  # the character at 100 %
        self._made: RigValues | None = None  # what was made of it last
        grid = QGridLayout(self.body)
        grid.setContentsMargins(16, 0, 8, 6)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        self.asymmetry = self._row(grid, 0, self.tr("Asymmetry"), ASYMMETRY,
                                   self.tr("How far left and right differ: 0 % both alike, 100 % as they are"))
        self.random = self._row(grid, 1, self.tr("Randomise"), STRENGTH,
                                self.tr("How far from the average a random character may lie"))
        self.random.set_amount(self._remembered())
        self.set_open(self._settings.value("rig/character", "false") in (True, "true"))
        self.folded.connect(lambda is_open: self._settings.setValue("rig/character", is_open))
        document = rig.document
        self.asymmetry.gesture_started.connect(lambda: document.begin_gesture(Text("Asymmetry")))
        self.asymmetry.changing.connect(lambda _: self._moved())
        self.asymmetry.changed.connect(lambda _: document.end_gesture())
        self.random.changed.connect(lambda amount: self._settings.setValue("rig/strength", amount))
        for slider, field in self._fields.items():
            field.show_value(slider.amount)
        self.show_values()

    def _row(self, grid: QGridLayout, row: int, words: str, control: Control, tip: str) -> Slider:
        slider, field = Slider(control), ValueField(control)
        field.setFixedSize(px(48), px(22))
        for widget in (slider, field):
            widget.setAccessibleName(words)
            set_tip(widget, tip)
            widget.menu_requested.connect(lambda at: self._menu(slider, at))
        join(slider, field)
        name = label(words)
        name.setWordWrap(False)
        for column, part in enumerate((name, slider, field)):
            grid.addWidget(part, row, column)
        grid.setColumnStretch(1, 1)
        slider.changing.connect(field.show_value)
        field.entered.connect(slider.apply)
        self._fields[slider] = field
        return slider

    def _menu(self, slider: Slider, at: QPoint) -> None:
        ValueMenu(slider, slider.control, slider.amount, slider.reset, slider.apply).open_at(at)

    def _remembered(self) -> float:
        try:
            return min(max(float(str(self._settings.value("rig/strength", STRENGTH.default))), 0.0), STRENGTH.maximum)
        except ValueError:
            return STRENGTH.default

    @property
    def strength(self) -> float:
        """0..2, as `random_rig` takes it."""
        return self.random.amount / 100

    def show_values(self) -> None:
        """What is set on the chosen face has changed, or another face or rig is shown."""
        values = self._rig.values()
        if self._made is None or not values.same_as(self._made):
            self._whole, self._made = values, values
            self.asymmetry.set_amount(ASYMMETRY.default)
            self._fields[self.asymmetry].show_value(ASYMMETRY.default)
        present = self._rig.document.selected >= 0
        for slider, field in self._fields.items():
            possible = present and (slider is self.random or (self._whole is not None and is_lopsided(self._whole)))
            slider.setEnabled(possible)
            field.setEnabled(possible)

    def _moved(self) -> None:
        if self._whole is None:
            return
        schema = self._rig.schema
        wanted = schema.as_settings(lopsided(self._whole, self.asymmetry.amount / 100))
        self._made = schema.set(self._whole, wanted)
        self._rig.document.follow(self._rig.namespace, wanted)

    def stops(self) -> list[QWidget]:
        return [self.header, *(widget for pair in self._fields.items() for widget in pair)]
