"""The face generator as a renderer of expressions, declared."""

from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.expression.latent.units import asked_units, remark
from engine.render.spec import Readiness, RendererSpec

if TYPE_CHECKING:
    from engine.expression.latent.renderer import LatentRenderer
    from engine.render.shared import Shared


def _build(shared: "Shared") -> "LatentRenderer":
    from engine.expression.latent.renderer import LatentRenderer

    attributes = shared.attributes
    return LatentRenderer(shared.latents, lambda: shared.analyser_of_drawn, shared.residency, attributes.code,
                          attributes.known, attributes, lambda: shared.turned_heads)


def _lacking(shared: "Shared") -> EngineError | None:
    return shared.latents.lacking()


def _ready(shared: "Shared") -> Readiness:
    from engine.networks.device import torch_device

    device = torch_device()
    return Readiness(Text("runs on {0}", device), data={"device": device})


LATENT = RendererSpec(
    "latent", "Latent",
    "A face generator finds the expression in its own faces: seconds. What it cannot draw, or draws worse on a face "
    "than the live puppet, is left to that, in one picture; the face is found first.",
    _build, asks=lambda expression: bool(asked_units(expression)), remark=remark, lacking=_lacking, ready=_ready,
    models=("mobilestylegan", "lpips-alex"), whole=True, needs_inversion=True, shares=True)
