"""The head of a rig: it is drawn anew whenever what it shows has changed, and stands in the panel or beside the photo.
"""

from collections import deque
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from engine.base.errors import EngineError
from engine.base.jobs import Job, single
from engine.base.look import Look
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.rig.hair.wear import NONE, PHOTO, HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.staging import HeadStaging
from engine.rig.values import RigValues
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.face_textures import FaceTextures
from gui.model.lanes import Rank
from gui.model.person_photos import More, opened
from gui.model.rig_wear import possible_wear, wearable
from gui.model.shown_rig import ShownRig
from gui.panels.head_notes import HeadNotes
from gui.panels.head_show import HeadShow, KeptHead
from gui.panels.head_tools import HeadTools
from gui.panels.head_viewport import HeadViewport
from gui.panels.rig_likeness import LikenessRow
from gui.style.scale import px
from gui.words.engine_texts import sentence

_TICK, _STEP = 33, 0.8
"""Milliseconds between two pictures of a head on the turntable, at least, and the degrees it turns by: a turn takes
fifteen seconds where pictures come that quickly."""
_NOTE = 28
"""Pixels below the line of notes, where the view has a line of its own."""
_LOW = 210
"""Pixels of height below which the tools stand at the head's side, where they take none of it."""


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
    staging: HeadStaging
    wear: HeadWear
    more: tuple[str, ...]


class _Wanted(NamedTuple):
    """What is to be drawn: the head, and A where it is in sight and not yet drawn so; the further photos
    of both."""

    head: _Head
    kept: _Head | None
    photos: More


class _Drawn(NamedTuple):
    wanted: _Wanted
    head: np.ndarray
    kept: np.ndarray | None


class RigHead(QWidget):
    """`view` is the head itself, `show_` how it is shown, `notes` what is to be known of it, `tools` the row under it.

    problem: an EngineError, it could not be drawn."""

    problem = Signal(object)

    def __init__(self, rig: ShownRig, engine_thread: EngineThread, likeness: LikenessRow,
                 textures: FaceTextures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig, self._thread, self._likeness, self._textures = rig, engine_thread, likeness, textures
        self._drawing: Ask[_Drawn] | None = None
        self._newest: deque[_Wanted] = deque(maxlen=1)  # asked for and not yet taken to be drawn
        self._again = False
        self._kept_drawn: _Head | None = None
        self._pose: FaceKey | None = None  # of which face the head is turned as
        self.show_ = HeadShow(self)
        self.view, self.tools = HeadViewport(), HeadTools(self.show_)
        self.notes = HeadNotes()
        over = QVBoxLayout(self.view)  # over the picture: where it comes and goes nothing moves away under the hand
        over.setContentsMargins(px(6), 0, px(6), px(_NOTE))
        over.addStretch(1)
        over.addWidget(self.notes)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._spin)
        line = self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.view, 1)
        line.addWidget(self.tools)
        self._bind()

    def _bind(self) -> None:
        view, show, tools = self.view, self.show_, self.tools
        show.changed.connect(self._shown_otherwise)
        view.wanted.connect(self.redraw)
        view.grasped.connect(self._grasped)
        view.light_dragged.connect(show.turn_light)
        view.peeked.connect(show.set_peeking)
        view.key_pressed.connect(self._key)
        view.menu_wanted.connect(tools.fill)
        tools.keep_wanted.connect(lambda: show.keep(self._now()))
        tools.take_wanted.connect(self._take_kept)
        self._likeness.changed.connect(self.redraw)
        document = self._rig.document
        document.look_changed.connect(self._look_changed)
        document.selection_changed.connect(self._face_changed)
        document.photo_changed.connect(self._face_changed)
        self._thread.engine_ready.connect(self._engine_ready)
        self._face_changed()

    @property
    def resting(self) -> bool:
        """Whether the head that is wanted is the one that is shown."""
        return self._drawing is None and not self._again

    def _face(self) -> FaceKey | None:
        photo, face = self._rig.document.photo, self._rig.document.selected
        return (photo.id, face) if photo is not None and face >= 0 else None

    def _look_changed(self, face: int) -> None:
        if face == self._rig.document.selected and self.show_.follow:
            self.redraw()

    def _face_changed(self, _: int = 0) -> None:
        self.show_.set_possible(self._face() is not None)

    def _engine_ready(self, _: EngineFacade) -> None:
        self._shown_otherwise()

    # -- how it is shown ---------------------------------------------------------------------------------------
    def _shown_otherwise(self) -> None:
        show = self.show_
        self.view.moves_light = show.moves_light
        self.view.set_compare(show.split, show.peeking)
        if show.kept is None:
            self._kept_drawn = None
            self.view.set_kept(None)
        if show.spinning and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()
        if show.linked:
            self._turn_as_photo()
        else:
            self._pose = None
        self.redraw()

    def _spin(self) -> None:
        """One step of the turntable, unless the last is still being drawn."""
        if self.resting:
            orbit = self.view.orbit
            self.view.set_orbit(replace(orbit, yaw=orbit.yaw + _STEP), moving=True)

    def _grasped(self) -> None:
        """A hand has the head: what turned it lets go."""
        self.show_.set_spinning(False)
        self.show_.set_linked(False)

    def _turn_as_photo(self) -> None:
        face = self._face()
        if face is None or face == self._pose or not self._thread.ready:
            return
        self._pose = face

        def turned(pose: tuple[float, float, float]) -> None:
            if self._pose == face and self.show_.linked:
                yaw, pitch, roll = pose
                self.show_.set_roll(roll)
                self.view.set_orbit(replace(self.view.orbit, yaw=yaw, pitch=pitch))
                self.redraw()

        Ask(self, self.tr("Looking at the photo's face"), lambda engine: single(lambda: engine.rigs.pose(*face)),
            Rank.PROMPT).then(turned).failed(self.problem.emit).start(self._thread)

    def _key(self, event: QKeyEvent) -> None:
        event.setAccepted(self.tools.press(Qt.Key(event.key())))

    # -- comparing ---------------------------------------------------------------------------------------------
    def _now(self) -> KeptHead:
        """The head as it is set now."""
        face = self._face()
        photo_id, number = face if face is not None else (None, 0)
        likeness = self._likeness.wish
        more = () if face is None else self._textures.more(face)
        return KeptHead(self._rig.values(), likeness, photo_id, number, possible_wear(face, likeness), more)

    def _take_kept(self) -> None:
        """The values of A on the chosen face; of another rig, with it."""
        kept = self.show_.kept
        if kept is not None and self._face() is not None:
            self._rig.set_schema(kept.values.schema)
            self._rig.store_values(kept.values, Text("Set what A has"))

    def worn(self) -> tuple[HeadLikeness, HeadWear, More]:
        """What of its face the head wears now, what else, and the further photos that this is made of."""
        face = self._face()
        likeness = self._likeness.of(face)
        wear = possible_wear(face, likeness)
        if face is not None and wear.hair == PHOTO and not self._textures.has_hair(face):
            wear = replace(wear, hair=NONE)  # until it is shaped
        return likeness, wear, () if face is None else self._textures.more(face)

    def _want(self, face: FaceKey | None) -> None:
        """Have made what the head is to wear and does not yet."""
        if face is not None and self._likeness.wish != PLAIN:
            self._textures.want(face)
            likeness = self._likeness.of(face)
            if likeness != PLAIN and possible_wear(face, likeness).hair == PHOTO:
                self._textures.want_hair(face)

    def _kept_head(self, beside: _Head) -> _Head | None:
        """A, in what it wore, seen as the head that is set now; of a photo that is not open any more, in plain skin."""
        kept, photo = self.show_.kept, self._rig.document.photo
        if kept is None or not (self.show_.split or self.show_.peeking):
            return None
        there = photo is not None and kept.photo_id == photo.id
        face = (kept.photo_id, kept.face) if there and kept.photo_id is not None else None
        likeness = kept.likeness if face is not None and self._textures.has(face, kept.more) else PLAIN
        return beside._replace(values=kept.values, photo_id=kept.photo_id if there else None, face=kept.face,
                               look=beside.look if there else None, likeness=likeness,
                               wear=wearable(kept.wear, face, likeness), staging=replace(beside.staging, sent=False),
                               more=_ids(kept.more) if likeness != PLAIN else ())

    # -- drawing -----------------------------------------------------------------------------------------------
    def redraw(self) -> None:
        """Ask for the head as it is now; one request is under way at a time, and the newest wins."""
        if not self._thread.ready or not self.isVisible():
            self._again = True
            return
        self._again = False
        wanted = self._wanted()
        if self._drawing is not None:
            self._newest.append(wanted)  # in place of what waits, or, when that is being drawn, right after it
            return
        # The engine's thread takes the newest when it comes to it; a deque may be used from both.
        newest = self._newest = deque([wanted], maxlen=1)
        # The first one makes the head's mesh as well, which is worth a word; later ones are there in milliseconds.
        first = not self.view.has_picture
        self.view.set_hint(self.tr("Building the head…"))
        self._drawing = Ask(self, self.tr("Building the head") if first else self.tr("Drawing the head"),
                            lambda engine: _draw(engine, newest.pop()), Rank.NORMAL if first else Rank.PROMPT) \
            .then(self._drawn).failed(self._not_drawn).start(self._thread)

    def _wanted(self) -> _Wanted:
        document, orbit, face = self._rig.document, self.view.orbit, self._face()
        look = document.look() if self.show_.follow and document.photo is not None else None
        self._want(face)
        likeness, wear, more = self.worn()
        head = _Head(self._rig.values(), look, face[0] if face else None, document.selected, orbit.yaw, orbit.pitch,
                     orbit.zoom, self.view.side, likeness, self.show_.staging, wear, _ids(more))
        kept = self._kept_head(head)
        kept_more = self.show_.kept.more if kept is not None and self.show_.kept is not None and kept.more else ()
        return _Wanted(head, None if kept == self._kept_drawn else kept, (*more, *kept_more))

    def _drawn(self, drawn: _Drawn) -> None:
        self._drawing = None
        self.view.set_picture(drawn.head)
        if drawn.kept is not None and self.show_.kept is not None:  # it may have been put away meanwhile
            self._kept_drawn = drawn.wanted.kept
            self.view.set_kept(drawn.kept)
        if self._again or self._newest:
            self.redraw()

    def _not_drawn(self, error: EngineError) -> None:
        self._drawing = None
        self.view.set_hint(sentence(error.message))
        self.problem.emit(error)
        if self._again or self._newest:
            self.redraw()

    def height_for(self, view: int) -> int:
        """Pixels that it needs for the head itself to be so high; with the tools, unless they then stand aside."""
        return view if view < px(_LOW) else view + self.tools.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        low = self.height() < px(_LOW) and self.width() > self.height()
        self.tools.set_aside(low)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self.show_.spinning:
            self._tick.start()
        if self._again or not self.view.has_picture:
            self.redraw()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._tick.stop()
        super().hideEvent(event)


def _ids(more: More) -> tuple[str, ...]:
    return tuple(photo.digest for photo in more)


def _draw(engine: EngineFacade, wanted: _Wanted) -> Job[_Drawn]:
    yield from opened(engine, wanted.photos)  # whoever used one of them besides may have closed it
    kept = None if wanted.kept is None else (yield from engine.rigs.draw(*wanted.kept))
    return _Drawn(wanted, (yield from engine.rigs.draw(*wanted.head)), kept)
