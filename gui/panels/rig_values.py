"""A face's rig values between the document, which keeps loose numbers, and the engine, which wants whole sets."""

from engine.rig.schema import RigSchema
from engine.rig.values import SHAPES, RigValues
from gui.model.document import ProjectDocument

ROLE = "role.shape"
"""Id under which the document keeps a schema's role shape, as the number the game's files use."""
_NUMBERS = {number: name for name, number in SHAPES.items()}


def rig_settings(document: ProjectDocument, schema: RigSchema) -> dict[str, float]:
    """The chosen face's values of a schema by control id, without the role shape; what is missing is at default."""
    return {key: value for key, value in document.rig(schema.name).items() if key in schema.controls}


def rig_shape(document: ProjectDocument, schema: RigSchema) -> str:
    """The chosen face's role shape, "" where the schema has none."""
    if not schema.shapes:
        return ""
    stored = document.rig(schema.name).get(ROLE)
    return _NUMBERS.get(int(stored), schema.shapes[-1]) if stored is not None else schema.shapes[-1]


def rig_values(document: ProjectDocument, schema: RigSchema) -> RigValues:
    """Everything a file of this rig holds for the chosen face."""
    return schema.set(schema.defaults(rig_shape(document, schema)), rig_settings(document, schema))
