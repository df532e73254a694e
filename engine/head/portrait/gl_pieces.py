"""Pieces on OpenGL: what covers first, then what lets through, far sides before near ones."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from engine.base.paths import RESOURCES
from engine.head.portrait.piece import Piece

if TYPE_CHECKING:
    import moderngl

_SHADERS = RESOURCES / "shaders" / "head"


class _Kept(NamedTuple):
    """A piece on the graphics card."""

    piece: Piece
    places: Any
    array: Any
    texture: Any
    others: tuple[Any, ...]

    def release(self) -> None:
        for item in (self.array, self.places, self.texture, *self.others):
            item.release()


class GlPieces:
    """Keeps the pieces of the last picture on the graphics card. Used with the context current.

    upload: a picture (h, w, 4) to a texture; `EngineError` when there is no room.
    """

    def __init__(self, context: "moderngl.Context", upload: Callable[[np.ndarray], Any]) -> None:
        self._context, self._upload = context, upload
        self._program: Any = None
        self._kept: list[_Kept] = []

    def draw(self, pieces: Sequence[Piece], vertices: np.ndarray, set_uniforms: Callable[[Any, dict[str, Any]], None],
             values: dict[str, Any], unit: int) -> None:
        """Over what is in the framebuffer, whose depth they go by. unit: a free texture unit."""
        import moderngl

        context = self._context
        self._keep(pieces)
        if not pieces:
            return
        program = self._program
        set_uniforms(program, values | {"piece_map": unit})
        for kept in self._kept:
            kept.places.write(np.concatenate([kept.piece.placed(vertices), kept.piece.normals], 1,
                                             dtype=np.float32).data)
        context.enable_only(moderngl.DEPTH_TEST | moderngl.BLEND | moderngl.CULL_FACE)
        try:
            for solid in (1.0, 0.0):
                context.fbo.depth_mask = solid > 0
                for kept in self._kept:
                    kept.texture.use(unit)
                    set_uniforms(program, {"gloss": kept.piece.gloss, "solid": solid})
                    for side in ("front", "back") if kept.piece.two_sided else ("back",):
                        context.cull_face = side  # the one that is left out
                        kept.array.render()
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
        if self._program is None:
            shared = "#version 330\n" + (_SHADERS / "lighting.glsl").read_text("utf-8")
            self._program = context.program((_SHADERS / "piece.vert").read_text("utf-8"),
                                            shared + (_SHADERS / "piece.frag").read_text("utf-8"))
        texture = self._upload(piece.picture)
        places = context.buffer(reserve=len(piece.offset) * 24, dynamic=True)
        index = context.buffer(np.ascontiguousarray(piece.triangles, np.int32).tobytes())
        uv = context.buffer(np.ascontiguousarray(piece.uv, np.float32).tobytes())
        array = context.vertex_array(
            self._program, [(places, "3f 3f", "in_position", "in_normal"), (uv, "2f", "in_texel")],
            index_buffer=index, index_element_size=4)
        return _Kept(piece, places, array, texture, (index, uv))

    def release(self) -> None:
        """Give everything back. Safe to call twice."""
        for kept in self._kept:
            kept.release()
        self._kept = []
        if self._program is not None:
            self._program.release()
            self._program = None
