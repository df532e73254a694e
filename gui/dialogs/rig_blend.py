"""Blending a game head with others: how much of each, and regions that are one head's alone."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.base.controls import Control
from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.rig.blend import LEAST, LETTERS, MOST, blended, only, regions_of
from engine.rig.hair.wear import BARE, HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.staging import HeadStaging
from engine.rig.values import RigValues
from gui.controls.context_menu import ContextMenu
from gui.controls.label import ElidedLabel, label
from gui.controls.slider import Slider
from gui.controls.value_field import ValueField, join
from gui.controls.wheel import ChoiceBox, ScrollArea
from gui.dialogs.job_dialog import JobDialog
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank
from gui.model.person_photos import More, opened
from gui.model.rig_sources import head_of_file, past_heads
from gui.model.shown_rig import ShownRig
from gui.panels.head_viewport import HeadViewport
from gui.panels.tool_button import tool_button
from gui.style.scale import px
from gui.words import language

WEIGHT = Control(id="blend.weight", label="Weight", group="Rig", minimum=0.0, maximum=100.0, default=50.0, step=5.0,
                 unit="%")


class _Wanted(NamedTuple):
    """A picture of the head, as `rigs.draw` takes it: whole, so that a head that was turned while another waited is
    drawn as it is turned now."""

    values: RigValues
    look: None
    photo_id: str | None
    face: int
    yaw: float
    pitch: float
    zoom: float
    side: int
    likeness: HeadLikeness
    staging: HeadStaging
    wear: HeadWear
    more: tuple[str, ...]


class _Source(QWidget):
    """One head: its letter, its name, how much of it, and a button that takes it away."""

    def __init__(self, name: str, head: RigValues) -> None:
        super().__init__()
        self.head = head
        self.letter, self.name = label("", "heading"), ElidedLabel(name)
        self.letter.setFixedWidth(px(16))
        self.name.setFixedWidth(px(130))
        self.weight, self.field = Slider(WEIGHT), ValueField(WEIGHT)
        self.field.setFixedSize(px(48), px(22))
        join(self.weight, self.field)
        self.weight.set_amount(WEIGHT.default)
        self.field.show_value(self.weight.amount)
        self.weight.setAccessibleName(name)
        self.weight.changing.connect(lambda _: self.field.show_value(self.weight.amount))
        self.field.entered.connect(self.weight.apply)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.letter, self.name, self.weight, self.field):
            row.addWidget(widget, int(widget is self.weight))
        self.row = row


class RigBlendDialog(JobDialog):
    """The head that is set now is A; up to five more. What is locked stays; the result is one undo step.

    others: photos and projects of the tray, by name. worn: what of the photo's face the head wears, what else, and
    the further photos of which.
    """

    def __init__(self, rig: ShownRig, engine_thread: EngineThread, locked: frozenset[str] = frozenset(),
                 others: Sequence[tuple[str, Path]] = (), worn: tuple[HeadLikeness, HeadWear, More] = (PLAIN, BARE, ()),
                 parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Blend heads"))
        self._rig, self._thread, self._locked, self._others = rig, engine_thread, locked, list(others)
        self._schema, self._settings, self._worn = rig.schema, QSettings(), worn
        self._drawing: Ask[np.ndarray] | None = None
        self._newest: deque[_Wanted] = deque(maxlen=1)  # asked for and not yet taken to be drawn
        self.sources: list[_Source] = []
        self.regions: dict[str, ChoiceBox] = {}
        self.view = HeadViewport()
        self.view.setMinimumSize(px(240), px(200))
        self.view.wanted.connect(self._draw)
        self.add_button = QPushButton(self.tr("Add a head"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._open_menu)
        self._heads, self._grid = QVBoxLayout(), QGridLayout()
        self._heads.setSpacing(4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._build()
        self.button(self.tr("Cancel"), self.reject)
        self.set_button = self.button(self.tr("Set on the face"), self.set_blended, default=True)
        self.job.ended.connect(self._show)
        self.add_head(self.tr("As it is now"), rig.values())

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("How much of each"), "heading"))
        column.addLayout(self._heads)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(self.tr("Regions of one head"), "heading"))
        column.addLayout(self._grid)
        column.addStretch(1)
        for row, region in enumerate(regions_of(self._schema)):
            box = self.regions[region] = ChoiceBox()
            name = language.translated("controls", region)
            box.setAccessibleName(name)
            box.addItem(self.tr("By weights"), -1)
            box.currentIndexChanged.connect(lambda _: self._show())
            self._grid.addWidget(label(name), row, 0)
            self._grid.addWidget(box, row, 1)
        area = ScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMinimumWidth(px(380))
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.view, 1)
        both.addWidget(area, 1)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.report)
        self.body.addWidget(self.job)
        self.resize(px(820), px(520))

    # -- heads -------------------------------------------------------------------------------------------------
    def add_head(self, name: str, head: RigValues) -> None:
        """One more of the same schema."""
        if len(self.sources) == MOST:
            return
        source = _Source(name, head)
        away = tool_button("close", self.tr("Without this head"), partial(self.remove, source))
        room = away.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # so that A's slider is as long as the others'
        away.setSizePolicy(room)
        source.row.addWidget(away)
        away.setVisible(bool(self.sources))
        source.weight.changing.connect(lambda _: self._draw())
        source.weight.changed.connect(lambda *_: self._show())
        self.sources.append(source)
        self._heads.addWidget(source)
        self._count()

    def remove(self, source: _Source) -> None:
        """What a region had from it is had by weights again."""
        place = self.sources.index(source)
        chosen = {region: box.currentData() for region, box in self.regions.items()}
        self.sources.remove(source)
        self._heads.removeWidget(source)
        source.hide()
        source.deleteLater()
        self._count({region: -1 if of == place else of - (of > place) for region, of in chosen.items()})

    def _count(self, chosen: dict[str, int] | None = None) -> None:
        """Letters and choices for as many heads as there are."""
        chosen = chosen or {region: box.currentData() for region, box in self.regions.items()}
        for letter, source in zip(LETTERS, self.sources, strict=False):
            source.letter.setText(letter)
        for region, box in self.regions.items():
            box.blockSignals(True)
            while box.count() > 1:
                box.removeItem(1)
            for place, source in enumerate(self.sources):
                box.addItem(f"{LETTERS[place]} · {source.name.text()}", place)
            box.setCurrentIndex(box.findData(chosen[region]))
            box.blockSignals(False)
        self._show()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.open_at(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def menu(self) -> ContextMenu:
        """From where a head can be had."""
        menu = ContextMenu(self.add_button)
        menu.add(self.tr("From files: values, projects, photos…"), self._browse)
        for name, path in self._others:
            menu.add(name, partial(self.add_file, path))
        past = past_heads(self._rig.document, self._schema)
        if past:
            menu.addSeparator()
        for name, head in past:
            menu.add(self.tr("History: {0}").format(name), partial(self.add_head, name, head))
        return menu

    def _browse(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Heads to blend with"),
                                                str(self._settings.value("folders/rig", "")))
        for name in names[:MOST - len(self.sources)]:
            self._settings.setValue("folders/rig", str(Path(name).parent))
            self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """The head that a file of values, a project or a photo tells of; a photo is fitted first."""
        photo = self._rig.document.photo
        schema, shape, photo_id = self._schema, self._rig.shape(), photo.id if photo is not None else ""
        self.report.hide()
        ask = Ask(self, self.tr("Looking for the head"),
                  lambda engine: head_of_file(engine, path, schema, shape, photo_id))
        self.job.watch(ask.then(lambda head: self.add_head(path.stem, head)).failed(self.say_failed)
                       .start(self._thread))
        self._show()

    # -- the blend ---------------------------------------------------------------------------------------------
    def blended(self) -> RigValues | None:
        """What would be set; None while it cannot be: one head alone, or all weights 0."""
        weights = [source.weight.amount for source in self.sources]
        if len(self.sources) < LEAST or not any(weights):
            return None
        regions = {region: only(box.currentData(), len(weights)) for region, box in self.regions.items()
                   if box.currentData() >= 0}
        mixed = blended([source.head for source in self.sources], weights, regions)
        own, numbers = self.sources[0].head, list(mixed.values)
        for control in self._locked:
            numbers[self._schema.index(control)] = own.values[self._schema.index(control)]
        return RigValues.of(mixed.schema, numbers, mixed.shape)

    def set_blended(self) -> None:
        values = self.blended()
        if values is not None:
            self._rig.set_schema(values.schema)
            self._rig.store_values(values, Text("Blend heads"))
            self.accept()

    def _show(self) -> None:
        several = len(self.sources) >= LEAST
        self.add_button.setEnabled(len(self.sources) < MOST and not self.job.busy)
        for box in self.regions.values():
            box.setEnabled(several)
        for source in self.sources:
            source.weight.setEnabled(several)
            source.field.setEnabled(several)
        self.set_button.setEnabled(self.blended() is not None and not self.job.busy)
        self._draw()

    def _draw(self) -> None:
        """The head as it would be; the newest wins."""
        if not self._thread.ready or not self.isVisible():
            return
        document, orbit = self._rig.document, self.view.orbit
        photo_id = document.photo.id if document.photo is not None and document.selected >= 0 else None
        likeness, wear, more = self._worn
        self._newest.append(_Wanted(self.blended() or self.sources[0].head, None, photo_id, max(document.selected, 0),
                                    orbit.yaw, orbit.pitch, orbit.zoom, self.view.side, likeness,
                                    HeadStaging(sent=False), wear, tuple(photo.digest for photo in more)))
        if self._drawing is not None:
            return
        newest = self._newest
        self._drawing = Ask(self, self.tr("Drawing the head"), lambda engine: _drawn_with(engine, more, newest.pop()),
                            Rank.PROMPT) \
            .then(self._drawn).failed(self._not_drawn).start(self._thread)

    def _drawn(self, pixels: np.ndarray) -> None:
        self._drawing = None
        self.view.set_picture(pixels)
        if self._newest:
            self._draw()

    def _not_drawn(self, error: EngineError) -> None:
        self._drawing = None
        self.say_failed(error)
        if self._newest:
            self._draw()

    def showEvent(self, event) -> None:  # noqa: N802
        super().showEvent(event)
        self._draw()


def _drawn_with(engine: EngineFacade, more: More, wanted: _Wanted) -> Job[np.ndarray]:
    yield from opened(engine, more)  # a head that was fitted to one of them has closed it
    return (yield from engine.rigs.draw(*wanted))
