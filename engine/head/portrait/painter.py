"""Paints the parametric head: on OpenGL when there is a context, else in numpy."""

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.head.portrait.camera import HeadView
from engine.head.portrait.head_texture import Worn
from engine.head.portrait.lashes import Lashes
from engine.head.portrait.light import head_visibility
from engine.head.portrait.maps import SkinMaps, skin_maps
from engine.head.portrait.mesh import drawn_mesh
from engine.head.portrait.piece import Piece
from engine.head.portrait.skin import Skin
from engine.head.portrait.surface import HeadSurface
from engine.head.portrait.wireframe import Wireframe

if TYPE_CHECKING:
    import moderngl

SMALLEST, LARGEST = 16, 4096
_STAGES = 15
Result = TypeVar("Result")


class HeadPainter:
    """Pictures of one head (engine.head.model.Head).

    With a context it belongs to the context's thread and must be released before it; without one it draws the same
    picture in numpy, slower.
    """

    def __init__(self, head: Any, context: "moderngl.Context | None" = None) -> None:
        self._count, self._head = len(head.vertices), head
        self._wireframe: Wireframe | None = None
        self._surface, self._lashes, self._maps = _finished(_prepared(head))
        self._gl = None
        if context is not None:
            from engine.head.portrait.gl_painter import GlPainter

            self._gl = GlPainter(context, self._surface, self._lashes, self._maps)

    def draw(self, vertices: np.ndarray, view: HeadView | None = None, size: int = 512,
             skin: Skin | None = None, worn: Worn | None = None, pieces: Sequence[Piece] = ()) -> np.ndarray:
        """The head as (size, size, 4) uint8 RGBA, straight alpha, transparent around it; worn: over the plain skin;
        pieces: what has a mesh of its own, what lies closer to the skin first.

        vertices: (V, 3) dm, as `Head.shape` gives them. size: 16 to 4096. Raises UsageError for anything else, and
        EngineError when the graphics driver gives up.
        """
        view, skin = view or HeadView(), skin or Skin()
        if isinstance(size, bool) or not isinstance(size, (int, np.integer)) or not SMALLEST <= size <= LARGEST:
            raise UsageError(Text("cannot draw a head of {0} pixels", size), Text("{0} to {1}", SMALLEST, LARGEST))
        vertices = np.asarray(vertices, np.float32)
        if vertices.shape != (self._count, 3):
            raise UsageError(Text("the head has {0} vertices, got an array of shape {1}", self._count, vertices.shape))
        if not np.isfinite(vertices).all():
            raise UsageError(Text("the head's vertices must be finite"))
        if worn is not None and worn.strength == 0:
            worn = None
        if any(piece.weights.shape[1] != self._count for piece in pieces):
            raise UsageError(Text("a head cannot wear a mesh that does not hang together"))
        posed = self._surface.posed(vertices, view, 0.0 if skin.hair is None else 1.0)
        if self._gl is not None:
            drawn = self._gl.draw(vertices, posed, view, int(size), skin, worn, pieces)
        else:
            from engine.head.portrait.shade import paint

            drawn = paint(self._surface, self._lashes, self._maps, vertices, posed, view, int(size), skin, worn, pieces)
        picture = _straight(drawn)
        if view.wireframe:
            if self._wireframe is None:
                self._wireframe = Wireframe(self._head.triangles_of("skin", "eye_left", "eye_right"))
            picture = self._wireframe.over(picture, vertices, view)
        return picture

    def release(self) -> None:
        """Give back what is on the graphics card. Safe to call twice."""
        if self._gl is not None:
            self._gl.release()
            self._gl = None

    def __enter__(self) -> "HeadPainter":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def prepare_painter(head: Any, context: "moderngl.Context | None" = None) -> Job[HeadPainter]:
    """Make a painter step by step, for an engine that must keep answering meanwhile."""
    stages = _prepared(head)
    done = 0
    while True:
        try:
            next(stages)
        except StopIteration:
            break
        done += 1
        yield Progress(done, _STAGES, Text("preparing the head"))
    return HeadPainter(head, context)


_kept: list[tuple[Any, tuple[HeadSurface, Lashes, SkinMaps]]] = []  # of the last head: the same for every painter


def _prepared(head: Any) -> Generator[None, None, tuple[HeadSurface, Lashes, SkinMaps]]:
    """What does not depend on the context; a second's work or two, so kept for the next painter of the same head."""
    if not _kept or _kept[0][0] is not head:
        mesh = drawn_mesh(head)
        yield
        visibility = yield from head_visibility(head)
        surface = HeadSurface(head, mesh, visibility)
        yield
        maps = yield from skin_maps(head, mesh)
        _kept[:] = [(head, (surface, Lashes(head), maps))]
    return _kept[0][1]


def _finished(steps: Generator[None, None, Result]) -> Result:
    """The result of a stepwise task, all steps at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _straight(premultiplied: np.ndarray) -> np.ndarray:
    """Colours as they are, beside their alpha, from colours times alpha."""
    out = premultiplied.copy()
    alpha = premultiplied[..., 3]
    rows, columns = np.nonzero((alpha > 0) & (alpha < 255))
    edge = premultiplied[rows, columns].astype(np.float32)
    edge[:, :3] = np.minimum(edge[:, :3] * (255.0 / edge[:, 3:]), 255.0)
    out[rows, columns] = (edge + 0.5).astype(np.uint8)
    return out
