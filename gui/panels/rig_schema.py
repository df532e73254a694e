"""Which rig the panel shows, and as which role shape."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from engine.base.text import Text
from engine.rig.face_values import kept_of
from engine.rig.schema import load_schema, schema_names
from gui.controls.wheel import ChoiceBox
from gui.model.shown_rig import ShownRig
from gui.words import language


class SchemaRow(QWidget):
    """Two choices, and room at their right (`row`) for what belongs to the whole panel."""

    def __init__(self, rig: ShownRig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig = rig
        self.schema_box, self.shape_box = ChoiceBox(), ChoiceBox()
        self.schema_box.setAccessibleName(self.tr("Rig"))
        self.shape_box.setAccessibleName(self.tr("Role shape"))
        self.schema_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.schema_box.setMinimumContentsLength(10)
        for name in schema_names():
            self.schema_box.addItem(language.translated("schemas", load_schema(name).label), name)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 8, 8, 6)
        self.row.addWidget(self.schema_box, 1)
        self.row.addWidget(self.shape_box)
        self._schema_shown()
        self.schema_box.currentIndexChanged.connect(lambda _: rig.set_schema(self.schema_box.currentData()))
        self.shape_box.activated.connect(lambda _: self._shape_chosen())
        rig.schema_changed.connect(self._schema_shown)

    def _schema_shown(self) -> None:
        schema = self._rig.schema
        self.schema_box.setCurrentIndex(self.schema_box.findData(schema.name))
        self.shape_box.clear()
        words = {"male": self.tr("Male"), "female": self.tr("Female")}
        for shape in schema.shapes:
            self.shape_box.addItem(words.get(shape, shape), shape)
        self.shape_box.setVisible(bool(schema.shapes))
        self.show_shape()

    def show_shape(self) -> None:
        """The role shape as it is set on the chosen face."""
        self.shape_box.setCurrentIndex(self.shape_box.findData(self._rig.shape()))
        self.shape_box.setEnabled(self._rig.document.selected >= 0)

    def _shape_chosen(self) -> None:
        self._rig.document.change(self._rig.namespace, kept_of({}, self.shape_box.currentData()), Text("Role shape"))
