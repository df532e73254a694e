"""Which rig the panel is about, and the chosen face's values of it: what every part of the rig panel works on."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from engine.project.face_state import rig_namespace
from engine.rig.face_values import kept_of
from engine.rig.schema import load_schema, schema_names
from engine.rig.values import RigValues
from gui.model.document import ProjectDocument
from gui.model.own_schemas import learn_remembered, load_own_schema
from gui.model.rig_values import rig_settings, rig_shape, rig_values


class ShownRig(QObject):
    """schema_changed: another rig is shown; each keeps its own values. The schema is remembered for the next time."""

    schema_changed = Signal()

    def __init__(self, document: ProjectDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self._settings = document, QSettings()
        learn_remembered(self._settings)
        name = self._settings.value("rig/schema", "")
        self.schema = load_schema(str(name) if name in schema_names() else schema_names()[0])

    @property
    def namespace(self) -> str:
        """Where the document keeps the values of the rig that is shown."""
        return rig_namespace(self.schema.name)

    def set_schema(self, name: str) -> None:
        """Show another rig. UsageError for one that there is not."""
        if name != self.schema.name:
            self.schema = load_schema(name)
            self._settings.setValue("rig/schema", name)
            self.schema_changed.emit()

    def load_schema(self, path: Path) -> None:
        """Show the rig that a file describes, and know it from now on. EngineError."""
        name = load_own_schema(path, self._settings)
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
