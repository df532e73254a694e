"""The renderers that draw the final picture once the hand rests: what the window must know of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from engine.base.errors import UsageError
from engine.expression.latent import units as latent
from engine.expression.magicface import au_vector as magicface
from engine.expression.units import CONTROLS

LIVE, MAGICFACE, LATENT = "live", "magicface", "latent"

Values = Mapping[str, float]


@dataclass(frozen=True)
class SlowRenderer:
    """One renderer that takes seconds or minutes.

    refuses: ids of the expression controls among some that it cannot follow. asked: whether some ask anything of it.
    finds:   whether the face must be found in the generator first.

    Attributes are no matter of it: they are changed before it draws.
    """

    id: str
    refuses: Callable[[Values], tuple[str, ...]]
    asked: Callable[[Values], bool]
    finds: bool = False

    @property
    def name(self) -> str:
        """As the window calls it."""
        return renderer_name(self.id)

    def beyond(self, look: Values) -> tuple[str, ...]:
        """Ids of the controls of a look that it cannot follow."""
        return self.refuses(_expression(look))

    def draws(self, look: Values) -> bool:
        """Whether a look asks something of it, and nothing that it cannot follow."""
        return not self.beyond(look) and self.asked(_expression(look))


def renderer_name(renderer: str) -> str:
    """LIVE, MAGICFACE or LATENT in the language in use."""
    if renderer == MAGICFACE:
        return "MagicFace"
    return (QCoreApplication.translate("Renderers", "Latent") if renderer == LATENT
            else QCoreApplication.translate("Renderers", "Live puppet"))


def _expression(look: Values) -> Values:
    return {name: value for name, value in look.items() if name in CONTROLS}


def _latent_refuses(values: Values) -> tuple[str, ...]:
    found = []
    for name, value in values.items():
        both = {side: value for side in CONTROLS.ids(CONTROLS[name].pair or name)}
        try:
            latent.asked_units(both)
        except UsageError:
            found.append(name)
            continue
        if any(values.get(side, 0.0) != value for side in both):
            found.append(name)
    return tuple(sorted(found))


SLOW: dict[str, SlowRenderer] = {renderer.id: renderer for renderer in (
    SlowRenderer(MAGICFACE, magicface.beyond, lambda values: bool(magicface.au_vector(values).any())),
    SlowRenderer(LATENT, _latent_refuses, lambda values: bool(latent.asked_units(values)), finds=True),
)}
"""By id, in the order in which they are offered."""


@cache
def never_followed(renderer: str) -> frozenset[str]:
    """Ids of the expression controls that a renderer cannot follow whatever they are set to."""
    if renderer not in SLOW:
        return frozenset()
    beyond = SLOW[renderer].beyond
    return frozenset(control.id for control in CONTROLS
                     if beyond({side: control.maximum for side in CONTROLS.ids(control.pair or control.id)}))
