"""Shades: units that refine what others make, such as a lifted upper lip in disgust.

Presets may set them although only the live puppet draws them all. A renderer that does not know one draws the rest of a
look without it and says so; a look of nothing else it refuses, as it does every unit that it cannot follow.
"""

from collections.abc import Callable, Mapping

from engine.base.text import Text, listed
from engine.expression.units import CONTROLS, UNITS

REACTIONS = ("wrinkles", "relight", "unsmile")
"""How the live puppet's skin reacts, and how the photo's own smile goes before anything is added: renderers that draw
skin anew, or bring a face to where all of it is as asked, need no such wish."""


def left_out(look: Mapping[str, float], known: Callable[[str], bool]) -> tuple[str, ...]:
    """Ids of the shades in a look that a renderer which knows other controls leaves out; none where the look asks for
    nothing else."""
    shades = tuple(name for name, value in look.items()
                   if value and name in UNITS and UNITS[name].shade and not known(name))
    rest = [name for name, value in look.items()
            if value and name in UNITS and name not in REACTIONS and name not in shades]
    return shades if rest else ()


def without(renderer: str, shades: tuple[str, ...]) -> tuple[Text, ...]:
    """What is to be said of what a renderer, by its label, left out."""
    names = dict.fromkeys(CONTROLS[name].pair or name for name in shades)
    return (Text("{0} draws this without {1}", renderer, listed(map(CONTROLS.term, names))),) if shades else ()
