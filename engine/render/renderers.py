"""The renderers of one engine, each made when it is first wanted."""

from collections.abc import Mapping

from engine.base.errors import EngineError
from engine.render.shared import Shared
from engine.render.spec import Renderer, RendererSpec, named


class Renderers:
    """specs: by id, in the order in which they are offered. They are made on the thread that asks; UsageError for one
    that there is not."""

    def __init__(self, specs: Mapping[str, RendererSpec], shared: Shared) -> None:
        self._specs, self._shared = specs, shared
        self._made: dict[str, Renderer] = {}

    def __getitem__(self, renderer: str) -> Renderer:
        if renderer not in self._made:
            self._made[renderer] = named(self._specs, renderer).build(self._shared)
        return self._made[renderer]

    def lacking(self, renderer: str) -> EngineError | None:
        """What keeps a renderer from drawing here, and what to do about it; None when nothing does. Quick.

        UsageError for one that there is not.
        """
        return named(self._specs, renderer).lacking(self._shared)

    def forget(self, photo_id: str) -> None:
        """Everybody lets go of everything about a photo."""
        for made in self._made.values():
            made.forget(photo_id)
