"""What lay behind the openings in the last draft: while a slider moves the brows, eyes and mouth are not drawn anew."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from engine.puppet.render.drawing import Underlay

SAME = 0.02
"""Pixels: an opening of which nothing moved farther than this since it was drawn looks the same."""


@dataclass(eq=False)
class KeptLayers:
    """The layers of one puppet's drafts, by opening. A final takes none of them: what is exported depends on nothing
    that was drawn before."""

    _kept: dict[str, tuple[np.ndarray, Underlay]] = field(default_factory=dict)

    def get(self, name: str, places: np.ndarray, make: Callable[[], Underlay]) -> Underlay:
        """The layer of an opening. places (n,): everything it depends on, pixels; make: draws it anew."""
        known = self._kept.get(name)
        if known is not None and known[0].shape == places.shape and np.abs(known[0] - places).max() < SAME:
            return known[1]
        layer = make()
        self._kept[name] = places, layer
        return layer

    def forget(self) -> None:
        """Another picture is shown."""
        self._kept.clear()
