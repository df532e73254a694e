"""Makes a puppet from a face: everything that depends on the photo but not on the sliders, done once."""

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.puppet.basis import head_basis
from engine.puppet.calibration import gain_hints
from engine.puppet.correctives import prepare_meeting
from engine.puppet.deformation import Deformation, weight_index, weight_names
from engine.puppet.elastic import Plate, with_skirts
from engine.puppet.eyes import prepare_eye
from engine.puppet.facemap import CHIN, NOSE_TIP, OUTER_LIPS, face_axes
from engine.puppet.facts import FaceFacts
from engine.puppet.folds import fold_textures
from engine.puppet.lids import lid_texture
from engine.puppet.motion import Motion, jaw_columns
from engine.puppet.mouth.mouth import prepare_mouth
from engine.puppet.patches import as_unit, luminance, step
from engine.puppet.puppet import Puppet
from engine.puppet.relight import prepare_relight
from engine.puppet.render.drawing import PhotoSkin
from engine.puppet.render.renderer_cpu import CpuRenderer
from engine.puppet.render.renderer_gl import GlRenderer
from engine.puppet.rims import Aperture, apertures
from engine.puppet.shapes import personal_shapes
from engine.puppet.turn import prepare_turn
from engine.puppet.warp_mesh import WarpMesh, build_mesh

if TYPE_CHECKING:
    import moderngl

    from engine.head.fit import HeadFit
    from engine.head.model import Head

_AUX = 512  # side of the maps that need no more
_DETAIL = 1536  # side beyond which the layers behind lids and lips gain nothing
_STRONGER = {"mouthShrugLower": 1.35, "cheekSquintLeft": 1.2, "cheekSquintRight": 1.2}
"""Targets of the head that move a photographed face less than the action they stand for does."""


def prepare_puppet(pixels: np.ndarray, landmarks: np.ndarray, blendshapes: np.ndarray, head: "Head",
                   context: "moderngl.Context | None", fit: "HeadFit | None" = None) -> Job[Puppet]:
    """A job that makes a puppet.

    pixels:      (side, side, 3) uint8 or uint16, the face's square crop (see `engine.puppet.crop`).
    landmarks:   (478, 2|3) in crop pixels; blendshapes (52,) of the photo.
    context:     an OpenGL context current on this thread, or None to draw without.
    fit:         the head fitted in crop pixels, if there is one already.
    Raises EngineError when the landmarks are no face.
    """
    side = pixels.shape[0]
    if pixels.ndim != 3 or pixels.shape[1] != side or pixels.shape[2] != 3 or side < 16:
        raise EngineError(Text("the face's crop must be a square colour picture"))
    points = np.asarray(landmarks, np.float64)[:, :2] / side
    if points.shape != (478, 2) or not np.isfinite(points).all():
        raise EngineError(Text("the landmarks of this face are unusable"))
    axes = face_axes(points)
    if not 0.05 < axes.height < 2 or axes.iod < 0.01:
        raise EngineError(Text("the landmarks of this face are unusable"),
                          Text("open a photo in which the face is clearer"))

    if fit is None:
        yield Progress(0, 6, Text("fitting the head"))
        from engine.head.fit import fit_head

        fit = fit_head(head, np.asarray(landmarks, np.float64), blendshapes)
    yield Progress(1, 6, Text("outlining eyes and lips"))
    detail = _at_most(pixels, _DETAIL)
    yield Progress(1.2, 6, Text("outlining eyes and lips"))
    small = as_unit(_at_most(detail, _AUX))
    openings = _openings(points, luminance(small))
    mesh = build_mesh(openings, points, axes)
    plate = Plate(mesh)
    yield Progress(2, 6, Text("laying the photo on the head"))
    motion = yield from _motion(mesh, plate, openings, points, head, fit, side)
    yield Progress(4, 6, Text("completing the eyes"))
    eyes = tuple(prepare_eye(openings[name], points, axes, detail) for name in ("eyeRight", "eyeLeft"))
    yield Progress(4.5, 6, Text("completing the mouth"))
    skin_colour, lip_colour = _colours(small, points)
    mouth = prepare_mouth(openings["mouth"], axes, detail, _white(eyes), skin_colour, lip_colour)
    yield Progress(5, 6, Text("reading the skin"))
    lids = lid_texture(openings, points, axes, small)
    folds, roughness = fold_textures(openings, points, axes, small)
    relight = prepare_relight(mesh, plate.count, motion.rest, luminance(small))
    across = points[263] - points[33]
    skin = PhotoSkin(np.ascontiguousarray(pixels), lids, folds, ((points[33] + points[263]) / 2, across / axes.iod))
    yield Progress(5.5, 6, Text("getting ready to draw"))
    renderer: CpuRenderer | GlRenderer = (
        CpuRenderer(skin) if context is None
        else GlRenderer(context, skin, len(mesh.points), len(mesh.triangles)))
    facts = FaceFacts(
        blendshapes=np.asarray(blendshapes, np.float32),
        lip_gap=float(openings["mouth"].gap.max()) / axes.height,
        lid_gap=(float(openings["eyeRight"].gap.max()) / axes.height,
                 float(openings["eyeLeft"].gap.max()) / axes.height),
        roughness=roughness,
        gain_hints=gain_hints(mesh, motion.basis.reshape(len(weight_names()), -1, 3), points))
    puppet = Puppet(side, motion, eyes, mouth, relight, skin, facts, renderer)
    try:
        yield from _warm_up(puppet)
    except BaseException:  # cancelled: nothing may stay behind in the context
        puppet.release()
        raise
    return puppet


def _warm_up(puppet: Puppet) -> Generator[Progress, None, None]:
    """Drivers compile at the first draw: let that be before the first drag, not in it."""
    renderer = puppet.renderer
    if isinstance(renderer, GlRenderer):
        for smooth in (False, True) if renderer.first else (False,):
            for warming in ({"jawOpen": 0.1}, {"browInnerUp": 0.1, "eyeBlinkLeft": 0.2}):
                yield Progress(5.8, 6, Text("getting ready to draw"))
                puppet.draw_always(Deformation.of(warming), min(_AUX, puppet.side), smooth)


def _at_most(pixels: np.ndarray, side: int) -> np.ndarray:
    if pixels.shape[0] <= side:
        return pixels
    return cv2.resize(pixels, (side, side), interpolation=cv2.INTER_AREA)


def _openings(points: np.ndarray, gray: np.ndarray) -> dict[str, Aperture]:
    """The apertures in crop sides; `gray` only helps to find seams."""
    side = gray.shape[0]
    found = apertures(points * side, gray, face_axes(points * side))
    return {name: replace(a, upper=a.upper / side, lower=a.lower / side, gap=a.gap / side)
            for name, a in found.items()}


def _motion(mesh: WarpMesh, plate: Plate, openings: dict[str, Aperture], points: np.ndarray, head: "Head",
            fit: "HeadFit", side: int) -> Generator[Progress, None, Motion]:
    found = head_basis(mesh, plate, head, fit, side)
    yield Progress(2.6, 6, Text("shaping lids and lips"))
    count, names = plate.count, weight_names()
    basis = np.zeros((len(names), count, 3), np.float32)
    basis[:len(ARKIT_52)] = found.movement
    gaze = [ARKIT_INDEX[name] for name in ARKIT_52 if name.startswith("eyeLook")]
    basis[gaze] = 0  # the eyes' own layer moves; lids follow by weight
    for name, factor in _STRONGER.items():
        basis[weight_index(name)] *= factor
    for name, shape in personal_shapes(mesh, plate, openings, points).items():
        basis[weight_index(name)] = 0
        basis[weight_index(name), :, :2] = shape
    _split_sides(basis, mesh, points)
    _confine(basis, mesh, points)
    yield Progress(3.2, 6, Text("keeping lips and lids apart"))
    meetings = tuple(prepare_meeting(mesh, plate, opening) for opening in openings.values())
    rest = with_skirts(np.column_stack([mesh.points[:count], found.depth]), mesh)
    rest[:, :2] = mesh.points
    pivot = fit.project(np.zeros((1, 3)))[0]
    middle = fit.project(fit.vertices)[:, 2]
    pivot = np.array([pivot[0], pivot[1], 0.0]) / side
    pivot[2] = _pivot_depth(found.depth, middle, fit, side)
    turn = prepare_turn(mesh.points, mesh.face, points, mesh.axes, pivot)
    everywhere = np.stack([with_skirts(shape, mesh) for shape in basis])
    # The lower teeth go with the bone: as far as chin and lower lip agree to.
    chin = int(np.argmin(np.linalg.norm(mesh.points[:count] - points[CHIN], axis=1)))
    lower = mesh.rims["mouth"][1]
    bone = 0.35 * basis[:, chin, :2] + 0.65 * basis[:, lower[len(lower) // 2], :2]
    jaw = bone * jaw_columns()[:, None]
    return Motion(mesh, rest.astype(np.float32), np.ascontiguousarray(everywhere.reshape(len(names), -1), np.float32),
                  jaw.astype(np.float32), turn, openings, meetings)


def _confine(basis: np.ndarray, mesh: WarpMesh, points: np.ndarray) -> None:
    """Each shape fades to exactly nothing where it does next to nothing, brows and lids stop above the tip of the nose,
    mouth and cheeks below the brows: what a slider does not mean stays the photo's own bytes.

    basis (shapes, count, 3), changed in place.
    """
    size = np.linalg.norm(basis, axis=2)
    most = np.maximum(size.max(1, keepdims=True), 1e-12)
    basis *= step(0.012, 0.04, size / most)[..., None]
    down = (mesh.points[:basis.shape[1]] - points[NOSE_TIP]) @ mesh.axes.down / mesh.axes.height
    above = (1 - step(-0.22, -0.08, down))[:, None]
    eyes = (points[33] + points[263]) / 2
    from_eyes = (mesh.points[:basis.shape[1]] - eyes) @ mesh.axes.down / mesh.axes.height
    below = step(-0.05, 0.0, from_eyes)[:, None]
    for number, name in enumerate(weight_names()):
        if name.startswith(("brow", "eye")):
            basis[number] *= above
        elif name.startswith(("mouth", "jaw", "cheek", "lip")):
            basis[number] *= below


def _pivot_depth(depth: np.ndarray, vertices: np.ndarray, fit: "HeadFit", side: int) -> float:
    """How far behind the middle of the face the head turns, crop sides: between the ears."""
    ears = float(fit.project(np.zeros((1, 3)))[0, 2])
    return (ears - float(np.percentile(vertices, 1))) * fit.scale / side + float(depth.min())


def _split_sides(basis: np.ndarray, mesh: WarpMesh, points: np.ndarray) -> None:
    """browInnerUp, which ARKit has only whole, for each side; and cheekPuff whole from its sides."""
    count = basis.shape[1]
    middle = (points[33] + points[263]) / 2
    across = (mesh.points[:count] - middle) @ mesh.axes.right / mesh.axes.height
    left = np.clip(across / 0.05 + 0.5, 0, 1)
    left = (left * left * (3 - 2 * left)).astype(np.float32)[:, None]
    whole = basis[ARKIT_INDEX["browInnerUp"]]
    basis[weight_index("browInnerUpLeft")] = whole * left
    basis[weight_index("browInnerUpRight")] = whole * (1 - left)
    puff = basis[ARKIT_INDEX["cheekPuff"]].copy()
    for side in ("Left", "Right"):
        share = left if side == "Left" else 1 - left
        basis[weight_index(f"cheekPuff{side}")] = 0.5 * basis[weight_index(f"cheekPuff{side}")] + puff * share
    basis[ARKIT_INDEX["cheekPuff"]] = basis[weight_index("cheekPuffLeft")] + basis[weight_index("cheekPuffRight")]


def _colours(photo: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(3,) of the cheeks and of the lips, medians."""
    side = photo.shape[0]

    def around(landmarks: tuple[int, ...]) -> np.ndarray:
        at = np.clip((points[list(landmarks)] * side).astype(int), 1, side - 2)
        return np.median([photo[y - 1:y + 2, x - 1:x + 2].mean((0, 1)) for x, y in at], axis=0).astype(np.float32)

    return around((50, 280, 101, 330, 205, 425, 151)), around(OUTER_LIPS[12:19])


def _white(eyes: tuple) -> np.ndarray:
    """(3,) the brighter part of both eyes' whites."""
    pixels = np.concatenate([eye.white[eye.inside > 0.5] for eye in eyes])
    if len(pixels) < 8:
        return np.full(3, 0.7, np.float32)
    return np.percentile(pixels, 70, axis=0).astype(np.float32)


