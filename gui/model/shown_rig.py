"""Which rig the panel is about, and the chosen face's values of it: what every part of the rig panel works on."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from engine.project.face_state import rig_namespace
from engine.rig.face_values import kept_of
from engine.rig.schema import RigSchema, load_schema, schema_names
from engine.rig.schema_parts import learn_part, notes_on, other_versions
from engine.rig.values import RigValues
from gui.model.ask import Ask
from gui.model.document import ProjectDocument
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank
from gui.model.own_schemas import learn_new, load_own_schema, read_remembered, remembered_paths
from gui.model.rig_values import rig_settings, rig_shape, rig_values


class ShownRig(QObject):
    """schema_changed: another rig is shown; each keeps its own values. The schema is remembered for the next time.
    known_changed: there are other rigs to choose among. The artist's own are read beside the window. noted: what is to
    be known of the project (Text) now that they are read."""

    schema_changed = Signal()
    known_changed = Signal()
    noted = Signal(object)

    def __init__(self, document: ProjectDocument, thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self._settings = document, QSettings()
        self._wanted = str(self._settings.value("rig/schema", ""))  # shown as soon as it is known
        self.schema = load_schema(self._wanted if self._wanted in schema_names() else schema_names()[0])
        paths = remembered_paths(self._settings)
        if paths:
            Ask(self, "schemas", lambda: read_remembered(paths), Rank.QUIET, lane=Lane.FILES) \
                .then(self._learn).start(thread)

    @property
    def namespace(self) -> str:
        """Where the document keeps the values of the rig that is shown."""
        return rig_namespace(self.schema.name)

    def _learn(self, schemas: list[RigSchema]) -> None:
        """Those that were loaded another time are read."""
        told = notes_on(self.document.parts)
        if learn_new(schemas):
            self.document.sort_out()
        self.known_changed.emit()
        for note in notes_on(self.document.parts):
            if note not in told:
                self.noted.emit(note)
        if self._wanted in schema_names() and load_schema(self._wanted) is not self.schema:
            self._show(self._wanted)

    def set_schema(self, name: str) -> None:
        """Show another rig. UsageError for one that there is not."""
        self._wanted = name
        if name != self.schema.name:
            self.schema = load_schema(name)
            self._settings.setValue("rig/schema", name)
            self.schema_changed.emit()

    def load_schema(self, path: Path) -> None:
        """Show the rig that a file describes, and know it from now on. EngineError."""
        name = load_own_schema(path, self._settings)
        self.document.sort_out()
        self._show(name)

    def of_project(self) -> tuple[str, ...]:
        """Names of the rigs that the open project describes otherwise than what was loaded here."""
        return tuple(other_versions(self.document.parts))

    def use_of_project(self, name: str) -> None:
        """Show a rig as the open project describes it, in place of the one that was loaded, until that is loaded anew.
        EngineError."""
        part = other_versions(self.document.parts).get(name)
        if part is not None:
            learn_part(name, part)
            self.document.sort_out()
            self._show(name)

    def _show(self, name: str) -> None:
        self._wanted = name
        self.schema = load_schema(name)
        self._settings.setValue("rig/schema", name)
        self.schema_changed.emit()

    def settings(self) -> dict[str, float]:
        """The chosen face's values of this schema by control id, without the role shape."""
        return rig_settings(self.document, self.schema)

    def shape(self) -> str:
        """The role shape in force, "" where the schema has none."""
        return rig_shape(self.document, self.schema)

    def values(self) -> RigValues:
        """What would be exported."""
        return rig_values(self.document, self.schema)

    def store(self, settings: Mapping[str, float], shape: str, text: str) -> None:
        """Set all values as one undo step of this name."""
        self.document.set_values(self.namespace, kept_of(settings, shape), text)

    def store_values(self, values: RigValues, text: str) -> None:
        """The same from a whole set of values of this schema."""
        self.store(self.schema.as_settings(values), values.shape, text)
