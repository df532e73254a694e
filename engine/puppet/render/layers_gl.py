"""What a head that turns as layers holds in an OpenGL context."""

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.puppet.render.drawing import LayerSkin
from engine.puppet.render.parts import PartDrawing
from engine.puppet.render.surfaces_gl import DrawingSurface

if TYPE_CHECKING:
    import moderngl


class LayerBuffers:
    """The finer mesh's buffers, the textures of head and background, and what makes a backdrop of the latter.

    points, triangles: how many; backdrop: the program that makes one, shared by all puppets of a context; textures:
    those of matte and plate. box: x0, y0, x1, y1, crop sides, beyond which what is behind is the photo itself.
    """

    def __init__(self, context: "moderngl.Context", skin: LayerSkin, points: int, triangles: int,
                 backdrop: "moderngl.Program", textures: "tuple[moderngl.Texture, moderngl.Texture]") -> None:
        self.skin, self.points = skin, points
        self.matte, self._plate = textures
        self.vertices = context.buffer(reserve=points * 7 * 4, dynamic=True)
        self.indices = context.buffer(reserve=max(1, triangles) * 3 * 4, dynamic=True)
        self.lids_at = context.buffer(np.ascontiguousarray(skin.lids_at, np.float32))
        self._context, self._backdrop = context, backdrop
        self._corners = context.buffer(np.array([0, 0, 1, 0, 0, 1, 1, 1], np.float32))
        self._array = context.vertex_array(backdrop, [(self._corners, "2f", "corner")])
        rows, columns = (np.flatnonzero(skin.plate[..., 3].any(axis)) for axis in (1, 0))
        side = len(skin.plate)
        self.box = (0.0, 0.0, 0.0, 0.0) if not len(rows) else (
            columns[0] / side, rows[0] / side, (columns[-1] + 1) / side, (rows[-1] + 1) / side)

    def fill(self, surface: DrawingSurface, size: int, there: PartDrawing | None, photo: "moderngl.Texture") -> None:
        """Put what is behind the head into a surface's backdrop, if it is not there already.

        A frame of `size` pixels, or a part of one; photo: what is moved there.
        """
        if surface.filled_by is self:
            return
        origin, photo_origin, photo_size = (0.0, 0.0), (0.0, 0.0), (float(size), float(size))
        if there is not None:
            x0, y0, x1, y1 = there.reads
            origin = float(there.part.x0), float(there.part.y0)
            photo_origin, photo_size = (float(x0), float(y0)), (float(x1 - x0), float(y1 - y0))
        values: dict[str, Any] = {"photo": 0, "plate": 1, "side": float(size), "origin": origin,
                                  "photo_origin": photo_origin, "photo_size": photo_size}
        for name, value in values.items():
            uniform: Any = self._backdrop[name]
            uniform.value = value
        photo.use(0)
        self._plate.use(1)
        surface.backdrop_target.use()
        self._context.enable_only(self._context.NOTHING)  # whoever drew before may have left blending on
        self._array.render(self._context.TRIANGLE_STRIP, vertices=4)
        surface.filled_by = self

    def release(self) -> None:
        for thing in (self._array, self._corners, self.vertices, self.indices, self.lids_at, self.matte, self._plate):
            thing.release()
