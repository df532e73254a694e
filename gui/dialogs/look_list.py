"""The looks that a batch can draw, to be ticked: what is set on the face now, then every preset."""

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidgetItem, QWidget

from engine.expression.presets import Preset, all_presets
from engine.systems import beyond
from gui.controls.line_list import LineList
from gui.controls.tip import set_tip
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank
from gui.model.presets_over import worn
from gui.style.pixels import to_pixmap
from gui.words import language
from gui.words.plain import one_line
from gui.words.renderers import renderer_name

_PICTURE = 40
"""Side of the current look's picture, logical pixels."""
_CURRENT = "current-look"
REST_MS = 300
"""After the last move of a hand before the current look is drawn again."""


class LookList(LineList):
    """The first line follows the face in the window for as long as the list is there.

    changed: something else is ticked, or can be. presets: by id.
    """

    changed = Signal()

    def __init__(self, document: ProjectDocument, thread: EngineThread, renderer: str,
                 parent: QWidget | None = None) -> None:
        """renderer: who is to draw them."""
        super().__init__(parent)
        self._document, self._thread, self._renderer = document, thread, renderer
        self.presets = {preset.id: worn(preset) for preset in all_presets()[0]}
        self._drawing: Ask[list[np.ndarray]] | None = None
        self._there = False  # whether anything is set
        self.setIconSize(QSize(_PICTURE, _PICTURE))
        self._add(self.current, Qt.CheckState.Unchecked)
        for preset in self.presets.values():
            self._add(preset, Qt.CheckState.Checked)
        self.itemChanged.connect(self.changed)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._show_current)
        document.look_changed.connect(self._look_changed)
        document.selection_changed.connect(self._show_current)
        document.photo_changed.connect(self._show_current)
        self._show_current()

    @property
    def current(self) -> Preset:
        """What is set on the chosen face; its id is that of no preset."""
        name, number = _CURRENT, 1
        while name in self.presets:
            number += 1
            name = f"{_CURRENT}-{number}"
        return Preset(name, self.tr("The look that is set now"), self._document.look())

    @property
    def chosen(self) -> list[Preset]:
        """The looks that are ticked and can be drawn."""
        return [look for row, look in enumerate(self._offered())
                if self.item(row).checkState() == Qt.CheckState.Checked
                and self.item(row).flags() & Qt.ItemFlag.ItemIsEnabled]

    def tick(self, on: bool) -> None:
        """All or none."""
        for row in range(self.count()):
            self.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def set_renderer(self, renderer: str) -> None:
        """Another is to draw them."""
        self._renderer = renderer
        self._show_possible()

    def _show_possible(self) -> None:
        """Only what the renderer can follow can be ticked."""
        renderer = self._renderer
        self.blockSignals(True)
        for row, look in enumerate(self._offered()):
            if row == 0 and not len(look.look):
                why = self.tr("Nothing is set on the face.")
            elif beyond(renderer, look.look):
                why = self.tr("{0} cannot follow this look.").format(renderer_name(renderer))
            else:
                why = ""
            item, enabled = self.item(row), Qt.ItemFlag.ItemIsEnabled
            item.setFlags(item.flags() & ~enabled if why else item.flags() | enabled)
            set_tip(item, why)
        self.blockSignals(False)

    def _offered(self) -> list[Preset]:
        return [self.current, *self.presets.values()]

    def _add(self, look: Preset, state: Qt.CheckState) -> None:
        item = QListWidgetItem(one_line(look.label_in(language.current_language())), self)
        item.setData(Qt.ItemDataRole.UserRole, look.id)
        item.setCheckState(state)

    def _look_changed(self, _: int) -> None:
        """A hand on a slider tells it a hundred times a second, and must not wait for this list."""
        if bool(len(self._document.look())) != self._there:
            self._show_current()
        else:
            self._rest.start()

    def _show_current(self, _: int = 0) -> None:
        """Another look is set now; one that comes of nothing is ticked, for it is what one works on."""
        self._rest.stop()
        there = bool(len(self._document.look()))
        if there != self._there:
            self._there = there
            self.item(0).setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
        self._show_possible()
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        photo, face, look = self._document.photo, self._document.selected, self._document.look()
        if self._drawing is not None:
            self._drawing.drop()
            self._drawing = None
        if photo is None or face < 0 or not len(look):
            self.item(0).setIcon(QIcon())
            return
        side, photo_id = round(_PICTURE * self.devicePixelRatioF()), photo.id
        self._drawing = Ask(self, "thumbnail", lambda engine: engine.pictures.thumbnails(photo_id, face, [look], side),
                            Rank.QUIET)
        # Without its picture the line says the same: what cannot be drawn now is told when it is to be.
        self._drawing.then(self._drawn).failed(lambda _: None).start(self._thread)

    def _drawn(self, pictures: list[np.ndarray]) -> None:
        self.item(0).setIcon(QIcon(to_pixmap(pictures[0])))
