"""What belongs to a person, worked out once from one picture: head, mesh, shapes, and what lids and folds look like.

Another picture of the same person (`Person.frame`) takes it over and costs milliseconds instead of a second.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.photo.large_crop import SquarePixels
from engine.puppet.basis import head_basis, seen, whole_basis
from engine.puppet.calibration import gain_hints
from engine.puppet.correctives import prepare_meeting
from engine.puppet.cover.cover import Cover
from engine.puppet.cover.held import bare_skin, held_motion
from engine.puppet.cover.worn_spectacles import WornSpectacles
from engine.puppet.deformation import weight_index, weight_names
from engine.puppet.elastic import Plate, with_skirts
from engine.puppet.eyes import prepare_eyes
from engine.puppet.face_picture import SMALL, FacePicture, white_of
from engine.puppet.facemap import CHIN, OVAL
from engine.puppet.folds import fold_textures
from engine.puppet.frame import PuppetFrame, facts_of
from engine.puppet.lids import lid_skin
from engine.puppet.motion import Motion, jaw_basis
from engine.puppet.mouth.mouth import prepare_mouth
from engine.puppet.mouth.reading import MouthReading
from engine.puppet.patches import as_unit, luminance
from engine.puppet.relight import lit_surface, read_light
from engine.puppet.render.drawing import PhotoSkin
from engine.puppet.rims import Aperture
from engine.puppet.shapes import personal_shapes
from engine.puppet.turn import Turn, level_rims, prepare_share
from engine.puppet.warp_mesh import WarpMesh, build_mesh, halves

if TYPE_CHECKING:
    from engine.head.camera import Camera
    from engine.head.fit import HeadFit
    from engine.head.model import Head
    from engine.puppet.carrier import Carrier

_TRIANGLE = 0.045  # face heights: about the longest side of a triangle in the face


@dataclass(frozen=True, eq=False)
class Person:
    """One person, as seen in one picture.

    fit, in pixels of the picture; landmarks (478, 2) crop sides; chin: number of the mesh's point that lies on it;
    reach (N, 9) bool: near which points of the mesh each fold channel, and last the lids, show anything; skin_colour,
    painted_skin (3,) 0..1: as photographed and evened (see `engine.puppet.tone`); own: the picture itself, with the
    mesh, the shapes and the textures that every further one takes over.
    """

    head: "Head"
    fit: "HeadFit"
    landmarks: np.ndarray
    plate: Plate
    chin: int
    reach: np.ndarray
    skin_colour: np.ndarray
    painted_skin: np.ndarray
    own: PuppetFrame

    def frame(self, pixels: np.ndarray, landmarks: np.ndarray, blendshapes: np.ndarray,
              pose: "Camera | None" = None) -> PuppetFrame:
        """Another picture of this person. The first call takes some tenths of a second longer.

        pixels (side, side, 3), of the type that the person's own picture has, and landmarks (478, 2|3) in them, from a
        crop of its own (see `engine.photo.crop`); blendshapes (52,) seen there; pose: the head's camera in its pixels,
        found here when None.

        Taken over from the person: mesh and its triangles, every shape (turned and scaled with the head), lids, folds,
        iris and the white of the eyes (in this picture's light), how far shapes carry this face, the photo's tonal
        range. Read anew: where everything lies, what closes lids and lips, light, what the openings show; teeth,
        wherever this picture shows some; eyes that the person's own picture has shut. What covers the face in
        this picture is not looked for: it bends with the face. Good for heads turned by up to some 15° from the own
        picture and not for other people. EngineError when the landmarks are no face or the pixels of another type.
        """
        if pixels.dtype != self.own.skin.photo.dtype:
            raise EngineError(Text("a person's pictures must all have the same depth"))
        return self._carrier.frame(FacePicture.of(pixels, landmarks, quickly=True), blendshapes, pose)

    @cached_property
    def _carrier(self) -> "Carrier":
        from engine.puppet.carrier import Carrier

        return Carrier(self)


def prepare_person(pixels: SquarePixels, landmarks: np.ndarray, blendshapes: np.ndarray, head: "Head",
                   fit: "HeadFit | None" = None, cover: Cover | None = None,
                   mouth: MouthReading | None = None) -> Job[Person]:
    """A job that makes a person from a picture: arguments as in `engine.puppet.prepare.prepare_puppet`."""
    through = None if cover is None else cover.spectacles
    bare = pixels if through is None else through.off(pixels)
    picture = FacePicture.of(bare, landmarks).with_own_tone()
    points, axes = picture.landmarks, picture.axes
    if fit is None:
        yield Progress(0, 6, Text("fitting the head"))
        from engine.head.fit import fit_head

        fit = fit_head(head, np.asarray(landmarks, np.float64), blendshapes)
    yield Progress(1, 6, Text("outlining eyes and lips"))
    painting = picture.even
    detail = painting.detail
    yield Progress(1.2, 6, Text("outlining eyes and lips"))
    openings = picture.openings()
    if mouth is not None:
        openings["mouth"] = mouth.aperture
    mesh = build_mesh(openings, points, axes)
    plate = Plate(mesh)
    yield Progress(2, 6, Text("laying the photo on the head"))
    # The lower teeth go with the bone: as far as chin and lower lip agree to.
    chin = int(np.argmin(np.linalg.norm(mesh.points[:plate.count] - points[CHIN], axis=1)))
    motion, gentler = yield from _motion(mesh, plate, openings, points, chin, head, fit, picture.side)
    yield Progress(4, 6, Text("completing the eyes"))
    eyes = prepare_eyes(openings, points, axes, detail)
    yield Progress(4.5, 6, Text("completing the mouth"))
    layer = prepare_mouth(mouth or picture.mouth(openings["mouth"]), detail, pixels, picture.tone, white_of(eyes),
                          *painting.colours())
    yield Progress(5, 6, Text("reading the skin"))
    small = as_unit(picture.small)
    folds, roughness = fold_textures(openings, points, axes, small, as_unit(picture.finer))
    lids = lid_skin(openings, *_shut(motion), points, axes, detail, picture.tone, roughness)
    light = luminance(small)
    at = np.clip((mesh.points * light.shape[0]).astype(int), 0, light.shape[0] - 1)
    relight = read_light(lit_surface(mesh, plate.count), motion.rest, gentler, light[at[:, 1], at[:, 0]])
    across = points[263] - points[33]
    photo = np.ascontiguousarray(bare) if isinstance(bare, np.ndarray) else bare
    skin = PhotoSkin(photo, lids, folds, ((points[33] + points[263]) / 2, across / axes.iod))
    hints = gain_hints(mesh, motion.basis.reshape(len(weight_names()), -1, 3), points)
    if cover is not None and cover.mask.any():
        motion, skin = held_motion(motion, cover), bare_skin(skin, cover)
    facts = facts_of(picture, openings, blendshapes, roughness, hints)
    worn = None if through is None else WornSpectacles.of(through, pixels, mesh, motion.rest)
    own = PuppetFrame(motion, eyes, layer, relight, skin, facts, picture.tone, cover, worn)
    return Person(head, fit, points, plate, chin, _reach(skin, motion.rest[:, :2], axes.height), picture.colours()[0],
                  painting.colours()[0], own)


def _motion(mesh: WarpMesh, plate: Plate, openings: dict[str, Aperture], points: np.ndarray, chin: int, head: "Head",
            fit: "HeadFit", side: int) -> Generator[Progress, None, tuple[Motion, np.ndarray]]:
    """The motion, and how much nearer points (N,) are lit than they are."""
    found = head_basis(mesh, plate, head, fit, side)
    yield Progress(2.6, 6, Text("shaping lids and lips"))
    count = plate.count
    basis = whole_basis(found, personal_shapes(mesh, plate, openings, points), mesh, points)
    yield Progress(3.2, 6, Text("keeping lips and lids apart"))
    meetings = tuple(prepare_meeting(mesh, plate, opening) for opening in openings.values())
    rest = with_skirts(np.column_stack([mesh.points[:count], found.depth]), mesh)
    rest[:, :2] = mesh.points
    turn = Turn.of(fit.camera, side, mesh.axes.height, prepare_share(mesh.points, mesh.face, points, mesh.axes))
    inner = [number for number in range(468) if number not in OVAL]
    skin = seen(fit, head.landmarks(fit.vertices), side)[inner]
    nearest = np.argmin(np.linalg.norm(skin[:, None, :2] - rest[None, :count, :2], axis=2), axis=1)
    turn = turn.reaching(np.column_stack([skin[:, :2], rest[nearest, 2]]), skin)
    level = level_rims(rest[:count], list(mesh.rims.values()), mesh.axes.height)
    turn = replace(turn, level=with_skirts(level, mesh))
    lip = mesh.rims["mouth"][1][len(mesh.rims["mouth"][1]) // 2]
    lifts = {f"eye{side}": float(np.linalg.norm(basis[weight_index(f"eyeWide{side}")], axis=1).max()) / mesh.axes.height
             for side in ("Right", "Left")}
    everywhere = np.stack([with_skirts(shape, mesh) for shape in basis])
    motion = Motion(mesh, rest.astype(np.float32),
                    np.ascontiguousarray(everywhere.reshape(len(basis), -1), np.float32),
                    jaw_basis(basis[:, chin], basis[:, lip]), turn, openings, meetings, lifts)
    return motion, with_skirts(found.lit - found.depth, mesh)


def _reach(skin: PhotoSkin, points: np.ndarray, unit: float) -> np.ndarray:
    """(N, 9) bool: near which points (N, 2) each fold channel, and last the lids, show anything."""
    near = []
    for image in skin.folds:
        shown = (image != 128).astype(np.uint8)
        side = min(shown.shape[0], SMALL)
        if side < shown.shape[0]:
            shown = cv2.resize(cv2.dilate(shown, np.ones((5, 5))), (side, side), interpolation=cv2.INTER_NEAREST)
        around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * int(_TRIANGLE * unit * side) + 3,) * 2)
        at = np.clip((points * side).astype(int), 0, side - 1)
        near += [cv2.dilate(np.ascontiguousarray(shown[..., channel]), around)[at[:, 1], at[:, 0]] > 0
                 for channel in range(4)]
    lids = np.zeros(len(points), bool)
    for x, y, width, height in skin.lids.boxes:
        off = np.abs(skin.lids.at[:, :2] - (x + width / 2, y + height / 2)) - (width / 2, height / 2)
        lids |= (off < _TRIANGLE * unit).all(1)
    return np.stack([*near, lids], 1)


def _shut(motion: Motion) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """By eye (K, 2) how far its upper rim goes to shut it, and `LidSkin.at`."""
    shapes = motion.basis.reshape(len(motion.basis), -1, 3)
    at = np.zeros((len(motion.rest), 3))
    at[:, :2] = motion.rest[:, :2]
    moves = {}
    for side in ("Right", "Left"):
        shape, name = shapes[weight_index(f"eyeBlink{side}")][:, :2], f"eye{side}"
        moves[name] = shape[motion.mesh.rims[name][0]].astype(np.float64)
        at[:, :2] += shape
        at[halves(motion.mesh.loops[name])[1][:, 1:-1].ravel(), 2] = 1
        at[motion.mesh.skirts[name][1], 2] = 1
    return moves, at
