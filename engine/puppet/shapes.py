"""Shapes made for the person, from the landmarks: what the generic targets do badly or not at all.

Each shape says how a few points move, in face heights along the face's own axes; a thin plate carries it on. Around an
eye, the lash line and the lid's edge move as one piece, so that lashes are never stretched.
"""

import numpy as np

from engine.puppet.elastic import Plate
from engine.puppet.facemap import BROW, IRIS
from engine.puppet.rims import Aperture
from engine.puppet.warp_mesh import WarpMesh, contains, halves

_EXACT = 1e3
_SMOOTH = 0.03

# landmark: (out to the subject's own side, down), face heights; for the right side, mirrored for the left.
_NOSE_WRINKLE_RIGHT = {
    129: (0.004, -0.017), 49: (0.005, -0.018), 64: (0.005, -0.017), 98: (0.002, -0.013), 48: (0.005, -0.018),
    131: (0.002, -0.014), 126: (0.000, -0.012), 142: (0.001, -0.012), 217: (0.001, -0.011), 174: (0.0, -0.008),
    36: (0.003, -0.012), 101: (0.002, -0.010), 100: (0.001, -0.011), 47: (0.001, -0.012), 203: (0.004, -0.014),
    206: (0.004, -0.012), 165: (0.002, -0.013), 39: (0.002, -0.011), 37: (0.0, -0.008), 40: (0.003, -0.008),
    55: (-0.003, 0.010), 107: (-0.003, 0.010), 65: (-0.001, 0.007), 66: (-0.002, 0.007), 193: (-0.001, 0.006),
    122: (0.0, -0.001), 221: (-0.001, 0.005), 52: (0.0, 0.004), 105: (0.0, 0.003), 145: (0.0, -0.003),
}
_NOSE_WRINKLE_MIDDLE = {4: -0.004, 5: -0.005, 195: -0.004, 197: 0.0, 6: 0.003, 168: 0.006, 8: 0.010, 9: 0.009,
                        2: -0.006, 164: -0.008, 0: -0.007, 1: -0.004}
_STILL = (33, 133, 362, 263, 152, 234, 454, 10, 61, 291, 17, 63, 293, 70, 300, 132, 361, 50, 280)
_PUFF_RIGHT = {50: (0.006, 0.0), 187: (0.020, 0.0), 207: (0.022, 0.0), 192: (0.018, 0.0), 213: (0.018, 0.002),
               214: (0.018, 0.0), 216: (0.014, 0.0), 205: (0.014, 0.0), 147: (0.022, 0.0), 215: (0.022, 0.0)}
_MIRROR = {129: 358, 49: 279, 64: 294, 98: 327, 48: 278, 131: 360, 126: 355, 142: 371, 217: 437, 174: 399, 36: 266,
           101: 330, 100: 329, 47: 277, 203: 423, 206: 426, 165: 391, 39: 269, 37: 267, 40: 270, 55: 285, 107: 336,
           65: 295, 66: 296, 193: 417, 122: 351, 221: 441, 52: 282, 105: 334, 145: 374, 50: 280, 187: 411, 207: 427,
           192: 416, 213: 433, 214: 434, 216: 436, 205: 425, 147: 376, 215: 435}

_WIDE_UP, _WIDE_DOWN = (0.0158, 0.0200), 0.0035  # face heights: least and most, and of the lower lid
_ABOVE_IRIS, _ARCH = (0.36, 0.64), 1.6  # of the way along the lids; how much of the lift is above the iris
_LOWER_UP = 0.0135, 0.27  # face heights by which a raised cheek lifts the lower lid, at most so much of the opening
_BARED = 0.85, 0.22  # a wide eye shows so much of what its lid hides of the iris, and of a radius more
_UNFOLDS = (0.008, 0.017, 0.029, 0.045, 0.064), (1.0, 1.0, 0.50, 0.10, 0.0)
"""Heights over an eye and shares of the lid's way down: it unfolds below the crease, and the skin of the brow rests."""
_UNDER_BROW = 0.004  # face heights below a low brow at which nothing moves
_LIDS_MEET, _LIPS_MEET = 0.90, 0.48  # of the way from the upper rim to the lower
_PART_UP, _PART_DOWN = 0.011, 0.029
_BITTEN, _BITE_UP = 0.022, 0.55
"""Face heights between lips of which the lower one is under the teeth, and the upper one's share of getting there."""
_ROLLED_IN = {17: 0.024, 84: 0.023, 314: 0.023, 181: 0.017, 405: 0.017, 91: 0.009, 321: 0.009, 18: 0.017, 83: 0.016,
              313: 0.016, 200: 0.005}
"""Landmark: face heights by which the lower lip's border and the skin beneath it come up."""
_BARES = {0: 0.008, 37: 0.008, 267: 0.008, 39: 0.006, 269: 0.006, 40: 0.003, 270: 0.003, 164: 0.003}
"""The same of the upper lip's."""


def personal_shapes(mesh: WarpMesh, plate: Plate, apertures: dict[str, Aperture],
                    landmarks: np.ndarray) -> dict[str, np.ndarray]:
    """Weight name -> (count, 2) crop sides per unit of weight; and lowerLid of either side, what a raised cheek does to
    it. landmarks (478, 2|3) in crop sides."""
    return _Maker(mesh, plate, apertures, np.asarray(landmarks)[:, :2]).all()


def closing_maps(mesh: WarpMesh, plate: Plate, apertures: dict[str, Aperture],
                 landmarks: np.ndarray) -> dict[str, np.ndarray]:
    """The shapes that close an opening as linear maps: weight name -> (count, K); times an opening's (K, 2) way from
    its upper to its lower rim in any picture of this person, that is the shape's movement there."""
    maker = _Maker(mesh, plate, apertures, np.asarray(landmarks)[:, :2])
    maps = {}
    for side in ("Right", "Left"):
        each = np.eye(len(apertures["eye" + side].along))
        maps["eyeBlink" + side] = maker.lids("eye" + side, _LIDS_MEET * each, (_LIDS_MEET - 1) * each, shuts=True)
    each = np.eye(len(apertures["mouth"].along))
    return {**maps, "lipClose": maker.lips(_LIPS_MEET * each, (_LIPS_MEET - 1) * each)}


class _Maker:
    def __init__(self, mesh: WarpMesh, plate: Plate, apertures: dict[str, Aperture], landmarks: np.ndarray) -> None:
        from scipy.spatial import cKDTree

        self.mesh, self.plate, self.apertures, self.landmarks = mesh, plate, apertures, landmarks
        self.unit, self.down, self.right = mesh.axes.height, mesh.axes.down, mesh.axes.right
        free = np.flatnonzero(~mesh.first_ring[:plate.count])
        points = mesh.points[:plate.count]
        self.brow = contains(landmarks[list(BROW["Right"])], points) | contains(landmarks[list(BROW["Left"])], points)
        self.brow_edges = {"eye" + side: landmarks[list(brow[5:])] for side, brow in BROW.items()}
        self.near = free[cKDTree(mesh.points[free]).query(landmarks)[1]]  # landmark -> free point of the mesh

    def all(self) -> dict[str, np.ndarray]:
        shapes: dict[str, np.ndarray] = {}
        for side in ("Right", "Left"):
            name = "eye" + side
            shapes["eyeBlink" + side] = self.lids(name, *self._blink(name), shuts=True)
            shapes["eyeWide" + side] = self.lids(name, *self._wide(name))
        shapes["lipClose"] = self.lips(*self._close())
        shapes["lipPart"] = self.lips(*self._part())
        shapes["lipBite"] = self._bite()
        for side, sign in (("Right", -1.0), ("Left", 1.0)):
            name = "eye" + side
            shapes["noseWrinkle" + side] = self._wrinkle(side, sign)
            shapes["lowerLid" + side] = self.lids(name, *self._lower_lid(name))
            shapes["cheekPuff" + side] = self._from_landmarks(self._sided(_PUFF_RIGHT, side, sign), ())
        shapes["noseWrinkle"] = shapes["noseWrinkleRight"] + shapes["noseWrinkleLeft"]
        return shapes

    def _blink(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Both rims to where the lids meet: low, a little up where the lower lid rises to meet."""
        eye = self.apertures[name]
        meet = 0.10 * eye.upper + _LIDS_MEET * eye.lower
        return meet - eye.upper, meet - eye.lower

    def _wide(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        eye = self.apertures[name]
        middle, edge = IRIS[name]
        lift = self._arched(eye, self.landmarks[middle])[:, None] * self.down * self.unit
        radius = float(np.linalg.norm(self.landmarks[list(edge)] - self.landmarks[middle], axis=1).mean())
        hidden = radius - float((self.landmarks[middle] - eye.upper[len(eye.upper) // 2]) @ self.down)
        up = np.clip(_BARED[0] * (max(hidden, 0.0) + _BARED[1] * radius) / self.unit, *_WIDE_UP)
        return -up * lift, _WIDE_DOWN * lift

    def _arched(self, eye: Aperture, iris: np.ndarray) -> np.ndarray:
        """(K,) 0..1 of a wide eye's lift: a lid is drawn up above the iris, and its corners hold."""
        across = eye.middle @ self.right
        order = np.argsort(across)
        above = float(np.clip(np.interp(iris @ self.right, across[order], eye.along[order]), *_ABOVE_IRIS))
        way = np.where(eye.along < above, (above - eye.along) / above, (eye.along - above) / (1 - above))
        return np.maximum(1 - way ** 2, 0) ** _ARCH

    def _lower_lid(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        eye = self.apertures[name]
        most, share = _LOWER_UP
        up = min(most, share * float(eye.gap.max()) / self.unit)
        lift = np.maximum(1 - np.abs(2 * eye.along - 1) ** 2.2, 0)[:, None] * self.down * self.unit
        return 0 * lift, -up * lift

    def lids(self, name: str, upper: np.ndarray, lower: np.ndarray, shuts: bool = False) -> np.ndarray:
        """Rims exact, the first two rings with them, still from the outermost ring on. upper, lower (K, n); shuts: the
        skin above unfolds, see `_UNFOLDS`."""
        above, below = halves(self.mesh.loops[name])
        targets, springs = self._empty(upper.shape[1])
        for half, move in ((below, lower), (above, upper)):
            for ring, share in ((0, 1.0), (1, 1.0), (2, 0.94)):
                targets[half[ring]] = share * move
                springs[half[ring]] = _EXACT
            springs[half[-1]] = 2.0
            if shuts:
                room = self._room(name) if half is above else np.full(half.shape[1], _UNFOLDS[0][-1])
                for ring in range(2, len(half)):
                    shares = np.interp(_UNFOLDS[0][ring - 1] * _UNFOLDS[0][-1] / room, *_UNFOLDS)
                    targets[half[ring]] = shares[:, None] * move
                    springs[half[ring]] = 30.0 if ring > 2 else _EXACT
        springs[~np.isin(np.arange(self.plate.count), self.mesh.loops[name])] = 4.0
        # A low brow is no part of the lid, however near.
        held = self.brow.copy()
        held[self.mesh.loops[name][:3].ravel()] = False
        springs[held], targets[held] = 60.0, 0
        return self.plate.factor(springs, 0.02)(targets)

    def _room(self, name: str) -> np.ndarray:
        """(K,) face heights over the upper rim that a lid may unfold from."""
        across, down = self.brow_edges[name] @ self.right, self.brow_edges[name] @ self.down
        order = np.argsort(across)
        rim = self.apertures[name].upper
        height = (rim @ self.down - np.interp(rim @ self.right, across[order], down[order])) / self.unit
        return np.clip(height - _UNDER_BROW, 0.024, _UNFOLDS[0][-1])

    def _close(self) -> tuple[np.ndarray, np.ndarray]:
        mouth = self.apertures["mouth"]
        meet = 0.52 * mouth.upper + _LIPS_MEET * mouth.lower
        return meet - mouth.upper, meet - mouth.lower

    def _part(self) -> tuple[np.ndarray, np.ndarray]:
        mouth = self.apertures["mouth"]
        profile = np.maximum(1 - np.abs(2 * mouth.along - 1) ** 2.4, 0)[:, None] ** 0.8 * self.down * self.unit
        return -_PART_UP * profile, _PART_DOWN * profile

    def _bite(self) -> np.ndarray:
        """The rims to where the lower one lies under the upper teeth, its red turned inward."""
        mouth = self.apertures["mouth"]
        profile = np.maximum(1 - np.abs(2 * mouth.along - 1) ** 3, 0)
        away = (_BITTEN * self.unit * profile - mouth.gap)[:, None] * self.down
        opens = mouth.gap < _BITTEN * self.unit * profile
        upper = np.where(opens[:, None], -_BITE_UP * away, 0)
        lower = np.where(opens[:, None], (1 - _BITE_UP) * away, away)
        above, below = halves(self.mesh.loops["mouth"])
        targets, springs = self._empty()
        for half, move in ((below, lower), (above, upper)):
            targets[half[0]], springs[half[0]] = move, _EXACT
        for moves in (_ROLLED_IN, _BARES):
            for number, up in moves.items():
                targets[self.near[number]] = -up * self.unit * self.down
                springs[self.near[number]] = 60.0
        for number in (1, 4, 129, 358, 152, 50, 280, 61, 291):
            springs[self.near[number]] = 30.0
        distance = np.linalg.norm(self.mesh.points[:self.plate.count] - mouth.middle.mean(0), axis=1) / self.unit
        springs += np.clip((distance - 0.16) / 0.15, 0, 1) ** 2
        return self.plate.factor(springs, 0.05)(targets)

    def lips(self, upper: np.ndarray, lower: np.ndarray) -> np.ndarray:
        above, below = halves(self.mesh.loops["mouth"])
        targets, springs = self._empty(upper.shape[1])
        for half, move in ((below, lower), (above, upper)):
            for ring, share in ((0, 1.0), (1, 1.0), (2, 0.92)):
                targets[half[ring]] = share * move
                springs[half[ring]] = _EXACT if ring == 0 else 30.0
        springs[self.near[[1, 4, 129, 358, 133, 362, 50, 280, 234, 454, 10, 152]]] = 30.0
        away = np.linalg.norm(self.mesh.points[:self.plate.count]
                              - self.apertures["mouth"].middle.mean(0), axis=1) / self.unit
        springs += np.clip((away - 0.16) / 0.15, 0, 1) ** 2
        return self.plate.factor(springs, 0.05)(targets)

    def _sided(self, table: dict[int, tuple[float, float]], side: str, sign: float) -> dict[int, np.ndarray]:
        """Landmarks of one side -> movement in crop sides. The subject's right lies at the picture's left."""
        return {(_MIRROR[number] if side == "Left" else number):
                (sign * out * self.right + down * self.down) * self.unit
                for number, (out, down) in table.items()}

    def _wrinkle(self, side: str, sign: float) -> np.ndarray:
        moves = self._sided(_NOSE_WRINKLE_RIGHT, side, sign)
        for number, down in _NOSE_WRINKLE_MIDDLE.items():
            moves[number] = 0.5 * down * self.down * self.unit
        other = {number if side == "Left" else _MIRROR[number]: np.zeros(2)
                 for number in (49, 36, 107, 66, 40, 105, 101)}
        return self._from_landmarks({**moves, **other}, _STILL)

    def _from_landmarks(self, moves: dict[int, np.ndarray], still: tuple[int, ...]) -> np.ndarray:
        targets, springs = self._empty()
        for number in still:
            springs[self.near[number]] = 60.0
        for number, move in moves.items():
            targets[self.near[number]] = move
            springs[self.near[number]] = 60.0
        springs += 4e-2 * np.clip(-self.mesh.face[:self.plate.count] / 0.1, 0, 1)
        return self.plate.factor(springs, 0.05)(targets)

    def _empty(self, columns: int = 2) -> tuple[np.ndarray, np.ndarray]:
        targets, springs = np.zeros((self.plate.count, columns)), np.full(self.plate.count, 1e-3)
        points = self.mesh.points[:self.plate.count]
        springs[((points < 1e-6) | (points > 1 - 1e-6)).any(1)] = _EXACT
        return targets, springs
