"""What keeps lips and lids from passing through each other, whatever the sliders say.

Rims are watched in pairs, sample by sample. Where a pair would cross it is set to meet; where the photo shows lips
sealed, they stay sealed until they are really drawn apart, as skin does. The correction spreads over lid or lip by
response functions solved once.
"""

from dataclasses import dataclass

import numpy as np

from engine.puppet.elastic import Plate, with_skirts
from engine.puppet.rims import Aperture
from engine.puppet.warp_mesh import WarpMesh, halves

_SEAM = 0.0025  # face heights
_STICK, _PRESSED_STICK = 0.008, 0.022  # face heights: of lips sealed in the photo, and of lips and lids pressed


@dataclass(frozen=True, eq=False)
class Meeting:
    """One opening's watch.

    members (m,): the mesh's points it can move; upper_response, lower_response (m, K): how far each goes when a
    sample of that rim goes by 1; seam (K,): gap, crop sides, that stays between lips pressed shut: the
    shade in which they roll in.
    """

    name: str
    upper: np.ndarray
    lower: np.ndarray
    members: np.ndarray
    upper_response: np.ndarray
    lower_response: np.ndarray
    down: np.ndarray
    sealed: np.ndarray
    rest_gap: np.ndarray
    seam: np.ndarray
    unit: float
    upper_share: float

    def correct(self, positions: np.ndarray, pressed: float = 0.0) -> None:
        """Moves positions (N, 2|3), crop sides, in place; does nothing where nothing crosses. pressed: 0..1 how far
        lips are held together by lipClose, lids by a blink."""
        gap = (positions[self.lower, :2] - positions[self.upper, :2]) @ self.down
        wanted = self.wanted(gap, pressed)
        gap[[0, -1]] = 0
        push = wanted - gap  # by which they must go further apart, negative to draw them together
        if np.abs(push).max() < 1e-7:
            return
        move = self.lower_response @ ((1 - self.upper_share) * push) - self.upper_response @ (self.upper_share * push)
        positions[self.members, :2] += (move[:, None] * self.down).astype(positions.dtype)

    def wanted(self, gap: np.ndarray, pressed: float = 0.0) -> np.ndarray:
        """(K,) how far apart the rims end where the shapes alone would set them `gap` apart, both in crop sides."""
        stick = np.maximum(_STICK * self.sealed, _PRESSED_STICK * pressed) * self.unit
        base = self.rest_gap * (1 - pressed)  # what the photo shows open needs no drawing apart
        more = np.maximum(gap - base, 0)
        wanted = np.where((stick > 0) & (more > 0), base + more * more / np.maximum(more + stick, 1e-12), gap)
        wanted = np.maximum(wanted, self.seam * pressed)
        wanted[[0, -1]] = 0
        return np.asarray(wanted)


def prepare_meeting(mesh: WarpMesh, plate: Plate, aperture: Aperture) -> Meeting:
    """Response functions of one opening's rims."""
    name = aperture.name
    mouth = name == "mouth"
    above, below = halves(mesh.loops[name])
    k = above.shape[1]
    targets = np.zeros((plate.count, 2 * k))
    springs = np.full(plate.count, 3.0)
    loops = mesh.loops[name]
    springs[loops.ravel()] = 1e-2
    springs[loops[-1]] = 3.0
    for half, first in ((below, k), (above, 0)):
        for ring, share in ((0, 1.0), (1, 0.97), (2, 0.85)) if not mouth else ((0, 1.0), (1, 0.9)):
            targets[half[ring]] = 0
            targets[half[ring], first + np.arange(k)] = share
            springs[half[ring]] = 1e6 if ring == 0 else 50.0
    response = with_skirts(plate.factor(springs, 0.03)(targets), mesh)
    members = np.flatnonzero(np.abs(response).max(1) > 2e-3)
    upper, lower = mesh.rims[name]
    return Meeting(name, upper, lower, members, np.ascontiguousarray(response[members, :k]),
                   np.ascontiguousarray(response[members, k:]), mesh.axes.down,
                   aperture.sealed if mouth else np.zeros(k), aperture.gap,
                   np.minimum(aperture.gap * 0.5, _SEAM * mesh.axes.height) if mouth else np.zeros(k),
                   mesh.axes.height, 0.5 if mouth else 0.45)
