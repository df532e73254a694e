"""MagicFace, declared."""

from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.expression.magicface.au_vector import au_vector, beyond, refuse_beyond
from engine.expression.magicface.settings import SETTINGS
from engine.render.spec import Readiness, RendererSpec

if TYPE_CHECKING:
    from engine.expression.magicface.renderer import MagicFaceRenderer
    from engine.render.shared import Shared


def _build(shared: "Shared") -> "MagicFaceRenderer":
    from engine.expression.magicface.renderer import MagicFaceRenderer

    return MagicFaceRenderer(shared.zoo)


def _lacking(shared: "Shared") -> EngineError | None:
    from engine.expression.magicface.loading import lacking

    return lacking(shared.store)


def _ready(shared: "Shared") -> Readiness:
    from engine.expression.magicface.loading import JAW, check_memory, chosen_precision
    from engine.networks.device import torch_device

    device = torch_device()
    precision = chosen_precision(device)
    jaw = Text("the authors' jaw line") if shared.store.present(JAW) else Text("the jaw line from landmarks")
    trouble = None
    try:
        check_memory(device, precision)
    except EngineError as short:
        trouble = short
    return Readiness(Text("runs on {0} in {1}, {2}", device, precision, jaw), trouble,
                     {"device": device, "precision": precision})


MAGICFACE = RendererSpec(
    "magicface", "MagicFace",
    "A diffusion model redraws the face: seconds on a graphics card, minutes without. Twelve action units, both sides "
    "alike.",
    _build, SETTINGS, beyond, refuse_beyond, lambda expression: bool(au_vector(expression).any()), lacking=_lacking,
    ready=_ready, models=("magicface", "stable-diffusion-1-5-parts", "face-parsing"))
