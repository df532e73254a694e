"""Equal slider values should move equal distances on all faces: how far each shape carries this person's landmarks."""

import numpy as np

from engine.puppet.deformation import weight_index
from engine.puppet.warp_mesh import WarpMesh

# Weight (right side) -> landmarks that show it, and how far (distances between the outer canthi) a weight of 1 should
# carry them: the median over sixteen faces of both sexes, all ages and many origins.
_EXPECTED: dict[str, tuple[tuple[int, ...], float]] = {
    "browInnerUp": ((55, 107, 285, 336), 0.054),
    "browOuterUp*": ((70, 63, 105), 0.057),
    "browDown*": ((55, 107, 65), 0.068),
    "cheekSquint*": ((145, 50, 101), 0.080),
    "mouthSmile*": ((61,), 0.187),
    "mouthFrown*": ((61,), 0.071),
    "mouthStretch*": ((61,), 0.074),
    "mouthShrugLower": ((17, 200), 0.066),
    "mouthUpperUp*": ((39, 37), 0.066),
    "jawOpen": ((17, 152), 0.31),
    "mouthPucker": ((61, 291), 0.055),
}
_MIRROR = {70: 300, 63: 293, 105: 334, 55: 285, 107: 336, 65: 295, 145: 374, 50: 280, 101: 330, 61: 291,
           39: 269, 37: 267}
_LEAST, _MOST = 0.8, 1.3


def gain_hints(mesh: WarpMesh, basis: np.ndarray, landmarks: np.ndarray) -> dict[str, float]:
    """Weight name -> factor, 0.8..1.3. basis (63, N, 3) and landmarks (478, 2) in crop sides."""
    hints = {}
    for pattern, (numbers, expected) in _EXPECTED.items():
        for side in ("Right", "Left") if pattern.endswith("*") else ("",):
            shown = [_MIRROR[n] for n in numbers] if side == "Left" else list(numbers)
            away = ((mesh.points[:, None] - landmarks[shown]) ** 2).sum(2)
            moved = basis[weight_index(pattern.replace("*", side)), away.argmin(0), :2]
            distance = float(np.linalg.norm(moved, axis=1).mean()) / mesh.axes.iod
            hints[pattern.replace("*", side)] = float(np.clip(expected / max(distance, 1e-6), _LEAST, _MOST))
    for side in ("Left", "Right"):
        hints[f"browInnerUp{side}"] = hints["browInnerUp"]
    return hints
