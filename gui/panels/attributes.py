"""The attributes panel: what a person looks like, as knobs over a face generator."""

from functools import partial

import numpy as np
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.attributes.knobs import ATTRIBUTE, KNOBS, LOCK, MIX, MIX_GROUP
from engine.base.controls import ControlTable
from engine.base.errors import EngineError
from engine.base.jobs import on_thread, single
from engine.base.text import Text
from engine.project.face_state import LOOK
from gui.controls.control_panel import ControlPanel
from gui.controls.knob_group import KnobGroup
from gui.controls.seed_cell import Die
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.inversions import GENERATOR, Inversions
from gui.model.lanes import Rank
from gui.panels.attribute_scores import score_of
from gui.panels.inversion_card import InversionCard
from gui.panels.panel import Panel
from gui.panels.tool_button import tool_button
from gui.style.pixels import to_pixmap
from gui.style.scale import px
from gui.words.engine_texts import sentence

_SEED = MIX + "seed"
_OTHER = 128
"""Side of the picture of a face to mix in."""
_KEPT = 64
_LOW = 430
"""Pixels of height, at the usual size of words, below which the knobs need the room of the card's second line."""

TURNED = ControlTable(control for control in KNOBS if not control.id.startswith(LOCK))
"""The controls that have a tile of their own; a lock stands on its knob's."""


class AttributesPanel(Panel):
    """Talks to the document about the attribute values of the chosen face's look; `Inversions` looks for the face."""

    def __init__(self, document: ProjectDocument, engine: EngineThread, inversions: Inversions,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self._engine, self._inversions = document, engine, inversions
        self._pictures: dict[int, QPixmap] = {}  # of the faces to mix in, by seed
        self._drawing: Ask[np.ndarray] | None = None
        self.card = InversionCard(inversions)
        self.panel = ControlPanel(TURNED, "attributes", lockable=True, keeps_locks=False, unlockable=(MIX_GROUP,),
                                  folded=(MIX_GROUP,), group_type=KnobGroup, score=score_of)
        self.panel.filter_box.setAccessibleName(self.tr("Filter the knobs"))
        self.random_button = tool_button("random", self.tr("Randomise what is not locked"), self.randomise)
        self.panel.bar.add_button(self.random_button)
        top = QVBoxLayout()
        top.setContentsMargins(8, 8, 8, 2)
        top.addWidget(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.panel, 1)
        self._bind()
        self._face_changed()

    def _bind(self) -> None:
        document, panel = self.document, self.panel
        self.card.models_requested.connect(self._want_generator)
        panel.gesture_started.connect(document.begin_gesture)
        panel.stepped.connect(document.join_gesture)
        panel.changing.connect(lambda values: document.follow(LOOK, values))
        panel.changed.connect(lambda values, text: document.end_gesture())
        panel.retracted.connect(document.retract)
        panel.lock_toggled.connect(self._lock)
        panel.groups[MIX_GROUP].row_made.connect(lambda row: self._show_other() if row.name == _SEED else None)
        document.look_changed.connect(self._look_changed)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._face_changed)
        self._inversions.known.connect(self._enable)
        self._inversions.found.connect(self._found)
        self._inversions.told.connect(self._told)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.card.set_low(self.height() < px(_LOW))

    def _want_generator(self) -> None:
        self.models_requested.emit(GENERATOR)

    def _look_changed(self, face: int) -> None:
        if face == self.document.selected:
            self._show_look()

    def _found(self, _: int) -> None:
        self._show_other()

    def _told(self, face: int) -> None:
        if face == self.document.selected:
            self._show_shortfalls()

    def _show_shortfalls(self) -> None:
        """What knobs do not show on this face: in their tool tips, and by how many of their dots are filled."""
        said, levels = dict[str, list[str]](), dict[str, int]()
        for one in self._inversions.face(self.document.selected).shortfalls:
            key = ATTRIBUTE + one.name
            said.setdefault(key, []).append(sentence(one.sentence))
            levels[key] = min(one.level, levels.get(key, one.level))
        self.panel.set_remarks({key: "\n".join(lines) for key, lines in said.items()}, ())
        self.panel.set_levels(levels)

    def _show_look(self) -> None:
        look = self.document.look()
        self.panel.set_values(look)
        self.panel.set_locked({ATTRIBUTE + key.removeprefix(LOCK) for key in look if key.startswith(LOCK)})
        self._enable()
        self._show_other()

    def _face_changed(self, _: int = 0) -> None:
        self.card.show_face(self.document.selected)
        self._show_shortfalls()
        self._show_look()

    def _enable(self) -> None:
        """Without a generator the knobs are shut; values that a project brought can still be taken back."""
        present = self.document.selected >= 0
        self.panel.setEnabled(present and (self._inversions.possible or bool(self.panel.values())))
        self.random_button.setEnabled(present and self._inversions.possible)

    # -- the face that is mixed in -----------------------------------------------------------------------------
    def _die(self) -> Die | None:
        row = self.panel.groups[MIX_GROUP].rows.get(_SEED)  # there once somebody unfolded the group
        return row.slider() if row is not None else None

    def _show_other(self) -> None:
        """Its picture on the die; drawn when there is time, the newest seed only."""
        die, seed = self._die(), round(self.document.look().get(_SEED, TURNED[_SEED].default))
        if die is None:
            return
        die.set_picture(self._pictures.get(seed))
        ready = self._inversions.face(self.document.selected).inversion is not None  # the generator is loaded
        if seed in self._pictures or self._drawing is not None or not ready:
            return
        self._drawing = Ask(self, "other face", lambda engine: on_thread(single(
            lambda: engine.attributes.other_face(seed, _OTHER))), Rank.QUIET) \
            .then(partial(self._other_drawn, seed)).failed(self._other_failed).start(self._engine)

    def _other_drawn(self, seed: int, pixels: np.ndarray) -> None:
        self._drawing = None
        if len(self._pictures) >= _KEPT:
            self._pictures.clear()
        self._pictures[seed] = to_pixmap(pixels)
        self._show_other()

    def _other_failed(self, error: EngineError) -> None:
        self._drawing = None
        self.problem.emit(error)

    def _lock(self, name: str, on: bool) -> None:
        knob = TURNED.term(name)
        self.document.set_controls({LOCK + name.removeprefix(ATTRIBUTE): float(on)},
                                   Text("Lock {0}", knob) if on else Text("Unlock {0}", knob))

    def randomise(self) -> None:
        """Other attributes at random, as one step; what is locked stays."""
        from engine.attributes.random_look import random_look

        seed = int(np.random.SeedSequence().generate_state(1)[0])
        self.panel.propose(random_look(self.document.look(), seed), Text("Randomise"))
