"""For which engine a rig is exported, and whether its models wear the photo."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.rig.engines import EnginePreset, engine_presets
from engine.rig.exporters import EXPORTERS, STILL_EXPORTERS, ExportWishes
from engine.rig.likeness import PLAIN, HeadLikeness
from gui.controls.label import label
from gui.controls.wheel import ChoiceBox

SIDES = (1024, 2048, 4096)
"""Texels a side that a texture may have."""
_MODELS = {exporter.id for exporter in EXPORTERS if exporter.holds == "model"}


class RigWishes(QWidget):
    """engine_chosen: ids of the formats that the engine takes of a head at rest."""

    engine_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings()
        still = {exporter.id for exporter in STILL_EXPORTERS}
        self._engines = {preset.id: preset for preset in engine_presets() if still.intersection(preset.files)}
        self.engine_box, self.side_box = ChoiceBox(), ChoiceBox()
        self.engine_box.setAccessibleName(self.tr("Engine"))
        self.engine_box.addItem(self.tr("Any engine"), "")
        for preset in self._engines.values():
            self.engine_box.addItem(preset.label, preset.id)
        self.engine_box.setCurrentIndex(max(0, self.engine_box.findData(self._settings.value("rig/engine", ""))))
        self.photo_box = QCheckBox(self.tr("As the person in the photo: its texture, and the shape that the rig lacks"))
        self.photo_box.setChecked(self._settings.value("rig/photo", "true") in (True, "true"))
        self.side_box.setAccessibleName(self.tr("Texture size"))
        for side in SIDES:
            self.side_box.addItem(f"{side} × {side}", side)
        texels = str(self._settings.value("rig/texels", ""))
        self.side_box.setCurrentIndex(max(0, self.side_box.findData(int(texels) if texels.isdigit() else SIDES[1])))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, box in ((self.tr("For"), self.engine_box), (self.tr("Texture size"), self.side_box)):
            name = label(words)
            name.setWordWrap(False)
            row.addWidget(name)
            row.addWidget(box)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.photo_box)
        self._modelled = False
        self.photo_box.toggled.connect(lambda _: self._show())
        self.engine_box.activated.connect(lambda _: self._chosen())

    def show_formats(self, formats: set[str], face: bool) -> None:
        """What is ticked, and whether there is a face: what would do nothing is grey."""
        self._modelled = bool(formats & _MODELS) and face
        self._show()

    def _show(self) -> None:
        self.photo_box.setEnabled(self._modelled)
        self.side_box.setEnabled(self._modelled and self.photo_box.isChecked())

    @property
    def engine(self) -> EnginePreset | None:
        """Whose names are written; None for each format's own."""
        return self._engines.get(self.engine_box.currentData())

    def _chosen(self) -> None:
        if self.engine is not None:
            self.engine_chosen.emit({exporter.id for exporter in STILL_EXPORTERS if exporter.id in self.engine.files})

    @property
    def likeness(self) -> HeadLikeness:
        """What of the photo's face the models have."""
        return HeadLikeness(1.0, 1.0) if self.side_box.isEnabled() else PLAIN

    @property
    def wishes(self) -> ExportWishes:
        return ExportWishes(engine=self.engine,
                            texture_side=self.side_box.currentData() if self.side_box.isEnabled() else None)

    def remember(self) -> None:
        """For the next time."""
        self._settings.setValue("rig/engine", self.engine_box.currentData())
        self._settings.setValue("rig/texels", self.side_box.currentData())
