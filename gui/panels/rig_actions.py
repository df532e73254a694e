"""What can be done with all values of a rig at once: fitted, randomised, mirrored, read from a file, exported."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QWidget

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.files.reading import read_values
from engine.rig.schema import load_schema
from gui.controls.tip import set_tip
from gui.model.ask import Ask
from gui.model.rig_fits import RigFits
from gui.model.shown_rig import ShownRig
from gui.panels.tool_button import tool_button
from gui.style.icons import icon
from gui.style.theme import tokens

if TYPE_CHECKING:
    from engine.rig.fit import RigFit


class RigActions(QWidget):
    """A row of buttons. refused: an EngineError that answers what was asked for. export_requested,
    blend_requested: of the values.

    locked: ids of what stays. strength: how unusual a random character may be, 0..2.
    """

    refused = Signal(object)
    export_requested = Signal()
    blend_requested = Signal()

    def __init__(self, rig: ShownRig, fits: RigFits, locked: Callable[[], frozenset[str]],
                 strength: Callable[[], float] = lambda: 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig, self._fits, self._locked, self._settings = rig, fits, locked, QSettings()
        self.strength = strength
        self.fit_button = QPushButton(icon("face", tokens().on_accent), self.tr("Fit to photo"))
        self.fit_button.setProperty("primary", True)
        set_tip(self.fit_button, self.tr("Find the values that make the head look like the face in the photo"))
        self.random_button = tool_button("random", self.tr("Randomise what is not locked"), self.randomise)
        self.mirror_button = tool_button("mirror", self.tr("Swap left and right"), self.mirror)
        self.blend_button = tool_button("blend", self.tr("Blend with other heads…"), self.blend_requested.emit)
        self.import_button = tool_button("download", self.tr("Import .bytes or JSON…"), self.import_values)
        self.export_button = tool_button("export", self.tr("Export…"), self.export_requested.emit)
        row = self.row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 2)
        row.setSpacing(2)
        row.addWidget(self.fit_button)
        self.progress = QProgressBar()
        self.progress.setProperty("thin", True)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Fitting the rig"))
        self.cancel_button = tool_button("close", self.tr("Stop the fit; nothing is changed"), fits.cancel)
        row.addSpacing(6)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        self._gap = row.count()
        row.addStretch(1)
        for button in (self.random_button, self.mirror_button, self.blend_button, self.import_button,
                       self.export_button):
            row.addWidget(button)
        self.fit_button.clicked.connect(lambda: self.fit())
        fits.failed.connect(self.refused)
        fits.changed.connect(self.refresh)
        fits.advanced.connect(self._show_progress)
        rig.schema_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Grey what would do nothing."""
        present = self._rig.document.selected >= 0
        for button in (self.random_button, self.blend_button, self.import_button, self.export_button):
            button.setEnabled(present)
        self.mirror_button.setEnabled(present and any(control.mirror for control in self._rig.schema.controls))
        self._show_busy(self._fits.busy)
        self.fit_button.setEnabled(present and not self._fits.busy)
        self._show_progress()

    def _show_busy(self, busy: bool) -> None:
        """A running fit stands where it was asked for: beside its button a narrow panel would clip both. The keys' hold
        goes along, else Qt gives it to the next button, and a second press of Space would randomise."""
        shown, hidden = (self.cancel_button, self.fit_button) if busy else (self.fit_button, self.cancel_button)
        held = self.window().focusWidget() is hidden
        self.progress.setVisible(busy)
        shown.setVisible(True)
        if held:
            shown.setEnabled(True)
            shown.setFocus()
        hidden.setVisible(False)
        self.row.setStretch(self._gap, 0 if busy else 1)

    def _show_progress(self) -> None:
        fraction = self._fits.fraction
        self.progress.setRange(0, 0 if fraction is None else 1000)
        self.progress.setValue(0 if fraction is None else round(1000 * fraction))

    def fit(self) -> "Ask[RigFit] | None":
        """Fit the rig to the chosen face; the result is one undo step, its residual stands on the head."""
        return self._fits.fit(self._rig.schema, self._locked())

    def randomise(self) -> None:
        """A random character; what is locked stays."""
        from engine.rig.variation import random_rig

        seed = int(np.random.SeedSequence().generate_state(1)[0])
        values = random_rig(self._rig.schema.name, seed, self.strength(), self._locked(), self._rig.values())
        self._rig.store_values(values, Text("Randomise"))

    def mirror(self) -> None:
        """The values of the left side to the right and the other way round."""
        from engine.rig.variation import mirrored

        self._rig.store_values(mirrored(self._rig.values()), Text("Swap left and right"))

    def import_values(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import rig values"), str(self._settings.value("folders/rig", "")),
            self.tr("Rig values") + " (*.bytes *.json)")
        if path:
            self._settings.setValue("folders/rig", str(Path(path).parent))
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Read a `.bytes` or JSON file; the panel turns to the rig the file is for. One undo step."""
        try:
            values = read_values(path, likely=self._rig.schema.name)
            settings = load_schema(values.schema).as_settings(values)
        except EngineError as error:
            self.refused.emit(error)
            return
        self._rig.set_schema(values.schema)
        self._rig.store(settings, values.shape, Text("Import {0}", path.name))
