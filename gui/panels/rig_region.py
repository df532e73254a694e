"""A region of another head, taken from the menu of the region's heading: of A, of the history, of a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.base.errors import EngineError
from engine.base.text import Term, Text
from engine.rig.blend import blended, in_schema, only, regions_of
from engine.rig.values import RigValues
from gui.controls.context_menu import ContextMenu
from gui.model.arriving import Arriving
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.rig_sources import head_of_file, past_heads
from gui.model.shown_rig import ShownRig
from gui.panels.head_show import HeadShow
from gui.words import language

_MOST_PAST = 5
"""Heads of the history in the menu."""


class RegionSources(QObject):
    """refused: an EngineError, the head could not be had. locked: ids of values that stay."""

    refused = Signal(object)

    def __init__(self, rig: ShownRig, show: HeadShow, engine_thread: EngineThread,
                 locked: Callable[[], frozenset[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._rig, self._show, self._thread, self._locked = rig, show, engine_thread, locked
        self._window, self._settings = parent, QSettings()

    def fill(self, menu: ContextMenu, region: str) -> None:
        """From where a region can be had, in the menu of its heading."""
        if region not in regions_of(self._rig.schema):
            return
        present, kept = self._rig.document.selected >= 0, self._show.kept
        name = language.translated("controls", region)
        menu.addSeparator()
        menu.add(self.tr("Take {0} from A").format(name), partial(self._take_kept, region),
                 present and kept is not None)
        menu.add(self.tr("Take {0} from a file: values, a project, a photo…").format(name),
                 partial(self._browse, region), present)
        for words, head in past_heads(self._rig.document, self._rig.schema, _MOST_PAST):
            menu.add(self.tr("Take {0} from the history: {1}").format(name, words), partial(self.take, region, head))

    def take(self, region: str, head: RigValues) -> None:
        """Set a region's values as another head of this schema has them, as one undo step; what is locked stays."""
        rig = self._rig
        own = rig.values()
        mixed = rig.schema.as_settings(blended([own, head], [1, 0], {region: only(1, 2)}))
        held = rig.schema.as_settings(own)
        rig.store({**mixed, **{one: held[one] for one in self._locked()}}, own.shape,
                  Text("Take {0} from another head", Term(region, region, "controls")))

    def _take_kept(self, region: str) -> None:
        kept = self._show.kept
        if kept is not None:
            try:
                self.take(region, in_schema([kept.values], self._rig.schema.name)[0])
            except EngineError as error:  # its schema may have been loaded anew
                self.refused.emit(error)

    def _browse(self, region: str) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("A head to take {0} from").format(
            language.translated("controls", region)), str(self._settings.value("folders/rig", "")))
        if name:
            self._settings.setValue("folders/rig", str(Path(name).parent))
            self.take_from_file(region, Path(name))

    def take_from_file(self, region: str, path: Path) -> None:
        """The same of what a file of values, a project or a photo tells of; a photo is fitted first. Unless another
        face or rig is shown by then."""
        rig, photo = self._rig, self._rig.document.photo
        schema, shape, opened = rig.schema, rig.shape(), photo.id if photo is not None else ""
        arriving = Arriving(rig.document, rig.namespace)

        def came(head: RigValues) -> None:
            if arriving.wanted and rig.schema is schema:
                self.take(region, head)

        Ask(self, self.tr("Looking for the head"), lambda engine: head_of_file(engine, path, schema, shape, opened)) \
            .then(came).failed(self.refused.emit).start(self._thread)
