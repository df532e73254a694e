"""A rig's values as a face keeps them: loose numbers by control id, the role shape among them.

The rest of this room wants whole sets of values (`RigValues`); a face holds only what was ever set.
"""

from collections.abc import Mapping
from functools import lru_cache

from engine.base.controls import Control, ControlTable
from engine.base.errors import UsageError
from engine.project.face_state import Value
from engine.project.namespaces import Namespace
from engine.rig.schema import RigSchema, load_schema
from engine.rig.values import SHAPES, RigValues

ROLE = "role.shape"
"""Id under which a face keeps a schema's role shape, as the number the game's files use."""
_SHAPE_OF = {number: shape for shape, number in SHAPES.items()}


def rig_controls(schema_name: str) -> Namespace | None:
    """What a face may hold of a schema, None when there is no such schema.

    Values at default stay: that a value was set, by a fit or a file, is told apart from that it never was.
    """
    try:
        schema = load_schema(schema_name)
    except UsageError:
        return None
    return _namespace(schema)


@lru_cache(maxsize=64)  # asked for every face of a project
def _namespace(schema: RigSchema) -> Namespace:
    return Namespace(ControlTable([*schema.controls, *_role(schema)], schema.controls.listing), sparse=False)


def settings_of(schema: RigSchema, kept: Mapping[str, Value]) -> dict[str, float]:
    """What a face keeps, by control id, without the role shape; what is missing is at default.

    A schema of one's own may have had other ranges when it was kept: what this one has no room for is at the end of its
    range, and whole where only whole numbers are. The face keeps what it has.
    """
    return {key: _within(schema.controls[key], float(value)) for key, value in kept.items() if key in schema.controls}


def shape_of(schema: RigSchema, kept: Mapping[str, Value]) -> str:
    """The role shape a face keeps, the schema's last where it keeps none, "" where the schema has none."""
    if not schema.shapes:
        return ""
    stored = kept.get(ROLE)
    return _SHAPE_OF.get(int(stored), schema.shapes[-1]) if stored is not None else schema.shapes[-1]


def values_of(schema: RigSchema, kept: Mapping[str, Value]) -> RigValues:
    """Everything a file of this rig holds, from what a face keeps."""
    return schema.set(schema.defaults(shape_of(schema, kept)), settings_of(schema, kept))


def kept_of(settings: Mapping[str, float], shape: str) -> dict[str, float]:
    """What a face is to keep: values by control id, and the role shape where there is one."""
    return {**settings, **({ROLE: float(SHAPES[shape])} if shape in SHAPES else {})}


def _within(control: Control, value: float) -> float:
    found = min(max(value, control.minimum), control.maximum)
    return float(round(found)) if control.whole else found


def _role(schema: RigSchema) -> tuple[Control, ...]:
    """Chosen by name, so no slider shows it, and its label is none that a step could have."""
    numbers = [float(SHAPES[shape]) for shape in schema.shapes if shape in SHAPES]
    return (Control(ROLE, ROLE, "", min(numbers), max(numbers), numbers[-1]),) if numbers else ()
