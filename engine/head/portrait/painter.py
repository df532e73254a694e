"""Paints the parametric head: on OpenGL when there is a context, else in numpy."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import UsageError
from engine.head.portrait.camera import HeadView
from engine.head.portrait.lashes import Lashes
from engine.head.portrait.maps import SkinMaps, skin_maps
from engine.head.portrait.skin import Skin
from engine.head.portrait.surface import Surface

if TYPE_CHECKING:
    import moderngl

SMALLEST, LARGEST = 16, 4096


class HeadPainter:
    """Pictures of one head (engine.head.model.Head).

    With a context it belongs to the context's thread and must be released before it; without one it draws the same
    picture in numpy, slower.
    """

    def __init__(self, head: Any, context: "moderngl.Context | None" = None) -> None:
        self._count = len(head.vertices)
        self._surface, self._lashes, self._maps = _prepared(head)
        self._gl = None
        if context is not None:
            from engine.head.portrait.gl_painter import GlPainter

            self._gl = GlPainter(context, self._surface, self._lashes, self._maps)

    def draw(self, vertices: np.ndarray, view: HeadView | None = None, size: int = 512,
             skin: Skin | None = None) -> np.ndarray:
        """The head as (size, size, 4) uint8 RGBA, straight alpha, transparent around it.

        vertices: (V, 3) dm, as `Head.shape` gives them. size: 16 to 4096. Raises UsageError for anything else, and
        EngineError when the graphics driver gives up.
        """
        view, skin = view or HeadView(), skin or Skin()
        if isinstance(size, bool) or not isinstance(size, (int, np.integer)) or not SMALLEST <= size <= LARGEST:
            raise UsageError(f"cannot draw a head of {size} pixels", f"{SMALLEST} to {LARGEST}")
        vertices = np.asarray(vertices, np.float32)
        if vertices.shape != (self._count, 3):
            raise UsageError(f"the head has {self._count} vertices, got an array of shape {vertices.shape}")
        if not np.isfinite(vertices).all():
            raise UsageError("the head's vertices must be finite")
        frame = self._surface.frame(vertices, view, 0.0 if skin.hair is None else 1.0)
        if self._gl is not None:
            drawn = self._gl.draw(vertices, frame, view, int(size), skin)
        else:
            from engine.head.portrait.shade import paint

            drawn = paint(self._surface.mesh, self._lashes, self._maps, vertices, frame, view, int(size), skin)
        return _straight(drawn)

    def release(self) -> None:
        """Give back what is on the graphics card. Safe to call twice."""
        if self._gl is not None:
            self._gl.release()
            self._gl = None

    def __enter__(self) -> "HeadPainter":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


@lru_cache(maxsize=1)
def _prepared(head: Any) -> tuple[Surface, Lashes, SkinMaps]:
    """What does not depend on the context; some seconds' work on a slow machine, so kept for the next painter."""
    surface = Surface(head)
    return surface, Lashes(head), skin_maps(head, surface.mesh)


def _straight(premultiplied: np.ndarray) -> np.ndarray:
    """Colours as they are, beside their alpha, from colours times alpha."""
    out = premultiplied.copy()
    alpha = premultiplied[..., 3]
    rows, columns = np.nonzero((alpha > 0) & (alpha < 255))
    edge = premultiplied[rows, columns].astype(np.float32)
    edge[:, :3] = np.minimum(edge[:, :3] * (255.0 / edge[:, 3:]), 255.0)
    out[rows, columns] = (edge + 0.5).astype(np.uint8)
    return out
