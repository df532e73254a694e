"""The rig panel: a game character's parameters, fitted to the photo and shaped by hand, on a 3D head."""

from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.errors import EngineError
from engine.base.look import Look
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.project.face_state import rig_namespace
from engine.rig.face_values import kept_of
from engine.rig.files.reading import read_values
from engine.rig.likeness import HeadLikeness
from engine.rig.schema import load_schema, schema_names
from engine.rig.values import RigValues
from gui.controls.control_panel import ControlPanel
from gui.controls.tip import set_tip
from gui.controls.wheel import ChoiceBox
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank
from gui.model.rig_fits import RigFits
from gui.model.rig_values import rig_settings, rig_shape, rig_values
from gui.panels.head_viewport import HeadViewport
from gui.panels.live_link import LiveLinkButton
from gui.panels.panel import Panel
from gui.panels.rig_likeness import LikenessRow
from gui.panels.tool_button import tool_button
from gui.style.icons import icon
from gui.style.theme import tokens
from gui.words import language
from gui.words.engine_texts import sentence

if TYPE_CHECKING:
    from engine.rig.fit import RigFit


_HEIGHTS = (300, 500)
"""Of the head and of what is below it, where both are in the panel, before anybody moves what is between."""


class _Head(NamedTuple):
    """A picture of the head, as `rigs.draw` takes it."""

    values: RigValues
    look: Look | None
    photo_id: str | None
    face: int
    yaw: float
    pitch: float
    zoom: float
    side: int
    likeness: HeadLikeness


class RigPanel(Panel):
    """Talks to the document about the chosen face's rig values, and has their head drawn."""

    def __init__(self, document: ProjectDocument, engine_thread: EngineThread, fits: RigFits,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self._thread, self._fits = document, engine_thread, fits
        self._settings = QSettings()
        self.schema = load_schema(self._remembered_schema())
        self._drawing: Ask[np.ndarray] | None = None
        self._newest: deque[_Head] = deque(maxlen=1)  # asked for and not yet taken to be drawn
        self._again = False
        self._heights: Sequence[int] = _HEIGHTS
        self._build()
        self._bind()
        self._schema_shown()
        self._photo_changed()

    def _remembered_schema(self) -> str:
        name = self._settings.value("rig/schema", "")
        return name if name in schema_names() else schema_names()[0]

    # -- building ----------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.schema_box, self.shape_box = ChoiceBox(), ChoiceBox()
        self.schema_box.setAccessibleName(self.tr("Rig"))
        self.shape_box.setAccessibleName(self.tr("Role shape"))
        self.schema_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.schema_box.setMinimumContentsLength(10)
        for name in schema_names():
            self.schema_box.addItem(language.translated("schemas", load_schema(name).label), name)
        self.head = HeadViewport()
        self.follow = QToolButton()
        self.follow.setCheckable(True)
        self.follow.setIcon(icon("expression"))
        self.follow.setIconSize(QSize(18, 18))
        self.follow.setAccessibleName(self.tr("Follow expression"))
        set_tip(self.follow, self.tr("Show the expression that is set on the photo on the head as well"))
        self.follow.setChecked(self._settings.value("rig/follow", "true") in (True, "true"))
        self.beside_button = tool_button("beside", self.tr("Show the head beside the photo"), self._beside_toggled)
        self.beside_button.setCheckable(True)
        self._wants_beside = self._settings.value("rig/beside", "true") in (True, "true")
        self.link_button = LiveLinkButton(self._thread, self.redraw)
        self.fit_button = QPushButton(icon("face", tokens().on_accent), self.tr("Fit to photo"))
        self.fit_button.setProperty("primary", True)
        set_tip(self.fit_button, self.tr("Find the values that make the head look like the face in the photo"))
        self.random_button = tool_button("random", self.tr("Randomise what is not locked"), self.randomise)
        self.mirror_button = tool_button("mirror", self.tr("Swap left and right"), self.mirror)
        self.import_button = tool_button("download", self.tr("Import .bytes or JSON…"), self.import_values)
        self.export_button = tool_button("export", self.tr("Export…"), self._want_export)

        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 6)
        top.addWidget(self.schema_box, 1)
        top.addWidget(self.shape_box)
        top.addWidget(self.link_button)
        top.addWidget(self.beside_button)
        actions = QHBoxLayout()
        actions.setContentsMargins(8, 6, 8, 2)
        actions.setSpacing(2)
        actions.addWidget(self.fit_button)
        actions.addStretch(1)
        for button in (self.follow, self.random_button, self.mirror_button, self.import_button, self.export_button):
            actions.addWidget(button)
        self.panel = ControlPanel(self.schema.controls, self._key(), lockable=True, folded=self._folded())
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.likeness = LikenessRow(self._thread)
        column.addWidget(self.likeness)
        column.addLayout(actions)
        column.addWidget(self.panel, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.head)
        self.splitter.addWidget(lower)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes(self._heights)
        self.splitter.splitterMoved.connect(self._heights_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)

    def _bind(self) -> None:
        document = self.document
        self.schema_box.setCurrentIndex(self.schema_box.findData(self.schema.name))
        self.schema_box.currentIndexChanged.connect(lambda _: self.set_schema(self.schema_box.currentData()))
        self.shape_box.activated.connect(lambda _: self._shape_chosen())
        self.fit_button.clicked.connect(lambda: self.fit())
        self.follow.toggled.connect(self._follow_toggled)
        self.head.wanted.connect(self.redraw)
        self.likeness.changed.connect(self.redraw)
        self.likeness.problem.connect(self.problem)
        self.panel.gesture_started.connect(document.begin_gesture)
        self.panel.stepped.connect(document.join_gesture)
        self.panel.changing.connect(lambda values: document.follow(self.namespace, self._exclusive(values)))
        self.panel.changed.connect(lambda values, text: document.end_gesture())
        self.panel.retracted.connect(document.retract)
        document.values_changed.connect(self._values_changed)
        document.look_changed.connect(self._look_changed)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._photo_changed)
        self._thread.engine_ready.connect(self._engine_ready)
        self._fits.changed.connect(self._show_fitting)
        self._fits.failed.connect(self.refused)

    def _want_export(self) -> None:
        self.export_requested.emit("rig")

    def _values_changed(self, face: int, namespace: str) -> None:
        if (face, namespace) == (self.document.selected, self.namespace):
            self._show_values()

    def _look_changed(self, face: int) -> None:
        if face == self.document.selected and self.follow.isChecked():
            self.redraw()

    def _engine_ready(self, _: EngineFacade) -> None:
        self.redraw()

    # -- schema ------------------------------------------------------------------------------------------------
    @property
    def namespace(self) -> str:
        """Where the document keeps the values of the rig that is shown."""
        return rig_namespace(self.schema.name)

    def _key(self) -> str:
        return f"rig-{self.schema.name}"

    def _folded(self) -> tuple[str, ...]:
        """All groups but the first three, so that a long schema opens as a list of headings."""
        return tuple(dict.fromkeys(control.group for control in self.schema.controls))[3:]

    def set_schema(self, name: str) -> None:
        """Show another rig; each keeps its own values."""
        if name == self.schema.name:
            return
        self.schema = load_schema(name)
        self._settings.setValue("rig/schema", name)
        if self.schema_box.currentData() != name:
            self.schema_box.setCurrentIndex(self.schema_box.findData(name))
        self.panel.set_table(self.schema.controls, self._key(), self._folded())
        self._schema_shown()
        self._show_values()

    def _schema_shown(self) -> None:
        self.shape_box.clear()
        words = {"male": self.tr("Male"), "female": self.tr("Female")}
        for shape in self.schema.shapes:
            self.shape_box.addItem(words.get(shape, shape), shape)
        self.shape_box.setVisible(bool(self.schema.shapes))
        self.mirror_button.setEnabled(any(control.mirror for control in self.schema.controls))

    def _shape_chosen(self) -> None:
        self.document.change(self.namespace, kept_of({}, self.shape_box.currentData()), Text("Role shape"))

    # -- values ------------------------------------------------------------------------------------------------
    def _exclusive(self, values: Mapping[str, float]) -> dict[str, float]:
        """Of values of which exactly one is on, turning one on turns the others off."""
        chosen = [key for key in values if key in self.schema.one_hot and values[key] > 0]
        if not chosen:
            return dict(values)
        return {**values, **{key: float(key == chosen[-1]) for key in self.schema.one_hot}}

    def settings(self) -> dict[str, float]:
        """The chosen face's values of this schema by control id, without the role shape."""
        return rig_settings(self.document, self.schema)

    def shape(self) -> str:
        """The role shape in force, "" where the schema has none."""
        return rig_shape(self.document, self.schema)

    def values(self) -> RigValues:
        """What would be exported."""
        return rig_values(self.document, self.schema)

    def _store(self, settings: Mapping[str, float], shape: str, text: str) -> None:
        self.document.set_values(self.namespace, kept_of(settings, shape), text)

    def _show_values(self) -> None:
        self.panel.set_values(self.settings())
        self._show_note()
        self.shape_box.setCurrentIndex(self.shape_box.findData(self.shape()))
        self.redraw()

    def _show_note(self) -> None:
        """The fit's residual, for as long as the values are those of the fit."""
        fit = self._fits.fit_shown(self.schema)
        self.head.set_note(self._residual(fit) if fit is not None else "")

    def _photo_changed(self) -> None:
        present = self.document.selected >= 0
        for widget in (self.panel, self.random_button, self.import_button, self.export_button,
                       self.shape_box):
            widget.setEnabled(present)
        self.panel.set_reason("" if present else self.tr("Open a photo: the head is fitted to the face in it.")
                              if self.document.photo is None else self.tr("No face was found in this photo."))
        self.mirror_button.setEnabled(present and any(control.mirror for control in self.schema.controls))
        self._show_fitting()
        self._face_changed()

    def _face_changed(self, _: int = 0) -> None:
        self._show_values()

    def randomise(self) -> None:
        """A random character; what is locked stays."""
        from engine.rig.variation import random_rig

        seed = int(np.random.SeedSequence().generate_state(1)[0])
        values = random_rig(self.schema.name, seed, locks=self.panel.locked(), start=self.values())
        self._store(self.schema.as_settings(values), values.shape, Text("Randomise"))

    def mirror(self) -> None:
        """The values of the left side to the right and the other way round."""
        from engine.rig.variation import mirrored

        self._store(self.schema.as_settings(mirrored(self.values())), self.shape(), Text("Swap left and right"))

    # -- fit ---------------------------------------------------------------------------------------------------
    def fit(self) -> "Ask[RigFit] | None":
        """Fit the rig to the chosen face; the result is one undo step, its residual stands on the head."""
        return self._fits.fit(self.schema, self.panel.locked())

    def _show_fitting(self) -> None:
        self.fit_button.setEnabled(self.document.selected >= 0 and not self._fits.busy)
        self._show_note()

    def _residual(self, fit: "RigFit") -> str:
        """How far the rig stays from the photo, in words."""
        text = self.tr("Fit: {0} mm off, {1} mm at most").format(f"{fit.residual_mm:.1f}", f"{fit.residual_max_mm:.1f}")
        if fit.landmark_px is not None:
            text += self.tr("; {0} px in the photo").format(f"{fit.landmark_px:.1f}")
        return text

    # -- files -------------------------------------------------------------------------------------------------
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
            values = read_values(path)
            schema = load_schema(values.schema)
            settings = schema.as_settings(values)
        except EngineError as error:
            self.refused.emit(error)
            return
        self.set_schema(schema.name)
        self._store(settings, values.shape, Text("Import {0}", path.name))

    # -- the head ----------------------------------------------------------------------------------------------
    def beside(self) -> QWidget | None:
        """The head, which has more room there."""
        return self.head if self._wants_beside else None

    def tell_room_beside(self, there: bool) -> None:
        self.beside_button.setEnabled(there)
        self.beside_button.setChecked(there and self._wants_beside)
        set_tip(self.beside_button, self.tr("Show the head beside the photo") if there
                else self.tr("There is no room for the head beside the photo"))

    def take_back(self) -> None:
        self.splitter.insertWidget(0, self.head)
        self.splitter.setSizes(self._heights)
        self.head.show()

    def _heights_moved(self, *_: int) -> None:
        self._heights = self.splitter.sizes()

    def _beside_toggled(self) -> None:
        self._wants_beside = self.beside_button.isChecked()
        self._settings.setValue("rig/beside", self._wants_beside)
        self.beside_changed.emit()

    def _follow_toggled(self, on: bool) -> None:
        self._settings.setValue("rig/follow", on)
        self.redraw()

    def redraw(self) -> None:
        """Ask for the head as it is now; one request is under way at a time, and the newest wins."""
        if not self._thread.ready or not self.isVisible():
            self._again = True
            return
        self._again = False
        photo, face, orbit, side = self.document.photo, self.document.selected, self.head.orbit, self.head.side
        look = self.document.look() if self.follow.isChecked() and photo is not None else None
        photo_id = photo.id if photo is not None and face >= 0 else None
        likeness = self.likeness.of(None if photo_id is None else (photo_id, face))
        wanted = _Head(self.values(), look, photo_id, face, orbit.yaw, orbit.pitch, orbit.zoom, side, likeness)
        if self._drawing is not None:
            self._newest.append(wanted)  # in place of what waits, or, when that is being drawn, right after it
            return
        # The engine's thread takes the newest when it comes to it; a deque may be used from both.
        newest = self._newest = deque([wanted], maxlen=1)
        # The first one makes the head's mesh as well, which is worth a word; later ones are there in milliseconds.
        first = not self.head.has_picture
        self.head.set_hint(self.tr("Building the head…"))
        self._drawing = Ask(self, self.tr("Building the head") if first else self.tr("Drawing the head"),
                            lambda engine: engine.rigs.draw(*newest.pop()), Rank.NORMAL if first else Rank.PROMPT) \
            .then(self._drawn).failed(self._not_drawn).start(self._thread)

    def _drawn(self, pixels: np.ndarray) -> None:
        self._drawing = None
        self.head.set_picture(pixels)
        if self._again or self._newest:
            self.redraw()

    def _not_drawn(self, error: EngineError) -> None:
        self._drawing = None
        self.head.set_hint(sentence(error.message))
        self.problem.emit(error)

    def showEvent(self, event) -> None:  # noqa: N802
        super().showEvent(event)
        if self._again or not self.head.has_picture:
            self.redraw()


