"""The rig panel: a game character's parameters, fitted to the photo and shaped by hand, on a 3D head."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from engine.base.note import Note
from engine.rig.hair.wear import PHOTO
from gui.controls.choice_row import ChoiceGroup
from gui.controls.control_panel import ControlPanel
from gui.controls.panel_memory import PanelMemory
from gui.controls.tip import set_tip
from gui.model.choice_controls import ChoiceControls
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_textures import FaceTextures
from gui.model.person_photos import PersonPhotos
from gui.model.rig_fits import RigFits
from gui.model.shown_rig import ShownRig
from gui.panels.live_link import LiveLinkButton
from gui.panels.panel import Panel
from gui.panels.rig_actions import RigActions
from gui.panels.rig_hair import HairButton
from gui.panels.rig_head import RigHead
from gui.panels.rig_likeness import LikenessRow
from gui.panels.rig_region import RegionSources
from gui.panels.rig_schema import SchemaRow
from gui.panels.rig_variation import VariationStrip
from gui.panels.tool_button import tool_button
from gui.style.scale import px

if TYPE_CHECKING:
    from engine.rig.fit import RigFit

_SHARE = 0.46
"""Of the panel's height that the head has, where it is in the panel, before anybody moves what is between."""


class RigPanel(Panel):
    """Puts its parts together, each in a module of its own: which rig (`schema_row`), the head (`stage`), what it wears
    (`likeness`, `hair`), what is done with all values (`actions`), the sliders (`panel`). All work on `rig`."""

    def __init__(self, document: ProjectDocument, engine_thread: EngineThread, fits: RigFits, photos: PersonPhotos,
                 textures: FaceTextures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self._thread, self._fits = document, engine_thread, fits
        self._photos, self._textures = photos, textures
        self._settings = QSettings()
        self.rig = ShownRig(document, engine_thread, self)
        self._heights: Sequence[int] = ()  # of the head and what is below, once somebody has moved what is between
        self._build()
        self._bind()
        self._photo_changed()

    # -- building ----------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.likeness = LikenessRow(self._textures)
        self.hair = HairButton()
        self.photos_button = tool_button("photos", self.tr("More photos of this person…"), self._photos_clicked)
        self.photos_button.setCheckable(True)
        self.likeness.add(self.hair)
        self.likeness.add(self.photos_button)
        self.stage = RigHead(self.rig, self._thread, self.likeness, self._textures)
        self.notes = self.stage.notes
        self._choices = ChoiceControls(self.rig.schema)
        self._keep_marks()
        self.panel = ControlPanel(self._choices.table, self._key(), lockable=True, folded=self._folded(),
                                  group_type=ChoiceGroup)
        self.panel.scroll_area.setMinimumHeight(px(20))  # in a low window the head has its share before the sliders
        self.variation = VariationStrip(self.rig)
        self.panel.set_top(self.variation, folds=False, scrolls=True)
        self.actions_row = RigActions(self.rig, self._fits, self.locked, lambda: self.variation.strength)
        self.regions = RegionSources(self.rig, self.stage.show_, self._thread, self.locked, self)
        self.schema_row = SchemaRow(self.rig)
        self.link_button = LiveLinkButton(self._thread, self.stage.redraw)
        self.beside_button = tool_button("beside", self.tr("Show the head beside the photo"), self._beside_toggled)
        self.beside_button.setCheckable(True)
        self._wants_beside = self._settings.value("rig/beside", "true") in (True, "true")
        self.link_button.show_schema(self.rig.schema.name)
        self.schema_row.row.addWidget(self.link_button)
        self.schema_row.row.addWidget(self.beside_button)
        self.below = QWidget()
        column = QVBoxLayout(self.below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.likeness)
        column.addWidget(self.actions_row)
        column.addWidget(self.panel, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.stage)
        self.splitter.addWidget(self.below)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(self._heights_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.schema_row)
        layout.addWidget(self.splitter, 1)

    def _bind(self) -> None:
        document, rig = self.document, self.rig
        rig.schema_changed.connect(self._schema_changed)
        rig.noted.connect(self.noted)
        self.stage.problem.connect(self.problem)
        self._textures.problem.connect(self.problem)
        self._photos.failed.connect(self.problem)
        self._photos.changed.connect(self._show_photos)
        self.likeness.changed.connect(self._show_notes)
        self.hair.changed.connect(self.stage.redraw)
        self.hair.changed.connect(self._show_notes)
        self.notes.model_requested.connect(self.models_requested)
        self.actions_row.refused.connect(self.refused)
        self.actions_row.blend_requested.connect(lambda: self.blend_requested.emit(
            rig, self.locked(), self.stage.worn()))
        self.panel.group_menu_made.connect(self.regions.fill)
        self.regions.refused.connect(self.refused)
        self.schema_row.refused.connect(self.refused)
        self.actions_row.export_requested.connect(lambda: self.export_requested.emit("rig"))
        self.panel.gesture_started.connect(document.begin_gesture)
        self.panel.stepped.connect(document.join_gesture)
        self.panel.changing.connect(lambda values: document.follow(rig.namespace, self._choices.meant(values)))
        self.panel.changed.connect(lambda values, text: document.end_gesture())
        self.panel.retracted.connect(document.retract)
        document.values_changed.connect(self._values_changed)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._photo_changed)
        self._fits.changed.connect(self._show_note)
        self._fits.changed.connect(self._show_notes)

    def _values_changed(self, face: int, namespace: str) -> None:
        if (face, namespace) == (self.document.selected, self.rig.namespace):
            self._show_values()

    # -- schema ------------------------------------------------------------------------------------------------
    def _key(self) -> str:
        return f"rig-{self.rig.schema.name}"

    def _folded(self) -> tuple[str, ...]:
        """All groups but the first three, so that a long schema opens as a list of headings."""
        return tuple(dict.fromkeys(control.group for control in self.rig.schema.controls))[3:]

    def _schema_changed(self) -> None:
        self._choices = ChoiceControls(self.rig.schema)
        self._keep_marks()
        self.panel.set_table(self._choices.table, self._key(), self._folded())
        self.link_button.show_schema(self.rig.schema.name)
        self._show_values()

    def _keep_marks(self) -> None:
        """A star or a lock that somebody gave to one of a choice's values, when each had a row, is the choice's."""
        memory = PanelMemory(self._settings, self._key())
        for what in ("favourites", "locked"):
            kept = memory.names(what)
            if (names := self._choices.names(kept)) != kept:
                memory.keep(what, names)

    def locked(self) -> frozenset[str]:
        """Ids of the schema's values that stay as they are."""
        return self._choices.members(self.panel.locked())

    # -- values ------------------------------------------------------------------------------------------------
    def _show_values(self) -> None:
        self.panel.set_values(self._choices.shown(self.rig.settings()))
        self.variation.show_values()
        self._show_note()
        self._show_notes()
        self.schema_row.show_shape()
        self.stage.redraw()

    def _show_note(self) -> None:
        """The fit's residual, for as long as the values are those of the fit; or what it left alone."""
        fit, moved = self._fits.fit_shown(self.rig.schema), self._fits.moved_shown(self.rig.schema)
        self.stage.view.set_note(self._residual(fit) if fit is not None else
                                 self.tr("Fitted; values that you moved meanwhile stay: {0}").format(moved) if moved
                                 else "")

    def _show_notes(self) -> None:
        """What is to be known of the head as it is worn now, and of the fit while its values hold."""
        photo, face = self.document.photo, self.document.selected
        likeness, wear, _ = self.stage.worn()
        notes: list[Note] = []
        if photo is not None and face >= 0:
            notes += self._textures.notes((photo.id, face)) if likeness.texture else ()
            notes += self._textures.hair_notes((photo.id, face)) if wear.hair == PHOTO else ()
            fit = self._fits.fit_shown(self.rig.schema)
            notes += fit.notes if fit is not None else ()
        self.notes.show_notes(notes)

    def _photos_clicked(self) -> None:
        self._show_photos()  # a click checks the button whatever comes of it
        self.photos_requested.emit()

    def _show_photos(self) -> None:
        """Whether the head is made of several photos."""
        several = bool(self._photos.named())
        self.photos_button.setChecked(several)
        set_tip(self.photos_button, self.tr("More photos of this person…") if not several else
                self.tr("The head is made of {0} photos of this person…").format(1 + len(self._photos.named())))

    def _photo_changed(self) -> None:
        present = self.document.selected >= 0
        self.panel.setEnabled(present)
        self.panel.set_reason("" if present else self.tr("Open a photo: the head is fitted to the face in it.")
                              if self.document.photo is None else self.tr("No face was found in this photo."))
        self.actions_row.refresh()
        self.photos_button.setEnabled(present)
        self._face_changed()
        self._show_photos()

    def _face_changed(self, _: int = 0) -> None:
        self._show_values()

    def _residual(self, fit: "RigFit") -> str:
        """How far the rig stays from the photo, in words."""
        if fit.residual_max_mm < 0.05:  # an expression that the schema can say whole
            return self.tr("Fit: as in the photo")
        text = self.tr("Fit: {0} mm off, {1} mm at most").format(f"{fit.residual_mm:.1f}", f"{fit.residual_max_mm:.1f}")
        if fit.landmark_px is not None:
            text += self.tr("; {0} px in the photo").format(f"{fit.landmark_px:.1f}")
        return text

    # -- beside the photo --------------------------------------------------------------------------------------
    def beside(self) -> QWidget | None:
        """The head, which has more room there."""
        return self.stage if self._wants_beside else None

    def tell_room_beside(self, there: bool) -> None:
        self.beside_button.setEnabled(there)
        self.beside_button.setChecked(there and self._wants_beside)
        set_tip(self.beside_button, self.tr("Show the head beside the photo") if there
                else self.tr("There is no room for the head beside the photo"))

    def take_back(self) -> None:
        self.splitter.insertWidget(0, self.stage)
        self._share_height()
        self.stage.show()

    def _share_height(self) -> None:
        head = self.stage.height_for(round(_SHARE * self.height()))
        self.splitter.setSizes(self._heights or (head, max(self.splitter.height() - head, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self._heights:
            self._share_height()

    def _heights_moved(self, *_: int) -> None:
        self._heights = self.splitter.sizes()

    def _beside_toggled(self) -> None:
        self._wants_beside = self.beside_button.isChecked()
        self._settings.setValue("rig/beside", self._wants_beside)
        self.beside_changed.emit()
