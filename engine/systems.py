"""What the systems bring: every control of a face's look in one table, and all that can be set on a face."""

from engine.attributes.knobs import KNOBS
from engine.base.controls import ControlTable
from engine.base.look import Look
from engine.expression.units import CONTROLS
from engine.project.face_state import LOOK, PERSON, RIG, TIMELINE
from engine.project.namespaces import Namespace, Namespaces
from engine.rig.face_values import rig_controls

LOOK_CONTROLS = ControlTable([*CONTROLS, *KNOBS])
"""What a project keeps of a face's look: what moves its pixels, and what draws it anew by its latents."""


def face_namespaces(look: ControlTable = LOOK_CONTROLS) -> Namespaces:
    """Everything that can be set on a face. look: the controls of its look, for tests with few."""
    named = Namespace(ControlTable([]), texts=frozenset({"id"}))
    return Namespaces({LOOK: Namespace(look), PERSON: named, TIMELINE: named}, {RIG: rig_controls})


def split(look: Look) -> tuple[Look, Look]:
    """The expression's values of a look, and the attributes'. A look that changes no attribute has none of those:
    locks, or a seed that nothing is mixed in of, change nothing alone."""
    from engine.attributes.attribute_edit import changes_anything

    attributes = Look(tuple(item for item in look.items_ if item[0] in KNOBS))
    expression = Look(tuple(item for item in look.items_ if item[0] not in KNOBS))
    return expression, attributes if changes_anything(attributes) else Look()
