"""The head on OpenGL 3.3: four draws (skin, flesh, eyes, hairs) and the pieces it wears, multisampled, read back as
straight alpha."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.base.remedy import draw_otherwise
from engine.base.text import Text
from engine.head.portrait import camera
from engine.head.portrait.camera import HeadView
from engine.head.portrait.colour import linear
from engine.head.portrait.gl_pieces import GlPieces
from engine.head.portrait.head_texture import HeadTexture, Worn
from engine.head.portrait.iris import IRIS_REACH
from engine.head.portrait.lashes import Lashes
from engine.head.portrait.maps import SkinMaps
from engine.head.portrait.piece import Piece
from engine.head.portrait.skin import Skin
from engine.head.portrait.surface import HeadSurface, PosedHead

if TYPE_CHECKING:
    import moderngl

_SHADERS = RESOURCES / "shaders" / "head"
_SAMPLES = 4


class GlPainter:
    """Holds the head on one OpenGL context, on the thread that owns it; release() gives everything back."""

    def __init__(self, context: "moderngl.Context", surface: HeadSurface, lashes: Lashes, maps: SkinMaps) -> None:
        self._context = context
        self._surface = surface
        self._lashes = lashes
        self._owned: list[Any] = []
        self._target: tuple[int, list[Any]] | None = None
        self._worn: tuple[HeadTexture, list[Any]] | None = None
        self._pieces = GlPieces(context, self._texture)
        try:
            with _current(context):
                self._build(maps)
        except Exception as error:
            self.release()
            raise EngineError(Text("the graphics driver could not prepare the head"),
                              draw_otherwise(), str(error)) from error

    def _build(self, maps: SkinMaps) -> None:
        context, mesh = self._context, self._surface.mesh
        keep = self._keep
        vertex = (_SHADERS / "surface.vert").read_text("utf-8")
        shared = "#version 330\n" + (_SHADERS / "lighting.glsl").read_text("utf-8")
        self._moving = keep(context.buffer(reserve=len(mesh.rest) * 10 * 4, dynamic=True))
        texel = np.where(np.isin(mesh.part, np.unique(mesh.part[np.unique(mesh.triangles[mesh.material["eye"]])]))
                         [:, None], mesh.uv, mesh.texel * [1, -1] + [0, 1])
        atlas = mesh.uv * [1, -1] + [0, 1]
        still = keep(context.buffer(np.concatenate([texel, self._surface.tint, atlas], 1).astype("f4").tobytes()))
        self._draws = {}
        for name in ("skin", "flesh", "eye"):
            program = keep(context.program(vertex, shared + (_SHADERS / f"{name}.frag").read_text("utf-8")))
            index = keep(context.buffer(reserve=max(len(mesh.triangles[mesh.material[name]]), 1) * 12, dynamic=True))
            layout = [(self._moving, *_present(program, "3f 3f 4f", ["in_position", "in_normal", "in_light"])),
                      (still, *_present(program, "2f 4f 2f", ["in_texel", "in_tint", "in_atlas"]))]
            layout = [entry for entry in layout if len(entry) > 2]
            self._draws[name] = (program, index, keep(context.vertex_array(program, layout, index_buffer=index,
                                                                           index_element_size=4)))
        self._textures = []
        for picture in (maps.tone, maps.detail, maps.iris):
            texture = keep(self._texture(picture))
            texture.repeat_x = picture is not maps.iris
            self._textures.append(texture)
        strand = keep(context.program((_SHADERS / "strand.vert").read_text("utf-8"),
                                      (_SHADERS / "strand.frag").read_text("utf-8")))
        points = 2 * self._lashes.weights.shape[0]
        self._hair_places = keep(context.buffer(reserve=points * 5 * 4, dynamic=True))
        index = keep(context.buffer(self._lashes.triangles.tobytes()))
        layout = [(self._hair_places, "4f 1f", "in_place", "in_cover")]
        self._hairs = (strand, keep(context.vertex_array(strand, layout, index_buffer=index, index_element_size=4)))

    def draw(self, vertices: np.ndarray, posed: PosedHead, view: HeadView, size: int, skin: Skin,
             worn: Worn | None = None, pieces: Sequence[Piece] = ()) -> np.ndarray:
        """(size, size, 4) uint8, premultiplied; multisampled."""
        import moderngl

        context = self._context
        with _current(context):
            many, one = self._targets(size)
            many.use()
            context.viewport = (0, 0, size, size)
            many.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
            moving = np.concatenate([posed.position, posed.normal, posed.light], 1, dtype=np.float32)
            self._moving.write(moving.data)
            for place, texture in enumerate(self._textures):
                texture.use(place)
            for place, texture in enumerate(self._dressed(worn), len(self._textures)):
                texture.use(place)
            # The picture is drawn upside down, so that its first row read back is the top: front faces turn round.
            context.front_face = "cw"
            context.blend_func = moderngl.ONE, moderngl.ONE_MINUS_SRC_ALPHA
            photo = 0.0 if worn is None else worn.strength
            shares = view.light.shining().shares(photo)
            values = _uniforms(view, skin) | {"photo": photo, "studio": tuple(shares.tolist())}
            self._pieces.draw_solid(pieces, vertices, _set, values, len(self._textures) + 2)
            context.cull_face = "back"
            context.enable_only(moderngl.DEPTH_TEST | moderngl.CULL_FACE | moderngl.BLEND)
            for name in ("eye", "flesh", "skin"):
                program, index, array = self._draws[name]
                triangles = posed.visible[name]
                if len(triangles):
                    index.write(np.ascontiguousarray(triangles, np.int32).data)
                    _set(program, values)
                    array.render(vertices=3 * len(triangles))
            self._draw_hairs(vertices, view, size, skin, photo)
            self._pieces.draw_rest(_set, len(self._textures) + 2)
            context.copy_framebuffer(one, many)
            return np.frombuffer(one.read(components=4), np.uint8).reshape(size, size, 4)

    def _draw_hairs(self, vertices: np.ndarray, view: HeadView, size: int, skin: Skin, photo: float) -> None:
        import moderngl

        context = self._context
        points, cover = self._lashes.ribbons(vertices, lambda p, near: view.pixels(p, size, near),
                                             view.focal * size / 2, photo)
        away = points[:, 2]
        near, far = camera.NEAR, camera.FAR
        places = np.empty((len(points), 5), np.float32)
        places[:, :2] = points[:, :2] / size * 2 - 1
        places[:, 2] = (far + near - 2 * far * near / away) / (far - near)
        places[:, 3] = 1.0
        places[:, 4] = cover
        self._hair_places.write(places.tobytes())
        program, array = self._hairs
        _set(program, {"strand_colour": skin.lash})
        context.enable_only(moderngl.DEPTH_TEST | moderngl.BLEND)
        context.fbo.depth_mask = False
        try:
            array.render()
        finally:
            context.fbo.depth_mask = True

    def _dressed(self, worn: Worn | None) -> list[Any]:
        """What the head wears on the graphics card, skin and eyes; the last stays there, the same is drawn again."""
        if worn is None:
            return []
        if self._worn is None or self._worn[0] is not worn.texture:
            self._undress()
            base = self._texture(worn.texture.base)
            try:
                self._worn = worn.texture, [base, self._texture(worn.texture.eyes)]
            except EngineError:
                base.release()
                raise
        return self._worn[1]

    def _undress(self) -> None:
        if self._worn is not None:
            for texture in self._worn[1]:
                texture.release()
            self._worn = None

    def _texture(self, picture: np.ndarray) -> Any:
        import moderngl

        height, width = picture.shape[:2]
        try:
            texture = self._context.texture((width, height), 4, np.ascontiguousarray(picture).tobytes())
        except Exception as error:
            raise EngineError(Text("the graphics driver has no room for a texture of {0} x {1}", width, height),
                              draw_otherwise(), str(error)) from error
        texture.build_mipmaps()
        texture.filter = (moderngl.LINEAR_MIPMAP_NEAREST, moderngl.LINEAR)
        texture.repeat_x = texture.repeat_y = False
        return texture

    def _targets(self, size: int) -> tuple[Any, Any]:
        """The multisampled picture and the one it resolves into, kept while the size stays."""
        if self._target is None or self._target[0] != size:
            context = self._context
            samples = min(_SAMPLES, context.max_samples)
            made: list[Any] = []
            try:
                colour = context.renderbuffer((size, size), 4, samples=samples)
                made.append(colour)
                depth = context.depth_renderbuffer((size, size), samples=samples)
                made.append(depth)
                plain = context.renderbuffer((size, size), 4)
                made.append(plain)
                made.append(context.framebuffer([colour], depth))
                made.append(context.framebuffer([plain]))
            except Exception as error:
                for item in reversed(made):
                    item.release()
                raise EngineError(Text("the graphics driver has no room for a picture of {0} x {0}", size),
                                  Text("choose a smaller size"), str(error)) from error
            self._drop_target()
            self._target = (size, made)
        return self._target[1][3], self._target[1][4]

    def _drop_target(self) -> None:
        if self._target is not None:
            # A framebuffer must not be deleted while it is bound: moderngl would bind it again later.
            self._context.detect_framebuffer(0).use()
            for item in reversed(self._target[1]):
                item.release()
            self._target = None

    def _keep(self, item: Any) -> Any:
        self._owned.append(item)
        return item

    def release(self) -> None:
        """Give back everything on the graphics card. Safe to call twice."""
        with _current(self._context):
            self._drop_target()
            self._undress()
            self._pieces.release()
            for item in reversed(self._owned):
                item.release()
            self._owned.clear()


@contextmanager
def _current(context: "moderngl.Context") -> Iterator[None]:
    """Make a context current and leave it so: moderngl's own ``with`` would leave the thread without any, and whoever
    draws next in the same context could not. Windings are put back to what OpenGL starts with."""
    context.__enter__()
    try:
        yield
    finally:
        context.front_face = "ccw"


def _uniforms(view: HeadView, skin: Skin) -> dict[str, Any]:
    style = np.zeros(3, np.float32)
    style[skin.brow_style - 1] = 1.0
    lamps = view.light.shining()
    hair = (*linear(skin.hair), 1.0) if skin.hair is not None else (0.0, 0.0, 0.0, 0.0)
    return {
        "turn": view.turn.T.ravel(), "pivot": camera.PIVOT,
        "lens": (view.focal, camera.DISTANCE, camera.NEAR, camera.FAR), "eye_distance": camera.DISTANCE,
        "light_direction": lamps.directions, "light_colour": lamps.colours,
        "catch_direction": lamps.catch, "sky": lamps.sky, "ground": lamps.ground,
        "tone_map": 0, "detail_map": 1, "iris_map": 2, "photo_map": 3, "eye_map": 4,
        "skin_colour": linear(skin.skin), "lip_colour": linear(skin.lip), "iris_colour": linear(skin.iris),
        "teeth_colour": linear(skin.teeth),
        "brow_colour": linear(skin.brow), "hair_colour": hair, "brow_style": style,
        # uv 0.5 is 180 degrees of the eyeball; the iris map reaches IRIS_REACH at its edge.
        "iris_span": float(np.pi / IRIS_REACH),
    }


def _set(program: Any, values: dict[str, Any]) -> None:
    """Set those uniforms that the program has; compilers drop the ones it does not use."""
    for name, value in values.items():
        if name in program:
            if isinstance(value, np.ndarray):
                # Compilers also shorten arrays to what is used.
                used = value[: program[name].array_length] if value.ndim == 2 else value
                program[name].write(np.ascontiguousarray(used, np.float32).tobytes())
            else:
                program[name].value = value


def _present(program: Any, layout: str, names: list[str]) -> tuple[str, ...]:
    """A vertex layout with what the program does not use turned into padding."""
    parts, kept = [], []
    for part, name in zip(layout.split(), names, strict=True):
        if name in program:
            parts.append(part)
            kept.append(name)
        else:
            parts.append(f"{int(part[:-1]) * 4}x")
    return (" ".join(parts), *kept)
