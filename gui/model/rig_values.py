"""The chosen face's rig values as panels and files want them."""

from engine.project.face_state import rig_namespace
from engine.rig.face_values import ROLE, settings_of, shape_of, values_of
from engine.rig.schema import RigSchema
from engine.rig.values import RigValues
from gui.model.document import ProjectDocument


def rig_settings(document: ProjectDocument, schema: RigSchema) -> dict[str, float]:
    """The chosen face's values of a schema by control id, without the role shape; what is missing is at default."""
    return settings_of(schema, document.values(rig_namespace(schema.name)))


def rig_shape(document: ProjectDocument, schema: RigSchema) -> str:
    """The chosen face's role shape, "" where the schema has none."""
    return shape_of(schema, document.values(rig_namespace(schema.name)))


def chosen_shape(document: ProjectDocument, schema: RigSchema) -> str:
    """The role shape that somebody, a face that tells it or a file set on the chosen face; "" where nobody did. A fit
    that is told none keeps none."""
    return rig_shape(document, schema) if ROLE in document.values(rig_namespace(schema.name)) else ""


def rig_values(document: ProjectDocument, schema: RigSchema) -> RigValues:
    """Everything a file of this rig holds for the chosen face."""
    return values_of(schema, document.values(rig_namespace(schema.name)))
