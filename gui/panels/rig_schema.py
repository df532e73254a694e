"""Which rig the panel shows, and as which role shape."""

from pathlib import Path

from PySide6.QtCore import QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.face_values import kept_of
from engine.rig.schema import load_schema, schema_names
from gui.controls.tip import set_tip
from gui.controls.wheel import ChoiceBox
from gui.model.shown_rig import ShownRig
from gui.words import language

_PROJECT = "project:"
"""Before the name of a rig that is meant as the open project describes it."""


class _SchemaBox(ChoiceBox):
    """A name that is too long for it loses its end, and is told whole by the tool tip.

    was_open: whether what was chosen last was chosen from the list.
    """

    was_open = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option,
                                           QStyle.SubControl.SC_ComboBoxEditField, self).width()
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room - 4)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:  # noqa: N802
        self.was_open = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.was_open = False
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.was_open = False
        super().wheelEvent(event)


class SchemaRow(QWidget):
    """Two choices, and room at their right (`row`) for what belongs to the whole panel.

    refused: an EngineError of a file that is no schema.
    """

    refused = Signal(object)

    def __init__(self, rig: ShownRig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig, self._settings = rig, QSettings()
        self._listed: tuple[dict[str, str], dict[str, str]] | None = None  # by name, what the box has
        self.schema_box, self.shape_box = _SchemaBox(), ChoiceBox()
        self.schema_box.setAccessibleName(self.tr("Rig"))
        self.shape_box.setAccessibleName(self.tr("Role shape"))
        self.schema_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.schema_box.setMinimumContentsLength(10)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 8, 8, 6)
        self.row.setSpacing(4)
        self.row.addWidget(self.schema_box, 1)
        self.row.addWidget(self.shape_box)
        self._schema_shown()
        self.schema_box.currentIndexChanged.connect(lambda _: self._schema_chosen())
        self.schema_box.activated.connect(self._activated)
        self.shape_box.activated.connect(lambda _: self._shape_chosen())
        rig.schema_changed.connect(self._schema_shown)
        rig.document.photo_changed.connect(self._list)  # a project may have brought schemas
        rig.known_changed.connect(self._list)

    def _list(self) -> None:
        """All rigs that are known now, and how to load another."""
        labels = {name: language.translated("schemas", load_schema(name).label) for name in schema_names()}
        theirs = {_PROJECT + name: self.tr("{0}, as in this project").format(labels[name])
                  for name in self._rig.of_project()}
        if (labels, theirs) == self._listed:
            return
        self._listed = labels, theirs
        with QSignalBlocker(self.schema_box):
            self.schema_box.clear()
            for name, label in {**labels, **theirs}.items():
                self.schema_box.addItem(label, name)
            self.schema_box.insertSeparator(self.schema_box.count())
            self.schema_box.addItem(self.tr("Load schema…"))
            self.schema_box.setCurrentIndex(self.schema_box.findData(self._rig.schema.name))

    def _schema_chosen(self) -> None:
        name = self.schema_box.currentData()
        if name is not None and not name.startswith(_PROJECT):
            self._rig.set_schema(name)

    def _activated(self, place: int) -> None:
        name = self.schema_box.itemData(place)
        if name is not None and not name.startswith(_PROJECT):
            return
        self.schema_box.setCurrentIndex(self.schema_box.findData(self._rig.schema.name))
        if not self.schema_box.was_open:  # the wheel and the arrow keys only came by
            return
        if name is not None:
            try:
                self._rig.use_of_project(name.removeprefix(_PROJECT))
            except EngineError as error:
                self.refused.emit(error)
            return
        folder = str(self._settings.value("folders/rig", ""))
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Load schema"), folder,
                                              self.tr("Rig schemas") + " (*.toml)")
        if path:
            self._settings.setValue("folders/rig", str(Path(path).parent))
            self.load(Path(path))

    def load(self, path: Path) -> None:
        """Show the rig that a file describes."""
        try:
            self._rig.load_schema(path)
        except EngineError as error:
            self.refused.emit(error)

    def _schema_shown(self) -> None:
        schema = self._rig.schema
        self._list()
        self.schema_box.setCurrentIndex(self.schema_box.findData(schema.name))
        set_tip(self.schema_box, self.schema_box.currentText())
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
