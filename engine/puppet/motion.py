"""From a deformation to where every point of the mesh goes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.puppet.correctives import Meeting
from engine.puppet.deformation import Deformation, weight_index, weight_names
from engine.puppet.patches import step
from engine.puppet.rims import Aperture
from engine.puppet.turn import Placement, Turn
from engine.puppet.warp_mesh import WarpMesh

if TYPE_CHECKING:
    from engine.puppet.cover.held import Held
    from engine.puppet.keys.polish_keys import Blend, PolishKeys

_GAZE_ACROSS, _GAZE_DOWN = np.radians(30), np.radians(29)  # of an eyeLook weight of 1
_EYEBALL = 12.0 / 92.0  # radius over the distance between the outer canthi
_TEETH_BEHIND = 0.045  # face heights from the lips back to the teeth
_JAW = ("jawOpen", "jawLeft", "jawRight", "jawForward")
_LEAST_SMILE = 0.62
_SMILES = (weight_index("mouthSmileLeft"), weight_index("mouthSmileRight"))
_SHUTS = 0.5, 1.0  # weights of a blink from which lids are held together, and wholly
_REACH = 1.6  # no weight does more than this, whatever is asked


@dataclass(frozen=True, eq=False)
class Moved:
    """positions (N, 3) crop sides after everything, unturned (N, 3) before the head turns; weights (63,) as applied;
    placement: what the turn does, None without one.

    carried: per opening (2,) how the head's turn alone moved what lies behind it; gaze: per eye (2,) shift of the iris;
    jaw (2,); rim_motion: per opening, face heights by which its rims moved beyond the turn; blend: the key's mouth
    that shows, and from_key: face heights between its lips and these.
    """

    positions: np.ndarray
    unturned: np.ndarray
    weights: np.ndarray
    placement: Placement | None
    carried: dict[str, np.ndarray]
    gaze: dict[str, np.ndarray]
    jaw: np.ndarray
    rim_motion: dict[str, float]
    blend: "Blend | None" = None
    from_key: float = 0.0

    @property
    def turned(self) -> bool:
        return self.placement is not None


@dataclass(frozen=True, eq=False)
class Carried:
    """How another picture of a person has the shapes of their own: turned (3, 3) turns and scales what they do; shapes:
    number of a weight -> (N, 2) crop sides what it does here instead."""

    turned: np.ndarray
    shapes: dict[int, np.ndarray]

    def change(self, weights: np.ndarray, basis: np.ndarray) -> np.ndarray:
        """(N, 3) what weights (63,) change, crop sides."""
        weights = weights.copy()
        instead = {number: float(weights[number]) for number in self.shapes if weights[number]}
        weights[list(instead)] = 0
        change = _change(weights, basis) @ self.turned
        for number, weight in instead.items():
            change[:, :2] += weight * self.shapes[number]
        return np.asarray(change)


def limited(weights: np.ndarray) -> np.ndarray:
    """No weight (63,) does more than the puppet can bear, whatever is asked."""
    return np.clip(weights, -_REACH, _REACH)


def calmed(weights: np.ndarray) -> np.ndarray:
    """Weights (63,) in which a smile taken out ends at rest, not in its opposite; in place."""
    for number in _SMILES:
        if weights[number] < 0:
            weights[number] = _LEAST_SMILE * np.tanh(weights[number] / _LEAST_SMILE)
    return weights


def pressed(name: str, weights: np.ndarray) -> float:
    """0..1 how far the edges of an opening are held together."""
    if name == "mouth":
        return float(np.clip(weights[weight_index("lipClose")], 0, 1))
    return float(step(*_SHUTS, float(weights[weight_index("eyeBlink" + name[3:])])))


def _change(weights: np.ndarray, basis: np.ndarray) -> np.ndarray:
    active = np.flatnonzero(weights)
    return np.asarray((weights[active] @ basis[active]).reshape(-1, 3))


@dataclass(frozen=True, eq=False)
class Motion:
    """rest (N, 3) float32; basis (63, N * 3) float32 per unit of weight, crop sides of the person's own picture;
    jaw_basis (63, 2); lifts: by eye, face heights by which eyeWide lifts its lid; carried: what makes
    the shapes this picture's, None in the person's own; held: what keeps the face from moving where something covers
    it."""

    mesh: WarpMesh
    rest: np.ndarray
    basis: np.ndarray
    jaw_basis: np.ndarray
    turn: Turn
    apertures: dict[str, Aperture]
    meetings: tuple[Meeting, ...]
    lifts: dict[str, float]
    carried: Carried | None = None
    held: "Held | None" = None

    def move(self, deformation: Deformation, keys: "PolishKeys | None" = None) -> Moved:
        weights = limited(np.array(deformation.weights, np.float32))
        blend = None if keys is None else keys.blend(weights)
        if keys is not None and blend is not None:
            weights = keys.remaining(weights, blend)
        weights = calmed(weights)
        gaze = {}
        for side, name in (("Right", "eyeRight"), ("Left", "eyeLeft")):
            gaze[name] = self._gaze(weights, side, name)
        unturned = self.rest.copy()
        if weights.any() or blend is not None:
            unturned += (_change(weights, self.basis) if self.carried is None
                          else self.carried.change(weights, self.basis))
            if keys is not None and blend is not None:
                unturned[:, :2] += keys.movement(blend)
            for meeting in self.meetings:
                meeting.correct(unturned, pressed(meeting.name, weights))
        if self.held is not None:
            unturned = self.rest + (unturned - self.rest) * self.held.free[:, None]
            gaze = {name: shift * self.held.open[name] for name, shift in gaze.items()}
        rim_motion = {name: self._rim_motion(name, unturned) for name in self.apertures}
        from_key = 0.0
        if keys is not None and blend is not None:
            from_key = self._rim_motion("mouth", unturned, keys.mouths[blend.kind].move)
        positions, carried = unturned, {name: np.zeros(2) for name in self.apertures}
        placement = None
        if deformation.turns:
            placement = self.turn.placement(*deformation.turn)
            for name in self.apertures:
                point = self._behind(name)
                carried[name] = (self.turn.apply(point[None], placement, 1.0)[0] - point)[:2]
            positions = self.turn.sheet(unturned, placement)
        return Moved(positions, unturned, weights, placement, carried, gaze, weights @ self.jaw_basis,
                     rim_motion, blend, from_key)

    def open(self, name: str) -> float:
        """0..1 how far what shows in an opening may move: less under a cover."""
        return 1.0 if self.held is None else self.held.open[name]

    def _gaze(self, weights: np.ndarray, side: str, name: str) -> np.ndarray:
        """The iris's shift (2,), and the lids that follow it: written into the weights."""
        def value(shape: str) -> float:
            return float(weights[weight_index(f"eyeLook{shape}{side}")])

        axes = self.mesh.axes
        outward = value("Out") - value("In")
        across = outward * (1.0 if side == "Left" else -1.0)  # the subject's left is the picture's right
        down = value("Down") - value("Up")
        reach = _EYEBALL * axes.iod
        x, y = (reach * float(np.sin(angle * np.clip(v, -1.5, 1.5)))
                for v, angle in ((across, _GAZE_ACROSS), (down, _GAZE_DOWN)))
        lid_gap = max(float(self.apertures[name].gap.max()), 0.01 * axes.height)
        if y > 0:  # the upper lid goes down with the iris, at most until a slit is left
            weights[weight_index(f"eyeBlink{side}")] += min(0.85 * y / lid_gap, 0.72)
        elif y < 0:
            weights[weight_index(f"eyeWide{side}")] += 0.62 * -y / (self.lifts[name] * axes.height)
        return x * axes.right + y * axes.down

    def _rim_motion(self, name: str, positions: np.ndarray, beyond: np.ndarray | None = None) -> float:
        numbers = np.concatenate(self.mesh.rims[name])
        moved = positions[numbers, :2] - self.rest[numbers, :2]
        if beyond is not None:
            moved = moved - beyond[numbers]
        return float(np.abs(moved).max()) / self.mesh.axes.height

    def _behind(self, name: str) -> np.ndarray:
        numbers = np.concatenate(self.mesh.rims[name])
        point = self.rest[numbers].astype(np.float64).mean(0)
        if name == "mouth":
            point[2] += _TEETH_BEHIND * self.mesh.axes.height
        return point


def jaw_basis(chin: np.ndarray, lip: np.ndarray) -> np.ndarray:
    """(63, 2) float32 how the jaw's bone goes with each weight: as far as chin and lower lip (63, 2|3) agree to."""
    bone = 0.35 * chin[:, :2] + 0.65 * lip[:, :2]
    return (bone * np.array([name in _JAW for name in weight_names()], np.float32)[:, None]).astype(np.float32)
