"""What the systems bring, listed in one place: the controls of a face's look, and the renderers."""

from collections.abc import Mapping
from functools import cache, lru_cache

from engine.attributes.attribute_edit import changes_anything
from engine.attributes.knobs import KNOBS
from engine.base.controls import ControlTable
from engine.base.errors import UsageError
from engine.base.look import Look
from engine.expression.latent.spec import LATENT
from engine.expression.live_spec import LIVE
from engine.expression.magicface.spec import MAGICFACE
from engine.expression.units import CONTROLS
from engine.project.face_state import LOOK, PERSON, PHOTOS, RIG, TIMELINE
from engine.project.namespaces import Namespace, Namespaces
from engine.project.person_photos import NAMESPACE as PHOTO_NAMES
from engine.render.request import Rendering
from engine.render.spec import RendererSpec, must_be_inverted, named
from engine.rig.face_values import rig_controls
from engine.rig.schema_parts import learn_parts

LOOK_CONTROLS = ControlTable([*CONTROLS, *KNOBS])
"""Every control of a face's look, what a project keeps of it: what moves its pixels, and what draws it anew."""

RENDERERS: Mapping[str, RendererSpec] = {spec.id: spec for spec in (LIVE, MAGICFACE, LATENT)}
"""By id, in the order in which they are offered; the first is there on every machine. Adding one opens two files:
its own, and this."""


def face_namespaces(look: ControlTable = LOOK_CONTROLS) -> Namespaces:
    """Everything that can be set on a face. look: the controls of its look, for tests with few."""
    named = Namespace(ControlTable([]), texts=frozenset({"id"}))
    single = {LOOK: Namespace(look), PERSON: named, PHOTOS: PHOTO_NAMES, TIMELINE: named}
    return Namespaces(single, {RIG: rig_controls}, learn_parts)


@lru_cache(maxsize=64)  # asked for many times with every move of a hand
def split(look: Look) -> tuple[Look, Look]:
    """The expression's values of a look, and the attributes'. A look that changes no attribute has none of those:
    locks, or a seed that nothing is mixed in of, change nothing alone."""
    attributes = Look(tuple(item for item in look.items_ if item[0] in KNOBS))
    expression = Look(tuple(item for item in look.items_ if item[0] not in KNOBS))
    return expression, attributes if changes_anything(attributes) else Look()


def rendering(renderer: str, settings: Mapping[str, float]) -> Rendering:
    """Who draws, with checked settings. UsageError for a renderer that there is not, or settings it cannot take."""
    return Rendering(renderer, Look.of(spec_of(renderer).settings, settings))


def spec_of(renderer: str) -> RendererSpec:
    """What is declared of a renderer. UsageError for one that there is not."""
    return named(RENDERERS, renderer)


def needs_inversion(renderer: str, look: Look) -> bool:
    """Whether a face must be looked for in the generator before a renderer can draw a look."""
    return must_be_inverted(spec_of(renderer), *split(look))


def refusal(renderer: str, look: Look) -> UsageError | None:
    """What a renderer cannot follow of a look, in one line; None when it follows all. Attributes are no matter of it:
    they are changed before it draws."""
    return spec_of(renderer).refusal(split(look)[0])


def beyond(renderer: str, look: Look) -> tuple[str, ...]:
    """Ids of the controls of a look that a renderer cannot follow."""
    return spec_of(renderer).beyond(split(look)[0])


def draws(renderer: str, look: Look) -> bool:
    """Whether a look's expression asks something of a renderer, and nothing that it cannot follow."""
    spec, expression = spec_of(renderer), split(look)[0]
    return not spec.beyond(expression) and spec.asks(expression)


@cache
def never_followed(renderer: str) -> frozenset[str]:
    """Ids of the expression's controls that a renderer cannot follow whatever they are set to."""
    spec = spec_of(renderer)
    return frozenset(control.id for control in CONTROLS if spec.beyond(
        Look(tuple(sorted((side, control.maximum) for side in CONTROLS.ids(control.pair or control.id))))))
