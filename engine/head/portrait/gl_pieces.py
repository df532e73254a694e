"""Pieces on OpenGL: the outer sides of what covers before the head, which then need not be drawn under it; inner sides
and what lets through after it, far sides before near ones."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from engine.base.paths import RESOURCES
from engine.head.portrait.piece import Piece

if TYPE_CHECKING:
    import moderngl

_SHADERS = RESOURCES / "shaders" / "head"
_COVERS = 235  # alpha from which on a triangle's surroundings count as whole
_AROUND = 0.02  # of the picture's side: a triangle's reach


class _Kept(NamedTuple):
    """A piece on the graphics card; whole, edge: arrays of the triangles that cover all over, and of the others."""

    piece: Piece
    places: Any
    whole: Any
    edge: Any
    texture: Any
    others: tuple[Any, ...]

    def release(self) -> None:
        for item in (self.whole, self.edge, self.places, self.texture, *self.others):
            if item is not None:
                item.release()


class GlPieces:
    """Keeps the pieces of the last picture on the graphics card. Used with the context current.

    upload: a picture (h, w, 4) to a texture; `EngineError` when there is no room.
    """

    def __init__(self, context: "moderngl.Context", upload: Callable[[np.ndarray], Any]) -> None:
        self._context, self._upload = context, upload
        self._programs: tuple[Any, Any] | None = None  # for what covers all over, and for what has holes and rims
        self._kept: list[_Kept] = []

    def draw_solid(self, pieces: Sequence[Piece], vertices: np.ndarray,
                   set_uniforms: Callable[[Any, dict[str, Any]], None], values: dict[str, Any], unit: int) -> None:
        """The outer sides of what covers, into an empty framebuffer. unit: a free texture unit."""
        self._keep(pieces)
        if self._programs is None or not pieces:
            return
        for program in self._programs:
            set_uniforms(program, values | {"piece_map": unit, "solid": 1.0})
        for kept in self._kept:
            kept.places.write(np.concatenate([kept.piece.placed(vertices), kept.piece.normals], 1,
                                             dtype=np.float32).data)
        # Inner sides are for the most part behind the head: they wait until it is drawn.
        self._render(set_uniforms, unit, self._kept, "back")

    def _render(self, set_uniforms: Callable[[Any, dict[str, Any]], None], unit: int, some: Sequence[_Kept],
                hidden: str) -> None:
        """What covers; hidden: the side that is left out."""
        import moderngl

        self._context.enable_only(moderngl.DEPTH_TEST | moderngl.CULL_FACE)
        self._context.cull_face = hidden
        for kept in some:
            kept.texture.use(unit)
            for program, array in zip(self._programs or (), (kept.whole, kept.edge), strict=True):
                if array is not None:
                    set_uniforms(program, {"gloss": kept.piece.gloss})
                    array.render()

    def draw_rest(self, set_uniforms: Callable[[Any, dict[str, Any]], None], unit: int) -> None:
        """Inner sides of the pieces drawn last, and what they let through, over what is in the framebuffer."""
        import moderngl

        if self._programs is None or not self._kept:
            return
        self._render(set_uniforms, unit, [kept for kept in self._kept if kept.piece.two_sided], "front")
        context, program = self._context, self._programs[1]
        context.enable_only(moderngl.DEPTH_TEST | moderngl.BLEND | moderngl.CULL_FACE)
        context.fbo.depth_mask = False
        try:
            for kept in self._kept:
                if kept.edge is None:
                    continue
                kept.texture.use(unit)
                set_uniforms(program, {"gloss": kept.piece.gloss, "solid": 0.0})
                for side in ("front", "back") if kept.piece.two_sided else ("back",):
                    context.cull_face = side  # the one that is left out
                    kept.edge.render()
        finally:
            context.fbo.depth_mask = True

    def _keep(self, pieces: Sequence[Piece]) -> None:
        if [id(piece) for piece in pieces] == [id(kept.piece) for kept in self._kept]:
            return
        still = {id(kept.piece): kept for kept in self._kept}
        for gone in still.keys() - {id(piece) for piece in pieces}:
            still.pop(gone).release()
        self._kept = list(still.values())
        for piece in pieces:
            if id(piece) not in still:
                self._kept.append(self._made(piece))
        order = [id(piece) for piece in pieces]
        self._kept.sort(key=lambda kept: order.index(id(kept.piece)))

    def _made(self, piece: Piece) -> _Kept:
        context = self._context
        if self._programs is None:
            vertex = (_SHADERS / "piece.vert").read_text("utf-8")
            shared, own = ((_SHADERS / name).read_text("utf-8") for name in ("lighting.glsl", "piece.frag"))
            self._programs = (context.program(vertex, "#version 330\n#define WHOLE\n" + shared + own),
                              context.program(vertex, "#version 330\n" + shared + own))
        texture = self._upload(piece.picture)
        places = context.buffer(reserve=len(piece.offset) * 24, dynamic=True)
        uv = context.buffer(np.ascontiguousarray(piece.uv, np.float32).tobytes())
        whole = _whole(piece)
        arrays: list[Any] = []
        indices: list[Any] = []
        for program, triangles in zip(self._programs, (piece.triangles[whole], piece.triangles[~whole]), strict=True):
            if not len(triangles):
                arrays.append(None)
                continue
            indices.append(context.buffer(np.ascontiguousarray(triangles, np.int32).tobytes()))
            arrays.append(context.vertex_array(
                program, [(places, "3f 3f", "in_position", "in_normal"), (uv, "2f", "in_texel")],
                index_buffer=indices[-1], index_element_size=4))
        return _Kept(piece, places, arrays[0], arrays[1], texture, (uv, *indices))

    def release(self) -> None:
        """Give everything back. Safe to call twice."""
        for kept in self._kept:
            kept.release()
        self._kept = []
        for program in self._programs or ():
            program.release()
        self._programs = None


def _whole(piece: Piece) -> np.ndarray:
    """(m,) bool: triangles that cover all over, as far as their surroundings in the picture do."""
    from engine.base.opencv import cv2

    side = min(piece.picture.shape[:2])
    reach = max(1, round(_AROUND * side))
    alpha = cv2.erode(np.ascontiguousarray(piece.picture[..., 3]), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    height, width = alpha.shape
    column, row = ((piece.uv * [width, height]).astype(int).clip(0, [width - 1, height - 1])).T
    return (alpha[row, column] >= _COVERS)[piece.triangles].all(axis=1)
