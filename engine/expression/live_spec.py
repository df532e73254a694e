"""The live renderer, declared."""

from typing import TYPE_CHECKING

from engine.render.spec import RendererSpec

if TYPE_CHECKING:
    from engine.expression.puppet_renderer import PuppetRenderer
    from engine.render.shared import Shared


def _build(shared: "Shared") -> "PuppetRenderer":
    from engine.expression.puppet_renderer import PuppetRenderer

    return PuppetRenderer(lambda: shared.head, lambda: shared.context, shared.residency, lambda: shared.covers)


LIVE = RendererSpec("live", "Live puppet", "Milliseconds; follows every slider.", _build, live=True,
                     keeps_covers=True)
