"""Draws a puppet's frames with OpenGL 3.3, on a graphics card or in software."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from engine.base.gl import finish
from engine.base.paths import RESOURCES
from engine.puppet.render.drawing import Drawing, Keyed, LayerSkin, PhotoSkin, PolishSkin
from engine.puppet.render.layers_gl import LayerBuffers
from engine.puppet.render.parts import PartDrawing
from engine.puppet.render.surfaces_gl import DrawingSurface, FrameStage, Window, scaled, texture_of

if TYPE_CHECKING:
    import moderngl

class _Variant(NamedTuple):
    """Which of the mesh's shaders: see mesh.frag."""

    smooth: bool
    relief: bool
    rim: bool = True
    keyed: bool = False
    placed: bool = False
    part: bool = False
    outline: bool = False


_PLAIN = tuple(_Variant(smooth, relief, rim) for smooth in (False, True) for relief in (False, True)
               for rim in (False, True))
_KEYED = tuple(_Variant(smooth, True, keyed=True) for smooth in (False, True))
_PLACED = tuple(_Variant(smooth, True, placed=True) for smooth in (False, True))
_KEPT_SIZES = 3
_MATTE = 7  # the texture unit of a layered head's matte; its backdrop's is the next
_OPENING_DEPTH, _BACKDROP_DEPTH = 0.999, 0.9995  # of what lies beneath the mesh
_COMPILED: WeakKeyDictionary = WeakKeyDictionary()  # context -> its programs, which go when it goes
_COMPILED_MORE: WeakKeyDictionary = WeakKeyDictionary()  # likewise those that most puppets never need


class GlRenderer:
    """One puppet's textures and buffers in a context, which must be current on the calling thread.

    first: whether it is the first in its context, whose driver has yet to translate the shaders.
    """

    def __init__(self, context: "moderngl.Context", skin: PhotoSkin, points: int, triangles: int) -> None:
        self._context, self._skin = context, skin
        self._deep = skin.photo.dtype == np.uint16
        self.first = context not in _COMPILED
        plain, self._opening = _programs(context)
        self._mesh_programs = dict(plain)
        self._vertices = context.buffer(reserve=points * 7 * 4, dynamic=True)
        self._indices = context.buffer(reserve=triangles * 3 * 4, dynamic=True)
        self._lid_at = context.buffer(np.ascontiguousarray(skin.lids.at, np.float32))
        self._arrays = {(variant, False): self._array(program) for variant, program in self._mesh_programs.items()}
        self._corners = context.buffer(reserve=8 * 4, dynamic=True)
        self._opening_array = context.vertex_array(self._opening, [(self._corners, "2f", "corner")])
        self._aux = [texture_of(context, image) for image in (skin.lids.texture, *skin.folds)]
        self._stages: dict[int, FrameStage] = {}
        self._keys: _KeyTextures | None = None
        self._points = points
        self._layers: LayerBuffers | None = None
        self._placed: Any = None  # where the mesh's points lie in the lids and folds, when not in the photo
        point, across = skin.middle
        self._middle = tuple(map(float, point)), tuple(map(float, across))

    def show(self, skin: PhotoSkin) -> None:
        """Draw from another photo of the same person from now on: of the same depth, with the same lids and folds."""
        self._skin = skin
        if skin.placed is not None and self._placed is None:
            self._placed = self._context.buffer(reserve=self._points * 2 * 4)
            self._placed.write(np.ascontiguousarray(skin.placed, np.float32))
            for variant, program in _more_programs(self._context, _PLACED).items():
                self._mesh_programs[variant] = program
                self._arrays[variant, False] = self._array(program, (self._placed, "2f", "placed"))

    def draw(self, drawing: Drawing, size: int, smooth: bool = True, seen: np.ndarray | None = None,
             within: Window | None = None, contours: bool = True) -> np.ndarray:
        """(size, size, 4) uint8, or uint16 for a 16-bit photo. smooth: Catmull-Rom sampling, else bilinear.

        seen: (size, size, 3) of the photo's type, to be moved instead of the photo. within: the window of the frame
        that is wanted and given; nothing outside is drawn. contours: whether a head in layers is anti-aliased where
        one part of it comes before another, too, which takes a software renderer as long as all the rest.
        """
        stage = self._stage(size)
        if seen is not None:
            lent = texture_of(self._context, seen)
            try:
                return self._draw(drawing, size, smooth, lent, stage, within=within, contours=contours)
            finally:
                lent.release()
        return self._draw(drawing, size, smooth, stage.photo, stage, within=within, contours=contours)

    def draw_part(self, there: PartDrawing, size: int) -> np.ndarray:
        """(n, n, 4) as `draw`, smoothly: a part of a frame `size` pixels wide, which is the photo's own side. Nothing
        of it is kept."""
        x0, y0, x1, y1 = there.reads
        surface = DrawingSurface(self._context, self._deep, there.part.side)
        try:
            lent = texture_of(self._context, self._skin.photo[y0:y1, x0:x1])
            try:
                return self._draw(there.drawing, size, True, lent, surface, there)
            finally:
                lent.release()
        finally:
            surface.release()

    def _draw(self, drawing: Drawing, size: int, smooth: bool, photo: "moderngl.Texture", stage: "DrawingSurface",
              there: PartDrawing | None = None, within: Window | None = None,
              contours: bool = True) -> np.ndarray:
        """size: of the frame, of which `there` may be a part."""
        context = self._context
        layers = self._layers if drawing.layered else None
        vertices, indices = (self._vertices, self._indices) if layers is None else (layers.vertices, layers.indices)
        data = np.empty((len(drawing.target), 7), np.float32)
        data[:, :2], data[:, 2:4] = drawing.target, drawing.offset
        data[:, 4], data[:, 5], data[:, 6] = drawing.depth, drawing.ratio, drawing.edge
        vertices.write(data)
        keyed = drawing.keyed if self._keys is not None else None
        triangles, groups = _by_shader(drawing, keyed, apart=there is None and self._skin.placed is None)
        if len(triangles):
            indices.write(np.ascontiguousarray(triangles, np.int32))
        stage.clear_underlay()
        for under in drawing.underlays:
            stage.write_underlay(under.x0, under.y0, under.colour, under.changed)

        if layers is not None:
            layers.fill(stage, size, there, photo)
        target = stage.multisampled if layers is not None and smooth and contours else stage.target
        target.scissor = None if within is None else _corner_and_size(within)
        target.use()
        context.enable_only(context.DEPTH_TEST)
        context.depth_func = "<="
        target.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        for number, texture in enumerate((photo, stage.underlay, *self._aux)):
            texture.use(number)
        for under in drawing.underlays:
            h, w = under.changed.shape
            x0, x1, y0, y1 = (n / stage.size for n in (under.x0, under.x0 + w, under.y0, under.y0 + h))
            self._lay_flat((x0, y0, x1, y1), _OPENING_DEPTH, 1)
        if layers is not None:
            layers.matte.use(_MATTE)
            stage.backdrop.use(_MATTE + 1)
        for (relief, rim, shows, outline), first, end in groups:
            if shows and keyed is not None and self._keys is not None:
                self._keys.use(keyed, size, len(self._aux) + 2)
            placed = relief and not shows and self._skin.placed is not None
            variant = _Variant(smooth, relief, rim, shows, placed, outline=outline)
            self._render(variant, drawing, size, first, end, there)
        if layers is not None:  # last, where nothing hides it
            corner = np.array([0, 0] if there is None else [there.part.x0, there.part.y0])
            low, high = ((np.array(edge) * size - corner) / stage.size for edge in (layers.box[:2], layers.box[2:]))
            self._lay_flat((*low, *high), _BACKDROP_DEPTH, _MATTE + 1)
        if target is not stage.target:
            context.copy_framebuffer(stage.target, target)
        finish(context)
        return stage.read(self._deep, target is not stage.target, within)

    def _render(self, variant: _Variant, drawing: Drawing, size: int, first: int, end: int,
                there: PartDrawing | None) -> None:
        """Some of the written triangles."""
        layered = drawing.layered
        if there is not None or layered:
            variant = self._more(variant._replace(part=there is not None), layered)
        if there is not None:
            x0, y0, x1, y1 = there.reads
            self._set(variant, "origin", (float(there.part.x0), float(there.part.y0)))
            self._set(variant, "photo_origin", (float(x0), float(y0)))
            self._set(variant, "photo_size", (float(x1 - x0), float(y1 - y0)))
        textures = ("photo", "underlay", "lid_skin", "folds_a", "folds_b", "key_colour", "key_tone", "matte",
                    "backdrop")
        for number, name in enumerate(textures):
            self._set(variant, name, number)
        self._set(variant, "middle_point", self._middle[0])
        self._set(variant, "middle_across", self._middle[1])
        self._set(variant, "side", float(size))
        self._set(variant, "rim_width", drawing.rim_width)
        self._set(variant, "lids", drawing.lids)
        self._set(variant, "lid_boxes", [(x, y, 1 / w, 1 / h) for x, y, w, h in self._skin.lids.boxes])
        self._set(variant, "lid_light", self._skin.lid_light)
        if self._layers is not None:
            self._set(variant, "bounds", self._layers.skin.bounds)
        self._set(variant, "folds", [tuple(map(float, four)) for four in drawing.folds.reshape(4, 4)])
        self._arrays[variant, layered].render(self._context.TRIANGLES, vertices=3 * (end - first), first=3 * first)

    def _lay_flat(self, box: tuple[float, float, float, float], depth: float, unit: int) -> None:
        """Draw what a texture, of the surface's size, shows in x0, y0, x1, y1, sides of the surface, where nothing
        nearer is drawn."""
        x0, y0, x1, y1 = box
        self._corners.write(np.array([x0, y0, x1, y0, x0, y1, x1, y1], np.float32))
        values: dict[str, Any] = {"seen": unit, "depth": depth}
        for name, value in values.items():
            uniform: Any = self._opening[name]
            uniform.value = value
        self._opening_array.render(self._context.TRIANGLE_STRIP, vertices=4)

    def put_on(self, skins: Mapping[str, PolishSkin]) -> None:
        """Keys' textures to draw from; none for the plain puppet."""
        if self._keys is not None:
            for variant, layered in [key for key in self._arrays if key[0].keyed]:
                self._arrays.pop((variant, layered)).release()
                self._mesh_programs.pop(variant, None)
            self._keys.release()
            self._keys = None
        if skins:
            most = self._points if self._layers is None else max(self._points, self._layers.points)
            self._keys = _KeyTextures(self._context, skins, most)
            for variant, program in _more_programs(self._context, _KEYED).items():
                self._mesh_programs[variant] = program
                self._arrays[variant, False] = self._array(
                    program, (self._keys.vertices, "2f 1f", "key_at", "key_weight"))

    def lay(self, skin: LayerSkin, points: int, triangles: int) -> None:
        """Draw the head as layers, from now on, where a drawing says so: of so many points and triangles."""
        backdrop = _COMPILED_MORE.setdefault(self._context, {})
        if "backdrop" not in backdrop:
            backdrop["backdrop"] = self._context.program(*_shaders("backdrop"))
        textures = texture_of(self._context, skin.matte), texture_of(self._context, skin.plate)
        self._layers = LayerBuffers(self._context, skin, points, triangles, backdrop["backdrop"], textures)
        if self._keys is not None:  # they have something to say of every point
            self.put_on(self._keys.skins)

    def _more(self, variant: _Variant, layered: bool) -> _Variant:
        """One that most puppets never need, for parts of frames and heads in layers, ready to be used."""
        if (variant, layered) not in self._arrays:
            if variant not in self._mesh_programs:  # what heads in layers share with others has one program
                self._mesh_programs[variant] = _more_programs(self._context, (variant,))[variant]
            program = self._mesh_programs[variant]
            more: list[tuple] = []
            if variant.keyed and self._keys is not None:
                more.append((self._keys.vertices, "2f 1f", "key_at", "key_weight"))
            if variant.placed:
                more.append((self._placed, "2f", "placed"))
            self._arrays[variant, layered] = self._array(program, *more, layers=self._layers if layered else None)
        return variant

    def _array(self, program: Any, *more: tuple, layers: LayerBuffers | None = None) -> Any:
        buffer, indices = (self._vertices, self._indices) if layers is None else (layers.vertices, layers.indices)
        vertices = ((buffer, "2f 2f 1f 1f 1f", "target", "offset", "depth", "ratio", "edge")
                    if program.get("edge", None) is not None
                    else (buffer, "2f 2f 1f 1f 4x", "target", "offset", "depth", "ratio"))
        if program.get("lid_at", None) is not None:
            more = (*more, (self._lid_at if layers is None else layers.lids_at, "3f", "lid_at"))
        return self._context.vertex_array(program, [vertices, *more], index_buffer=indices, index_element_size=4)

    def _set(self, variant: _Variant, name: str, value: Any) -> None:
        uniform: Any = self._mesh_programs[variant].get(name, None)
        if uniform is not None:  # a variant lacks what it does not need
            uniform.value = value

    def release(self) -> None:
        """Give back everything held in the context."""
        self.put_on({})
        for stage in self._stages.values():
            stage.release()
        held: tuple[Any, ...] = (*self._arrays.values(), self._opening_array, self._vertices, self._indices,
                                 self._corners, self._lid_at, *self._aux, *filter(None, [self._placed]))
        for thing in held:
            thing.release()
        if self._layers is not None:
            self._layers.release()
        self._stages.clear()

    def _stage(self, size: int) -> "FrameStage":
        stage = self._stages.pop(size, None)
        if stage is not None:
            stage.take(self._skin.photo)
        else:
            while len(self._stages) >= _KEPT_SIZES:
                self._stages.pop(next(iter(self._stages))).release()
            stage = FrameStage(self._context, self._skin.photo, size)
        self._stages[size] = stage  # newest last
        return stage


def _corner_and_size(window: Window) -> Window:
    x0, y0, x1, y1 = window
    return x0, y0, x1 - x0, y1 - y0


class _KeyTextures:
    """What a puppet's keys hold in the context."""

    def __init__(self, context: "moderngl.Context", skins: Mapping[str, PolishSkin], points: int) -> None:
        self._context, self.skins = context, skins
        self.vertices = context.buffer(reserve=points * 3 * 4, dynamic=True)
        self._tones = {name: texture_of(context, skin.tone) for name, skin in skins.items()}
        self._colours: dict[tuple[str, int], Any] = {}

    def use(self, keyed: Keyed, size: int, first: int) -> None:
        """Bind a frame's textures to the units from `first` on, and write what its points look up."""
        self.vertices.write(np.column_stack([keyed.at, keyed.weight]).astype(np.float32))
        self._colour(keyed.skin, size).use(first)
        self._tones[keyed.skin].use(first + 1)

    def _colour(self, name: str, size: int) -> Any:
        colour = self.skins[name].colour
        key = name, min(size, colour.shape[0])
        texture = self._colours.pop(key, None)
        if texture is None:
            while len(self._colours) >= _KEPT_SIZES:
                self._colours.pop(next(iter(self._colours))).release()
            texture = texture_of(self._context, scaled(colour, key[1]))
        self._colours[key] = texture
        return texture

    def release(self) -> None:
        for thing in (self.vertices, *self._tones.values(), *self._colours.values()):
            thing.release()


_GROUPS = tuple((relief, rim, keyed, outline) for outline in (False, True) for relief, rim, keyed in (
    (False, False, False), (True, False, False), (False, True, False), (True, True, False), (True, True, True)))
"""Relief, rim, keyed, outline: of the triangles that one shader draws, in the order in which they are drawn."""


def _by_shader(drawing: Drawing, keyed: Keyed | None,
               apart: bool) -> tuple[np.ndarray, list[tuple[tuple[bool, bool, bool, bool], int, int]]]:
    """The triangles (M, 3) in order of their shaders, and which of `_GROUPS` goes from which number to which: most of
    a face has neither folds nor lids nor an opening's edge, and its shader is by far the shortest.

    apart: whether those away from the openings have shaders of their own.
    """
    triangles = drawing.triangles
    relief = drawing.relief[triangles].any(1)
    rim = (drawing.edge < drawing.edge.max())[triangles].any(1) if apart else True
    shader = np.where(rim, 2, 0) + relief
    if keyed is not None:
        shader[keyed.shows[triangles].any(1)] = 4
    if drawing.outline is not None:
        shader += 5 * drawing.outline
    ends = np.cumsum(np.bincount(shader, minlength=len(_GROUPS)))
    groups = [(group, int(first), int(end))
              for group, first, end in zip(_GROUPS, (0, *ends[:-1]), ends, strict=True) if first < end]
    return triangles[np.argsort(shader, kind="stable")], groups


def _programs(context: "moderngl.Context") -> "tuple[dict[_Variant, moderngl.Program], moderngl.Program]":
    """The shaders, compiled once in a context for all puppets: by variant, and the openings'."""
    if context not in _COMPILED:
        programs = {variant: _mesh_program(context, variant) for variant in _PLAIN}
        _COMPILED[context] = programs, context.program(*_shaders("opening"))
    return _COMPILED[context]


def _more_programs(context: "moderngl.Context",
                   variants: tuple[_Variant, ...]) -> "dict[_Variant, moderngl.Program]":
    """Those that blend keys in, or show another picture: compiled when the first puppet in a context needs them."""
    compiled = _COMPILED_MORE.setdefault(context, {})
    for variant in variants:
        if variant not in compiled:
            compiled[variant] = _mesh_program(context, variant)
    return {variant: compiled[variant] for variant in variants}


def _mesh_program(context: "moderngl.Context", variant: "_Variant") -> "moderngl.Program":
    defines = "".join(f"#define {name.upper()}\n" for name, asked in variant._asdict().items() if asked)
    vertex, fragment = (source.replace("\n", "\n" + defines, 1) for source in _shaders("mesh"))
    return context.program(vertex, fragment)


def _shaders(name: str) -> tuple[str, str]:
    folder = RESOURCES / "shaders" / "puppet"
    return ((folder / f"{name}.vert").read_text("utf-8"), (folder / f"{name}.frag").read_text("utf-8"))
