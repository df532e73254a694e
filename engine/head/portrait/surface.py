"""What one picture of the head is drawn from: places, normals, light and tint of every drawn vertex."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.head.portrait.camera import DISTANCE, PIVOT, HeadView
from engine.head.portrait.light import Visibility
from engine.head.portrait.lighting import Lamps
from engine.head.portrait.mesh import DrawnMesh

_HAIR_DEPTH = 0.022  # dm that cropped hair stands off the scalp
_EAR_ROOM = 0.25  # dm from the ears at which it stands off in full
_CREVICE = 1.7  # folds and hollows gather more shade than the coarse table of directions sees
_BOUNCED = 0.14  # of the light in an open mouth, what its walls throw to and fro
TEETH = 0.95  # gloss from which on flesh is teeth
_FADE = 0.30  # dm over which the neck fades out
# Flesh: colour as the square root of linear light, and gloss. Of teeth a share of the head's own, and gloss 1.
_FLESH = {
    "socket": (0.72, 0.50, 0.46, 0.5),
    "cavity": (0.44, 0.20, 0.19, 0.25),
    "tongue": (0.66, 0.35, 0.34, 0.6),
    "gum": (0.70, 0.42, 0.41, 0.8),
    "teeth_upper": (1.0, 1.0, 1.0, 1.0),
    "teeth_lower": (0.978, 0.978, 0.971, 1.0),
}


@dataclass(frozen=True, eq=False)
class PosedHead:
    """Per drawn vertex (R, ...) float32; see resources/shaders/head for what light means per material.

    visible: material -> triangles (n, 3) int32 that face the viewer.
    """

    position: np.ndarray
    normal: np.ndarray
    light: np.ndarray
    visible: dict[str, np.ndarray]


class HeadSurface:
    """Everything about a head (engine.head.model.Head) that does not change between pictures.

    tint (R, 4) float32: what every drawn vertex is made of; see resources/shaders/head for its meaning per material.
    """

    def __init__(self, head: Any, mesh: DrawnMesh, visibility: Visibility) -> None:
        self.mesh = mesh
        self._visibility = visibility
        self._lit: tuple[np.ndarray, Lamps, np.ndarray] | None = None
        # Hair lies flat round the ears: lifted there, the crease behind them would fold over itself.
        ears = mesh.rest[np.asarray(mesh.weights @ head.masks["ears"][:, None])[:, 0] > 0.3]
        beside = np.clip(_nearest(mesh.rest, ears) / _EAR_ROOM, 0.0, 1.0)
        self._scalp = np.asarray(mesh.weights @ head.masks["scalp"][:, None], np.float32) * beside[:, None] ** 2
        self.tint = self._still_tint(head)
        self._eyes = np.unique(self.mesh.triangles[self.mesh.material["eye"]])
        flesh = self.mesh.triangles[self.mesh.material["flesh"]]
        socket = head.parts.index("socket")
        self._flesh = np.unique(flesh)
        self._mouth = self._flesh[self.mesh.part[self._flesh] != socket]
        self._socket = self._flesh[self.mesh.part[self._flesh] == socket]
        inside = [head.parts.index(name) for name in ("tongue", "gum", "teeth_upper", "teeth_lower")]
        self._behind_lips = np.isin(self.mesh.part[self.mesh.triangles[:, 0]], inside)
        rim = np.intersect1d(head.vertices_of("skin"), head.vertices_of("socket"))
        self._rims = [rim[head.vertices[rim, 0] > 0], rim[head.vertices[rim, 0] < 0]]
        inner = np.intersect1d(head.vertices_of("skin"), head.vertices_of("cavity"))
        self._lip_rim = inner
        upper = head.masks["lip_upper"][inner] > head.masks["lip_lower"][inner]
        self._upper_lip, self._lower_lip = inner[upper], inner[~upper]
        self._rest_gap = 0.0
        self._rest_gap = self._gap(head.vertices)

    def posed(self, vertices: np.ndarray, view: HeadView, hair: float) -> PosedHead:
        """vertices (V, 3) of the head; hair 0..1: how much cropped hair stands off the scalp."""
        mesh = self.mesh
        position = np.asarray(mesh.weights @ vertices, np.float32)
        facing = mesh.facing(position)
        normal = mesh.normals(facing)
        if hair > 0:
            position += normal * (self._scalp * np.float32(_HAIR_DEPTH * hair))
        turn = view.turn
        light = self._light(turn, view.light.shining()).copy()
        opening = self._opening(vertices)
        light[self._mouth, 0] = self._mouth_light(vertices, position[self._mouth], opening)
        light[self._eyes, 0] = self._eye_light(vertices, position[self._eyes])
        light[self._eyes, 1] = np.clip(light[self._eyes, 0] * 1.6 - 0.5, 0, 1)
        light[self._socket, 0] = self._eye_light(vertices, position[self._socket])
        viewer = PIVOT + turn[2] * DISTANCE
        front = (facing * (viewer - position[mesh.triangles[:, 0]])).sum(1) > 0
        if opening <= 0:
            front &= ~self._behind_lips
        visible = {name: mesh.triangles[part][front[part]] for name, part in mesh.material.items()}
        return PosedHead(position, normal, np.clip(light, 0, 1), visible)

    def _light(self, turn: np.ndarray, lamps: Lamps) -> np.ndarray:
        """Light (R, 4) that arrives with the head turned so; the last is kept, most pictures do not turn the head."""
        if self._lit is None or self._lit[1] is not lamps or not np.array_equal(self._lit[0], turn):
            shade = self._visibility.shade(lamps.directions @ turn, lamps.spread, turn[1])
            shade[:, 3] **= _CREVICE
            self._lit = turn, lamps, np.asarray(self.mesh.weights @ shade, np.float32)
        return self._lit[2]

    def _gap(self, vertices: np.ndarray) -> float:
        """How far the lips are apart in the middle, dm, beyond the neutral head's."""
        def middle(lip: np.ndarray) -> float:
            return float(vertices[lip[np.argsort(np.abs(vertices[lip, 0]))[:5]], 1].mean())
        if not len(self._upper_lip) or not len(self._lower_lip):
            return 0.0
        return middle(self._upper_lip) - middle(self._lower_lip) - self._rest_gap

    def _opening(self, vertices: np.ndarray) -> float:
        """How much the mouth is open to light: 0 closed, 1 from some 6 mm on."""
        return float(np.clip((self._gap(vertices) - 0.004) / 0.06, 0.0, 1.0) ** 0.6)

    def _mouth_light(self, vertices: np.ndarray, points: np.ndarray, opening: float) -> np.ndarray:
        """Light inside the mouth (n,): none while it is closed, then through the opening, less with depth."""
        if opening <= 0:
            return np.zeros(len(points), np.float32)
        rim = vertices[self._lip_rim]
        away = _nearest(points, rim)
        front = rim[:, 2].max()
        depth = np.clip(front - points[:, 2], 0.0, None)
        under_lip = 0.40 + 0.60 * np.clip(away / 0.08, 0, 1) ** 0.8
        # Teeth and tongue stand in the opening; what lies a finger behind it is dark, and so is what the cheeks cover.
        width = np.abs(rim[:, 0] - rim[:, 0].mean()).max()
        aside = np.clip((np.abs(points[:, 0] - rim[:, 0].mean()) / width - 0.45) / 0.65, 0, 1)
        found = under_lip * np.exp(-np.clip(depth - 0.08, 0, None) / 0.14) * (1 - 0.5 * aside * aside)
        return opening * (_BOUNCED + (1 - _BOUNCED) * found)

    def _eye_light(self, vertices: np.ndarray, points: np.ndarray) -> np.ndarray:
        """What the lids let through (n,): soft shadow along the rims, deeper from above."""
        out = np.ones(len(points), np.float32)
        left = points[:, 0] > 0
        for mine, rim in ((left, self._rims[0]), (~left, self._rims[1])):
            lid = vertices[rim]
            middle = lid[:, 1].mean()
            upper = lid[lid[:, 1] >= middle - 0.005]
            here = points[mine]
            shadow = 0.70 * np.exp(-((_nearest(here, upper) / 0.042) ** 2))
            shadow += 0.30 * np.exp(-((_nearest(here, lid) / 0.018) ** 2))
            out[mine] = 1.0 - np.minimum(shadow, 0.85)
        return out

    def _still_tint(self, head: Any) -> np.ndarray:
        """Tint (R, 4): what a vertex is made of."""
        mesh = self.mesh
        tint = np.zeros((len(mesh.rest), 4), np.float32)
        masks = {name: np.asarray(mesh.weights @ head.masks[name][:, None])[:, 0] for name in ("ears", "lips")}
        tint[:, 0] = 0.55 * masks["ears"]
        hollow = self._visibility.shade(np.zeros((0, 3), np.float32), np.zeros(0, np.float32), np.zeros(3))
        hollow = np.asarray(mesh.weights @ hollow.astype(np.float32))[:, 0]
        tint[:, 1] = np.clip((hollow - 0.10) / 0.38, 0.04, 1.0)  # nostrils and ear canals go dark
        tint[:, 2] = self._neck_fade()
        tint[:, 3] = 1.0 - np.clip(masks["ears"] * 2.0, 0, 1)  # ears lie over hair in the texture
        for name, flesh in _FLESH.items():
            tint[mesh.part == head.parts.index(name)] = flesh
        for side in ("left", "right"):
            eye = mesh.part == head.parts.index(f"eye_{side}")
            centre, radius = head.eyes[side].centre, head.eyes[side].radius
            sideways = np.abs(mesh.rest[eye, 0] - centre[0]) / radius
            tint[eye, 0] = np.clip((sideways - 0.45) / 0.40, 0, 1)
            tint[eye, 1] = float(side == "left")
        return tint

    def _neck_fade(self) -> np.ndarray:
        """Cover (R,): 0 at the cut below the neck, 1 above."""
        triangles = self.mesh.triangles[self.mesh.material["skin"]]
        # The cut's rim: edges of one triangle only, by place so that seams do not count; the lids' and lips' rims
        # lie higher up.
        _, place = np.unique(np.round(self.mesh.rest, 4), axis=0, return_inverse=True)
        corner = place.ravel()[triangles].astype(np.int64)
        a, b = corner, np.roll(corner, -1, axis=1)
        key = np.minimum(a, b) * len(place) + np.maximum(a, b)
        _, first, count = np.unique(key, return_index=True, return_counts=True)
        rim = np.unique(triangles.ravel()[first[count == 1]])
        rim = rim[self.mesh.rest[rim, 1] < -0.55]
        if not len(rim):
            return np.ones(len(self.mesh.rest), np.float32)
        low = self.mesh.rest[:, 1] < self.mesh.rest[rim, 1].max() + 2 * _FADE
        fade = np.ones(len(self.mesh.rest), np.float32)
        t = np.clip(_nearest(self.mesh.rest[low], self.mesh.rest[rim]) / _FADE, 0.0, 1.0)
        fade[low] = t * t * (3 - 2 * t)
        return fade


def _nearest(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Distance (n,) from each of points (n, 3) to the nearest of others (m, 3)."""
    if not len(others):
        return np.full(len(points), np.inf)
    from scipy.spatial import cKDTree

    return cKDTree(others).query(points)[0].astype(np.float32)
