"""What a cover keeps from moving: the mesh under it, less and less around it, and what is painted on the face."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.cover.cover import Cover, Free
from engine.puppet.patches import step

if TYPE_CHECKING:
    from engine.puppet.motion import Motion
    from engine.puppet.render.drawing import PhotoSkin
    from engine.puppet.warp_mesh import WarpMesh

_TRIANGLE = 0.02  # face heights: what is nearer to a cover than a triangle's half would take it along
_NEAR, _FAR = 0.05, 0.13  # face heights over which the skin beside a thin, a broad cover comes to move freely
_BROAD = 0.055  # face heights from the border of a broad cover to its middle
_LIDS = 3  # loops of points around an eye, the rim first
_TURN = 0.35  # face heights over which the head beside a cover that stays comes to turn


@dataclass(frozen=True, eq=False)
class Held:
    """free (N,) float32 0..1 how far each point of the mesh may go of its way; open: by opening, 0..1 how far what
    shows in it may move."""

    free: np.ndarray
    open: dict[str, float]


def held_motion(motion: "Motion", cover: Cover) -> "Motion":
    """The motion of a face that something covers: under the cover nothing moves, and the head does not turn there when
    the cover stays in its place."""
    mesh = motion.mesh
    mask = cover.mask > 0.5
    broad, away = _broad(mask, cover), _away(mask, mesh.points, cover)
    free = step(_TRIANGLE, _NEAR, away)
    if broad.any():
        free = np.minimum(free, step(_TRIANGLE, _FAR, _away(broad, mesh.points, cover)))
    for name in ("eyeRight", "eyeLeft"):  # lids slip by under the rim of glasses, which is not on them
        if not broad.any() and name not in cover.hidden:
            free[np.concatenate([mesh.loops[name][:_LIDS].ravel(), *mesh.skirts[name]])] = 1
    held = Held(free.astype(np.float32), {name: _open(mesh, free, name, cover) for name in motion.apertures})
    lower = mesh.rims["mouth"][1]
    jaw = motion.jaw_basis * free[lower[len(lower) // 2]]
    turn = motion.turn
    if not cover.worn:
        turn = replace(turn, share=(turn.share * step(_TRIANGLE, _TURN, away)).astype(np.float32))
    return replace(motion, held=held, jaw_basis=jaw.astype(np.float32), turn=turn)


def bare_skin(skin: "PhotoSkin", cover: Cover) -> "PhotoSkin":
    """The skin's textures without what they would paint on the cover: closed lids and folds."""
    texture = skin.lids.texture.copy()
    width = texture.shape[1] // 2
    for number, box in enumerate(skin.lids.boxes):  # shut lids lie where they are seen
        tile = texture[:, number * width:(number + 1) * width, 3]
        tile[:] = np.rint(tile * (1 - cover.within(box, tile.shape)))
    first, second = (np.rint(128 + (fold.astype(np.float32) - 128) * (1 - cover.at(fold.shape[0]))[..., None])
                     .astype(np.uint8) for fold in skin.folds)
    return replace(skin, lids=replace(skin.lids, texture=texture), folds=(first, second))


def uncovered(patch: np.ndarray, of_cover: Free) -> np.ndarray:
    """A patch (h, w, 4) that leaves the photo's own pixels on the cover: see `Cover.free`."""
    rows, columns, free = of_cover
    kept = patch.copy()
    kept[rows, columns, 3] = np.rint(patch[rows, columns, 3] * free)
    return kept


def _broad(mask: np.ndarray, cover: Cover) -> np.ndarray:
    """(n, n) bool the broad parts of a cover's mask."""
    reach = max(1, round(_BROAD * cover.height * len(mask)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)
    return cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, kernel) > 0


def _away(mask: np.ndarray, points: np.ndarray, cover: Cover) -> np.ndarray:
    """(N,) face heights from points (N, 2), crop sides, to a mask (n, n); 0 on it."""
    side = len(mask)
    distance = cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5)
    where = (points * side - 0.5).astype(np.float32)[None]
    found = cv2.remap(distance, where[..., 0], where[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)[0]
    return np.asarray(found / (cover.height * side))


def _open(mesh: "WarpMesh", free: np.ndarray, name: str, cover: Cover) -> float:
    if name in cover.hidden:
        return 0.0
    return float(np.mean([free[numbers].mean() for numbers in mesh.rims[name]]))
