"""Takes loaded, and turned into keys, in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.base.jobs import on_thread
from engine.motion.baking import bake
from engine.motion.curve import Curve
from engine.motion.timeline import PlacedTake
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane
from gui.model.timeline import TimelineModel

if TYPE_CHECKING:
    from engine.reenact.loading import LoadedTake


class TakeWork(QObject):
    """What comes of it lies on the timeline of the face for which it was asked, as long as that is chosen."""

    def __init__(self, document: ProjectDocument, model: TimelineModel, engine: EngineThread,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._model, self._engine = document, model, engine

    def load(self, path: Path) -> None:
        """Read a recording, or look at a video, and lay it down at the playhead."""
        place, at = self._place(), self._model.time
        if place is None:
            return

        def laid(loaded: "LoadedTake") -> None:
            if self._place() == place:
                self._model.put(PlacedTake(loaded.take, at))

        Ask(self, self.tr("Loading {0}").format(path.name), lambda engine: engine.takes.load(path)) \
            .then(laid).start(self._engine)

    def bake(self) -> None:
        """Turn the chosen take into keys."""
        place, number = self._place(), self._model.chosen_take
        timeline = self._model.timeline
        if place is None or number is None or number >= len(timeline.takes):
            return
        placed, base, table = timeline.takes[number], self._document.state().look, self._document.table

        def baked(curves: tuple[Curve, ...]) -> None:
            if self._place() == place and self._model.timeline == timeline and self._document.state().look == base:
                self._model.bake(number, curves)

        Ask(self, self.tr("Turning the take into keys"), lambda: on_thread(bake(placed, base, table)),
            lane=Lane.FILES).then(baked).start(self._engine)

    def _place(self) -> tuple[str, int] | None:
        """Which face of which photo is chosen."""
        photo, face = self._document.photo, self._document.selected
        return (photo.id, face) if photo is not None and face >= 0 else None
