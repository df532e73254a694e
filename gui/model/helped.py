"""Which notes are out of date because the model that they ask for is there now."""

from collections.abc import Iterable

from engine.base.jobs import Job, single
from engine.base.note import Note
from engine.base.remedy import Cure
from engine.facade import EngineFacade


def wanted_models(notes: Iterable[Note]) -> frozenset[str]:
    """Ids of those that would help."""
    return frozenset(note.remedy.what for note in notes
                     if note.remedy is not None and note.remedy.cure in (Cure.MODEL, Cure.MODELS) and note.remedy.what)


def present_of(engine: EngineFacade, models: frozenset[str]) -> Job[frozenset[str]]:
    """Those of some models that are there."""
    return single(lambda: frozenset(model for model in models if engine.store.present(model)))


def is_helped(note: Note, present: frozenset[str]) -> bool:
    """Whether a model is there that the note asks for."""
    return bool(wanted_models((note,)) & present)
