"""A photo that can move: weights and a head turn in, a patch of pixels out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.base.allocator import give_back
from engine.base.text import Text
from engine.photo.large_crop import shrunk_to
from engine.puppet.cover.held import uncovered
from engine.puppet.deformation import Deformation, weight_index
from engine.puppet.facts import FaceFacts
from engine.puppet.frame import PuppetFrame
from engine.puppet.head.layers import HeadLayers
from engine.puppet.kept_layers import KeptLayers
from engine.puppet.keys.polish_keys import PolishKeys
from engine.puppet.motion import Moved
from engine.puppet.person import Person
from engine.puppet.render.drawing import FOLD_CHANNELS, Drawing, Underlay
from engine.puppet.render.parts import LARGEST_WHOLE, PART_SIDE, FramePart, part_drawing, parts_of
from engine.puppet.render.renderer_cpu import CpuRenderer
from engine.puppet.render.renderer_gl import GlRenderer
from engine.puppet.turn import Placement
from engine.puppet.warp_mesh import SKIRT

if TYPE_CHECKING:
    import moderngl

_STILL = 2e-7  # crop sides: what moves less is standing still
_FUNNEL = weight_index("mouthFunnel")

# How much each weight squeezes the skin of each fold channel ("*" is the side); negative smooths what the photo shows.
_FOLDS: dict[str, dict[str, float]] = {
    "forehead": {"browInnerUp": 0.7, "browInnerUp*": 0.7, "browOuterUp*": 0.55, "browDown*": -0.25},
    "glabella": {"browDown*": 1.0, "noseWrinkle": 0.5, "noseWrinkle*": 0.5, "browInnerUp": -0.25,
                 "browInnerUp*": -0.25},
    "noseRoot": {"noseWrinkle": 1.0, "noseWrinkle*": 1.0, "noseSneer*": 0.4, "browDown*": 0.15},
    "nasolabial": {"mouthSmile*": 0.7, "noseSneer*": 0.4, "noseWrinkle*": 0.4, "noseWrinkle": 0.4,
                   "cheekSquint*": 0.25, "mouthUpperUp*": 0.3, "foldFade": -1.0},
    "smile": {"mouthSmile*": 0.8, "noseSneer*": 0.4, "noseWrinkle*": 0.4, "noseWrinkle": 0.4, "cheekSquint*": 0.2},
    "eyes": {"cheekSquint*": 0.6, "eyeSquint*": 0.35, "foldFade": -0.4},
    "chin": {"mouthShrugLower": 0.9, "mouthFrown*": 0.3},
    "mouthCorners": {"mouthFrown*": 0.9, "mouthStretch*": 0.3, "foldFade": -0.3},
}
_ONLY_DEEPENS = ("smile",)


def _fold_matrix() -> np.ndarray:
    """(2, 8, 62) right and left."""
    matrix = np.zeros((2, len(FOLD_CHANNELS), len(Deformation().weights)), np.float32)
    for number, side in enumerate(("Right", "Left")):
        for row, channel in enumerate(FOLD_CHANNELS):
            for name, gain in _FOLDS[channel].items():
                matrix[number, row, weight_index(name.replace("*", side))] = gain
    return matrix


@dataclass(eq=False)
class Puppet:
    """A person in one of their pictures. Made by `prepare_puppet`; draws on the thread that owns its OpenGL context.

    frame: the picture shown, the person's own unless `show` put another in its place.
    keys:  what it takes from keys (`engine.puppet.keys`), None for nothing; `put_on` changes them.
    layers: by which its head turns in the person's own picture (`lay`); None when that goes in one sheet with what is
            behind, as it does in all other pictures.
    """

    person: Person
    frame: PuppetFrame
    renderer: GlRenderer | CpuRenderer
    keys: PolishKeys | None = None
    layers: HeadLayers | None = None
    _folds: np.ndarray = field(default_factory=_fold_matrix)
    _layers: KeptLayers = field(default_factory=KeptLayers)

    @classmethod
    def of(cls, person: Person, context: "moderngl.Context | None") -> "Puppet":
        """The person in their own picture. context: an OpenGL context current on this thread, or None."""
        own = person.own
        mesh = own.motion.mesh
        return cls(person, own, CpuRenderer(own.skin) if context is None
                   else GlRenderer(context, own.skin, len(mesh.points), len(mesh.triangles)))

    @property
    def side(self) -> int:
        """Of the crop in photo pixels, and the size at which a drawn patch has the photo's own resolution."""
        return self.frame.side

    @property
    def facts(self) -> FaceFacts:
        """What the picture shown already shows of an expression."""
        return self.frame.facts

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the artist should know of what cannot move in the picture shown."""
        return () if self.frame.cover is None else self.frame.cover.notes

    def show(self, frame: PuppetFrame) -> None:
        """Draw another picture of the person from now on (see `Person.frame`): in the same buffers and textures.

        Keys are laid on the person's own picture: any other takes them off.
        """
        if frame is not self.person.own:
            self.put_on(None)
        self.frame = frame
        self._layers.forget()
        self.renderer.show(frame.skin)

    def draw(self, deformation: Deformation, size: int, multisample: bool = True) -> np.ndarray:
        """The crop as deformed: (size, size, 4) straight-alpha RGBA, uint8, or uint16 for a 16-bit photo.

        Alpha is 0 exactly where the source's own bytes stay. size: up to `side`, more gives what the photo has.
        multisample: full quality; a draft reads the photo bilinearly. Edges are anti-aliased by their own distance in
        both, so no sample is ever taken twice.
        """
        size = int(np.clip(size, 16, self.side))
        if deformation.is_zero:
            return np.zeros((size, size, 4), self.frame.skin.photo.dtype)
        return self.draw_always(deformation, size, multisample)

    def draw_always(self, deformation: Deformation, size: int, multisample: bool = True) -> np.ndarray:
        """Like `draw`, but renders even when nothing changes: to test that the renderer itself keeps every byte."""
        drawing = self.drawing(deformation, size, self.keys, draft=not multisample)
        patch = self.renderer.draw(drawing, size, multisample)
        return self._laid_back(patch, deformation, size)

    def draw_parts(self, deformation: Deformation, within: tuple[int, int, int, int], whole: int = LARGEST_WHOLE,
                   part_side: int = PART_SIDE, contours: bool = True) -> Iterator[tuple[int, int, np.ndarray]]:
        """The crop as deformed at the photo's own resolution, as patches (h, w, 4) like those of `draw` and where each
        lies, x and y in crop pixels. Up to `whole` pixels a side it is one, cut from `draw`'s very own.

        within: x0, y0, x1, y1, crop pixels: as much as is wanted of a crop that reaches over the photo's edge.
        contours: see `GlRenderer.draw`; parts always have them.
        """
        size = self.side
        if deformation.is_zero:
            return
        drawing = self.drawing(deformation, size, self.keys)
        if size <= whole:
            x0, y0, x1, y1 = within
            patch = self.renderer.draw(drawing, size, True, within=within, contours=contours)
            if self.frame.cover is not None:
                frame = np.zeros((size, size, 4), patch.dtype)
                frame[y0:y1, x0:x1] = patch
                patch = self._laid_back(frame, deformation, size)[y0:y1, x0:x1]
            yield x0, y0, patch
            return
        give_back()  # what painting the mouth took, before what drawing takes
        for part in parts_of(within, part_side):
            there = part_drawing(drawing, part, size)
            if there is not None:
                patch = self.renderer.draw_part(there, size)[:part.height, :part.width]
                yield part.x0, part.y0, self._laid_back(patch, deformation, size, part)

    def draw_in(self, seen: np.ndarray, deformation: Deformation) -> np.ndarray:
        """A draft of the crop in other colours: (s, s, 4) as `draw`. seen: (s, s, 3) uint8, s from 16 to `side`.

        Eyes and the inside of the mouth stay those of the photo; its keys, of the same colours, are left out. For a
        puppet of 8 bits.
        """
        size = seen.shape[0]
        spectacles = self.frame.spectacles
        if spectacles is not None:
            seen = spectacles.off(seen, shrunk_to(self.frame.skin.photo, size))
        patch = self.renderer.draw(self.drawing(deformation, size, None, draft=True, layered=False), size, False, seen)
        return self._laid_back(patch, deformation, size, layered=False)

    def put_on(self, keys: PolishKeys | None) -> None:
        """Blend keys in from now on, in the person's own picture, on which they are laid; None for the plain puppet."""
        if keys is not None and self.frame is not self.person.own:
            self.show(self.person.own)
        self.keys = keys
        self.renderer.put_on({} if keys is None else keys.skins)

    def turned_notes(self, deformation: Deformation) -> tuple[Text, ...]:
        """What the artist should know of a head that turns as it is asked to."""
        if not deformation.turns or self.layers is None or self.layers.note is None:
            return ()
        return (self.layers.note,)

    def lay(self, layers: HeadLayers) -> None:
        """Turn the head as layers from now on."""
        self.layers = layers
        if layers.surface is not None and layers.skin is not None:
            self.renderer.lay(layers.skin, len(layers.surface.rest), len(layers.surface.triangles))

    def drawing(self, deformation: Deformation, size: int, keys: PolishKeys | None = None, draft: bool = False,
                layered: bool = True) -> Drawing:
        """The frame before it is pixels. draft: what lies behind an opening that all but rests is the last draft's.
        layered: whether a head that turns may do so as layers."""
        moved = self.frame.motion.move(deformation, keys)
        rest, now = self.frame.motion.rest, moved.positions
        offset = (rest[:, :2] - now[:, :2]).astype(np.float32)
        ratio = self._ratio(deformation, moved)
        lowest = [0.0 if channel in _ONLY_DEEPENS else -1.0 for channel in FOLD_CHANNELS]
        folds = np.clip(self._folds @ moved.weights, lowest, 1.3) * (deformation.wrinkles * self.frame.tone.contrast)
        lids = tuple(float(np.clip(moved.weights[weight_index(f"eyeBlink{side}")] * 1.4 - 0.1, 0, 1))
                     * self.frame.motion.open(f"eye{side}") for side in ("Right", "Left"))
        mesh = self.frame.motion.mesh
        rim_width = self.frame.tone.rim_width(size, 2 * SKIRT * mesh.axes.height * size)
        underlays = self._underlays(moved, size, keys, 3 + int(rim_width / 2), draft and keys is None)
        keyed = None if keys is None else keys.keyed(moved.blend, (lids[0], lids[1]))
        if keyed is not None:
            ratio = 1 + (ratio - 1) * (1 - keyed.weight * keyed.shows)  # the key's own light takes its place
        relief = self._reached(folds, lids)
        alive = (np.abs(offset).max(1) > _STILL) | (np.abs(ratio - 1) > 4e-4) | relief
        if keyed is not None:
            alive |= keyed.shows
        for name in moved.rim_motion:
            if self._opened(moved, name):
                alive[mesh.loops[name].ravel()] = True
        triangles = mesh.triangles
        drawing = Drawing(now[:, :2].astype(np.float32), offset, _in_order(now[:, 2]), ratio,
                          mesh.edge, np.ascontiguousarray(triangles[alive[triangles].any(1)]),
                          (lids[0], lids[1]), folds.astype(np.float32), relief, underlays, keyed, rim_width)
        if moved.placement is not None and layered and self._layered():
            return self._in_layers(drawing, moved, moved.placement)
        return drawing

    def _layered(self) -> bool:
        """Whether the head turns as layers: nothing may lie over it that stays."""
        cover = self.frame.cover
        return (self.layers is not None and self.layers.surface is not None and self.frame is self.person.own
                and (cover is None or cover.worn))

    def _in_layers(self, drawing: Drawing, moved: Moved, placement: Placement) -> Drawing:
        """The same on the finer mesh of the head that was cut out."""
        surface = None if self.layers is None else self.layers.surface
        if surface is None:
            return drawing
        motion = self.frame.motion
        now = surface.turned(moved, motion.rest, motion.turn, placement)
        lit = not (drawing.ratio == 1).all()
        ratio = surface.carry @ drawing.ratio if lit else np.ones(len(now), np.float32)
        keyed = drawing.keyed
        if keyed is not None:
            keyed = replace(keyed, at=surface.carry @ keyed.at, weight=surface.carry @ keyed.weight,
                            shows=surface.shown(keyed.shows))
        return replace(drawing, target=now[:, :2].astype(np.float32), depth=_in_order(now[:, 2]),
                       offset=(surface.rest[:, :2] - now[:, :2]).astype(np.float32),
                       ratio=ratio, edge=surface.edge, triangles=surface.triangles,
                       relief=surface.shown(drawing.relief), keyed=keyed, outline=surface.outline)

    @property
    def bytes_held(self) -> int:
        """Memory it takes, roughly: the photo here and, where it is drawn whole, as a texture with its mipmaps, maps,
        matrices and buffers."""
        photos = 3 if self.side <= LARGEST_WHOLE else 1
        return (photos * self.frame.skin.photo.nbytes + (32 << 20)
                + (self.keys.bytes_held if self.keys is not None else 0))

    def release(self) -> None:
        """Give back what it holds in the OpenGL context."""
        self.renderer.release()

    def _laid_back(self, patch: np.ndarray, deformation: Deformation, size: int,
                   part: FramePart | None = None, layered: bool = True) -> np.ndarray:
        """A patch with the photo's own pixels where something covers the face. What turns with the head the mesh
        carries, but for spectacles, which turn as one piece."""
        cover, spectacles = self.frame.cover, self.frame.spectacles
        if cover is None:
            return patch
        if layered and self.layers is not None and self._layered():
            spectacles = self.layers.spectacles
        if not (cover.worn and deformation.turns):
            return uncovered(patch, cover.free(size) if part is None else cover.free_in(part, size))
        if spectacles is None:
            return patch
        turn = self.frame.motion.turn
        return spectacles.turned(patch, size, turn, turn.placement(*deformation.turn), part)

    def _ratio(self, deformation: Deformation, moved: Moved) -> np.ndarray:
        """What skin that an expression moved is brightened by: in a turn the light goes along with the head, for a
        photo tells too little of it to light another side by."""
        if deformation.relight <= 0 or not any(deformation.weights):
            return np.ones(len(moved.unturned), np.float32)
        return self.frame.relight.ratio(moved.unturned, deformation.relight)

    def _reached(self, folds: np.ndarray, lids: tuple[float, ...]) -> np.ndarray:
        """Points near which folds or lids may change what does not move."""
        active = np.append(np.abs(folds).max(0) > 1e-3, max(lids) > 0)
        return np.asarray(self.person.reach[:, active].any(1))

    def _opened(self, moved: Moved, name: str) -> bool:
        gaze = moved.gaze.get(name)
        return (moved.turned or moved.rim_motion[name] > 1e-7
                or (gaze is not None and float(np.abs(gaze).max()) > 1e-7))

    def _underlays(self, moved: Moved, size: int, keys: PolishKeys | None, margin: int,
                   kept: bool) -> tuple[Underlay, ...]:
        """kept: whether those of the last draft do."""
        found = []
        for name in moved.rim_motion:
            if self._opened(moved, name):
                upper, lower = (moved.positions[numbers, :2].astype(np.float64)
                                for numbers in self.frame.motion.mesh.rims[name])
                draw = partial(self._underlay, moved, name, size, upper, lower, keys, margin)
                if kept:
                    found.append(self._layers.get(name, self._places(moved, name, size, upper, lower), draw))
                else:
                    found.append(draw())
        return tuple(found)

    def _places(self, moved: Moved, name: str, size: int, upper: np.ndarray, lower: np.ndarray) -> np.ndarray:
        """All that the layer behind an opening depends on in a frame of this size, pixels; the size last."""
        motion = moved.rim_motion[name] * self.frame.motion.mesh.axes.height
        funnel = moved.weights[_FUNNEL] * self.frame.motion.mesh.axes.height if name == "mouth" else ()
        shifts = (upper, lower, moved.carried[name], moved.gaze.get(name, ()), moved.jaw, motion, funnel)
        return np.append(np.concatenate([np.ravel(shift) for shift in shifts]) * size, size)

    def _toned(self, layer: Underlay, size: int) -> Underlay:
        """A layer in the photo's own tonal range."""
        tone = self.frame.tone
        if tone.plain:
            return layer
        return replace(layer, colour=tone.painted(layer.colour, layer.x0, layer.y0, size, layer.own))

    def _underlay(self, moved: Moved, name: str, size: int, upper: np.ndarray, lower: np.ndarray,
                  keys: PolishKeys | None, margin: int) -> Underlay:
        return self._toned(self._untoned(moved, name, size, upper, lower, keys, margin), size)

    def _untoned(self, moved: Moved, name: str, size: int, upper: np.ndarray, lower: np.ndarray,
                 keys: PolishKeys | None, margin: int) -> Underlay:
        carried, motion = moved.carried[name], moved.rim_motion[name]
        for eye in self.frame.eyes:
            if eye.name == name:
                return eye.draw(size, upper, lower, carried, moved.gaze[name], motion, margin)
        funnel = float(moved.weights[_FUNNEL])
        blend = moved.blend
        key = keys.mouths[blend.kind] if keys is not None and blend is not None else None
        if keys is None or blend is None or key is None or key.inside is None:
            return self.frame.mouth.draw(size, upper, lower, carried, moved.jaw, motion, funnel, margin)
        share = keys.inside_share(blend)
        theirs = key.inside.draw(size, upper, lower, carried + key.shift, moved.jaw, moved.from_key, funnel,
                                 margin)
        if share >= 1:
            return theirs
        own = self.frame.mouth.draw(size, upper, lower, carried, moved.jaw, motion, funnel, margin)
        return replace(own, colour=own.colour + (theirs.colour - own.colour) * np.float32(share),
                       own=None if own.own is None else own.own * np.float32(1 - share))


def _in_order(depth: np.ndarray) -> np.ndarray:
    """(N,) float32 0.1..0.9, the nearest least."""
    near, far = float(depth.min()), float(depth.max())
    return np.asarray(0.1 + 0.8 * (depth - near) / max(far - near, 1e-6), np.float32)
