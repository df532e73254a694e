"""A renderer's own settings as a form, made from what is declared of it."""

from contextlib import suppress

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from engine.base.controls import Control
from engine.base.errors import UsageError
from engine.base.typed_number import typed_number
from engine.systems import RENDERERS
from gui.controls.label import add_row
from gui.controls.tip import set_tip
from gui.controls.wheel import ChoiceBox
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.words.language import control_label, translated


class RendererForm(QWidget):
    """A box where a control offers choices, a field for a number where it does not; everything counts at once."""

    def __init__(self, renderer: str, choice: FinalRendererChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer, self._choice, self._table = renderer, choice, RENDERERS[renderer].settings
        form = QFormLayout(self)
        form.setContentsMargins(24, 4, 0, 4)
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields = {control.id: _box(control) if control.choices else QLineEdit() for control in self._table}
        for control in self._table:
            field = self.fields[control.id]
            field.setAccessibleName(control_label(control))
            set_tip(field, translated("controls", control.help))
            add_row(form, control_label(control), field)
            if isinstance(field, ChoiceBox):
                field.activated.connect(self.take)
            else:
                field.editingFinished.connect(self.take)
        choice.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for control in self._table:
            field, value = self.fields[control.id], self._choice.value(self._renderer, control)
            if isinstance(field, ChoiceBox):
                field.setCurrentIndex(field.findData(value))
            else:
                field.setText(f"{value:.0f}" if control.whole else f"{value:g}")

    def take(self, *_: object) -> None:
        """Draw as the fields say from now on; a number that cannot be meant changes nothing."""
        values: dict[str, float] = {}
        for control in self._table:
            field = self.fields[control.id]
            if isinstance(field, ChoiceBox):
                values[control.id] = field.currentData()
            else:
                with suppress(ValueError, UsageError):
                    values[control.id] = control.check(typed_number(field.text()))
        self._choice.change(self._renderer, values)
        self._show()


def _box(control: Control) -> ChoiceBox:
    box = ChoiceBox()
    for choice in control.choices:
        box.addItem(translated("controls", choice.label).format(f"{choice.value:g}"), choice.value)
    return box
