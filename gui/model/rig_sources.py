"""From where a head can be had that is blended with others: files of values, projects, photos, steps of the history."""

from dataclasses import replace
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, single
from engine.base.text import Text
from engine.facade import EngineFacade
from engine.project.face_state import FaceState, rig_namespace
from engine.project.project import SUFFIX
from engine.project.project_file import read_project
from engine.rig.blend import in_schema
from engine.rig.exporters import EXPORTERS
from engine.rig.face_values import values_of
from engine.rig.files.reading import read_values
from engine.rig.schema import RigSchema, load_schema, schema_names
from engine.rig.values import RigValues
from engine.systems import face_namespaces
from gui.model.document import ProjectDocument
from gui.model.steps import Step

VALUE_FILES = tuple(exporter.suffix for exporter in EXPORTERS if exporter.holds == "values")


def head_of_file(engine: EngineFacade, path: Path, schema: RigSchema, shape: str, open_photo: str) -> Job[RigValues]:
    """Values of a schema from any file: those that it holds, as near as the schema has them; a photo is fitted.

    open_photo: id of the photo in the window, which the engine must not let go of. EngineError, also for a project on
    whose faces no rig is set.
    """
    yield Progress(0, 2, Text("reading {0}", path.name))
    suffix = path.suffix.lower()
    if suffix in VALUE_FILES or suffix == SUFFIX:
        read = _of_project if suffix == SUFFIX else _of_values
        return (yield from on_thread(single(lambda: in_schema([read(path, schema)], schema.name)[0])))
    photo = yield from engine.photos.open(path)
    try:
        return (yield from engine.rigs.fit(photo.id, 0, schema.name, shape)).values
    finally:
        if photo.id != open_photo:
            engine.photos.forget(photo.id)


def _of_values(path: Path, schema: RigSchema) -> RigValues:
    """A file that does not say whose values it holds is taken for this schema's."""
    return read_values(path, likely=schema.name)


def _of_project(path: Path, schema: RigSchema) -> RigValues:
    """The rig on the face that is chosen in it, else on the first that has one; this schema's before another's."""
    project = read_project(path, face_namespaces())
    order = sorted(range(len(project.faces)), key=lambda face: face != project.selected)
    for name in sorted(schema_names(), key=lambda name: name != schema.name):
        for face in order:
            kept = project.faces[face].get(rig_namespace(name))
            if kept:
                return values_of(load_schema(name), kept)
    raise EngineError(Text("{0}: no rig is set on a face in it", path.name))


def past_heads(document: ProjectDocument, schema: RigSchema, most: int = 12) -> list[tuple[str, RigValues]]:
    """Heads that the chosen face had, by the words of the step that made each, the newest first."""
    namespace = rig_namespace(schema.name)
    found: list[tuple[str, RigValues]] = []
    seen = [document.values(namespace)]
    for place in range(document.undo_stack.count() - 1, -1, -1):
        step = document.undo_stack.command(place)
        if isinstance(step, Step) and step.face == document.selected:
            state: FaceState = step.states[1]
            kept = state.get(namespace)
            if kept and kept not in seen:
                seen.append(kept)
                found.append((str(replace(step.words, face="")), values_of(schema, kept)))
    return found[:most]
