"""Rigs fitted to the chosen face."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.project.face_state import Value, rig_namespace
from engine.rig.face_values import kept_of
from engine.rig.schema import RigSchema, load_schema
from gui.model.arriving import Arriving
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.face_key import FaceKey
from gui.model.helped import is_helped, present_of, wanted_models
from gui.model.lanes import Rank
from gui.model.person_photos import More, more_photos, opened
from gui.model.rig_values import chosen_shape, rig_settings

if TYPE_CHECKING:
    from engine.rig.fit import RigFit


class RigFits(QObject):
    """One fit at a time; its result is one undo step, and leaves alone what the hand has moved meanwhile.

    changed: what `busy`, `fit_shown` or `moved_shown` says. advanced: what `fraction` says. failed: an EngineError.
    """

    changed = Signal()
    advanced = Signal()
    failed = Signal(object)

    def __init__(self, document: ProjectDocument, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._engine = document, engine
        self._fits: dict[tuple[FaceKey, str], tuple[Mapping[str, Value], RigFit]] = {}  # by face and schema
        self._moved: dict[tuple[FaceKey, str], tuple[Mapping[str, Value], int]] = {}
        self._fitting: Ask[RigFit] | None = None
        self._fits_to = ""  # the photo
        document.photo_changed.connect(self._photo_changed)

    @property
    def busy(self) -> bool:
        return self._fitting is not None

    @property
    def fraction(self) -> float | None:
        """How far the fit is, 0..1; None where that is not known, or there is none."""
        return self._fitting.ticket.fraction if self._fitting is not None else None

    def cancel(self) -> None:
        """Stop the fit; nothing is changed."""
        if self._fitting is not None:
            self._fitting.cancel()

    def moved_shown(self, schema: RigSchema) -> int:
        """How many values the hand moved while the last fit ran, so that they stayed; for as long as nothing else has
        changed."""
        photo = self._document.photo
        if photo is None:
            return 0
        values, count = self._moved.get(((photo.id, self._document.selected), schema.name), (None, 0))
        return count if values == self._document.values(rig_namespace(schema.name)) else 0

    def fit_shown(self, schema: RigSchema) -> "RigFit | None":
        """How the chosen face's values of a schema were fitted, for as long as they are those of the fit."""
        photo = self._document.photo
        if photo is None:
            return None
        values, fit = self._fits.get(((photo.id, self._document.selected), schema.name), (None, None))
        return fit if values == self._document.values(rig_namespace(schema.name)) else None

    def fit(self, schema: RigSchema, locked: Collection[str]) -> "Ask[RigFit] | None":
        """Fit a rig to the chosen face; unless another is chosen meanwhile. locked: ids of controls that stay. None
        when there is no face, or a fit is under way."""
        photo, face, more = self._document.photo, self._document.selected, more_photos(self._document)
        shape = chosen_shape(self._document, schema)
        if photo is None or face < 0 or self.busy:
            return None
        key = (photo.id, face)
        self._fits_to = photo.id
        self._fitting = Ask(self, QCoreApplication.translate("RigPanel", "Fitting the rig"),
                            lambda engine: _fitted_to(engine, more, *key, schema.name, shape)) \
            .timed(f"fit/{schema.name}") \
            .then(partial(self._fitted, key, Arriving(self._document, rig_namespace(schema.name)), schema,
                          frozenset(locked))) \
            .progress(lambda _: self.advanced.emit()).failed(self.failed.emit).ended(self._ended).start(self._engine)
        self.changed.emit()
        return self._fitting

    def _fitted(self, key: FaceKey, arriving: Arriving, schema: RigSchema, locked: frozenset[str],
                fit: "RigFit") -> None:
        if not arriving.wanted:
            return
        if load_schema(schema.name).source != schema.source:
            self.failed.emit(EngineError(Text("{0} was loaded anew and has changed", schema.label),
                                         Text("fit it again")))
            return
        found = schema.as_settings(fit.values)
        kept = {control: value for control, value in rig_settings(self._document, schema).items() if control in locked}
        shape = fit.values.shape if fit.shape_told else ""  # a later fit may be told
        self._fits[key, schema.name] = (kept_of(found, shape), fit)
        arriving.put(kept_of({**found, **kept}, shape), Text("Fit to photo"),
                     partial(self._stayed, key, schema))

    def _stayed(self, key: FaceKey, schema: RigSchema, stayed: frozenset[str]) -> None:
        self._moved[key, schema.name] = (self._document.values(rig_namespace(schema.name)), len(stayed))
        self.changed.emit()

    def check(self, *_: object) -> None:
        """Models may have come: what was said of a fit for want of one that is there now is not true of the next."""
        models = wanted_models(note for _, fit in self._fits.values() for note in fit.notes)
        if models:
            Ask(self, "models", lambda engine: present_of(engine, models), Rank.PROMPT) \
                .then(self._helped).start(self._engine)

    def _helped(self, present: frozenset[str]) -> None:
        for key, (values, fit) in self._fits.items():
            notes = tuple(note for note in fit.notes if not is_helped(note, present))
            self._fits[key] = values, replace(fit, notes=notes)
        self.changed.emit()

    def _photo_changed(self) -> None:
        """A fit to a photo that is not open any more would hold up the next one."""
        photo = self._document.photo
        if self._fitting is not None and (photo is None or self._fits_to != photo.id):
            self._fitting.cancel()

    def _ended(self) -> None:
        self._fitting = None
        self.changed.emit()


def _fitted_to(engine: EngineFacade, more: More, photo_id: str, face: int, schema: str, shape: str) -> "Job[RigFit]":
    return (yield from engine.rigs.fit(photo_id, face, schema, shape, (yield from opened(engine, more))))
