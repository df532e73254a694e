"""A person's mesh, shapes and layers carried into another picture of theirs, in milliseconds.

What is costly is linear, and factored once: a thin plate that carries every point of the mesh along with the landmarks
and the openings' edges, and what closes lids and lips as maps of how far those stand open.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.head.landmark_model import landmark_model, landmark_weights
from engine.head.solve import solve_camera
from engine.puppet.basis import Confinement
from engine.puppet.correctives import Meeting
from engine.puppet.deformation import weight_index
from engine.puppet.elastic import with_skirts
from engine.puppet.eyes import EyeLayer, carry_eye, prepare_eye
from engine.puppet.face_picture import FacePicture, white_of
from engine.puppet.facemap import APERTURES
from engine.puppet.frame import PuppetFrame, facts_of
from engine.puppet.motion import Carried, Motion, jaw_basis
from engine.puppet.mouth.mouth import prepare_mouth
from engine.puppet.relight import read_light
from engine.puppet.render.drawing import PhotoSkin
from engine.puppet.rims import Aperture
from engine.puppet.shapes import closing_maps
from engine.puppet.warp_mesh import WarpMesh, moved_mesh

if TYPE_CHECKING:
    from engine.head.camera import Camera
    from engine.puppet.person import Person

_EXACT, _AT_LANDMARK, _FREE = 1e4, 60.0, 1e-4  # springs of the plate
_SMOOTH = 0.05  # face heights
_SHUT = 0.012  # face heights: eyes less open than this in the person's own picture tell nothing of iris and white
_LEAST_LIGHT, _MOST_LIGHT = 0.2, 5.0  # by which another picture's light may differ
_CLOSED_BY = {"eyeBlinkRight": "eyeRight", "eyeBlinkLeft": "eyeLeft", "lipClose": "mouth"}
_AWAY = np.array([1.0, -1.0, -1.0])  # from the camera's axes (up, toward it) to the picture's (down, away)


class Carrier:
    """Made once a person, at the second picture: some tenths of a second."""

    def __init__(self, person: "Person") -> None:
        self._person = person
        mesh, count = person.own.motion.mesh, person.plate.count
        self._near, self._average = _landmarks_on(mesh, count, person.landmarks)
        springs = np.full(count, _FREE)
        springs[np.asarray(self._average.sum(1)).ravel() > 0] = _AT_LANDMARK
        self._border = np.flatnonzero(((mesh.points[:count] < 1e-6) | (mesh.points[:count] > 1 - 1e-6)).any(1))
        rims = np.concatenate([rim for pair in mesh.rims.values() for rim in pair])
        springs[rims] = springs[self._border] = _EXACT
        self._spread = person.plate.factor(springs, _SMOOTH)
        self._closing = closing_maps(mesh, person.plate, person.own.motion.apertures, person.landmarks)
        self._confinement = Confinement.of(mesh, person.landmarks)
        model = landmark_model(person.head)
        self._expression = model.expression.reshape(len(model.expression), -1)
        self._points = person.head.landmarks(person.fit.vertices).astype(np.float64)

    def frame(self, picture: FacePicture, blendshapes: np.ndarray, pose: "Camera | None") -> PuppetFrame:
        """See `Person.frame`."""
        own = self._person.own
        picture = replace(picture, tone=own.tone)
        painting = picture.even
        openings = picture.openings()
        camera = pose or self._camera(picture, blendshapes)
        motion = self._motion(picture, openings, camera)
        skin_colour, lip_colour = painting.colours()
        photographed = skin_colour if painting is picture else picture.colours()[0]
        light, painted_light = (
            np.clip(here / np.maximum(there, 0.02), _LEAST_LIGHT, _MOST_LIGHT)
            for here, there in ((photographed, self._person.skin_colour),
                                (skin_colour, self._person.painted_skin)))
        eyes = tuple(self._eye(known, painting, openings[known.name], shown, painted_light)
                     for known, shown in zip(own.eyes, own.facts.lid_gap, strict=True))
        mouth = prepare_mouth(picture.mouth(openings["mouth"]), painting.detail, picture.pixels, picture.tone,
                              white_of(eyes), skin_colour, lip_colour)
        gentler = own.relight.gentler * np.float32(motion.turn.distance / own.motion.turn.distance)
        relight = read_light(own.relight.surface, motion.rest, gentler, picture.luminance_at(motion.rest[:, :2]))
        skin = PhotoSkin(np.ascontiguousarray(picture.pixels), own.skin.lids, own.skin.folds, own.skin.middle,
                         own.motion.rest[:, :2], (float(light[0]), float(light[1]), float(light[2])))
        facts = facts_of(picture, openings, blendshapes, own.facts.roughness, own.facts.gain_hints)
        return PuppetFrame(motion, eyes, mouth, relight, skin, facts, picture.tone)

    def _camera(self, picture: FacePicture, blendshapes: np.ndarray) -> "Camera":
        """From where the head was seen: the person's, with the expression that it has changed by."""
        change = np.nan_to_num(np.clip(np.asarray(blendshapes, np.float64), 0, 1)) - self._person.own.facts.blendshapes
        points = self._points + (change @ self._expression).reshape(-1, 3)
        try:
            return solve_camera(points, picture.landmarks * picture.side, landmark_weights())
        except np.linalg.LinAlgError as trouble:
            raise EngineError(Text("the landmarks of this face are unusable"), detail=repr(trouble)) from trouble

    def _motion(self, picture: FacePicture, openings: dict[str, Aperture], camera: "Camera") -> Motion:
        own, person = self._person.own.motion, self._person
        mesh = self._mesh(picture, openings)
        before = person.fit.camera
        grown = (camera.scale / picture.side) / (before.scale / person.own.side)
        turned = camera.rotation @ before.rotation.T * (_AWAY[:, None] * _AWAY) * grown
        turn = own.turn.seen_by(camera, picture.side, mesh.axes.height)
        rest = np.empty_like(own.rest)
        rest[:, :2] = mesh.points
        rest[:, 2] = (own.rest - own.turn.pivot) @ turned[2]
        lower = mesh.rims["mouth"][1]
        jaw = own.basis.reshape(len(own.basis), -1, 3)[:, [person.chin, lower[len(lower) // 2]]] @ turned.T
        meetings = tuple(_met(meeting, openings[meeting.name], mesh) for meeting in own.meetings)
        carried = Carried(turned.T.astype(np.float32), self._closing_shapes(mesh, openings))
        return Motion(mesh, rest, own.basis, jaw_basis(jaw[:, 0], jaw[:, 1]), turn, openings, meetings, own.lifts,
                      carried)

    def _mesh(self, picture: FacePicture, openings: dict[str, Aperture]) -> WarpMesh:
        """The mesh where this picture's landmarks and openings want it."""
        mesh, before = self._person.own.motion.mesh, self._person.own.motion.apertures
        targets = self._average @ (picture.landmarks - self._person.landmarks)[self._near]
        for name, (upper, lower) in mesh.rims.items():
            targets[upper] = openings[name].upper - before[name].upper
            targets[lower] = openings[name].lower - before[name].lower
        targets[self._border] = 0
        moved = self._spread(targets)
        moved[self._border] = 0
        points = mesh.points[:len(moved)] + moved
        for name, (upper, lower) in mesh.rims.items():
            points[upper], points[lower] = openings[name].upper, openings[name].lower
        return moved_mesh(mesh, points, picture.axes)

    def _closing_shapes(self, mesh: WarpMesh, openings: dict[str, Aperture]) -> dict[int, np.ndarray]:
        """Weight number -> (N, 2): what closes lids and lips, from how far they stand open here."""
        shapes = np.stack([self._closing[name] @ (openings[gap].lower - openings[gap].upper)
                           for name, gap in _CLOSED_BY.items()])
        self._confinement.confine(shapes, tuple(_CLOSED_BY))
        return {weight_index(name): with_skirts(shape, mesh).astype(np.float32)
                for name, shape in zip(_CLOSED_BY, shapes, strict=True)}

    @staticmethod
    def _eye(known: EyeLayer, picture: FacePicture, opening: Aperture, shown: float, light: np.ndarray) -> EyeLayer:
        if shown < _SHUT:
            return prepare_eye(opening, picture.landmarks, picture.axes, picture.detail)
        return carry_eye(known, opening, picture.landmarks, picture.axes, picture.detail, light)


def _landmarks_on(mesh: WarpMesh, count: int, landmarks: np.ndarray) -> tuple[np.ndarray, Any]:
    """Numbers (n,) of the landmarks that carry the mesh along, and the sparse (count, n) averages of what they do."""
    from scipy.sparse import coo_matrix, diags
    from scipy.spatial import cKDTree

    own_rim = {number for rim in APERTURES.values() for number in (*rim.upper, *rim.lower)}
    used = np.array([number for number in range(468) if number not in own_rim])
    free = np.flatnonzero(~mesh.first_ring[:count])
    near = free[cKDTree(mesh.points[free]).query(landmarks[used])[1]]
    onto = coo_matrix((np.ones(len(used)), (near, np.arange(len(used)))), (count, len(used))).tocsr()
    shared = np.maximum(np.asarray(onto.sum(1)).ravel(), 1)
    return used, (diags(1 / shared) @ onto).tocsr()


def _met(meeting: Meeting, opening: Aperture, mesh: WarpMesh) -> Meeting:
    sealed = opening.sealed if meeting.name == "mouth" else meeting.sealed
    return replace(meeting, down=mesh.axes.down, sealed=sealed, rest_gap=opening.gap, unit=mesh.axes.height)
