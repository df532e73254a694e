"""An engine for the rig panel that answers at once."""

import threading
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.note import Note
from engine.rig.fit import RigFit
from engine.rig.schema import load_schema
from engine.rig.values import RigValues
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_textures import FaceTextures
from gui.model.person_photos import PersonPhotos
from gui.model.rig_fits import RigFits
from gui.panels.rig import RigPanel
from tests.gui.fakes import FakeEngine


class Engine(FakeEngine):
    """Fits to a fixed rig and paints the head as a flat square; remembers what it was asked."""

    drawn: list[tuple[RigValues, Look | None, float, int]] = []
    fails = False
    notes: tuple[Note, ...] = ()
    tells = True
    """Whether a face tells its role shape."""
    shapes: list[str]
    """Those that fits were asked for."""
    gate2 = threading.Event()
    fitting = threading.Event()
    """Set: a fit comes to its end."""
    made: "Engine"

    def __init__(self) -> None:
        super().__init__()
        Engine.made, self.shapes = self, []

    def fit_rig(self, photo: str, face: int, schema: str, shape: str) -> Job[RigFit]:
        yield Progress(0, 2, "fitting")
        while not Engine.fitting.wait(0.001):
            yield Progress(0, 2, "fitting")
        if Engine.fails:
            raise EngineError("the face is turned too far", "take another photo")
        self.shapes.append(shape)
        known = load_schema(schema)
        values = known.set(known.defaults(shape), {known.slots[0].id: known.slots[0].maximum})
        return RigFit(values, 0.84, 2.51, 1.2, 4.0, 0.01, Engine.notes, bool(shape) or Engine.tells)

    def draw_head(self, values: RigValues, look: Look | None, photo: str | None, face: int, yaw: float, pitch: float,
                  zoom: float, size: int) -> Job[np.ndarray]:
        Engine.gate2.wait(5)
        Engine.drawn.append((values, look, yaw, size))
        yield Progress(0, 1)
        return np.full((size, size, 4), 200, np.uint8)


def rig_panel(document: ProjectDocument, thread: EngineThread) -> RigPanel:
    """A panel with what a session has for it."""
    photos = PersonPhotos(document, thread, parent=document)
    return RigPanel(document, thread, RigFits(document, thread, document), photos,
                    FaceTextures(document, thread, photos, document))


def idle(panel: RigPanel, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: panel.stage.resting and not panel.stage.view._rest.isActive())
