"""The face generator as a renderer of expressions, declared."""

from typing import TYPE_CHECKING

from engine.base.errors import EngineError, UsageError
from engine.base.look import Look
from engine.base.text import Text
from engine.expression.latent.units import asked_units, left, refuse_beyond, remark
from engine.expression.units import CONTROLS
from engine.render.spec import Readiness, RendererSpec

if TYPE_CHECKING:
    from engine.expression.latent.renderer import LatentRenderer
    from engine.render.shared import Shared


def _build(shared: "Shared") -> "LatentRenderer":
    from engine.expression.latent.renderer import LatentRenderer

    attributes = shared.attributes
    return LatentRenderer(shared.latents, lambda: shared.analyser_of_drawn, shared.residency, attributes.code,
                          attributes.known, attributes)


def beyond(expression: Look) -> tuple[str, ...]:
    """Ids of the controls that it cannot draw: other than its units and shades that are left out, and units whose sides
    differ."""
    found, passed = [], left(expression)
    for name, value in expression.items():
        if name in passed:
            continue
        both = {side: value for side in CONTROLS.ids(CONTROLS[name].pair or name)}
        try:
            asked_units(both)
        except UsageError:
            found.append(name)
            continue
        if any(expression.get(side, 0.0) != value for side in both):
            found.append(name)
    return tuple(sorted(found))


def _lacking(shared: "Shared") -> EngineError | None:
    return shared.latents.lacking()


def _ready(shared: "Shared") -> Readiness:
    from engine.networks.device import torch_device

    device = torch_device()
    return Readiness(Text("runs on {0}", device), data={"device": device})


LATENT = RendererSpec(
    "latent", "Latent",
    "A face generator finds the expression in its own faces: seconds. What it draws worse on a face than the live "
    "puppet is left to that, in one picture; both sides alike; the face is found first.",
    _build, beyond=beyond, refuse=refuse_beyond, asks=lambda expression: bool(asked_units(expression)), remark=remark,
    lacking=_lacking, ready=_ready, models=("mobilestylegan", "lpips-alex"), whole=True, needs_inversion=True,
    shares=True)
