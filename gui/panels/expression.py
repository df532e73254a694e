"""The expression panel: presets of this face, a copy from another photo, and every action unit."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QVBoxLayout, QWidget

from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.look import Look
from engine.base.text import Text
from engine.expression import presets as preset_files
from engine.expression.covered_controls import covered_controls
from engine.expression.presets import Preset, laid_over
from engine.expression.several_faces import SeveralFaces
from engine.expression.units import CONTROLS, RAW_GROUP
from engine.photo.picture_kinds import PICTURE_PATTERNS
from engine.project.face_state import LOOK
from engine.systems import RENDERERS, never_followed
from gui.controls.control_panel import ControlPanel
from gui.controls.label import label
from gui.controls.message import is_sure
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.expression_copy import ExpressionCopy, is_kept
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.model.live_preview import LivePreview
from gui.model.preset_pictures import PresetPictures
from gui.model.presets_over import presets_over, set_presets_over
from gui.panels.face_choice import FaceChoice
from gui.panels.panel import Panel
from gui.panels.preset_tile import PICTURE
from gui.panels.presets import PresetStrip
from gui.style.pixels import to_pixmap
from gui.words import language
from gui.words.engine_texts import sentence
from gui.words.plain import short
from gui.words.renderers import remarks


class ExpressionPanel(Panel):
    """Talks to the document about the chosen face's look. Its sliders say what the renderer of the final picture
    (`choice`) cannot follow."""

    def __init__(self, document: ProjectDocument, choice: FinalRendererChoice, pictures: PresetPictures,
                 expression_copy: ExpressionCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self._choice, self._pictures, self._copy = document, choice, pictures, expression_copy
        self._preview: LivePreview | None = None
        self.panel = ControlPanel(CONTROLS, "expression", folded=(RAW_GROUP,))
        self.strip = PresetStrip()
        self.strip.set_over(presets_over())
        self.panel.set_top(self.strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.notes = label("", "warn")
        self.notes.setContentsMargins(16, 8, 16, 8)
        self.notes.hide()
        layout.addWidget(self.panel)
        layout.addWidget(self.notes)  # below: they come and go during a drag, and no slider moves away under the hand
        self._applied: tuple[Preset, Look, Look] | None = None  # preset, look before it, look it made
        self._covered: tuple[Text, ...] = ()  # what is told of the face, of its covered parts among it
        self._expressive = False  # whether anything of an expression was set when the look was shown last
        self._bind()
        self.reload_presets()
        self._photo_changed()
        self._show_look()
        self._show_remarks()

    def _bind(self) -> None:
        document, panel, strip = self.document, self.panel, self.strip
        panel.gesture_started.connect(document.begin_gesture)
        panel.stepped.connect(document.join_gesture)
        panel.changing.connect(lambda values: document.follow(LOOK, values))
        panel.changed.connect(lambda values, text: document.end_gesture())
        panel.retracted.connect(document.retract)
        document.look_changed.connect(self._look_changed)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._photo_changed)
        strip.picked.connect(self.apply_preset)
        strip.added.connect(self.add_preset)
        strip.over_switched.connect(self._over_switched)
        strip.amount_started.connect(self._amount_started)
        strip.amount_changing.connect(self._amount_moves)
        strip.amount_changed.connect(lambda share: document.end_gesture())
        strip.save_requested.connect(self.save_preset)
        strip.delete_requested.connect(self.delete_preset)
        strip.rename_requested.connect(self.rename_preset)
        strip.replace_requested.connect(self.overwrite_preset)
        strip.copy_requested.connect(self.copy_from_photo)
        self._pictures.came.connect(self._picture_came)
        strip.scrolled.connect(self._prefer)
        self._pictures.cleared.connect(strip.clear_pictures)
        self._pictures.failed.connect(self.problem)
        self._copy.failed.connect(self.refused)
        self._copy.several.connect(self._choose_face)
        self._choice.changed.connect(self._show_remarks)
        self._choice.known.connect(self._show_remarks)

    # -- look --------------------------------------------------------------------------------------------------
    def _look_changed(self, face: int) -> None:
        if face == self.document.selected:
            self._show_look()

    def follow(self, preview: LivePreview) -> None:
        """Say what of the chosen face cannot move, from when it is ready. The panel hears it itself, and of nobody who
        may outlive it."""
        self._preview = preview
        preview.notes_changed.connect(self._notes_changed)
        self.document.selection_changed.connect(self._tell_notes)
        self._tell_notes()

    def _notes_changed(self, face: int) -> None:
        if face == self.document.selected:
            self._tell_notes()

    def _tell_notes(self, _: int = 0) -> None:
        """Asked with every frame. A slow renderer's notes have a place of their own."""
        covered = self._preview.notes(self.document.selected) if self._preview is not None else ()
        if covered != self._covered:
            self._covered = covered
            self._show_remarks()
        frame = self._preview.frame(self.document.selected) if self._preview is not None else None
        if frame is None or RENDERERS[frame.request.rendering.renderer].live:
            self.show_notes(tuple(map(sentence, self._preview.notes(self.document.selected))) if self._preview else ())

    def show_notes(self, notes: tuple[str, ...]) -> None:
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _show_look(self) -> None:
        look = self.document.look()
        self.panel.set_values(look)
        self._follow_amount(look)
        self.strip.set_lit(self._applied[0].id if self._applied is not None else self._shown_by(look))

    def _follow_amount(self, look: Look) -> None:
        """How much of the preset the look holds now, after an undo for one; another look holds none. Where the last of
        an expression goes, the amount goes back to where it begins."""
        if self._applied is not None and look != self._applied[2]:
            preset, before, _ = self._applied
            share = share_in(look, before, self._meant(preset, before), self.document.table)
            self._applied = (preset, before, look) if share else None
            if share:
                self.strip.set_share(share)
        expressive = any(key in CONTROLS for key in look)
        if self._expressive and not expressive and self._applied is None:
            self.strip.set_share(1.0)
        self._expressive = expressive

    def _meant(self, preset: Preset, look: Look) -> Look:
        """The look that this preset in full makes of `look`."""
        kept = {key: value for key, value in look.items_ if self._stays(key)}
        return Look.of(self.document.table, {**kept, **self._worn(preset).look})

    def _worn(self, preset: Preset) -> Preset:
        """The preset as a click lays it on: over the photo's own smile, or instead of it."""
        return laid_over(preset) if self.strip.over else preset

    def _shown_by(self, look: Look) -> str:
        """The id of the first preset that in full, in either way, makes this of a look; "" for none. Asked with every
        move of a hand."""
        moved = {key for key, _ in look.items_ if not self._stays(key)}
        values = set(look.items_)
        return next((name for name, asked, keys in self._asked if moved <= keys and asked <= values), "")

    def _stays(self, control_id: str) -> bool:
        """Whether a preset that does not name a value leaves it alone."""
        return is_kept(control_id) or self.document.table[control_id].stage == "pose"

    def apply_preset(self, preset: Preset) -> None:
        """The preset instead of the expression that is set, by the strip's amount; pose and drawing stay."""
        if self.document.selected < 0:
            return
        before = self._applied[1] if self._applied is not None else self.document.look()
        look = self._between(before, self._meant(preset, before), self.strip.share)
        self._applied = (preset, before, look)
        self.document.set_look(look, preset.label_in(language.current_language()))
        self._show_look()

    def add_preset(self, preset: Preset) -> None:
        """The preset on top of what is set, limited to each control's range."""
        table, look = self.document.table, self.document.look()
        values = {}
        for key, value in self._worn(preset).look.items():
            control = table[key]
            total = look.get(key, control.default) + (value - control.default) * self.strip.share
            values[key] = min(max(total, control.minimum), control.maximum)
        self.document.set_controls(values, preset.label_in(language.current_language()))

    def _between(self, before: Look, target: Look, share: float) -> Look:
        """From `before` (0) to `target` (1), control by control."""
        table: ControlTable = self.document.table
        values = {}
        for key in {*before, *target}:
            start, end = (look.get(key, table[key].default) for look in (before, target))
            values[key] = end if share >= 1 else round(start + (end - start) * share, 4)
        return Look.of(table, values)

    def _amount_started(self) -> None:
        if self._applied is not None:
            self.document.begin_gesture(Text("Preset amount"))
            if self.strip.amount.in_steps:
                self.document.join_gesture(self.strip.amount.control.id)

    def _amount_moves(self, share: float) -> None:
        if self._applied is None:
            return  # it counts for the next click
        preset, before, current = self._applied
        look = self._between(before, self._meant(preset, before), share)
        self._applied = (preset, before, look)
        table = self.document.table
        self.document.follow(LOOK, {key: look.get(key, table[key].default) for key in {*look, *current}})

    def _over_switched(self, over: bool) -> None:
        """Remembered; what was clicked last follows, and so do the pictures."""
        set_presets_over(over)
        self._show_pictures()
        if self._applied is not None:
            self.apply_preset(self._applied[0])

    # -- presets -----------------------------------------------------------------------------------------------
    def reload_presets(self) -> None:
        """Read the preset files again."""
        self._presets, problems = preset_files.all_presets()
        both = [(preset.id, look) for preset in self._presets for look in (preset.look, laid_over(preset).look)]
        self._asked = [(name, frozenset(look.items_), frozenset(look)) for name, look in both if len(look)]
        self.strip.set_presets(self._presets)
        self.strip.set_photo_present(self.document.selected >= 0)
        self.panel.chain()
        for problem in problems:
            self.problem.emit(problem)
        self._show_pictures()

    def save_preset(self) -> None:
        """Ask for a name and write what is set now as a preset."""
        name, ok = QInputDialog.getText(self, self.tr("Save preset"), self.tr("Name of the preset:"))
        if ok and name.strip():
            self.save_preset_as(name)

    def save_preset_as(self, name: str) -> None:
        taken = preset_files.safe_name(name) in {preset.id for preset in self._presets if preset.own}
        if taken and not self._sure(self.tr("There is a preset “{0}” already. Replace it?").format(short(name))):
            return
        self._change_presets(lambda: preset_files.save_preset(name, self._expression(), replace=taken))

    def rename_preset(self, preset: Preset) -> None:
        """Ask for another name. What comes with the program stays, and that is said."""
        if not preset.own:
            self._change_presets(lambda: preset_files.rename_preset(preset, preset.label))
            return
        name, ok = QInputDialog.getText(self, self.tr("Rename preset"), self.tr("Name of the preset:"),
                                        text=preset.label)
        if ok and name.strip() and name != preset.label:
            self._change_presets(lambda: preset_files.rename_preset(preset, name))

    def overwrite_preset(self, preset: Preset) -> None:
        question = self.tr("Replace the preset “{0}” with what is set now?").format(short(preset.label))
        if not preset.own or self._sure(question):
            self._change_presets(lambda: preset_files.overwrite_preset(preset, self._expression()),
                                 Text("The preset {0} is replaced.", short(preset.label)),
                                 self._way_back(preset, replaced=True))

    def delete_preset(self, preset: Preset) -> None:
        if not preset.own or self._sure(self.tr("Delete the preset “{0}”?").format(short(preset.label))):
            self._change_presets(lambda: preset_files.delete_preset(preset),
                                 Text("The preset {0} is deleted.", short(preset.label)),
                                 self._way_back(preset, replaced=False))

    @staticmethod
    def _way_back(preset: Preset, replaced: bool) -> Callable[[], object] | None:
        """What puts a preset's file back as it is now; None where it cannot be read any more."""
        with suppress(EngineError):
            before = preset_files.preset_file(preset)
            return lambda: preset_files.restore_preset(preset, before, replace=replaced)
        return None

    def _expression(self) -> dict[str, float]:
        """What a preset keeps of the look."""
        return {key: value for key, value in self.document.look().items() if key in CONTROLS}

    def _change_presets(self, change: Callable[[], object], told: Text | None = None,
                        undo: Callable[[], object] | None = None) -> None:
        """Do something with the files, say what is wrong, and show what there is then; the focus stays in its place.
        told, undo: what was done, and the way back."""
        focused = next((place for place, tile in enumerate(self.strip.tiles.values()) if tile.hasFocus()), None)
        try:
            change()
        except EngineError as error:
            self.refused.emit(error)
            return
        self.reload_presets()
        self._show_look()
        tiles = list(self.strip.tiles.values())
        if focused is not None:
            tiles[min(focused, len(tiles) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        if undo is not None:
            self.reversible.emit(told, lambda: self._change_presets(undo))

    def _sure(self, question: str) -> bool:
        return is_sure(self, self.tr("Presets"), question)

    # -- from another photo ------------------------------------------------------------------------------------
    def copy_from_photo(self) -> None:
        """Choose a picture; what its face does is set on this one, as one step."""
        settings = QSettings()
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Copy the expression of a photo"), str(settings.value("folders/open", "")),
            self.tr("Pictures") + f" ({PICTURE_PATTERNS})")
        if path:
            settings.setValue("folders/open", str(Path(path).parent))
            self.copy_from(Path(path))

    def _choose_face(self, path: Path, faces: SeveralFaces) -> None:
        choice = FaceChoice(path.name, faces.pictures, self)
        choice.chosen.connect(lambda face: self._copy.start(path, face))
        choice.open()

    def copy_from(self, path: Path) -> Ask[Look] | None:
        return self._copy.start(path)

    # -- pictures of the presets -------------------------------------------------------------------------------
    def _show_remarks(self) -> None:
        """Mark the sliders that the renderer of the final picture cannot follow, or not well, and those that move only
        what is covered in the photo."""
        renderer, covered = self._choice.drawing, covered_controls(self._covered)
        idle = never_followed(renderer) | covered.keys()
        said = {**{key: sentence(note) for key, note in covered.items()}, **remarks(renderer)}
        for control in CONTROLS:  # a row of both sides goes by the pair's name
            if control.pair and control.id in said:
                said[control.pair] = said[control.id]
        pairs = {control.pair for control in CONTROLS if control.pair and idle.issuperset(CONTROLS.ids(control.pair))}
        self.panel.set_remarks(said, idle | pairs)

    def _photo_changed(self) -> None:
        present = self.document.selected >= 0  # a photo may show no face
        self.panel.setEnabled(present)
        self.panel.set_reason("" if present else self.tr("Open a photo: these sliders move the face in it.")
                              if self.document.photo is None else self.tr("No face was found in this photo."))
        self.strip.set_photo_present(present)
        self._face_changed()

    def _face_changed(self, _: int = 0) -> None:
        self._applied, self._expressive = None, False
        self.strip.set_share(1.0)
        self._show_look()

    def _show_pictures(self) -> None:
        """What is drawn already; the others come, sharp on this screen."""
        side = round(PICTURE * self.devicePixelRatioF())
        self._pictures.set_presets([self._worn(preset) for preset in self._presets], side)
        self._prefer()
        for preset in self._presets:
            self._show_picture(preset)

    def _prefer(self) -> None:
        """What is in sight is drawn first."""
        if self.strip.isVisible():
            self._pictures.prefer(self.strip.in_sight())

    def _show_picture(self, preset: Preset) -> None:
        picture = self._pictures.picture(self._worn(preset))
        if picture is not None:
            self.strip.set_picture(preset.id, to_pixmap(picture))

    def _picture_came(self, preset_id: str) -> None:
        for preset in self._presets:
            if preset.id == preset_id:
                self._show_picture(preset)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_pictures()


def share_in(look: Look, before: Look, target: Look, table: ControlTable) -> float | None:
    """How far `look` is on the way from `before` (0) to `target` (1), the same for every control; None where it is not
    on that way, or still at its beginning."""
    shares = []
    for key in {*look, *before, *target}:
        now, start, end = (values.get(key, table[key].default) for values in (look, before, target))
        if start != end:
            shares.append((now - start) / (end - start))
        elif now != start:
            return None
    if not shares or max(shares) - min(shares) > 1e-3:  # looks are rounded to four places
        return None
    share = round(sum(shares) / len(shares), 3)
    return share if 0.0 < share <= 1.0 else None
