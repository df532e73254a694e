"""Every control of a face's look in one table: what moves its pixels, and what draws it anew by its latents."""

from engine.attributes.knobs import KNOBS
from engine.base.controls import ControlTable
from engine.base.look import Look
from engine.expression.units import CONTROLS

LOOK_CONTROLS = ControlTable([*CONTROLS, *KNOBS])
"""What a project keeps of a face's look."""


def split(look: Look) -> tuple[Look, Look]:
    """The expression's values of a look, and the attributes'. A look that changes no attribute has none of those:
    locks, or a seed that nothing is mixed in of, change nothing alone."""
    from engine.attributes.attribute_edit import changes_anything

    attributes = Look(tuple(item for item in look.items_ if item[0] in KNOBS))
    expression = Look(tuple(item for item in look.items_ if item[0] not in KNOBS))
    return expression, attributes if changes_anything(attributes) else Look()
