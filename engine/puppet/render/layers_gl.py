"""What a head that turns as layers holds in an OpenGL context."""

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.puppet.render.drawing import LayerSkin
from engine.puppet.render.parts import PartDrawing

if TYPE_CHECKING:
    import moderngl


class LayerBuffers:
    """The finer mesh's buffers, the textures of head and background, and what draws the latter.

    points, triangles: how many; backdrop: its program, shared by all puppets of a context; texture: makes one of an
    image.
    """

    def __init__(self, context: "moderngl.Context", skin: LayerSkin, points: int, triangles: int,
                 backdrop: "moderngl.Program", textures: "tuple[moderngl.Texture, moderngl.Texture]") -> None:
        self.skin, self.points = skin, points
        self.vertices = context.buffer(reserve=points * 7 * 4, dynamic=True)
        self.indices = context.buffer(reserve=max(1, triangles) * 3 * 4, dynamic=True)
        self.lids_at = context.buffer(np.ascontiguousarray(skin.lids_at, np.float32))
        self._context, self._backdrop, self._textures = context, backdrop, textures
        self._corners = context.buffer(reserve=8 * 4, dynamic=True)
        self._array = context.vertex_array(backdrop, [(self._corners, "2f", "corner")])
        rows, columns = (np.flatnonzero(skin.plate[..., 3].any(axis)) for axis in (1, 0))
        side = len(skin.plate)
        self._box = (0.0, 0.0, 0.0, 0.0) if not len(rows) else (
            columns[0] / side, rows[0] / side, (columns[-1] + 1) / side, (rows[-1] + 1) / side)

    def use(self, first: int) -> None:
        """Bind the textures to the units from `first` on."""
        for number, texture in enumerate(self._textures):
            texture.use(first + number)

    def draw_backdrop(self, size: int, there: PartDrawing | None, photo_unit: int, plate_unit: int) -> None:
        """What is behind the head, in a frame of `size` pixels or a part of one."""
        origin, extent, photo_origin, photo_size = (0.0, 0.0), float(size), (0.0, 0.0), (float(size), float(size))
        if there is not None:
            x0, y0, x1, y1 = there.reads
            origin, extent = (float(there.part.x0), float(there.part.y0)), float(there.part.side)
            photo_origin, photo_size = (float(x0), float(y0)), (float(x1 - x0), float(y1 - y0))
        values: dict[str, Any] = {"photo": photo_unit, "plate": plate_unit, "side": float(size), "origin": origin,
                                  "photo_origin": photo_origin, "photo_size": photo_size}
        for name, value in values.items():
            uniform: Any = self._backdrop[name]
            uniform.value = value
        x0, y0, x1, y1 = ((edge * size - origin[axis % 2]) / extent for axis, edge in enumerate(self._box))
        self._corners.write(np.array([x0, y0, x1, y0, x0, y1, x1, y1], np.float32))
        self._array.render(self._context.TRIANGLE_STRIP, vertices=4)

    def release(self) -> None:
        for thing in (self._array, self._corners, self.vertices, self.indices, self.lids_at, *self._textures):
            thing.release()
